// Tills and typewriter faces set noughts with a dot or a stroke inside, which recognizers take for eights and sixes.
#pragma once

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// The picture with the inside of such noughts as light as the paper. A nought is an upright oval, closed all around, as
// tall as the letters, with something dark in its very middle and paper on either hand of it; an eight has a bar there
// from side to side. Nothing is done where fewer than three are seen. Expects level lines of text. `letter`: pixels of
// a capital letter, 0 unknown: then the picture's own print tells. Grey pictures.
PixPtr without_marks_in_noughts(PixPtr pix, int letter);

}  // namespace ap::ocr
