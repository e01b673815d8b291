// How many pixels an inch a picture has, which decides how large a page it is.
#pragma once

namespace ap::ocr {

// `x_dpi`, `y_dpi`: what the file claims; 0 when nothing. Claims are often wrong: cameras write 72 or 1, scanning
// programs keep the tag of a picture that they scaled. A claim is taken when the sheet it means is between a receipt
// and A2 in size; else the resolution is chosen so that the picture is as wide as A4, or as narrow as a till roll
// where it is long and thin.
int plausible_dpi(int width, int height, int x_dpi, int y_dpi);

}  // namespace ap::ocr
