// Figures that were read with doubt are read again: larger, a little softer, and by a recognizer that knows figures
// alone. Amounts, dates and numbers are what everything hangs on, and a wrong figure looks as good as a right one.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "adapters/tesseract/pix.h"
#include "layout/page.h"

namespace ap::ocr {

// Reads a picture of one word, knowing figures alone; "" and 0 where there is nothing.
struct Look {
  std::string text;
  Confidence confidence = 0;
};
using ReadFigure = std::function<Look(const PixPtr& picture)>;

// True for what is worth a second look: of figures and what stands between them, and not surely read.
bool is_doubtful_figure(const layout::Word& word);

// What to make of a word and two more readings of it: what two of the three agree on, more surely than before when it
// is the first, less surely when not; an impossible date gives way to a possible one; else the first, with its doubt
// grown. Pure.
void weigh(layout::Word& word, const Look& second, const Look& third);

// True for a date in figures, and for a year of our century alone.
bool is_dated(const layout::Word& word);

// True for a number with letters in it in which a letter may stand for a figure or the other way round: "S1/2026",
// "MO7378".
bool is_doubtful_number(const layout::Word& word);

// What to make of such a word and two more readings of it by recognizers that know all letters: what two agree on, if
// they differ from the first in nothing but signs that look alike; else the first, with its doubt grown. Pure.
void weigh_number(layout::Word& word, const Look& second, const Look& third);

struct Looks {
  int most = 0;            // words
  bool all_dates = false;  // also those that were surely read: faint thermal print turns one figure into another
  int thorough = 0;        // of the dates and amounts that the first two looks dispute, so many are looked at further
  bool slip = false;       // rows stand apart from each other
};

// Looks again at the doubtful ones among `words`, at so many as `looks_for` says: dates, then the last first, for sums
// stand below. `page`: what they were read from. Readings that were not chosen are added to `others`; what was read
// there before takes part where the looks go further.
void look_again(Pix& page, std::vector<layout::Word>& words, std::vector<layout::Word>& others, const Looks& looks_for,
                const ReadFigure& read);
// The same at doubtful numbers with letters, the first first. `read_other`: another recognizer of all letters.
void look_at_numbers(Pix& page, std::vector<layout::Word>& words, std::vector<layout::Word>& others,
                     const ReadFigure& read, const ReadFigure& read_other);

}  // namespace ap::ocr
