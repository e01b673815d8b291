#include "stages/sod.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/identifiers.h"
#include "core/json_text.h"
#include "core/master_kinds.h"
#include "stages/event_facts.h"

namespace ap {
namespace {

using Json = nlohmann::json;

// What the journal says that people did to one document.
struct Deeds {
  std::set<std::string> corrected, approved, released;
  std::map<std::string, std::set<std::string>> accounts;  // who -> accounts confirmed or put in
};

void take_accounts(const StoredEvent& stored, Deeds& deeds) {
  Json detail = event_facts(stored.event);
  auto text = [](const Json& object, const char* key) {
    return object.is_object() ? object.value(key, "") : std::string();
  };
  auto add = [&](const std::string& iban) {
    if (!iban.empty()) deeds.accounts[stored.event.actor].insert(compact_identifier(iban));
  };
  if (stored.event.kind == "released") add(text(detail, "iban"));
  if (stored.event.kind != "corrected" || !detail.contains("changes")) return;
  for (const Json& change : detail["changes"])
    if (text(change, "field") == "payment.iban") add(text(change, "new"));
}

std::map<std::string, Deeds> read_journal(Store& store) {
  std::map<std::string, Deeds> all;
  store.for_each_event("", [&](const StoredEvent& stored) {
    const std::string& kind = stored.event.kind;
    bool counts = kind == "corrected" || kind == "approved" || kind == "approved_alone" || kind == "released";
    if (!counts || stored.document_id.empty()) return true;
    Deeds& deeds = all[stored.document_id];
    if (kind == "corrected") deeds.corrected.insert(stored.event.actor);
    if (kind == "released") deeds.released.insert(stored.event.actor);
    if (kind.starts_with("approved")) deeds.approved.insert(stored.event.actor);
    take_accounts(stored, deeds);
    return true;
  });
  return all;
}

// What people did, by vendor and account; then looked through for pairs that should be apart.
class Ledger {
 public:
  explicit Ledger(Store& store) : store_(store), deeds_(read_journal(store)) {}

  std::vector<DutyConflict> conflicts() {
    for (const auto& [id, deeds] : deeds_) gather(id, deeds);
    for (const auto& [id, deeds] : deeds_) compare(id, deeds);
    std::vector<DutyConflict> out;
    for (auto& [key, conflict] : found_) out.push_back(std::move(conflict));
    return out;
  }

 private:
  struct Subject {
    std::string vendor, vendor_name, iban;
  };

  void gather(const std::string& id, const Deeds& deeds) {
    Subject& subject = subjects_[id];
    if (auto record = store_.find(id); record && record->invoice) {
      const std::string& name = record->invoice->seller.name;
      subject.vendor = record->coding.vendor_id.empty() ? name : record->coding.vendor_id;
      subject.vendor_name = name;
      subject.iban = compact_identifier(record->invoice->payment.iban);
      if (!record->coding.vendor_id.empty()) known_vendors_.insert(subject.vendor);
    }
    for (const std::string& user : deeds.corrected)
      if (!subject.vendor.empty()) corrected_[{user, subject.vendor}].insert(id);
    for (const auto& [user, accounts] : deeds.accounts)
      for (const std::string& account : accounts) accounts_[{user, account}].insert(id);
  }

  void compare(const std::string& id, const Deeds& deeds) {
    const Subject& subject = subjects_[id];
    for (const std::string& user : deeds.approved) {
      if (deeds.corrected.contains(user))
        add(user, "corrected-and-approved", "corrected and approved the same document", id);
      if (deeds.released.contains(user))
        add(user, "released-and-approved", "released the bank details of a document and approved it", id);
      if (others(corrected_, {user, subject.vendor}, id))
        add(user, "corrected-and-approved-vendor",
            fmt::format("corrected a document of vendor {} and approved another", subject.vendor), id, subject.vendor);
      if (others(accounts_, {user, subject.iban}, id))
        add(user, "bank-and-approved",
            fmt::format("put in or released the account {} and approved another document that is paid to it",
                        subject.iban),
            id, subject.iban);
      if (known_vendors_.contains(subject.vendor) && importers(subject.vendor).contains(user))
        add(user, "imported-and-approved",
            fmt::format("imported master data of vendor {} and approved a payment to it", subject.vendor), id,
            subject.vendor);
    }
  }

  using Where = std::map<std::pair<std::string, std::string>, std::set<std::string>>;
  // Whether the user did it to a document other than `id`.
  static bool others(const Where& where, const std::pair<std::string, std::string>& key, const std::string& id) {
    if (key.second.empty()) return false;
    auto found = where.find(key);
    return found != where.end() && found->second.size() > (found->second.contains(id) ? 1u : 0u);
  }

  // Who imported the vendor or an account of it by file. A release is an import too, but of one who was to check.
  const std::set<std::string>& importers(const std::string& vendor) {
    auto [entry, fresh] = importers_.try_emplace(vendor);
    if (!fresh) return entry->second;
    if (imports_.empty())
      for (ImportInfo& info : store_.master_data().imports()) imports_.emplace(info.id, std::move(info));
    for (MasterKind kind : {MasterKind::vendors, MasterKind::accounts})
      for (std::int64_t id : store_.master_data().imports_of(kind, vendor_mark(vendor)))
        if (auto info = imports_.find(id); info != imports_.end() && !info->second.source.starts_with("release of "))
          entry->second.insert(info->second.actor);
    return entry->second;
  }

  void add(const std::string& user, const std::string& code, std::string message, const std::string& id,
           const std::string& subject = "") {
    DutyConflict& conflict = found_[{user, code, subject}];
    conflict.did = true;
    conflict.user = user;
    conflict.code = code;
    conflict.message = std::move(message);
    if (conflict.documents.size() < kDocumentsNamed) conflict.documents.push_back(id);
    ++conflict.count;
  }

