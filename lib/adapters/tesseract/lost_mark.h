// The mark of "7,5" that a recognizer of a whole page has not seen: small and close to its neighbours, it is left out,
// with certainty, while the ink plainly shows it.
#pragma once

#include <string>
#include <vector>

#include "adapters/tesseract/pix.h"
#include "adapters/tesseract/second_look.h"
#include "layout/page.h"

namespace ap::ocr {

// True where a small piece of ink stands low between two tall ones. `place` in pixels.
bool has_low_mark(Pix& page, const Box& place);

// The text of a look that has the same figures as `read` and one point or comma between them; "" else. Pure.
std::string with_mark(const std::string& read, const std::string& look);

// Looks again at short words of figures alone in which ink shows a mark: shown wider by `read`, as they are by
// `read_other`. What was read before is added to `others`. The value is ten or a hundred times less then, so it is
// given with doubt.
void look_for_marks(Pix& page, std::vector<layout::Word>& words, std::vector<layout::Word>& others,
                    const ReadFigure& read, const ReadFigure& read_other);

}  // namespace ap::ocr
