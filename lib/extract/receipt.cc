#include "extract/receipt.h"

#include <algorithm>

#include "extract/address.h"
#include "extract/choice.h"
#include "extract/party_blocks.h"
#include "extract/receipt_total.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

class ReceiptReader {
 public:
  ReceiptReader(const Context& context, Draft& draft) : context_(context), sheet_(context.sheet), draft_(draft) {}

  void read() {
    merchant();
    read_receipt_total(context_, draft_);
  }

 private:
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

  const Context& context_;
  const Sheet& sheet_;
  Draft& draft_;
};

}  // namespace

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

constexpr std::int32_t kWidestSlip = 30'000;  // 106 mm: the widest paper of a till is 82.5 mm

}  // namespace

bool is_receipt(const Context& context, const DocumentKind& kind) {
  if (kind.type == InvoiceType::credit_note || context.sheet.pages->size() > 2 || context.sheet.tokens.size() > 3000)
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
    addressed |= hit.role == Role::due_date && hit.words > 1;
  }
  score += std::min(words, 1.6);
  if (!context.ibans.empty()) score -= 1.2;
  if (addressed) score -= 0.7;
  return score >= 1.2;
}

void read_receipt(const Context& context, Draft& draft) { ReceiptReader(context, draft).read(); }

}  // namespace ap::extract::reading
