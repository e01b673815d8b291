#include "rules/controls/dates.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/identifiers.h"
#include "core/names.h"

namespace ap::rules {
namespace {

Outcome no_issue_date() { return nothing_to_check("the document has no issue date"); }

}  // namespace

Outcome check_future_date(const Invoice& invoice, const Facts& facts) {
  if (!invoice.issue_date) return no_issue_date();
  if (*invoice.issue_date <= facts.today) return Problems{};
  return Problems{{"issue_date",
                   fmt::format("issued on {}, which is {} days after today ({})", invoice.issue_date->str(),
                               *invoice.issue_date - facts.today, facts.today.str()),
                   facts.today.str(), invoice.issue_date->str()}};
}

Outcome check_old_invoice(const Invoice& invoice, const Facts& facts) {
  if (!invoice.issue_date) return no_issue_date();
  int age = facts.today - *invoice.issue_date;
  if (age <= facts.settings.old_invoice_days) return Problems{};
  return Problems{{"issue_date",
                   fmt::format("issued on {}, {} days ago; the limit is {} days", invoice.issue_date->str(), age,
                               facts.settings.old_invoice_days),
                   facts.today.plus_days(-facts.settings.old_invoice_days).str(), invoice.issue_date->str()}};
}

Outcome check_due_date(const Invoice& invoice, const Facts&) {
  if (!invoice.due_date || !invoice.issue_date) return nothing_to_check("the document does not state both dates");
  if (*invoice.due_date >= *invoice.issue_date) return Problems{};
  return Problems{{"due_date",
                   fmt::format("due on {}, {} days before it was issued ({})", invoice.due_date->str(),
                               *invoice.issue_date - *invoice.due_date, invoice.issue_date->str()),
                   invoice.issue_date->str(), invoice.due_date->str()}};
}

Outcome check_period(const Invoice& invoice, const Facts& facts) {
  const Known& known = facts.known;
  if (!known.missing.empty()) return nothing_to_check(known.missing);
  if (!known.periods_loaded)
    return nothing_to_check("no posting periods are loaded; load them with ap-validate import periods FILE");
  if (!invoice.issue_date) return nothing_to_check("the document states no date");
  const Date& day = *invoice.issue_date;
  for (const PostingPeriod& period : known.periods) {
    if (period.status != "closed" || !period.start || !period.end || day < *period.start || day > *period.end) continue;
    bool ours = period.entity.empty() || std::ranges::any_of(known.entities, [&](const OwnEntity& entity) {
                  return entity.id == period.entity &&
                         (name_key(entity.name) == name_key(invoice.buyer.name) ||
                          std::ranges::any_of(entity.tax_ids, [&](const std::string& id) {
                            return compact_identifier(id) == compact_identifier(invoice.buyer.vat_id);
                          }));
                });
    if (!ours) continue;
    return Problems{
        {"issue_date",
         fmt::format("issued on {}, in the period from {} to {}{}, which is closed; agree with accounting on "
                     "the posting date, or have the period opened",
                     day.str(), period.start->str(), period.end->str(),
                     period.entity.empty() ? "" : " of " + period.entity),
         "", day.str()}};
  }
  return Problems{};
}

}  // namespace ap::rules
