#include "rules/einvoice/code_lists.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace ap::rules;

TEST_CASE("a list has its codes and no other, however often and in whatever order one asks") {
  std::vector<CodeList> lists{
#define AP_CODE_LIST(name) CodeList::name,
#include "rules/einvoice/code_list_names.inc"
#undef AP_CODE_LIST
  };
  std::vector<std::string> asked{"", " ", "EUR ", "eur", "A", "much longer than any code is"};
  for (CodeList list : lists)
    for (std::string_view code : codes_of(list)) {
      if (asked.empty() || asked.back() != code) asked.emplace_back(code);
      if (code.size() > 1 && asked.size() % 5 == 0) asked.emplace_back(code.substr(1));
    }
  for (int round = 0; round < 2; ++round)
    for (const std::string& code : asked)
      for (CodeList list : lists) {
        const bool known = std::ranges::find(codes_of(list), code) != codes_of(list).end();
        if (contains(list, code) != known) FAIL_CHECK(code << " in list " << static_cast<int>(list));
      }
}

TEST_CASE("what was asked of one list is not the answer of another, nor that of a longer code") {
  CHECK(contains(CodeList::ubl_vat_prefixes, "DE"));
  CHECK_FALSE(contains(CodeList::vat_categories, "DE"));
  CHECK(contains(CodeList::ubl_vat_prefixes, "DE"));
  CHECK_FALSE(contains(CodeList::ubl_vat_prefixes, std::string_view("\0DE", 3)));
  CHECK_FALSE(contains(CodeList::vat_categories, std::string_view("\0", 1)));
  CHECK_FALSE(contains(CodeList::vat_categories, ""));
}
