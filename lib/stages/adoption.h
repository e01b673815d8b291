// The policy that a store has adopted: an administrator says once, by an event of the journal, under which policy and
// settings decisions of this store are made. What is decided under others is held until it is decided again, whoever
// ran the command with whatever files. A store that has adopted none takes every policy.
#pragma once

#include <optional>
#include <string>

#include "core/finding.h"
#include "ports/store.h"
#include "stages/validate.h"

namespace ap {

inline constexpr std::string_view kNotAdopted = "POLICY_NOT_ADOPTED";

// Policy and settings as they stand in files, by name and digest: "tight 1 3fa94c01b2d7; controls/2 9d41e0c2a7b1".
std::string ruling_of(const ValidateOptions& options);

struct Adoption {
  std::string ruling, actor;
  std::int64_t at_ms = 0;
};
// nullopt: none was, or the last one was given up.
std::optional<Adoption> adopted(Store& store);

// Adopts what `options` say; with the texts, so that they can be read later (ap-health journal text).
Adoption adopt(Store& store, const ValidateOptions& options, const std::string& actor, std::int64_t at_ms);
// Every policy is taken again.
void give_up_adoption(Store& store, const std::string& actor, std::int64_t at_ms);

// What holds a document that is decided under another policy than the adopted one; nobody may approve it away.
std::optional<Finding> not_adopted(Store& store, const ValidateOptions& options);

}  // namespace ap
