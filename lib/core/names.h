// Names of firms made comparable, and how alike two of them are. Pure, safe to share between threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ap {

// Capitals without accents, words parted by one blank, legal forms (GmbH, Ltd, S.p.A. ...) left out:
// "Müller & Söhne G.m.b.H." -> "MULLER SOHNE", as is "Mueller und Soehne". "" when there is no letter or digit. A name
// of legal forms alone keeps them. Letters of other alphabets stay, in capitals where Greek or Cyrillic.
std::string name_key(std::string_view name);

// The same without leaving words out: for streets and cities.
std::string text_key(std::string_view text);

// Groups of three bytes of a key, each word padded by two blanks before and one behind; sorted, none twice. The order
// of words makes no difference.
std::vector<std::uint32_t> trigrams(std::string_view key);

// Dice coefficient of the trigrams of two keys in thousandths: 1000 equal, 0 nothing in common or one is empty.
int similarity(std::string_view key_a, std::string_view key_b);

}  // namespace ap
