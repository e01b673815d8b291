#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "extract/address.h"
#include "extract/header.h"
#include "extract/home_currency.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

struct Seen {
  double weight = 0;
  int token = 0, times = 0;
};

std::string word_currency(std::string_view folded) {
  std::string_view word = trim(folded, ".,:;()[]/");
  if (in_list(word, "euro euros")) return "EUR";
  if (in_list(word, "zloty zlotych")) return "PLN";
  if (in_list(word, "franken francs")) return "CHF";
  if (in_list(word, "kc")) return "CZK";
  if (in_list(word, "rupees rupee")) return "INR";
  return "";
}

// "12-3113-0118822-00", an account in New Zealand.
bool is_nz_account(std::string_view text) {
  constexpr std::size_t kParts[] = {2, 4, 7, 2};
  for (std::size_t part = 0; part < 4; ++part) {
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits != kParts[part] && !(part == 3 && digits == 3)) return false;
    text.remove_prefix(digits);
    if (part < 3 && !text.starts_with('-')) return false;
    if (part < 3) text.remove_prefix(1);
  }
  return text.empty();
}

// The rate of a tax on goods and services tells the country: a percentage in the row of its name.
void vote_by_rate(const Context& context, const Token& token, std::map<std::string, int>& votes) {
  struct Rate {
    long percent;
    const char* code;
  };
  constexpr Rate kRates[] = {{15, "NZD"}, {10, "AUD"}, {9, "SGD"}, {8, "SGD"}, {5, "CAD"}};
  const int row = context.sheet.cells[token.cell].row;
  auto [first, last] = std::ranges::equal_range(context.amounts.list, row, {}, &Amount::row);
  for (const Amount& amount : std::ranges::subrange(first, last))
    for (const Rate& rate : kRates)
      if (amount.percent && amount.value == Decimal(rate.percent)) votes[rate.code] += 3;
}

// Words that stand on the invoices of one country.
struct Witness {
  const char* currency;
  int weight;              // for a bare "$", 0 where nobody writes one
  std::string_view words;  // folded
  bool alone = false;      // taxes, registers and banks of that country only: they tell the currency without any sign
};
constexpr Witness kWitnesses[] = {
    {"MXN", 4, "rfc cfdi", true},
    {"MXN", 2, "mexico m.n mxn c.v"},
    {"CLP", 4, "chile r.u.t rut sii"},
    {"COP", 4, "colombia bogota nit"},
    {"ARS", 4, "argentina cuit afip"},
    {"NZD", 4, "zealand nz nzbn"},
    {"NZD", 2, "auckland wellington christchurch tauranga dunedin invercargill napier rotorua queenstown"},
    {"AUD", 2, "abn bsb pty", true},
    {"AUD", 2, "australia a.b.n nsw vic qld tas acn sydney melbourne brisbane adelaide canberra hobart"},
    {"CAD", 2, "hst gst/hst tps tvq", true},
    {"CAD", 2, "canada pst qst"},
    {"CAD", 1, "ontario quebec alberta manitoba toronto montreal vancouver calgary ottawa"},
    {"SGD", 3, "singapore"},
    {"SGD", 2, "uen", true},
    {"HKD", 2, "hong"},
    {"MYR", 2, "malaysia bhd"},
    {"USD", 2, "usa states"},
    {"INR", 0, "cgst sgst igst gstin gstin/uin rupees", true},
    {"BRL", 0, "cnpj nfs-e cpf/cnpj", true},
    {"ZAR", 0, "(pty) bbbee b-bbee", true},
    {"SEK", 0, "bankgiro f-skatt", true},
    {"DKK", 0, "cvr cvr-nr cvr-nr. fik", true},
    {"PLN", 0, "nip regon krs zl", true},
    {"CZK", 0, "dic: kc duzp", true},
};

struct Sign {
  std::string currency;  // "" where a tax that the United States do not have speaks against the commonest one
  bool told = false;     // by something on the pages, not by what is most usual
};

// Which country's dollar or peso a bare "$" means, from what else the pages say.
Sign resolve_dollar(const Context& context) {
  std::map<std::string, int> votes;
  bool gst = false;
  for (const Token& token : context.sheet.tokens) {
    std::string_view word = trim(token.folded, ".,:;()");
    for (const Witness& witness : kWitnesses)
      if (witness.weight > 0 && in_list(word, witness.words)) votes[witness.currency] += witness.weight;
    if (trim(token.text, ".,:;()") == "EIN") votes["USD"] += 2;  // in small letters a German word
    if (is_nz_account(word)) votes["NZD"] += 4;
    if (word == "gst") gst = true, vote_by_rate(context, token, votes);
  }
  for (std::size_t t = 0; t + 1 < context.sheet.tokens.size(); ++t) {
    if (context.sheet.tokens[t].cell != context.sheet.tokens[t + 1].cell) continue;
    auto town = town_in(context.sheet, static_cast<int>(t), static_cast<int>(t) + 2);
    if (!town) continue;
    if (town->country == "CA") votes["CAD"] += 3, ++t;
    if (town->country == "US") votes["USD"] += 1, ++t;
  }
  Sign best{gst ? "" : "USD", gst};
  int most = 0;
  for (const auto& [code, count] : votes)
    if (count > most) most = count, best = {code, true};
  return best;
}

