// The name of a shop stands on its slip more than once: "Thank you for shopping at ...", a web page, the owner. What
// recognition did to it in the head is seen there.
#pragma once

#include <optional>
#include <string>

#include "extract/address.h"
#include "extract/context.h"

namespace ap::extract::reading {

struct NameElsewhere {
  std::string text;
  Span words;  // where it was read better; the head's own where single letters are meant
};

// `name`: its words in the head; `text`: how it would be written. nullopt where nothing else on the slip contradicts
// it.
std::optional<NameElsewhere> name_elsewhere(const Sheet& sheet, Span name, const std::string& text);

}  // namespace ap::extract::reading
