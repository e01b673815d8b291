#include "extract/confidence_features.h"

#include <algorithm>
#include <cmath>

#include "core/codes.h"
#include "core/fields.h"
#include "core/identifiers.h"
#include "extract/address.h"
#include "extract/dates.h"
#include "extract/home_currency.h"
#include "extract/legal_form.h"
#include "extract/text.h"

namespace ap::extract {
namespace {

using namespace confidence;
using reading::count_digits;
using reading::fold;
using reading::runs;
using reading::squeeze;

constexpr std::array<std::string_view, kCount> kNames = {
#define X(name) #name,
    AP_CONFIDENCE_FEATURES(X)
#undef X
};

// A page whose words are on average less sure than this was photographed or damaged.
constexpr double kRoughDoubt = 0.12;
constexpr double kSureWords = 0.1;
const Decimal kCent = Decimal::scaled(1, 2);

bool near(const Decimal& a, const Decimal& b) { return (a - b).abs() <= kCent; }

void add_country(std::vector<std::string>& out, std::string country) {
  if (country == "EL") country = "GR";
  if (!country.empty() && std::ranges::find(out, country) == out.end()) out.push_back(std::move(country));
}

bool has_rows(const Invoice& invoice) {
  return !invoice.taxes.empty() &&
         std::ranges::all_of(invoice.taxes, [](const Tax& tax) { return tax.amount && tax.basis; });
}

// The taxes by rate add up; several taxes on one basis count it once.
bool rates_add_up(const Invoice& invoice) {
  const Totals& totals = invoice.totals;
  if (!has_rows(invoice) || !totals.net || !totals.tax) return false;
  Decimal tax, basis;
  for (const Tax& row : invoice.taxes) tax += *row.amount, basis += *row.basis;
  bool same = std::ranges::all_of(invoice.taxes, [&](const Tax& row) { return near(*row.basis, *totals.net); });
  return near(tax, *totals.tax) && (same || near(basis, *totals.net));
}

ConfidenceFeatures sums_of(const Invoice& invoice, const EvidenceMap& evidence) {
  ConfidenceFeatures f{};
  const Totals& t = invoice.totals;
  if (!t.gross) return f;
  auto is_derived = [&](std::string_view path) {
    auto found = evidence.find(path);
    return found == evidence.end() || found->second.how == How::arithmetic;
  };
  if (t.net && t.tax) {
    bool adds_up = near(*t.net + *t.tax, *t.gross);
    f[closes] = adds_up && !t.tax->is_zero();
    f[closes_untaxed] = adds_up && t.tax->is_zero();
    f[open] = !adds_up;
  }
  f[incomplete] = is_derived("totals.net") || is_derived("totals.tax");
  f[by_rates] = rates_add_up(invoice);
  Decimal lines;
  bool any = false;
  for (const Line& line : invoice.lines)
    if (line.net) lines += *line.net, any = true;
  if (any) {
    Decimal adjusted = lines;
    for (const AllowanceCharge& entry : invoice.allowances_charges)
      if (entry.amount) adjusted += entry.charge ? *entry.amount : -*entry.amount;
    Decimal stated = lines - t.allowances.value_or(Decimal(0L)) + t.charges.value_or(Decimal(0L));
    const Decimal& net = t.net ? *t.net : *t.gross;
    f[by_lines] = near(lines, net) || near(lines, *t.gross) || near(adjusted, net) || near(adjusted, *t.gross) ||
                  near(stated, net);
    f[not_by_lines] = !f[by_lines];
  }
  const bool adds_up = f[closes] > 0 || f[closes_untaxed] > 0;
  f[proved] = adds_up && !is_derived("totals.gross") && f[by_lines] > 0 && (f[by_rates] > 0 || f[closes_untaxed] > 0);
  if (t.payable) {
    Decimal due = *t.gross - t.prepaid.value_or(Decimal(0L)) + t.rounding.value_or(Decimal(0L));
    f[to_pay] = near(*t.payable, due);
    f[not_to_pay] = !f[to_pay];
  }
  return f;
}

// Whole dates of one word, and of three that stand beside each other, in the upper half of the page.
std::vector<Date> days_in_head(const layout::Page& page) {
  std::vector<Date> out;
  for (std::size_t w = 0; w < page.words.size(); ++w) {
    const layout::Word& word = page.words[w];
    if (word.box.y0 > page.height / 2 || word.text.size() > 40) continue;
    std::string text = fold(word.text);
    auto add = [&](const std::string& s) {
      auto match = reading::match_date(s);
      if (match.readings.empty()) return false;
      out.push_back(match.readings.front().date);
      return true;
    };
    if (count_digits(text) >= 5 && add(text)) continue;
    if (w + 2 >= page.words.size() || page.words[w + 2].text.size() > 40) continue;
    if (count_digits(text) == 0 && reading::month_of(text) == 0) continue;
    add(text + ' ' + fold(page.words[w + 1].text) + ' ' + fold(page.words[w + 2].text));
  }
  return out;
}

bool inside(const Box& word, const Box& box) {
  return word.center_x() >= box.x0 && word.center_x() <= box.x1 && word.center_y() >= box.y0 &&
         word.center_y() <= box.y1;
}

}  // namespace

std::string_view confidence_feature_name(int feature) { return kNames[feature]; }

ConfidenceReader::ConfidenceReader(const Invoice& invoice, const EvidenceMap& evidence,
                                   const std::vector<layout::Page>& pages, const SignalMap& signals)
    : invoice_(invoice), evidence_(evidence), pages_(pages), signals_(signals), sums_(sums_of(invoice, evidence)) {
  for (const layout::Page& page : pages) {
    double doubt = 0;
    for (const layout::Word& word : page.words) {
      doubt += 1 - word.confidence / 1000.0;
      words_.push_back(squeeze(word.text));
      if (word.text.contains('@') || word.text.contains("www.") || word.text.contains("://"))
        domains_.push_back(fold(word.text));
    }
    if (page.number == 1) days_ = days_in_head(page);
    doubt_.push_back(page.words.empty() ? 0 : doubt / static_cast<double>(page.words.size()));
  }
  const Party& seller = invoice.seller;
  if (!seller.vat_id.empty()) add_country(countries_, check_tax_id(seller.vat_id, seller.address.country).country);
  if (!invoice.payment.iban.empty()) add_country(countries_, iban_country(invoice.payment.iban));
  add_country(countries_, seller.address.country);
}

// How often the value stands on the pages as words; names by their longest word.
int ConfidenceReader::printed(std::string_view value) const {
  std::string key = squeeze(value);
  if (key.size() < 3) return 0;
  return static_cast<int>(std::ranges::count_if(words_, [&](const std::string& word) { return word == key; }));
}

void ConfidenceReader::common(const Evidence& e, ConfidenceFeatures& f) const {
  double own = std::clamp(e.confidence / 1000.0, 0.01, 0.9995);
  f[always] = 1;
  f[raw] = std::clamp(std::log(own / (1 - own)) / 4, -1.0, 2.0);
  f[raw_low] = std::max(0.0, 0.9 - own);
  for (const Alternative& other : e.alternatives) f[rival] = std::max(f[rival], other.confidence / 1000.0);
  f[derived] = e.how == How::arithmetic;
  f[unlabelled] = e.how == How::layout;
  f[late] = e.page > 1;
  for (std::size_t p = 0; p < pages_.size(); ++p) {
    const layout::Page& page = pages_[p];
    if (e.page != 0 && page.number != e.page) continue;
    if (page.source == layout::PageSource::text || page.source == layout::PageSource::blank) continue;
    f[scanned] = 1;
    f[page_doubt] = std::max(f[page_doubt], doubt_[p]);
    if (!e.box) continue;
    for (const layout::Word& word : page.words)
      if (inside(word.box, *e.box)) f[characters] = std::max(f[characters], 1 - word.confidence / 1000.0);
  }
  f[rough] = f[scanned] && (invoice_.type == InvoiceType::receipt || f[page_doubt] > kRoughDoubt);
}

void ConfidenceReader::amount(ConfidenceFeatures& f) const {
  for (int i = closes; i <= not_to_pay; ++i) f[i] = sums_[i];
}

void ConfidenceReader::name(std::string_view value, ConfidenceFeatures& f) const {
  std::string folded = fold(value);
  auto parts = runs(folded);
  f[firm] = reading::has_legal_form(value);
  f[one_word] = parts.size() == 1;
  f[many_words] = parts.size() > 6;
  f[has_digits] = count_digits(value) > 0;
  std::string_view longest;
  for (std::string_view part : parts)
    if (part.size() > longest.size()) longest = part;
  if (longest.size() < 4) return;
  f[in_domain] = std::ranges::any_of(domains_, [&](const std::string& domain) { return domain.contains(longest); });
  f[again] = printed(longest) > 1;
}

void ConfidenceReader::date(std::string_view path, const Evidence& e, std::string_view value,
                            ConfidenceFeatures& f) const {
  bool letters = reading::count_letters(fold(e.text)) > 2;
  auto day = Date::parse(value);
  bool year_first = e.text.size() > 4 && count_digits(std::string_view(e.text).substr(0, 4)) == 4;
  f[either_way] = day && !letters && !year_first && day->day() <= 12 && day->day() != day->month();
  if (invoice_.issue_date && invoice_.due_date) {
    f[in_order] = *invoice_.issue_date <= *invoice_.due_date;
    f[out_of_order] = !f[in_order];
    term(f);
  }
  if (!day) return;
  bool due = path == "due_date";
  auto known = [&](const Date& other) { return due ? other == invoice_.issue_date : other == invoice_.due_date; };
  f[only_date] = !days_.empty() && std::ranges::all_of(days_, [&](const Date& d) { return d == *day || known(d); });
  f[earlier_date] = std::ranges::any_of(days_, [&](const Date& d) { return d < *day && !known(d); });
  f[later_date] = std::ranges::any_of(days_, [&](const Date& d) { return d > *day && !known(d); });
  f[again] = path == "issue_date" && printed(e.text) > 1;
}

void ConfidenceReader::identifier(std::string_view path, std::string_view value, ConfidenceFeatures& f) const {
  f[has_digits] = count_digits(value) > 0;
  f[no_digits] = !f[has_digits];
  f[short_text] = value.size() < 3;
  f[again] = printed(value) > 1;
  bool iban = path.ends_with("iban"), tax_id = path.ends_with("vat_id");
  if (iban) f[checked] = valid_iban(value);
  if (tax_id) {
    auto check = check_tax_id(value, invoice_.seller.address.country);
    f[checked] = check.verdict == TaxIdVerdict::valid;
    f[unchecked] = check.verdict == TaxIdVerdict::wrong_check || check.verdict == TaxIdVerdict::malformed;
  }
  if (iban) f[unchecked] = !f[checked];
}

void ConfidenceReader::term(ConfidenceFeatures& f) const {
  constexpr std::array kUsual = {5, 7, 8, 10, 14, 15, 20, 21, 28, 30, 31, 45, 60, 90};
  int days = *invoice_.due_date - *invoice_.issue_date;
  f[usual_term] = std::ranges::find(kUsual, days) != kUsual.end();
  std::string text = std::to_string(days);
  f[said_term] = days > 2 && std::ranges::find(words_, text) != words_.end();
}

void ConfidenceReader::choice(std::string_view path, const Evidence& e, ConfidenceFeatures& f) const {
  constexpr double kFaint = 0.5;
  if (auto found = signals_.find(path); found != signals_.end()) {
    const Signals& own = found->second;
    f[score] = std::clamp(own.score, 0.0, 1.4);
    f[score_low] = std::clamp(0.6 - own.score, 0.0, 0.6);
    f[margin] = std::clamp(own.margin, -0.3, 0.8);
    f[strength] = std::clamp(own.label, 0.0, 1.0);
    f[faint] = own.label > 0 && own.label < kFaint;
    f[opposite] = std::clamp(own.against, 0.0, 1.2);
    f[several] = own.seen > 2;
  }
  for (const layout::Page& page : pages_) {
    if (!e.box || page.number != e.page) continue;
    f[in_head] = e.box->y0 < page.height * 2 / 5;
    f[in_foot] = e.box->y0 > page.height * 4 / 5;
  }
  auto type = evidence_.find("type");
  if (e.box && type != evidence_.end() && type->second.box && type->second.page == e.page) {
    std::int32_t below = e.box->center_y() - type->second.box->center_y();
    f[by_title] = std::abs(below) < type->second.box->height() / 2 ||
                  (below > 0 && below < type->second.box->height() * 3 / 2 && e.box->x0 < type->second.box->x1);
  }
  if (path == "totals.payable") {
    auto gross = evidence_.find("totals.gross");
    const Evidence& total = e.box || gross == evidence_.end() ? e : gross->second;
    f[more_below] = amounts_below(total);
  }
}

// The code or the sign of the currency is part of what is printed as the total or as the amount to pay.
bool ConfidenceReader::beside_total(std::string_view code) const {
  const std::string word = squeeze(code);
  return std::ranges::any_of(std::array{"totals.gross", "totals.payable"}, [&](std::string_view path) {
    auto found = evidence_.find(path);
    if (found == evidence_.end()) return false;
    const std::string& text = found->second.text;
    if (text.contains(code) || (code == "EUR" && text.contains("€")) || (code == "GBP" && text.contains("£")))
      return true;
    const std::string figures = squeeze(text);  // the same amount may be printed again, with its currency
    for (std::size_t w = 0; figures.size() > 2 && w < words_.size(); ++w) {
      const bool beside = (w > 0 && words_[w - 1] == word) || (w + 1 < words_.size() && words_[w + 1] == word);
      if (beside && words_[w].size() > 2 && figures.ends_with(words_[w])) return true;
    }
    return false;
  });
}

// Digits with a separator whose right edge is that of the total, within a dozen lines below it.
bool ConfidenceReader::amounts_below(const Evidence& total) const {
  if (!total.box) return false;
  const Box& box = *total.box;
  std::int32_t height = std::max(box.height(), 600), slack = height / 2;
  for (const layout::Page& page : pages_) {
    if (page.number != total.page) continue;
    for (const layout::Word& word : page.words) {
      std::int32_t down = word.box.y0 - box.y1;
      if (down < 0 || down > 12 * height || std::abs(word.box.x1 - box.x1) > slack) continue;
      bool separated = word.text.find_first_of(".,") != std::string::npos && count_digits(word.text) >= 3;
      bool slash = word.text.find_first_of("/%:") != std::string::npos;
      if (separated && !slash && squeeze(word.text) != squeeze(total.text)) return true;
    }
  }
  return false;
}

void ConfidenceReader::document(ConfidenceFeatures& f) const {
  auto type = evidence_.find("type");
  f[untitled] = type == evidence_.end() || type->second.page == 0;
  if (auto found = signals_.find("type"); found != signals_.end())
    f[title] = std::clamp(found->second.score, -1.0, 2.0);
  bool plain = invoice_.type == InvoiceType::invoice;
  f[negative] = plain && invoice_.totals.gross && invoice_.totals.gross->is_negative();
  f[refers] = plain && !invoice_.preceding_invoice.empty();
  constexpr std::array<std::string_view, 5> kHead = {"number", "issue_date", "due_date", "purchase_order",
                                                     "buyer.name"};
  double named = std::ranges::count_if(kHead, [&](std::string_view path) {
    auto found = signals_.find(path);
    return found != signals_.end() && found->second.label >= 0.5;
  });
  f[other_fields] = named / static_cast<double>(kHead.size());
}

ConfidenceFeatures ConfidenceReader::features(std::string_view path, const Evidence& evidence) const {
  ConfidenceFeatures f{};
  std::string value = get_field(invoice_, path).value_or("");
  common(evidence, f);
  choice(path, evidence, f);
  document(f);
  if (path.starts_with("totals."))
    amount(f);
  else if (path.ends_with(".name"))
    name(value, f);
  else if (path.ends_with("_date"))
    date(path, evidence, value, f);
  else
    identifier(path, value, f);
  const bool surely = f[scanned] && !f[rough] && f[characters] <= kSureWords;
  f[clear] = surely && (!path.ends_with(".name") || f[again] > 0 || f[in_domain] > 0);
  f[same_country] = countries_.size() == 1;
  f[other_country] = countries_.size() > 1;
  if (path == "currency" && !countries_.empty()) {
    f[confidence::home_currency] =
        std::ranges::any_of(countries_, [&](const auto& country) { return extract::home_currency(country) == value; });
    f[foreign_currency] = !f[confidence::home_currency];
  }
  if (path == "currency") f[confidence::beside_total] = beside_total(value);
  return f;
}

}  // namespace ap::extract
