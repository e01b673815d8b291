// Terms of payment in words and codes, and the days that follow from them. Pure.
//
// Read are "2/10 net 30", "2/10, 1/20, n/60", "net 30 EOM", "30 EOM 10th", "2/10 prox", "COD", "due on receipt",
// "zahlbar innerhalb 14 Tagen 2 % Skonto, 30 Tage netto", "#SKONTO#TAGE=14#PROZENT=2.00#", "45 jours fin de mois",
// "RB 30 gg DFFM", and the like in ES, NL, PL, PT, SV, DA, NO. Clauses about interest on late payment are passed over.
//
// "net 30 EOM" is thirty days after the end of the month (US, UK); "45 jours fin de mois" and "30 gg DFFM" are the end
// of the month in which the forty-fifth day lies (Code de commerce L441-10; Italian practice).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/decimal.h"

namespace ap::rules {

struct TermsStep {
  enum class From { issue, end_of_month, proximo };
  std::optional<Decimal> percent;  // of discount; nullopt: the net term
  From from = From::issue;
  int days = 0;                     // proximo: the day of the following month
  bool to_end_of_month = false;     // then on to the end of that month
  std::optional<int> day_of_month;  // then on to the next such day
  bool operator==(const TermsStep&) const = default;

  Date due(const Date& issue) const;
};

struct PaymentTerms {
  std::optional<TermsStep> net;
  std::vector<TermsStep> discounts;  // in the order in which they end
  bool operator==(const PaymentTerms&) const = default;
};

// nullopt when nothing in the text says when to pay.
std::optional<PaymentTerms> payment_terms_from(std::string_view text);
PaymentTerms net_terms(int days);

// "2 % within 10 days, 30 days net"
std::string in_words(const PaymentTerms& terms);

}  // namespace ap::rules
