#include "rules/controls/payment_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/names.h"

namespace ap::rules {
namespace {

enum class Sort { number, percent, days, slash, net, end_of_month, proximo, ordinal, now, break_ };

struct Token {
  Sort sort;
  Decimal value;
  bool taken = false;
};

struct Word {
  std::string_view text;
  Sort sort;
};

// After text_key(): capitals, no accents, AE OE UE without E.
constexpr auto kWords = std::to_array<Word>({
    {"DAY", Sort::days},
    {"DAYS", Sort::days},
    {"TAG", Sort::days},
    {"TAGE", Sort::days},
    {"TAGEN", Sort::days},
    {"JOUR", Sort::days},
    {"JOURS", Sort::days},
    {"JRS", Sort::days},
    {"GG", Sort::days},
    {"GIORNI", Sort::days},
    {"DIAS", Sort::days},
    {"DAGEN", Sort::days},
    {"DAGAR", Sort::days},
    {"DAGE", Sort::days},
    {"DAGER", Sort::days},
    {"DNI", Sort::days},
    {"D", Sort::days},
    {"DNU", Sort::days},
    {"J", Sort::days},
    {"NET", Sort::net},
    {"NETTO", Sort::net},
    {"N", Sort::net},
    {"NETS", Sort::net},
    {"EOM", Sort::end_of_month},
    {"DFFM", Sort::end_of_month},
    {"FM", Sort::end_of_month},
    {"FDM", Sort::end_of_month},
    {"MONATSENDE", Sort::end_of_month},
    {"PROX", Sort::proximo},
    {"PROXIMO", Sort::proximo},
    {"COD", Sort::now},
    {"CIA", Sort::now},
    {"CWO", Sort::now},
    {"SOFORT", Sort::now},
    {"COMPTANT", Sort::now},
    {"CONTADO", Sort::now},
    {"IMMEDIATELY", Sort::now},
    {"OMGAND", Sort::now},
});
struct Phrase {
  std::string_view first, second, third;
  Sort sort;
};
constexpr auto kPhrases = std::to_array<Phrase>({{"FIN", "DE", "MOIS", Sort::end_of_month},
                                                 {"FIN", "DE", "MES", Sort::end_of_month},
                                                 {"END", "OF", "MONTH", Sort::end_of_month},
                                                 {"ENDE", "DES", "MONATS", Sort::end_of_month},
                                                 {"ENDE", "DE", "MONATS", Sort::end_of_month},
                                                 {"FINE", "MESE", "", Sort::end_of_month},
                                                 {"EINDE", "MAAND", "", Sort::end_of_month},
                                                 {"EINDE", "VAN", "DE", Sort::end_of_month},
                                                 {"ON", "RECEIPT", "", Sort::now},
                                                 {"UPON", "RECEIPT", "", Sort::now},
                                                 {"BEI", "ERHALT", "", Sort::now},
                                                 {"NACH", "ERHALT", "", Sort::now},
                                                 {"A", "RECEPTION", "", Sort::now},
                                                 {"VISTA", "FATTURA", "", Sort::now},
                                                 {"RIMESSA", "DIRETTA", "", Sort::now}});

// Words that make a clause one about something else.
constexpr auto kPassed = std::to_array<std::string_view>(
    {"INTEREST", "LATE", "OVERDU", "PENALTY", "ZINSEN", "VERZUGSZINSEN", "VERZUG", "RETARD", "PENALITES", "MORA",
     "INTERESSI", "BASISZINSSATZ", "ODSETKI", "DROJSMALSRANTA", "RENTE", "ANNUM", "MAHNUNG"});

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Scanner {
  std::string_view text;
  std::size_t at = 0;
  std::vector<Token> tokens = {};
  std::vector<std::string> words = {};  // of the clause, for phrases and passing over
  std::size_t clause = 0;               // first token of the clause

  // "14", "2,5", "2.00"; a comma or point before no digit ends it.
  Decimal number() {
    std::string digits;
    while (at < text.size() && digits.size() < 12) {
      bool point = (text[at] == ',' || text[at] == '.') && at + 1 < text.size() && is_digit(text[at + 1]) &&
                   digits.find('.') == std::string::npos;
      if (!is_digit(text[at]) && !point) break;
      digits.push_back(point ? '.' : text[at]);
      ++at;
    }
    return Decimal::parse(digits).value_or(Decimal());
  }

  void end_clause() {
    bool passed = std::ranges::any_of(
        words, [](const std::string& word) { return std::ranges::find(kPassed, word) != kPassed.end(); });
    if (passed) tokens.resize(clause);
    tokens.push_back({Sort::break_, {}});
    clause = tokens.size();
    words.clear();
  }

  void word() {
    std::size_t begin = at;
    while (at < text.size() && !is_digit(text[at]) &&
           std::string_view(" \t\r\n,;.#=%/:()").find(text[at]) == std::string_view::npos)
      ++at;
    std::string key = text_key(text.substr(begin, at - begin));
    words.push_back(key);
    bool after_number = !tokens.empty() && tokens.size() > clause && tokens.back().sort == Sort::number;
    if (after_number && (key == "TH" || key == "ST" || key == "ND" || key == "RD")) tokens.back().sort = Sort::ordinal;
    bool glued = key.size() > 1 && (key.starts_with("JOURS") || key.starts_with("TAGE"));
    for (const Word& known : kWords)
      if (known.text == key) return tokens.push_back({known.sort, {}});
    if (glued) return tokens.push_back({Sort::days, {}});
    for (const Phrase& phrase : kPhrases) {
      std::size_t n = words.size(), length = phrase.third.empty() ? 2 : 3;
      if (n < length) continue;
      if (words[n - length] == phrase.first && words[n - length + 1] == phrase.second &&
          (length == 2 || words[n - 1] == phrase.third))
        return tokens.push_back({phrase.sort, {}});
    }
  }

  void run() {
    while (at < text.size()) {
      char c = text[at];
      if (is_digit(c)) {
        tokens.push_back({Sort::number, number()});
      } else if (c == '%') {
        tokens.push_back({Sort::percent, {}});
        ++at;
      } else if (c == '/') {
        tokens.push_back({Sort::slash, {}});
        ++at;
      } else if (c == ',' || c == ';' || c == '\n' || (c == '.' && (at + 1 == text.size() || text[at + 1] == ' '))) {
        end_clause();
        ++at;
      } else if (std::string_view(" \t\r.#=:()").find(c) != std::string_view::npos) {
        ++at;
      } else {
        word();
      }
    }
    end_clause();
  }
};

int whole(const Decimal& value) { return std::stoi(value.rounded(0).str()); }

// Terms as pieces: a number of days or a percentage, in order.
struct Piece {
  enum class Kind { days, percent, stop } kind;
  Decimal value;
  bool net = false, used = false;
  bool eom = false, eom_before = false, proximo = false;
  std::optional<int> ordinal;
};

struct Reader {
  std::vector<Token> tokens;
  std::vector<Piece> pieces = {};
  bool now = false;
  bool local_eom = false;  // of the kind "45 jours fin de mois"

