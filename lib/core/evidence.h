// Where on which page a value was read, how, and how surely.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ap {

// A rectangle on an upright page, in hundredths of a PDF point (1/7200 inch) from its top left corner.
struct Box {
  std::int32_t x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  std::int32_t width() const { return x1 - x0; }
  std::int32_t height() const { return y1 - y0; }
  std::int32_t center_x() const { return x0 + width() / 2; }
  std::int32_t center_y() const { return y0 + height() / 2; }
  bool operator==(const Box&) const = default;
};

// The smallest box around both.
Box unite(const Box& a, const Box& b);

// A probability in parts per thousand, 0 to 1000; written as 0.997 in the record.
using Confidence = int;
inline constexpr Confidence kCertain = 1000;

// How a value was found. The names are those of the record.
enum class How { label, layout, einvoice, arithmetic, checksum, vendor, qr, correction };

std::string_view to_string(How how);
std::optional<How> how_from(std::string_view text);

struct Alternative {
  std::string value;
  Confidence confidence = 0;
  std::string reason = {};  // why it lost, from the decision itself; "" where nothing was noted
  bool operator==(const Alternative&) const = default;
};

struct Evidence {
  Confidence confidence = 0;
  int page = 0;  // from 1; 0 when the value comes from no page (e-invoice XML, arithmetic)
  std::optional<Box> box;
  std::string text;  // as printed
  How how = How::label;
  std::string label;   // words on the page that spoke for the value, as printed; "" when none did
  std::string reason;  // what weighed for it: "weight 1.26: address 0.95, letterhead 0.31"; "" where nothing was noted
  std::string proof;   // the arithmetic or check digits that it passed: "100.00 + 19.00 = 119.00"; "" when none
  std::vector<Alternative> alternatives;
  bool operator==(const Evidence&) const = default;
};

// Values that are their own evidence and certain, as all of an e-invoice are: path and value, one behind the other in one
// piece of text. An ordinary e-invoice has more than a hundred of them, and nobody but the writer of its record ever
// asks for most: an Evidence each would cost more than all that is checked.
class CertainValues {
 public:
  struct Place {
    std::size_t start;          // in the text: the path, and the value right behind it
    std::uint32_t path, value;  // their lengths
  };

  CertainValues() = default;
  // `places` in the order of their paths, none twice.
  CertainValues(std::string text, std::vector<Place> places) : text_(std::move(text)), places_(std::move(places)) {}

  const std::vector<Place>& places() const { return places_; }
  std::string_view path(const Place& place) const { return std::string_view(text_).substr(place.start, place.path); }
  std::string_view value(const Place& place) const {
    return std::string_view(text_).substr(place.start + place.path, place.value);
  }
  std::optional<std::string_view> find(std::string_view path) const;

 private:
  std::string text_;
  std::vector<Place> places_;
};

// Keyed by the path inside the invoice: "totals.gross", "lines[2].net". Used as a std::map is; what an e-invoice says of
// itself lies packed until somebody asks for an entry to hold or change. That unpacks also a const map, so that threads
// that share one must not meet in it.
class EvidenceMap {
 public:
  using Map = std::map<std::string, Evidence, std::less<>>;
  using key_type = Map::key_type;
  using mapped_type = Map::mapped_type;
  using value_type = Map::value_type;
  using iterator = Map::iterator;
  using const_iterator = Map::const_iterator;

  EvidenceMap() = default;
  explicit EvidenceMap(CertainValues values) : packed_(std::move(values)) {}

  // What leaves packed values as they are.
  std::optional<Confidence> confidence_of(std::string_view path) const;
  std::string text_of(std::string_view path) const;  // "" without evidence
  bool any(How how) const;
  bool contains(std::string_view path) const;
  std::size_t size() const { return map_.size() + packed_.places().size(); }
  bool empty() const { return size() == 0; }
  void clear() { *this = {}; }
  // All entries, when they are packed; otherwise it has none.
  const CertainValues& packed() const { return packed_; }

  iterator begin() { return unpacked().begin(); }
  iterator end() { return unpacked().end(); }
  const_iterator begin() const { return unpacked().begin(); }
  const_iterator end() const { return unpacked().end(); }
  iterator find(std::string_view path) { return unpacked().find(path); }
  const_iterator find(std::string_view path) const { return unpacked().find(path); }
  Evidence& at(const std::string& path) { return unpacked().at(path); }
  const Evidence& at(const std::string& path) const { return unpacked().at(path); }
  Evidence& operator[](const std::string& path) { return unpacked()[path]; }
  std::pair<iterator, bool> try_emplace(std::string path) { return unpacked().try_emplace(std::move(path)); }
  std::pair<iterator, bool> insert_or_assign(std::string path, Evidence evidence) {
    return unpacked().insert_or_assign(std::move(path), std::move(evidence));
  }
  std::size_t erase(const std::string& path) { return unpacked().erase(path); }
  iterator erase(const_iterator entry) { return unpacked().erase(entry); }
  void merge(EvidenceMap& other) { unpacked().merge(other.unpacked()); }

  template <class Condition>
  friend std::size_t erase_if(EvidenceMap& map, Condition condition) {
    return std::erase_if(map.unpacked(), condition);
  }
  friend bool operator==(const EvidenceMap& a, const EvidenceMap& b) { return a.unpacked() == b.unpacked(); }

 private:
  Map& unpacked() const {
    if (!packed_.places().empty()) unpack();
    return map_;
  }
  void unpack() const;

  // One of them is empty.
  mutable Map map_;
  mutable CertainValues packed_;
};

}  // namespace ap
