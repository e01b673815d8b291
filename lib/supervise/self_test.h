// Does the confinement hold? Tries, in a confined process, what a document that took it over would try.
#pragma once

#include <vector>

#include "adapters/sandbox/messages.h"

namespace ap::worker {

// Harmless where it succeeds: nothing is changed, sent or kept.
std::vector<wire::Attempt> try_what_is_forbidden();

}  // namespace ap::worker
