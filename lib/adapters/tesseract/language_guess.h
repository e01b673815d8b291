// Which OCR model suits a page, from words read with any of them.
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"

namespace ap::ocr {

// The model of `choice` in whose language the page seems to be written; `present` when nothing speaks clearly for
// another. Counts words that hardly another language has; `fewest` is how many speak clearly: fewer will do for a
// guess that is checked later.
std::string guess_model(const std::vector<layout::Word>& words, const std::vector<std::string>& choice,
                        const std::string& present, int fewest = 3);

// True where so many of the words speak for one language of `choice` and so few for any other that more words would
// hardly change the guess.
bool speaks_clearly(const std::vector<layout::Word>& words, const std::vector<std::string>& choice);

// "deu" -> "de"; "" for a model whose language we do not know.
std::string iso_language(const std::string& model);

}  // namespace ap::ocr
