#include "adapters/system/people.h"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "adapters/system/process.h"

namespace ap::system {
namespace {

// A group that has no name can be named by no setting.
std::vector<std::string> names_of(const std::vector<gid_t>& ids) {
  std::set<std::string> names;
  for (gid_t id : ids)
    if (const group* found = getgrgid(id)) names.insert(found->gr_name);
  return {names.begin(), names.end()};
}

}  // namespace

Person SystemPeople::acting() {
  int count = getgroups(0, nullptr);
  std::vector<gid_t> ids(count > 0 ? static_cast<std::size_t>(count) : 0);
  count = getgroups(count, ids.data());
  ids.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  ids.push_back(getgid());
  return {user_name(), names_of(ids)};
}

std::optional<Person> SystemPeople::find(std::string_view user) {
  const passwd* entry = getpwnam(std::string(user).c_str());
  if (entry == nullptr) return std::nullopt;
  std::string name = entry->pw_name;
  gid_t own = entry->pw_gid;
  int count = 64;
  std::vector<gid_t> ids(static_cast<std::size_t>(count));
  while (getgrouplist(name.c_str(), own, ids.data(), &count) < 0) ids.resize(static_cast<std::size_t>(count));
  ids.resize(static_cast<std::size_t>(count));
  return Person{name, names_of(ids)};
}

std::vector<std::string> SystemPeople::members(std::string_view name) {
  const group* found = getgrnam(std::string(name).c_str());
  if (found == nullptr) return {};
  std::set<std::string> members;
  for (char** member = found->gr_mem; *member != nullptr; ++member) members.insert(*member);
  gid_t id = found->gr_gid;
  setpwent();
  while (const passwd* entry = getpwent())
    if (entry->pw_gid == id) members.insert(entry->pw_name);
  endpwent();
  return {members.begin(), members.end()};
}

}  // namespace ap::system
