// A stamp on a scanned page: paler than the print that it lies across.
#pragma once

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// The picture with pale stamps as light as the paper, and the print under them as it was. A stamp is one piece of ink
// much larger than letters, hollow, askew, and clearly paler than the print of the page. `letter`: pixels of a capital
// letter, 0 unknown: nothing is done. Grey pictures.
PixPtr without_pale_stamps(PixPtr pix, int letter);

}  // namespace ap::ocr
