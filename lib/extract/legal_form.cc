#include "extract/legal_form.h"

#include <algorithm>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr std::string_view kForms =
    "gmbh ag kg ohg gbr ug mbh e.k. e.k ek ltd ltd. limited llc llp inc inc. corp corp. corporation plc pty sarl "
    "s.a.r.l. s.a.r.l sas s.a.s. s.a.s sasu eurl snc s.n.c. sa s.a. s.a "
    "s.l. s.l sl s.l.u. slu s.l.u s.p.a. s.p.a spa srl s.r.l. s.r.l srls b.v. b.v bv n.v. n.v nv vof v.o.f. cv lda "
    "lda. unipessoal ab hb kb a/s aps i/s as oy oyj s.r.o. s.r.o sro a.s. a.s v.o.s. spol. "
    "bhd bhd. sdn pvt pvt. kft se e.v. ev z.o.o. o.o. o.o z.o.o sp.j. s.c. s.c s.k. k.k. kk co. co.,ltd. gmbh&co kgaa "
    "partg cie & holding ou sp. stg eg e.g. a.g. g.m.b.h. b.v.b.a. bvba sprl srl. ssrl asbl ulc l.l.c. company v.o.f "
    "a.g. a.g dac og gesmbh ges.m.b.h. eu e.u. e.u pllc l.l.p. pc p.c. d.o.o. d.o.o kft. ltda selarl selas scop scea "
    "gaec k/s p/s a.m.b.a. vzw "
    "commv gmbb partgmbb mbb slp unlimited dac. odpowiedzialnoscia jawna kommanditgesellschaft aktiengesellschaft r.o. "
    "enk "
    "incorporated private c.v. c.v r.l. r.l s.a.p.i. s.a.p.i c.b. c.b s.coop. s.coop s.l.p. s.l.l. s.c.p. sp.k. sp.p. "
    "s.k.a. eireli epp aktiebolag "
    "handelsbolag kommanditbolag z.s. z.u. o.p.s. e.i.r.l. eirl ky tmi ans s.a.p.a. aktieselskab anpartsselskab "
    "f.m.b.a. s.a.s.u. s.c.r.l. scrl s.c.a. s.c.s. s.r.l.s. s.t.p. stp scarl s.c.a.r.l. limitada gesbr e.gen. "
    "e.g cvba s.c.e. n.p.o. npc";

const WordSet& legal_forms() {
  static const WordSet set(kForms);
  return set;
}
// "1 kg" is a weight, "Huber KG" a firm.
bool weighs(const Sheet& sheet, int token) {
  return sheet.tokens[token].text.starts_with("kg") && count_digits(sheet.tokens[token - 1].folded) > 0;
}

}  // namespace

bool has_legal_form(std::string_view name) {
  std::string folded = fold(name);
  for (std::size_t start = 0; start < folded.size();) {
    std::size_t end = std::min(folded.find(' ', start), folded.size());
    std::string_view word = trim(std::string_view(folded).substr(start, end - start), ",;:()|");
    if (start > 0 && word != "&" && word != "company" && word != "sp." && legal_forms().has(word)) return true;
    start = end + 1;
  }
  return false;
}

bool is_legal_form(const Sheet& sheet, int token) {
  return legal_forms().has(trim(sheet.tokens[token].folded, ",;:()|"));
}

int end_of_form(const Sheet& sheet, int token, int last) {
  int end = token + 1;
  for (; end < last; ++end) {
    if (is_legal_form(sheet, end)) continue;
    if (!in_list(sheet.tokens[end].folded, "de z") || end + 1 >= last || !is_legal_form(sheet, end + 1)) break;
  }
  return end;
}

bool only_form(const Sheet& sheet, int first, int last) {
  static const WordSet words(
      "sociedade sociedad societe societa gesellschaft spolka spolecnost unipessoal unipersonal limitada anonima "
      "anonyme "
      "anonyma mit beschrankter haftung de responsabilidad responsabilite responsabilita limitee limitata a per azioni "
      "limited liability company partnership partnerschaft partnerschaftsgesellschaft akcyjna rucenim omezenym s und");
  for (int t = first; t < last; ++t) {
    std::string_view word = trim(sheet.tokens[t].folded, ",;:()|");
    if (!legal_forms().has(word) && !words.has(word)) return false;
  }
  return first < last && (last - first > 1 || is_legal_form(sheet, first));
}

bool has_legal_form(const Sheet& sheet, int first, int last) {
  for (int t = first + 1; t < last; ++t) {
    std::string_view word = trim(sheet.tokens[t].folded, ",;:()|");
    if (word == "&" || word == "company" || word == "sp.") continue;
    if (legal_forms().has(word) && !weighs(sheet, t)) return true;
    if (word == "e." && t + 1 < last && sheet.tokens[t + 1].folded == "v.") return true;  // "e. V."
  }
  return false;
}

}  // namespace ap::extract::reading
