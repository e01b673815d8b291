// Pages with what was read on them, as pictures for people.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/evidence.h"
#include "ports/reader.h"

namespace ap {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
};

// A frame on a page with a few words at its upper edge.
struct Mark {
  Box box;              // upright page, hundredths of a point
  std::string caption;  // UTF-8, one line
  Color color;
  bool dashed = false;  // a doubtful value
};

// Words in the margin of the page, beside a patch of the colour.
struct MarginNote {
  std::string text;  // UTF-8, one line
  Color color;
};

struct MarkedPage {
  PagePicture picture;                 // drawn under the marks; empty: white
  std::int32_t width = 0, height = 0;  // hundredths of a point
  std::vector<Mark> marks;
  std::vector<MarginNote> head, foot;  // along the upper and the lower edge
};

// Thread-safe. The same pages give the same bytes. Throws ap::Error(io) when the library fails, memory mostly.
class Drawing {
 public:
  virtual ~Drawing() = default;
  virtual std::string png(const MarkedPage& page) = 0;
  virtual std::string pdf(const std::vector<MarkedPage>& pages) = 0;
};

}  // namespace ap
