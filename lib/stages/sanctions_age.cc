#include "stages/sanctions_age.h"

#include <algorithm>
#include <map>
#include <optional>

namespace ap {

std::vector<ListAge> list_ages(MasterData& data, const Date& today) {
  constexpr std::int64_t kDayMs = 86400000;
  std::map<std::string, std::optional<Date>> newest;
  data.for_each(MasterKind::sanctions, today, [&](const MasterItem& item) {
    SanctionEntry entry = sanction_from(item.rows);
    auto& date = newest[entry.list];
    if (entry.list_date && (!date || *date < *entry.list_date)) date = entry.list_date;
    return true;
  });
  std::int64_t last = 0;
  for (const ImportInfo& import : data.imports())
    if (import.kind == MasterKind::sanctions && import.reverted_ms == 0) last = std::max(last, import.at_ms);
  std::vector<ListAge> ages;
  for (const auto& [list, date] : newest)
    ages.push_back({list, date.value_or(Date::from_days(static_cast<int>(last / kDayMs))), date.has_value()});
  std::ranges::stable_sort(ages, {}, &ListAge::date);
  return ages;
}

}  // namespace ap
