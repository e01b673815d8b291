// Takes dust off a picture and the jags off print that came as black and white alone.
#pragma once

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// `ink`: the picture's ink; `letter`: pixels of a capital letter, 0 unknown. Marks far smaller than a full stop are
// made white where there are so many of them that they are dust. A picture with hardly any grey is softened a little:
// the recognizer has learnt from grey print.
PixPtr cleaned(PixPtr pix, Pix& ink, int letter);

}  // namespace ap::ocr
