// Payment codes and bar codes on a picture. ZXing behind it; only the worker program links this.
#pragma once

#include <vector>

#include "ports/ocr_engine.h"

namespace ap::ocr {

// Codes found and checked by their own error detection, with boxes in hundredths of a point on the picture. Text is
// UTF-8, bytes that are none are read as Latin-1 (payment codes of old writers). Kinds that give false alarms on ruled
// tables (ITF, Codabar, the shorter EAN codes) are not looked for.
std::vector<layout::Code> find_codes(const Picture& picture);

}  // namespace ap::ocr
