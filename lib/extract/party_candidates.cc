#include "extract/party_candidates.h"

#include <algorithm>
#include <cstdlib>

#include "extract/doctype.h"
#include "extract/legal_form.h"
#include "extract/letterhead.h"
#include "extract/party_lines.h"
#include "extract/party_names.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr std::size_t kMostCandidates = 200;  // further names are not weighed

}  // namespace

PartyCandidates::PartyCandidates(const Context& context)
    : context_(context), sheet_(context.sheet), blocks_(find_party_blocks(context)), money_ends_(sheet_.pages->size()) {
  constexpr int kMostWords = 6;  // of a cell; lines of text speak of a company's capital
  for (const Amount& amount : context.amounts.list) {
    const Cell& cell = sheet_.cells[amount.cell];
    if (amount.decimals() == 2 && !amount.percent && cell.last - cell.first <= kMostWords)
      money_ends_[amount.page] = std::max(money_ends_[amount.page], amount.box.y1);
  }
}

void PartyCandidates::weigh() {
  from_blocks();
  note("address");
  from_labels();
  note("label");
  from_letterhead();
  note("letterhead");
  from_brand();
  note("brand");
  attach_nameless();
  note("address beside it");
  from_tax_ids();
  note("tax number");
  from_domains();
  note("web or mail address");
  from_account();
  note("country of the account");
  from_legal_form();
  note("legal form");
  from_self_billing();
  note("self-billing");
}

void PartyCandidates::note(std::string_view by) {
  for (PartyCandidate& c : candidates_) {
    PartyCandidate::Spoken gain{by, c.seller, c.buyer};
    for (const auto& before : c.spoken) gain.seller -= before.seller, gain.buyer -= before.buyer;
    c.spoken.push_back(gain);
  }
}

double PartyCandidates::height_of(const Box& box, int page) const {
  return static_cast<double>(box.y0) / std::max((*sheet_.pages)[page].height, 1);
}

bool PartyCandidates::in_foot(const Box& box, int page) const {
  return height_of(box, page) > 0.8 || (money_ends_[page] > 0 && box.y0 > money_ends_[page]);
}

PartyCandidate& PartyCandidates::candidate(Span name) {
  std::string text = sheet_.text(name.first, name.last);
  std::string_view trimmed = trim(text, " ,;:|-");
  std::string key = squeeze(plain(trimmed));
  if (key.empty()) key = std::string(trimmed);
  for (PartyCandidate& c : candidates_)
    if (c.key == key || candidates_.size() >= kMostCandidates) return c;
  PartyCandidate fresh;
  fresh.key = key;
  fresh.name = name;
  if (has_legal_form(sheet_, name.first, name.last)) fresh.seller += 0.15, fresh.buyer += 0.1;
  candidates_.push_back(fresh);
  return candidates_.back();
}

// Contact and tax details directly beside or below a block speak for the seller.
bool PartyCandidates::has_details(const PartyBlock& block) const {
  int found = 0;
  std::vector<int> near = block.cells;
  int below = block.cells.back();
  for (int steps = 0; steps < 5; ++steps) {
    below = cell_below(sheet_, below, 200);
    if (below < 0) break;
    near.push_back(below);
  }
  for (int cell : near) {
    for (int h : context_.labels.by_cell[cell]) {
      Role role = context_.labels.hits[h].role;
      const bool called = role == Role::phone || role == Role::fax;
      if (called && count_digits(sheet_.cell_text(cell)) < 4) continue;  // "JEREMY T HOLLOWAY"
      found +=
          called || role == Role::email || role == Role::iban || role == Role::registration || role == Role::tax_number;
    }
    const Cell& c = sheet_.cells[cell];
    for (int t = c.first; t < c.last; ++t)
      found += sheet_.tokens[t].folded.find('@') != std::string::npos || sheet_.tokens[t].folded.starts_with("www.");
  }
  return found > 0;
}

