#include "extract/tax_id_country.h"

#include "core/identifiers.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// 'd' a digit, 'u' a letter, 'a' either; other characters stand for themselves.
bool fits(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool ok = form[i] == 'd'   ? is_digit(text[i])
              : form[i] == 'u' ? is_upper(text[i])
              : form[i] == 'a' ? is_alnum(text[i])
                               : text[i] == form[i];
    if (!ok) return false;
  }
  return true;
}

struct Scheme {
  std::string_view words;  // folded; one of them in the label is enough
  std::string_view form, letters;
  bool own;  // the words are used in this country alone
};
constexpr Scheme kSchemes[] = {
    {"nip", "dddddddddd", "PL", true},
    {"iva piva p.iva pi p.i. p.i", "ddddddddddd", "IT", true},
    {"cvr cvrnr", "dddddddd", "DK", true},
    {"contribuinte contrib nipc", "ddddddddd", "PT", true},
    {"nif cif n.i.f c.i.f n.i.f. c.i.f.", "uddddddda", "ES", true},
    {"nif cif n.i.f c.i.f n.i.f. c.i.f.", "ddddddddu", "ES", true},
    {"nif n.i.f n.i.f.", "ddddddddd", "PT", true},
    {"momsreg momsregnr momsregistreringsnummer moms vat", "dddddddddd01", "SE", true},
    {"moms momsnr se", "dddddddd", "DK", false},
    {"btw", "dddddddddBdd", "NL", true},
    {"btw tva", "dddddddddd", "BE", false},
    {"tva", "aaddddddddd", "FR", false},
    {"ust uid", "Udddddddd", "AT", true},
    {"ust", "ddddddddd", "DE", false},
    {"vat", "ddddddddd", "GB", false},
    {"vat", "dddddddddddd", "GB", false},
    {"vat", "dadddddu", "IE", false},
    {"vat", "dadddddua", "IE", false},
    {"dic", "dddddddd", "CZ", false},
};

bool names(std::string_view label, std::string_view words) {
  std::string folded = fold(label);
  for (std::string_view run : runs(folded))
    if (in_list(run, words)) return true;
  for (std::size_t start = 0; start < folded.size();) {
    std::size_t end = std::min(folded.find_first_of(" :/", start), folded.size());
    if (in_list(std::string_view(folded).substr(start, end - start), words)) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace

std::string with_country_letters(std::string_view label, std::string_view compact) {
  for (const Scheme& scheme : kSchemes) {
    if (!fits(compact, scheme.form) || !names(label, scheme.words)) continue;
    std::string whole = std::string(scheme.letters) + std::string(compact);
    if (scheme.own || check_tax_id(whole).verdict == TaxIdVerdict::valid) return whole;
  }
  return std::string(compact);
}

}  // namespace ap::extract::reading
