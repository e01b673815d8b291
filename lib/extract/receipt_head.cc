#include "extract/receipt_head.h"

#include <algorithm>

#include "extract/legal_form.h"
#include "extract/receipt_amounts.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr int kMostRows = 18;

// Words that only an address has, in the languages of the shops; folded.
const WordSet& place_words() {
  static const WordSet set(
      "jalan jln jl lorong lrg taman tmn bandar bdr seksyen kawasan persiaran lebuh lebuhraya lot blok block level "
      "kampung kg bukit selangor johor perak penang melaka kedah pahang sabah sarawak kuala "
      "street road avenue boulevard blvd lane drive highway suite floor flr plaza square "
      "strasse str platz weg allee gasse rue avenue boulevard quai chemin calle avda avenida paseo plaza via viale "
      "piazza corso straat laan plein ulica ul aleja al osiedle os rua praca largo travessa gatan vagen vej gade alle "
      "ulice trida namesti nam");
  return set;
}

class HeadReader {
 public:
  explicit HeadReader(const Context& context) : context_(context), sheet_(context.sheet) {}

  std::vector<HeadRow> read() const {
    std::vector<HeadRow> out;
    int rows = std::min<int>(static_cast<int>(sheet_.rows.size()), kMostRows);
    for (int r = 0; r < rows; ++r) {
      if (r > 1 && items_begin(r)) break;
      out.push_back(row(r));
    }
    settle(out);
    return out;
  }

 private:
  std::string_view core(int t) const { return trim(sheet_.tokens[t].folded, " .,:;|-_~'\"()[]{}*#"); }

  bool lower_case(Span words) const {
    int letters = 0;
    for (int t = words.first; t < words.last; ++t)
      for (char c : sheet_.tokens[t].text) {
        if (is_upper(c)) return false;
        letters += is_lower(c);
      }
    return letters > 0;
  }

