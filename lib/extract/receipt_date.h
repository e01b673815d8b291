// The date of a slip, read through what recognition does to it: "1202/2018", "O1-Nov-2017", "24 Mar 2048",
// "26/Fen/2017".
#pragma once

#include <string_view>
#include <vector>

#include "extract/context.h"

namespace ap::extract::reading {

struct RepairedDate {
  Date date;
  double quality = 0;  // 1 as printed, less for each character that is supposed to be another
};

// What a damaged date may mean, none of it later than `latest`; best first. Folded text.
// `month_first`: the order of day and month where the print allows both.
std::vector<RepairedDate> repair_date(std::string_view folded, const Date& latest, bool month_first);

// Puts issue_date where the slip has a date: labels, a time of day beside it and repetition speak for it.
void read_receipt_date(const Context& context, Draft& draft);

}  // namespace ap::extract::reading
