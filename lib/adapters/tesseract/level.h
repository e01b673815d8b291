// Evens out the light on a photographed or badly lit sheet.
#pragma once

#include "adapters/tesseract/pix.h"

namespace ap::ocr {

// Parts in hundred by which the paper in the darker places of the picture is darker than in the light ones, for a grey
// picture. The darkest and the lightest tenth of the sheet do not count, so that a black border or a logo does not;
// `darkest`: another part in hundred of the dark places, for slips, whose black ground was taken away before.
constexpr int kTenth = 10, kEdgeOfSlip = 3;
int unevenness(Pix& pix, int darkest = kTenth);

// The picture with its paper brought to one level of white, where it is uneven enough that a single threshold would
// lose print in the shade; otherwise the picture as it is. On evenly lit scans levelling does more harm than good.
PixPtr levelled(PixPtr pix, int darkest = kTenth);

// The same in any case: for photographed sheets.
PixPtr surely_levelled(PixPtr pix);

}  // namespace ap::ocr
