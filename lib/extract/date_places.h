// What the place of a printed date says about it: columns of items, letters' heads, remarks on other documents.
#pragma once

#include "extract/context.h"

namespace ap::extract::reading {

// "Amends: 5386284432 (02 Nov 2026)": the date of the document whose number stands before it.
bool of_another(const Context& context, const PrintedDate& date);

// "Ihr neuer Abschlag, erstmals faellig am 15.02.2026": when something later than this invoice is to be paid.
bool of_next_time(const Context& context, const PrintedDate& date);

// "bis 30.01.2026 mit 3 % Skonto": paying until then takes something off.
bool reduced(const Context& context, const PrintedDate& date);

// "Genève, 02.11.2026", "Genova, lì 15 gennaio 2026": where and when a letter was written.
bool place_and_date(const Context& context, const PrintedDate& date);

// The only words of their row in the upper half of the page: the date of a letter.
bool alone_in_head(const Context& context, const PrintedDate& date);

// `date` stands below `heading` in a table of items: when something was done, not when the invoice was written.
bool column_of_items(const Context& context, const LabelHit& heading, const PrintedDate& date);

// A day that begins a row of items, as further rows close by do: when something was done.
bool day_of_item(const Context& context, const PrintedDate& date);

// "für die Zeit vom 01.03.2024 bis 28.02.2025": another day follows the word that leads from one to the other.
bool opens_period(const Context& context, std::size_t date);

// On a credit note, what `hit` numbers is the invoice that is corrected: no word of credit stands in the label, and it
// refers ("Réf. facture") or stands within a sentence ("a storno della fattura n.").
bool of_corrected(const Context& context, const LabelHit& hit);

// "abzueglich 1. Teilrechnung vom 21.10.2024   -8.500,00": an earlier invoice in a row of sums.
bool deducted(const Context& context, const LabelHit& hit);

// Words of credit notes in the label itself: "Gutschrift Nr.", "avoir".
bool credit_words(const Sheet& sheet, const LabelHit& hit);

}  // namespace ap::extract::reading
