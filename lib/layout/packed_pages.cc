#include "layout/packed_pages.h"

#include <algorithm>
#include <limits>

#include "core/utf8.h"

namespace ap::layout {
namespace {

// What a word has in common with the one before it, which is most of it.
enum WordFlag : unsigned char { kBold = 1, kSameLine = 2, kSameConfidence = 4, kSameSize = 8, kAllFlags = 15 };

// 10 million is 100,000 points: far beyond any page, and sums of a few coordinates still fit in 32 bits.
constexpr std::int32_t kFarthest = 10'000'000;

constexpr std::size_t kMostWords = 1'000'000;  // of a page: far beyond the limit that a reader may be given

// Small numbers of either sign in few bytes: the sign in the lowest bit, seven bits a byte, the lowest first.
class Writer {
 public:
  void number(std::int64_t value) {
    auto bits = static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
    for (; bits >= 0x80; bits >>= 7) out_ += static_cast<char>(bits | 0x80);
    out_ += static_cast<char>(bits);
  }
  void byte(unsigned char value) { out_ += static_cast<char>(value); }
  void text(std::string_view text) {
    number(static_cast<std::int64_t>(text.size()));
    out_ += text;
  }
  void box(const Box& box) {
    number(box.x0), number(box.y0);
    number(std::int64_t{box.x1} - box.x0), number(std::int64_t{box.y1} - box.y0);
  }
  void words(const std::vector<Word>& words) {
    number(static_cast<std::int64_t>(words.size()));
    Word before;
    for (const Word& word : words) {
      const Box &box = word.box, &last = before.box;
      const bool same_line = box.y0 == last.y0 && box.y1 == last.y1;
      byte(static_cast<unsigned char>((word.bold ? kBold : 0) | (same_line ? kSameLine : 0) |
                                      (word.confidence == before.confidence ? kSameConfidence : 0) |
                                      (word.font_size == before.font_size ? kSameSize : 0)));
      if (!same_line) number(std::int64_t{box.y0} - last.y0), number(std::int64_t{box.y1} - box.y0);
      number(std::int64_t{box.x0} - last.x1), number(std::int64_t{box.x1} - box.x0);
      if (word.confidence != before.confidence) number(word.confidence);
      if (word.font_size != before.font_size) number(word.font_size);
      text(word.text);
      before.box = box, before.confidence = word.confidence, before.font_size = word.font_size;
    }
  }
  std::string take() {
    out_.shrink_to_fit();
    return std::move(out_);
  }

