// How old the sanctions lists are with which names are compared: a list that nobody brings up to date lets pass who was
// added since.
#pragma once

#include <string>
#include <vector>

#include "core/date.h"
#include "ports/master_data.h"

namespace ap {

struct ListAge {
  std::string list;
  Date date;              // when it was published; of a list without dates the day of the last import of lists
  bool published = true;  // false: by the import
};

// Every list that is in force on `today`, oldest first. Empty: none is loaded. Throws what the store throws.
std::vector<ListAge> list_ages(MasterData& data, const Date& today);

}  // namespace ap
