#include "stages/duplicate_index.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "rules/controls/duplicates.h"
#include "stages/known.h"

namespace ap {
namespace {

// Documents looked at under one key. Keys that many documents share (a vendor's fixed amount) name the latest.
constexpr int kPerKey = 40;
constexpr std::size_t kAtOnce = 500;  // records indexed in one transaction

bool goes_before(const IndexHit& hit, std::int64_t own_order) {
  if (hit.route == Route::reject || hit.route == Route::duplicate) return false;
  if (hit.order < own_order) return true;
  return hit.state == State::exported || (hit.state == State::validated && hit.route == Route::approve);
}

void append(Store& store, const std::vector<std::uint64_t>& keys, std::int64_t order, std::string_view own_id,
            std::vector<rules::EarlierInvoice>& to) {
  for (IndexHit& hit : store.find_indexed(keys, order, kPerKey)) {
    if (hit.document_id == own_id || !goes_before(hit, order)) continue;
    bool known = std::ranges::any_of(to, [&](const auto& other) { return other.order == hit.order; });
    if (known) continue;
    if (auto profile = rules::decode_profile(hit.profile))
      to.push_back({std::move(hit.document_id), hit.order, std::move(*profile)});
  }
}

}  // namespace

std::optional<IndexEntry> index_entry(const Record& record) {
  auto profile = rules::duplicate_profile(record);
  if (!profile || record.id.empty()) return std::nullopt;
  return IndexEntry{record.id, rules::keys_to_keep(*profile), rules::encode(*profile)};
}

void note_for_duplicates(Store& store, const Record& record) {
  if (auto entry = index_entry(record)) store.index_documents({std::move(*entry)});
  if (auto bill = bill_of(record)) store.ledger().note(*bill);
}

void refresh_duplicate_index(Store& store) {
  if (store.index_version() == rules::kIndexVersion) return;
  std::vector<IndexEntry> entries;
  store.for_each({}, [&](const Record& record) {
    if (auto entry = index_entry(record)) entries.push_back(std::move(*entry));
    if (entries.size() == kAtOnce) store.index_documents(std::exchange(entries, {}));
    return true;
  });
  store.index_documents(entries);
  store.set_index_version(rules::kIndexVersion);
}

std::vector<rules::DuplicateCandidate> find_duplicates(Store& store, const Record& record) {
  auto profile = rules::duplicate_profile(record);
  if (!profile) return {};
  refresh_duplicate_index(store);
  std::int64_t order = store.arrival_order(record.id);
  if (order == 0) order = INT64_MAX;
  std::vector<rules::EarlierInvoice> others;
  append(store, rules::keys_to_seek(*profile), order, record.id, others);
  if (auto more = rules::more_keys(*profile, others); !more.empty()) append(store, more, order, record.id, others);
  return rules::find_repeats(*profile, others);
}

}  // namespace ap
