// Who may do what: roles by groups of the operating system, up to which amount somebody may approve, how far he may
// adjust an amount, and which variance he may accept.
//
//   clerk          corrects, amounts up to a limit; assigns, rejects, reopens
//   approver       approves up to a limit, and what differs up to a variance; releases changed bank details, rejects,
//   reopens, assigns auditor        reads, and does nothing else, whatever other groups he is in administrator  imports
//   master data, forgets habits, voids batches, assigns, places legal holds, disposes, adopts policies; never decides
//   about a payment
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
#include "stages/adjustment.h"

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
enum class Act {
  read,
  correct,
  assign,
  reject,
  reopen,
  approve,
  release,
  import,
  forget,
  void_batch,
  hold,
  dispose,
  adopt
};

std::string_view to_string(Role role);

// The largest amount that may be approved, or by which one may be adjusted; or the largest percentage.
struct Limit {
  bool any = false;  // no largest one
  Decimal amount;    // where not any
  bool covers(const Decimal& other) const { return any || other <= amount; }
};
using LimitsByCurrency = std::map<std::string, Limit, std::less<>>;  // "*": every currency that is not named

// Of a user before those of his groups, of these the highest, before those of everyone.
struct LimitTable {
  LimitsByCurrency everyone;                       // with the role that the limit is about
  std::map<std::string, LimitsByCurrency> groups;  // of members of a group
  std::map<std::string, LimitsByCurrency> users;
  std::optional<Limit> of(const Person& person, std::string_view currency) const;
};

struct AuthorityRules {
  std::map<Role, std::vector<std::string>> groups;  // no role has a group: roles are not configured
  LimitTable approvals;                             // what an approver may approve
  LimitTable adjustments;                           // by how much a clerk may change what was read as an amount
  LimitTable variances;  // how many percent of what is expected an approver may let pass; all under kPercent
};
inline constexpr std::string_view kPercent = "%", kEveryCurrency = "*";

// Reads "EUR=10000", "*=10000", "ann:EUR=50000", "@directors:EUR=any"; of percentages "10", "ann:25", "@directors:any".
// The error names what is wrong with which entry.
std::expected<void, std::string> add_limit(LimitTable& table, std::string_view entry);
std::expected<void, std::string> add_percentage(LimitTable& table, std::string_view entry);

class Authority {
 public:
  Authority() = default;  // no roles
  explicit Authority(AuthorityRules rules) : rules_(std::move(rules)) {}

  bool configured() const { return !rules_.groups.empty(); }
  const AuthorityRules& rules() const { return rules_; }
  std::set<Role> roles_of(const Person& person) const;

  // `what` is put into the message: "document 1234abcd", "the import".
  std::expected<void, Refusal> may(const Person& person, Act act, std::string_view what) const;
  // may(approve); stands_for() what gates of the policy want, whether or not roles are configured; and the
  // amount of the document within the person's limit, and what differs within the variance that he may accept. The
  // larger of gross and payable counts; a document without amount or currency, and a currency without a limit, are
  // refused.
  std::expected<void, Refusal> may_approve(const Person& person, const Record& record) const;

  // Whether the person is one that a gate of a policy asks for: a member of the group of that name, or, for "approver"
  // and the like, one who has that role; where no roles are configured everybody has these.
  bool stands_for(const Person& person, std::string_view role) const;

  // Whether the person may adjust amounts of `record` so far; see stages/adjustment.h. Everybody where no roles are
  // configured. The refusal names the limit and who has a higher one.
  std::expected<void, Refusal> may_adjust(const Person& person, const Record& record,
                                          const std::optional<Adjustment>& largest) const;

 private:
  // Whether what the findings say differs by no more than the person may accept.
  std::expected<void, Refusal> may_accept(const Person& person, const Record& record) const;
  std::string described(const std::set<Role>& roles) const;
  AuthorityRules rules_;
};

// Who acts, with everything for which stands_for() would take the person.
Acting acting_with(const Authority& authority, const Person& person);

// The larger of gross and payable, without sign; nullopt when the document states neither.
std::optional<Decimal> amount_of(const Record& record);

}  // namespace ap
