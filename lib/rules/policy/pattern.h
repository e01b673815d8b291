// Patterns of a policy: text with * for any run of characters, none included. "V10*", "*GmbH*", "INV-*-2026".
//
// Matching takes time linear in the text whatever the pattern (no backtracking): the parts between the stars are found
// one after the other, each by Knuth, Morris and Pratt. Letters of ASCII and Latin-1 match in either case.
// Pure, safe to share between threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ap::rules {

class Pattern {
 public:
  explicit Pattern(std::string_view text);
  bool matches(std::string_view text) const;
  bool is_exact() const { return parts_.size() == 1; }

 private:
  std::vector<std::string> parts_;  // between the stars; the first and last are bound to the ends
};

// Small letters of ASCII and, in UTF-8, of Latin-1.
std::string folded(std::string_view text);

}  // namespace ap::rules
