// Finds the sheet of paper on a photo, and shows it as seen from straight above.
#pragma once

#include <optional>

#include "adapters/tesseract/warp.h"

namespace ap::ocr {

// The corners of a light sheet that lies on something darker and mostly inside the picture; sides of the picture stand
// in for at most one side that is cut off. nullopt where there is no such sheet, as on scans, or where print lies
// beside what seems to be one. For grey pictures.
std::optional<Quad> find_sheet(Pix& pix);

// The picture, same size, with the sheet made a rectangle about where it was, and paper around it.
PixPtr rectified(PixPtr pix, const Quad& sheet);

}  // namespace ap::ocr
