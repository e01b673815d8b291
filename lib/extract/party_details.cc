#include "extract/party_details.h"

#include <algorithm>

#include "core/identifiers.h"
#include "extract/choice.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

enum Owner { kSeller, kBuyer, kNobody };

// How near a cell stands to a block: 0 inside, growing with distance, large on other pages.
double distance(const Sheet& sheet, int cell_index, const PartyBlock* block) {
  if (!block) return 1e6;
  const Cell& cell = sheet.cells[cell_index];
  if (sheet.rows[cell.row].page != block->page) return 1e5;
  double dx = std::max({0, block->box.x0 - cell.box.x1, cell.box.x0 - block->box.x1});
  double dy = std::max({0, block->box.y0 - cell.box.y1, cell.box.y0 - block->box.y1});
  return dx + dy * 1.5;
}

// Reach of a block around itself, hundredths of a point: about three lines.
constexpr double kNear = 3500;

class DetailReader {
 public:
  DetailReader(const Context& context, const PartyPlaces& places, Draft& draft)
      : context_(context), sheet_(context.sheet), places_(places), draft_(draft) {}

  void read() {
    tax_ids();
    labelled(Role::tax_number, "tax_number");
    labelled(Role::registration, "registration_id");
    emails();
    phones();
  }

 private:
  struct Found {
    std::string value;
    int first = 0, last = 0;
  };

  Owner owner_of(int cell) const {
    double buyer = distance(sheet_, cell, places_.buyer), seller = distance(sheet_, cell, places_.seller);
    if (below_name(cell)) seller = std::min(seller, kNear / 2);
    double delivery = distance(sheet_, cell, places_.delivery);
    if (delivery < kNear && delivery < seller && delivery < buyer) return kNobody;
    return buyer < kNear && buyer < seller ? kBuyer : kSeller;
  }

  // "NORDSKOG SHIPPING AS" over "P.O. Box 220" over "VAT reg. no.": below the seller's name, above the buyer's address.
  bool below_name(int cell) const {
    if (places_.seller_cell < 0 || !places_.buyer) return false;
    const Cell &name = sheet_.cells[places_.seller_cell], &here = sheet_.cells[cell];
    if (sheet_.rows[name.row].page != sheet_.rows[here.row].page || here.row < name.row) return false;
    return std::abs(here.box.x0 - name.box.x0) < name.box.height() && here.box.y0 - name.box.y1 < kNear &&
           here.box.y1 <= places_.buyer->box.y0;
  }

  // What speaks for a place of the seller's details: beside the block, in letterhead or footer.
  double place_bonus(int cell) const {
    const Row& row = sheet_.rows[sheet_.cells[cell].row];
    double y = static_cast<double>(sheet_.cells[cell].box.y0) / std::max((*sheet_.pages)[row.page].height, 1);
    return (distance(sheet_, cell, places_.seller) < 4000 ? 0.2 : 0) + (y > 0.8 || y < 0.15 ? 0.1 : 0);
  }

  void tax_ids() {
    Choice seller, buyer;
    for (const Identifier& id : context_.tax_ids) {
      double base = (id.proved || id.value.starts_with('T') ? 0.4 : 0.1) + (id.labelled ? 0.4 : 0);
      bool buyers = id.buyers || owner_of(id.cell) == kBuyer;
      Option option{id.value, base + (id.buyers ? 0.4 : buyers ? 0.2 : place_bonus(id.cell)), id.first, id.last};
      if (id.proved) option.how = How::checksum, option.proof = "the check digits hold";
      (buyers ? buyer : seller).add(std::move(option));
    }
    if (seller.put(draft_, "seller.vat_id", 0.3)) {
      std::string_view value = draft_.invoice().seller.vat_id;
      std::erase_if(buyer.options(), [&](const Option& o) { return o.value == value; });
    }
    buyer.put(draft_, "buyer.vat_id", 0.3);
  }

  // "38,00": a quantity or an amount; no register has commas.
  bool in_money(int amount) const {
    const Amount& a = context_.amounts.list[amount];
    return a.decimals() == 2 && sheet_.text(a.first, a.last).find(',') != std::string::npos;
  }

