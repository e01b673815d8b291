#include "adapters/tesseract/model.h"

#include <dlfcn.h>
#include <doctest/doctest.h>

#include <string>

#include "adapters/tesseract/tesseract_engine.h"

TEST_CASE("the table of ambiguous letters is not filled by the library") {
  REQUIRE(ap::ocr::load_model(ap::ocr::TesseractEngine().model_folder(), "eng"));
  void* fills = ::dlsym(RTLD_DEFAULT, "_ZN9tesseract13UnicharAmbigs13LoadUniversalERKNS_10UNICHARSETEPS1_");
  Dl_info where;
  REQUIRE(::dladdr(fills, &where) != 0);
  CHECK(std::string(where.dli_fname).find("libtesseract") == std::string::npos);
}

TEST_CASE("a model that is not installed is refused with the remedy") {
  CHECK_THROWS_WITH(ap::ocr::load_model("/nowhere", "eng"),
                    "the OCR model 'eng' cannot be loaded from /nowhere; install tesseract-ocr-eng");
}
