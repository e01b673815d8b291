#include "rules/controls/identifiers.h"

#include <fmt/format.h>

#include "core/identifiers.h"

namespace ap::rules {
namespace {

// Countries whose accounts are held at banks of another country's code.
bool same_banking_area(std::string_view iban, std::string_view bic) {
  if (iban == bic) return true;
  constexpr std::string_view kAreas =
      "FR-GP FR-MQ FR-GF FR-RE FR-YT FR-PM FR-BL FR-MF FR-NC FR-PF FR-WF FR-TF FR-MC "
      "MC-FR GB-JE GB-GG GB-IM GB-XI FI-AX SM-IT VA-IT IT-SM LI-CH CH-LI ES-IC ";
  return kAreas.find(fmt::format("{}-{} ", iban, bic)) != std::string_view::npos;
}

}  // namespace

Outcome check_payment_iban(const Invoice& invoice, const Facts&) {
  const std::string& iban = invoice.payment.iban;
  if (iban.empty()) return Problems{};
  auto check = check_iban(iban);
  if (check) return Problems{};
  return Problems{{"payment.iban", fmt::format("the IBAN {} is wrong: {}", iban, check.error()), "", iban}};
}

Outcome check_payment_bic(const Invoice& invoice, const Facts&) {
  const std::string& bic = invoice.payment.bic;
  if (bic.empty()) return Problems{};
  auto check = check_bic(bic);
  if (!check) return Problems{{"payment.bic", fmt::format("the BIC {} is wrong: {}", bic, check.error()), "", bic}};
  const std::string bank = compact_identifier(bic).substr(4, 2);  // of eight letters and more, as was checked
  if (compact_identifier(invoice.payment.iban).starts_with(bank)) return Problems{};
  const std::string account = iban_country(invoice.payment.iban);
  if (account.empty() || same_banking_area(account, bank)) return Problems{};
  return Problems{{"payment.bic",
                   fmt::format("the BIC {} is of a bank in {}, the IBAN of an account in {}", bic, bank, account),
                   account, bank}};
}

Outcome check_payment_reference(const Invoice& invoice, const Facts&) {
  const std::string& reference = invoice.payment.reference;
  if (reference.empty()) return Problems{};
  ReferenceScheme scheme = reference_scheme(reference, invoice.payment.iban);
  auto check = check_reference(reference, scheme);
  if (check) return Problems{};
  return Problems{
      {"payment.reference",
       fmt::format("the payment reference {} is wrong as a {}: {}", reference, to_string(scheme), check.error()), "",
       reference}};
}

}  // namespace ap::rules
