// Draws a grey picture anew under a projective map: turned, enlarged, seen from straight above. One resampling instead
// of one per step, because each blurs. Included by this folder alone.
#pragma once

#include <array>
#include <optional>

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// Pixels; (0, 0) is the middle of the top left pixel.
struct Spot {
  double x = 0, y = 0;
};

// Corners in the order top left, top right, bottom right, bottom left.
using Quad = std::array<Spot, 4>;

// (x, y) -> ((a x + b y + c) / (g x + h y + 1), (d x + e y + f) / (g x + h y + 1)).
struct Projection {
  double a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0;
  Spot operator()(Spot p) const {
    const double w = g * p.x + h * p.y + 1;
    return {(a * p.x + b * p.y + c) / w, (d * p.x + e * p.y + f) / w};
  }
};

// The projection that takes each corner of `from` to that of `to`; nullopt where three of them lie on a line.
std::optional<Projection> projection(const Quad& from, const Quad& to);

// A picture of the given size whose pixel p is that of `pix` at to_source(p), between pixels in proportion to
// their nearness; white where that lies outside. Shrinks no further than to three quarters. nullptr: no memory.
PixPtr warped(const Pix& pix, const Projection& to_source, int width, int height);

}  // namespace ap::ocr
