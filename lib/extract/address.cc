#include "extract/address.h"

#include <algorithm>
#include <array>

#include "extract/legal_form.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr std::string_view kUsStates =
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY DC";
constexpr std::string_view kProvinces = "AB BC MB NB NL NS NT NU ON PE QC SK YT";
// Written out, words joined by '_'.
constexpr std::string_view kStateNames =
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois "
    "indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana "
    "nebraska nevada new_hampshire new_jersey new_mexico new_york north_carolina north_dakota ohio oklahoma oregon "
    "pennsylvania rhode_island south_carolina south_dakota tennessee texas utah vermont virginia washington "
    "west_virginia wisconsin wyoming district_of_columbia";
constexpr std::string_view kProvinceNames =
    "alberta british_columbia manitoba new_brunswick newfoundland nova_scotia ontario prince_edward_island quebec "
    "saskatchewan yukon";
constexpr std::string_view kAustralian = "NSW VIC QLD WA SA TAS ACT NT";

std::string_view bare(std::string_view text) { return trim(text, ".,;()[]:|"); }

bool digits(std::string_view text, std::size_t n) {
  return text.size() == n && count_digits(text) == static_cast<int>(n);
}

// A word that may be a town's: letters, beginning with a capital.
bool townish(const Token& token) {
  std::string word = plain(bare(token.text));
  if (word.empty() || count_digits(word) > 0) return false;
  return is_upper(word[0]) || in_list(token.folded, "am an der im la le les de di del den sur 's l'") ||
         (static_cast<unsigned char>(word[0]) & 0x80);
}

struct Prefixed {
  std::string_view country, code;
};

// "D-80333" -> DE, 80333.
Prefixed without_prefix(std::string_view text) {
  struct Row {
    std::string_view prefix, country;
  };
  constexpr Row kRows[] = {{"DE-", "DE"}, {"D-", "DE"},  {"AT-", "AT"}, {"A-", "AT"},  {"CH-", "CH"}, {"FR-", "FR"},
                           {"F-", "FR"},  {"BE-", "BE"}, {"B-", "BE"},  {"NL-", "NL"}, {"LU-", "LU"}, {"L-", "LU"},
                           {"IT-", "IT"}, {"I-", "IT"},  {"ES-", "ES"}, {"E-", "ES"},  {"SE-", "SE"}, {"S-", "SE"},
                           {"DK-", "DK"}, {"PL-", "PL"}, {"PT-", "PT"}, {"P-", "PT"},  {"CZ-", "CZ"}, {"NO-", "NO"},
                           {"FI-", "FI"}, {"SK-", "SK"}};
  for (const Row& row : kRows)
    if (text.starts_with(row.prefix) && text.size() > row.prefix.size() && is_digit(text[row.prefix.size()]))
      return {row.country, text.substr(row.prefix.size())};
  return {"", text};
}

// "30130-002", in Brazil.
bool cep(std::string_view t) {
  return t.size() == 9 && t[5] == '-' && digits(t.substr(0, 5), 5) && digits(t.substr(6), 3);
}

bool uk_outward(std::string_view t) {
  if (t.size() < 2 || t.size() > 4 || !is_upper(t[0])) return false;
  std::size_t i = is_upper(t[1]) ? 2 : 1;
  if (i >= t.size() || !is_digit(t[i])) return false;
  return i + 1 == t.size() || (i + 2 == t.size() && is_alnum(t[i + 1]));
}
bool uk_inward(std::string_view t) { return t.size() == 3 && is_digit(t[0]) && is_upper(t[1]) && is_upper(t[2]); }
bool irish(std::string_view a, std::string_view b) {
  return a.size() == 3 && b.size() == 4 && is_upper(a[0]) && is_digit(a[1]) && (is_digit(a[2]) || a[2] == 'W') &&
         is_alnum(b[0]) && is_alnum(b[3]) && count_digits(b) > 0;
}
bool canadian(std::string_view a, std::string_view b) {
  return a.size() == 3 && b.size() == 3 && is_upper(a[0]) && is_digit(a[1]) && is_upper(a[2]) && is_digit(b[0]) &&
         is_upper(b[1]) && is_digit(b[2]);
}

// "8900 Commerce Blvd" is a street, however much it looks like a postal code and a town.
bool names_street(const Sheet& sheet, Span city) {
  for (int t = city.first + 1; t < city.last; ++t)
    if (in_list(bare(sheet.tokens[t].folded),
                "street st road rd avenue ave lane drive dr blvd boulevard way court close parkway pkwy highway suite"))
      return true;
  return false;
}