// A tax number stands in the block or on the lines below it.
bool PartyCandidates::has_tax_id(const PartyBlock& block, int reach) const {
  std::vector<int> near = block.cells;
  for (int steps = 0, below = block.cells.back(); steps < 3; ++steps) {
    below = cell_below(sheet_, below, reach);
    if (below < 0) break;
    near.push_back(below);
  }
  return std::ranges::any_of(context_.tax_ids, [&](const Identifier& id) {
    return !id.buyers && std::ranges::find(near, id.cell) != near.end();
  });
}

// The first address on the first page that is not said to be somebody else's.
int PartyCandidates::topmost_block() const {
  int top = -1;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    if (blocks_[i].page > 0 || blocks_[i].name.empty() || blocks_[i].label == Role::buyer ||
        blocks_[i].label == Role::delivery_party)
      continue;
    if (top < 0 || blocks_[i].box.y0 < blocks_[top].box.y0) top = static_cast<int>(i);
  }
  return top < 0 ? top : beside_topmost(top);
}

// The name, squeezed, under the clearest label of a buyer on the first page; "" where there is none.
std::string PartyCandidates::labelled_buyer() const {
  const PartyBlock* best = nullptr;
  for (const PartyBlock& block : blocks_)
    if (block.label == Role::buyer && block.page == 0 && !block.name.empty() && block.label_strength >= 0.7 &&
        height_of(block.box, 0) < 0.62 && (!best || block.label_strength > best->label_strength))
      best = &block;
  return best ? squeeze(plain(sheet_.text(best->name.first, best->name.last))) : "";
}

void PartyCandidates::from_blocks() {
  int topmost = topmost_block();
  // A recipient's window may stand above the sender's block: only the sender gives phone and mail.
  const bool window = topmost >= 0 && is_window(blocks_[topmost]);
  window_ = window ? topmost : -1;
  const std::string buyers = labelled_buyer();
  const bool named = !buyers.empty();
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const PartyBlock& block = blocks_[i];
    if (block.name.empty()) continue;
    PartyCandidate& c = candidate(block.name);
    c.more = block.name_more;
    if (c.block < 0 || blocks_[c.block].one_line) c.block = static_cast<int>(i);
    double y = height_of(block.box, block.page);
    const bool foot = in_foot(block.box, block.page);
    if (block.label == Role::seller || block.label == Role::payee)
      c.seller += 0.5 + 0.6 * block.label_strength, c.how = How::label;
    // On a payment slip at the foot the recipient is the one who is paid.
    if (block.label == Role::buyer && y > 0.62)
      c.buyer += 0.1;
    else if (block.label == Role::buyer)
      c.buyer += 0.6 + 0.6 * block.label_strength, c.how = How::label, c.seller -= 0.6;
    if (block.label == Role::delivery_party) c.buyer += 0.15, c.seller -= 0.5;
    if (block.one_line) {
      c.seller += foot || y < 0.12 ? 0.5 : 0.35;
      for (const PartyBlock& other : blocks_) {
        if (other.one_line || other.name.empty() || other.page != block.page || !stands_below(block.box, other.box) ||
            other.label == Role::seller)
          continue;
        c.seller += 0.5;
        if (!other.name.empty()) candidate(other.name).buyer += 0.6;
      }
      continue;
    }
    if (block.label != Role::none) continue;
    // A heading over many rows that look like towns is one place, not many.
    if (c.block != static_cast<int>(i) && !blocks_[c.block].one_line && blocks_[c.block].page == block.page) continue;
    if (named && !block.addressed && block.page == 0 && y < 0.5 && c.key != buyers) {
      // "Bill to" stands over another address: this one is the sender's.
      c.seller += static_cast<int>(i) == topmost ? 0.6 : 0.4;
      c.seller += has_details(block) ? 0.2 : 0.0;
      continue;
    }
    if (block.addressed || sent_to_a_person(sheet_, block)) c.buyer += 0.6, c.seller -= 0.3;
    bool details = has_details(block);
    c.seller += details ? 0.45 : 0;
    if (block.page > 0) continue;
    if (foot) {
      c.seller += 0.4;
      continue;
    }
    if (y < 0.5 && static_cast<int>(i) != topmost && !details) c.buyer += 0.35, c.seller -= 0.25;
    if (window && static_cast<int>(i) == topmost)
      c.buyer += 0.5, c.seller -= 0.2;
    else if (y < 0.12)
      c.seller += static_cast<int>(i) == topmost ? 0.35 : 0.0;
    else if (y < 0.42)
      c.buyer += details ? 0.1 : 0.45;
  }
}

