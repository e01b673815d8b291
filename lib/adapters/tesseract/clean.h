// Takes dust off a picture and the jags off print that came as black and white alone.
#pragma once

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// `ink`: the picture's ink; `letter`: pixels of a capital letter, 0 unknown. Marks far smaller than a full stop are
// made paper where there are so many of them that they are dust.
PixPtr cleaned(PixPtr pix, Pix& ink, int letter);

// True for a picture with hardly any grey, as in a fax. The recognizer has learnt from grey print, so such a picture is
// softened - in the size it is read in: small print softened before it is enlarged loses the gaps in its letters.
bool is_bilevel(const Pix& pix);
PixPtr without_jags(PixPtr pix);

}  // namespace ap::ocr