class TownReader {
 public:
  TownReader(const Sheet& sheet, int first, int last) : sheet_(sheet), first_(first), last_(last) {}

  std::optional<Town> read() const {
    for (int t = first_; t < last_; ++t) {
      if (auto town = code_first(t)) return town;
      if (auto town = code_last(t)) return town;
    }
    return std::nullopt;
  }

 private:
  std::string_view word(int t) const {
    return t >= first_ && t < last_ ? bare(sheet_.tokens[t].text) : std::string_view();
  }

  Town make(Span postal, Span city, std::string_view country, Span region = {}) const {
    std::string code;
    for (int t = postal.first; t < postal.last; ++t) {
      if (!code.empty()) code += ' ';
      code += without_prefix(word(t)).code;
    }
    return {postal, city, region, code, std::string(country)};
  }

  // "Praha 1", "Dublin 2"
  bool district(int t) const {
    std::string_view w = word(t);
    return !w.empty() && w.size() <= 2 && count_digits(w) == static_cast<int>(w.size());
  }

  // "5000 Odense C Danmark SE/CVR-nr.: 21453919": a country, or the label of what follows.
  bool behind_town(int t) const {
    return sheet_.tokens[t].text.ends_with(':') || !country_of(sheet_.tokens[t].folded).empty();
  }

  Span city_after(int t) const {
    int end = t;
    while (end < last_ && end < t + 5 && townish(sheet_.tokens[end]) && !(end > t && behind_town(end))) {
      bool stop = sheet_.tokens[end].text.ends_with(',') || sheet_.tokens[end].text.ends_with(';');
      ++end;
      if (stop) break;
    }
    if (end > t && district(end) && !sheet_.tokens[end - 1].text.ends_with(',')) ++end;
    return {t, end};
  }

  // Postal code, then town.
  std::optional<Town> code_first(int t) const {
    auto [country, code] = without_prefix(word(t));
    bool opening = t == first_ || (t == first_ + 1 && word(t - 1).size() <= 3) ||
                   sheet_.tokens[t - 1].text.ends_with(',') || count_letters(sheet_.tokens[t - 1].folded) == 0 ||
                   in_list(word(t - 1), "tv th mf tv. th. mf.");  // "Havnevej 41, 2. tv 5000 Odense C"
    std::string prefix = t > first_ && country.empty() ? country_of(fold(word(t - 1))) : "";
    if (t > first_ && country.empty() && prefix.empty() && word(t - 1).size() == 2 &&
        in_list(word(t - 1), "DE FR AT CH BE NL IT ES SE DK PL PT CZ LU FI NO GB US"))
      prefix = word(t - 1);
    auto named = [&](std::string_view fallback) {
      return !country.empty() ? std::string(country) : !prefix.empty() ? prefix : std::string(fallback);
    };
    auto try_city = [&](int from, std::string_view fallback) -> std::optional<Town> {
      Span city = city_after(from);
      if (city.empty() || names_street(sheet_, city)) return std::nullopt;
      return make({t, from}, city, named(fallback));
    };
    if (digits(code, 5)) return try_city(t + 1, "");
    if (digits(code, 4) && word(t + 1).size() == 2 && is_upper(word(t + 1)[0]) && is_upper(word(t + 1)[1]) &&
        t + 2 < last_ && !(t > first_ && in_list(fold(word(t - 1)), "nr. nr no. no n°")))  // "Nr. 2300 VV RVG"
      return try_city(t + 2, "NL");
    if (code.size() == 6 && digits(code.substr(0, 4), 4) && is_upper(code[4]) && is_upper(code[5]))
      return try_city(t + 1, "NL");
    if (code.size() == 6 && code[2] == '-' && digits(code.substr(0, 2), 2) && digits(code.substr(3), 3))
      return try_city(t + 1, "PL");
    if (code.size() == 8 && code[4] == '-' && digits(code.substr(0, 4), 4) && digits(code.substr(5), 3))
      return try_city(t + 1, "PT");
    if (cep(code)) return try_city(t + 1, "BR");
    if (digits(code, 3) && digits(word(t + 1), 2)) return try_city(t + 2, "");
    if (digits(code, 4) && opening) {
      Span city = city_after(t + 1);
      if (!city.empty() && is_upper(plain(word(t + 1))[0]) && !names_street(sheet_, city))
        return make({t, t + 1}, city, named(""));
    }
    return std::nullopt;
  }

