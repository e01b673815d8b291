#include "stages/authority.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/policy/policy.h"

namespace ap {
namespace {

using enum Role;

struct ActInfo {
  Act act;
  std::string_view words;    // "may not ... document 1234"
  std::vector<Role> needed;  // one of them
};

const std::array<ActInfo, 13>& acts() {
  static const std::array<ActInfo, 13> kActs{{{Act::read, "look at", {clerk, approver, auditor, administrator}},
                                              {Act::correct, "correct", {clerk}},
                                              {Act::assign, "assign", {clerk, approver, administrator}},
                                              {Act::reject, "reject", {clerk, approver}},
                                              {Act::reopen, "reopen", {clerk, approver}},
                                              {Act::approve, "approve", {approver}},
                                              {Act::release, "release the bank details of", {approver}},
                                              {Act::import, "change", {administrator}},
                                              {Act::forget, "forget", {administrator}},
                                              {Act::void_batch, "void", {administrator}},
                                              {Act::hold, "hold or free", {administrator}},
                                              {Act::dispose, "dispose of", {administrator}},
                                              {Act::adopt, "adopt", {administrator}}}};
  return kActs;
}

// What a role forbids, whatever others the person has.
bool forbids(Role role, Act act) {
  if (role == auditor) return act != Act::read;
  return role == administrator && (act == Act::approve || act == Act::release || act == Act::correct);
}

std::unexpected<Refusal> refuse(std::string message) {
  return std::unexpected(Refusal{ErrorKind::permission, std::move(message)});
}

}  // namespace

std::string_view to_string(Role role) {
  switch (role) {
    case clerk:
      return "clerk";
    case approver:
      return "approver";
    case auditor:
      return "auditor";
    case administrator:
      return "administrator";
  }
  return "";
}

std::optional<Decimal> amount_of(const Record& record) {
  if (!record.invoice) return std::nullopt;
  std::optional<Decimal> largest;
  for (const auto& amount : {record.invoice->totals.gross, record.invoice->totals.payable})
    if (amount && (!largest || *largest < amount->abs())) largest = amount->abs();
  return largest;
}

std::set<Role> Authority::roles_of(const Person& person) const {
  std::set<Role> roles;
  for (const auto& [role, groups] : rules_.groups)
    for (const std::string& group : groups)
      if (std::ranges::find(person.groups, group) != person.groups.end()) roles.insert(role);
  return roles;
}

std::string Authority::described(const std::set<Role>& roles) const {
  std::vector<std::string> words;
  for (Role role : roles) {
    auto groups = rules_.groups.find(role);
    words.push_back(
        groups == rules_.groups.end()
            ? fmt::format("{} (nobody has it: authority.{}s names no group)", to_string(role), to_string(role))
            : fmt::format("{} (group {})", to_string(role), fmt::join(groups->second, " or ")));
  }
  return fmt::format("{}", fmt::join(words, ", or "));
}

std::expected<void, Refusal> Authority::may(const Person& person, Act act, std::string_view what) const {
  if (!configured()) return {};
  const ActInfo& info = *std::ranges::find(acts(), act, &ActInfo::act);
  std::set<Role> roles = roles_of(person), needed(info.needed.begin(), info.needed.end());
  for (Role role : roles)
    if (forbids(role, act))
      return refuse(
          fmt::format("{} may not {} {}: that needs the role {}, and {} is {}, which {}; ask somebody who is "
                      "not, or have the groups of {} changed",
                      person.name, info.words, what, described(needed), person.name, to_string(role),
                      role == auditor ? "only reads" : "configures and does not decide about payments", person.name));
  if (std::ranges::any_of(needed, [&](Role role) { return roles.contains(role); })) return {};
  std::vector<std::string_view> own;
  for (Role role : roles) own.push_back(to_string(role));
  return refuse(fmt::format("{} may not {} {}: that needs the role {}, and {} has {}; ask somebody who has it",
                            person.name, info.words, what, described(needed), person.name,
                            own.empty() ? "no role" : fmt::format("only {}", fmt::join(own, " and "))));
}

bool Authority::stands_for(const Person& person, std::string_view role) const {
  if (std::ranges::find(person.groups, role) != person.groups.end()) return true;
  auto own = configured() ? roles_of(person) : std::set<Role>{clerk, approver, auditor, administrator};
  return std::ranges::any_of(own, [&](Role each) { return to_string(each) == role; });
}

Acting acting_with(const Authority& authority, const Person& person) {
  Acting acting{person.name, person.groups};
  for (Role role : {clerk, approver, auditor, administrator})
    if (authority.stands_for(person, to_string(role))) acting.roles.emplace_back(to_string(role));
  return acting;
}

std::expected<void, Refusal> Authority::may_approve(const Person& person, const Record& record) const {
  std::string what = "document " + record.id.substr(0, 12);
  for (const Finding& finding : record.findings) {
    std::string group = rules::wanted_role(finding);
    if (group.empty() || stands_for(person, group)) continue;
    return refuse(fmt::format("{} may not approve {}: {} ({}) wants somebody of the group {}; ask one of its members",
                              person.name, what, finding.rule, finding.path, group));
  }
  if (auto allowed = may(person, Act::approve, what); !allowed || !configured()) return allowed;
  auto amount = amount_of(record);
  std::string currency = record.invoice ? record.invoice->currency : "";
  if (!amount || currency.empty())
    return refuse(
        fmt::format("{} may not approve {}: it states no {}, so no limit can be held against it; have it "
                    "corrected first",
                    person.name, what, !amount ? "total" : "currency"));
  auto limit = rules_.approvals.of(person, currency);
  if (!limit)
    return refuse(
        fmt::format("{} may not approve {} over {} {}: there is no limit in {} for {}; ask an approver who has "
                    "one, or have it set in authority.limits",
                    person.name, what, amount->str(), currency, currency, person.name));
  if (limit->covers(*amount)) return may_accept(person, record);
  return refuse(
      fmt::format("{} may not approve {} over {} {}: that is above the limit of {} {}; ask an approver with a "
                  "higher one",
                  person.name, what, amount->str(), currency, limit->amount.str(), currency));
}

}  // namespace ap
