// Where the value of a label may stand: behind it in the same cell, to its right on the row, below it, or above it
// where the labels are captions.
#pragma once

#include <vector>

#include "extract/labels.h"
#include "extract/sheet.h"

namespace ap::extract::reading {

enum class Relation : unsigned char { same_cell, right, below, above };

struct Place {
  Relation relation;
  int cell = 0;
  int first = 0, last = 0;  // tokens that may hold the value, last is one past the end
  int stop = 0;             // the first token in there at which another label begins, `last` when none does
  int distance = 0;         // 0 the nearest of its relation, then counting up
};

// Nearest first. To the right: up to three cells, ending at a cell that is a label itself. Below: cells on the next
// rows that overlap the label or share its left or right edge, up to `rows` of them.
std::vector<Place> places(const Sheet& sheet, const Labels& labels, const LabelHit& hit, int rows = 2);

// True when the cell begins with a label that claims what follows: a known phrase with ':' or of two words and more,
// or a phrase that fills the cell.
bool is_label_cell(const Labels& labels, int cell);

// Every word of the cell belongs to a label: "Nabywca / Bill to".
bool labels_only(const Sheet& sheet, const Labels& labels, int cell);

// How much the phrase looks like a label rather than words of a sentence: 0 to 1.
double label_strength(const LabelHit& hit);

}  // namespace ap::extract::reading
