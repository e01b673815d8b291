#include "extract/dates.h"

#include <doctest/doctest.h>

#include "extract/text.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;
using namespace ap::extract::reading;

namespace {

std::string first(std::string_view text) {
  auto match = match_date(fold(text));
  return match.readings.empty() ? "" : match.readings[0].date.str();
}

}  // namespace

TEST_CASE("dates are read in all orders") {
  CHECK(first("05.06.2018") == "2018-06-05");
  CHECK(first("2018-06-05") == "2018-06-05");
  CHECK(first("05/06/18") == "2018-06-05");
  CHECK(first("12/25/2018") == "2018-12-25");
  CHECK(first("20181230") == "2018-12-30");
}

TEST_CASE("months are known by name in eleven languages") {
  CHECK(first("March 5th, 2024") == "2024-03-05");
  CHECK(first("5. März 2024") == "2024-03-05");
  CHECK(first("1er mars 2024") == "2024-03-01");
  CHECK(first("5 de marzo de 2024") == "2024-03-05");
  CHECK(first("5 marzo 2024") == "2024-03-05");
  CHECK(first("5 maart 2024") == "2024-03-05");
  CHECK(first("5 marca 2024") == "2024-03-05");
  CHECK(first("5 de março de 2024") == "2024-03-05");
  CHECK(first("5 mars 2024") == "2024-03-05");
  CHECK(first("5. marts 2024") == "2024-03-05");
  CHECK(first("15. listopadu 2026") == "2026-11-15");
  CHECK(first("13-Nov-2017") == "2017-11-13");
}

TEST_CASE("what is no calendar day is no date") {
  CHECK(first("31.02.2024") == "");
  CHECK(first("99.12.2024") == "");
  CHECK(first("1.234,56") == "");
  CHECK(first("05.06.20181") == "");
}

TEST_CASE("a date that allows only one order settles the others of the document") {
  auto month = [](const std::vector<std::string_view>& lines) {
    std::vector<layout::Page> pages = {page_of(lines)};
    Sheet sheet = build_sheet(pages);
    return find_dates(sheet, false);
  };
  CHECK(month({"Date 03/04/2026", "Due 04/15/2026"}).list[0].date().str() == "2026-03-04");
  CHECK(month({"Date 03/04/2026", "Due 15/04/2026"}).list[0].date().str() == "2026-04-03");
  auto open = month({"Date 03/04/2026"});
  CHECK(open.list[0].ambiguous());
  CHECK_FALSE(open.order_proved);
}

TEST_CASE("a number that begins like a date is no date") {
  std::vector<layout::Page> pages = {page_of({"Faktura nr 14/01/2026/R"})};
  CHECK(find_dates(build_sheet(pages), false).list.empty());
}
