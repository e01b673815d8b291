#include "core/content_print.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/content_printer.h"

namespace ap {
namespace {

constexpr std::size_t kLeastLetters = 80;  // less text than that says nothing of one document
constexpr std::size_t kLeastFigures = 8;
constexpr std::string_view kHex = "0123456789abcdef";

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters and digits in lower case; other characters of words kept; 0 for what is left out.
constexpr std::array<char, 256> kFolded = [] {
  std::array<char, 256> folded{};
  for (std::size_t i = 0; i < folded.size(); ++i) {
    auto c = static_cast<char>(i);
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_digit(c) || (c >= 'a' && c <= 'z') || i >= 0x80) folded[i] = c;
  }
  return folded;
}();

constexpr std::size_t kPiece = 4096;
constexpr std::uint64_t kFnvStart = 0xcbf29ce484222325ull, kFnvPrime = 0x100000001b3ull;

// "14:05", "14:05:33"
bool is_time(std::string_view word) {
  return word.size() >= 4 && word.size() <= 8 && is_digit(word.front()) && word.find(':') != std::string_view::npos &&
         word.find_first_not_of("0123456789:") == std::string_view::npos;
}

constexpr std::uint64_t kMixFirst = 0xff51afd7ed558ccdull, kMixSecond = 0xc4ceb9fe1a85ec53ull;

std::uint64_t mix(std::uint64_t value) {
  value ^= value >> 33;
  value *= kMixFirst;
  value ^= value >> 33;
  value *= kMixSecond;
  return value ^ (value >> 33);
}

// All values of the signature side by side, as wide as the processor has registers: the loader chooses.
#if defined(__x86_64__)
__attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#endif
void least_of(const std::vector<std::uint64_t>& figures, std::array<std::uint64_t, kSignatureValues>& least) {
  least.fill(UINT64_MAX);
  for (std::uint64_t figure : figures) {
    for (std::size_t i = 0; i < least.size(); ++i) {
      std::uint64_t value = figure + (i + 1) * 0x9e3779b97f4a7c15ull;  // as mix() has it
      value = (value ^ value >> 33) * kMixFirst;
      value = (value ^ value >> 33) * kMixSecond;
      value ^= value >> 33;
      least[i] = value < least[i] ? value : least[i];
    }
  }
}

std::string signature_of(const std::vector<std::uint64_t>& figures) {
  std::array<std::uint64_t, kSignatureValues> least;
  least_of(figures, least);
  constexpr std::size_t kDigits = 4;
  std::string out(kDigits * least.size(), '\0');
  char* to = out.data();
  for (std::uint64_t value : least)
    for (int shift : {12, 8, 4, 0}) *to++ = kHex[(value >> shift) & 15];
  return out;
}

}  // namespace

std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = kFnvStart;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kFnvPrime;
  return mix(hash);
}

// Room for what an ordinary document comes to, so that none is made while it is read.
ContentPrinter::ContentPrinter() {
  constexpr std::size_t kLongWord = 1024, kFigures = 256;
  pending_.reserve(kPiece + kLongWord);
  figures_.reserve(kFigures);
}

void ContentPrinter::add(std::string_view word) {
  if (is_time(word)) return;
  const std::size_t before = pending_.size();
  bool digit = false;
  pending_.resize_and_overwrite(before + word.size(), [&](char* text, std::size_t) {
    char* to = text + before;
    for (char each : word) {
      const char c = kFolded[static_cast<unsigned char>(each)];
      *to = c;
      to += c != '\0' ? 1 : 0;
      digit |= is_digit(c);
    }
    return static_cast<std::size_t>(to - text);
  });
  const std::string_view folded = std::string_view(pending_).substr(before);
  if (digit && folded.size() > 1) {
    ++figure_count_;
    const std::uint64_t figure = stable_hash(folded);
    if (std::exchange(lately_[figure % lately_.size()], figure) != figure) figures_.push_back(figure);
  }
  letters_ += folded.size();
  if (pending_.size() >= kPiece) {
    digest_.update(as_bytes(pending_));
    pending_.clear();
  }
}

ContentPrint ContentPrinter::finish() {
  ContentPrint print;
  digest_.update(as_bytes(pending_));
  if (letters_ >= kLeastLetters) print.hash = digest_.finish().substr(0, 32);
  if (figure_count_ >= kLeastFigures) print.signature = signature_of(figures_);
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
