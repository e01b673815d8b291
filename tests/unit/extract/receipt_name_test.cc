// Names, dates and totals of slips that recognition damaged in one place and the slip has right in another.
#include <doctest/doctest.h>

#include <algorithm>

#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

namespace {

// A slip as recognition gives it; `dim` is a word that was read with doubt.
PageExtraction scanned(const std::vector<std::string_view>& lines, std::string_view dim = "") {
  layout::Page page = page_of(lines, 900);
  page.source = layout::PageSource::ocr;
  for (layout::Word& word : page.words) word.confidence = word.text == dim ? 400 : 950;
  page.width = 22000;
  page.height = 3000 + 1400 * static_cast<std::int32_t>(lines.size()) + 30000;
  return extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
}

bool offers(const PageExtraction& r, const char* path, std::string_view value) {
  return std::ranges::any_of(r.evidence.at(path).alternatives, [&](const auto& a) { return a.value == value; });
}

}  // namespace

TEST_CASE("a letter of the name is as the rest of the slip has it twice, and the doubt is said") {
  auto r = scanned({"BELLO STATIONERY SHOP", "12 JALAN BESAR", "TAX INVOICE", "Owned by", "BELLA SUPPLY SDN BHD",
                    "Pen   4.50", "TOTAL   4.50", "Follow us: Bella.Stationery"});
  CHECK(r.invoice.seller.name == "BELLA STATIONERY SHOP");
  CHECK(offers(r, "seller.name", "BELLO STATIONERY SHOP"));
  CHECK(r.evidence.at("seller.name").confidence < 900);
}

TEST_CASE("a name that stands on the slip as it is stays, whatever else is like it") {
  auto r = scanned({"BELLO STATIONERY SHOP", "12 JALAN BESAR", "TAX INVOICE", "BELLA SUPPLY SDN BHD", "Pen   4.50",
                    "TOTAL   4.50", "Follow us: Bella.Stationery", "Thank you for coming to BELLO"});
  CHECK(r.invoice.seller.name == "BELLO STATIONERY SHOP");
}

TEST_CASE("the whole name is taken from where it was read more surely") {
  auto r = scanned({"WIDE Hardwa. 2 Centre (M) Sdn. Bhd.", "12 JALAN BESAR", "TAX INVOICE", "Mop   4.50",
                    "TOTAL   4.50", "Thank you for shopping at", "WIDE Hardware Centre (M) Sdn. Bhd."},
                   "Hardwa.");
  CHECK(r.invoice.seller.name.starts_with("WIDE Hardware Centre (M) Sdn"));
}

TEST_CASE("a date with a blank within is put together") {
  auto r = scanned({"HAPPY MART SDN BHD", "12 JALAN BESAR", "Date: 12/0 1/2018", "Milk   4.50", "TOTAL   4.50"});
  CHECK(text_of(r.invoice.issue_date) == "2018-01-12");
}

TEST_CASE("a total named with the tax included is no tax") {
  auto r = scanned(
      {"HAPPY MART SDN BHD", "Milk   5.90", "Tea   45.90", "TOTAL (GST INCL)   12.00", "CASH   42.00", "GST   0.68"});
  CHECK(text_of(r.invoice.totals.gross) == "12.00");
}

TEST_CASE("what a slip calls paid was given for it") {
  auto r = scanned({"SUN VICTORY SDN BHD", "Parking Fee Rate A   RM4.00", "Amount   RMS. 3.77", "Total   -.00",
                    "Paid   FM4.00", "Change   RM0.00"});
  CHECK(text_of(r.invoice.totals.gross) == "4.00");
}

TEST_CASE("a total that several rows above exceed gives way to one that the cash may be misread from") {
  auto r = scanned({"YONG CEN ENTERPRISE", "Fish   25.00", "Flour   25.00", "Oil   42.50", "SUB-TOTAL   2.50",
                    "TQ   94.00", "CASH   4.00", "CHANGE   0.00"});
  CHECK(text_of(r.invoice.totals.gross) == "94.00");
  CHECK(r.evidence.at("totals.gross").confidence < 900);
}

TEST_CASE("where change was given, a total that no coin pays gives way to its look-alike") {
  const std::vector<std::string_view> lines{"HAPPY MART SDN BHD", "81100 JOHOR BAHRU",       "Milk   RM 62.59",
                                            "Tea   RM 79.90",     "Total Sales   RM 141.58", "CASH   RM 150.08",
                                            "CHANGE   RM 8.50",   "GST 0%   141.50   0.00"};
  auto r = scanned(lines);
  CHECK(r.invoice.currency == "MYR");
  CHECK(text_of(r.invoice.totals.gross) == "141.50");
  CHECK(r.evidence.at("totals.gross").confidence < 930);
  CHECK(offers(r, "totals.gross", "141.58"));
}
