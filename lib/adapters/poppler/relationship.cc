#include "adapters/poppler/relationship.h"

#include <algorithm>
#include <cctype>

namespace ap::pdf {
namespace {

constexpr std::string_view kKey = "/AFRelationship";
constexpr std::size_t kLongestObject = 4096;  // a file specification is a few hundred bytes

// The object around `at`, between "obj" and "endobj".
std::string_view object_around(std::string_view pdf, std::size_t at) {
  std::size_t from = at > kLongestObject ? at - kLongestObject : 0;
  std::size_t begin = pdf.substr(from, at - from).rfind("obj");
  begin = begin == std::string_view::npos ? from : from + begin;
  std::size_t end = pdf.substr(at, kLongestObject).find("endobj");
  return pdf.substr(begin, end == std::string_view::npos ? at - begin : at + end - begin);
}

// The name after the key: "/Data" gives "Data".
std::string name_after(std::string_view text) {
  std::size_t slash = text.find_first_not_of(" \t\r\n");
  if (slash == std::string_view::npos || text[slash] != '/') return "";
  text.remove_prefix(slash + 1);
  auto end = std::ranges::find_if_not(text, [](unsigned char c) { return std::isalpha(c); });
  return std::string(text.begin(), end);
}

}  // namespace

std::string relationship_of(std::string_view file, std::string_view pdf) {
  if (file.empty()) return "";
  const std::string literal = "(" + std::string(file) + ")";
  for (std::size_t at = pdf.find(kKey); at != std::string_view::npos; at = pdf.find(kKey, at + 1)) {
    if (object_around(pdf, at).find(literal) == std::string_view::npos) continue;
    return name_after(pdf.substr(at + kKey.size(), 40));
  }
  return "";
}

}  // namespace ap::pdf
