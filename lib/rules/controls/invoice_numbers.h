// How invoice numbers of two documents relate, for the duplicate ladder. Pure, safe to share between threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ap::rules {

// Upper case; without blanks . - / # _ :, prefixes (INV, RE, RG, NO, INVOICE, RECHNUNG ...) and leading zeros.
// "Inv. No. 00-4711" -> "4711". Never empty for a number that has a letter or digit.
std::string normalized_number(std::string_view number);

// Runs of letters and of digits, in order, without leading zeros and prefixes; inside a group that is mostly digits,
// letters that recognition takes for digits count as such (O 0, I 1, S 5, B 8, Z 2, G 6).
// "RE-2026/0O17-A" -> {"2026", "17", "A"}.
std::vector<std::string> number_parts(std::string_view number);

// number_parts() joined: equal for one number in any usual spelling.
std::string folded_number(std::string_view number);

// The running part, which stays when a prefix, a year or a suffix is put on or left away: the last part of three
// digits or more that is no year, else the longest of digits. "RE-2026-004417-A" -> "4417". "" without digits.
std::string number_core(std::string_view number);

enum class NumberRelation {
  missing,   // one of them is not stated
  same,      // but for signs, prefixes and leading zeros
  confused,  // but for characters that recognition confuses
  extended,  // one is the other with a prefix, a year or a suffix: 4711 and 4711-A, K4711, 2026-4711
  edited,    // one character other, too many or missing, or two neighbours swapped
  near,      // two such differences in nine characters or more, and not two of one sequence
  other,
};

struct NumberMatch {
  NumberRelation relation = NumberRelation::missing;
  // They may simply follow each other in one sequence: the running part, or one behind it, differs by 10 at most and
  // nothing else does.
  bool neighbours = false;
  bool same() const { return relation == NumberRelation::same || relation == NumberRelation::confused; }
};

NumberMatch compare_numbers(std::string_view a, std::string_view b);

// Characters of the running part: how little chance there is that two vendors have it in common.
int number_strength(std::string_view number);

}  // namespace ap::rules