// In a form of boxes another heading stands right of "Buyer", and the firm below it.
std::vector<Place> firms_first(const Sheet& sheet, const LabelHit& hit, std::vector<Place> places) {
  auto firm = [&](const Place& p) { return has_legal_form(sheet, p.first, p.last); };
  auto below = std::ranges::find(places, Relation::below, &Place::relation);
  if (below != places.end() && below != places.begin() && places.front().relation == Relation::right) {
    // "From   To   Invoice FF-0219": the names stand under their headings, other columns beside them.
    const Box &label = sheet.cells[hit.cell].box, &right = sheet.cells[places.front().cell].box;
    const bool under = std::abs(sheet.cells[below->cell].box.x0 - label.x0) < label.height() / 2 &&
                       sheet.cells[below->cell].box.y0 - label.y1 < label.height();
    const bool number =
        places.front().last - places.front().first == 1 && count_digits(sheet.tokens[places.front().first].folded) > 1;
    const std::int32_t gap = right.x0 - label.x1;
    const bool firm_beside = firm(places.front()) && gap < 20 * label.height();
    if (under && gap > 6 * label.height() && !firm_beside && !number) {
      std::rotate(places.begin(), below, below + 1);
      return places;
    }
  }
  if (below == places.end() || !firm(*below) || std::any_of(places.begin(), below, firm)) return places;
  if (std::abs(sheet.cells[below->cell].box.x0 - sheet.cells[places.front().cell].box.x0) < 300) return places;
  std::rotate(places.begin(), below, below + 1);
  return places;
}

// "Bill to: Acme Ltd" with no address that was recognised.
void PartyCandidates::from_labels() {
  for (const LabelHit& hit : context_.labels.hits) {
    bool holder = hit.role == Role::account_holder;
    if (hit.role != Role::seller && hit.role != Role::buyer && hit.role != Role::name && !holder) continue;
    // "Rechnungsanschrift Kessler AG" in one cell
    const bool claims =
        hit.colon || hit.after == 0 || hit.words > 1 || heads_firm(sheet_, hit, sheet_.cells[hit.cell].last);
    if (hit.before > 0 || !claims || (hit.after > 9 && !hit.colon && !(hit.words > 1 && hit.after <= 16))) continue;
    Role role = hit.role == Role::name ? section_of(hit) : hit.role;
    if (role == Role::none || asks_number(sheet_, hit)) continue;
    for (Place place : firms_first(sheet_, hit, places(sheet_, context_.labels, hit, 2))) {
      // "Accounts Payable" over the firm.
      const int next = place.relation == Relation::below && office_line(sheet_, place.cell)
                           ? cell_below(sheet_, place.cell, 80)
                           : -1;
      if (place.relation == Relation::right && of_another_role(place.cell, role)) continue;
      if (hit.weak && columns_row(sheet_, sheet_.cells[hit.cell].row)) break;
      if (place.relation == Relation::below && heading_row(context_, sheet_.cells[place.cell].row)) break;
      if (next >= 0) place.cell = next, place.first = sheet_.cells[next].first, place.last = sheet_.cells[next].last;
      // "Client: Acme Ltd, 71 Station Road, Bristol BS1 6QH"
      auto parts = line_parts(sheet_, place.first, place.last);
      if (parts.empty()) continue;
      Span name = name_in(context_, parts[0].first, parts[0].last);
      // "Owners - Strata Plan 44718" over its address: the block has the whole line.
      for (const PartyBlock& block : blocks_)
        if (!name.empty() && block.name.first == name.first && block.name.last > name.last) name = block.name;
      if (!name.empty() && office_words(sheet_, name.first, name.last)) continue;  // "To: The Manager"
      // "Kunde  D10417": the label asks for a number.
      if (name.empty() && place.relation != Relation::below && place.last - place.first == 1 &&
          count_digits(sheet_.tokens[place.first].folded) > 1)
        break;
      if (name.empty() || looks_like_sentence(sheet_, name)) continue;
      double strength = 0.75 * label_strength(hit) * (place.relation == Relation::below ? 0.85 : 1.0) +
                        (hit.role == Role::name ? 0.3 : 0.0);
      if (surname_only(sheet_, place.first, name)) strength *= 0.4;
      // "t.a.v. Ms de Wit" inside an address names a person of the firm above.
      if (office_line(sheet_, hit.cell) && cell_above(sheet_, hit.cell, 80) >= 0) strength *= 0.3;
      PartyCandidate& c = candidate(name);
      if (!holder) c.label_first = hit.first, c.label_last = hit.last;
      if (role == Role::buyer)
        c.buyer += strength, c.how = How::label;
      else if (role == Role::seller)
        c.seller += strength, c.how = How::label;
      else if (holder)
        c.seller += 0.45;
      break;
    }
  }
}

