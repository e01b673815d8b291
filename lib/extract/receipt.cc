#include "extract/receipt.h"

#include <algorithm>

#include "extract/address.h"
#include "extract/choice.h"
#include "extract/party_blocks.h"
#include "extract/text.h"
#include "extract/totals.h"

namespace ap::extract::reading {
namespace {

class ReceiptReader {
 public:
  ReceiptReader(const Context& context, Draft& draft)
      : context_(context), sheet_(context.sheet), draft_(draft), weights_(weigh_sums(context)) {}

  void read() {
    merchant();
    total();
  }

 private:
  const std::vector<Amount>& list() const { return context_.amounts.list; }

  bool is_title(int cell) const {
    for (int h : context_.labels.by_cell[cell]) {
      const LabelHit& hit = context_.labels.hits[h];
      bool title = hit.role == Role::title_invoice || hit.role == Role::title_receipt ||
                   hit.role == Role::title_credit || hit.role == Role::title_other || hit.role == Role::number;
      if (title && hit.before == 0 && hit.after <= 2) return true;
    }
    return false;
  }

  bool is_contact(int row) const {
    for (int c = sheet_.rows[row].first; c < sheet_.rows[row].last; ++c)
      for (int h : context_.labels.by_cell[c]) {
        const LabelHit& hit = context_.labels.hits[h];
        bool contact = hit.role == Role::phone || hit.role == Role::fax || hit.role == Role::vat_id ||
                       hit.role == Role::registration || hit.role == Role::email || hit.role == Role::issue_date;
        if (contact && hit.before == 0 && hit.words + hit.after >= 2 && count_digits(sheet_.cell_text(c)) >= 4)
          return true;
      }
    return false;
  }

  // The words of a row up to a register number in parentheses.
  Span row_name(int row) const {
    int first = sheet_.cells[sheet_.rows[row].first].first, last = sheet_.cells[sheet_.rows[row].last - 1].last;
    for (int t = first + 1; t < last; ++t)
      if (sheet_.tokens[t].folded.starts_with('(') && count_digits(sheet_.tokens[t].folded) >= 4) last = t;
    while (first < last && count_letters(sheet_.tokens[first].folded) == 0) ++first;
    while (last > first && count_letters(sheet_.tokens[last - 1].folded) == 0 &&
           sheet_.tokens[last - 1].folded.find(')') == std::string::npos)
      --last;
    int letters = 0, digits = 0;
    for (int t = first; t < last; ++t)
      letters += count_letters(sheet_.tokens[t].folded), digits += count_digits(sheet_.tokens[t].folded);
    if (letters < 3 || digits * 2 > letters) return {};
    return {first, last};
  }

  void merchant() {
    Choice choice;
    int rank = 0;
    int rows = std::min<int>(static_cast<int>(sheet_.rows.size()), 12);
    for (int r = 0; r < rows && rank < 7; ++r) {
      if (is_title(sheet_.rows[r].first)) continue;
      Span name = row_name(r);
      if (name.empty()) continue;
      if (is_contact(r)) break;
      double score = 0.75 - 0.13 * rank++;
      bool form = has_legal_form(sheet_, name.first, name.last);
      if (form) score += 0.35;
      bool street = looks_like_street(sheet_, name.first, name.last) || town_in(sheet_, name.first, name.last);
      if (street && !form) score -= 0.4;
      double sure = sheet_.confidence(name.first, name.last) / 1000.0;
      if (sure < 0.5) score -= 0.3 * (0.7 - sure);
      if (name.last - name.first == 1 && sheet_.tokens[name.first].text.size() < 4) score -= 0.2;
      std::string text = sheet_.text(name.first, name.last, " ,;:|.-_'\"");
      choice.add(text, score, name.first, name.last, How::layout);
      if (street && !form) break;
    }
    choice.put(draft_, "seller.name", 0.1, 0.8);
  }

  bool usable(std::size_t a) const {
    return !list()[a].percent && !list()[a].value.is_negative() && !list()[a].value.is_zero() &&
           (list()[a].decimals() == 2 || (list()[a].currency && list()[a].decimals() < 2));
  }

  // Cash given less change, for all pairs that labels name.
  std::vector<Decimal> paid() const {
    std::vector<Decimal> out;
    for (std::size_t c : named(kCash, 0.2))
      for (std::size_t d : named(kChange, 0.2))
        if (list()[c].value >= list()[d].value.abs()) out.push_back(list()[c].value - list()[d].value.abs());
    return out;
  }

  // The first amounts that a label names so; a slip has few.
  std::vector<std::size_t> named(Sum sum, double least) const {
    std::vector<std::size_t> out;
    for (std::size_t a = 0; a < list().size() && out.size() < 12; ++a)
      if (weights_.of[a][sum] > least) out.push_back(a);
    return out;
  }

