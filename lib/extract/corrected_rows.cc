#include "extract/corrected_rows.h"

#include <algorithm>
#include <string_view>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr std::string_view kBefore =
    "|przed|przed korekta|przed zmiana|bylo|before|before correction|was|as invoiced|vorher|bisher|alt|bisherig|vor "
    "korrektur|avant|avant correction|antes|antes de la rectificacion|prima|prima della rettifica|voor "
    "correctie|voor|fore|fore rattelse|for|for rettelse|pred|pred opravou|puvodne|puvodni|antes da correcao|";
constexpr std::string_view kAfter =
    "|po|po korekcie|po zmianie|jest|winno byc|powinno byc|after|after correction|should be|corrected|as "
    "corrected|nachher|neu|berichtigt|korrigiert|nach korrektur|apres|apres correction|despues|despues de la "
    "rectificacion|dopo|dopo la rettifica|na correctie|na|efter|efter rattelse|efter rettelse|po oprave|nove|spravne|"
    "depois|depois da correcao|";

// The row of the difference: what is billed begins here.
bool names_difference(const Sheet& sheet, int row) {
  const Cell& cell = sheet.cells[sheet.rows[row].first];
  for (int t = cell.first; t < cell.last; ++t)
    for (std::string_view stem : {"zmniejsz", "zwieksz", "roznic", "zwrot", "differ", "doplat", "verschil", "forskel",
                                  "skillnad", "rozdil", "diferenc", "ecart", "preplat", "nedoplat"})
      if (sheet.tokens[t].folded.starts_with(stem)) return true;
  return false;
}

// A state may head rows of its own, up to the other state or to the difference.
void mark_below(const Sheet& sheet, const std::vector<int>& headings, std::vector<bool>& out) {
  const int rows = static_cast<int>(sheet.rows.size());
  int end = headings.empty() ? rows : headings.back() + 1;
  while (end < rows && !names_difference(sheet, end)) ++end;
  if (headings.size() < 2 || end == rows) return;
  std::fill(out.begin() + headings.front(), out.begin() + end, true);
}

bool listed(std::string_view words, std::string_view list) {
  return list.find("|" + std::string(words) + "|") != std::string_view::npos;
}

}  // namespace

std::vector<bool> stated_rows(const Sheet& sheet) {
  std::vector<bool> out(sheet.rows.size(), false);
  bool before = false, after = false;
  std::vector<int> headings;
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    for (int c = sheet.rows[r].first; c < sheet.rows[r].last; ++c) {
      const Cell& cell = sheet.cells[c];
      if (cell.last - cell.first > 4) continue;
      const std::string words(trim(fold(sheet.cell_text(c)), " :.-"));
      const bool earlier = listed(words, kBefore), later = listed(words, kAfter);
      before |= earlier, after |= later;
      if (!earlier && !later) continue;
      out[r] = true;
      const bool alone = sheet.rows[r].last - sheet.rows[r].first == 1;
      if (alone && cell.last - cell.first > 1) headings.push_back(static_cast<int>(r));
    }
  }
  if (!before || !after) out.assign(sheet.rows.size(), false);
  if (before && after) mark_below(sheet, headings, out);
  return out;
}

}  // namespace ap::extract::reading