  // What only its neighbours tell: a scribble in small letters above the name; a first row with a number at its end
  // is a name and not yet a street.
  void settle(std::vector<HeadRow>& rows) const {
    bool name = false;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      HeadRow& row = rows[r];
      if (row.words.empty()) continue;
      if (row.kind == HeadKind::text && !name && lower_case(row.words)) {
        bool capitals = false;
        for (std::size_t n = r + 1; n < rows.size() && n < r + 3; ++n)
          capitals |= !rows[n].words.empty() && !lower_case(rows[n].words);
        if (capitals) row.kind = HeadKind::noise;
      }
      if (row.kind == HeadKind::address && !name && !certain_address(row.words)) row.kind = HeadKind::text;
      name |= row.kind == HeadKind::text;
    }
  }

  // A heading of columns, or an amount at the end of a row of words.
  bool items_begin(int r) const {
    const Row& row = sheet_.rows[r];
    int columns = 0;
    for (int c = row.first; c < row.last; ++c)
      for (int h : context_.labels.by_cell[c]) {
        Role role = context_.labels.hits[h].role;
        bool column = role == Role::column_item || role == Role::column_quantity || role == Role::column_price ||
                      role == Role::column_amount;
        if (column && context_.labels.hits[h].before == 0 && context_.labels.hits[h].after == 0) ++columns;
      }
    if (columns >= 2) return true;
    int first = sheet_.cells[row.first].first, last = sheet_.cells[row.last - 1].last;
    for (int t = first; t < last; ++t)  // what stands behind a date is a time, however it was read
      if (int d = context_.dates.at_token[t]; d >= 0 && !context_.dates.list[d].bare) return false;
    for (int t = std::max(first + 1, last - 3); t < last; ++t) {
      if (sheet_.tokens[t].text.find(':') != std::string::npos) continue;
      int amount = context_.amounts.at_token[t];
      if (amount >= 0 && context_.amounts.list[amount].decimals() == 2 && !context_.amounts.list[amount].percent)
        return true;
      auto damaged = repair_amount(sheet_.tokens[t].text);
      if (damaged && damaged->quality > 0.5 && sheet_.tokens[t].confidence < kCertain) return true;
    }
    return false;
  }

  HeadRow row(int r) const {
    HeadRow out;
    out.words = words_of(r, out.registered);
    if (out.words.empty()) {
      out.kind = out.registered ? HeadKind::registration : HeadKind::noise;
    } else if (!(out.registered && count_letters(fold(sheet_.text(out.words.first, out.words.last))) >= 6) &&
               contact(r)) {
      out.kind = HeadKind::contact;
    } else if (title(r)) {
      out.kind = HeadKind::title;
    } else if (nonsense(out.words)) {
      out.kind = HeadKind::noise;
    } else if (!out.registered && address(out.words)) {
      out.kind = HeadKind::address;
    } else {
      out.kind = other(r) ? HeadKind::other : HeadKind::text;
    }
    return out;
  }

  // "(162761-M)", "002043319-W", "1202152-P": digits with a letter behind, or digits in parentheses.
  bool register_number(int t) const {
    std::string_view word = core(t);
    int digits = count_digits(word);
    bool letter = word.size() >= 2 && is_lower(word.back());
    bool shape = digits >= 5 && digits + 3 >= static_cast<int>(word.size());
    return shape && (letter || sheet_.tokens[t].folded.starts_with('('));
  }

  Span words_of(int r, bool& registered) const {
    const Row& row = sheet_.rows[r];
    int first = sheet_.cells[row.first].first, last = sheet_.cells[row.last - 1].last;
    for (int t = first; t < last; ++t) {
      bool company = in_list(core(t), "co no reg company") && t + 1 < last && sheet_.tokens[t].folded.starts_with('(');
      if (!register_number(t) && !company) continue;
      registered = true;
      last = t;
    }
    auto speck = [&](int t) {
      std::string_view word = core(t);
      if (word.empty()) return true;
      bool unsure = sheet_.tokens[t].confidence < 600;
      return word.size() == 1 && (unsure || !(is_digit(word[0]) || is_lower(word[0])));
    };
    while (first < last && speck(first)) ++first;
    while (last > first && speck(last - 1)) --last;
    if (registered)
      while (last > first && in_list(core(last - 1), "co no reg company nos")) --last;
    return {first, last};
  }

  bool contact(int r) const {
    for (int c = sheet_.rows[r].first; c < sheet_.rows[r].last; ++c) {
      std::string text = sheet_.cell_text(c);
      auto at = text.find('@');
      bool mail =
          at != std::string::npos && at > 1 && at + 3 < text.size() && is_alnum(text[at - 1]) && is_alnum(text[at + 1]);
      if (mail || text.find("www") != std::string::npos) return true;
      for (int h : context_.labels.by_cell[c]) {
        const LabelHit& hit = context_.labels.hits[h];
        bool role = hit.role == Role::phone || hit.role == Role::fax || hit.role == Role::vat_id ||
                    hit.role == Role::tax_number || hit.role == Role::registration || hit.role == Role::email;
        if (role && hit.before == 0 && count_digits(text) >= 4) return true;
      }
    }
    int first = sheet_.cells[sheet_.rows[r].first].first, last = sheet_.cells[sheet_.rows[r].last - 1].last;
    std::string_view head = core(first);
    int digits = 0;
    for (int t = first; t < last; ++t) digits += count_digits(sheet_.tokens[t].folded);
    int letters = 0;
    for (int t = first; t < last; ++t) letters += count_letters(sheet_.tokens[t].folded);
    if (digits >= 7 && letters < digits && !town_in(sheet_, first, last)) return true;
    return digits >= 6 &&
           in_list(head, "fon tel telephone fax phone gst hp vat tin ust mwst whatsapp mobile siret nif");
  }

  bool title(int r) const {
    for (int h : context_.labels.by_cell[sheet_.rows[r].first]) {
      const LabelHit& hit = context_.labels.hits[h];
      bool role = hit.role == Role::title_invoice || hit.role == Role::title_receipt ||
                  hit.role == Role::title_credit || hit.role == Role::title_other;
      if (role && hit.before == 0 && hit.after <= 2) return true;
    }
    return false;
  }

  // A date, the number of the slip, the cashier.
  bool other(int r) const {
    const Row& row = sheet_.rows[r];
    for (int c = row.first; c < row.last; ++c) {
      for (int t = sheet_.cells[c].first; t < sheet_.cells[c].last; ++t)
        if (int d = context_.dates.at_token[t]; d >= 0 && !context_.dates.list[d].bare) return true;
      for (int h : context_.labels.by_cell[c]) {
        const LabelHit& hit = context_.labels.hits[h];
        bool role = hit.role == Role::number || hit.role == Role::issue_date || hit.role == Role::other_id;
        if (role && hit.before == 0 && !hit.weak && (hit.colon || hit.after > 0)) return true;
      }
    }
    return in_list(core(sheet_.cells[row.first].first), "cashier kasse kassa kassierer caisse cassa cajero table pax");
  }

  bool nonsense(Span words) const {
    int letters = 0, digits = 0, odd = 0, known = 0, long_words = 0;
    std::int64_t sure = 0;
    for (int t = words.first; t < words.last; ++t) {
      const std::string& folded = sheet_.tokens[t].folded;
      letters += count_letters(folded);
      digits += count_digits(folded);
      for (char c : folded) odd += !is_alnum(c) && std::string_view(" .,&-/'()@").find(c) == std::string_view::npos;
      sure += sheet_.tokens[t].confidence;
      long_words += count_letters(folded) >= 3;
      known += place_words().has(core(t));
    }
    int mean = static_cast<int>(sure / (words.last - words.first));
    if (known > 0 && mean >= 300) return false;
    if (letters + digits < 3 || long_words == 0) return digits < 5;
    return mean < 330 || odd * 3 > letters + digits || (mean < 550 && letters < 5);
  }

  bool certain_address(Span words) const {
    if (has_legal_form(sheet_, words.first, words.last)) return false;
    if (town_in(sheet_, words.first, words.last)) return true;
    int place = 0, numbers = 0;
    for (int t = words.first; t < words.last; ++t) {
      place += place_words().has(core(t));
      numbers += count_digits(sheet_.tokens[t].folded) > 0;
    }
    bool comma = false;
    for (int t = words.first; t < words.last; ++t) comma |= sheet_.tokens[t].folded.ends_with(',');
    bool number_first = in_list(core(words.first), "no lot unit level suite ground gf") && numbers > 0;
    return place >= 2 || (place == 1 && (numbers > 0 || comma)) || number_first ||
           (numbers > 0 && sheet_.tokens[words.last - 1].folded.ends_with(','));
  }

  bool address(Span words) const {
    if (has_legal_form(sheet_, words.first, words.last)) return false;
    return certain_address(words) || begins_with_street(sheet_, {words});
  }

  const Context& context_;
  const Sheet& sheet_;
};

}  // namespace

std::vector<HeadRow> head_of(const Context& context) { return HeadReader(context).read(); }

}  // namespace ap::extract::reading