  Store& store_;
  std::map<std::string, Deeds> deeds_;
  std::map<std::string, Subject> subjects_;
  std::set<std::string> known_vendors_;  // with a number in the master data
  Where corrected_, accounts_;           // user and vendor, user and account -> documents
  std::map<std::int64_t, ImportInfo> imports_;
  std::map<std::string, std::set<std::string>> importers_;
  std::map<std::array<std::string, 3>, DutyConflict> found_;
};

// Who acted in the journal and may not, by today's groups. A name that is no user's may do nothing.
std::vector<DutyConflict> without_role(Store& store, People& people, const Authority& authority) {
  static constexpr std::array<std::pair<std::string_view, Act>, 3> kActs{
      {{"corrected", Act::correct}, {"approved", Act::approve}, {"released", Act::release}}};
  std::map<std::pair<std::string, std::string>, DutyConflict> found;
  std::map<std::pair<std::string, Act>, bool> allowed;
  if (!authority.configured()) return {};
  auto may = [&](const std::string& user, Act act) {
    auto [entry, fresh] = allowed.try_emplace({user, act});
    if (!fresh) return entry->second;
    auto person = people.find(user);
    return entry->second = person && authority.may(*person, act, "").has_value();
  };
  store.for_each_event("", [&](const StoredEvent& stored) {
    for (auto [kind, act] : kActs) {
      if (stored.event.kind != kind || may(stored.event.actor, act)) continue;
      DutyConflict& conflict = found[{stored.event.actor, std::string(kind)}];
      conflict.did = true;
      conflict.user = stored.event.actor;
      conflict.code = "acted-without-role";
      conflict.message = fmt::format("{} documents, and by today's groups {}", kind,
                                     people.find(conflict.user) ? "may not" : "there is no such user");
      if (conflict.documents.size() < kDocumentsNamed) conflict.documents.push_back(stored.document_id);
      ++conflict.count;
    }
    return true;
  });
  std::vector<DutyConflict> out;
  for (auto& [key, conflict] : found) out.push_back(std::move(conflict));
  return out;
}

struct RolePair {
  Role one, other;
  std::string_view code, message;
};

constexpr std::array<RolePair, 4> kPairs{
    {{Role::clerk, Role::approver, "clerk-and-approver",
      "may correct documents and approve others; the same document stays apart (four eyes)"},
     {Role::approver, Role::administrator, "approver-and-administrator",
      "is approver and administrator: he may change master data, and is refused approvals as long as he is both"},
     {Role::clerk, Role::administrator, "clerk-and-administrator",
      "is clerk and administrator: he may change master data, and is refused corrections as long as he is both"},
     {Role::auditor, Role::clerk, "auditor-and-other",
      "is auditor and has a role that acts: he is refused all but reading"}}};

std::vector<DutyConflict> could(People& people, const Authority& authority) {
  if (!authority.configured())
    return {{.user = "*",
             .code = "no-roles",
             .message = "no roles are configured: everyone who can open the store may do "
                        "everything but approve what he corrected"}};
  std::set<std::string> users;
  for (const auto& [role, groups] : authority.rules().groups)
    for (const std::string& group : groups)
      for (std::string& user : people.members(group)) users.insert(std::move(user));
  std::vector<DutyConflict> out;
  for (const std::string& user : users) {
    auto person = people.find(user);
    if (!person) continue;
    std::set<Role> roles = authority.roles_of(*person);
    for (const RolePair& pair : kPairs) {
      bool second = roles.contains(pair.other) || (pair.one == Role::auditor && roles.size() > 1);
      if (roles.contains(pair.one) && second)
        out.push_back({.user = user, .code = std::string(pair.code), .message = std::string(pair.message)});
    }
  }
  return out;
}

}  // namespace

std::vector<DutyConflict> duty_conflicts(Store& store, People& people, const Authority& authority) {
  std::vector<DutyConflict> out = Ledger(store).conflicts();
  for (std::vector<DutyConflict> more : {without_role(store, people, authority), could(people, authority)})
    out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return out;
}

std::string duty_text(const std::vector<DutyConflict>& conflicts) {
  if (conflicts.empty()) return "no conflicting duties: neither held by groups nor exercised by the journal\n";
  std::string out;
  for (bool did : {true, false}) {
    std::string body;
    for (const DutyConflict& conflict : conflicts) {
      if (conflict.did != did) continue;
      body += fmt::format("  {:<12} {:<30} {}", conflict.user, conflict.code, conflict.message);
      std::vector<std::string> ids;
      for (const std::string& id : conflict.documents) ids.push_back(id.substr(0, 12));
      if (conflict.did)
        body += fmt::format(": {}{}", fmt::join(ids, ", "),
                            std::size_t(conflict.count) > ids.size()
                                ? fmt::format(" and {} more", std::size_t(conflict.count) - ids.size())
                                : "");
      body += "\n";
    }
    if (!body.empty()) out += (did ? "did, by the journal\n" : "could, by groups\n") + body;
  }
  return out;
}

std::string duty_json(const DutyConflict& conflict) {
  std::vector<std::string> ids;
  for (const std::string& id : conflict.documents) ids.push_back(json_quote(id));
  return JsonText()
      .text("how", conflict.did ? "did" : "could")
      .text("user", conflict.user)
      .text("code", conflict.code)
      .text("message", conflict.message)
      .number("count", conflict.count)
      .raw("documents", json_array(ids))
      .str();
}

}  // namespace ap
