// What an event says, of its detail and of the values beside it, as one JSON object.
//
// Pure. Members of values go before members of the same name in the detail. What no longer is there is absent: values
// of a document that was disposed of; before schema 9 all stood in the detail.
#pragma once

#include <nlohmann/json.hpp>

#include "ports/store.h"

namespace ap {

inline nlohmann::json event_facts(const Event& event) {
  nlohmann::json facts = nlohmann::json::object();
  for (const std::string* part : {&event.detail, &event.values}) {
    auto json = nlohmann::json::parse(*part, nullptr, false);
    if (json.is_object()) facts.update(json);
  }
  return facts;
}

// Whether the event had values that are gone.
inline bool values_gone(const Event& event) { return event.values.empty() && !seal_in(event.detail).empty(); }

}  // namespace ap
