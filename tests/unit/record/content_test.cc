#include <doctest/doctest.h>

#include "core/content_print.h"
#include "record/codec.h"

using namespace ap;

TEST_CASE("the print of a document's content travels in its record") {
  Record record;
  record.id = std::string(64, 'a');
  record.extraction.emplace();
  record.extraction->content = ContentPrint{std::string(32, 'b'), "0123", {"copy"}};
  auto again = record_from_json(to_json_line(record));
  REQUIRE(again);
  CHECK(again->extraction->content == record.extraction->content);
  CHECK(again->unknown.empty());
  record.extraction->content.reset();
  CHECK_FALSE(record_from_json(to_json_line(record))->extraction->content);
}

TEST_CASE("equal text has one hash whatever its form; times of day do not count") {
  std::vector<std::string_view> words(30, "Rechnung"), again(30, "RECHNUNG"), other(30, "Rechnung");
  again.push_back("14:05");
  other.push_back("2");
  CHECK(content_print(words).hash.size() == 32);
  CHECK(content_print(words).hash == content_print(again).hash);
  CHECK(content_print(words).hash != content_print(other).hash);
  CHECK(content_print({"short"}).hash.empty());
}

TEST_CASE("the likeness of two signatures is about the share of figures in common") {
  std::vector<std::string> figures;
  for (int i = 100; i < 140; ++i) figures.push_back(std::to_string(i));
  std::vector<std::string_view> all(figures.begin(), figures.end()), half(figures.begin() + 20, figures.end());
  std::string whole = content_print(all).signature, part = content_print(half).signature;
  CHECK(signature_likeness(whole, whole) == 1000);
  CHECK(signature_likeness(whole, part) > 290);
  CHECK(signature_likeness(whole, part) < 710);
  CHECK(content_print({"1.00", "2.00"}).signature.empty());
  CHECK(signature_likeness(whole, "") == -1);
}

TEST_CASE("a figure that comes again changes no signature, and counts as one more") {
  std::vector<std::string> figures;
  for (int i = 100; i < 400; ++i) figures.push_back(std::to_string(i));
  std::vector<std::string_view> once(figures.begin(), figures.end()), again = once;
  again.insert(again.end(), once.rbegin(), once.rend());
  CHECK(content_print(again).signature == content_print(once).signature);
  CHECK(content_print(std::vector<std::string_view>(7, "1.00")).signature.empty());
  CHECK_FALSE(content_print(std::vector<std::string_view>(8, "1.00")).signature.empty());
}
