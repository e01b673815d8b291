#include "adapters/tesseract/model.h"

#include <stdexcept>
#include <vector>

// Every model brings a table of shapes that Tesseract's older recognizer, which goes letter by letter, takes for each
// other. Sorting it into place takes longer than all else of loading a model (seen in Tesseract 5.3, UnicharAmbigs::
// LoadUniversal), for nothing: recognition by lines never looks there. The library calls the function by way of its
// symbol table, where a program's own definition comes first; this is one that leaves the table empty. Where a version
// of the library calls it otherwise, the table is filled and no harm done.
extern "C" __attribute__((visibility("default"), used)) void leave_universal_ambiguities_out(
    void*, const void*, void*) __asm__("_ZN9tesseract13UnicharAmbigs13LoadUniversalERKNS_10UNICHARSETEPS1_");

void leave_universal_ambiguities_out(void*, const void*, void*) {}

namespace ap::ocr {

std::unique_ptr<tesseract::TessBaseAPI> load_model(const std::string& folder, const std::string& language) {
  auto model = std::make_unique<tesseract::TessBaseAPI>();
  std::vector<std::string> names{"debug_file"}, values{"/dev/null"};
  auto mode = language == "osd" ? tesseract::OEM_TESSERACT_ONLY : tesseract::OEM_LSTM_ONLY;
  if (model->Init(folder.c_str(), language.c_str(), mode, nullptr, 0, &names, &values, false) != 0) {
    throw std::runtime_error("the OCR model '" + language + "' cannot be loaded from " + folder +
                             "; install tesseract-ocr-" + language);
  }
  return model;
}

}  // namespace ap::ocr
