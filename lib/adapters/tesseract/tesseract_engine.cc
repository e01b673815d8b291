#include "adapters/tesseract/tesseract_engine.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "adapters/tesseract/language_guess.h"
#include "adapters/tesseract/pix.h"
#include "adapters/tesseract/straighten.h"

namespace ap::ocr {
namespace {

constexpr const char* kSystemModels = "/usr/share/tesseract-ocr/5/tessdata";

// Pixels to hundredths of a point.
std::int32_t hundredths(std::int64_t pixels, int dpi) { return static_cast<std::int32_t>(pixels * 7200 / dpi); }

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return text;
}

// A receipt is read as one column of lines of varying size, a page with its layout.
tesseract::PageSegMode segmentation(const Pix& pix) {
  bool narrow = 5 * pix.w < 3 * pix.h;
  return narrow ? tesseract::PSM_SINGLE_COLUMN : tesseract::PSM_AUTO;
}

std::vector<layout::Word> collect_words(tesseract::TessBaseAPI& model, int dpi) {
  std::vector<layout::Word> words;
  std::unique_ptr<tesseract::ResultIterator> it(model.GetIterator());
  if (!it) return words;
  do {
    std::unique_ptr<char[]> text(it->GetUTF8Text(tesseract::RIL_WORD));
    if (!text) continue;
    layout::Word word;
    word.text = without_blanks(text.get());
    int left, top, right, bottom;
    if (word.text.empty() || !it->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) continue;
    word.box = {hundredths(left, dpi), hundredths(top, dpi), hundredths(right, dpi), hundredths(bottom, dpi)};
    float confidence = it->Confidence(tesseract::RIL_WORD);
    word.confidence = std::clamp(static_cast<int>(std::lround(confidence * 10)), 0, kCertain);
    float descenders = 0, ascenders = 0, row_height = 0;
    it->RowAttributes(&row_height, &descenders, &ascenders);
    word.font_size = std::max(0, hundredths(std::lround(row_height), dpi));
    words.push_back(std::move(word));
  } while (it->Next(tesseract::RIL_WORD));
  return words;
}

}  // namespace

TesseractEngine::TesseractEngine() {
  const char* given = std::getenv("TESSDATA_PREFIX");
  folder_ = given && *given ? given : kSystemModels;
}

TesseractEngine::~TesseractEngine() = default;

std::string TesseractEngine::name() const { return std::string("tesseract ") + tesseract::TessBaseAPI::Version(); }

std::vector<std::string> TesseractEngine::languages() const {
  std::vector<std::string> out;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, ignored)) {
    std::string name = entry.path().stem().string();
    if (entry.path().extension() == ".traineddata" && name != "osd" && name != "equ") out.push_back(name);
  }
  std::ranges::sort(out);
  return out;
}

void TesseractEngine::prepare(const std::string& language) {
  if (models_.contains(language)) return;
  auto model = std::make_unique<tesseract::TessBaseAPI>();
  std::vector<std::string> names{"debug_file"}, values{"/dev/null"};
  if (model->Init(folder_.c_str(), language.c_str(), tesseract::OEM_LSTM_ONLY, nullptr, 0, &names, &values, false) !=
      0) {
    throw std::runtime_error("the OCR model '" + language + "' cannot be loaded from " + folder_ +
                             "; install tesseract-ocr-" + language);
  }
  models_.emplace(language, std::move(model));
}

tesseract::TessBaseAPI* TesseractEngine::model(const std::string& language) {
  if (!models_.contains(language)) {
    prepare(language);
    loaded_late_.push_back(language);
  }
  return models_.at(language).get();
}

OcrResult TesseractEngine::recognize(const Picture& picture, const OcrOptions& options) {
  OcrResult result;
  result.page.source = layout::PageSource::ocr;
  result.page.width = hundredths(picture.width, picture.dpi);
  result.page.height = hundredths(picture.height, picture.dpi);
  PixPtr pix = to_pix(picture);
  if (!pix) throw std::bad_alloc();
  if (options.straighten) pix = deskewed(std::move(pix));
  auto read_with = [&](const std::string& language) {
    tesseract::TessBaseAPI* api = model(language);
    api->SetPageSegMode(segmentation(*pix));
    api->SetImage(pix.get());
    api->SetSourceResolution(picture.dpi);
    if (api->Recognize(nullptr) == 0) result.page.words = collect_words(*api, picture.dpi);
    api->Clear();
    result.model = language;
  };
  std::vector<std::string> choice = options.languages.empty() ? languages() : options.languages;
  if (choice.empty()) throw std::runtime_error("no OCR model is installed; install tesseract-ocr-eng");
  auto english = std::ranges::find(choice, "eng");
  read_with(english != choice.end() ? *english : choice.front());
  std::string better = guess_model(result.page.words, choice, result.model);
  if (better != result.model) read_with(better);
  result.page.language = iso_language(result.model);
  return result;
}

}  // namespace ap::ocr