// The cell is a line of an address under the heading of another party.
bool PartyCandidates::of_another_role(int cell, Role role) const {
  return std::ranges::any_of(blocks_, [&](const PartyBlock& block) {
    return block.label != Role::none && block.label != role &&
           std::ranges::find(block.cells, cell) != block.cells.end();
  });
}

// The heading of the section in which a "Name:" stands.
Role PartyCandidates::section_of(const LabelHit& hit) const {
  int row = sheet_.cells[hit.cell].row;
  for (int r = row; r >= std::max(0, row - 8); --r) {
    if (sheet_.rows[r].page != sheet_.rows[row].page) break;
    for (int c = sheet_.rows[r].first; c < sheet_.rows[r].last; ++c) {
      if (std::abs(sheet_.cells[c].box.x0 - sheet_.cells[hit.cell].box.x0) > 6000) continue;
      for (int h : context_.labels.by_cell[c]) {
        const LabelHit& other = context_.labels.hits[h];
        if (other.before > 0 || other.after > 1) continue;
        if (other.role == Role::seller || other.role == Role::buyer) return other.role;
        if (other.role == Role::delivery_party || other.role == Role::payee) return Role::none;
      }
    }
  }
  return Role::none;
}

// Big or bold words at the top of the first page; firms' names anywhere in header and footer.
void PartyCandidates::from_letterhead() {
  int body = body_size(sheet_);
  int seen = 0, merged = -1;
  for (std::size_t i = 0; i < sheet_.cells.size(); ++i) {
    const Cell& cell = sheet_.cells[i];
    const Row& row = sheet_.rows[cell.row];
    double y = height_of(cell.box, row.page);
    const bool top = row.page == 0 && y < 0.2, bottom = in_foot(cell.box, row.page);
    if (!top && !bottom) continue;
    if (item_row(context_, cell.row)) continue;  // a heading so high that the first items stand beside the letterhead
    auto parts = line_parts(sheet_, cell.first, cell.last);
    if (parts.empty() || begins_with_street(sheet_, parts) || heading_row(context_, cell.row)) continue;
    Span name = name_in(context_, parts[0].first, before_address(context_, static_cast<int>(i), parts[0]));
    // Big words with small ones behind them: the name and what the firm does.
    for (int t = name.first + 1; t < name.last; ++t)
      if (sheet_.tokens[t].font_size * 100 < sheet_.tokens[name.first].font_size * 70) name.last = t;
    if (name.empty() || looks_like_sentence(sheet_, name)) continue;
    bool form = has_legal_form(sheet_, name.first, name.last);
    const Token& token = sheet_.tokens[name.first];
    // "Harbour School" over "Attn. Ms Dubois": somebody writes to them.
    const int below = cell_below(sheet_, static_cast<int>(i), 80);
    if (top && below >= 0 && asks_attention(sheet_, below) && !asks_attention(sheet_, static_cast<int>(i))) {
      PartyCandidate& c = candidate(name);
      if (c.buyer < 0.5) c.buyer += 0.6, c.seller -= 0.3;
      continue;
    }
    double ratio = static_cast<double>(token.font_size) / std::max(body, 1);
    if (top && !form && (ratio < 1.15 && !token.bold) && seen > 2) continue;
    const bool signs = bottom && before_own_number(context_, name);
    if (bottom && !form && !signs) continue;
    const bool big = top && ratio >= 1.3 && begins_with_word_of_label(context_, static_cast<int>(i));
    if (context_.labels.any(static_cast<int>(i)) && !form && !big) {
      const LabelHit& hit = context_.labels.hits[context_.labels.by_cell[i].front()];
      if (hit.before == 0 && hit.first <= name.first && !opens_page(context_, hit)) continue;
    }
    if (!form && named_beside(context_, static_cast<int>(i))) continue;
    if (names_town(blocks_, name) || (!form && beside_amount(context_, cell))) continue;
    if (!country_of(fold(sheet_.text(name.first, name.last))).empty() || names_bank(context_, static_cast<int>(i)))
      continue;
    const bool brand = top && token.bold && ratio >= 1.2;  // "ELEC SERVICES 44" in the letterhead is no street
    if (town_in(sheet_, name.first, name.last) || (looks_like_street(sheet_, name.first, name.last) && !form && !brand))
      continue;
    if (name.first == merged || (top && !form && captioned(context_, static_cast<int>(i)))) continue;
    PartyCandidate& c = candidate(name);
    // Below a sender's line over a window stands whom the letter goes to.
    if (c.more.empty() && parts.size() == 1) {
      c.more = form_below(static_cast<int>(i));
      if (!c.more.empty() && !form) c.seller += 0.15, c.buyer += 0.1, merged = c.more.first;
    }
    if (!c.more.empty()) form = true;
    double weight = top ? 0.25 - 0.6 * y : footer_details(context_, cell.row) ? 0.45 : 0.1;
    if (form || signs) weight += 0.3;
    // A single big word may be a brand: the firm behind it has a legal form.
    double most = form || name.last - name.first > 1 ? 0.5 : 0.3;
    if (top) weight += std::clamp((ratio - 1.1) * 0.5, 0.0, most) + (token.bold ? 0.1 : 0.0);
    if (top && !form && tagline(sheet_, static_cast<int>(i), name)) weight *= 0.3;
    ++seen;
    // Big or not: to whom a letter goes is not who sends it.
    if (c.block >= 0 && (c.block == window_ || blocks_[c.block].addressed)) continue;
    (asks_attention(sheet_, static_cast<int>(i)) ? c.buyer : c.seller) += weight;
  }
}

