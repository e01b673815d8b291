#include "extract/building.h"

#include <cctype>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

bool part_word(const Sheet& sheet, int token) {
  constexpr std::string_view kParts =
      "unit suite flat apt apartment floor office room building block level shop lot plot dock bay warehouse box stall "
      "etage stock og obergeschoss erdgeschoss halle gebaude bat batiment porte piso planta local nave piano interno "
      "scala verdieping lokaal pietro lok pokoj andar loja sala plan vaning sal patro";
  return in_list(trim(sheet.tokens[token].folded, ".,:"), kParts);
}

}  // namespace

bool begins_place(const Sheet& sheet, int token, int last) {
  auto number = [&](int t) { return t < last && std::isdigit(static_cast<unsigned char>(sheet.tokens[t].folded[0])); };
  if (part_word(sheet, token)) return number(token + 1) || number(token + 2);
  return number(token) && token + 1 < last;
}

bool part_of_building(const Sheet& sheet, int first, int last) {
  if (last - first != 2) return false;
  auto counted = [&](int part, int number) {
    return part_word(sheet, part) && count_digits(sheet.tokens[number].folded) > 0;
  };
  return counted(first, first + 1) || counted(first + 1, first);
}

}  // namespace ap::extract::reading
