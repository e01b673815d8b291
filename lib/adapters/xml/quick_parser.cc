#include "adapters/xml/quick_parser.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "adapters/xml/markup.h"
#include "core/short_text.h"
#include "einvoice/tree_builder.h"

namespace ap::xml {
namespace {

using einvoice::is_blank;

using Register = unsigned char __attribute__((vector_size(16)));

// Goes on from `at` while `fits` says so of bytes, a register at a time; to less than a register before `end` at most.
template <class Fits>
char* behind(char* at, const char* end, Fits fits) {
  static_assert(std::endian::native == std::endian::little);
  for (Register bytes; end - at >= static_cast<std::ptrdiff_t>(sizeof bytes); at += sizeof bytes) {
    std::memcpy(&bytes, at, sizeof bytes);
    const auto other = ~fits(bytes);  // all bits of a byte or none
    std::uint64_t halves[2];
    static_assert(sizeof halves == sizeof other);
    std::memcpy(halves, &other, sizeof halves);
    if (halves[0] != 0) return at + std::countr_zero(halves[0]) / 8;
    if (halves[1] != 0) return at + 8 + std::countr_zero(halves[1]) / 8;
  }
  return at;
}

enum Class : std::uint8_t { kStart = 1, kName = 2, kText = 4, kQuoted = 8, kBlank = 16 };

// What a byte may do: begin a name, go on with it, stand in text or between quotes without a closer look.
constexpr std::array<std::uint8_t, 256> kClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const auto c = static_cast<char>(i);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
    const bool other = (c >= '0' && c <= '9') || c == '-' || c == '.';
    classes[i] = static_cast<std::uint8_t>(
        (letter  ? kStart | kName
         : other ? kName
                 : 0) |
        (is_blank(c) ? kBlank : 0) | (c == '\0' || c == '<' || c == '&' || c == ']' ? 0 : kText) |
        (c == '\0' || c == '<' || c == '&' || c == '"' || c == '\'' || is_blank(c) ? 0 : kQuoted));
  }
  return classes;
}();

bool is(char c, Class of) { return (kClasses[static_cast<unsigned char>(c)] & of) != 0; }

// The same of sixteen: where all fit that come, they are of the class. ':' follows '9', '.' follows '-'.
auto name_bytes(Register b) { return (((b | 0x20) - 'a') < 26) | ((b - '0') < 11) | ((b - '-') < 2) | (b == '_'); }
auto text_bytes(Register b) { return (b != '<') & (b != '&') & (b != ']') & (b != '\0'); }

// Line ends as XML has them: a line feed. Returned: the new size.
std::size_t end_lines(char* text, std::size_t size) {
  auto* first = static_cast<char*>(std::memchr(text, '\r', size));
  if (first == nullptr) return size;
  char* out = first;
  for (const char* in = first; in != text + size; ++in) {
    if (*in != '\r')
      *out++ = *in;
    else if (in[1] != '\n')  // a null stands behind the last byte
      *out++ = '\n';
  }
  *out = '\0';
  return static_cast<std::size_t>(out - text);
}

// A null byte stands behind the text, where every run ends.
class Parser {
 public:
  Parser(einvoice::TreeBuilder& builder, const XmlLimits& limits, char* text, std::size_t size)
      : builder_(builder), limits_(limits), at_(text), end_(text + size) {}

  bool run() {
    if (!declaration() || !between() || *at_ != '<' || !element()) return false;
    while (!open_.empty())
      if (!content()) return false;
    return between() && at_ == end_;
  }

