#include "extract/doctype.h"

#include <algorithm>
#include <array>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// "Lieferschein   8801442" in the print of the body: a reference to one.
bool numbered_beside(const Sheet& sheet, const LabelHit& hit) {
  const int next = hit.cell + 1;
  return hit.after == 0 && next < sheet.rows[sheet.cells[hit.cell].row].last && count_digits(sheet.cell_text(next)) > 2;
}

// Credit note and invoice share words ("Storno Rechnung", "facture d'avoir"); the longer phrase has won already.
double title_score(const Sheet& sheet, const LabelHit& hit, int body) {
  const Token& token = sheet.tokens[hit.first];
  const layout::Page& page = sheet.page_of_token(hit.first);
  double score = hit.weak ? -0.5 : 0;
  if (hit.before == 0)
    score += 1;
  else
    score -= 0.3 * hit.before;
  if (hit.after == 0)
    score += 0.5;
  else if (hit.after <= 4)
    score += 0.2;
  if (hit.colon) score -= 0.8;
  double ratio = static_cast<double>(token.font_size) / std::max(body, 1);
  score += std::clamp((ratio - 1.1) * 2, 0.0, 2.0);
  if (token.bold) score += 0.3;
  if (is_upper(plain(token.text).front()) && plain(token.text).size() > 2 && is_upper(plain(token.text)[2]))
    score += 0.3;
  if (page.number == 1 && token.box.y0 < page.height * 45 / 100) score += 0.5;
  if (page.number > 1) score -= 1;
  if (hit.role == Role::title_other && ratio < 1.15 && !token.bold && numbered_beside(sheet, hit)) score -= 0.8;
  return score;
}

struct Best {
  double score = 0;
  const LabelHit* hit = nullptr;
};

// "Credit memo no.", "Kreditnota nr": the label of the number says what the title does not. With `alone` only where no
// other number has a label: an invoice may name the credit note that it replaces.
const LabelHit* credit_number(const Sheet& sheet, const Labels& labels, bool alone) {
  constexpr std::array kStems = {"credit", "gutschrift", "storno",   "rectificativa", "abono", "koryg",
                                 "korekt", "kredit",     "dobropis", "avoir",         "opravn"};
  const LabelHit* found = nullptr;
  for (const LabelHit& hit : labels.hits) {
    if (hit.role != Role::number || hit.before > 0 || sheet.page_of_token(hit.first).number > 1) continue;
    bool credit = false;
    for (int t = hit.first; t < hit.last; ++t)
      for (std::string_view stem : kStems) credit |= sheet.tokens[t].folded.starts_with(stem);
    if (!credit && alone && !hit.weak) return nullptr;
    if (credit && !found) found = &hit;
  }
  return found;
}

// "Num. factura": the label of the number says that it is an invoice.
bool invoice_number(const Sheet& sheet, const Labels& labels) {
  constexpr std::array kStems = {"invoice", "rechnung", "factur", "fattur", "fatur", "faktur", "fakt"};
  return std::ranges::any_of(labels.hits, [&](const LabelHit& hit) {
    if (hit.role != Role::number || hit.before > 0) return false;
    for (int t = hit.first; t < hit.last; ++t)
      for (std::string_view stem : kStems)
        if (sheet.tokens[t].folded.starts_with(stem)) return true;
    return false;
  });
}

// "Gutschriftsbetrag", "Totaal te crediteren": the name of the sum says what a letter without a title does not.
const LabelHit* credited_sum(const Sheet& sheet, const Labels& labels) {
  constexpr std::array kStems = {"gutschrift", "crediter", "credited", "creditbe",
                                 "rimbors",    "accredit", "abonar",   "avoir"};
  for (const LabelHit& hit : labels.hits) {
    if ((hit.role != Role::gross && hit.role != Role::payable) || hit.before > 1) continue;
    for (int t = hit.first; t < hit.last; ++t)
      for (std::string_view stem : kStems)
        if (sheet.tokens[t].folded.starts_with(stem)) return &hit;
  }
  return nullptr;
}

}  // namespace

int body_size(const Sheet& sheet) {
  std::vector<int> sizes;
  sizes.reserve(sheet.tokens.size());
  for (const Token& token : sheet.tokens) sizes.push_back(token.font_size);
  if (sizes.empty()) return 1000;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
  return sizes[sizes.size() / 2];
}

DocumentKind kind_of(const Sheet& sheet, const Labels& labels) {
  int body = body_size(sheet);
  Best invoice, credit, receipt, other;
  for (const LabelHit& hit : labels.hits) {
    Best* best = hit.role == Role::title_invoice   ? &invoice
                 : hit.role == Role::title_credit  ? &credit
                 : hit.role == Role::title_receipt ? &receipt
                 : hit.role == Role::title_other   ? &other
                                                   : nullptr;
    if (!best) continue;
    // "Bank giro credit" is no credit note: a word that means other things too must stand alone.
    if (hit.weak && best == &credit && hit.before > 0) continue;
    double score = title_score(sheet, hit, body);
    if (score > best->score || !best->hit) *best = {score, &hit};
  }
  DocumentKind kind;
  Best chosen = invoice;
  // "GST INVOICE" over "Credit": how it is paid. A word that means other things too must outdo a title.
  const double over = credit.hit && credit.hit->weak && invoice.score > 0.8 ? 0.8 : -0.2;
  if (credit.hit && credit.score >= 1.2 && credit.score >= invoice.score + over) {
    kind.type = InvoiceType::credit_note;
    chosen = credit;
  } else if (other.hit && other.score >= 2.0 && other.score > invoice.score + 0.7 && other.score > receipt.score) {
    kind.other = true;
    chosen = other;
  }
  if (!chosen.hit) chosen = receipt;
  constexpr double kClearTitle = 1.5;
  const bool titled = chosen.hit && chosen.score >= kClearTitle;
  const bool decided = titled && kind.type == InvoiceType::credit_note;
  const LabelHit* numbered = decided ? nullptr : credit_number(sheet, labels, titled);
  if (!numbered && !invoice.hit && !other.hit && !invoice_number(sheet, labels)) numbered = credited_sum(sheet, labels);
  if (numbered && !kind.other) {
    kind.type = InvoiceType::credit_note;
    chosen = {kClearTitle, numbered};
  }
  if (chosen.hit && chosen.score > 0.4) {
    kind.first = chosen.hit->first;
    kind.last = chosen.hit->last;
    kind.title_cell = chosen.hit->cell;
  }
  // "TAX INVOICE" over "Credit ref.: 26-159": a form whose title stayed.
  const bool contradicted = titled && numbered && !kind.other;
  double rival = kind.type == InvoiceType::credit_note ? invoice.score : std::max(credit.score, 0.0);
  if (kind.first >= 0) kind.title = chosen.score, kind.margin = chosen.score - rival;
  kind.confidence = contradicted ? 0.7 : std::clamp(0.9 + 0.06 * (chosen.score - rival), 0.5, 0.998);
  return kind;
}

}  // namespace ap::extract::reading
