#include "extract/payment.h"

#include <algorithm>

#include "extract/choice.h"
#include "extract/header.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

void read_bank(const Context& context, Draft& draft) {
  Choice choice;
  for (const Identifier& iban : context.ibans) {
    double score = (iban.proved ? 0.7 : 0.3) + (iban.labelled ? 0.35 : 0);
    choice.add(iban.value, score, iban.first, iban.last, iban.proved ? How::checksum : How::label);
  }
  choice.put(draft, "payment.iban", 0.3);
  Choice bics;
  for (const Identifier& bic : find_bics(context.sheet, context.labels, context.ibans)) {
    double score = 0.5 + (bic.labelled ? 0.3 : 0);
    if (draft.invoice().payment.iban.starts_with(bic.country)) score += 0.2;
    bics.add(bic.value, score, bic.first, bic.last);
  }
  bics.put(draft, "payment.bic", 0.3);
}

}  // namespace

void read_payment(const Context& context, Draft& draft) { read_bank(context, draft); }

}  // namespace ap::extract::reading
