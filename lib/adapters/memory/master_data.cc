#include "adapters/memory/master_data.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "core/json_text.h"
#include "core/names.h"

namespace ap::memory {

std::map<std::string, const MemoryMasterData::Version*> MemoryMasterData::in_force(MasterKind kind,
                                                                                   const Date& day) const {
  std::map<std::string, const Version*> best;
  for (const Version& version : versions_) {
    const ImportInfo& import = imports_[version.import];
    if (import.kind != kind || import.reverted_ms != 0 || (version.from && *version.from > day)) continue;
    const Version*& now = best[version.item.key];
    if (now == nullptr || version.from >= now->from) now = &version;  // nullopt is before every day
  }
  std::erase_if(best, [](const auto& entry) { return entry.second->removed; });
  return best;
}

MasterItem MemoryMasterData::found_item(const Version& version) const {
  MasterItem item = version.item;
  item.import = imports_[version.import].id;
  for (const Version& other : versions_) {
    const ImportInfo& import = imports_[other.import];
    bool counts = import.kind == imports_[version.import].kind && import.reverted_ms == 0 && other.item.key == item.key;
    if (counts && (item.first_ms == 0 || import.at_ms < item.first_ms)) item.first_ms = import.at_ms;
  }
  return item;
}

ImportInfo MemoryMasterData::import(const ImportRequest& request) {
  std::lock_guard lock(mutex_);
  Date day = request.effective.value_or(*request.today);
  auto before = in_force(request.kind, day);
  std::map<std::string, MasterItem> old;
  for (const auto& [key, version] : before) old.emplace(key, version->item);
  std::set<std::string> ever;
  for (const Version& version : versions_)
    if (imports_[version.import].kind == request.kind && imports_[version.import].reverted_ms == 0)
      ever.insert(version.item.key);

  ImportInfo info{.kind = request.kind,
                  .source = request.source,
                  .actor = request.actor,
                  .at_ms = request.at_ms,
                  .refused = request.refused,
                  .effective = request.effective};
  std::vector<Version> made;
  std::set<std::string> named;
  for (const MasterItem& item : request.items) {
    named.insert(item.key);
    auto known = old.find(item.key);
    if (known != old.end() && known->second == item) {
      ++info.unchanged;
      continue;
    }
    ++(known != old.end() ? info.changed : info.added);
    bool always = known == old.end() && !request.effective && !ever.contains(item.key);
    made.push_back({imports_.size(), always ? std::nullopt : std::optional(day), false, item});
  }
  for (const auto& [key, item] : old) {
    if (!request.replace || named.contains(key)) continue;
    ++info.removed;
    made.push_back({imports_.size(), day, true, {key, {}}});
  }
  if (request.dry_run) return info;
  info.id = static_cast<std::int64_t>(imports_.size()) + 1;
  imports_.push_back(info);
  versions_.insert(versions_.end(), made.begin(), made.end());
  write_event_({request.at_ms, request.actor, "imported", JsonText().number("import", info.id).str()});
  return info;
}

RevertOutcome MemoryMasterData::revert(std::int64_t import, std::string_view reason, std::string_view actor,
                                       std::int64_t at_ms) {
  std::lock_guard lock(mutex_);
  if (import < 1 || import > static_cast<std::int64_t>(imports_.size())) return RevertOutcome::unknown;
  ImportInfo& info = imports_[static_cast<std::size_t>(import - 1)];
  if (info.reverted_ms != 0) return RevertOutcome::already;
  info.reverted_ms = at_ms;
  info.reverted_by = actor;
  info.reverted_reason = reason;
  write_event_({at_ms, info.reverted_by, "import_reverted", JsonText().number("import", import).str()});
  return RevertOutcome::done;
}

std::vector<ImportInfo> MemoryMasterData::imports() {
  std::lock_guard lock(mutex_);
  return imports_;
}

std::vector<std::int64_t> MemoryMasterData::imports_of(MasterKind kind, std::string_view mark) {
  std::lock_guard lock(mutex_);
  std::set<std::int64_t> ids;
  for (const Version& version : versions_) {
    if (imports_[version.import].kind != kind || version.removed) continue;
    auto own = master_marks(kind, version.item.rows);
    if (std::ranges::find(own, mark) != own.end()) ids.insert(static_cast<std::int64_t>(version.import) + 1);
  }
  return {ids.begin(), ids.end()};
}

bool MemoryMasterData::loaded(MasterKind kind) {
  std::lock_guard lock(mutex_);
  return std::ranges::any_of(imports_, [&](const ImportInfo& info) {
    return info.kind == kind && info.reverted_ms == 0 && info.added + info.changed + info.unchanged > 0;
  });
}

std::vector<MasterItem> MemoryMasterData::find(MasterKind kind, const std::vector<std::string>& marks, const Date& day,
                                               int limit) {
  std::lock_guard lock(mutex_);
  std::map<std::string, const Version*> all = in_force(kind, day), found;
  for (const std::string& mark : marks) {
    std::vector<const Version*> bearers;
    for (const auto& [key, version] : all) {
      auto own = master_marks(kind, version->item.rows);
      if (std::ranges::find(own, mark) != own.end()) bearers.push_back(version);
    }
    std::ranges::sort(bearers, std::greater());  // versions stand in one array, in order of import
    if (limit > 0 && bearers.size() > static_cast<std::size_t>(limit)) bearers.resize(static_cast<std::size_t>(limit));
    for (const Version* version : bearers) found.emplace(version->item.key, version);
  }
  std::vector<MasterItem> items;
  for (const auto& [key, version] : found) items.push_back(found_item(*version));
  return items;
}

std::vector<MasterItem> MemoryMasterData::similar(MasterKind kind, std::string_view name_key, int percent,
                                                  const Date& day, int limit) {
  std::lock_guard lock(mutex_);
  auto wanted = trigrams(name_key);
  std::vector<std::pair<std::size_t, MasterItem>> found;
  for (const auto& [key, version] : in_force(kind, day)) {
    std::set<std::uint32_t> grams;
    for (const std::string& name : master_names(kind, version->item.rows))
      for (std::uint32_t gram : trigrams(name)) grams.insert(gram);
    std::vector<std::uint32_t> shared;
    std::ranges::set_intersection(wanted, grams, std::back_inserter(shared));
    if (!shared.empty() && shared.size() * 100 >= wanted.size() * static_cast<std::size_t>(percent))
      found.emplace_back(shared.size(), found_item(*version));
  }
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<MasterItem> items;
  for (auto& [count, item] : found) {
    if (static_cast<int>(items.size()) == limit) break;
    items.push_back(std::move(item));
  }
  return items;
}

void MemoryMasterData::for_each(MasterKind kind, const Date& day, const std::function<bool(const MasterItem&)>& visit) {
  std::vector<MasterItem> items;
  {
    std::lock_guard lock(mutex_);
    for (const auto& [key, version] : in_force(kind, day)) items.push_back(found_item(*version));
  }
  for (const MasterItem& item : items)
    if (!visit(item)) return;
}

void MemoryLedger::note(const Bill& bill) {
  FiledBill filed{.bill = bill};
  if (!look_(filed)) return;
  std::lock_guard lock(mutex_);
  bills_[bill.document_id] = bill;
}

void MemoryLedger::forget(const std::string& document_id) {
  std::lock_guard lock(mutex_);
  bills_.erase(document_id);
  std::erase_if(shares_, [&](const auto& kept) { return kept.first.first == document_id; });
}

std::vector<FiledBill> MemoryLedger::bills(const BillQuery& query) {
  std::vector<FiledBill> found;
  {
    std::lock_guard lock(mutex_);
    bool dated = query.from || query.until;
    for (const auto& [id, bill] : bills_) {
      bool bears = std::ranges::any_of(query.marks, [&](const std::string& mark) {
        return !mark.empty() && std::ranges::find(bill.marks, mark) != bill.marks.end();
      });
      if (!bears || (dated && !bill.date)) continue;
      if ((query.from && *bill.date < *query.from) || (query.until && *bill.date > *query.until)) continue;
      found.push_back({.bill = bill});
      found.back().bill.marks.clear();
    }
  }
  for (FiledBill& filed : found) look_(filed);
  std::ranges::sort(found, [](const FiledBill& a, const FiledBill& b) {
    return a.bill.date != b.bill.date ? a.bill.date > b.bill.date : a.order > b.order;
  });
  if (query.limit > 0 && found.size() > static_cast<std::size_t>(query.limit))
    found.erase(found.begin() + query.limit, found.end());
  return found;
}

void MemoryLedger::for_each_share(const std::vector<std::string>& marks, const ShareBasis& basis, std::int64_t before,
                                  const std::function<void(const FiledShare&)>& visit) {
  auto found = bills({.marks = marks});
  std::ranges::sort(found, {}, &FiledBill::order);
  for (const FiledBill& filed : found) {
    if (filed.order >= before) continue;
    FiledShare one{filed.bill.document_id, filed.order, filed.state, filed.route, filed.event, std::nullopt};
    {
      std::lock_guard lock(mutex_);
      auto kept = shares_.find({one.document_id, basis.orders});
      if (kept != shares_.end() && kept->second.first == basis.versions && kept->second.second.event == one.event)
        one.share = kept->second.second.share;
    }
    visit(one);
  }
}

void MemoryLedger::keep_shares(const ShareBasis& basis, const std::vector<FiledShare>& filed) {
  std::lock_guard lock(mutex_);
  for (const FiledShare& one : filed)
    if (one.share) shares_[{one.document_id, basis.orders}] = {basis.versions, one};
}

}  // namespace ap::memory
