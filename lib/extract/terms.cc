#include "extract/terms.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr std::string_view kDays =
    "days day tage tagen tag tg jours jour jrs jr j dias dia d giorni giorno gg dagen dag dgn dg dni dzien dagar dage "
    "dnu "
    "dny dnow t";
constexpr std::string_view kPay =
    "net netto pay payment payable due terms zahlbar zahlung zahlungsziel fallig rein ziel payable paiement reglement "
    "echeance net pago vencimiento neto pagamento scadenza pagabile netto betaling betalen betaaltermijn termijn "
    "platnosc platne termin zaplaty prazo vencimento liquido betalning betalningsvillkor forfaller betales "
    "betalingsbetingelser betaling splatnost splatne uhrada bonifico transferencia virement przelew prevodem within "
    "innerhalb binnen inden inom entro nett settle settlement overmaken voldoening voldoen voldaan overschrijving "
    "plazo "
    "recibo giro vista saldo saldieren begleichen zahlen bezahlen uberweisen uberweisung reglement regler virer pagar "
    "abonar remesa bonifico rimessa diretta riba prazo zaplacic przelew uhradit splatit betala betale innert payer "
    "regler zahlen uberweisen begleichen pagar abonar pagare saldare voldoen overmaken uhradit zaplacic remit settle "
    "credit credito kredit terms term platby";
constexpr std::string_view kDiscount =
    "skonto discount escompte descuento sconto korting betalingskorting rabat desconto rabatt skonta sleva skonte "
    "kontantrabat kassarabatt kontantrabatt dto pronto abzug cash";
constexpr std::string_view kMonthEnd = "eom fdm dffm ffm";

struct Number {
  std::size_t at;  // index of the run
  Decimal value;
  bool percent = false, days = false;
};

// Pieces of the line: numbers with their decimals ("2,5"), words, '%', '/', and ',' between clauses.
std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    char c = text[i];
    std::size_t start = i;
    if (is_digit(c)) {
      while (i < text.size() && (is_digit(text[i]) ||
                                 ((text[i] == ',' || text[i] == '.') && i + 1 < text.size() && is_digit(text[i + 1]))))
        ++i;
      std::string number(text.substr(start, i - start));
      std::replace(number.begin(), number.end(), ',', '.');
      out.push_back(number);
    } else if (is_lower(c)) {
      while (i < text.size() && is_lower(text[i])) ++i;
      out.emplace_back(text.substr(start, i - start));
    } else {
      ++i;
      if (c == '%' || c == '/' || c == ',' || c == ';') out.emplace_back(1, c == ';' ? ',' : c);
    }
  }
  return out;
}

std::optional<int> whole(const Decimal& value) {
  Decimal plain = value.normalized();
  if (plain.scale() != 0 || plain.is_negative() || plain > Decimal(365L)) return std::nullopt;
  int out = 0;
  std::string text = plain.str();
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

bool any(const std::vector<std::string>& words, const WordSet& set) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& w) { return is_lower(w[0]) && set.has(w); });
}

bool has_word(const std::vector<std::string>& words, std::string_view a, std::string_view b) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& w) { return w == a || w == b; });
}

// "2/10 net 30", "2/10, 1/20, n/60".
bool short_form(const std::vector<std::string>& p, Terms& out) {
  for (std::size_t i = 0; i + 2 < p.size(); ++i) {
    if (p[i + 1] != "/" || !is_digit(p[i + 2][0])) continue;
    auto days = Decimal::parse(p[i + 2]);
    if (p[i] == "n" && days) out.net_days = whole(*days);
    auto percent = is_digit(p[i][0]) ? Decimal::parse(p[i]) : std::nullopt;
    bool fraction = i + 3 < p.size() && p[i + 3] == "/";
    if (percent && days && *percent <= Decimal(10L) && *days <= Decimal(90L) && !fraction && has_word(p, "net", "n"))
      out.discounts.push_back({percent, days});
  }
  for (std::size_t i = 0; i + 1 < p.size(); ++i)
    if (p[i] == "net" && is_digit(p[i + 1][0]) && !out.net_days)
      if (auto days = Decimal::parse(p[i + 1])) out.net_days = whole(*days);
  return !out.discounts.empty() || out.net_days.has_value();
}

