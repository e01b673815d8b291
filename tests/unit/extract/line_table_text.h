// Line tables of printed pages, as text to compare.
#pragma once

#include <string>
#include <vector>

#include "extract/lines.h"
#include "unit/extract/page_builder.h"

namespace ap::test {

// Lines as "quantity x price = net description", parted by '\n'.
inline std::string summary(const extract::LineTable& table) {
  std::string out;
  auto str = [](const std::optional<Decimal>& d) { return d ? d->str() : std::string("?"); };
  for (const Line& l : table.lines)
    out += str(l.quantity) + " x " + str(l.unit_price) + " = " + str(l.net) + " " + l.description + "\n";
  return out;
}

inline extract::LineTable read(const std::vector<std::string>& rows, const extract::LineHints& hints = {}) {
  return extract_lines({printed_page(rows)}, hints);
}

}  // namespace ap::test
