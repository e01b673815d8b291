#include "rules/controls/policy.h"

#include <fmt/format.h>

namespace ap::rules {

Outcome check_amount_limit(const Invoice& invoice, const Facts& facts) {
  const auto& total = invoice.totals.gross ? invoice.totals.gross : invoice.totals.payable;
  if (!total) return nothing_to_check("the document states no total");
  auto own = facts.settings.amount_limits.find(invoice.currency);
  const Decimal& limit = own != facts.settings.amount_limits.end() ? own->second : facts.settings.amount_limit;
  if (total->abs() <= limit) return Problems{};
  return Problems{{invoice.totals.gross ? "totals.gross" : "totals.payable",
                   fmt::format("the total {} {} is above the limit of {}", total->str(), invoice.currency, limit.str()),
                   limit.str(), total->str()}};
}

}  // namespace ap::rules
