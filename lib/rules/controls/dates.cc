#include "rules/controls/dates.h"

#include <fmt/format.h>

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

}  // namespace ap::rules
