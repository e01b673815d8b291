#include "extract/split_signs.h"

#include <algorithm>

#include "core/look_alikes.h"
#include "extract/sheet.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr Confidence kSure = 800;      // of what may separate documents
constexpr Confidence kReadable = 500;  // of a recognised word; specks and stains are less
constexpr int kThousand = 1000;
constexpr std::size_t kFewWords = 12;  // on a separator sheet

int small_number(std::string_view text) {
  text = trim(text, ".,:;()[]|-");
  if (text.empty() || text.size() > 4 || count_digits(text) != static_cast<int>(text.size())) return 0;
  int value = 0;
  for (char c : text) value = value * 10 + (c - '0');
  return value;
}

// "2", "2/3", "2-3": what stands behind the word for page.
std::pair<int, int> place_in(std::string_view text) {
  std::size_t cut = text.find('/');
  if (cut == std::string_view::npos) return {small_number(text), 0};
  return {small_number(text.substr(0, cut)), small_number(text.substr(cut + 1))};
}

bool says_separator(const layout::Page& page) {
  return std::ranges::any_of(page.words, [](const layout::Word& word) {
    return in_list(trim(fold(word.text), ".,:;()[]*-=_"),
                   "separator separators trennblatt trennseite trennblaetter patch patcht patch-t separateur "
                   "intercalaire separador separatore separacion separacao scheidingsblad scheidingspagina "
                   "przekladka separatora skilleark skilleblad skiljeblad separatorblad oddelovac delici");
  });
}

std::size_t readable_words(const layout::Page& page) {
  return static_cast<std::size_t>(std::ranges::count_if(page.words, [](const layout::Word& word) {
    return word.confidence >= kReadable && count_letters(fold(word.text)) + count_digits(word.text) >= 2;
  }));
}

bool has_money(const layout::Page& page) {
  return std::ranges::any_of(page.words, [](const layout::Word& word) {
    std::string_view text = trim(word.text, " €$£");
    std::size_t mark = text.find_last_of(".,");
    return mark != std::string_view::npos && text.size() - mark == 3 && count_digits(text) >= 3;
  });
}

}  // namespace

std::pair<int, int> page_mark(const layout::Page& page) {
  std::vector<layout::Page> alone{page};
  Sheet sheet = build_sheet(alone);
  for (const Row& row : sheet.rows) {
    int last = sheet.cells[row.last - 1].last;
    for (int t = sheet.cells[row.first].first; t + 1 < last; ++t) {
      if (!in_list(trim(sheet.tokens[t].folded, ".:("), "page seite pagina strona sida side strana blatt pag p"))
        continue;
      int at = t + 1;
      while (at < last && trim(sheet.tokens[at].folded, ".:-#no").empty()) ++at;
      if (at >= last) continue;
      auto [place, of] = place_in(sheet.tokens[at].folded);
      if (place == 0) continue;
      if (of == 0 && at + 2 < last &&
          in_list(trim(sheet.tokens[at + 1].folded, "."), "of von de di van z ze af av do sur / |"))
        of = small_number(sheet.tokens[at + 2].folded);
      if (of == 0 && at + 1 < last && sheet.tokens[at + 1].folded.starts_with('/'))
        of = small_number(sheet.tokens[at + 1].folded.substr(1));
      if (of != 0 && place > of) continue;
      if (of == 0 && place >= kThousand) continue;  // a year, or a number of something else
      return {place, of};
    }
  }
  return {0, 0};
}

bool same_number(std::string_view a, std::string_view b) {
  std::string left = squeeze(a), right = squeeze(b);
  std::ranges::transform(left, left.begin(), digit_for);
  std::ranges::transform(right, right.begin(), digit_for);
  return left == right || (!left.empty() && !right.empty() && (left.ends_with(right) || right.ends_with(left)));
}

PageSigns signs_of(const layout::Page& page, const ExtractOptions& options) {
  PageSigns signs;
  std::size_t words = readable_words(page);
  bool code = std::ranges::any_of(page.codes, [](const layout::Code& c) {
    return !c.text.starts_with("BCD") && !c.text.starts_with("SPC");  // payment codes may fill a sheet's foot
  });
  if (words == 0 && page.codes.empty()) return signs.blank = true, signs;
  if (words <= kFewWords && !has_money(page) && (says_separator(page) || (code && words <= kFewWords / 2)))
    return signs.separator = true, signs;
  std::tie(signs.place, signs.of) = page_mark(page);
  layout::Page alone = page;
  alone.number = 1;
  PageExtraction read = extract_invoice({alone}, options);
  auto confidence = [&](std::string_view path) {
    auto found = read.evidence.find(path);
    return found == read.evidence.end() ? 0 : found->second.confidence;
  };
  if (confidence("number") >= kSure) signs.number = read.invoice.number;
  signs.other = std::ranges::any_of(read.findings, [](const Finding& f) { return f.rule == "NOT_AN_INVOICE"; });
  const Totals& t = read.invoice.totals;
  auto printed = [&](std::string_view path) {
    auto found = read.evidence.find(path);
    return found != read.evidence.end() && found->second.page > 0;
  };
  bool closes = t.net && t.tax && t.gross && !t.tax->is_zero() && *t.net + *t.tax == *t.gross &&
                printed("totals.net") && printed("totals.tax") && printed("totals.gross");
  signs.sums = closes || confidence("totals.gross") >= kSure;
  signs.head = confidence("type") >= kSure && confidence("issue_date") >= kSure;
  // Not the accounts: a seller has several, and a payment slip may name any of them.
  auto vat = read.evidence.find("seller.vat_id");
  if (vat != read.evidence.end() && vat->second.how == How::checksum) signs.seller = read.invoice.seller.vat_id;
  return signs;
}

}  // namespace ap::extract::reading
