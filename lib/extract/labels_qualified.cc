#include "extract/labels_qualified.h"

#include <algorithm>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// Words of a remark are looked at up to here.
constexpr int kMostWords = 6;

const WordSet& including() {
  static const WordSet words(
      "incl included inclusive including inc incluido incluida incluidos incluidas incl inclus incluse inclusa inclusi "
      "incluso compresa compreso comprise comprises compris inkl inklusive enthalten inbegriffen inbegrepen inclusief "
      "wliczony zawiera vcetne med mit avec con com");
  return words;
}

const WordSet& excluding() {
  static const WordSet words(
      "excl excluded exclusive excluding ex exc exkl exklusive ohne exclu exclue hors sin sem senza esclusa escluso "
      "excluido excluida zonder exclusief ekskl eksklusive uden utan bez without before");
  return words;
}

const WordSet& taxes() {
  static const WordSet words(
      "vat gst hst sst pst qst tax taxes mwst ust mehrwertsteuer umsatzsteuer tva taxe iva igic impuestos imposte "
      "impostos btw moms dph");
  return words;
}

struct Remark {
  int last = 0;  // one past the token that ends it
  bool included = false;
};

bool money(const std::string& folded) {
  return count_digits(folded) > 2 && folded.find_first_of(".,") != std::string::npos;
}

// The remark that begins at `token`: one word of each kind, in any order, and rates between them.
Remark remark_at(const Sheet& sheet, const Cell& cell, int token) {
  int with = 0, without = 0, named = 0, words = 0;
  for (int t = token; t < cell.last && !money(sheet.tokens[t].folded); ++t) {
    for (std::string_view word : runs(sheet.tokens[t].folded)) {
      bool of_tax = taxes().has(word), in = including().has(word), out = excluding().has(word);
      if (++words > kMostWords || (!of_tax && !in && !out && word != "%" && count_digits(word) == 0)) return {};
      named += of_tax, with += in, without += out;
    }
    if (named > 0 && with + without == 1) return {t + 1, with == 1};
  }
  return {};
}

// How many amounts of money stand behind `token` in its row.
long amounts_behind(const Sheet& sheet, const Cell& cell, int token) {
  int end = sheet.cells[sheet.rows[cell.row].last - 1].last;
  return std::ranges::count_if(sheet.tokens.begin() + token, sheet.tokens.begin() + end,
                               [](const Token& t) { return money(t.folded); });
}

bool is_total(Role role) { return role == Role::gross || role == Role::payable; }

}  // namespace

void join_qualifiers(const Sheet& sheet, Labels& labels) {
  for (std::size_t c = 0; c < sheet.cells.size(); ++c) {
    const Cell& cell = sheet.cells[c];
    auto& own = labels.by_cell[c];
    for (int h : own) {
      LabelHit& total = labels.hits[h];
      if (!is_total(total.role)) continue;
      Remark remark = remark_at(sheet, cell, total.last);
      if (remark.last == 0 || amounts_behind(sheet, cell, remark.last) > 1) continue;
      int first = total.last;
      total.last = remark.last;
      ++total.words;
      if (!remark.included && total.role == Role::gross) total.role = Role::net;
      for (int other : own) {
        LabelHit& hit = labels.hits[other];
        if (hit.first >= first && hit.last <= remark.last) hit.role = Role::none;
      }
    }
    std::erase_if(own, [&](int h) { return labels.hits[h].role == Role::none; });
  }
}

namespace {

// `next` goes on where `hit` ended, with nothing but a stroke between them.
bool slashed(const Sheet& sheet, const LabelHit& hit, const LabelHit& next) {
  if (next.last <= hit.last || next.first + 1 < hit.last) return false;
  if (next.first < hit.last) return sheet.tokens[next.first].folded.find('/') != std::string::npos;
  bool stroke = false;
  for (int t = hit.last; t < next.first; ++t) {
    if (sheet.tokens[t].folded != "/") return false;
    stroke = true;
  }
  return stroke || sheet.tokens[hit.last - 1].folded.ends_with('/') || sheet.tokens[next.first].folded[0] == '/';
}

}  // namespace

void join_slashed(const Sheet& sheet, Labels& labels) {
  for (LabelHit& hit : labels.hits) {  // "Application / invoice 77"
    const bool title = hit.role == Role::title_invoice || hit.role == Role::number;
    if (title && hit.before == 1 && hit.first > 1 && sheet.tokens[hit.first - 1].folded == "/") hit.before = 0;
  }
  for (const auto& own : labels.by_cell)
    for (std::size_t i = 0; i < own.size(); ++i)
      for (std::size_t k = 0; k < own.size(); ++k) {
        const LabelHit& hit = labels.hits[own[i]];
        LabelHit& next = labels.hits[own[k]];
        const bool credit = next.role == Role::title_credit || next.role == Role::title_other;  // "Invoice/Credit note"
        if (i != k && !credit && slashed(sheet, hit, next)) next.before = std::min(next.before, hit.before);
      }
}

}  // namespace ap::extract::reading