 private:
  struct Open {
    std::string_view name;
    bool child = false;  // an element is in it, or a text that is not its first
    bool value = false;  // a text is in it
  };

  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }
  // Most are those that indent: eight at a time.
  void blanks() {
    constexpr std::uint64_t kEight = 0x2020202020202020;
    while (is(*at_, kBlank)) {
      ++at_;
      for (std::uint64_t next; end_ - at_ >= 8; at_ += 8) {
        std::memcpy(&next, at_, sizeof next);
        if (next != kEight) break;
      }
    }
  }
  std::string_view name() {
    const char* first = at_;
    if (is(*at_, kStart))
      for (at_ = behind(at_ + 1, end_, name_bytes); is(*at_, kName);) ++at_;
    return {first, static_cast<std::size_t>(at_ - first)};
  }

  bool declaration() {
    if (!rest().starts_with("<?xml")) return true;
    const std::size_t close = rest().find("?>");
    if (close == std::string_view::npos || !is_declaration(rest().substr(5, close - 5))) return false;
    at_ += close + 2;
    return true;
  }

  // Before and behind the root element.
  bool between() {
    for (;;) {
      blanks();
      if (!rest().starts_with("<!--")) return true;
      if (!comment()) return false;
    }
  }

  bool comment() {
    const std::size_t dashes = rest().find("--", 4);
    if (dashes == std::string_view::npos || at_[dashes + 2] != '>') return false;
    at_ += dashes + 3;
    return true;
  }

  // From '<' to behind the '>' of a start tag.
  bool element() {
    ++at_;
    const std::string_view qualified = name();
    if (qualified.empty() || open_.size() >= limits_.depth || builder_.elements() >= limits_.elements) return false;
    builder_.begin(qualified);
    names_.clear();
    for (;;) {
      const bool parted = is_blank(*at_);
      blanks();
      if (*at_ == '>' || *at_ == '/') break;
      if (!parted || !attribute()) return false;
    }
    const bool empty = *at_ == '/';
    at_ += empty ? 1 : 0;
    if (*at_++ != '>' || !builder_.opened()) return false;
    if (!open_.empty()) open_.back().child = true;
    if (empty)
      builder_.end();
    else
      open_.push_back({qualified});
    return true;
  }

  bool attribute() {
    const std::string_view qualified = name();
    for (std::string_view other : names_)
      if (other == qualified) return false;
    names_.push_back(qualified);
    blanks();
    if (qualified.empty() || names_.size() > limits_.attributes || *at_++ != '=') return false;
    blanks();
    const char quote = *at_++;
    if (quote != '"' && quote != '\'') return false;
    const char* first = at_;
    char* out = at_;
    for (;;) {
      const char* from = at_;
      while (is(*at_, kQuoted)) ++at_;
      out = moved(out, from);
      if (*at_ == quote) break;
      if (is_blank(*at_) || *at_ == '"' || *at_ == '\'')
        *out++ = is_blank(*at_) ? ' ' : *at_, ++at_;
      else if (*at_ != '&' || !reference(out))
        return false;
    }
    builder_.attribute(qualified, {first, static_cast<std::size_t>(out - first)});
    ++at_;
    return true;
  }

  // What was read from `from` on stands at `out` now; returned: where it ends.
  char* moved(char* out, const char* from) const {
    const auto size = static_cast<std::size_t>(at_ - from);
    if (out != from) std::memmove(out, from, size);
    return out + size;
  }

  // Writes what a reference stands for, which never takes more room, and goes behind it.
  bool reference(char*& out) {
    const auto found = reference_at(rest().substr(0, 64));
    if (found.length == 0) return false;
    at_ += found.length;
    append_utf8(out, found.character);
    return true;
  }

  // One piece of what an element holds: a text, a tag, a comment.
  bool content() {
    if (*at_ != '<') return text();
    if (at_[1] == '/') return end_tag();
    if (at_[1] == '!') return rest().starts_with("<!--") && comment();
    return element();
  }

  bool end_tag() {
    at_ += 2;
    const std::string_view& open = open_.back().name;
    if (!same_text(rest().substr(0, open.size()), open)) return false;
    at_ += open.size();
    blanks();
    if (*at_++ != '>') return false;
    builder_.end();
    open_.pop_back();
    return true;
  }

  // Blanks between elements are none; they are text where nothing else is in an element.
  bool text() {
    char* first = at_;
    blanks();
    Open& open = open_.back();
    if (*at_ == '<' && (at_[1] != '/' || open.child)) return true;
    at_ = first;
    char* out = first;
    for (;;) {
      const char* from = at_;
      for (at_ = behind(at_, end_, text_bytes); is(*at_, kText);) ++at_;
      out = moved(out, from);
      if (*at_ == '<') break;
      if (*at_ == ']' && !(at_[1] == ']' && at_[2] == '>'))
        *out++ = *at_++;
      else if (*at_ != '&' || !reference(out))
        return false;
    }
    builder_.text({first, static_cast<std::size_t>(out - first)});
    open.child = open.child || open.value;
    open.value = true;
    return true;
  }

  einvoice::TreeBuilder& builder_;
  const XmlLimits& limits_;
  char *at_, *end_;
  std::vector<Open> open_;
  std::vector<std::string_view> names_;  // of the attributes of one element
};

}  // namespace

std::optional<einvoice::Tree> parse_quickly(const Utf8Text& text, const XmlLimits& limits) {
  const std::size_t size = end_lines(text.data.get(), text.size);
  einvoice::TreeBuilder builder(size / 48);
  builder.own(text.data);
  Parser parser(builder, limits, text.data.get(), size);
  if (!parser.run()) return std::nullopt;
  return builder.finish();
}

}  // namespace ap::xml
