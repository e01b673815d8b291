// What recognition broke in the rows of a table, put right by sums: a row's product and the total of all rows are two
// witnesses against one misread figure. Nothing is changed where they do not agree to the cent, and nothing that a text
// layer says: that is never misread.
//
// Pure and thread-safe.
#pragma once

#include <vector>

#include "extract/lines.h"
#include "extract/lines_items.h"

namespace ap::extract::lines {

// Changes items of `reading` whose product does not hold. A changed value says How::arithmetic, keeps what was printed
// in its evidence, and is less sure than a printed one.
// * An amount without a point has the very digits of its product: the point was lost.
// * The sum of all rows is no total: amounts become their products where the sum then is one.
// * One amount alone is in doubt and looks like what the net total leaves for it.
// * The sum is a total: a quantity becomes amount / price where it looks like that. In the only row that does not hold
//   it also does where that is a whole number or a tenth to the cent.
void repair_by_sums(Reading& reading, const std::vector<Amount>& totals, const LineHints& hints);

}  // namespace ap::extract::lines
