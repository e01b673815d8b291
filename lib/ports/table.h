// Tables of text as they come from spreadsheets and other programs, in our own words.
#pragma once

#include <string>
#include <vector>

namespace ap {

struct TableRow {
  int line = 0;  // of the file, from 1, where the row begins
  std::vector<std::string> cells;
  bool operator==(const TableRow&) const = default;
};

}  // namespace ap