  bool is(std::size_t i, Sort sort) const { return i < tokens.size() && tokens[i].sort == sort; }

  // "2/10", "n/30"
  bool slashed(std::size_t& i) {
    if (is(i, Sort::number) && is(i + 1, Sort::slash) && is(i + 2, Sort::number) && tokens[i].value <= Decimal(30)) {
      pieces.push_back({Piece::Kind::percent, tokens[i].value});
      pieces.push_back({Piece::Kind::days, tokens[i + 2].value});
      i += 2;
      return true;
    }
    if (is(i, Sort::net) && is(i + 1, Sort::slash) && is(i + 2, Sort::number)) {
      pieces.push_back({Piece::Kind::days, tokens[i + 2].value, true});
      i += 2;
      return true;
    }
    return false;
  }

  void number(std::size_t& i) {
    const Decimal& value = tokens[i].value;
    if (is(i + 1, Sort::percent)) {
      pieces.push_back({Piece::Kind::percent, value});
      ++i;
      return;
    }
    bool net_before = i > 0 && is(i - 1, Sort::net);
    std::size_t after = i + 1;
    bool days = is(after, Sort::days);
    if (days) ++after;
    bool net_after = is(after, Sort::net) && !is(after + 1, Sort::number) && !is(after + 1, Sort::slash);
    bool marked = is(after, Sort::end_of_month) || is(after, Sort::proximo);
    if (days || net_before || net_after || marked)
      pieces.push_back({Piece::Kind::days, value, net_before || net_after});
  }

  void mark(std::size_t i) {
    bool last_is_days = !pieces.empty() && pieces.back().kind == Piece::Kind::days;
    if (is(i, Sort::proximo) && last_is_days) pieces.back().proximo = true;
    if (is(i, Sort::end_of_month)) {
      if (last_is_days)
        pieces.back().eom = true;
      else
        pieces.push_back({Piece::Kind::days, 0, false, false, true});
    }
    if (is(i, Sort::ordinal)) {
      bool proximo = is(i + 1, Sort::proximo);
      if (proximo)
        pieces.push_back({Piece::Kind::days, tokens[i].value, false, false, false, false, true});
      else if (last_is_days)
        pieces.back().ordinal = whole(tokens[i].value);
    }
  }

  void run() {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (slashed(i)) continue;
      if (is(i, Sort::number)) number(i);
      if (is(i, Sort::break_)) pieces.push_back({Piece::Kind::stop, {}});
      now |= is(i, Sort::now);
      mark(i);
    }
  }

