#include "extract/payment_means.h"

#include <algorithm>
#include <string>

#include "extract/choice.h"
#include "extract/party_blocks.h"
#include "extract/party_names.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

struct Means {
  std::string_view code, stems;  // stems of folded words; several words joined by '_'
};
// Kinds told by one word that means nothing else; the first that is found decides.
constexpr Means kMeans[] = {
    {"59",
     "sepa-lastschrift sepa_lastschrift sepa_direct_debit prelevement_sepa adeudo_sepa sepa_incasso addebito_sepa "
     "sdd"},
    {"49",
     "lastschrift direct_debit prelevement domiciliacion domiciliation_bancaire adeudo addebito_diretto rid "
     "automatische_incasso incasso polecenie_zaplaty debito_direto autogiro betalingsservice inkaso eingezogen "
     "abgebucht"},
    {"58",
     "sepa-uberweisung sepa_uberweisung sepa_credit_transfer virement_sepa transferencia_sepa sepa_transfer "
     "bonifico_sepa"},
    {"48",
     "kreditkarte credit_card debit_card carte_bancaire carte_bleue tarjeta carta_di_credito creditcard "
     "karta_platnicza "
     "cartao kontokort kort kartou visa mastercard amex pinpas karta"},
    {"20", "scheck cheque check_payment talon assegno czek sek"},
    {"10", "barzahlung bar cash especes efectivo contanti contant gotowka numerario kontant hotove hotovost"},
    {"68", "paypal stripe klarna apple_pay google_pay ideal mbway swish mobilepay blik twint"},
    {"30",
     "uberweisung bank_transfer wire_transfer credit_transfer wire transfer virement transferencia bonifico "
     "overboeking overschrijving przelew bankoverforsel bankoverforing prevodem bankovni_prevod prevodni_prikaz ach "
     "bacs neft rtgs bankgiro plusgiro eft"},
};

bool has_stem(std::string_view text, std::string_view stem) {
  for (std::size_t at = text.find(stem); at != std::string_view::npos; at = text.find(stem, at + 1)) {
    bool starts = at == 0 || !is_alnum(text[at - 1]);
    std::size_t end = at + stem.size();
    // Short words are whole ones ("bar", "rid"); longer ones may go on ("lastschriftverfahren").
    bool ends = end == text.size() || !is_alnum(text[end]) || stem.size() > 5;
    if (starts && ends) return true;
  }
  return false;
}

template <class Visit>
bool any_stem(std::string_view list, Visit visit) {
  while (!list.empty()) {
    auto blank = list.find(' ');
    std::string stem(list.substr(0, blank));
    std::replace(stem.begin(), stem.end(), '_', ' ');
    if (visit(stem)) return true;
    list = blank == std::string_view::npos ? std::string_view() : list.substr(blank + 1);
  }
  return false;
}

void read_means(const Context& context, Draft& draft) {
  const Sheet& sheet = context.sheet;
  Choice choice;
  for (const LabelHit& hit : context.labels.hits) {
    if (hit.role != Role::means) continue;
    for (const Place& place : places(sheet, context.labels, hit, 1)) {
      if (place.distance > 0) break;
      std::string_view code = payment_means_of(fold(sheet.text(place.first, place.last)));
      if (code.empty()) continue;
      choice.add(std::string(code), label_strength(hit), place.first, place.last);
      break;
    }
  }
  // "The amount will be collected by SEPA direct debit": only in the future of the seller, never as an offer.
  for (std::size_t c = 0; c < sheet.cells.size() && choice.empty(); ++c) {
    const Cell& cell = sheet.cells[c];
    if (cell.last - cell.first < 4) continue;
    std::string text = fold(sheet.cell_text(static_cast<int>(c)));
    if (!any_stem("wird_von wird_per wird_am wird_mittels ziehen_wir buchen_wir will_be_collected will_be_debited "
                  "sera_preleve sera_prelevee se_cargara sara_addebitat wordt_afgeschreven wordt_geincasseerd "
                  "zostanie_pobran dras_via",
                  [&](const std::string& words) { return has_stem(text, words); }))
      continue;
    std::string_view code = payment_means_of(text);
    if (code == "49" || code == "59") choice.add(std::string(code), 0.6, cell.first, cell.last, How::layout);
  }
  choice.put(draft, "payment.means", 0.4);
}

// The name behind a label, "" when what stands there is none.
void read_name(const Context& context, Role role, Choice& choice) {
  for (const LabelHit& hit : context.labels.hits) {
    if (hit.role != role || (hit.before > 0 && !hit.colon)) continue;
    for (const Place& place : places(context.sheet, context.labels, hit, 1)) {
      Span name = name_in(context, place.first, place.stop);
      if (place.distance > 0 || name.empty() || name.last - name.first > 8) break;
      choice.add(context.sheet.text(name.first, name.last, " ,;:|"), label_strength(hit), name.first, name.last);
      break;
    }
  }
}

}  // namespace

std::string_view payment_means_of(std::string_view folded) {
  for (const Means& means : kMeans)
    if (any_stem(means.stems, [&](const std::string& stem) { return has_stem(folded, stem); })) return means.code;
  return "";
}

void read_payment_means(const Context& context, Draft& draft) {
  read_means(context, draft);
  Choice holder, payee;
  read_name(context, Role::account_holder, holder);
  holder.put(draft, "payment.account_name", 0.5);
  read_name(context, Role::payee, payee);
  if (payee.empty()) return;
  // EN 16931 names a payee only where it is not the seller.
  if (squeeze(plain(payee.best().value)) == squeeze(plain(draft.invoice().seller.name))) return;
  payee.put(draft, "payee.name", 0.6);
}

}  // namespace ap::extract::reading
