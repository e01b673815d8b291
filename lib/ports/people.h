// Who acts, and who could: users and groups of the operating system. No variable and no setting changes who acts.
//
// Safe for concurrent use by one thread at a time. What the system does not know is empty, never an error.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ap {

struct Person {
  std::string name;                 // "uid 1234" when the system knows no name
  std::vector<std::string> groups;  // names of all groups, in byte order
  bool operator==(const Person&) const = default;
};

// Who acts on a store, and for which roles and groups he stands: what the store vouches for (ports/store.h). Without a
// name every name and every role are taken: copies, tests.
struct Acting {
  std::string name = {};
  std::vector<std::string> roles = {};
};

class People {
 public:
  virtual ~People() = default;
  // The real user of this process with the groups that the process has.
  virtual Person acting() = 0;
  // A user by name with the groups that the system would give at a login; nullopt when there is no such user.
  virtual std::optional<Person> find(std::string_view user) = 0;
  // Names of the members of a group, those included whose own group it is; in byte order.
  virtual std::vector<std::string> members(std::string_view group) = 0;
};

}  // namespace ap