  // The days that belong to a percentage: before it in its clause unless these are net, else after it, else in the
  // next clause.
  Piece* days_of(std::size_t i) {
    auto fits = [&](std::size_t k) { return pieces[k].kind == Piece::Kind::days && !pieces[k].used && !pieces[k].net; };
    if (i > 0 && fits(i - 1)) return &pieces[i - 1];
    if (i + 1 < pieces.size() && fits(i + 1)) return &pieces[i + 1];
    if (i + 2 < pieces.size() && pieces[i + 1].kind == Piece::Kind::stop && fits(i + 2)) return &pieces[i + 2];
    return nullptr;
  }

  TermsStep step(const Piece& piece) const {
    TermsStep out;
    out.days = whole(piece.value);
    out.day_of_month = piece.ordinal;
    if (piece.proximo)
      out.from = TermsStep::From::proximo;
    else if (piece.eom && local_eom)
      out.to_end_of_month = true;
    else if (piece.eom)
      out.from = TermsStep::From::end_of_month;
    return out;
  }
};

bool sensible(const Piece& piece) { return piece.value >= Decimal(0) && piece.value <= Decimal(400); }

}  // namespace

Date TermsStep::due(const Date& issue) const {
  Date day = issue;
  if (from == From::proximo) {
    Date next = issue.end_of_month().plus_days(1);
    return std::min(next.plus_days(std::max(days, 1) - 1), next.end_of_month());
  }
  if (from == From::end_of_month) day = issue.end_of_month();
  day = day.plus_days(days);
  if (to_end_of_month) day = day.end_of_month();
  if (!day_of_month) return day;
  int wanted = std::clamp(*day_of_month, 1, 31);
  if (to_end_of_month) day = day.plus_days(1);
  while (day.day() != wanted && day.day() != day.end_of_month().day()) day = day.plus_days(1);
  return day.day() > wanted ? day.plus_days(wanted) : day;
}

std::optional<PaymentTerms> payment_terms_from(std::string_view text) {
  std::string coded(text);
  // "#SKONTO#TAGE=14#PROZENT=2.00#" reads as "14 days 2 %": the codes become words.
  for (auto [code, word] : {std::pair("TAGE=", "Tage "), std::pair("PROZENT=", "% ")}) {
    for (auto at = coded.find(code); at != std::string::npos; at = coded.find(code, at)) {
      std::size_t begin = at + std::string_view(code).size(), end = begin;
      while (end < coded.size() && (is_digit(coded[end]) || coded[end] == '.')) ++end;
      coded = coded.substr(0, at) + coded.substr(begin, end - begin) + " " + word + coded.substr(end);
    }
  }
  if (auto basis = coded.find("BASISBETRAG="); basis != std::string::npos) coded.erase(basis);
  Scanner scanner{coded};
  scanner.run();
  Reader reader{std::move(scanner.tokens)};
  std::string key = text_key(text);
  for (std::string_view local : {"FIN DE MOIS", "FIN DE MES", "DFFM", "FINE MESE", " FM", "FDM"})
    reader.local_eom |= key.find(local) != std::string::npos;
  reader.run();
  PaymentTerms terms;
  for (std::size_t i = 0; i < reader.pieces.size(); ++i) {
    if (reader.pieces[i].kind != Piece::Kind::percent) continue;
    Piece* days = reader.days_of(i);
    if (days == nullptr || !sensible(*days)) continue;
    days->used = true;
    TermsStep step = reader.step(*days);
    step.percent = reader.pieces[i].value;
    terms.discounts.push_back(step);
  }
  for (const Piece& piece : reader.pieces) {
    if (piece.kind != Piece::Kind::days || piece.used || !sensible(piece)) continue;
    if (!terms.net || piece.net) terms.net = reader.step(piece);
    if (piece.net) break;
  }
  if (!terms.net && reader.now && terms.discounts.empty()) terms.net = TermsStep{};
  if (!terms.net && terms.discounts.empty()) return std::nullopt;
  std::ranges::stable_sort(terms.discounts, {}, &TermsStep::days);
  return terms;
}

PaymentTerms net_terms(int days) {
  PaymentTerms terms;
  terms.net = TermsStep{};
  terms.net->days = days;
  return terms;
}

std::string in_words(const PaymentTerms& terms) {
  auto step = [](const TermsStep& s) {
    std::string text = s.from == TermsStep::From::proximo ? fmt::format("day {} of the next month", s.days)
                       : s.from == TermsStep::From::end_of_month
                           ? s.days == 0 ? "end of month" : fmt::format("{} days after the end of the month", s.days)
                           : fmt::format("{} days", s.days);
    if (s.to_end_of_month) text += ", end of month";
    if (s.day_of_month) text += fmt::format(", then day {}", *s.day_of_month);
    return text;
  };
  std::string text;
  for (const TermsStep& discount : terms.discounts)
    text += fmt::format("{}{} % within {}", text.empty() ? "" : ", ", discount.percent->str(), step(discount));
  if (terms.net) text += fmt::format("{}{} net", text.empty() ? "" : ", ", step(*terms.net));
  return text;
}

}  // namespace ap::rules
