#include "stages/einvoice_evidence.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "core/field_walk.h"

namespace ap {
namespace {

// So many values are put in order at a time: all of an ordinary invoice, and of a long one no second copy.
constexpr std::size_t kAtATime = 1024;

// Puts values into the map in the order of their paths, so that each stands behind the one before and no place is
// searched for.
class Filler {
 public:
  explicit Filler(EvidenceMap& map) : map_(map) {}

  void add(std::string_view path, std::string_view value) {
    waiting_.push_back({text_.size(), path.size(), value.size(), start_of(path)});
    text_.append(path).append(value);
    if (waiting_.size() == kAtATime) flush();
  }

  void flush() {
    std::ranges::sort(waiting_, [&](const Piece& a, const Piece& b) {
      return a.begins != b.begins ? a.begins < b.begins : path_of(a) < path_of(b);
    });
    auto place = map_.end();
    for (const Piece& piece : waiting_) {
      place = map_.try_emplace(place, std::string(path_of(piece)));
      Evidence& evidence = place->second;
      evidence.confidence = kCertain;
      evidence.text.assign(text_, piece.start + piece.path, piece.value);
      evidence.how = How::einvoice;
      ++place;
    }
    waiting_.clear();
    text_.clear();
  }

 private:
  struct Piece {
    std::size_t start, path, value;  // in text_: where the path begins, the lengths of path and value
    std::array<std::uint64_t, 2> begins;
  };
  // The first bytes as numbers that compare as the text does.
  static std::array<std::uint64_t, 2> start_of(std::string_view path) {
    std::array<std::uint64_t, 2> begins{};
    std::memcpy(begins.data(), path.data(), std::min(path.size(), sizeof begins));
    if constexpr (std::endian::native == std::endian::little)
      for (std::uint64_t& word : begins) word = __builtin_bswap64(word);
    return begins;
  }
  std::string_view path_of(const Piece& piece) const { return std::string_view(text_).substr(piece.start, piece.path); }

  EvidenceMap& map_;
  std::string text_;
  std::vector<Piece> waiting_;
};

}  // namespace

EvidenceMap evidence_of_einvoice(const Invoice& invoice, ContentPrinter& printer) {
  EvidenceMap map;
  Filler filler(map);
  walk_values(invoice, [&](std::string_view path, std::string_view value) {
    filler.add(path, value);
    printer.add(value);
  });
  filler.flush();
  return map;
}

}  // namespace ap
