#include "core/evidence.h"

#include <algorithm>

namespace ap {

std::optional<std::string_view> CertainValues::find(std::string_view wanted) const {
  auto place = std::ranges::lower_bound(places_, wanted, {}, [&](const Place& one) { return path(one); });
  if (place == places_.end() || path(*place) != wanted) return std::nullopt;
  return value(*place);
}

std::optional<Confidence> EvidenceMap::confidence_of(std::string_view path) const {
  if (packed_.find(path)) return kCertain;
  auto found = map_.find(path);
  return found == map_.end() ? std::nullopt : std::optional(found->second.confidence);
}

std::string EvidenceMap::text_of(std::string_view path) const {
  if (auto value = packed_.find(path)) return std::string(*value);
  auto found = map_.find(path);
  return found == map_.end() ? "" : found->second.text;
}

bool EvidenceMap::any(How how) const {
  if (!packed_.places().empty()) return how == How::einvoice;
  return std::ranges::any_of(map_, [&](const auto& entry) { return entry.second.how == how; });
}

bool EvidenceMap::contains(std::string_view path) const { return map_.contains(path) || packed_.find(path); }

void EvidenceMap::unpack() const {
  for (const CertainValues::Place& place : packed_.places()) {
    Evidence& evidence = map_.try_emplace(map_.end(), std::string(packed_.path(place)))->second;
    evidence.confidence = kCertain;
    evidence.text = packed_.value(place);
    evidence.how = How::einvoice;
  }
  packed_ = {};
}

}  // namespace ap
