#include "rules/einvoice/code_lists.h"

#include <algorithm>

#include "einvoice/tree.h"

namespace ap::rules {
namespace {

#include "rules/einvoice/code_lists.inc"

constexpr std::span<const std::string_view> kLists[] = {
#define AP_CODE_LIST(name) k_##name,
#include "rules/einvoice/code_list_names.inc"
#undef AP_CODE_LIST
};

}  // namespace

std::span<const std::string_view> codes_of(CodeList list) { return kLists[static_cast<std::size_t>(list)]; }

bool contains(CodeList list, std::string_view code) {
  auto codes = codes_of(list);
  return std::binary_search(codes.begin(), codes.end(), code);
}

bool contains_trimmed(CodeList list, std::string_view text) { return contains(list, einvoice::trim(text)); }

}  // namespace ap::rules
