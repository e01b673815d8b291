#include "extract/receipt_number.h"

#include "extract/choice.h"
#include "extract/header.h"
#include "extract/number_guess.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// What stands before the number of a slip, folded; the later ones also stand before other numbers.
constexpr std::string_view kNames =
    "bon bonnr bon-nr bonnummer bon-nummer kassenbon belegnr beleg-nr belegnummer beleg quittung quittungsnr "
    "quittungs-nr kassabon kasticket receipt rcpt bill chk check slip docket ticket tkt txn invoice inv recu note "
    "recibo "
    "scontrino ricevuta documento fatura talao paragon paragonu wydruku wydr kvitto kvittonr kvittonummer nota notanr "
    "kvittering kvitteringsnr kvitteringsnummer bilag uctenka uctenky doklad dokladu doc";
constexpr std::string_view kWeakNames = "ref nr no n n\u00b0 c op trans transaction transactie order folio";
// Between the name and the number; before the name they leave it as strong as it is: "Nr paragonu 118".
constexpr std::string_view kSigns = "no nr n n\u00b0 c num id #";
constexpr int kMostWords = 7;   // of a cell with the number of a slip, day and time among them
constexpr double kSurer = 0.6;  // what a number read as an invoice's must weigh to stand against a slip's own name

// "TicketN°"
bool glued(std::string_view name) {
  for (std::string_view sign : {"no", "nr", "n\u00b0", "n"})
    if (name.size() > sign.size() + 2 && name.ends_with(sign) &&
        in_list(name.substr(0, name.size() - sign.size()), kNames))
      return true;
  return false;
}

class NumberReader {
 public:
  explicit NumberReader(const Context& context) : context_(context), sheet_(context.sheet) {}

  void read(Draft& draft) {
    for (const Cell& cell : sheet_.cells) look(cell);
    if (choice_.empty()) return;
    const auto known = draft.signals().find("number");
    const bool sure = draft.has("number") && known != draft.signals().end() && known->second.score >= kSurer;
    if (sure || (draft.has("number") && choice_.best().score < kSurer)) return;
    choice_.put(draft, "number", 0.3, 0.85);
  }

 private:
  std::string_view core(int t) const { return trim(sheet_.tokens[t].folded, " .,:;|-_~'\"()[]*"); }

  void look(const Cell& cell) {
    int name_at = cell.first;
    if (name_at + 1 < cell.last && in_list(core(name_at), kSigns) && in_list(core(name_at + 1), kNames)) ++name_at;
    std::string_view name = core(name_at);
    bool sign = name == "#" || (name == "+" && sheet_.tokens[cell.first].confidence < kCertain);
    bool strong = in_list(name, kNames) || glued(name), weak = in_list(name, kWeakNames);
    if ((!sign && !strong && !weak) || cell.last - name_at > kMostWords) return;
    int value = name_at + 1, stop = cell.last;
    if (value < stop && (in_list(core(value), kSigns) || misread_sign(value))) ++value;
    if (value >= stop) {  // the number stands in the next cell of the row
      const Row& row = sheet_.rows[cell.row];
      int next = sheet_.tokens[cell.first].cell + 1;
      if (next >= row.last) return;
      value = sheet_.cells[next].first;
      stop = sheet_.cells[next].last;
    }
    IdText id = id_at(context_, value, stop);
    int digits = count_digits(id.value);
    if (id.first != value || digits < 2 || digits > 20 || amount_at(value) || !plausible_number(id.value)) return;
    choice_.add(id.value, (strong ? 0.65 : sign ? 0.6 : 0.5) + beside(cell.row), id.first, id.last, How::label);
  }

  // "n2"
  bool misread_sign(int t) const {
    const Token& token = sheet_.tokens[t];
    return token.confidence < kCertain && token.folded.size() == 2 && token.folded[0] == 'n' &&
           std::string_view("290*?%").find(token.folded[1]) != std::string_view::npos;
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

void read_receipt_number(const Context& context, Draft& draft) { NumberReader(context).read(draft); }

}  // namespace ap::extract::reading
