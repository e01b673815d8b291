#include "extract/receipt_date.h"

#include <doctest/doctest.h>

using namespace ap;
using extract::reading::repair_date;

namespace {

std::string best(std::string_view text, bool month_first = false) {
  auto found = repair_date(text, *Date::parse("2026-11-23"), month_first);
  return found.empty() ? "" : found.front().date.str();
}

}  // namespace

TEST_CASE("a date is read through what recognition does to it") {
  CHECK(best("25/12/2018") == "2018-12-25");
  CHECK(best("o1-nov-2017_11:20:04am") == "2017-11-01");
  CHECK(best("2604/2017") == "2017-04-26");
  CHECK(best("26/fen/2017") == "2017-02-26");
  CHECK(best("24 mar 2048") == "2018-03-24");
  CHECK(best("12/03/2518") == "2018-03-12");
  CHECK(best("44/04/2018") == "2018-04-14");
}

TEST_CASE("a damaged date is less sure than one that reads well, and the habit decides the order") {
  Date today = *Date::parse("2026-11-23");
  CHECK(repair_date("25/12/2018", today, false).front().quality == 1.0);
  CHECK(repair_date("44/04/2018", today, false).front().quality <= 0.5);
  CHECK(best("03/04/2018") == "2018-04-03");
  CHECK(best("03/04/2018", true) == "2018-03-04");
}

TEST_CASE("what is no date stays none, and no slip is of the future") {
  CHECK(best("53.85") == "");
  CHECK(best("03-40210276") == "");
  CHECK(best("25/12/2031") != "2031-12-25");
}
