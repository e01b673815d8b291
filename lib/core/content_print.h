// What is kept of a document's text so that a copy of it can be known later (control DUPLICATE_INVOICE): a hash that
// is equal for equal text, and a signature whose likeness says how much of the figures on two documents agrees.
//
// Pure functions, safe to share between threads. The form is kept in records and stores: it never changes under one
// version of the index of repeats (stages/duplicate_index.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ap {

struct ContentPrint {
  // 32 hex digits; equal for texts with the same letters and digits in the same order. "" with too little text.
  std::string hash;
  // Minhash over the words that hold digits (amounts, dates, numbers), which is what tells one invoice of a vendor
  // from the next: kSignatureValues values of four hex digits. "" with too few such words.
  std::string signature;
  // What the document calls itself: "copy" for a stamp or title such as "Kopie" or "Duplicate".
  std::vector<std::string> marks;
  bool operator==(const ContentPrint&) const = default;
};

inline constexpr int kSignatureValues = 48;

// Words in reading order. Times of day are left out: a document printed again bears another.
ContentPrint content_print(const std::vector<std::string_view>& words);

// The estimated share of words with digits that two documents have in common, in parts per thousand; the standard
// error is about 70. -1 when one has no signature.
int signature_likeness(std::string_view a, std::string_view b);

// FNV-1a with a finishing mix: stable across versions and machines. Not for secrets.
std::uint64_t stable_hash(std::string_view text);

}  // namespace ap
