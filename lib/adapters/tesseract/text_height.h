// How tall the print is, and how much of the picture is dust: what decides by how much a picture is enlarged.
#pragma once

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// Ink black on white, by a threshold that follows the paper; the grain of empty paper is none. nullptr: no memory.
PixPtr ink_of(Pix& pix);

// Pixels of a capital letter or a figure of the running text; 0 where too little is printed to tell. `ink`: one bit.
int text_height(Pix& ink);

}  // namespace ap::ocr
