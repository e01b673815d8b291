#include "extract/corrected_rows.h"

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

bool listed(std::string_view words, std::string_view list) {
  return list.find("|" + std::string(words) + "|") != std::string_view::npos;
}

}  // namespace

std::vector<bool> stated_rows(const Sheet& sheet) {
  std::vector<bool> out(sheet.rows.size(), false);
  bool before = false, after = false;
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    for (int c = sheet.rows[r].first; c < sheet.rows[r].last; ++c) {
      const Cell& cell = sheet.cells[c];
      if (cell.last - cell.first > 4) continue;
      const std::string words(trim(fold(sheet.cell_text(c)), " :.-"));
      const bool earlier = listed(words, kBefore), later = listed(words, kAfter);
      before |= earlier, after |= later;
      if (earlier || later) out[r] = true;
    }
  }
  if (!before || !after) out.assign(sheet.rows.size(), false);
  return out;
}

}  // namespace ap::extract::reading
