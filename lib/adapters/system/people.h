// Users and groups as the machine knows them: passwd, group, and whatever the name service switch adds to them.
#pragma once

#include "ports/people.h"

namespace ap::system {

class SystemPeople : public People {
 public:
  Person acting() override;
  std::optional<Person> find(std::string_view user) override;
  std::vector<std::string> members(std::string_view group) override;
};

}  // namespace ap::system
