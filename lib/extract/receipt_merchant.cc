#include <algorithm>

#include "extract/choice.h"
#include "extract/legal_form.h"
#include "extract/receipt_head.h"
#include "extract/receipt_name.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr double kElsewhere = 0.05;  // for the name as it stands elsewhere: which of the two holds stays in doubt

// What shops call themselves, folded.
const WordSet& trade_words() {
  static const WordSet set(
      "enterprise enterprises trading store stores shop mart market supermarket hypermarket minimarket restaurant "
      "restoran ristorante restaurante cafe caffe coffee bistro bar bakery bakeries kitchen food foods pizza pizzeria "
      "pharmacy apotheke farmacia pharmacie lekarna apteka hardware stationery bookstore bookshop book books florist "
      "electrical electronics hotel motel garage station services service company kedai pasar perniagaan syarikat "
      "pusat "
      "boutique salon clinic centre center mall gift gifts deco group holdings industries marketing supply supplies "
      "supermarche epicerie boulangerie boucherie tienda panaderia mercado carniceria supermercado negozio panificio "
      "mercato alimentari winkel bakkerij slagerij sklep piekarnia delikatesy loja padaria butik livs bageri kiosk "
      "obchod potraviny backerei metzgerei markt laden gasthaus gasthof imbiss drogerie baumarkt tankstelle "
      "baeckerei konditorei pension brauhaus autohof eisenwaren brasserie quincaillerie trattoria osteria taverna "
      "albergo ferramenta pasticceria meson taberna hostal ferreteria cafeteria tasca pastelaria mercearia minimercado "
      "residencial ferragens apotheek drogisterij eetcafe lunchroom bouwmarkt ijzerhandel tankstation restauracja "
      "karczma cukiernia piekarnia pensjonat restaurang krog konditori hotell jarnhandel apoteket kro apotek "
      "byggemarked restaurace hospoda kavarna cukrarna zelezarstvi penzion inn arms tavern");
  return set;
}

class MerchantReader {
 public:
  MerchantReader(const Context& context, const std::vector<HeadRow>& head, Draft& draft)
      : sheet_(context.sheet), head_(head), draft_(draft) {}

  void read() {
    Choice choice;
    int rank = 0;
    bool address = false;
    for (std::size_t r = 0; r < head_.size() && rank < 7; ++r) {
      if (head_[r].kind == HeadKind::contact && rank > 0) address = true;
      if (head_[r].kind == HeadKind::address) address = true;
      if (head_[r].kind != HeadKind::text) continue;
      if (address && rank > 0 && !form_in(head_[r].words)) break;
      add(choice, r, rank++, address);
    }
    for (std::size_t r = 0; r < head_.size() && choice.empty(); ++r)  // what looks like an address may be the name
      if (head_[r].kind == HeadKind::address) add(choice, r, 2, true);
    if (!choice.empty()) {
      const Option best = choice.best();
      if (auto other = name_elsewhere(sheet_, {best.first, best.last}, best.value))
        choice.add(lettered(other->text), best.score + kElsewhere, other->words.first, other->words.last, How::layout);
    }
    if (choice.put(draft_, "seller.name", 0.1, 0.8)) return;
    // What was read as for an invoice is a guess where the head of the slip has no name.
    if (auto it = draft_.evidence().find("seller.name"); it != draft_.evidence().end())
      it->second.confidence = std::min<Confidence>(it->second.confidence, 200);
  }

 private:
  std::string_view core(int t) const { return trim(sheet_.tokens[t].folded, " .,:;|-_~'\"()[]{}*#"); }

  // Two words that are "SDN BHD", perhaps badly read: the index of the first, -1 when there are none.
  int sdn_bhd(Span words) const {
    for (int t = words.first; t + 1 < words.last; ++t) {
      std::string_view a = core(t), b = core(t + 1);
      if (a == "sdn" && t + 2 == words.last && b.size() <= 4) return t;
      // "SDN. avo. Lor": a stamp across the end.
      if (a == "sdn" && t + 3 == words.last && b.size() <= 4 && dim(t + 1) && dim(t + 2)) return t;
      if (a.size() < 2 || a.size() > 4 || b.size() < 2 || b.size() > 4) continue;
      int first = edit_distance(a, "sdn"), second = edit_distance(b, "bhd");
      bool at_end = t + 2 == words.last && (b[0] == 'b' || b[0] == '8');
      if (first <= 1 && second <= (first == 0 || at_end ? 2 : 1)) return t;
    }
    return -1;
  }

  bool dim(int t) const { return sheet_.tokens[t].confidence < 500; }

  bool form_in(Span words) const {
    return has_legal_form(sheet_, words.first, words.last) || sdn_bhd(words) >= 0 || core(words.last - 1) == "s/b";
  }

  // Begins with a legal form or a word of trade: the end of a name that began on the row above.
  bool goes_on(std::size_t r) const {
    const Span& words = head_[r].words;
    if (head_[r].kind != HeadKind::text) return false;
    if (is_legal_form(sheet_, words.first) || sdn_bhd({words.first, std::min(words.first + 2, words.last)}) >= 0)
      return true;
    if (sheet_.tokens[words.first].folded.starts_with('(') && form_in(words)) return true;
    return in_list(core(words.first), "enterprise enterprises holdings trading industries marketing");
  }

