// Whether two documents come from one vendor, by what they state of it. Pure, safe to share between threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ap::rules {

// What a document says of its vendor, ready to compare.
struct VendorIdentity {
  std::string tax_id;              // compact VAT id, else tax number; "" unknown
  std::string iban;                // compact
  std::string name;                // as printed, for messages
  std::vector<std::string> words;  // of the name, upper case, without legal forms; sorted, each once
  bool operator==(const VendorIdentity&) const = default;
};

VendorIdentity vendor_identity(std::string_view vat_id, std::string_view tax_number, std::string_view iban,
                               std::string_view name);

enum class VendorMatch {
  unknown,    // too little is stated to say
  different,  // other tax number or another name, and no account in common
  alike,      // names share words, or a tax number differs by one character
  same,       // tax number, account or name agree
};

struct VendorComparison {
  VendorMatch match = VendorMatch::unknown;
  std::string by;         // "tax number DE136695976": what agrees, for people; "" when nothing does
  bool conflict = false;  // something else of the two differs: two records of one vendor
};

VendorComparison compare_vendors(const VendorIdentity& a, const VendorIdentity& b);

// Words of a firm's name that tell it from others: upper case, without legal forms; sorted, each once.
std::vector<std::string> name_words(std::string_view name);

}  // namespace ap::rules
