// What recognition regularly misreads, on rows of words.
#include "extract/recognised.h"

#include <doctest/doctest.h>

#include "extract/text.h"

namespace {

using ap::extract::reading::Token;
using ap::extract::reading::with_usual_prefix;

// Words beside each other, one letter six points wide; a '_' stands for a gap as wide as a column.
std::vector<Token> row(std::initializer_list<std::string> words, int confidence = 900) {
  std::vector<Token> out;
  std::int32_t x = 0;
  for (const std::string& word : words) {
    if (word == "_") {
      x += 6000;
      continue;
    }
    Token token{.text = word, .folded = ap::extract::reading::fold(word), .confidence = confidence};
    token.box = {x, 0, x + 600 * static_cast<std::int32_t>(word.size()), 1000};
    x = token.box.x1 + (word == "N." ? 0 : 300);
    out.push_back(token);
  }
  return out;
}

std::string mended(std::initializer_list<std::string> words, int confidence = 900) {
  std::vector<Token> tokens = row(words, confidence);
  ap::extract::reading::mend_recognised(tokens);
  std::string out;
  for (const Token& token : tokens) out += (out.empty() ? "" : " ") + token.text;
  return out;
}

}  // namespace

TEST_CASE("legal forms whose letters were read as figures are mended") {
  CHECK(mended({"Castelline", "Sp.", "z", "0.0."}) == "Castelline Sp. z o.o.");
  CHECK(mended({"Logistics", "$.A."}) == "Logistics S.A.");
  CHECK(mended({"Nordhavn", "l/S"}) == "Nordhavn I/S");
  CHECK(mended({"Thillen", "S.4", "r.l."}) == "Thillen S.à r.l.");
  CHECK(mended({"Conti", "Sar!"}) == "Conti Sàrl");
  CHECK(mended({"Ashcombe", "pic"}) == "Ashcombe plc");
  CHECK(mended({"a", "pic"}) == "a pic");
}

TEST_CASE("a sign between two names is the ampersand, between other words it stays") {
  CHECK(mended({"Tormenta", "€", "Escriba"}) == "Tormenta & Escriba");
  CHECK(mended({"Total", "€", "12,50"}) == "Total € 12,50");
  CHECK(mended({"Total", "_", "€", "Betrag"}) == "Total € Betrag");
}

TEST_CASE("the raised letter behind N is no number") {
  CHECK(mended({"FACTURA", "N.", "2", "_", "M043088"}) == "FACTURA N.º M043088");
  CHECK(mended({"FACTURA", "N.", "2"}) == "FACTURA N. 2");
}

TEST_CASE("dust between the groups of a long number goes, the mark of an amount stays") {
  CHECK(mended({"83", "1120.0094", "7751"}) == "83 11200094 7751");
  CHECK(mended({"Kurs", "1120.0094", "_", "7751"}) == "Kurs 1120.0094 7751");
  CHECK(mended({"7", "1120.94", "7751"}) == "7 1120.94 7751");
}

TEST_CASE("points of a date that were read as colons are points, a time stays") {
  CHECK(mended({"11:02.26"}) == "11.02.26");
  CHECK(mended({"11:02:2026"}) == "11.02.2026");
  CHECK(mended({"11:02:26"}) == "11:02:26");
  CHECK(mended({"11:32.26"}) == "11:32.26");
}

TEST_CASE("an amount with two like marks, and one with a speck in front, can mean one thing only") {
  using ap::extract::reading::mended_amount;
  CHECK(mended_amount("1,252,16") == "1.252,16");
  CHECK(mended_amount(",4.835.11") == ",4,835.11");
  CHECK(mended_amount("\u2018120") == "120");
  CHECK(mended_amount("1.252,16") == "");
  CHECK(mended_amount("12,52,16") == "");
  CHECK(mended_amount("1,252,160") == "");
}

TEST_CASE("the groups of one amount that were read as two words are one amount again") {
  auto close = [](std::string left, std::string right, int gap) {
    std::vector<Token> tokens = row({std::move(left), std::move(right)});
    const std::int32_t by = tokens[0].box.x1 + gap - tokens[1].box.x0;
    tokens[1].box.x0 += by, tokens[1].box.x1 += by;
    ap::extract::reading::mend_recognised(tokens);
    return tokens.size() == 1 && tokens[0].confidence <= 800 ? tokens[0].text : "";
  };
  CHECK(close("2,", "549.28", 150) == "2,549.28");
  CHECK(close("2", ",957.16", 100) == "2,957.16");
  CHECK(close("$12.", "549,28", 100) == "$12.549,28");
  CHECK(close("2,", "549.28", 300) == "");
  CHECK(close("2,", "549,28", 100) == "");
  CHECK(close("2017,", "549.28", 100) == "");
  CHECK(close("2", "957.16", 100) == "");
}

TEST_CASE("a number's raised o is a number's also before a preposition") {
  CHECK(mended({"N2", "de", "documento"}) == "Nº de documento");
  CHECK(mended({"N2", "o", "N3"}) == "N2 o N3");
  CHECK(mended({"N?", "3318"}) == "Nº 3318");
  CHECK(mended({"N2", "3318"}) == "N2 3318");
}

TEST_CASE("words of a text layer stay, and what was mended counts as doubtful") {
  CHECK(mended({"Castelline", "Sp.", "z", "0.0."}, ap::kCertain) == "Castelline Sp. z 0.0.");
  std::vector<Token> tokens = row({"Sp.", "z", "0.0."});
  ap::extract::reading::mend_recognised(tokens);
  CHECK(tokens[2].confidence == 800);
}

TEST_CASE("letters in front of a number are letters where they make a usual prefix") {
  CHECK(with_usual_prefix("S1/2026/17") == "SI/2026/17");
  CHECK(with_usual_prefix("S1I/2025/45217") == "SI/2025/45217");
  CHECK(with_usual_prefix("1NV-2026-5") == "INV-2026-5");
  CHECK(with_usual_prefix("A1/2026/17") == "A1/2026/17");
  CHECK(with_usual_prefix("51/2026/17") == "51/2026/17");
  CHECK(with_usual_prefix("SI/2026/17") == "SI/2026/17");
}
