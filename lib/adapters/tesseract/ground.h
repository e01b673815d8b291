// What a slip was scanned on: the dark around it.
#pragma once

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// Dark areas that reach the edge of the picture, large and without print of their own, get the colour of the paper. The
// recognizer divides all pixels into dark and light ones; beside a black corner faint print is as light as the paper,
// and whole slips stay unread. For slips only: a letter's head may be printed in light on dark. Grey pictures.
PixPtr without_dark_ground(PixPtr pix);

}  // namespace ap::ocr