// "20th of the month following", "20th of next month": New Zealand and Australia count so.
std::optional<int> day_of_following_month(const std::vector<std::string>& p) {
  for (std::size_t i = 0; i + 2 < p.size(); ++i) {
    const auto day = is_digit(p[i][0]) ? Decimal::parse(p[i]) : std::nullopt;
    if (!day || !whole(*day) || *whole(*day) < 1 || *whole(*day) > 28) continue;
    std::size_t at = i + 1;
    while (at < p.size() && (p[at] == "th" || p[at] == "st" || p[at] == "of" || p[at] == "the")) ++at;
    if (at == i + 1 || at + 1 >= p.size()) continue;
    const bool following =
        p[at] == "month" ? p[at + 1] == "following" : p[at + 1] == "month" && (p[at] == "following" || p[at] == "next");
    if (following) return whole(*day);
  }
  return std::nullopt;
}

}  // namespace

Terms parse_terms(std::string_view folded) {
  static const WordSet pay_words(kPay), discount_words(kDiscount), month_end(kMonthEnd), day_words(kDays);
  Terms out;
  auto p = pieces(folded);
  if (!any(p, pay_words) && !any(p, discount_words)) return out;
  out.end_of_month = any(p, month_end) || folded.find("fin de mois") != std::string_view::npos ||
                     folded.find("fine mese") != std::string_view::npos ||
                     folded.find("end of month") != std::string_view::npos ||
                     folded.find("fin de mes") != std::string_view::npos;
  out.day_of_next_month = day_of_following_month(p);
  if (short_form(p, out) && !out.discounts.empty()) return out;
  std::vector<Number> numbers;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (!is_digit(p[i][0])) continue;
    auto value = Decimal::parse(p[i]);
    if (!value) continue;
    bool percent = i + 1 < p.size() && p[i + 1] == "%";
    bool days = (i + 1 < p.size() && day_words.has(p[i + 1])) ||
                (i + 2 < p.size() && p[i + 2].size() > 2 && day_words.has(p[i + 2]) && !is_digit(p[i + 1][0]) &&
                 p[i + 1] != "%");
    numbers.push_back({i, *value, percent, days});
  }
  // Each percentage takes the nearest days, before or behind; the days that are left are the net term.
  std::vector<bool> used(numbers.size());
  for (std::size_t n = 0; n < numbers.size() && any(p, discount_words); ++n) {
    if (!numbers[n].percent || numbers[n].value > Decimal(10L)) continue;
    std::size_t best = numbers.size();
    for (std::size_t d = 0; d < numbers.size(); ++d) {
      if (!numbers[d].days || used[d]) continue;
      auto gap = [&](std::size_t i) {  // a comma between them sets days and percentage apart
        auto from = std::min(numbers[i].at, numbers[n].at), to = std::max(numbers[i].at, numbers[n].at);
        return to - from +
               4 * static_cast<std::size_t>(std::count(p.begin() + static_cast<std::ptrdiff_t>(from),
                                                       p.begin() + static_cast<std::ptrdiff_t>(to), ","));
      };
      if (best == numbers.size() || gap(d) < gap(best)) best = d;
    }
    if (best == numbers.size() || !whole(numbers[best].value)) continue;
    used[best] = true;
    out.discounts.push_back({numbers[n].value, numbers[best].value});
  }
  if (out.net_days || !any(p, pay_words)) return out;
  for (std::size_t d = 0; d < numbers.size(); ++d)
    if (numbers[d].days && !used[d])
      out.net_days = std::max(out.net_days.value_or(0), whole(numbers[d].value).value_or(0));
  if (out.net_days && (*out.net_days == 0 || *out.net_days > 180)) out.net_days.reset();
  return out;
}

std::vector<int> stated_terms(const Sheet& sheet) {
  constexpr int kLongestCell = 25;  // a cell with more is a paragraph
  std::vector<int> out;
  for (const Cell& cell : sheet.cells) {
    if (cell.last - cell.first < 2 || cell.last - cell.first > kLongestCell) continue;
    bool number = false;
    for (int t = cell.first; t < cell.last && !number; ++t) {
      const int digits = count_digits(sheet.tokens[t].folded);
      number = digits > 0 && digits <= 3;
    }
    if (!number) continue;
    const Terms terms = parse_terms(fold(sheet.text(cell.first, cell.last)));
    if (terms.net_days && std::ranges::find(out, *terms.net_days) == out.end()) out.push_back(*terms.net_days);
  }
  return out;
}

}  // namespace ap::extract::reading
