// Where on which page a value was read, how, and how surely.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

// Keyed by the path inside the invoice: "totals.gross", "lines[2].net".
using EvidenceMap = std::map<std::string, Evidence, std::less<>>;

}  // namespace ap