  void total() {
    auto cash_less_change = paid();
    Decimal largest;
    for (std::size_t a = 0; a < list().size(); ++a)
      if (usable(a) && weights_.of[a][kCash] < 0.3 && weights_.of[a][kOtherSum] < 0.4 &&
          std::max(weights_.of[a][kGross], weights_.of[a][kPayable]) > 0.3)
        largest = std::max(largest, list()[a].value);
    Choice choice;
    for (std::size_t a = 0; a < list().size(); ++a) {
      if (!usable(a)) continue;
      const Amount& amount = list()[a];
      const auto& w = weights_.of[a];
      double score = std::max({w[kGross], 0.9 * w[kPayable], 0.45 * w[kNet], 0.35 * w[kCash]}) * 0.6;
      if (std::find(cash_less_change.begin(), cash_less_change.end(), amount.value) != cash_less_change.end())
        score += 0.5;
      if (amount.value == largest) score += 0.2;
      score -= 0.4 * w[kOtherSum] + 0.3 * w[kChange] + 0.2 * w[kTax];
      score += rounding(a) + sum_of_others(a);
      score += 0.08 * static_cast<double>(amount.row) / static_cast<double>(sheet_.rows.size());
      if (score <= 0.05) continue;
      const LabelHit* label = w[kPayable] * 0.9 > w[kGross] ? weights_.hit[a][kPayable] : weights_.hit[a][kGross];
      Option option{amount.value.str(), score, amount.first, amount.last};
      if (label) option.label_first = label->first, option.label_last = label->last;
      choice.add(std::move(option));
    }
    if (choice.empty()) return;
    bool proved = std::any_of(cash_less_change.begin(), cash_less_change.end(),
                              [&](const Decimal& paid) { return paid.str() == choice.best().value; });
    if (choice.put(draft_, "totals.gross", 0.15, proved ? 0.97 : 0.85)) {
      const Decimal gross = *draft_.invoice().totals.gross;
      draft_.derive("totals.payable", gross.str(), draft_.evidence().at("totals.gross").confidence / 1000.0,
                    "the gross: a receipt is paid in full");
      if (proved) draft_.evidence()["totals.gross"].proof = "cash given less change";
    }
  }

  // Above zero for the total after rounding, below for the one before.
  double rounding(std::size_t a) const {
    if (weights_.of[a][kGross] > 0.4 || weights_.of[a][kPayable] > 0.4) {
      for (std::size_t b = 0; b < list().size(); ++b) {  // two totals some cents apart: the later is the rounded one
        bool total = std::max(weights_.of[b][kGross], weights_.of[b][kPayable]) > 0.4 && usable(b);
        Decimal gap = (list()[a].value - list()[b].value).abs();
        if (total && !gap.is_zero() && gap <= Decimal::scaled(5, 2) && list()[a].row != list()[b].row)
          return list()[a].row > list()[b].row ? 0.3 : -0.3;
      }
    }
    for (std::size_t r = 0; r < list().size(); ++r) {
      if (weights_.of[r][kRounding] < 0.2 || list()[r].value.is_zero() ||
          list()[r].value.abs() > Decimal::scaled(10, 2))
        continue;
      for (std::size_t b = 0; b < list().size(); ++b) {
        if (b == a || !usable(b)) continue;
        Decimal gap = (list()[a].value - list()[b].value).abs();
        if (gap != list()[r].value.abs()) continue;
        bool after = list()[a].row > list()[r].row, before = list()[b].row > list()[r].row;
        if (after && !before) return 0.3;
        if (before && !after) return -0.3;
      }
    }
    return 0;
  }

  // Net and tax that labels name add up to it.
  double sum_of_others(std::size_t a) const {
    for (std::size_t n : named(kNet, 0.25))
      for (std::size_t t : named(kTax, 0.25))
        if (!list()[t].value.is_zero() && list()[n].value + list()[t].value == list()[a].value) return 0.25;
    return 0;
  }

  const Context& context_;
  const Sheet& sheet_;
  Draft& draft_;
  SumWeights weights_;
};

}  // namespace

bool is_receipt(const Context& context, const DocumentKind& kind) {
  if (kind.type == InvoiceType::credit_note || context.sheet.pages->size() > 2 || context.sheet.tokens.size() > 3000)
    return false;
  const layout::Page& page = context.sheet.pages->front();
  double ratio = static_cast<double>(page.height) / std::max(page.width, 1);
  double score = ratio > 1.75 ? 1.4 : ratio > 1.5 ? 0.5 : 0;
  double words = 0;
  bool addressed = false;
  for (const LabelHit& hit : context.labels.hits) {
    if ((hit.role == Role::cash || hit.role == Role::change) && hit.before == 0) words += 0.5;
    if (hit.role == Role::title_receipt && hit.before <= 1) words += 0.6;
    if (hit.role == Role::rounding && hit.before == 0) words += 0.3;
    addressed |= hit.role == Role::buyer && hit.words > 1 && hit.before == 0;
    addressed |= hit.role == Role::due_date && hit.words > 1;
  }
  score += std::min(words, 1.6);
  if (!context.ibans.empty()) score -= 1.2;
  if (addressed) score -= 0.7;
  // A slip has few words on a row.
  double per_row = static_cast<double>(context.sheet.tokens.size()) /
                   std::max<double>(1.0, static_cast<double>(context.sheet.rows.size()));
  if (per_row > 8) score -= 0.6;
  return score >= 1.3;
}

void read_receipt(const Context& context, Draft& draft) { ReceiptReader(context, draft).read(); }

}  // namespace ap::extract::reading
