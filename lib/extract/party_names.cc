#include "extract/party_names.h"

#include <algorithm>
#include <cstdlib>

#include "extract/building.h"
#include "extract/doctype.h"
#include "extract/legal_form.h"
#include "extract/party_blocks.h"
#include "extract/text.h"

namespace ap::extract::reading {

bool party_role(Role role) {
  return role == Role::seller || role == Role::buyer || role == Role::delivery_party || role == Role::payee;
}

bool salutation(std::string_view folded) {
  std::string_view word = trim(folded, ".,:");
  // "Exmo.(s)", "Sr./a.", "Herr/Frau": forms for more than one.
  if (auto open = word.find_first_of("(/"); open != std::string_view::npos && open > 1 && word.size() <= open + 6)
    word = trim(word.substr(0, open), ".,:");
  return in_list(
      word,
      "eheleute ehepaar herr herrn frau firma fa an to a a/s m/s messrs mr mrs ms monsieur madame mme m sr sra sres "
      "spett "
      "spett.le spettabile attn att ditta societe firmy pan pani sig tax company name sig.ra gent.ma gent.mo egr "
      "egregio gentile dna familie fam family famille familia famiglia rodzina rodina senor senora senores don dona "
      "doamna signor signora signori meneer mijnheer pana pani panu hr fru froken til till aan voor komu pour att. dd "
      "heren dames egregi spettle heer mevr mevrouw dhr szanowny szanowna exmo exma exmos sr.a");
}

bool greets_person(std::string_view folded) {
  return in_list(
      trim(folded, ".,:"),
      "eheleute ehepaar herr herrn frau messrs mr mrs monsieur madame mme spett spett.le spettabile sig.ra "
      "gent.ma gent.mo egr egregio fam familie famille familia famiglia signor signora signori meneer mijnheer "
      "mevr mevrouw dhr hr fru senor senora senores szanowny szanowna exmo exma");
}

namespace {
// In small letters: "OG" is a legal form.
bool joins(std::string_view word) { return in_list(trim(word, ",;"), "& + und and et y e i og och en"); }

// What a body is and not which one: its name follows.
bool only_a_kind(const Sheet& sheet, Span name) {
  return in_list(
      squeeze(plain(sheet.text(name.first, name.last))),
      "STOCKWERKEIGENTUMERGEMEINSCHAFT STOCKWERKEIGENTUEMERGEMEINSCHAFT WOHNUNGSEIGENTUMERGEMEINSCHAFT "
      "EIGENTUMERGEMEINSCHAFT WEG ERBENGEMEINSCHAFT ARGE ARBEITSGEMEINSCHAFT BIETERGEMEINSCHAFT "
      "COMUNIDADDEPROPIETARIOS CONDOMINIO CONDOMINIODEGLIEDIFICI SYNDICATDECOPROPRIETE "
      "SYNDICATDESCOPROPRIETAIRES VERENIGINGVANEIGENAREN VERENIGINGVANEIGENAARS WSPOLNOTAMIESZKANIOWA "
      "SPOLECENSTVIVLASTNIKU BOSTADSRATTSFORENINGEN EJERFORENINGEN ANDELSBOLIGFORENINGEN "
      "KANCELARIARADCYPRAWNEGO KANCELARIAADWOKACKA KANCELARIANOTARIALNA INDYWIDUALNAPRAKTYKALEKARSKA "
      "GABINETSTOMATOLOGICZNY STUDIODENTISTICO STUDIOMEDICO STUDIONOTARILE RECHTSANWALTSKANZLEI STEUERKANZLEI "
      "NOTARIAT NOTARIAATKANTOOR NOTARIA ETUDENOTARIALE CABINETDAVOCATS CABINETMEDICAL ADVOKATKONTORET "
      "STUDIOTECNICO STUDIOLEGALE STUDIOTECNICOASSOCIATO STUDIOLEGALEASSOCIATO COMUNEDI COMMUNEDE "
      "UNIVERSITAT UNIVERSITADEGLISTUDI THETRUSTEESOF ASSOCIATION VEREIN FONDATION STIFTUNG COMMUNE GEMEINDE "
      "GEMEENTE MAIRIE VILLE STADT PFARREI PAROISSE ASOCIACION FUNDACION COMUNIDAD ASSOCIAZIONE FONDAZIONE "
      "PARROCCHIA STICHTING VERENIGING FUNDACJA STOWARZYSZENIE FORENING FORENINGEN FORENINGEN SPOLEK NADACE "
      "OBEC FIRMA SOCIETE TIERARZTPRAXIS ZAHNARZTPRAXIS ARZTPRAXIS PRAXIS APOTHEKE RESTAURANT HOTEL PENSION");
}

// Recognised letters say less of the type: there sizes differ by chance.
bool set_alike(const Token& a, const Token& b) {
  const int share = a.confidence < kCertain ? 4 : 20;
  return a.bold == b.bold && std::abs(a.font_size - b.font_size) * share <= std::max(a.font_size, b.font_size);
}

// "Corrib Web Studio", "Kontakt Reklame A/S": a word for a way to reach a firm is one of its name where neither a
// number nor an address follows.
bool reaches(const Sheet& sheet, const LabelHit& hit, int last) {
  if (hit.words > 1 || hit.colon) return true;
  if (hit.role != Role::email && hit.role != Role::phone && hit.role != Role::fax) return true;
  for (int t = hit.last; t < last; ++t)
    if (count_digits(sheet.tokens[t].folded) > 0 || sheet.tokens[t].folded.find_first_of("@") != std::string::npos ||
        trim(sheet.tokens[t].folded, ".,;").find('.') != std::string_view::npos)
      return true;
  return false;
}

// Where the name ends and its details begin: "Acme B.V. KVK 12345678", "Acme Ltd Attn: Accounts".
int before_details(const Context& context, int first, int last) {
  if (first >= last) return last;
  for (int h : context.labels.by_cell[context.sheet.tokens[first].cell]) {
    const LabelHit& hit = context.labels.hits[h];
    if (hit.first <= first || hit.first >= last) continue;
    const std::string& word = context.sheet.tokens[hit.first].text;  // "Bakkerij 't Stoepje" gives no telephone
    if (hit.words == 1 && !hit.colon && count_letters(fold(word)) == 1 && !word.ends_with('.')) continue;
    if (!reaches(context.sheet, hit, last)) continue;
    switch (hit.role) {
      case Role::registration:
      case Role::vat_id:
      case Role::tax_number:
      case Role::email:
      case Role::phone:
      case Role::fax:
      case Role::contact: {
        // "Acme Pte Ltd (Co. Reg. & GST No. 2018...)": the bracket opens before the label.
        for (int t = hit.first; t > std::max(first, hit.first - 4); --t)
          if (context.sheet.tokens[t].text.starts_with('(')) return t;
        return hit.first;
      }
      default:
        break;
    }
  }
  return last;
}

// What a firm does, under its name: "Solicitors", "Heizung Lüftung Sanitär", "Chartered Accountants".
bool trade_words(const Sheet& sheet, Span name) {
  static const WordSet words(
      "attorneys attorney law solicitors solicitor barristers barrister accountants accountant surveyors architects "
      "architect engineers consultants consulting notary advisors advisers rechtsanwalte rechtsanwalt rechtsanwaltin "
      "rechtsanwaltskanzlei steuerberater wirtschaftsprufer notar architekten ingenieure sachverstandiger heizung "
      "luftung sanitar malermeister elektromeister meisterbetrieb fachbetrieb zimmerei dachdeckerei avocats avocat "
      "notaires notaire architectes expertise comptable geometres couverture plomberie chauffage zinguerie charpente "
      "abogados abogado arquitectos asesores asesoria fontaneria avvocati avvocato commercialisti architetti geometri "
      "patrocinante advocaten advocaat notarissen accountantskantoor architecten adwokaci radcowie kancelaria "
      "procurador procuradora tribunales perito gestor gestora colegiado colegiada medico psicologa psicologo "
      "fisioterapeuta veterinario traductor traductora fotografo fotografa photographe traductrice traducteur "
      "graphiste "
      "kinesitherapeute osteopathe dentiste fotografo traduttore traduttrice psicologa ingegnere geometra vertaler "
      "tekstschrijver fotograaf fysiotherapeut tandarts tlumacz fotograf lekarz ubersetzer ubersetzerin fotografin "
      "psychotherapeut psychotherapeutin facharzt facharztin zahnarzt zahnarztin tierarzt hebamme photographer "
      "translator copywriter osteopath dentist notaris oversaetter "
      "advogados advogado arquitetos advokater advokat arkitekter revisorer revisor advokati");
  for (int t = name.first; t < name.last; ++t)
    for (std::string_view run : runs(sheet.tokens[t].folded))
      if (words.has(run)) return true;
  return false;
}

}  // namespace

bool office_line(const Sheet& sheet, int cell) {
  return office_words(sheet, sheet.cells[cell].first, sheet.cells[cell].last);
}

bool office_words(const Sheet& sheet, int begin, int last) {
  if (begin >= last) return false;
  const Span c{begin, last};
  std::string_view first = trim(sheet.tokens[c.first].folded, ".,:()");
  if (in_list(first, "attn att attention fao c/o z.hd zhd z.h zh t.a.v tav co v/ t.n.v p/a vardnadshavare malsman"))
    return true;
  if (first == "a/s" && c.last - c.first > 2) return true;  // "aux soins de"
  if (first == "z" && c.last - c.first > 2) return true;    // "z. Hd. Frau Huber"
  constexpr std::string_view kOffices =
      " the directors| the director| the proprietor| the proprietors| the owner| the owners| the occupier| the bursar| "
      "the governors| the chairman| the principal| the treasurer| the company secretary| the managing director| "
      "managing director| "
      "the board| the manager| the secretary| the partners| the trustees| accounts payable| "
      "accounts department| accounts dept| accounting department| accounting| accounts| finance department| purchase "
      "ledger| accounts office| purchasing department| purchasing| the accounts department| buchhaltung| "
      "rechnungswesen| rechnungsprufung| kreditorenbuchhaltung| kreditoren| finanzbuchhaltung| rechnungseingang| "
      "einkauf| verwaltung| comptabilite| service comptabilite| comptabilite fournisseurs| service comptable| "
      "direction financiere| service "
      "achats| contabilidad| departamento de contabilidad| administracion| amministrazione| ufficio amministrativo| "
      "ufficio acquisti| ufficio contabilita| administratie| crediteurenadministratie| afdeling crediteuren| "
      "boekhouding| dzial ksiegowosci| ksiegowosc| contabilidade| departamento financeiro| ekonomiavdelningen| "
      "leverantorsreskontra| bogholderi| okonomiafdelingen| uctarna| a l attention de|";
  std::string line = " ";
  for (int t = c.first; t < c.last; ++t)
    for (std::string_view run : runs(sheet.tokens[t].folded)) (line += (line.size() > 1 ? " " : "")) += run;
  for (std::string_view attention :
       {" a l attention", " zu handen", " ter attentie", " alla cortese attenzione", " all attenzione",
        " a la atencion", " ao cuidado", " do rak", " k rukam", " for the attention"})
    if (line.starts_with(attention) && line.size() > attention.size()) return true;
  return kOffices.find(line + '|') != std::string_view::npos;
}

bool carries_on_name(const Sheet& sheet, Span name, int next, int after) {
  const Cell& c = sheet.cells[next];
  if (office_line(sheet, next) || salutation(sheet.tokens[c.first].folded) || c.last - c.first > 7) return false;
  const bool joined = joins(sheet.tokens[name.last - 1].text) || sheet.tokens[c.first].folded == "&";
  if (joined) return true;
  // "Wattlebird Landscapes Pty" over "Ltd": the form itself was broken.
  const bool half = in_list(trim(sheet.tokens[name.last - 1].folded, "."), "pty pvt sdn private co sp z");
  if (half && name.last - name.first > 1 && only_form(sheet, c.first, c.last)) return true;
  if (has_legal_form(sheet, name.first, name.last)) return false;
  if (looks_like_street(sheet, c.first, c.last)) return false;
  if (is_legal_form(sheet, c.first) || only_form(sheet, c.first, c.last)) return true;
  // A brand above the firm behind it is set otherwise than the firm: two names; not so "di Re Luca & C. snc".
  const bool alike = set_alike(sheet.tokens[name.first], sheet.tokens[c.first]) || sheet.tokens[c.first].text == "di";
  if (has_legal_form(sheet, c.first, c.last)) return alike;
  for (int t = c.first; t < c.last; ++t)
    if (count_digits(sheet.tokens[t].folded) > 0 || sheet.tokens[t].text.ends_with(':')) return false;
  if (only_a_kind(sheet, name)) return true;
  // "Association Les Amis" over "du Canal de la Seille".
  if (set_alike(sheet.tokens[name.last - 1], sheet.tokens[c.first]) && c.last - c.first >= 2 &&
      in_list(sheet.tokens[c.first].text,
              "du des de del della dei delle di do da dos das of for van der zur zum af och"))
    return true;
  // "Spółka z ograniczoną" over "odpowiedzialnością": the line was too short for the name.
  const std::string head = plain(sheet.tokens[c.first].text);
  const bool full = name.last - name.first >= 3 && set_alike(sheet.tokens[name.first], sheet.tokens[c.first]);
  if (full && c.last - c.first <= 3 && is_lower(head[0]) && head.size() >= 5 && head.find('/') == std::string::npos)
    return true;
  const Token &one = sheet.tokens[name.first], &two = sheet.tokens[c.first];
  if (after < 0 || !set_alike(one, two)) return false;
  const Token& address = sheet.tokens[sheet.cells[after].first];
  return (one.bold && !address.bold) || two.font_size * 10 >= address.font_size * 13;
}

bool tagline(const Sheet& sheet, int cell, Span name) {
  if (has_legal_form(sheet, name.first, name.last)) return false;
  int above = cell_above(sheet, cell, 130);
  if (above < 0) return false;
  const Cell& c = sheet.cells[above];
  const Token &big = sheet.tokens[c.first], &own = sheet.tokens[name.first];
  if (big.font_size * 100 < own.font_size * 115 || c.last - c.first > 7) return false;
  int letters = 0, digits = 0;
  for (int t = c.first; t < c.last; ++t)
    letters += count_letters(sheet.tokens[t].folded), digits += count_digits(sheet.tokens[t].folded);
  return letters > 3 && digits == 0 &&
         (has_legal_form(sheet, c.first, c.last) || trade_words(sheet, name) ||
          big.font_size * 10 >= own.font_size * 16);
}

namespace {

// Four cells and more without a figure, and right below them a row with three cells of figures: a table of whatever,
// but for the strip of a firm's details at the foot.
bool over_figures(const Sheet& sheet, int row) {
  const Row& head = sheet.rows[row];
  if (head.last - head.first < 4 || row + 1 >= static_cast<int>(sheet.rows.size())) return false;
  const Row& below = sheet.rows[row + 1];
  if (below.page != head.page || below.box.y0 - head.box.y1 > 2 * head.box.height()) return false;
  if (head.box.y0 > sheet.page_of_row(row).height * 4 / 5) return false;
  for (int c = head.first; c < head.last; ++c)
    if (count_digits(sheet.cell_text(c)) > 0 || has_legal_form(sheet, sheet.cells[c].first, sheet.cells[c].last))
      return false;
  int figures = 0;
  for (int c = below.first; c < below.last; ++c) figures += count_digits(sheet.cell_text(c)) > 0;
  return figures >= 3;
}

}  // namespace

bool heading_row(const Context& context, int row) {
  int headings = 0;
  for (int c = context.sheet.rows[row].first; c < context.sheet.rows[row].last; ++c)
    headings += std::ranges::any_of(context.labels.by_cell[c], [&](int h) {
      const LabelHit& hit = context.labels.hits[h];
      return hit.before == 0 && (hit.role == Role::column_item || hit.role == Role::column_quantity ||
                                 hit.role == Role::column_price || hit.role == Role::column_amount);
    });
  return headings >= 3 || over_figures(context.sheet, row);
}

// "Acme SAS au capital de", "Acme LLP is a limited liability partnership", "Acme Ltd Plot No. 53": the name ends with
// its legal form.
int behind_form(const Sheet& sheet, int first, int last) {
  for (int t = first + 1; t + 1 < last; ++t) {
    if (is_legal_form(sheet, t) && begins_place(sheet, t + 1, last)) return t + 1;
    const std::string next = plain(sheet.tokens[t + 1].text);
    if (!is_legal_form(sheet, t) || !is_lower(next[0]) || next.ends_with('.')) continue;  // "Sp. j."
    if (joins(next) || is_legal_form(sheet, t + 1)) continue;
    if (!has_legal_form(sheet, t + 1, last)) return t + 1;
  }
  return last;
}

// "Acme Ltd. Tax invoice": the title is none of the name's words.
int before_title(const Context& context, int first, int last) {
  for (int h : first < last ? context.labels.by_cell[context.sheet.tokens[first].cell] : std::vector<int>{}) {
    const LabelHit& hit = context.labels.hits[h];
    const bool title = hit.role == Role::title_invoice || hit.role == Role::title_credit;
    if (title && hit.first > first + 1 && hit.first < last && is_legal_form(context.sheet, hit.first - 1))
      return hit.first;
  }
  return last;
}

// "a division of Acme Holdings, Inc.": who stands behind the firm, not the firm.
bool belongs_to(const Sheet& sheet, int first, int last) {
  if (last - first < 3) return false;
  std::string words;
  for (int t = first; t < std::min(last, first + 3); ++t) (words += sheet.tokens[t].folded) += ' ';
  for (std::string_view start :
       {"division of ", "trading name of ", "brand of ", "member of ", "subsidiary of ", "part of ",
        "ein unternehmen der ", "unternehmen der ", "mitglied der ", "une marque de ", "une societe du ",
        "un marchio di ", "una empresa de ", "onderdeel van ", "en del af ", "en del av ", "societa del gruppo "})
    if (words.starts_with(start)) return true;
  return false;
}

// "Please pay by bank transfer to Barclays Bank plc": the opening of a sentence on paying.
bool asks_to_pay(const Context& context, int token) {
  return in_list(trim(context.sheet.tokens[token].folded, ".,:"),
                 "please pay payable kindly bitte merci veuillez gelieve zahlbar betaalbaar payables pagamento "
                 "reglement") &&
         context.labels.covering(context.sheet, token) != nullptr;
}

// "KV-Nr.", "Zakaznik c.": a heading that asks for a number.
bool asks_for_number(const Sheet& sheet, int first, int last) {
  if (last <= first || last - first > 3) return false;
  const std::string& word = sheet.tokens[last - 1].folded;
  return in_list(trim(word, ":"), "nr. no. nr no num. n. c. cislo nummer number numero #") || word.ends_with("-nr.") ||
         word.ends_with("-nr") || word.ends_with("nummer:") || word.ends_with("nr.:");
}

// "Church Lane", "Main Road": a street of two words, without a number.
bool road_only(const Sheet& sheet, int first, int last) {
  // "Quai de la Sabliere", "C.da Fontanelle s.n.c.": streets without a number begin with what they are.
  constexpr std::string_view kStreets =
      "quai rue boulevard impasse chemin allee ruelle ulica ul. calle c/ rua travessa viale vicolo c.da contrada "
      "localita loc. fraz. frazione strada p.zza v.le c.so";
  const bool unnumbered = in_list(trim(sheet.tokens[last - 1].folded, ","), "s.n.c. snc s.n.c s.n. s/n");
  if (last - first >= 2 && last - first <= 6 && in_list(trim(sheet.tokens[first].folded, ","), kStreets) &&
      (unnumbered || !has_legal_form(sheet, first, last)))
    return true;
  return last - first == 2 && !has_legal_form(sheet, first, last) &&
         in_list(trim(sheet.tokens[last - 1].folded, ",."), "road rd lane street avenue drive terrace crescent");
}

// A few words that begin their cell and are far larger than the print of the pages.
bool printed_large(const Sheet& sheet, Span name) {
  constexpr int kMostWords = 4, kLarger = 140;  // parts in hundred
  const Token& head = sheet.tokens[name.first];
  return name.last - name.first <= kMostWords && sheet.cells[head.cell].first == name.first &&
         head.font_size * 100 >= body_size(sheet) * kLarger;
}

Span name_in(const Context& context, int first, int last) {
  const Sheet& sheet = context.sheet;
  // A label in front of the name: "Name: Acme Ltd", "Bill to Acme Ltd".
  if (first < last) {
    if (const LabelHit* hit = context.labels.covering(sheet, first); hit && hit->first == first && hit->last < last) {
      bool named = hit->role == Role::name || party_role(hit->role) || hit->role == Role::account_holder;
      if (named && (hit->colon || sheet.tokens[hit->last - 1].text.ends_with(':') || heads_firm(sheet, *hit, last)))
        first = hit->last;
      else if (hit->colon)
        return {};
    }
  }
  last = std::min(last, before_details(context, first, last));
  last = behind_form(sheet, first, before_title(context, first, last));
  auto junk = [&](int t) {
    return count_letters(sheet.tokens[t].folded) + count_digits(sheet.tokens[t].folded) == 0 &&
           static_cast<unsigned char>(sheet.tokens[t].folded[0]) < 0x80 && sheet.tokens[t].folded != "&";
  };
  auto greets = [&](int t) { return t < last && salutation(sheet.tokens[t].folded); };
  while (first < last && (junk(first) || greets(first))) {
    ++first;
    if (first < last && joins(sheet.tokens[first].text) && greets(first + 1)) ++first;  // "Dhr. en mevr."
  }
  if (first >= last || belongs_to(sheet, first, last) || asks_to_pay(context, first)) return {};
  for (const Identifier& id : context.tax_ids)  // "VAT No IE7495683J"
    if (id.first < last && first < id.last) return {};
  while (last > first && junk(last - 1)) {
    if (sheet.tokens[last - 1].text == ":") return {};  // "Vendu à :"
    --last;
  }
  // "SAS - RCS Bordeaux 818 402 117", "Sociedade Unipessoal, Lda.", "KV-Nr.", "Church Lane"
  if (only_form(sheet, first, last) || asks_for_number(sheet, first, last) || road_only(sheet, first, last)) return {};
  if (first >= last || last - first > 10 || part_of_building(sheet, first, last)) return {};
  int letters = 0, digits = 0;
  for (int t = first; t < last; ++t) {
    letters += count_letters(sheet.tokens[t].folded);
    digits += count_digits(sheet.tokens[t].folded);
    if (sheet.tokens[t].folded.find("**") != std::string::npos) return {};  // a patient, made unknown
    if (sheet.tokens[t].folded.find('@') != std::string::npos || sheet.tokens[t].folded.starts_with("www.") ||
        sheet.tokens[t].text.ends_with(':'))
      return {};
    if (int d = context.dates.at_token[t]; d >= 0 && !context.dates.list[d].bare) return {};
  }
  bool counted = last - first <= 2 && count_digits(sheet.tokens[first].folded) > 0 &&
                 count_letters(sheet.tokens[first].folded) == 0;  // "20 pcs"
  if (letters < 2 || digits > letters || counted) return {};
  std::string head = plain(sheet.tokens[first].text);
  // The middle of a sentence, unless it is a brand in small letters.
  if (is_lower(head[0]) && !has_legal_form(sheet, first, last) && !printed_large(sheet, {first, last})) return {};
  if (const LabelHit* hit = context.labels.covering(sheet, first);
      hit && hit->first == first && hit->last >= last && !hit->weak && last - first <= 3) {
    bool word_of_names = (hit->role == Role::bank && last - first > 1) || hit->role == Role::column_item ||
                         hit->role == Role::charge || hit->role == Role::none;
    if (!word_of_names) return {};
  }
  return {first, last};
}

bool looks_like_sentence(const Sheet& sheet, Span name) {
  constexpr int kFewest = 5, kMost = 8;
  const int words = name.last - name.first;
  if (words < kFewest) return false;
  if (is_legal_form(sheet, name.last - 1)) return false;
  int small = 0;
  for (int t = name.first; t < name.last; ++t) small += is_lower(plain(sheet.tokens[t].text)[0]);
  return words > kMost || (sheet.tokens[name.last - 1].text.ends_with('.') && small + 1 >= words);
}

bool surname_only(const Sheet& sheet, int first, Span name) {
  return name.last - name.first == 1 && name.first > first && salutation(sheet.tokens[name.first - 1].folded);
}

}  // namespace ap::extract::reading