  // A parenthesis that is closed on the row below.
  bool open(Span words) const {
    int depth = 0;
    for (int t = words.first; t < words.last; ++t)
      for (char c : sheet_.tokens[t].text) depth += (c == '(') - (c == ')');
    return depth > 0;
  }

  Span joined(std::size_t r) const {
    Span out = head_[r].words;
    for (std::size_t n = r + 1; n < head_.size() && n < r + 3; ++n) {
      bool more = open(out) ? head_[n].kind == HeadKind::text && form_in(head_[n].words)
                            : !form_in(out) && !head_[n - 1].registered && goes_on(n);
      if (!more) break;
      out.last = head_[n].words.last;
    }
    return out;
  }

  // The yen and dollar signs and the digits that recognition puts for letters within a name: "M¥ SH0P".
  static std::string lettered(std::string text) {
    for (std::size_t at = text.find("\u00a5"); at != std::string::npos; at = text.find("\u00a5", at))
      text.replace(at, 2, "Y");
    auto letter = [&](std::size_t i) { return i < text.size() && (is_upper(text[i]) || is_lower(text[i])); };
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      if (!letter(i - 1) || !letter(i + 1)) continue;
      if (text[i] == '0') text[i] = is_lower(text[i + 1]) ? 'o' : 'O';
      if (text[i] == '1') text[i] = is_lower(text[i + 1]) ? 'l' : 'I';
      if (text[i] == '|') text[i] = is_lower(text[i + 1]) ? 'l' : 'I';
    }
    return text;
  }

  // A row of a label and its number is no name.
  bool is_fact(Span words) const {
    int digits = 0, letters = 0;
    bool colon = false;
    for (int t = words.first; t < words.last; ++t) {
      digits += count_digits(sheet_.tokens[t].folded);
      letters += count_letters(sheet_.tokens[t].folded);
      colon |= t + 1 < words.last && sheet_.tokens[t].folded.ends_with(':');
    }
    return letters < 2 || (colon && digits >= 4);
  }

  std::string written(Span words) const {
    int form = sdn_bhd(words);
    std::string text;
    if (form < 0 || (core(form) == "sdn" && core(form + 1) == "bhd")) {
      text = sheet_.text(words.first, words.last, " ,;:|-_'\"~");
    } else {
      bool upper = is_upper(sheet_.tokens[form].text.back());
      text = form > words.first ? sheet_.text(words.first, form, " ,;:|-_'\"~") + " " : "";
      text += upper ? "SDN BHD" : "Sdn Bhd";
      if (form + 2 < words.last && !(form + 3 == words.last && dim(form + 2)))
        text += " " + sheet_.text(form + 2, words.last, " ,;:|-_'\"~.");
      words.last = form + 2;
    }
    bool abbreviated = is_legal_form(sheet_, words.last - 1) && text.ends_with('.');
    return abbreviated ? text : std::string(trim(text, ". "));
  }

  bool lower_case(Span words) const {
    for (int t = words.first; t < words.last; ++t)
      for (char c : sheet_.tokens[t].text)
        if (is_upper(c)) return false;
    return true;
  }

  void add(Choice& choice, std::size_t r, int rank, bool after_address) {
    for (std::size_t above = r < 2 ? 0 : r - 2; above < r; ++above)  // part of a row above
      if (head_[above].kind == HeadKind::text && joined(above).last == head_[r].words.last) return;
    Span words = joined(r);
    if (is_fact(words)) return;
    double score = 0.75 - 0.13 * rank;
    if (form_in(words)) score += 0.35;
    bool trade = false;
    std::int64_t sure = 0;
    for (int t = words.first; t < words.last; ++t) {
      trade |= trade_words().has(core(t));
      sure += sheet_.tokens[t].confidence;
    }
    if (trade) score += 0.1;
    std::size_t next = r + 1;
    while (next < head_.size() && head_[next].words.last <= words.last && !head_[next].words.empty()) ++next;
    if (head_[r].registered || (next < head_.size() && head_[next].kind == HeadKind::registration)) score += 0.25;
    if (next < head_.size() && head_[next].kind == HeadKind::address) score += 0.1;
    if (after_address) score -= 0.35;
    if (lower_case(words) && next < head_.size() && head_[next].kind == HeadKind::text) score -= 0.4;
    double mean = static_cast<double>(sure) / 1000.0 / (words.last - words.first);
    if (mean < 0.8) score -= 0.8 * (0.8 - mean);
    if (words.last - words.first == 1 && sheet_.tokens[words.first].text.size() < 4) score -= 0.25;
    if (in_list(core(words.first), "dimiliki owned operated by customer bill to")) score -= 0.3;
    // Who runs the shop that the row above names: "Inh. S. Keller e.K.", "di Luigi Parisi & C. sas".
    if (rank > 0 &&
        (sheet_.tokens[words.first].text == "di" ||
         in_list(core(words.first), "inh inhaber inhaberin prop proprietor gerant exploitant titular eigenaar")))
      score -= 0.5;
    choice.add(lettered(written(words)), score, words.first, words.last, How::layout);
  }

  const Sheet& sheet_;
  const std::vector<HeadRow>& head_;
  Draft& draft_;
};

}  // namespace

void read_merchant(const Context& context, const std::vector<HeadRow>& head, Draft& draft) {
  MerchantReader(context, head, draft).read();
}

}  // namespace ap::extract::reading
