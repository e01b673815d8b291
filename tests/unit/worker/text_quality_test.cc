#include "worker/text_quality.h"

#include <doctest/doctest.h>

#include <sstream>

namespace {

std::vector<ap::layout::Word> words(const std::string& text) {
  std::vector<ap::layout::Word> out;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) out.push_back({.text = word});
  return out;
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text + " ";
  return out;
}

}  // namespace

TEST_CASE("ordinary text is usable in every language") {
  CHECK(ap::worker::usable_text(words("Invoice RE-17 of 2026-11-02, total 119.00 EUR")));
  CHECK(ap::worker::usable_text(words(repeated("Rechnungsnummer Umsatzsteuer Straße Angstschweiß", 10))));
  CHECK(ap::worker::usable_text(words(repeated("Счёт фактура от двадцатого", 10))));
}

TEST_CASE("a page with a stray word has no text layer worth the name") {
  CHECK_FALSE(ap::worker::usable_text({}));
  CHECK_FALSE(ap::worker::usable_text(words("Page 1 of 2")));
  CHECK(ap::worker::usable_text(words("12345678901234567890")));
  CHECK_FALSE(ap::worker::usable_text(words("1234567890123456789")));
}

TEST_CASE("fonts without a map to Unicode are noticed") {
  CHECK_FALSE(ap::worker::usable_text(words(repeated("\uE001\uE002\uE003\uE004", 10))));
  CHECK_FALSE(ap::worker::usable_text(words(repeated("\uFFFD\uFFFD\uFFFD", 10))));
  CHECK_FALSE(ap::worker::usable_text(words(repeated("\x01\x02\x03\x04", 10))));
  // "Rechnung Nummer Betrag" with each letter moved by a constant, as a subset font without a map gives it.
  CHECK_FALSE(ap::worker::usable_text(words(repeated("NfbkxrxJ Mkllnf Qnmfzp SrtvwxT", 10))));
}

TEST_CASE("symbols among text do no harm") {
  CHECK(ap::worker::usable_text(words("\uE003 +49 30 1234567 \uE004 rechnung@example.com Rechnung vom heutigen Tage")));
}
