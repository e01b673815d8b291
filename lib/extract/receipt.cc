#include "extract/receipt.h"

#include <algorithm>

#include "extract/receipt_date.h"
#include "extract/receipt_head.h"
#include "extract/receipt_number.h"
#include "extract/receipt_total.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// How many letters fit beside each other on the printed part of the page: a till prints 32 to 60, a letter 75 and more.
// Specks at the edges of a photo are left out.
int letters_across(const Sheet& sheet) {
  std::vector<std::int32_t> letter, left, right;
  for (const Token& token : sheet.tokens) {
    if (token.text.size() >= 3)
      letter.push_back(token.box.width() / static_cast<std::int32_t>(plain(token.text).size()));
    left.push_back(token.box.x0);
    right.push_back(token.box.x1);
  }
  if (letter.empty()) return 0;
  auto at = [](std::vector<std::int32_t>& values, std::size_t per_cent) {
    auto place = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * per_cent / 100);
    std::nth_element(values.begin(), place, values.end());
    return *place;
  };
  return (at(right, 97) - at(left, 3)) / std::max(at(letter, 50), 1);
}

// "CREDIT   61.65": a card, and not the title of a credit note.
bool paid_by_credit(const Context& context, const DocumentKind& kind) {
  if (kind.first < 0) return false;
  int row = context.sheet.cells[context.sheet.tokens[kind.first].cell].row;
  for (const Amount& amount : context.amounts.list)
    if (amount.row == row && amount.first >= kind.last && amount.decimals() == 2) return true;
  return false;
}

// "Pay by: CASH" names no day.
bool has_date(const Context& context, int cell) {
  const Row& row = context.sheet.rows[context.sheet.cells[cell].row];
  for (int t = context.sheet.cells[row.first].first; t < context.sheet.cells[row.last - 1].last; ++t)
    if (context.dates.at_token[t] >= 0) return true;
  return false;
}

constexpr std::int32_t kWidestSlip = 30'000;  // 106 mm: the widest paper of a till is 82.5 mm

// "Exchange within 14 days": where the slip calls itself one, or tells what was given, it is paid and nothing is due.
void forget_terms(const Context& context, Draft& draft) {
  const bool paid = std::ranges::any_of(context.labels.hits, [](const LabelHit& hit) {
    return hit.before == 0 && (hit.role == Role::cash || hit.role == Role::change || hit.role == Role::title_receipt);
  });
  auto due = draft.evidence().find("due_date");
  if (!paid || due == draft.evidence().end() || due->second.how == How::label) return;
  draft.invoice().due_date.reset();
  draft.evidence().erase(due);
}

// A slip bears the tax number of who wrote it, wherever it stands, unless a label says that it is the customer's.
void give_tax_id_to_seller(const Context& context, Draft& draft) {
  auto entry = draft.evidence().find("buyer.vat_id");
  if (entry == draft.evidence().end() || draft.has("seller.vat_id")) return;
  Invoice& invoice = draft.invoice();
  if (std::ranges::any_of(context.tax_ids,
                          [&](const Identifier& id) { return id.buyers && id.value == invoice.buyer.vat_id; }))
    return;
  invoice.seller.vat_id = std::move(invoice.buyer.vat_id);
  invoice.buyer.vat_id.clear();
  Evidence evidence = entry->second;
  draft.evidence().erase(entry);
  draft.evidence().insert_or_assign("seller.vat_id", std::move(evidence));
}

// Nobody sells to himself: specks at the head were taken for a word such as "to".
void forget_buyer_who_sells(Draft& draft) {
  if (draft.invoice().buyer.name.empty() || draft.invoice().buyer.name != draft.invoice().seller.name) return;
  draft.invoice().buyer = {};
  erase_if(draft.evidence(), [](const auto& entry) { return entry.first.starts_with("buyer."); });
}

// A slip is made out to nobody unless a label says so, and its order number is the kitchen's or the till's.
void forget_guesses(Draft& draft) {
  auto& evidence = draft.evidence();
  auto buyer = evidence.find("buyer.name");
  if (buyer == evidence.end() || buyer->second.how != How::label) {
    draft.invoice().buyer = {};
    erase_if(evidence, [](const auto& entry) { return entry.first.starts_with("buyer."); });
  }
  draft.invoice().purchase_order.clear();
  evidence.erase("purchase_order");
}

}  // namespace

bool is_receipt(const Context& context, const DocumentKind& kind) {
  if ((kind.type == InvoiceType::credit_note && !paid_by_credit(context, kind)) || context.sheet.pages->size() > 2 ||
      context.sheet.tokens.size() > 3000)
    return false;
  const layout::Page& page = context.sheet.pages->front();
  double ratio = static_cast<double>(page.height) / std::max(page.width, 1);
  double score = ratio > 1.75 ? 0.7 : ratio > 1.5 ? 0.3 : 0;
  // A sheet with little on it is no slip: a slip fills its picture, or lies on a scanner's bed.
  bool sheet = page.width > kWidestSlip && (page.source == layout::PageSource::text || ratio < 1.6);
  double narrow = std::clamp((74 - letters_across(context.sheet)) / 10.0, -0.5, 1.3);
  if (sheet && narrow > 0) narrow = page.source == layout::PageSource::text ? 0 : std::min(narrow, 0.9);
  score += narrow;
  double words = 0;
  bool addressed = false;
  for (const LabelHit& hit : context.labels.hits) {
    if ((hit.role == Role::cash || hit.role == Role::change) && hit.before == 0) words += 0.5;
    if (hit.role == Role::title_receipt && hit.before <= 1) words += 0.6;
    if (hit.role == Role::rounding && hit.before == 0) words += 0.3;
    addressed |= hit.role == Role::buyer && hit.words > 1 && hit.before == 0;
    addressed |= hit.role == Role::due_date && hit.words > 1 && has_date(context, hit.cell);
  }
  score += std::min(words, narrow > 0 ? 1.6 : 1.0);
  if (!context.ibans.empty()) score -= 1.2;
  if (addressed) score -= 0.7;
  return score >= 1.1;
}

void read_receipt(const Context& context, Draft& draft) {
  give_tax_id_to_seller(context, draft);
  forget_guesses(draft);
  forget_terms(context, draft);
  auto head = head_of(context);
  read_merchant(context, head, draft);
  forget_buyer_who_sells(draft);
  read_merchant_address(context, head, draft);
  read_receipt_number(context, draft);
  read_receipt_date(context, draft);
  read_receipt_total(context, draft);
}

}  // namespace ap::extract::reading
