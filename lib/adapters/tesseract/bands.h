// Light print on a dark ground, as in the coloured band of a letterhead or the head of a table.
#pragma once

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// The picture with dark areas that hold light print made light and their print dark; all else as it was. The
// recognizer takes such an area for a picture and leaves it out. An area is dark against the paper around it, so that
// shadows do not count; it is about rectangular, mostly dark, and larger than a line of small print. To be called
// before the picture is levelled: levelling takes a ground of middling darkness for paper in the shade.
PixPtr bands_lightened(PixPtr pix);

}  // namespace ap::ocr
