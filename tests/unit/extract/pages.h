// Pages for tests, set like a typewriter: letters six points wide, lines ten points high.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "layout/page.h"

namespace ap::extract {

// An A4 page from lines of text. Column c stands at 20 + 5 c points, line l at 40 + 14 l points; blanks separate
// words as in the text, so columns line up as they are typed.
inline layout::Page page_of(const std::vector<std::string_view>& lines, std::int32_t top = 4000) {
  layout::Page page;
  page.number = 1;
  page.width = 59500;
  page.height = 84200;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    std::int32_t column = 0, y = top + static_cast<std::int32_t>(l) * 1400;
    layout::Word word;
    auto flush = [&] {
      if (word.text.empty()) return;
      word.box.x1 = 2000 + column * 500;
      word.box.y0 = y;
      word.box.y1 = y + 1000;
      word.font_size = 900;
      page.words.push_back(word);
      word = {};
    };
    for (char c : lines[l]) {
      if (c == ' ') {
        flush();
      } else {
        if (word.text.empty()) word.box.x0 = 2000 + column * 500;
        word.text += c;
      }
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++column;
    }
    flush();
  }
  return page;
}

inline PageExtraction read(const std::vector<std::string_view>& lines) {
  return extract_invoice({page_of(lines)}, {*Date::parse("2026-11-22"), {}});
}

inline std::string text_of(const std::optional<Decimal>& value) { return value ? value->str() : ""; }
inline std::string text_of(const std::optional<Date>& value) { return value ? value->str() : ""; }

}  // namespace ap::extract