  // "143/245/38211", "956 400 212 00023", "B 123456": groups with digits, behind words such as a court's town.
  Found number_at(int first, int stop) const {
    int t = first, skipped = 0;
    while (t < stop && count_digits(sheet_.tokens[t].folded) == 0 && skipped < 4) ++t, ++skipped;
    if (t >= stop || count_digits(sheet_.tokens[t].folded) == 0) return {};
    if (int d = context_.dates.at_token[t]; d >= 0 && !context_.dates.list[d].bare) return {};
    if (int a = context_.amounts.at_token[t];
        a >= 0 && (context_.amounts.list[a].currency || context_.amounts.list[a].percent || in_money(a)))
      return {};
    int start = t;
    if (t > first && sheet_.tokens[t - 1].text.size() == 1 && is_upper(sheet_.tokens[t - 1].text[0])) --start;
    int end = t + 1;
    for (; end < stop && sheet_.text(start, end).size() < 24; ++end) {
      const std::string& next = sheet_.tokens[end].folded;
      const std::string& before = sheet_.tokens[end - 1].text;
      if (before.ends_with(',') || before.ends_with(';')) break;
      bool digits = count_digits(next) > 0 && count_letters(next) <= 1;
      bool sign = next == "/" || next == "-" || next == ".";
      if (!digits && !sign) break;
    }
    while (end > start + 1 && count_digits(sheet_.tokens[end - 1].folded) == 0) --end;  // "01533420377 -"
    std::string value = sheet_.text(start, end, " .,:;()-/");
    if (count_digits(value) < 4 || value.size() > 28) return {};
    return {value, start, end};
  }

  // Words of a label that are no register and name no number.
  static bool empty_label(std::string_view word) {
    return in_list(word, "ape naf capital gerichtsstand bolagets msic msme bdo iec matricula conservatoria");
  }

  // The sign of the register belongs to its number: "HRB 12345".
  static std::string_view register_sign(std::string_view word) {
    struct Sign {
      std::string_view word, sign;
    };
    constexpr Sign kSigns[] = {{"hrb", "HRB"}, {"hra", "HRA"}, {"fn", "FN"}, {"acn", "ACN"}};
    for (const Sign& row : kSigns)
      if (word == row.word) return row.sign;
    return "";
  }

  Found registration(const LabelHit& hit, const Place& place) const {
    std::string_view sign;
    for (int t = hit.first; t < hit.last; ++t) {
      std::string_view word = trim(sheet_.tokens[t].folded, ".:,()");
      if (empty_label(word)) return {};
      if (auto found = register_sign(word); !found.empty()) sign = found;
    }
    Found found = number_at(place.first, place.stop);
    if (found.value.empty() || sign.empty()) return found;
    found.value = std::string(sign) + " " + found.value;
    if (place.relation == Relation::same_cell) found.first = hit.first;
    return found;
  }

  // The number of a qualified issuer is its tax number, whatever the label calls it.
  bool japanese_issuer(int token) const {
    return std::ranges::any_of(context_.tax_ids, [&](const Identifier& id) {
      return id.first <= token && token < id.last && id.value.starts_with('T') && id.value.size() == 14;
    });
  }

  void labelled(Role role, const std::string& field) {
    Choice choices[2];
    for (const LabelHit& hit : context_.labels.hits) {
      if (hit.role != role) continue;
      for (const Place& place : places(sheet_, context_.labels, hit, 1)) {
        if (place.distance > 0) break;
        Found found = role == Role::registration ? registration(hit, place) : number_at(place.first, place.stop);
        if (found.value.empty()) {
          if (place.relation == Relation::right) break;
          continue;
        }
        Owner owner = owner_of(place.cell);
        if (owner == kNobody || japanese_issuer(found.first)) break;
        double factor = place.relation == Relation::below ? 0.7 : 1.0;
        double tie = owner == kSeller ? place_bonus(place.cell) : 0;
        choices[owner].add(found.value, label_strength(hit) * factor + tie, found.first, found.last);
        break;
      }
    }
    choices[kSeller].put(draft_, "seller." + field, 0.25);
    choices[kBuyer].put(draft_, "buyer." + field, 0.4);
  }