 private:
  std::string out_;
};

// A page that was made, turned or cut here can be unpacked again: no edge lies beyond the farthest, no box is inside
// out.
Page sound(Page page) {
  auto put_right = [](Box& box) {
    for (std::int32_t* edge : {&box.x0, &box.y0, &box.x1, &box.y1}) *edge = std::clamp(*edge, -kFarthest, kFarthest);
    box.x1 = std::max(box.x0, box.x1), box.y1 = std::max(box.y0, box.y1);
  };
  page.width = std::clamp(page.width, 0, kFarthest), page.height = std::clamp(page.height, 0, kFarthest);
  for (std::vector<Word>* words : {&page.words, &page.others})
    for (Word& word : *words) {
      put_right(word.box);
      word.confidence = std::clamp<Confidence>(word.confidence, 0, kCertain);
      word.font_size = std::max(0, word.font_size);
    }
  for (Code& code : page.codes) put_right(code.box);
  return page;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::int64_t number(std::int64_t least, std::int64_t most) {
    std::uint64_t bits = 0;
    unsigned char next = 0x80;
    for (int shift = 0; next & 0x80; shift += 7) {
      next = byte();
      check(shift < 63);
      if (failed_) return least;
      bits |= static_cast<std::uint64_t>(next & 0x7F) << shift;
    }
    auto value = static_cast<std::int64_t>(bits >> 1) ^ -static_cast<std::int64_t>(bits & 1);
    check(value >= least && value <= most);
    return failed_ ? least : value;
  }
  std::int32_t small(std::int64_t least, std::int64_t most) { return static_cast<std::int32_t>(number(least, most)); }
  unsigned char byte() {
    check(!rest_.empty());
    if (failed_) return 0;
    auto value = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }
  // Every item takes a byte at least, so a count beyond the rest is a lie.
  std::size_t count() { return static_cast<std::size_t>(number(0, static_cast<std::int64_t>(rest_.size()))); }
  void text(std::string& out) {
    const std::size_t size = count();
    if (failed_ || size > rest_.size()) return check(false);
    assign_valid_utf8(out, rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  // From where the coordinate before it stands.
  std::int32_t edge(std::int32_t from) { return from + small(-kFarthest - std::int64_t{from}, kFarthest - from); }
  std::int32_t far_edge(std::int32_t from) { return from + small(0, kFarthest - from); }
  Box box() {
    Box out;
    out.x0 = edge(0), out.y0 = edge(0);
    out.x1 = far_edge(out.x0), out.y1 = far_edge(out.y0);
    return out;
  }
  void words(std::vector<Word>& out) {
    constexpr std::size_t kLeastBytes = 4;  // of a word, so that a lie about their number takes little room
    std::size_t left = count();
    check(left <= kMostWords);
    if (failed_) return;
    out.reserve(std::min(left, rest_.size() / kLeastBytes));
    Word before;
    for (; left > 0 && !failed_; --left) {
      const unsigned char flags = byte();
      check(flags <= kAllFlags);
      Word& word = out.emplace_back();
      word.bold = flags & kBold;
      word.box = before.box;
      if (!(flags & kSameLine)) word.box.y0 = edge(before.box.y0), word.box.y1 = far_edge(word.box.y0);
      word.box.x0 = edge(before.box.x1), word.box.x1 = far_edge(word.box.x0);
      word.confidence = flags & kSameConfidence ? before.confidence : small(0, kCertain);
      word.font_size = flags & kSameSize ? before.font_size : small(0, std::numeric_limits<std::int32_t>::max());
      text(word.text);
      before.box = word.box, before.confidence = word.confidence, before.font_size = word.font_size;
    }
  }
  void check(bool holds) { failed_ = failed_ || !holds; }
  bool finished() const { return !failed_ && rest_.empty(); }
  bool failed() const { return failed_; }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace

std::string pack(const Page& page) {
  Writer out;
  out.number(page.width), out.number(page.height), out.number(page.rotation);
  out.byte(static_cast<unsigned char>(page.source));
  out.text(page.language);
  out.words(page.words);
  out.words(page.others);
  out.number(static_cast<std::int64_t>(page.codes.size()));
  for (const Code& code : page.codes) out.text(code.format), out.text(code.text), out.box(code.box);
  return out.take();
}

std::optional<Page> unpack(std::string_view bytes, int number) {
  Reader in(bytes);
  Page page{.number = number};
  page.width = in.small(0, kFarthest), page.height = in.small(0, kFarthest);
  page.rotation = in.small(0, 270);
  in.check(page.rotation % 90 == 0);
  const unsigned char source = in.byte();
  in.check(source <= static_cast<unsigned char>(PageSource::blank));
  page.source = in.failed() ? PageSource::text : static_cast<PageSource>(source);
  in.text(page.language);
  in.words(page.words);
  in.words(page.others);
  for (std::size_t left = in.count(); left > 0 && !in.failed(); --left) {
    Code& code = page.codes.emplace_back();
    in.text(code.format), in.text(code.text);
    code.box = in.box();
  }
  if (!in.finished()) return std::nullopt;
  return page;
}

PackedPages::PackedPages(std::initializer_list<Page> pages) {
  for (const Page& page : pages) push_back(page);
}

PackedPages::PackedPages(const std::vector<Page>& pages) {
  for (const Page& page : pages) push_back(page);
}

// What is here was unpacked once before.
const Page PackedPages::operator[](std::size_t at) const { return *unpack(*pages_[at], static_cast<int>(at) + 1); }

std::vector<Page> PackedPages::unpacked(std::size_t first, std::size_t last) const {
  std::vector<Page> out;
  out.reserve(last - first);
  for (std::size_t at = first; at < last; ++at) out.push_back(*unpack(*pages_[at], static_cast<int>(at) + 1));
  return out;
}

PackedPages PackedPages::part(std::size_t first, std::size_t last) const {
  PackedPages out;
  out.pages_.assign(pages_.begin() + static_cast<std::ptrdiff_t>(first),
                    pages_.begin() + static_cast<std::ptrdiff_t>(last));
  return out;
}

void PackedPages::push_back(const Page& page) {
  pages_.push_back(std::make_shared<const std::string>(pack(sound(page))));
}

void PackedPages::replace(std::size_t at, const Page& page) {
  pages_[at] = std::make_shared<const std::string>(pack(sound(page)));
}

bool PackedPages::add_packed(std::string bytes) {
  if (!unpack(bytes, 1)) return false;
  pages_.push_back(std::make_shared<const std::string>(std::move(bytes)));
  return true;
}

bool PackedPages::operator==(const PackedPages& other) const {
  return std::ranges::equal(pages_, other.pages_, [](const auto& a, const auto& b) { return *a == *b; });
}

}  // namespace ap::layout
