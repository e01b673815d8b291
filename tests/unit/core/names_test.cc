#include "core/names.h"

#include <doctest/doctest.h>

using namespace ap;

TEST_CASE("names are compared without accents, signs and legal forms") {
  CHECK(name_key("Müller & Söhne G.m.b.H.") == "MULLER SOHNE");
  CHECK(name_key("Mueller und Soehne") == "MULLER SOHNE");
  CHECK(name_key("Łódzkie Zakłady Sp. z o.o.") == "LODZKIE ZAKLADY");
  CHECK(name_key("The Åkerbloms Fine Foods HB") == "AKERBLOMS FINE FOODS");
  CHECK(name_key("Straße – Bau") == "STRASSE BAU");
  CHECK(name_key("ООО ромашка") == "ООО РОМАШКА");
  CHECK(name_key("AG & Co. KG") == "AG CO KG");
  CHECK(name_key(" . - ") == "");
  CHECK(text_key("Hafenstr. 2") == "HAFENSTR 2");
}

TEST_CASE("likeness is 1000 for the same words in any order, and falls with each letter that differs") {
  CHECK(similarity("ALPHA BAU", "ALPHA BAU") == 1000);
  CHECK(similarity("BAU ALPHA", "ALPHA BAU") == 1000);
  CHECK(similarity("STADTWERKE OSTERKAMP", "STADTWERKE OSTERKARNP") == 829);
  CHECK(similarity("ALPHA", "QUUX") == 0);
  CHECK(similarity("", "ALPHA") == 0);
  CHECK(similarity("", "") == 0);
}
