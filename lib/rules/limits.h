// The limits of rules::Settings by name: the same names in [validate] of ap.toml and in a policy.
//
// Pure, safe to share between threads.
#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/settings.h"

namespace ap::rules {

enum class LimitForm {
  amount,      // exact decimal, not negative
  ceiling,     // the same; 0 means none
  likelihood,  // 0 to 1, kept in thousandths
  whole,       // whole number
  group_list,  // list of groups of controls
  by_name,     // list of "NAME=VALUE"
};

struct LimitInfo {
  std::string_view name;  // "price_percent"; the setting is validate.price_percent
  LimitForm form;
  int lowest = 0, highest = 0;  // of whole numbers
};

// In the order of ap.toml(5).
std::span<const LimitInfo> limit_table();
const LimitInfo* find_limit(std::string_view name);
bool is_list(LimitForm form);

// Sets a limit from texts, one for what is no list. NAME=VALUE entries add to those that are there.
// Error: what is wrong with the value ("'x' is not between 0 and 1"), as the end of a sentence that names the limit.
std::expected<void, std::string> set_limit(Settings& settings, std::string_view name,
                                           const std::vector<std::string>& values);

// The value as people would write it: "2", "EUR=10000, PLN=40000"; "none" for a ceiling that is not set.
std::string limit_text(const Settings& settings, std::string_view name);

}  // namespace ap::rules