std::string resolve_crown(const Context& context) {
  for (const Identifier& id : context.tax_ids) {
    if (id.country == "SE") return "SEK";
    if (id.country == "DK") return "DKK";
    if (id.country == "NO") return "NOK";
  }
  for (const Identifier& iban : context.ibans) {
    if (iban.country == "DK") return "DKK";
    if (iban.country == "SE") return "SEK";
    if (iban.country == "NO") return "NOK";
  }
  // Norway writes much as Denmark and Sweden do: its own words are asked for first.
  const auto& tokens = context.sheet.tokens;
  auto said = [&](std::string_view words) {
    return std::ranges::any_of(tokens, [&](const Token& t) { return in_list(trim(t.folded, ".,:;()"), words); });
  };
  if (said("norge norway +47 mva merverdiavgift merverdiavgiften forfallsdato forfall mva-nr helfo borettslaget"))
    return "NOK";
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    std::string_view word = trim(tokens[t].folded, ".,:;()");
    if (in_list(word, "aps a/s danmark denmark cvr +45")) return "DKK";
    const bool register_number = word == "org.nr" && t + 1 < tokens.size() && tokens[t + 1].folded.find('-') == 6;
    if (register_number || in_list(word, "ab sverige sweden +46 bankgiro")) return "SEK";
  }
  if (context.labels.language == "da") return "DKK";
  if (context.labels.language == "sv") return "SEK";
  return "";
}

// What an amount would be in another currency is told in rows that speak of the rate of exchange.
bool speaks_of_exchange(const Sheet& sheet, const Row& row) {
  static const WordSet words(
      "exchange kurs wechselkurs umrechnungskurs gegenwert cours change equivalent equivalente contrevaleur cambio "
      "controvalore koers wisselkoers tegenwaarde rownowartosc przeliczeniowy vaxelkurs valutakurs omregnet prepocet "
      "prepocteno contravalor approx");
  for (int t = sheet.cells[row.first].first; t < sheet.cells[row.last - 1].last; ++t)
    for (std::string_view word : runs(sheet.tokens[t].folded))
      if (words.has(word)) return true;
  return false;
}

// That of the country in which most of the towns lie that stand with their postal codes.
void by_town(const Context& context, Draft& draft) {
  constexpr int kWords = 5;
  std::map<std::string, Seen> seen;
  int all = 0;
  for (const Cell& cell : context.sheet.cells)
    for (int t = cell.first; t < cell.last; ++t) {
      auto town = town_in(context.sheet, t, std::min(t + kWords, cell.last));
      std::string home(town ? home_currency(town->country) : "");
      if (home.empty()) continue;
      seen[home].token = t;
      ++seen[home].times;
      ++all;
    }
  for (const auto& [code, s] : seen)
    if (s.times * 2 > all) draft.put("currency", code, s.token, s.token + 1, How::layout, 0.9);
}

// "Price/€", and not "m€", which is what a broken font makes of a square metre.
bool sign_apart(const std::string& text) {
  auto at = text.find("€");
  if (at == std::string::npos) return false;
  return at == 0 || !(is_lower(text[at - 1]) || is_upper(text[at - 1]));
}

// "RM0418822" is the number of a licence, no Malaysian money: letters, and figures that begin with a zero.
bool numbered(std::string_view text) {
  std::size_t letters = 0;
  while (letters < text.size() && is_upper(text[letters])) ++letters;
  const std::string_view figures = text.substr(letters);
  return letters > 0 && figures.size() > 1 && figures[0] == '0' &&
         count_digits(figures) == static_cast<int>(figures.size());
}

// Words that are used in one country only, of its taxes, registers and banks.
std::string by_words(const Context& context, int& token) {
  std::string code;
  for (std::size_t t = 0; t < context.sheet.tokens.size(); ++t) {
    std::string_view word = trim(context.sheet.tokens[t].folded, ".,:;");
    for (const Witness& row : kWitnesses) {
      if (!row.alone || !in_list(word, row.words)) continue;
      if (!code.empty() && code != row.currency) return "";
      code = row.currency, token = static_cast<int>(t);
    }
  }
  return code;
}

// The language that is written in one country alone (Swedish is written in two).
void by_language(const Context& context, Draft& draft) {
  struct Land {
    std::string_view language, currency;
  };
  constexpr Land kLands[] = {{"da", "DKK"}, {"pl", "PLN"}, {"cs", "CZK"}};
  for (const Land& land : kLands) {
    if (context.labels.language != land.language) continue;
    for (const LabelHit& hit : context.labels.hits)
      if (hit.language == land.language)
        return draft.put("currency", std::string(land.currency), hit.first, hit.last, How::layout, 0.8);
  }
}

