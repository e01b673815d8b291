// The code lists that the official rules test against, as sorted tables. Thread-safe constants.
#pragma once

#include <span>
#include <string_view>

namespace ap::rules {

enum class CodeList {
#define AP_CODE_LIST(name) name,
#include "rules/einvoice/code_list_names.inc"
#undef AP_CODE_LIST
};

// The codes, sorted.
std::span<const std::string_view> codes_of(CodeList list);

// Exactly a member.
bool contains(CodeList list, std::string_view code);

// As the BR-CL rules test: a member after blanks around are taken off; empty text and inner blanks are none.
bool contains_trimmed(CodeList list, std::string_view text);

}  // namespace ap::rules