// An address whose lines do not align with the name above it: a logo, or a name set apart.
void PartyCandidates::attach_nameless() {
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const PartyBlock& block = blocks_[i];
    if (!block.name.empty() || block.label != Role::none || block.page > 0 || height_of(block.box, 0) > 0.3) continue;
    PartyCandidate* best = nullptr;
    double least = 15000;
    for (PartyCandidate& c : candidates_) {
      if (c.block >= 0 || sheet_.page_of_token(c.name.first).number != 1) continue;
      Box box = sheet_.box(c.name.first, c.name.last);
      double dx = std::max({0, block.box.x0 - box.x1, box.x0 - block.box.x1});
      double dy = block.box.y0 - box.y1;
      if (dy < -box.height() - block.box.height() || dy > 5 * box.height() + 2500) continue;
      double away = dx + 1.5 * std::max(dy, 0.0);
      // The firm in big letters, not the persons between it and the address.
      if (dy > 0 && sheet_.tokens[c.name.first].font_size * 10 >= sheet_.tokens[block.street.first].font_size * 12 &&
          !block.street.empty())
        away *= 0.2;
      if (away < least) best = &c, least = away;
    }
    if (!best) continue;
    best->block = static_cast<int>(i);
    (is_window(block) ? best->buyer : best->seller) += 0.35;
  }
}

}  // namespace ap::extract::reading