  Span city_before(int t) const {
    int start = t;
    if (start - 1 > first_ && district(start - 1) && townish(sheet_.tokens[start - 2])) --start;
    while (start > first_ && start > t - 4 && townish(sheet_.tokens[start - 1])) {
      if (start < t && sheet_.tokens[start - 1].text.ends_with(',')) break;
      --start;
    }
    return {start, t};
  }

  // Where the name of a state begins that ends before `t`; `t` when none does.
  int named_region(int t, std::string_view names) const {
    std::string name;
    for (int from = t - 1; from >= std::max(first_, t - 3); --from) {
      name = fold(word(from)) + (name.empty() ? "" : "_" + name);
      if (in_list(name, names)) return from;
    }
    return t;
  }

  // Town, then postal code.
  std::optional<Town> code_last(int t) const {
    std::string_view w = word(t), next = word(t + 1);
    if (uk_outward(w) && uk_inward(next)) return make({t, t + 2}, city_before(t), "GB");
    if (irish(w, next)) return make({t, t + 2}, city_before(t), "IE");
    if (canadian(w, next)) {
      int region = in_list(word(t - 1), kProvinces) ? t - 1 : named_region(t, kProvinceNames);
      return make({t, t + 2}, city_before(region), "CA", {region, t});
    }
    bool zip = digits(w, 5) || (w.size() == 10 && w[5] == '-' && digits(w.substr(0, 5), 5));
    // "Client ID 66489" lies not in Idaho, "Boise, ID 83702" does.
    const bool idaho = word(t - 1) != "ID" || (t >= 2 && sheet_.tokens[t - 2].text.ends_with(','));
    const bool state = in_list(word(t - 1), kUsStates) && !sheet_.tokens[t - 1].text.ends_with(':') && idaho;
    if (zip && state) return make({t, t + 1}, city_before(t - 1), "US", {t - 1, t});
    if (int region = zip ? named_region(t, kStateNames) : t; region < t && region > first_)
      return make({t, t + 1}, city_before(region), "US", {region, t});
    if (digits(w, 4) && in_list(word(t - 1), kAustralian))
      return make({t, t + 1}, city_before(t - 1), "AU", {t - 1, t});
    bool six = digits(w, 6) && t + 1 >= last_;
    if (six || (digits(w, 3) && digits(next, 3) && t + 2 >= last_)) {
      int city_end = t > first_ && (word(t - 1) == "-" || word(t - 1).empty()) ? t - 1 : t;
      Span city = city_before(city_end);
      if (!city.empty()) return make({t, six ? t + 1 : t + 2}, city, "");
    }
    if (cep(w)) {  // "Belo Horizonte - MG, 30130-002"
      const bool lettered = word(t - 1).size() == 2 && is_upper(word(t - 1)[0]) && is_upper(word(t - 1)[1]);
      int end = lettered ? t - 1 : t;
      while (end > first_ && word(end - 1).find_first_not_of("-/") == std::string_view::npos) --end;
      if (Span city = city_before(end); !city.empty()) return make({t, t + 1}, city, "BR", {lettered ? t - 1 : t, t});
    }
    if (w.size() == 8 && w[3] == '-' && digits(w.substr(0, 3), 3) && digits(w.substr(4), 4)) {
      // "(608) 555-0142" is a telephone.
      if (Span city = city_before(t); !city.empty()) return make({t, t + 1}, city, "JP");
    }
    if (digits(w, 4) && t + 1 >= last_ && t > first_) {  // "Wellington 6011"
      Span city = city_before(t);
      if (!city.empty() && city.first == first_ && w[0] != '0' && !(w.starts_with("19") || w.starts_with("20")))
        return make({t, t + 1}, city, "");
    }
    return std::nullopt;
  }

  const Sheet& sheet_;
  int first_, last_;
};

}  // namespace

std::optional<Town> town_in(const Sheet& sheet, int first, int last) { return TownReader(sheet, first, last).read(); }

bool canadian_code(const Sheet& sheet, int token) {
  if (token < 1 || token + 1 >= static_cast<int>(sheet.tokens.size())) return false;
  auto word = [&](int t) { return trim(sheet.tokens[t].text, ",.()"); };
  return canadian(word(token), word(token + 1)) && in_list(word(token - 1), kProvinces);
}

