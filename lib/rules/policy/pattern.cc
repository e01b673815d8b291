#include "rules/policy/pattern.h"

namespace ap::rules {
namespace {

// Where `part` first stands in `text` from `from` on; npos when nowhere. Linear in both.
std::size_t find_part(std::string_view text, std::string_view part, std::size_t from) {
  if (part.empty()) return from;
  std::vector<std::size_t> border(part.size(), 0);
  for (std::size_t i = 1, k = 0; i < part.size(); ++i) {
    while (k > 0 && part[i] != part[k]) k = border[k - 1];
    if (part[i] == part[k]) ++k;
    border[i] = k;
  }
  for (std::size_t i = from, k = 0; i < text.size(); ++i) {
    while (k > 0 && text[i] != part[k]) k = border[k - 1];
    if (text[i] == part[k]) ++k;
    if (k == part.size()) return i + 1 - k;
  }
  return std::string_view::npos;
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    auto byte = static_cast<unsigned char>(out[i]);
    // U+00C0 to U+00DE without the sign of multiplication: the small letter stands 32 further.
    bool latin =
        i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    if ((byte >= 'A' && byte <= 'Z') || latin) out[i] = static_cast<char>(byte + 32);
  }
  return out;
}

Pattern::Pattern(std::string_view text) {
  std::string small = folded(text);
  for (std::size_t start = 0;;) {
    auto star = small.find('*', start);
    parts_.push_back(small.substr(start, star == small.npos ? small.npos : star - start));
    if (star == small.npos) return;
    start = star + 1;
  }
}

bool Pattern::matches(std::string_view text) const {
  std::string small = folded(text);
  if (is_exact()) return small == parts_.front();
  if (!small.starts_with(parts_.front())) return false;
  std::size_t at = parts_.front().size();
  for (std::size_t i = 1; i + 1 < parts_.size(); ++i) {
    at = find_part(small, parts_[i], at);
    if (at == std::string::npos) return false;
    at += parts_[i].size();
  }
  const std::string& last = parts_.back();
  return small.size() >= at + last.size() && small.ends_with(last);
}

}  // namespace ap::rules
