#include "extract/party_blocks.h"

#include <algorithm>
#include <cstdlib>

#include "extract/legal_form.h"
#include "extract/letterhead.h"
#include "extract/party_lines.h"
#include "extract/party_names.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

class BlockFinder {
 public:
  explicit BlockFinder(const Context& context) : context_(context), sheet_(context.sheet) {}

  std::vector<PartyBlock> find() {
    constexpr std::size_t kMostBlocks = 200;
    for (std::size_t c = 0; c < sheet_.cells.size() && out_.size() < kMostBlocks; ++c) cell(static_cast<int>(c));
    return std::move(out_);
  }

 private:
  void cell(int index) {
    const Cell& c = sheet_.cells[index];
    if (without_code(index)) return;
    auto parts = line_parts(sheet_, c.first, c.last);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      auto town = town_in(sheet_, parts[i].first, parts[i].last);
      if (i > 0 && (!town || town->city.empty())) {  // "Austin, TX 78701"
        auto wider = town_in(sheet_, parts[i - 1].first, parts[i].last);
        if (wider) town = wider;
      }
      if (i > 1 && !town) town = town_in(sheet_, parts[i - 2].first, parts[i].last);  // "Lapa - SP, 05069-010"
      if (!town && i == 0 && parts.size() == 1) town = across_gap(sheet_, index);
      if (!town && parts.size() == 1) town = town_in_small_letters(context_, index);
      if (!town || in_account(context_, *town) || item_row(context_, c.row)) continue;
      bool name_before =
          i > 0 && !names_zone(sheet_, parts[0]) && !name_in(context_, parts[0].first, parts[0].last).empty() &&
          town->city.first > parts[0].last - 1 && !begins_with_street(sheet_, parts) && c.last - c.first >= 5 &&
          town->postal.first >= parts[0].last && !(i == 1 && in_county(sheet_, *town));
      if (name_before)
        one_line(index, parts, *town);
      else
        stacked(index, *town);
      return;
    }
  }

  // Addresses that end without a postal code: in a country's name, a county ("Co. Meath"), or with the code below.
  bool without_code(int index) {
    const Cell& c = sheet_.cells[index];
    if (c.last - c.first > 4) return false;
    const std::string& first = sheet_.tokens[c.first].folded;
    const std::string country = country_of(fold(sheet_.cell_text(index)));
    const bool county = c.last - c.first == 2 && (first == "co." || first == "county");
    const bool code = c.last - c.first == 1 && first.size() == 4 && count_digits(first) == 4;
    if (country.empty() && !county && !code) return false;
    const int above = cell_above(sheet_, index, 120);
    if (above < 0 || foreign_line(context_, above) || foreign_line(context_, index)) return false;
    const Cell& city = sheet_.cells[above];
    if (city.last - city.first > 4 || town_in(sheet_, city.first, city.last)) return false;
    if (std::abs(city.box.x0 - c.box.x0) > 200 && std::abs(city.box.x1 - c.box.x1) > 200) return false;
    int digits = 0;
    for (int t = city.first; t < city.last; ++t) digits += count_digits(sheet_.tokens[t].folded);
    if (digits > 2 || (code && digits > 0) || context_.labels.any(above)) return false;
    Town town;
    town.city = {city.first, city.last};
    town.country = country;
    if (county) town.region = {c.first, c.last};
    if (code) town.postal = {c.first, c.last}, town.postal_code = first;
    const std::size_t before = out_.size();
    stacked(above, town);
    // Such lines prove little: name, street and town must be there.
    if (out_.size() > before &&
        (out_.back().street.empty() || out_.back().name.empty() || out_.back().cells.size() < 3) &&
        !(county && has_legal_form(sheet_, out_.back().name.first, out_.back().name.last)))
      out_.pop_back();
    return out_.size() > before;
  }

  // What stands above a line of trades and address: "Gerber AG" over "Heating · Plumbing · 3 High Street · London".
  Span name_over(int index, const std::vector<Span>& parts, const Town& town) const {
    std::size_t before = 0;
    while (before < parts.size() && !looks_like_street(sheet_, parts[before].first, parts[before].last) &&
           parts[before].last <= std::min(town.postal.first, town.city.first))
      ++before;
    if (has_legal_form(sheet_, parts[0].first, parts[0].last)) return {};
    int above = cell_above(sheet_, index, 250);
    if (above < 0) above = centred_over(sheet_, index);
    if (above < 0) return {};
    // What the firm does, or "Registered charity 1188204", between name and address.
    const int right_above = above;
    if (const int top = over_trade(context_, index, above); top >= 0) above = top;
    if (number_line(context_, above) || count_digits(sheet_.cell_text(above)) >= 6)
      above = cell_above(sheet_, above, 80);
    if (above < 0) return {};
    const Cell& c = sheet_.cells[above];
    Span name = name_in(context_, c.first, c.last);
    if (name.empty() || foreign_line(context_, above)) return {};
    const bool form = has_legal_form(sheet_, name.first, name.last);
    const int own = sheet_.tokens[parts[0].first].font_size, size = sheet_.tokens[name.first].font_size;
    const bool bigger = size * 4 > own * 5;
    // "Obermuehle Wiesengrund" over "Familie Hartleb · Mill Lane 1": right above, in the head, and much bigger.
    const bool headed = size * 10 > own * 13 && c.last - c.first <= 7 && sheet_.rows[c.row].page == 0 &&
                        c.box.y0 < sheet_.page_of_cell(above).height / 4 &&
                        (right_above != above || cell_above(sheet_, index, 120) == above);
    return form || headed || ((before >= 2 || names_road(sheet_, parts[0])) && bigger) ? name : Span{};
  }

  void one_line(int index, const std::vector<Span>& parts, const Town& town) {
    PartyBlock block;
    block.one_line = true;
    block.name = name_over(index, parts, town);
    if (block.name.empty()) {
      const Span part = through_form(sheet_, parts);
      block.name = name_in(context_, part.first, before_address(context_, index, part));
    }
    block.town = town;
    for (std::size_t i = 1; i < parts.size(); ++i)
      if (parts[i].last <= std::min(town.postal.first, town.city.first) &&
          looks_like_street(sheet_, parts[i].first, parts[i].last))
        block.street = parts[i];
    finish(block, {index});
  }

  // "Riverton Club Inc" over "18 Palmerston Street", right above the cell.
  bool street_and_name_above(int index) const {
    const int street = cell_above(sheet_, index, 80);
    if (street < 0 || foreign_line(context_, street)) return false;
    const int name = cell_above(sheet_, street, 80);
    if (name < 0 || foreign_line(context_, name)) return false;
    const Cell &line = sheet_.cells[street], &top = sheet_.cells[name], &own = sheet_.cells[index];
    return looks_like_street(sheet_, line.first, line.last) && !name_in(context_, top.first, top.last).empty() &&
           std::abs(line.box.x0 - own.box.x0) < 200 && std::abs(top.box.x0 - own.box.x0) < 200;
  }

  void stacked(int index, const Town& town) {
    // "Wellington 6011" has the form of many an article: only above a country's name.
    if (town.country.empty() && town.postal_code.size() == 4 && town.city.first < town.postal.first &&
        sheet_.tokens[town.postal.first].cell == index) {
      int below = cell_below(sheet_, index);
      const bool country = below >= 0 && !country_of(fold(sheet_.cell_text(below))).empty();
      if (!country && !street_and_name_above(index)) return;
    }
    PartyBlock block;
    block.town = town;
    std::vector<int> cells = {index};
    int start = town.postal.empty() ? town.city.first : std::min(town.postal.first, town.city.first);
    const Cell& c = sheet_.cells[index];
    // "1 High Street, London SW1A 1AA" on one line below the name.
    if (start - c.first >= 2 && (looks_like_street(sheet_, c.first, start) || names_zone(sheet_, {c.first, start})))
      block.street = {c.first, start};
    // "Interest is charged when late. Waybill 242775": a sentence, no town of India.
    else if (start - c.first >= 3 && town.country.empty() && town.postal_code.size() == 6)
      return;
    bool labelled = false;
    std::int32_t first_pitch = 0;
    for (int below = index, at = cell_above(sheet_, index), steps = 0; at >= 0 && steps < 5;
         below = at, at = cell_above(sheet_, at), ++steps) {
      if (!within_address(context_, at) && label_cell(at, block)) {
        labelled = true;
        break;
      }
      const Box &low = sheet_.cells[below].box, &high = sheet_.cells[at].box;
      // A name in big print reaches further up, and stands no further off.
      std::int32_t pitch = low.center_y() - high.center_y() - std::max(high.height() - low.height(), 0) / 2;
      if (first_pitch == 0) first_pitch = pitch;
      if ((pitch > first_pitch * 3 / 2 && !one_heading(sheet_, at, below, index)) || captions_row(context_, at)) break;
      if (other_value(context_, at) || number_line(context_, at) || capital_line(context_, at)) continue;
      if (foreign_line(context_, at) || sheet_.cells[at].last - sheet_.cells[at].first > 9) break;
      auto inner = line_parts(sheet_, sheet_.cells[at].first, sheet_.cells[at].last);
      if (inner.size() >= 2 && town_in(sheet_, inner.back().first, inner.back().last)) break;  // the sender's line
      cells.insert(cells.begin(), at);
      if (behind_caption(context_, at)) break;  // what stands above is another's
      if (salutations(sheet_, at)) {
        block.addressed = true;
        break;
      }
    }
    if (!labelled) label_nearby(cells.front(), block);
    choose_lines(block, cells, index);
    if (block.label == Role::none)
      if (Span over = capitals_over(context_, block.name); !over.empty()) block.name = over;
    country_below(block, index, cells);
    finish(block, cells);
  }

  // Takes the role of a cell that is a party label; what follows it in the cell may be the name.
  bool label_cell(int cell, PartyBlock& block) {
    for (int h : context_.labels.by_cell[cell]) {
      const LabelHit& hit = context_.labels.hits[h];
      if (!party_role(hit.role) || hit.before > 0) continue;
      bool whole = labels_only(sheet_, context_.labels, cell);
      bool firm =
          hit.colon || hit.after <= 1 || hit.words > 1 || whole || heads_firm(sheet_, hit, sheet_.cells[cell].last);
      if (!firm) continue;
      block.label = hit.role;
      block.label_strength = label_strength(hit);
      int first = hit.last;
      Span rest = name_in(context_, first, sheet_.cells[cell].last);
      // "To: The Manager" over the firm.
      if (hit.after > 1 && !rest.empty() && office_words(sheet_, rest.first, rest.last))
        block.addressed = true;
      else if (hit.after > 1 && !rest.empty() && !whole)
        block.name = rest;
      return true;
    }
    return false;
  }

  void label_nearby(int top, PartyBlock& block) {
    // Behind a label on the same row: "Kunde:   Muster AG".
    const Cell& c = sheet_.cells[top];
    int row_first = sheet_.rows[c.row].first;
    if (top > row_first && !owns_line_below(top - 1, c)) {
      for (int h : context_.labels.by_cell[top - 1]) {
        const LabelHit& hit = context_.labels.hits[h];
        if (party_role(hit.role) && hit.after <= 1 && hit.before == 0) {
          block.label = hit.role, block.label_strength = label_strength(hit);
          return;
        }
        if (hit.role == Role::name || hit.role == Role::address) {
          heading_above(top - 1, block);
          return;
        }
      }
    }
    int above = cell_above(sheet_, top, 300);
    if (above >= 0 && label_cell(above, block)) return;
    // An indented address below its heading.
    for (int r = c.row - 1; r >= std::max(0, c.row - 3); --r) {
      const Row& row = sheet_.rows[r];
      if (row.page != sheet_.rows[c.row].page || c.box.y0 - row.box.y1 > 3 * c.box.height()) break;
      for (int i = row.first; i < row.last; ++i) {
        const Box& box = sheet_.cells[i].box;
        bool over = std::min(box.x1, c.box.x1) > std::max(box.x0, c.box.x0) && c.box.x0 - box.x0 < 4 * c.box.height() &&
                    c.box.x0 >= box.x0;
        if (over && label_cell(i, block)) return;
      }
    }
    caption_below(block);
    // A table of names and values below a heading.
    if (block.label == Role::none && above >= 0 && context_.labels.any(above)) heading_above(above, block);
  }

  // "sprzedawca" in small print below the lines that it names, and nothing right below it.
  void caption_below(PartyBlock& block) const {
    int at = sheet_.tokens[std::max(block.town->city.last, block.town->postal.last) - 1].cell;
    const int size = sheet_.tokens[sheet_.cells[at].first].font_size;
    for (int steps = 0; steps < 3 && block.label == Role::none; ++steps) {
      at = cell_below(sheet_, at, 80);
      if (at < 0) return;
      for (int h : context_.labels.by_cell[at]) {
        const LabelHit& hit = context_.labels.hits[h];
        if (party_role(hit.role) && hit.before == 0 && hit.after == 0 && !hit.weak &&
            sheet_.tokens[hit.first].font_size * 10 <= size * 9 && cell_below(sheet_, at, 60) < 0)
          block.label = hit.role, block.label_strength = 0.9;
      }
    }
  }

  // "Cliente" over the client's own lines, and far from it on the same row another column.
  bool owns_line_below(int label, const Cell& beside) const {
    const Cell& own = sheet_.cells[label];
    if (beside.box.x0 - own.box.x1 < 6 * own.box.height()) return false;
    const int below = cell_below(sheet_, label, 80);
    if (below < 0 || context_.labels.any(below)) return false;
    const Cell& line = sheet_.cells[below];
    return std::abs(line.box.x0 - own.box.x0) < own.box.height() / 2 &&
           (salutations(sheet_, below) || !name_in(context_, line.first, line.last).empty());
  }

  void heading_above(int cell, PartyBlock& block) {
    int at = cell;
    for (int steps = 0; at >= 0 && steps < 8; ++steps) {
      for (int h : context_.labels.by_cell[at]) {
        const LabelHit& hit = context_.labels.hits[h];
        if (party_role(hit.role) && hit.before == 0 && hit.after == 0) {
          block.label = hit.role, block.label_strength = 0.9;
          return;
        }
      }
      at = cell_above(sheet_, at, 300);
    }
  }

  // "MVM Musterhafter" over "Versicherungsverein a.G.": the name goes on in the next line.
  void second_name_line(PartyBlock& block, const std::vector<int>& cells, int town_cell) {
    if (block.name.empty()) return;
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      const Cell &c = sheet_.cells[cells[i]], &next = sheet_.cells[cells[i + 1]];
      if (block.name.first < c.first || block.name.first >= c.last) continue;
      int after = i + 2 < cells.size() ? cells[i + 2] : -1;
      if (cells[i + 1] != town_cell && carries_on_name(sheet_, block.name, cells[i + 1], after))
        block.name_more = {next.first, next.last};
      return;
    }
  }

  // "NETWIND" in big letters above "Netwind Telekom Sp. z o.o.": the firm is the name.
  bool brand_above_firm(Span name, int next) const {
    if (name.empty() || has_legal_form(sheet_, name.first, name.last) || office_line(sheet_, next)) return false;
    const Cell& c = sheet_.cells[next];
    Span firm = name_in(context_, c.first, c.last);
    return !firm.empty() && has_legal_form(sheet_, firm.first, firm.last) && !is_legal_form(sheet_, c.first) &&
           !carries_on_name(sheet_, name, next, -1);
  }

  bool numbered_street(int cell) const {
    const Cell& c = sheet_.cells[cell];
    return looks_like_street(sheet_, c.first, c.last) && count_digits(sheet_.cell_text(cell)) > 0;
  }

  // "Bill to" over "Owners - Strata Plan 44718" over "Level 3, 88 Walker St": the first line is the name, though a
  // number ends it.
  bool over_streets(const PartyBlock& block, const std::vector<int>& cells, std::size_t at, int town_cell) const {
    const std::size_t next = cells.size() > 1 && office_line(sheet_, cells[1]) ? 2 : 1;
    if (at > 0 || (block.label == Role::none && (cells.size() < next + 2 || !numbered_street(cells[next]))))
      return false;
    if (count_letters(sheet_.tokens[sheet_.cells[cells[0]].first].folded) < 2) return false;  // "7 High Street"
    return std::any_of(cells.begin() + 1, cells.end(), [&](int cell) {
      const Cell& c = sheet_.cells[cell];
      return cell != town_cell && looks_like_street(sheet_, c.first, c.last);
    });
  }

  void choose_lines(PartyBlock& block, std::vector<int>& cells, int town_cell) {
    std::size_t first = 0;
    for (; first < cells.size() && block.name.empty(); ++first) {
      const Cell& c = sheet_.cells[cells[first]];
      if (cells[first] == town_cell) break;
      if (salutations(sheet_, cells[first])) continue;
      if (looks_like_street(sheet_, c.first, c.last) && !has_legal_form(sheet_, c.first, c.last) &&
          !over_streets(block, cells, first, town_cell))
        continue;
      if (office_line(sheet_, cells[first])) {  // "The Directors" above the name of the firm
        block.addressed = true;
        continue;
      }
      // Words beside a sum are no name, however near an address is.
      if (block.label == Role::none && beside_amount(context_, c) && !has_legal_form(sheet_, c.first, c.last)) continue;
      block.name = name_in(context_, c.first, c.last);
      if (block.name.first > c.first && greets_person(sheet_.tokens[c.first].folded)) block.addressed = true;
      if (first + 1 < cells.size() && cells[first + 1] != town_cell &&
          (brand_above_firm(block.name, cells[first + 1]) || over_bigger(context_, block.name, cells[first + 1])))
        block.name = {};
    }
    if (!block.name.empty() && first > 1)
      cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(first) - 1);
    second_name_line(block, cells, town_cell);
    for (int cell : cells) {
      const Cell& c = sheet_.cells[cell];
      if (cell == town_cell || (!block.name_more.empty() && block.name_more.first == c.first) ||
          (block.name.first >= c.first && block.name.first < c.last))
        continue;
      if (block.street.empty() || looks_like_street(sheet_, c.first, c.last)) block.street = {c.first, c.last};
    }
  }

  void country_below(PartyBlock& block, int town_cell, std::vector<int>& cells) {
    int end = std::max(block.town->postal.last, block.town->city.last);
    Span rest{end, std::max(end, sheet_.cells[town_cell].last)};
    if (!rest.empty()) {
      block.country = country_of(fold(sheet_.text(rest.first, rest.last)));
      if (!block.country.empty()) block.country_words = rest;
    }
    int below = cell_below(sheet_, town_cell);
    if (below < 0) return;
    const Cell& c = sheet_.cells[below];
    std::string country = c.last - c.first <= 4 ? country_of(fold(sheet_.cell_text(below))) : "";
    if (country.empty()) return;
    block.country = country;
    block.country_words = {c.first, c.last};
    cells.push_back(below);
  }

  void finish(PartyBlock& block, const std::vector<int>& cells) {
    if (block.name.empty() && block.label == Role::none && block.street.empty()) return;
    if (block.country.empty()) block.country = block.town->country;
    block.cells = cells;
    block.box = sheet_.cells[cells.front()].box;
    for (int c : cells) block.box = unite(block.box, sheet_.cells[c].box);
    block.page = sheet_.rows[sheet_.cells[cells.front()].row].page;
    out_.push_back(std::move(block));
  }

  const Context& context_;
  const Sheet& sheet_;
  std::vector<PartyBlock> out_;
};

}  // namespace

std::vector<PartyBlock> find_party_blocks(const Context& context) { return BlockFinder(context).find(); }

}  // namespace ap::extract::reading