namespace {

// "Acme, Inc."; but "Slane, Co. Meath" is a town and its county.
bool form_follows(const Sheet& sheet, int token, int last) {
  if (token + 3 < last && sheet.tokens[token + 1].folded == "s." && sheet.tokens[token + 2].folded == "de" &&
      is_legal_form(sheet, token + 3))
    return true;  // ", S. de R.L. de C.V."
  return token + 1 < last && is_legal_form(sheet, token + 1) && sheet.tokens[token + 1].folded != "co.";
}

// "Halverson, Pike & Dunne LLP", "Weber, Koch und Partner": partners' names, told apart by commas.
bool partners_follow(const Sheet& sheet, int start, int token, int last) {
  constexpr int kMostWords = 7;
  if (has_legal_form(sheet, start, token + 1)) return false;
  bool joined = false;
  for (int t = start; t < std::min(last, token + 1 + kMostWords); ++t) {
    const std::string& word = sheet.tokens[t].folded;
    if (count_digits(word) > 0) return false;
    if (t <= token) continue;
    if (in_list(word, "& and und et y e en og och i")) {
      joined = true;
      continue;
    }
    if (joined &&
        (is_legal_form(sheet, t) || in_list(trim(word, ".,"),
                                            "partner partners partneri partnere partenaires associes asociados "
                                            "associati associados collegen kollegen sohne sons fils hijos figli")))
      return true;
    if (joined && word.ends_with(',')) return false;
  }
  return false;
}

}  // namespace

std::vector<Span> line_parts(const Sheet& sheet, int first, int last) {
  std::vector<Span> out;
  int start = first;
  for (int t = first; t < last; ++t) {
    const std::string& text = sheet.tokens[t].text;
    bool separator = text == "|" || text == "-" || text == "·" || text == "•" || text == "–" || text == "—" ||
                     text == "*" || text == "/" || text == "," || text == "●" || text == "▪" || text == "‧" ||
                     text == "∙";
    if (separator) {
      if (t > start) out.push_back({start, t});
      start = t + 1;
    } else if ((text.ends_with(',') && !form_follows(sheet, t, last) && !partners_follow(sheet, start, t, last)) ||
               text.ends_with(';') || text.ends_with('|')) {
      out.push_back({start, t + 1});
      start = t + 1;
    }
  }
  if (start < last) out.push_back({start, last});
  return out;
}

bool begins_with_street(const Sheet& sheet, const std::vector<Span>& parts) {
  if (!parts.empty() && in_list(sheet.tokens[parts[0].first].folded, "c.da contrada loc. localita fraz. frazione"))
    return true;  // "C.da Fontanelle s.n.c. - 92019 Sciacca": without a number
  if (parts.empty() || has_legal_form(sheet, parts[0].first, parts[0].last)) return false;
  if (looks_like_street(sheet, parts[0].first, parts[0].last)) return true;
  // "Orford Services · 44, rue King": what a comma does not part from the number is no street before it.
  const bool comma = sheet.tokens[parts[0].last - 1].text.ends_with(',');
  return parts.size() > 1 && comma && parts[1].last - parts[1].first <= 2 &&
         count_digits(sheet.tokens[parts[1].first].folded) > 0 && parts[1].last - parts[0].first <= 7 &&
         looks_like_street(sheet, parts[0].first, parts[1].last);
}

bool looks_like_street(const Sheet& sheet, int first, int last) {
  constexpr std::array<std::string_view, 9> kEndings = {"strasse", "str.",  "straat", "weg", "gasse",
                                                        "allee",   "platz", "gatan",  "vej"};
  constexpr std::string_view kWords =
      "street st st. road rd rd. avenue ave ave. lane drive dr dr. boulevard blvd way court place close square rue av "
      "av. bd chemin impasse allee place quai route cours calle c/ avda avda. avenida paseo plaza via viale piazza "
      "corso largo ul. ul al. "
      "aleja plac rua praca travessa estrada strasse str. str platz weg laan plein kade gade vej alle torv vagen gatan "
      "nam. namesti ulice trida jalan jln lot no. no lorong taman box suite floor unit postfach bp p.o. highway "
      "parkway pkwy ring damm ufer hof markt";
  static const WordSet street_words(kWords);
  bool number = false, word = false;
  for (int t = first; t < last; ++t) {
    std::string_view token = trim(sheet.tokens[t].folded, ",;()|");
    if (count_digits(token) > 0 && token.size() <= 9) number = true;
    if (street_words.has(token)) word = true;
    for (std::string_view ending : kEndings) word |= token.size() > ending.size() + 2 && token.ends_with(ending);
  }
  return number && (word || last - first >= 2);
}

}  // namespace ap::extract::reading
