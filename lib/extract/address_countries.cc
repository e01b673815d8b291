// The names of countries in the languages that are read.
#include <algorithm>
#include <unordered_map>

#include "extract/address.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

struct Country {
  std::string_view code, names;  // folded, one name a word; names of several words joined by '_'
};
constexpr Country kCountries[] = {
    {"DE", "germany deutschland allemagne alemania germania duitsland niemcy alemanha tyskland nemecko"},
    {"FR", "france frankreich francia frankrijk francja franca frankrike frankrig francie"},
    {"AT", "austria osterreich autriche oostenrijk osterrike ostrig rakousko"},
    {"CH", "switzerland schweiz suisse svizzera suiza zwitserland szwajcaria suica svycarsko"},
    {"BE", "belgium belgien belgique belgio belgica belgie belgia"},
    {"NL", "netherlands niederlande pays-bas paesi_bassi nederland holandia paises_bajos the_netherlands nizozemsko"},
    {"GB",
     "united_kingdom uk england great_britain vereinigtes_konigreich royaume-uni reino_unido regno_unito scotland "
     "wales"},
    {"IE", "ireland irland irlande"},
    {"ES", "spain spanien espagne espana spagna spanje hiszpania espanha spanelsko"},
    {"IT", "italy italien italie italia wlochy"},
    {"PT", "portugal portogallo portugalia"},
    {"PL", "poland polen pologne polonia polska polsko"},
    {"CZ", "czech_republic czechia tschechien ceska_republika cesko tjeckien"},
    {"SE", "sweden schweden suede suecia svezia zweden szwecja sverige svedsko"},
    {"DK", "denmark danemark dinamarca danimarca denemarken dania danmark dansko"},
    {"NO", "norway norwegen norge norvege"},
    {"FI", "finland finnland finlande suomi"},
    {"US", "usa united_states united_states_of_america u.s.a"},
    {"CA", "canada kanada"},
    {"AU", "australia australien"},
    {"NZ", "new_zealand"},
    {"IN", "india indien"},
    {"JP", "japan"},
    {"SG", "singapore"},
    {"MY", "malaysia"},
    {"LU", "luxembourg luxemburg"},
    {"SK", "slovakia slovensko slowakei"},
    {"HU", "hungary ungarn magyarorszag"},
    {"ZA", "south_africa sudafrika"},
    {"GR", "greece griechenland grece"},
    {"RO", "romania rumanien"},
    {"HR", "croatia kroatien hrvatska"},
    {"SI", "slovenia slowenien slovenija"},
    {"BG", "bulgaria bulgarien"},
    {"EE", "estonia estland eesti"},
    {"LV", "latvia lettland"},
    {"LT", "lithuania litauen lietuva"},
    {"CN", "china"},
    {"HK", "hong_kong"},
    {"AE", "united_arab_emirates uae"},
    {"BR", "brazil brasil brasilien"},
    {"MX", "mexico mexiko"},
    {"TR", "turkey turkei turkiye"},
    {"IL", "israel"},
    {"KR", "south_korea korea"},
};

// Every name of every country; where two share one, the first of the table has it. Names point into literals.
std::unordered_map<std::string_view, std::string_view> names_of_countries() {
  std::unordered_map<std::string_view, std::string_view> out;
  for (const Country& row : kCountries)
    for (std::string_view rest = row.names; !rest.empty();) {
      const auto blank = rest.find(' ');
      out.emplace(rest.substr(0, blank), row.code);
      rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
    }
  return out;
}

}  // namespace

std::string country_of(std::string_view folded) {
  constexpr std::size_t kLongest = 40;
  static const auto names = names_of_countries();
  const std::string_view trimmed = trim(folded, " .,;()[]");
  if (trimmed.size() < 2 || trimmed.size() > kLongest) return "";
  std::string key(trimmed);
  std::replace(key.begin(), key.end(), ' ', '_');
  const auto found = names.find(key);
  return found == names.end() ? "" : std::string(found->second);
}

}  // namespace ap::extract::reading
