// Layout and decoding: any words in any boxes become an invoice whose every value has its evidence, the same each time.
// The input is text; a word may be followed by ESC and four bytes that place it, so that plain text files are seeds too.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extract/extract.h"

namespace {

constexpr std::int32_t kLineHeight = 1400, kCharacterWidth = 550, kPageWidth = 59500, kPageHeight = 84200;
constexpr std::size_t kMostBytes = 20'000;

// Places words as a typewriter would, a form feed begins a page.
class Typewriter {
 public:
  void put(unsigned char c) {
    if (c == ' ' || c == '\n' || c == '\f' || c == '\t') {
      finish_word();
      if (c == '\n') new_line();
      if (c == '\f') new_page();
      if (c == ' ' || c == '\t') x_ += c == '\t' ? 8 * kCharacterWidth : kCharacterWidth;
    } else {
      word_ += static_cast<char>(c);
    }
  }
  void place(const unsigned char* four) {
    finish_word();
    x_ = kPageWidth * four[0] / 255;
    y_ = kPageHeight * four[1] / 255 + four[2];
    confidence_ = static_cast<ap::Confidence>(four[3] * 1000 / 255);
  }
  std::vector<ap::layout::Page> pages() {
    finish_word();
    return pages_;
  }

 private:
  void finish_word() {
    if (word_.empty()) return;
    if (pages_.empty()) new_page();
    const std::string text = word_;
    auto width = static_cast<std::int32_t>(text.size()) * kCharacterWidth;
    ap::layout::Word word;
    word.text = text;
    word.box = {x_, y_, x_ + width, y_ + 1000};
    word.confidence = confidence_;
    if (confidence_ == 0 && !pages_.back().words.empty()) {  // another reading of the word before
      word.box = pages_.back().words.back().box;
      pages_.back().others.push_back(std::move(word));
    } else {
      pages_.back().words.push_back(std::move(word));
    }
    x_ += width;
    word_.clear();
  }
  void new_line() { x_ = 4000, y_ += kLineHeight; }
  void new_page() {
    ap::layout::Page page;
    page.number = static_cast<int>(pages_.size()) + 1;
    page.width = kPageWidth, page.height = kPageHeight;
    pages_.push_back(page);
    x_ = y_ = 4000;
  }

  std::vector<ap::layout::Page> pages_;
  std::string word_;
  std::int32_t x_ = 4000, y_ = 4000;
  ap::Confidence confidence_ = ap::kCertain;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size > kMostBytes) return 0;
  Typewriter typewriter;
  for (std::size_t at = 0; at < size; ++at) {
    if (data[at] == 0x1B && at + 4 < size) {
      typewriter.place(data + at + 1);
      at += 4;
    } else {
      typewriter.put(data[at]);
    }
  }
  auto pages = typewriter.pages();
  ap::extract::ExtractOptions options{.today = *ap::Date::from_ymd(2026, 3, 1), .own_names = {}};
  auto first = ap::extract::extract_invoice(pages, options);
  for (const auto& [path, evidence] : first.evidence) {
    if (path.empty() || evidence.confidence > ap::kCertain) std::abort();
  }
  auto second = ap::extract::extract_invoice(pages, options);
  if (!(first.invoice == second.invoice) || !(first.evidence == second.evidence)) std::abort();
  return 0;
}
