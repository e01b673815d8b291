#include "adapters/tesseract/tesseract_engine.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iterator>
#include <new>
#include <stdexcept>

#include "adapters/tesseract/bands.h"
#include "adapters/tesseract/crease.h"
#include "adapters/tesseract/ground.h"
#include "adapters/tesseract/guides.h"
#include "adapters/tesseract/language_guess.h"
#include "adapters/tesseract/level.h"
#include "adapters/tesseract/lost_mark.h"
#include "adapters/tesseract/missed_print.h"
#include "adapters/tesseract/model.h"
#include "adapters/tesseract/picture_file.h"
#include "adapters/tesseract/recognized_words.h"
#include "adapters/tesseract/sheet.h"
#include "adapters/tesseract/slip.h"
#include "adapters/tesseract/stamps.h"
#include "adapters/tesseract/straighten.h"
#include "adapters/tesseract/text_height.h"
#include "adapters/tesseract/vote.h"
#include "adapters/tesseract/word_look.h"
#include "adapters/tesseract/zeros.h"

namespace ap::ocr {
namespace {

constexpr const char* kSystemModels = "/usr/share/tesseract-ocr/5/tessdata";
// Counted up with every change of this folder or of lib/worker that may change the words read off a picture: what the
// OCR cache holds of the time before is then no longer used.
constexpr int kPreparation = 30;
// Words of a page: a page of doubts is not worth the time, and a slip was read three times already.
constexpr int kMostLooks = 120, kMostLooksOnSlip = 50, kMostThorough = 20, kMostThoroughOnPage = 16;
constexpr const char* kFigures = "0123456789.,/-:'%()+";
constexpr const char* kNumbers = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._";
constexpr int kFewestOnStrip = 2;    // words that speak for a language; the whole page is asked again
constexpr float kBelievable = 0.3f;  // of Tesseract's orientation detector

std::int64_t cpu_microseconds() { return static_cast<std::int64_t>(std::clock()) * 1'000'000 / CLOCKS_PER_SEC; }

bool is_narrow(const Pix& pix) { return 5 * pix.w < 3 * pix.h; }

// A receipt is read as one column of lines of varying size, a page with its layout.
tesseract::PageSegMode segmentation(const Pix& pix, OcrScope scope) {
  if (scope == OcrScope::piece) return tesseract::PSM_SPARSE_TEXT;
  if (scope == OcrScope::figure) return tesseract::PSM_SINGLE_WORD;
  return is_narrow(pix) ? tesseract::PSM_SINGLE_COLUMN : tesseract::PSM_AUTO;
}

// A page large enough that reading a strip of it first costs clearly less than reading it twice.
bool is_large(const Pix& pix) { return pix.w * 100 / pix.xres >= 550 && pix.h * 100 / pix.xres >= 700; }

// Parts of a page that tell its language, in hundredths of its height from the top, and how tall they are: first where
// the facts of an invoice and the heads of tables mostly stand.
constexpr std::array kTellingStrips{14, 26, 38};
constexpr int kStrip = 12;

PixPtr telling_strip(Pix* pix, int top) {
  ::Box* box = boxCreate(0, static_cast<l_int32>(pix->h * static_cast<l_uint32>(top) / 100),
                         static_cast<l_int32>(pix->w), static_cast<l_int32>(pix->h * kStrip / 100));
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
  models_.emplace(language, load_model(folder_, language));
}

tesseract::TessBaseAPI* TesseractEngine::model(const std::string& language) {
  if (!models_.contains(language)) {
    prepare(language);
    loaded_late_.push_back(language);
  }
  return models_.at(language).get();
}

TesseractEngine::Reading TesseractEngine::read(const PixPtr& pix, const std::string& language, int segmentation) {
  const std::int64_t start = cpu_microseconds();
  Reading out{.model = language};
  tesseract::TessBaseAPI* api = model(language);
  api->SetPageSegMode(static_cast<tesseract::PageSegMode>(segmentation));
  // On pages its own search for tables takes a fourth of the time and hides single figures, and tables are found in
  // lib/layout; on receipts lines are lost without it.
  api->SetVariable("textord_tabfind_find_tables", segmentation == tesseract::PSM_AUTO ? "0" : "1");
  api->SetImage(pix.get());
  api->SetSourceResolution(pix->xres);
  if (api->Recognize(nullptr) == 0) out.words = collect_words(*api, pix->xres);
  api->Clear();
  out.effort = cpu_microseconds() - start;
  effort_.trials += out.effort;
  return out;
}

namespace {

std::string usual_of(const std::vector<std::string>& choice) {
  return std::ranges::find(choice, "eng") != choice.end() ? "eng" : choice.front();
}

}  // namespace

void TesseractEngine::prepare_usual() {
  const std::vector<std::string> all = languages();
  if (!all.empty()) prepare(usual_of(all));
}

std::string TesseractEngine::first_language(const PixPtr& pix, const std::vector<std::string>& choice,
                                            const OcrOptions& options) {
  if (std::ranges::find(choice, options.likely) != choice.end()) return options.likely;
  std::string usual = usual_of(choice);
  if (choice.size() == 1 || options.scope != OcrScope::page || !is_large(*pix)) return usual;
  std::vector<layout::Word> words;
  for (const int top : kTellingStrips) {
    PixPtr strip = telling_strip(pix.get(), top);
    if (!strip) break;
    std::ranges::move(read(strip, usual, tesseract::PSM_AUTO).words, std::back_inserter(words));
    if (speaks_clearly(words, choice)) break;
  }
  return guess_model(words, choice, usual, kFewestOnStrip);
}

TesseractEngine::Reading TesseractEngine::read_in_best_language(const PixPtr& pix,
                                                                const std::vector<std::string>& choice,
                                                                const OcrOptions& options) {
  const int mode = segmentation(*pix, options.scope);
  Reading reading = read(pix, first_language(pix, choice, options), mode);
  // A few words beside a page that was read say less of its language than the page did.
  if (options.scope != OcrScope::page && reading.model == options.likely) return reading;
  std::string better = guess_model(reading.words, choice, reading.model);
  return better == reading.model ? std::move(reading) : read(pix, better, mode);
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

Look TesseractEngine::read_word(const PixPtr& pix, const std::string& language, const char* characters) {
  tesseract::TessBaseAPI* api = model(language);
  api->SetVariable("tessedit_char_whitelist", characters);
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

std::vector<layout::Word> TesseractEngine::read_line(const PixPtr& pix, const std::string& language, bool raw) {
  constexpr int kPixels = 7200;  // a pixel of this resolution is a hundredth of a point
  tesseract::TessBaseAPI* api = model(language);
  api->SetPageSegMode(raw ? tesseract::PSM_RAW_LINE : tesseract::PSM_SINGLE_LINE);
  api->SetImage(pix.get());
  api->SetSourceResolution(static_cast<int>(pix->xres));
  std::vector<layout::Word> words;
  if (api->Recognize(nullptr) == 0) words = collect_words(*api, kPixels);
  api->Clear();
  return words;
}

// Alone, without neighbours that show its size, a figure is easily taken for another: what two looks by a recognizer of
// figures see holds, unless the first reading saw several signs or none.
void TesseractEngine::read_lone_figure(Upright& page) {
  constexpr int kBorder = 12;  // pixels of paper
  if (page.reading.words.size() != 1) return;
  PixPtr wide(pixAddBorderGeneral(page.pix.get(), kBorder, kBorder, kBorder, kBorder, 255));
  PixPtr soft(wide ? pixBlockconvGray(wide.get(), nullptr, 1, 1) : nullptr);
  if (!soft) return;
  for (Pix* pix : {wide.get(), soft.get()}) pixSetResolution(pix, page.pix->xres, page.pix->yres);
  layout::Word& word = page.reading.words.front();
  const Look sharp = read_word(wide, page.reading.model, kFigures), dim = read_word(soft, page.reading.model, kFigures);
  if (sharp.text.empty() || sharp.text != dim.text) {
    word.confidence = 0;
    return;
  }
  word.text = sharp.text;
  word.confidence = std::min(sharp.confidence, dim.confidence);
}

// As one block of lines, softened so that the dots of thermal print run together: once as large as it is, once in
// another size. What each preparation gets wrong is seldom the same.
void TesseractEngine::read_slip_again(Upright& page) {
  // A picture that is narrow itself is read whole: what the first reading missed lies outside of its words.
  const Region region =
      is_narrow(*page.pix) ? Region{PixPtr(pixClone(page.pix.get()))} : printed_region(*page.pix, page.reading.words);
  std::vector<std::vector<layout::Word>> readings{std::move(page.reading.words)};
  for (const float factor : {1.0f, other_size(*region.pix)}) {
    PixPtr soft = softened(*region.pix, factor);
    if (!soft) continue;
    Reading again = read(soft, page.reading.model, tesseract::PSM_SINGLE_BLOCK);
    for (layout::Word& word : again.words) word.box = moved(word.box, region.left, region.top);
    readings.push_back(std::move(again.words));
  }
  Agreed agreed = vote(std::move(readings));
  page.reading.words = std::move(agreed.words);
  page.reading.others = std::move(agreed.others);
}

// A slip's rules are rows of signs, which tell its parts from each other.
TesseractEngine::Upright TesseractEngine::read_print(Straightened sheet, const std::vector<std::string>& choice,
                                                     const OcrOptions& options) {
  const int letter = is_narrow(*sheet.pix) ? 0 : sheet.letter, figure = sheet.letter;
  sheet.pix = without_pale_stamps(without_creases(std::move(sheet.pix), letter), letter);
  Unguided bare = without_guides(sheet.pix, letter);
  bare.pix = without_marks_in_noughts(std::move(bare.pix), figure);
  Upright page{.pix = std::move(sheet.pix), .print = std::move(bare.pix), .letter = letter, .reading = {}};
  page.reading = read_in_best_language(page.print, choice, options);
  const int dpi = static_cast<int>(page.pix->xres);
  for (const Box& box : bare.leaders) {
    layout::Word leader = leader_word(box, dpi);
    if (!lies_below_words(leader, page.reading.words)) page.reading.words.push_back(std::move(leader));
  }
  return page;
}

void TesseractEngine::look_closer(Upright& page, bool slip, const std::vector<std::string>& choice) {
  Reading& reading = page.reading;
  const std::string& language = reading.model;
  auto figures = [&](const PixPtr& figure) { return read_word(figure, language, kFigures); };
  if (slip)
    return look_again(*page.print, reading.words, reading.others, {kMostLooksOnSlip, true, kMostThorough, true},
                      figures);
  auto line = [&](const PixPtr& run, bool raw) { return read_line(run, language, raw); };
  look_at_runs(*page.print, reading.words, reading.others, line);
  read_missed_print(*page.print, page.letter, reading.words, reading.others, line, figures);
  look_again(*page.print, reading.words, reading.others, {kMostLooks, false, kMostThoroughOnPage, false}, figures);
  const std::string other = std::ranges::find(choice, "eng") != choice.end() ? "eng" : language;
  look_for_marks(*page.print, reading.words, reading.others, figures,
                 [&](const PixPtr& figure) { return read_word(figure, other, kFigures); });
  look_at_numbers(
      *page.print, reading.words, reading.others,
      [&](const PixPtr& word) { return read_word(word, language, kNumbers); },
      [&](const PixPtr& word) { return read_word(word, other, kNumbers); });
}

TesseractEngine::Upright TesseractEngine::read_page(PixPtr pix, const std::vector<std::string>& choice,
                                                    const OcrOptions& options) {
  const std::optional<Quad> sheet = find_sheet(*pix);
  const bool narrow = !sheet && is_narrow(*pix);
  if (sheet) pix = rectified(std::move(pix), *sheet);
  if (narrow) pix = without_dark_ground(std::move(pix));
  pix = bands_lightened(std::move(pix));
  pix = sheet    ? surely_levelled(std::move(pix))
        : narrow ? levelled(std::move(pix), kEdgeOfSlip)
                 : levelled(std::move(pix));
  PixPtr ink = ink_of(*pix);
  std::optional<int> sure;
  if (ink) sure = sure_orientation(*ink);
  const int first_turn = sure.value_or(0);
  if (first_turn != 0) ink.reset();
  PixPtr as_given = turned(std::move(pix), first_turn);
  Upright page = read_print(straightened(PixPtr(pixClone(as_given.get())), std::move(ink)), choice, options);
  page.rotation = first_turn;
  if (may_stand_wrongly(page.reading.words)) {
    // Capitals and figures may have told the wrong side: then it is as it was given.
    const std::optional<int> turn = first_turn != 0 ? std::optional(360 - first_turn)
                                    : sure          ? std::nullopt
                                                    : detect_orientation(page.pix);
    if (turn && *turn != 0) {
      Upright other = read_print(straightened(turned(std::move(as_given), *turn)), choice, options);
      other.rotation = (page.rotation + *turn) % 360;
      const bool better = legibility(other.reading.words) > legibility(page.reading.words);
      if (better || (!sure && !may_stand_wrongly(other.reading.words))) page = std::move(other);
    }
  }
  const std::int64_t start = cpu_microseconds(), trials = effort_.trials;
  // A sheet with one clear column of print on it is no slip of faint print that has to be read three times.
  const std::vector<layout::Word>& words = page.reading.words;
  const bool slip =
      is_narrow(*page.pix) || (is_slip(words, hundredths(page.pix->w, page.pix->xres)) && !is_clear(words));
  if (slip) read_slip_again(page);
  effort_.trials = trials;
  look_closer(page, slip, choice);
  effort_.looks = cpu_microseconds() - start;
  return page;
}

OcrResult TesseractEngine::recognize(const Picture& picture, const OcrOptions& options) {
  std::vector<std::string> choice = options.languages.empty() ? languages() : options.languages;
  if (choice.empty()) throw std::runtime_error("no OCR model is installed; install tesseract-ocr-eng");
  const std::int64_t start = cpu_microseconds();
  effort_ = {};
  Upright page{.pix = to_pix(picture)};
  if (!page.pix) throw std::bad_alloc();
  if (options.scope == OcrScope::page) {
    page = read_page(std::move(page.pix), choice, options);
  } else {
    page.reading = read_in_best_language(page.pix, choice, options);
    if (options.scope == OcrScope::figure) read_lone_figure(page);
  }
  const int dpi = static_cast<int>(page.pix->xres);
  OcrResult result{.model = page.reading.model, .upright = to_picture(page.pix.get(), dpi)};
  if (page.print) result.print = to_picture(page.print.get(), dpi);
  result.page.source = layout::PageSource::ocr;
  result.page.width = hundredths(page.pix->w, dpi);
  result.page.height = hundredths(page.pix->h, dpi);
  result.page.rotation = page.rotation;
  result.page.language = iso_language(page.reading.model);
  result.page.words = std::move(page.reading.words);
  result.page.others = std::move(page.reading.others);
  effort_.recognition = page.reading.effort;
  effort_.trials -= page.reading.effort;
  effort_.preparation = cpu_microseconds() - start - effort_.trials - effort_.recognition - effort_.looks;
  return result;
}

}  // namespace ap::ocr
