// Search of master data by likeness of names: lists of versions by trigram.
#include <algorithm>
#include <iterator>

#include "adapters/sqlite/master_data.h"
#include "adapters/sqlite/postings.h"
#include "adapters/sqlite/schema.h"
#include "core/names.h"

namespace ap::sqlite {
namespace {

constexpr std::size_t kLong = 16;  // a list is long that holds a sixteenth of all versions
constexpr std::size_t kFew = 100;  // candidates whose names are read to spare the long lists

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

// Lists of the grams, the shortest first, and the first version in any of them.
SqliteMasterData::Lists SqliteMasterData::lists_of(MasterKind kind, const std::vector<std::uint32_t>& grams) {
  Lists lists;
  for (std::uint32_t gram : grams) {
    auto row =
        database_.prepare("SELECT min(first), sum(length(versions)) FROM master_postings WHERE kind = ? AND gram = ?");
    row.bind(to_string(kind), std::int64_t(gram)).step();
    if (row.is_null(0)) continue;
    lists.first = lists.by_length.empty() ? row.integer(0) : std::min(lists.first, row.integer(0));
    lists.by_length.emplace_back(row.integer(1), gram);
  }
  std::ranges::sort(lists.by_length);
  return lists;
}

template <class Counter>
void SqliteMasterData::walk(MasterKind kind, std::uint32_t gram, std::int64_t low, std::vector<Counter>& counts,
                            std::size_t enough, std::vector<std::size_t>& reached) {
  const auto mark = static_cast<Counter>(enough);
  auto rows = database_.prepare("SELECT first, versions FROM master_postings WHERE kind = ? AND gram = ?");
  for (rows.bind(to_string(kind), std::int64_t(gram)); rows.step();)
    for_each_posting(rows.integer(0) - low, rows.bytes(1), [&](std::int64_t at) {
      auto place = static_cast<std::size_t>(at);
      if (place < counts.size() && ++counts[place] == mark) reached.push_back(place);
    });
}

// How many versions bear each gram is told by the lists, counted in an array with a place for each version. The longest
// lists (the first letter of a word) are most of the work and tell least: what shares enough has enough of the others
// without them, and where that leaves a few, their own names are counted instead.
template <class Counter>
SqliteMasterData::Shares SqliteMasterData::sharing(MasterKind kind, const std::vector<std::uint32_t>& grams,
                                                   std::size_t needed, const Date& day, std::vector<Counter>& counts) {
  Lists lists = lists_of(kind, grams);
  if (lists.by_length.empty()) return {};
  {
    auto row = database_.prepare("SELECT max(id) FROM master_versions");
    row.step();
    counts.assign(static_cast<std::size_t>(row.integer(0) - lists.first) + 1, 0);
  }
  auto is_long = [&](const auto& list) { return static_cast<std::size_t>(list.first) > counts.size() / kLong; };
  std::size_t left = static_cast<std::size_t>(std::ranges::count_if(lists.by_length, is_long));
  left = std::min(left, needed / 2);
  std::size_t walked = lists.by_length.size() - left;
  std::vector<std::size_t> chosen, unused;
  for (std::size_t i = 0; i < walked; ++i)
    walk(kind, lists.by_length[i].second, lists.first, counts, needed - left, chosen);
  Shares shares;
  if (left > 0 && chosen.size() <= kFew) {
    for (std::size_t place : chosen) {
      auto version = static_cast<std::int64_t>(place) + lists.first;
      if (std::size_t count = shared_by(kind, version, day, grams); count >= needed)
        shares.emplace_back(count, version);
    }
  } else {
    for (std::size_t i = walked; i < lists.by_length.size(); ++i)
      walk(kind, lists.by_length[i].second, lists.first, counts, 0, unused);
    for (std::size_t place : chosen)
      if (counts[place] >= needed) shares.emplace_back(counts[place], static_cast<std::int64_t>(place) + lists.first);
  }
  std::ranges::sort(shares, [](const auto& a, const auto& b) { return a.first > b.first; });
  return shares;
}

// Of the grams those that the names of the version bear; 0 when it is not in force.
std::size_t SqliteMasterData::shared_by(MasterKind kind, std::int64_t version, const Date& day,
                                        const std::vector<std::uint32_t>& grams) {
  auto found = in_force_version(kind, version, day);
  if (!found) return 0;
  std::vector<std::uint32_t> own, both;
  for (const std::string& name : master_names(kind, item_of(*found).rows)) {
    auto more = trigrams(name);
    own.insert(own.end(), more.begin(), more.end());
  }
  std::ranges::sort(own);
  own.erase(std::unique(own.begin(), own.end()), own.end());
  std::ranges::set_intersection(grams, own, std::back_inserter(both));
  return both.size();
}

// Of those that share equally much all are read, for their keys decide; then no more than are asked for.
std::vector<MasterItem> SqliteMasterData::similar(MasterKind kind, std::string_view name_key, int percent,
                                                  const Date& day, int limit) {
  std::lock_guard lock(mutex_);
  auto grams = trigrams(name_key);
  if (grams.empty()) return {};
  ReadSnapshot snapshot(database_);
  std::size_t needed = needed_of(grams.size(), percent);
  std::vector<std::uint16_t> many;
  Shares shared =
      grams.size() <= UINT8_MAX ? sharing(kind, grams, needed, day, counts_) : sharing(kind, grams, needed, day, many);
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
