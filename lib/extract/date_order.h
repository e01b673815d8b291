// Which of day and month comes first, where no single date tells: the order in which days follow each other. Pure.
#pragma once

#include "extract/context.h"

namespace ap::extract::reading {

// Turns every date that allows two orders where the days of `first`, read under the present order, contradict it and
// the other order holds: due before issued, or not so many days later as the terms say. True where dates were turned.
// Where the terms prove the present order, that is put down.
bool settle_order(const Sheet& sheet, const Draft& first, Dates& dates);

}  // namespace ap::extract::reading
