// Segregation of duties: who could, by groups of the operating system, and who did, by the journal, hold duties that
// should be apart (ap-review sod).
//
// Could: somebody has two roles of which each shall watch the other. Did: by the journal, one user
//   corrected-and-approved     the same document; the store refuses that, so only what older versions let through
//   corrected-and-approved-vendor   a document of a vendor, and approved another one of the same vendor
//   released-and-approved      released the bank details of a document, and approved that document
//   bank-and-approved          released or corrected an account, and approved another document that is paid to it
//   acted-without-role         corrected, approved or released, and by today's groups may not, or is no user here: he
//   lost the role since, or somebody else wrote his name into the file
//   imported-and-approved      imported a vendor or an account of it, and approved a document of that vendor
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ports/people.h"
#include "ports/store.h"
#include "stages/authority.h"

namespace ap {

struct DutyConflict {
  bool did = false;  // by the journal; else by groups alone
  std::string user, code, message;
  std::vector<std::string> documents;  // at most kDocumentsNamed of them
  std::int64_t count = 0;              // documents or pairs of documents
  bool operator==(const DutyConflict&) const = default;
};

inline constexpr std::size_t kDocumentsNamed = 3;

// First what was done, then what could be; each by user and code. Without configured roles, everyone could do
// everything, which is said as one conflict of the user "*".
std::vector<DutyConflict> duty_conflicts(Store& store, People& people, const Authority& authority);

std::string duty_text(const std::vector<DutyConflict>& conflicts);
std::string duty_json(const DutyConflict& conflict);  // one object

}  // namespace ap
