#include "extract/receipt_number.h"

#include "extract/choice.h"
#include "extract/header.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// What stands before the number of a slip, folded; the later ones also stand before other numbers.
constexpr std::string_view kNames =
    "bon bonnr bonnummer belegnr beleg receipt rcpt bill chk check slip docket ticket txn invoice inv recu recibo "
    "scontrino documento fatura paragon kvitto kvittonr kvittering bilag uctenka doklad doc";
constexpr std::string_view kWeakNames = "ref nr no n trans transaction order folio";

class NumberReader {
 public:
  explicit NumberReader(const Context& context) : context_(context), sheet_(context.sheet) {}

  void read(Draft& draft) {
    for (const Cell& cell : sheet_.cells) look(cell);
    if (!choice_.empty()) choice_.put(draft, "number", 0.3, 0.85);
  }

 private:
  std::string_view core(int t) const { return trim(sheet_.tokens[t].folded, " .,:;|-_~'\"()[]*"); }

  void look(const Cell& cell) {
    std::string_view name = core(cell.first);
    bool sign = name == "#" || (name == "+" && sheet_.tokens[cell.first].confidence < kCertain);
    bool strong = in_list(name, kNames), weak = in_list(name, kWeakNames);
    if ((!sign && !strong && !weak) || cell.last - cell.first > 6) return;
    int value = cell.first + 1, stop = cell.last;
    if (value < stop && in_list(core(value), "no nr num id #")) ++value;
    if (value >= stop) {  // the number stands in the next cell of the row
      const Row& row = sheet_.rows[cell.row];
      int next = sheet_.tokens[cell.first].cell + 1;
      if (next >= row.last) return;
      value = sheet_.cells[next].first;
      stop = sheet_.cells[next].last;
    }
    IdText id = id_at(context_, value, stop);
    int digits = count_digits(id.value);
    if (id.first != value || digits < 2 || digits > 20 || amount_at(value)) return;
    choice_.add(id.value, (strong ? 0.65 : sign ? 0.6 : 0.5) + beside(cell.row), id.first, id.last, How::label);
  }

  bool amount_at(int t) const {
    int amount = context_.amounts.at_token[t];
    return amount >= 0 && context_.amounts.list[amount].decimals() > 0;
  }

  // Cashier, till, date stand on the row or right above: the facts of a slip keep together.
  double beside(int row) const {
    double out = 0;
    for (int r = row - 1; r <= row + 1; ++r) {
      if (r < 0 || r >= static_cast<int>(sheet_.rows.size())) continue;
      for (int c = sheet_.rows[r].first; c < sheet_.rows[r].last; ++c)
        for (int t = sheet_.cells[c].first; t < sheet_.cells[c].last; ++t)
          if (context_.dates.at_token[t] >= 0) out = 0.15;
    }
    return out;
  }

  const Context& context_;
  const Sheet& sheet_;
  Choice choice_;
};

}  // namespace

void read_receipt_number(const Context& context, Draft& draft) {
  if (!draft.has("number")) NumberReader(context).read(draft);
}

}  // namespace ap::extract::reading
