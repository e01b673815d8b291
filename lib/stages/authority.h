// Who may do what: roles by groups of the operating system, and up to which amount somebody may approve.
//
//   clerk          corrects, assigns, rejects, reopens
//   approver       approves up to a limit, releases changed bank details, rejects, reopens, assigns
//   auditor        reads, and does nothing else, whatever other groups he is in
//   administrator  imports master data, forgets habits, voids batches, assigns, places legal holds, disposes; never
//   decides about a payment
//
// Where no role is configured everybody who can open the store may do everything: a firm of one person. That who
// corrected a document does not approve it is no matter of roles; the store holds it always (ports/store.h).
// Pure; const after construction and then safe to share.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.h"
#include "core/error.h"
#include "core/record.h"
#include "ports/people.h"

namespace ap {

// Why an action was not done. Kinds: usage (something is missing on the command line), no_input (no such document),
// permission (another person must do it), bad_input (the document does not allow it), temporary (someone was faster).
struct Refusal {
  ErrorKind kind = ErrorKind::bad_input;
  std::string message;  // with what to do instead
};
template <class T>
using Reviewed = std::expected<T, Refusal>;

enum class Role { clerk, approver, auditor, administrator };
enum class Act { read, correct, assign, reject, reopen, approve, release, import, forget, void_batch, hold, dispose };

std::string_view to_string(Role role);

// The largest amount that may be approved.
struct Limit {
  bool any = false;  // no largest one
  Decimal amount;    // where not any
  bool covers(const Decimal& other) const { return any || other <= amount; }
};
using ApprovalLimits = std::map<std::string, Limit, std::less<>>;  // by currency

struct AuthorityRules {
  std::map<Role, std::vector<std::string>> groups;     // no role has a group: roles are not configured
  ApprovalLimits limits;                               // of everyone with the role approver
  std::map<std::string, ApprovalLimits> group_limits;  // of members of a group
  std::map<std::string, ApprovalLimits> user_limits;   // of one user; stands before the others
};

// Reads "EUR=10000", "ann:EUR=50000", "@directors:EUR=any". The error names what is wrong with which entry.
std::expected<void, std::string> add_limit(AuthorityRules& rules, std::string_view entry);

class Authority {
 public:
  Authority() = default;  // no roles
  explicit Authority(AuthorityRules rules) : rules_(std::move(rules)) {}

  bool configured() const { return !rules_.groups.empty(); }
  const AuthorityRules& rules() const { return rules_; }
  std::set<Role> roles_of(const Person& person) const;

  // `what` is put into the message: "document 1234abcd", "the import".
  std::expected<void, Refusal> may(const Person& person, Act act, std::string_view what) const;
  // may(approve); membership of the groups that gates of the policy want, whether or not roles are configured; and the
  // amount of the document within the person's limit. The larger of gross and payable counts; a document without amount
  // or currency, and a currency without a limit, are refused.
  std::expected<void, Refusal> may_approve(const Person& person, const Record& record) const;

  // Whether the person is one that a gate of a policy asks for: a member of the group of that name, or, for "approver"
  // and the like, one who has that role. Everybody where no roles are configured.
  bool stands_for(const Person& person, std::string_view role) const;

  // The person's limit in a currency; nullopt: there is none, and nothing may be approved.
  std::optional<Limit> limit_of(const Person& person, std::string_view currency) const;

 private:
  std::string described(const std::set<Role>& roles) const;
  AuthorityRules rules_;
};

// The larger of gross and payable, without sign; nullopt when the document states neither.
std::optional<Decimal> amount_of(const Record& record);

}  // namespace ap
