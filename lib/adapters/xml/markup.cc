#include "adapters/xml/markup.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace ap::xml {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Takes name="value" with blanks before it off the front of a declaration; false where it is not so.
bool take_pseudo_attribute(std::string_view& rest, std::string_view name, std::string_view& value) {
  std::size_t start = rest.find_first_not_of(kBlanks);
  if (start == 0 || start == rest.npos || !rest.substr(start).starts_with(name)) return false;
  std::size_t at = rest.find_first_not_of(kBlanks, start + name.size());
  if (at == rest.npos || rest[at] != '=') return false;
  at = rest.find_first_not_of(kBlanks, at + 1);
  if (at == rest.npos || (rest[at] != '"' && rest[at] != '\'')) return false;
  std::size_t close = rest.find(rest[at], at + 1);
  if (close == rest.npos) return false;
  value = rest.substr(at + 1, close - at - 1);
  rest.remove_prefix(close + 1);
  return true;
}

// Bytes of a tag that are looked at.
constexpr std::array<bool, 256> marked(std::string_view bytes) {
  std::array<bool, 256> out{};
  for (char c : bytes) out[static_cast<unsigned char>(c)] = true;
  return out;
}
constexpr std::array<bool, 256> kInTag = marked("\"'<>"), kInText = marked("<&]"), kInQuotes = marked("<&\""),
                                kInApostrophes = marked("<&'");

// One step a byte, as this runs over every e-invoice there is.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  std::optional<MarkupFault> run() {
    while (!fault_ && at_ < text_.size()) {
      at_ = next(kInText, at_);
      if (at_ == text_.size()) break;
      if (text_[at_] == '<') {
        markup();
      } else if (text_[at_] == '&') {
        reference();
      } else if (text_.substr(at_).starts_with("]]>")) {
        fail("']]>' stands in the text", at_);
      } else {
        ++at_;
      }
    }
    return fault_;
  }

 private:
  std::size_t next(const std::array<bool, 256>& stops, std::size_t from) const {
    while (from < text_.size() && !stops[static_cast<unsigned char>(text_[from])]) ++from;
    return from;
  }

  void reference() {
    std::size_t length = reference_at(text_.substr(at_, 64)).length;
    if (length == 0)
      return fail("an '&' begins no reference that XML knows (entities of its own a document may not have)", at_);
    at_ += length;
  }

  void markup() {
    std::string_view rest = text_.substr(at_);
    if (rest.size() > 1 && begins_name(rest[1])) return tag();
    if (rest.starts_with("<!--")) return comment();
    if (rest.starts_with("<![CDATA[")) return skip_to("]]>", 9);
    if (rest.starts_with("<!DOCTYPE")) {
      fault_ = {"", true};
      return;
    }
    if (rest.starts_with("<?")) return instruction(rest);
    tag();
  }

  void comment() {
    std::size_t dashes = text_.find("--", at_ + 4);
    if (dashes != text_.npos && !text_.substr(dashes).starts_with("-->"))
      return fail("a comment has '--' in it", dashes);
    skip_to("-->", 4);
  }

  void instruction(std::string_view rest) {
    std::size_t end = rest.find("?>");
    if (end == rest.npos) return stop();
    std::string_view target = rest.substr(2, std::min(end, rest.find_first_of(" \t\r\n", 2)) - 2);
    const bool declares =
        target.size() == 3 && (target[0] | 32) == 'x' && (target[1] | 32) == 'm' && (target[2] | 32) == 'l';
    if (target.empty() || !begins_name(target.front()) || target.find_first_of("<>&\"'=") != target.npos)
      return fail("a processing instruction has no name", at_);
    if (declares && (at_ != 0 || target != "xml")) return fail("an XML declaration does not stand at the start", at_);
    if (declares && !is_declaration(rest.substr(5, end - 5))) return fail("the XML declaration is malformed", at_);
    at_ += end + 2;
  }

  void tag() {
    for (++at_; !fault_;) {
      at_ = next(kInTag, at_);
      if (at_ == text_.size() || text_[at_] == '<') return stop();
      if (text_[at_] == '>') {
        ++at_;
        return;
      }
      value();
    }
  }

  // From the quote that opens it to behind the one that closes it.
  void value() {
    const char quote = text_[at_++];
    for (;;) {
      at_ = next(quote == '"' ? kInQuotes : kInApostrophes, at_);
      if (at_ == text_.size()) return;
      if (text_[at_] == '<') return fail("a '<' stands in the value of an attribute", at_);
      if (text_[at_] == quote) break;
      reference();
      if (fault_) return;
    }
    if (++at_ == text_.size() || is_blank(text_[at_]) || text_[at_] == '/' || text_[at_] == '>') return;
    fail("there is no blank behind the value of an attribute", at_);
  }

  void skip_to(std::string_view end, std::size_t from) {
    std::size_t found = text_.find(end, at_ + from);
    found == text_.npos ? stop() : void(at_ = found + end.size());
  }
  void stop() { at_ = text_.size(); }  // the parser will say what is wrong
  void fail(std::string_view what, std::size_t at) {
    fault_ = {std::string(what) + " at byte " + std::to_string(at), false};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<MarkupFault> fault_;
};

}  // namespace

Reference reference_at(std::string_view text) {
  constexpr std::pair<std::string_view, char> kNamed[] = {
      {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
  for (const auto& [name, character] : kNamed)
    if (text.starts_with(name)) return {name.size(), static_cast<std::uint32_t>(character)};
  if (!text.starts_with("&#")) return {};
  bool hex = text.size() > 2 && text[2] == 'x';
  std::uint32_t value = 0;
  std::size_t i = hex ? 3 : 2, digits = 0;
  for (; i < text.size() && text[i] != ';'; ++i, ++digits) {
    char c = text[i];
    int digit = c >= '0' && c <= '9' ? c - '0' : hex && (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
    if (digit < 0) return {};
    value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
    if (value > 0x10FFFF) return {};
  }
  bool character = value >= 0x20 ? (value < 0xD800 || (value > 0xDFFF && value != 0xFFFE && value != 0xFFFF))
                                 : value == 9 || value == 10 || value == 13;
  if (i >= text.size() || digits == 0 || !character) return {};
  return {i + 1, value};
}

bool is_declaration(std::string_view rest) {
  std::string_view value;
  if (!take_pseudo_attribute(rest, "version", value) || !value.starts_with("1.") || value.size() < 3) return false;
  if (value.find_first_not_of("0123456789", 2) != value.npos) return false;
  if (take_pseudo_attribute(rest, "encoding", value) && (value.empty() || !begins_name(value.front()))) return false;
  if (take_pseudo_attribute(rest, "standalone", value) && value != "yes" && value != "no") return false;
  return rest.find_first_not_of(kBlanks) == rest.npos;
}

std::optional<MarkupFault> markup_fault(std::string_view text) { return Scan(text).run(); }

}  // namespace ap::xml
