#include "adapters/tesseract/tesseract_engine.h"

#include <tesseract/baseapi.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <new>
#include <stdexcept>

#include "adapters/tesseract/language_guess.h"
#include "adapters/tesseract/level.h"
#include "adapters/tesseract/picture_file.h"
#include "adapters/tesseract/recognized_words.h"
#include "adapters/tesseract/sheet.h"
#include "adapters/tesseract/straighten.h"

namespace ap::ocr {
namespace {

constexpr const char* kSystemModels = "/usr/share/tesseract-ocr/5/tessdata";
// Counted up with every change of this folder or of lib/worker that may change the words read off a picture: what the
// OCR cache holds of the time before is then no longer used.
constexpr int kPreparation = 4;
constexpr float kBelievable = 0.3f;  // of Tesseract's orientation detector

// A receipt is read as one column of lines of varying size, a page with its layout.
tesseract::PageSegMode segmentation(const Pix& pix, OcrScope scope) {
  if (scope == OcrScope::piece) return tesseract::PSM_SPARSE_TEXT;
  if (scope == OcrScope::figure) return tesseract::PSM_SINGLE_WORD;
  bool narrow = 5 * pix.w < 3 * pix.h;
  return narrow ? tesseract::PSM_SINGLE_COLUMN : tesseract::PSM_AUTO;
}

// A page large enough that reading a strip of it first costs clearly less than reading it twice.
bool is_large(const Pix& pix) { return pix.w * 100 / pix.xres >= 550 && pix.h * 100 / pix.xres >= 700; }

// The part of a page where the facts of an invoice and the heads of tables mostly stand.
PixPtr telling_strip(Pix* pix) {
  ::Box* box = boxCreate(0, static_cast<l_int32>(pix->h * 14 / 100), static_cast<l_int32>(pix->w),
                         static_cast<l_int32>(pix->h * 24 / 100));
  PixPtr strip(pixClipRectangle(pix, box, nullptr));
  boxDestroy(&box);
  if (strip) pixSetResolution(strip.get(), pix->xres, pix->yres);
  return strip;
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

std::string TesseractEngine::fingerprint() const {
  std::string out = name() + ", " + picture_library_versions() + ", preparation " + std::to_string(kPreparation);
  for (const std::string& language : languages()) {
    const std::filesystem::path file = folder_ + "/" + language + ".traineddata";
    std::error_code unknown;
    auto changed = std::filesystem::last_write_time(file, unknown).time_since_epoch().count();
    out += "\n" + language + " " + std::to_string(std::filesystem::file_size(file, unknown)) + " " +
           std::to_string(changed);
  }
  return out;
}

void TesseractEngine::prepare(const std::string& language) {
  if (models_.contains(language)) return;
  auto model = std::make_unique<tesseract::TessBaseAPI>();
  // Its own search for tables takes a fourth of the time and hides single figures; tables are found in lib/layout.
  std::vector<std::string> names{"debug_file", "textord_tabfind_find_tables"}, values{"/dev/null", "0"};
  auto mode = language == "osd" ? tesseract::OEM_TESSERACT_ONLY : tesseract::OEM_LSTM_ONLY;
  if (model->Init(folder_.c_str(), language.c_str(), mode, nullptr, 0, &names, &values, false) != 0) {
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

TesseractEngine::Reading TesseractEngine::read(const PixPtr& pix, const std::string& language, OcrScope scope) {
  Reading out{.model = language};
  tesseract::TessBaseAPI* api = model(language);
  api->SetPageSegMode(segmentation(*pix, scope));
  api->SetImage(pix.get());
  api->SetSourceResolution(pix->xres);
  if (api->Recognize(nullptr) == 0) out.words = collect_words(*api, pix->xres);
  api->Clear();
  return out;
}

std::string TesseractEngine::first_language(const PixPtr& pix, const std::vector<std::string>& choice,
                                            const OcrOptions& options) {
  if (std::ranges::find(choice, options.likely) != choice.end()) return options.likely;
  std::string usual = std::ranges::find(choice, "eng") != choice.end() ? "eng" : choice.front();
  if (choice.size() == 1 || options.scope != OcrScope::page || !is_large(*pix)) return usual;
  PixPtr strip = telling_strip(pix.get());
  return strip ? guess_model(read(strip, usual, OcrScope::page).words, choice, usual) : usual;
}

TesseractEngine::Reading TesseractEngine::read_in_best_language(const PixPtr& pix,
                                                                const std::vector<std::string>& choice,
                                                                const OcrOptions& options) {
  Reading reading = read(pix, first_language(pix, choice, options), options.scope);
  std::string better = guess_model(reading.words, choice, reading.model);
  return better == reading.model ? std::move(reading) : read(pix, better, options.scope);
}

std::optional<int> TesseractEngine::detect_orientation(const PixPtr& pix) {
  if (!std::filesystem::exists(folder_ + "/osd.traineddata")) return std::nullopt;
  tesseract::TessBaseAPI* api = model("osd");
  api->SetPageSegMode(tesseract::PSM_OSD_ONLY);
  api->SetImage(pix.get());
  api->SetSourceResolution(pix->xres);
  int degrees = 0;
  float sure = 0, script_sure = 0;
  const char* script = nullptr;
  bool found = api->DetectOrientationScript(&degrees, &sure, &script, &script_sure);
  api->Clear();
  if (!found || sure < kBelievable) return std::nullopt;
  return (360 - degrees) % 360;
}

Look TesseractEngine::read_figure(const PixPtr& pix, const std::string& language) {
  tesseract::TessBaseAPI* api = model(language);
  api->SetVariable("tessedit_char_whitelist", "0123456789.,/-:'%()+");
  api->SetPageSegMode(tesseract::PSM_SINGLE_LINE);
  api->SetImage(pix.get());
  api->SetSourceResolution(pix->xres);
  Look look;
  if (api->Recognize(nullptr) == 0) {
    look.confidence = kCertain;
    for (const layout::Word& word : collect_words(*api, pix->xres)) {
      look.text += word.text;
      look.confidence = std::min(look.confidence, word.confidence);
    }
    if (look.text.empty()) look.confidence = 0;
  }
  api->Clear();
  api->SetVariable("tessedit_char_whitelist", "");
  return look;
}

OcrResult TesseractEngine::recognize(const Picture& picture, const OcrOptions& options) {
  std::vector<std::string> choice = options.languages.empty() ? languages() : options.languages;
  if (choice.empty()) throw std::runtime_error("no OCR model is installed; install tesseract-ocr-eng");
  PixPtr pix = to_pix(picture);
  if (!pix) throw std::bad_alloc();
  int rotation = 0;
  std::optional<int> sure;
  const bool straighten = options.scope == OcrScope::page;
  if (straighten) {
    std::optional<Quad> sheet = find_sheet(*pix);
    pix = sheet ? surely_levelled(rectified(std::move(pix), *sheet)) : levelled(std::move(pix));
    sure = sure_orientation(*pix);
    rotation = sure.value_or(0);
    pix = turned(std::move(pix), rotation);
  }
  PixPtr as_given(pixClone(pix.get()));
  if (straighten) pix = straightened(std::move(pix));
  Reading reading = read_in_best_language(pix, choice, options);
  if (straighten && !sure && may_stand_wrongly(reading.words)) {
    std::optional<int> turn = detect_orientation(pix);
    if (turn && *turn != 0) {
      PixPtr other = straightened(turned(std::move(as_given), *turn));
      Reading second = read_in_best_language(other, choice, options);
      if (legibility(second.words) > legibility(reading.words) || !may_stand_wrongly(second.words)) {
        reading = std::move(second);
        pix = std::move(other);
        rotation = *turn;
      }
    }
  }
  if (straighten) {
    look_again(*pix, reading.words, [&](const PixPtr& figure) { return read_figure(figure, reading.model); });
  }
  OcrResult result{.model = reading.model, .upright = to_picture(pix.get(), static_cast<int>(pix->xres))};
  result.page.source = layout::PageSource::ocr;
  result.page.width = hundredths(pix->w, pix->xres);
  result.page.height = hundredths(pix->h, pix->xres);
  result.page.rotation = rotation;
  result.page.language = iso_language(reading.model);
  result.page.words = std::move(reading.words);
  return result;
}

}  // namespace ap::ocr