  void emails() {
    Choice choices[2];
    for (std::size_t t = 0; t < sheet_.tokens.size(); ++t) {
      std::string_view text = trim(sheet_.tokens[t].text, " .,;:()<>[]|\"'");
      if (text.starts_with("mailto:")) text.remove_prefix(7);
      std::size_t at = text.find('@');
      if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos ||
          text.find('.', at) == std::string_view::npos || text.size() > 100 || text.ends_with('.'))
        continue;
      int token = static_cast<int>(t), cell = sheet_.tokens[t].cell;
      Owner owner = owner_of(cell);
      if (owner == kNobody) continue;
      double score = 0.6 + (context_.labels.has(cell, Role::email) ? 0.15 : 0.0);
      if (owner == kSeller) score += place_bonus(cell);
      choices[owner].add(std::string(text), score, token, token + 1);
    }
    choices[kSeller].put(draft_, "seller.email", 0.4);
    choices[kBuyer].put(draft_, "buyer.email", 0.4);
  }

  // Digits with the signs of telephone numbers: "+49 (0)89 / 123-45", "(212) 555-0123".
  Found phone_at(int first, int stop) const {
    int t = first;
    while (t < stop && count_digits(sheet_.tokens[t].folded) == 0 && sheet_.tokens[t].text.size() <= 2) ++t;
    int end = t, digits = 0;
    for (; end < stop; ++end) {
      std::string_view text = trim(sheet_.tokens[end].text, ",;|");
      if (text.find_first_not_of("0123456789+()/-.") != std::string_view::npos || text.empty()) break;
      if (digits + count_digits(text) > 15) break;
      digits += count_digits(text);
      if (text.size() != sheet_.tokens[end].text.size()) {  // a comma ends the number
        ++end;
        break;
      }
    }
    if (digits < 6 || digits > 15) return {};
    if (int d = context_.dates.at_token[t];
        d >= 0 && !context_.dates.list[d].bare && context_.dates.list[d].last == end)
      return {};
    return {sheet_.text(t, end, " .,;|-/"), t, end};
  }

  void phones() {
    Choice choices[2];
    auto add = [&](const Found& found, int cell, double score) {
      Owner owner = owner_of(cell);
      if (found.value.empty() || owner == kNobody) return;
      if (owner == kSeller) score += place_bonus(cell);
      choices[owner].add(found.value, score, found.first, found.last);
    };
    for (const LabelHit& hit : context_.labels.hits) {
      if (hit.role != Role::phone) continue;
      for (const Place& place : places(sheet_, context_.labels, hit, 1)) {
        if (place.relation == Relation::below && hit.after > 0) break;
        Found found = phone_at(place.first, place.stop);
        if (found.value.empty()) continue;
        // "T" and "M" name a telephone only directly before one in the international form.
        bool letter = sheet_.tokens[hit.first].folded.size() == 1;
        if (letter && !found.value.starts_with('+') && place.relation != Relation::same_cell) break;
        add(found, place.cell, 0.6 + 0.2 * label_strength(hit));
        break;
      }
    }
    // Without a label, by the form alone, next to the party.
    for (std::size_t c = 0; c < sheet_.cells.size(); ++c) {
      const Cell& cell = sheet_.cells[c];
      if (context_.labels.any(static_cast<int>(c)) || !sheet_.tokens[cell.first].text.starts_with('+')) continue;
      if (distance(sheet_, static_cast<int>(c), places_.seller) > kNear) continue;
      Found found = phone_at(cell.first, cell.last);
      if (found.last == cell.last) add(found, static_cast<int>(c), 0.4);
    }
    choices[kSeller].put(draft_, "seller.phone", 0.4);
    choices[kBuyer].put(draft_, "buyer.phone", 0.4);
  }

  const Context& context_;
  const Sheet& sheet_;
  const PartyPlaces& places_;
  Draft& draft_;
};

}  // namespace

void read_party_details(const Context& context, const PartyPlaces& places, Draft& draft) {
  DetailReader(context, places, draft).read();
}

void put_address(const Sheet& sheet, const PartyBlock& block, const std::string& prefix, double sure, Draft& draft) {
  auto put = [&](const char* field, Span span, const std::string& value) {
    if (!span.empty()) draft.put(prefix + field, value, span.first, span.last, How::layout, sure * 0.95);
  };
  put("street", block.street, sheet.text(block.street.first, block.street.last, " ,;|"));
  if (!block.town) return;
  put("postal_code", block.town->postal, block.town->postal_code);
  put("city", block.town->city, sheet.text(block.town->city.first, block.town->city.last, " ,;|"));
  put("region", block.town->region, sheet.text(block.town->region.first, block.town->region.last, " ,;|"));
  if (!block.country.empty())
    put("country", block.country_words.empty() ? block.town->postal : block.country_words, block.country);
}

void read_delivery_place(const Context& context, const PartyPlaces& places, Draft& draft) {
  const PartyBlock* block = places.delivery;
  if (!block) return;
  double sure = 0.6 + 0.35 * block->label_strength;
  if (!block->name.empty())
    draft.put("delivery.name", context.sheet.text(block->name.first, block->name.last, " ,;:|"), block->name.first,
              block->name.last, How::label, sure);
  put_address(context.sheet, *block, "delivery.address.", sure, draft);
}

}  // namespace ap::extract::reading
