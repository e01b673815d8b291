// For developers: the bitmaps that OCR reads, to look at and to measure with.
//
//   prepared-pages [--print] FOLDER FILE...      (--print: without the rules and leaders that are taken off last)
//
// Writes FOLDER/<name>-<page>.png for each page of the scans and pictures named, and prints per page: the path, the
// language model, resolution and words; CPU seconds of preparation, trials (of languages and orientation), recognition
// and second looks. Outside of the sandbox: for own files only. Start it with OMP_THREAD_LIMIT=1.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string_view>

#include "adapters/poppler/pdf_document.h"
#include "adapters/tesseract/picture_file.h"
#include "adapters/tesseract/tesseract_engine.h"

namespace {

constexpr int kDpi = 300;

std::vector<ap::Picture> pictures_of(const std::string& bytes) {
  const ap::ReadLimits limits;
  std::vector<ap::Picture> out;
  if (bytes.starts_with("%PDF")) {
    auto pdf = ap::pdf::Document::open(ap::as_bytes(bytes), {}, limits);
    for (int page = 1; pdf && page <= pdf->pages(); ++page) {
      if (auto picture = pdf->render(page, kDpi)) out.push_back(std::move(*picture));
    }
    return out;
  }
  auto count = ap::ocr::count_pictures(ap::as_bytes(bytes), limits);
  for (int page = 1; count && page <= *count; ++page) {
    if (auto picture = ap::ocr::read_picture(ap::as_bytes(bytes), page, limits)) out.push_back(std::move(*picture));
  }
  return out;
}

}  // namespace

int main(int count, char** arguments) {
  const bool print = count > 1 && std::string_view(arguments[1]) == "--print";
  arguments += print;
  count -= print;
  if (count < 3) return 64;
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  ap::ocr::TesseractEngine engine;
  for (int i = 2; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    int number = 0;
    std::string likely;  // as in the worker, a page begins with the language of the one before
    for (const ap::Picture& picture : pictures_of(bytes)) {
      ap::OcrResult result = engine.recognize(picture, {.likely = likely});
      likely = result.model;
      const ap::ocr::Effort& effort = engine.effort();
      const std::filesystem::path path =
          folder / (std::filesystem::path(arguments[i]).filename().string() + "-" + std::to_string(++number) + ".png");
      std::ofstream(path, std::ios::binary) << ap::ocr::encode_png(print ? result.print : result.upright);
      std::cout << path.string() << '\t' << result.model << '\t' << result.upright.dpi << '\t'
                << result.page.words.size();
      for (std::int64_t part : {effort.preparation, effort.trials, effort.recognition, effort.looks}) {
        std::cout << '\t' << static_cast<double>(part) / 1e6;
      }
      std::cout << '\n';
    }
  }
  return 0;
}
