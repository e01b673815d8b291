// Search of master data by likeness of names: lists of versions by trigram.
#include <algorithm>

#include "adapters/sqlite/master_data.h"
#include "adapters/sqlite/postings.h"
#include "adapters/sqlite/schema.h"
#include "core/names.h"

namespace ap::sqlite {
namespace {

std::size_t needed_of(std::size_t grams, int percent) {
  return std::max<std::size_t>(1, (grams * static_cast<std::size_t>(percent) + 99) / 100);
}

void add_list(Database& database, std::string_view kind, std::int64_t gram, std::span<const std::int64_t> versions) {
  database.prepare("INSERT INTO master_postings (kind, gram, first, versions) VALUES (?, ?, ?, ?)")
      .bind(kind, gram, versions.front(), Blob{pack_postings(versions)})
      .run();
}

}  // namespace

// A gram of several names of an item counts once.
void SqliteMasterData::flush_grams(MasterKind kind) {
  std::ranges::sort(grams_);
  grams_.erase(std::unique(grams_.begin(), grams_.end()), grams_.end());
  std::vector<std::int64_t> versions;
  for (std::size_t i = 0; i < grams_.size();) {
    std::uint32_t gram = grams_[i].first;
    versions.clear();
    for (; i < grams_.size() && grams_[i].first == gram; ++i) versions.push_back(grams_[i].second);
    add_list(database_, to_string(kind), gram, versions);
  }
  grams_.clear();
}

void pack_grams(Database& database) {
  std::string kind;
  std::int64_t gram = 0;
  std::vector<std::int64_t> versions;
  auto finish = [&] {
    if (!versions.empty()) add_list(database, kind, gram, versions);
    versions.clear();
  };
  {
    auto rows = database.prepare("SELECT kind, gram, version FROM master_grams ORDER BY kind, gram, version");
    while (rows.step()) {
      if (rows.integer(1) != gram || rows.text(0) != kind) {
        finish();
        kind = rows.text(0);
        gram = rows.integer(1);
      }
      versions.push_back(rows.integer(2));
    }
    finish();
  }
  database.execute("DROP TABLE master_grams; DROP TABLE master_gram_counts");
}

// The first version that any of the grams occurs in; nullopt when none does.
std::optional<std::int64_t> SqliteMasterData::first_bearer(MasterKind kind, const std::vector<std::uint32_t>& grams) {
  std::optional<std::int64_t> first;
  for (std::uint32_t gram : grams) {
    auto row = database_.prepare("SELECT min(first) FROM master_postings WHERE kind = ? AND gram = ?");
    row.bind(to_string(kind), std::int64_t(gram)).step();
    if (!row.is_null(0) && (!first || row.integer(0) < *first)) first = row.integer(0);
  }
  return first;
}

// Every list is walked to its end and counted in an array with a place for each version: for a million names that is
// some hundred thousand steps and a megabyte.
template <class Counter>
SqliteMasterData::Shares SqliteMasterData::sharing(MasterKind kind, const std::vector<std::uint32_t>& grams,
                                                   std::size_t needed, std::vector<Counter>& counts) {
  auto low = first_bearer(kind, grams);
  if (!low) return {};
  {
    auto row = database_.prepare("SELECT max(id) FROM master_versions");
    row.step();
    counts.assign(static_cast<std::size_t>(row.integer(0) - *low) + 1, 0);
  }
  std::vector<std::size_t> chosen;
  const auto enough = static_cast<Counter>(needed);
  for (std::uint32_t gram : grams) {
    auto rows = database_.prepare("SELECT first, versions FROM master_postings WHERE kind = ? AND gram = ?");
    for (rows.bind(to_string(kind), std::int64_t(gram)); rows.step();)
      for_each_posting(rows.integer(0) - *low, rows.bytes(1), [&](std::int64_t at) {
        auto place = static_cast<std::size_t>(at);
        if (place < counts.size() && ++counts[place] == enough) chosen.push_back(place);
      });
  }
  Shares shares;
  for (std::size_t place : chosen) shares.emplace_back(counts[place], static_cast<std::int64_t>(place) + *low);
  std::ranges::sort(shares, [](const auto& a, const auto& b) { return a.first > b.first; });
  return shares;
}

// Of those that share equally much all are read, for their keys decide; then no more than are asked for.
std::vector<MasterItem> SqliteMasterData::similar(MasterKind kind, std::string_view name_key, int percent,
                                                  const Date& day, int limit) {
  std::lock_guard lock(mutex_);
  auto grams = trigrams(name_key);
  if (grams.empty()) return {};
  std::size_t needed = needed_of(grams.size(), percent);
  std::vector<std::uint16_t> many;
  Shares shared =
      grams.size() <= UINT8_MAX ? sharing(kind, grams, needed, counts_) : sharing(kind, grams, needed, many);
  std::vector<MasterItem> items;
  for (auto at = shared.begin(); at != shared.end() && static_cast<int>(items.size()) < limit;) {
    auto end = std::find_if(at, shared.end(), [&](const auto& one) { return one.first != at->first; });
    std::vector<MasterItem> equal;
    for (; at != end; ++at)
      if (auto version = in_force_version(kind, at->second, day)) equal.push_back(item_of(*version));
    std::ranges::sort(equal, {}, &MasterItem::key);
    for (MasterItem& item : equal)
      if (static_cast<int>(items.size()) < limit) items.push_back(std::move(item));
  }
  return items;
}

}  // namespace ap::sqlite
