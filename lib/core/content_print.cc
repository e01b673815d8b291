#include "core/content_print.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/content_printer.h"

namespace ap {
namespace {

constexpr std::size_t kLeastLetters = 80;  // less text than that says nothing of one document
constexpr std::size_t kLeastFigures = 8;
constexpr std::string_view kHex = "0123456789abcdef";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters and digits in lower case; other characters of words kept.
std::string folded(std::string_view word) {
  std::string out;
  for (char c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    bool part = is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (part) out.push_back(c);
  }
  return out;
}

// "14:05", "14:05:33"
bool is_time(std::string_view word) {
  return word.size() >= 4 && word.size() <= 8 && word.find(':') != std::string_view::npos && is_digit(word.front()) &&
         word.find_first_not_of("0123456789:") == std::string_view::npos;
}

std::uint64_t mix(std::uint64_t value) {
  value ^= value >> 33;
  value *= 0xff51afd7ed558ccdull;
  value ^= value >> 33;
  value *= 0xc4ceb9fe1a85ec53ull;
  return value ^ (value >> 33);
}

std::string signature_of(const std::vector<std::uint64_t>& figures) {
  if (figures.size() < kLeastFigures) return "";
  std::string out;
  for (int i = 0; i < kSignatureValues; ++i) {
    std::uint64_t least = UINT64_MAX;
    for (std::uint64_t figure : figures)
      least = std::min(least, mix(figure + static_cast<std::uint64_t>(i + 1) * 0x9e3779b97f4a7c15ull));
    for (int shift : {12, 8, 4, 0}) out.push_back(kHex[(least >> shift) & 15]);
  }
  return out;
}

}  // namespace

std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ull;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  return mix(hash);
}

void ContentPrinter::add(std::string_view word) {
  if (is_time(word)) return;
  std::string letters = folded(word);
  if (letters.size() > 1 && std::ranges::any_of(letters, is_digit)) figures_.push_back(stable_hash(letters));
  digest_.update(as_bytes(letters));
  letters_ += letters.size();
}

ContentPrint ContentPrinter::finish() {
  ContentPrint print;
  if (letters_ >= kLeastLetters) print.hash = digest_.finish().substr(0, 32);
  print.signature = signature_of(figures_);
  return print;
}

ContentPrint content_print(const std::vector<std::string_view>& words) {
  ContentPrinter printer;
  for (std::string_view word : words) printer.add(word);
  return printer.finish();
}

int signature_likeness(std::string_view a, std::string_view b) {
  constexpr std::size_t kLength = kSignatureValues * 4;
  if (a.size() != kLength || b.size() != kLength) return -1;
  int same = 0;
  for (std::size_t i = 0; i < kLength; i += 4) same += a.substr(i, 4) == b.substr(i, 4);
  return same * 1000 / kSignatureValues;
}

}  // namespace ap
