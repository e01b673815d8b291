// The dark line that a fold leaves across a scanned sheet.
#pragma once

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// The picture with creases as light as the paper above and below them; print on them stays print. A crease runs level
// from side to side, is thinner than a line of print, and hardly as dark as the palest print: rules and bars stay as
// they are. Expects level lines of text. `letter`: pixels of a capital letter, 0 unknown: nothing is done. Grey
// pictures.
PixPtr without_creases(PixPtr pix, int letter);

}  // namespace ap::ocr