// No currency is printed anywhere: that of the country of the seller's tax id and account, where they agree.
void by_country(const Context& context, Draft& draft) {
  std::string code;
  int first = 0, last = 0, agreeing = 0;
  for (const auto* list : {&context.tax_ids, &context.ibans}) {
    for (const Identifier& id : *list) {
      if (id.buyers || (!id.proved && !id.labelled)) continue;
      std::string_view home = home_currency(id.country);
      if (home.empty()) continue;
      if (!code.empty() && home != code) return;
      if (code.empty()) code = home, first = id.first, last = id.last;
      ++agreeing;
    }
  }
  if (agreeing == 0) {
    int token = 0;
    std::string local = by_words(context, token);
    if (!local.empty()) return draft.put("currency", local, token, token + 1, How::layout, 0.85);
    by_town(context, draft);
    if (!draft.has("currency")) by_language(context, draft);
    return;
  }
  draft.put("currency", code, first, last, How::layout, agreeing > 1 ? 0.985 : 0.95);
}

}  // namespace

bool read_currency(const Context& context, Draft& draft) {
  std::map<std::string, Seen> seen;
  auto note = [&](const std::string& code, double weight, int token) {
    if (code.empty()) return;
    Seen& s = seen[code];
    if (s.weight == 0) s.token = token;
    s.weight += weight;
    ++s.times;
  };
  std::optional<Sign> dollar;
  std::set<std::string, std::less<>> printed;  // codes and signs of one currency alone
  std::string crown;
  const auto& tokens = context.sheet.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    int t = static_cast<int>(i);
    std::string_view text = trim(tokens[i].text, ".,:;()[]");
    std::string code = currency_code_of(tokens[i].text);
    bool amount_here = context.amounts.at_token[t] >= 0 && !numbered(tokens[i].text);
    if (code.empty() && amount_here) code = parse_number(tokens[i].text).currency_code;
    if (code.empty()) code = word_currency(tokens[i].folded);
    if (code.empty() && tokens[i].text.size() > 3)
      code = sign_apart(tokens[i].text)                      ? "EUR"
             : tokens[i].text.find("£") != std::string::npos ? "GBP"
                                                             : "";  // "Price/€"
    // The legal form of Malaysian companies is no dinar, unless an amount stands beside it.
    if (code == "BHD" && !amount_here && !(i + 1 < tokens.size() && context.amounts.at_token[t + 1] >= 0)) code = "";
    // "S$" alone is what recognition makes of a letter and a speck.
    if (text.size() > 1 && text.ends_with('$') && tokens[i].confidence < kCertain && !amount_here &&
        !(i + 1 < tokens.size() && context.amounts.at_token[t + 1] >= 0))
      code = "";
    // "R 620,00"
    if (code.empty() && text == "R" && i + 1 < tokens.size() && context.amounts.at_token[t + 1] >= 0 &&
        context.amounts.list[context.amounts.at_token[t + 1]].decimals() == 2)
      code = "ZAR";
    bool is_dollar = text.find('$') != std::string_view::npos && code.empty();
    bool is_crown = code.empty() && (tokens[i].folded == "kr" || tokens[i].folded == "kr." ||
                                     (amount_here && tokens[i].folded.ends_with("kr")));
    if (is_dollar) {
      if (!dollar) dollar = resolve_dollar(context);
      code = dollar->currency;
    }
    if (is_crown) code = crown.empty() ? crown = resolve_crown(context) : crown;
    if (code.empty()) continue;
    if (!is_dollar && !is_crown) printed.insert(code);
    double weight = amount_here ? 1.0 : code == "EUR" || code.size() == text.size() ? 0.8 : 0.4;
    if (context.sheet.page_of_token(t).number > 1) weight *= 0.8;
    // "$" is what recognition makes of a blot; never nothing, as shares are made of the weights.
    weight *= std::max(tokens[i].confidence, 1) / 1000.0;
    if (speaks_of_exchange(context.sheet, context.sheet.rows[context.sheet.cells[tokens[i].cell].row])) weight *= 0.2;
    note(code, weight, t);
  }
  for (const LabelHit& hit : context.labels.hits) {
    if (hit.role != Role::currency) continue;
    for (const Place& place : places(context.sheet, context.labels, hit, 1)) {
      bool found = false;
      for (int t = place.first; t < place.last && !found; ++t) {
        std::string code = currency_code_of(tokens[t].text);
        if (code.empty()) code = word_currency(tokens[t].folded);
        if (!code.empty()) note(code, 6, t), printed.insert(code), found = true;
      }
      if (found) break;
    }
  }
  if (seen.empty()) {
    by_country(context, draft);
    return true;
  }
  Choice choice;
  double total = 0;
  for (const auto& [code, s] : seen) total += s.weight;
  for (const auto& [code, s] : seen)
    choice.add(Option{
        .value = code, .score = 0.35 + s.weight / total, .first = s.token, .last = s.token + 1, .seen = s.times});
  choice.put(draft, "currency", 0.0);
  const std::string& best = choice.best().value;
  return !dollar || dollar->told || best != dollar->currency || printed.contains(best);
}

}  // namespace ap::extract::reading
