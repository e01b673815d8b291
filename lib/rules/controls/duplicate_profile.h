// What the index of repeats keeps of a document: the values that two copies of one invoice have in common, and the
// keys under which it is found again.
//
// The encoded form and the keys are kept in stores. A change of either needs a new kIndexVersion: the index is then
// made anew from the records. Pure, safe to share between threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/content_print.h"
#include "core/record.h"
#include "rules/controls/vendor_identity.h"

namespace ap::rules {

inline constexpr int kIndexVersion = 1;

struct DuplicateProfile {
  InvoiceType type = InvoiceType::invoice;
  std::string number, preceding;  // as printed
  std::optional<Date> date, service_start, service_end;
  std::string gross, net, currency;  // amounts normalised; gross: the amount payable where no total is stated
  VendorIdentity vendor;
  std::string purchase_order, reference;      // compact; reference: contract, else buyer reference, else delivery place
  std::vector<std::uint32_t> amounts, texts;  // of the lines, at most kMostLines: hash of net and quantity; of the text
  std::string content_hash, signature;        // core/content_print.h
  bool copy = false;                          // calls itself a copy
  bool other_kind = false;                    // calls itself a statement, a reminder ... (NOT_AN_INVOICE)
  bool operator==(const DuplicateProfile&) const = default;

  std::optional<Decimal> amount() const { return Decimal::parse(gross); }
};
inline constexpr std::size_t kMostLines = 16;

// nullopt for a record without an invoice.
std::optional<DuplicateProfile> duplicate_profile(const Record& record);

// One line of text without line breaks; nullopt for what is none of ours.
std::string encode(const DuplicateProfile& profile);
std::optional<DuplicateProfile> decode_profile(std::string_view text);

// Keys under which the document is kept. Two copies of an invoice share at least one unless number, amount and date
// are all misread.
std::vector<std::uint64_t> keys_to_keep(const DuplicateProfile& profile);

// Keys to look under for what may be the same invoice: those above, and those of the week, for amounts split up.
std::vector<std::uint64_t> keys_to_seek(const DuplicateProfile& profile);

// Keys of documents of this vendor with another total, for amounts split up.
std::vector<std::uint64_t> keys_of_total(const DuplicateProfile& profile, const Decimal& total);

}  // namespace ap::rules
