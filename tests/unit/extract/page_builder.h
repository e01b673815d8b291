// Small made-up pages for tests of the extractor. Fixed pitch: a letter is 5 points wide and 10 high.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"

namespace ap::test {

// Text drawn as by a line printer: each string is one text line, each blank one letter wide, rows 12 points apart.
inline layout::Page printed_page(const std::vector<std::string>& rows, int number = 1) {
  layout::Page page;
  page.number = number;
  page.width = 60000;
  page.height = 84200;
  int y = 5000;
  for (const std::string& row : rows) {
    int x = 2000;
    std::string text;
    int begin = x;
    auto flush = [&] {
      if (!text.empty()) page.words.push_back({text, {begin, y, x, y + 1000}, kCertain, 1000, false});
      text.clear();
    };
    for (std::size_t i = 0; i < row.size(); ++i) {
      if ((row[i] & 0xC0) == 0x80) {  // a later byte of a letter
        text += row[i];
        continue;
      }
      if (row[i] == ' ')
        flush();
      else if (text.empty())
        begin = x;
      if (row[i] != ' ') text += row[i];
      x += 500;
    }
    flush();
    y += 1200;
  }
  return page;
}

}  // namespace ap::test
