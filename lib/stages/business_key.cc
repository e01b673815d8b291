#include "stages/business_key.h"

#include "rules/controls/duplicates.h"
#include "stages/known.h"

namespace ap {

std::optional<BusinessKey> business_key(const Record& record) {
  if (!record.invoice || record.id.empty()) return std::nullopt;
  auto key = rules::invoice_key(*record.invoice);
  if (!key) return std::nullopt;
  return BusinessKey{"", key->number, key->gross, key->currency};
}

void note_business_key(Store& store, const Record& record) {
  if (auto key = business_key(record)) store.set_business_key(record.id, *key);
  if (auto bill = bill_of(record)) store.ledger().note(*bill);
}

}  // namespace ap
