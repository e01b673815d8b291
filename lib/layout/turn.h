// Boxes on a page that is turned by quarter turns.
#pragma once

#include <cstdint>

#include "core/evidence.h"

namespace ap::layout {

// The box as it stands after the page, `width` by `height` before, was turned clockwise by `degrees`: 0, 90, 180, 270.
inline Box turned(const Box& b, int degrees, std::int32_t width, std::int32_t height) {
  switch (degrees) {
    case 90:
      return {height - b.y1, b.x0, height - b.y0, b.x1};
    case 180:
      return {width - b.x1, height - b.y1, width - b.x0, height - b.y0};
    case 270:
      return {b.y0, width - b.x1, b.y1, width - b.x0};
    default:
      return b;
  }
}

}  // namespace ap::layout
