#include "stages/adjustment.h"

#include <algorithm>
#include <array>

#include "core/field_values.h"
#include "core/fields.h"
#include "stages/authority.h"
#include "stages/event_facts.h"

namespace ap {
namespace {

bool is_amount(std::string_view path) {
  constexpr std::array<std::string_view, 5> kNames = {"net", "unit_price", "discount", "amount", "basis"};
  if (path.starts_with("totals.")) return true;
  bool listed = path.starts_with("lines[") || path.starts_with("taxes[") || path.starts_with("allowances_charges[");
  auto point = path.rfind('.');
  return listed && point != std::string_view::npos && std::ranges::find(kNames, path.substr(point + 1)) != kNames.end();
}

std::map<std::string, std::string> values_of(const Record& record) {
  std::map<std::string, std::string> values;
  if (record.invoice)
    for (FieldValue& field : field_values(*record.invoice))
      values.emplace(std::move(field.path), std::move(field.value));
  return values;
}

}  // namespace

std::map<std::string, std::string> first_read(Store& store, const std::string& document_id) {
  std::map<std::string, std::string> first;
  store.for_each_event(document_id, [&](const StoredEvent& stored) {
    if (stored.event.kind == "extracted") first.clear();
    if (stored.event.kind != "corrected") return true;
    auto facts = event_facts(stored.event);
    if (auto changes = facts.find("changes"); changes != facts.end() && changes->is_array())
      for (const auto& change : *changes)
        if (change.is_object()) first.emplace(change.value("field", ""), change.value("old", ""));
    return true;
  });
  return first;
}

std::optional<Adjustment> largest_adjustment(const Record& before, const Record& after,
                                             const std::map<std::string, std::string>& first) {
  auto read = values_of(before), now = values_of(after);
  for (const auto& [path, value] : first) read[path] = value;
  auto at = [](const std::map<std::string, std::string>& values, const std::string& path) {
    auto found = values.find(path);
    return found == values.end() ? std::string() : found->second;
  };
  std::string currency = at(now, "currency");
  std::optional<Adjustment> largest;
  auto take = [&](const std::string& field, const std::string& from, const std::string& to, const Decimal& by) {
    if (!by.is_zero() && (!largest || largest->by < by)) largest = {field, from, to, by, currency};
  };
  for (const auto& [path, from] : read) {
    auto was = is_amount(path) ? Decimal::parse(from) : std::nullopt;
    std::string to = at(now, path);
    if (was && from != to) take(path, from, to, (*was - Decimal::parse(to).value_or(0)).abs());
  }
  auto whole = amount_of(after);
  std::string was_in = at(read, "currency"), was = at(read, "type"), is = at(now, "type");
  if (whole && !was_in.empty() && was_in != currency) take("currency", was_in, currency, *whole);
  if (whole && was != is && (was == "credit_note" || is == "credit_note") && !was.empty())
    take("type", was, is, *whole + *whole);
  return largest;
}

}  // namespace ap
