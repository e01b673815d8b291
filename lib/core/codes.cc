#include "core/codes.h"

namespace ap {
namespace {

// Each list is one string of codes with a blank after each, in ascending order.
constexpr std::string_view kCountries =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI XK YE YT ZA ZM ZW";

constexpr std::string_view kCurrencies =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF "
    "CHW CLF CLP CNH CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ "
    "GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL "
    "LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR "
    "PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STD SVC SYP SZL THB TJS TMT TND TOP TRY "
    "TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD "
    "XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG";

constexpr std::string_view kNoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
constexpr std::string_view kThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view kFourDecimals = "CLF UYW";

constexpr std::string_view code_at(std::string_view list, std::size_t place, std::size_t length) {
  return list.substr(place * (length + 1), length);
}

constexpr bool ascending(std::string_view list, std::size_t length) {
  for (std::size_t place = 1; place * (length + 1) < list.size(); ++place)
    if (code_at(list, place - 1, length) >= code_at(list, place, length)) return false;
  return list.size() % (length + 1) == length;
}
static_assert(ascending(kCountries, 2) && ascending(kCurrencies, 3));
static_assert(ascending(kNoDecimals, 3) && ascending(kThreeDecimals, 3) && ascending(kFourDecimals, 3));

// True when `code` is one of `list`, whose codes have `length` letters.
bool contains(std::string_view list, std::string_view code, std::size_t length) {
  if (code.size() != length) return false;
  auto number = [length](const char* letters) {
    unsigned all = 0;
    for (std::size_t i = 0; i < length; ++i) all = all << 8 | static_cast<unsigned char>(letters[i]);
    return all;
  };
  const unsigned wanted = number(code.data());
  std::size_t first = 0, last = (list.size() + 1) / (length + 1);
  while (last - first > 1) {
    const std::size_t middle = first + (last - first) / 2;
    (number(list.data() + middle * (length + 1)) <= wanted ? first : last) = middle;
  }
  return number(list.data() + first * (length + 1)) == wanted;
}

}  // namespace

bool known_country(std::string_view code) { return contains(kCountries, code, 2); }

bool known_currency(std::string_view code) { return contains(kCurrencies, code, 3); }

int minor_units(std::string_view currency) {
  if (contains(kNoDecimals, currency, 3)) return 0;
  if (contains(kThreeDecimals, currency, 3)) return 3;
  if (contains(kFourDecimals, currency, 3)) return 4;
  return 2;
}

}  // namespace ap
