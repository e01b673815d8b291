// Payment terms in words: "2/10 net 30", "14 Tage 2 % Skonto, 30 Tage netto", "45 jours fin de mois", "30 gg DFFM".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/invoice.h"
#include "extract/sheet.h"

namespace ap::extract::reading {

struct Terms {
  std::vector<CashDiscount> discounts;
  std::optional<int> net_days;           // days from the issue date until all is due; 0: at once
  std::optional<int> day_of_next_month;  // "20th of the month following"
  bool end_of_month = false;             // counted to the end of the month in which they end

  int weight() const { return 2 * static_cast<int>(discounts.size()) + (net_days || day_of_next_month ? 1 : 0); }
};

// Reads one sentence or line, folded as text.h does. Days count only beside a word of paying; a percentage only with
// days and a word for a cash discount. Empty where the words are not terms.
Terms parse_terms(std::string_view folded);

// The days until payment that the pages state, without repeats; cells without digits are not looked at.
std::vector<int> stated_terms(const Sheet& sheet);

}  // namespace ap::extract::reading
