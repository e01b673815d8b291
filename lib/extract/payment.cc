#include "extract/payment.h"

#include <algorithm>

#include "extract/choice.h"
#include "extract/due_words.h"
#include "extract/payment_means.h"
#include "extract/payment_reference.h"
#include "extract/terms.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

void read_bank(const Context& context, Draft& draft) {
  Choice choice;
  for (const Identifier& iban : context.ibans) {
    double score = (iban.proved ? 0.7 : 0.3) + (iban.labelled ? 0.35 : 0);
    Option option{iban.value, score, iban.first, iban.last, iban.proved ? How::checksum : How::label};
    if (iban.proved) option.proof = "the check digits hold (ISO 7064, mod 97-10)";
    if (iban.repaired) option.proof = "the check digits hold once letters and figures that look alike are exchanged";
    choice.add(std::move(option));
  }
  choice.put(draft, "payment.iban", 0.3);
  Choice bics;
  for (const Identifier& bic : find_bics(context.sheet, context.labels, context.ibans)) {
    double score = 0.5 + (bic.labelled ? 0.3 : 0);
    if (draft.invoice().payment.iban.starts_with(bic.country)) score += 0.2;
    bics.add(bic.value, score, bic.first, bic.last);
  }
  bics.put(draft, "payment.bic", 0.3);
}

constexpr int kLongestTerm = 4;  // words behind a label, "30 days", "45 jours nets"

// Words of terms in one cell, or behind a label.
void read_terms(const Context& context, Draft& draft) {
  const Sheet& sheet = context.sheet;
  Terms best;
  int best_cell = -1;
  for (std::size_t c = 0; c < sheet.cells.size(); ++c) {
    const Cell& cell = sheet.cells[c];
    bool digits = false;
    for (int t = cell.first; t < cell.last && !digits; ++t) digits = count_digits(sheet.tokens[t].folded) > 0;
    if (!digits) continue;
    const bool account = std::ranges::any_of(context.ibans, [&](const Identifier& iban) {
      return iban.cell == static_cast<int>(c);
    });  // "ES80 ... a 15 dias"
    Terms terms = parse_terms((account ? "terms " : "") + fold(sheet.cell_text(static_cast<int>(c))));
    if (terms.weight() > best.weight()) best = terms, best_cell = static_cast<int>(c);
  }
  // "Mode/Terms of Payment" over "15 Days": the label says what the days are.
  for (const LabelHit& hit : context.labels.hits) {
    if (hit.role != Role::terms || best.weight() > 0) continue;
    for (const Place& place : places(sheet, context.labels, hit, 1)) {
      if (place.last - place.first > kLongestTerm) continue;
      Terms terms = parse_terms("terms " + fold(sheet.text(place.first, place.last)));
      if (terms.weight() > 0) best = terms, best_cell = place.cell;
      break;
    }
  }
  if (best_cell < 0) return;
  const Cell& cell = sheet.cells[best_cell];
  draft.put("payment.terms", sheet.cell_text(best_cell), cell.first, cell.last, How::layout, 0.8);
  for (std::size_t i = 0; i < best.discounts.size(); ++i) {
    std::string path = "payment.discounts[" + std::to_string(i) + "].";
    draft.put(path + "percent", best.discounts[i].percent->str(), cell.first, cell.last, How::layout, 0.9);
    draft.put(path + "days", best.discounts[i].days->str(), cell.first, cell.last, How::layout, 0.9);
  }
  const auto& issue = draft.invoice().issue_date;
  if (draft.has("due_date") || !issue) return;
  if (best.day_of_next_month) {
    const Date due = issue->end_of_month().plus_days(*best.day_of_next_month);
    draft.derive("due_date", due.str(), draft.evidence().at("issue_date").confidence / 1000.0 * 0.95);
    draft.explain("due_date", "", "",
                  "day " + std::to_string(*best.day_of_next_month) + " of the month after " + issue->str());
  }
  if (best.day_of_next_month || !best.net_days) return;
  Date due = issue->plus_days(*best.net_days);
  if (best.end_of_month) due = due.end_of_month();
  double sure = draft.evidence().at("issue_date").confidence / 1000.0;
  draft.derive("due_date", due.str(), sure * (best.end_of_month ? 0.7 : 0.9));
  draft.explain("due_date", "", "",
                issue->str() + " + " + std::to_string(*best.net_days) + " days" +
                    (best.end_of_month ? ", end of the month" : ""));
}

}  // namespace

void read_payment(const Context& context, Draft& draft) {
  read_bank(context, draft);
  read_payment_reference(context, draft);
  read_payment_means(context, draft);
  read_terms(context, draft);
  const auto& issue = draft.invoice().issue_date;
  if (draft.has("due_date") || !issue) return;
  constexpr double kYearGuessed = 0.85;
  if (auto day = due_without_year(context, *issue))
    draft.put("due_date", day->date.str(), day->first, day->last, How::layout, kYearGuessed);
}

}  // namespace ap::extract::reading
