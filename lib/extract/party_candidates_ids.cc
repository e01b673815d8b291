// What numbers, legal forms and web addresses say about the names: the part of PartyCandidates that begins with them.
#include <algorithm>
#include <cstdlib>

#include "extract/legal_form.h"
#include "extract/party_candidates.h"
#include "extract/party_lines.h"
#include "extract/party_names.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// Words of an address: a district or a street in a line below the name of a block.
bool part_of_address(const Sheet& sheet, const std::vector<PartyBlock>& blocks, Span name) {
  int cell = sheet.tokens[name.first].cell;
  if (looks_like_street(sheet, name.first, sheet.cells[cell].last)) return true;
  return std::ranges::any_of(blocks, [&](const PartyBlock& block) {
    if (block.one_line || block.cells.empty() || block.name.first == name.first) return false;
    bool own = !block.name.empty() && sheet.tokens[block.name.first].cell == cell;
    return !own && std::ranges::find(block.cells, cell) != block.cells.end();
  });
}

}  // namespace

// The name that begins the lines in which `c` stands: "Sai Polymers" over "Plot 118" over "Vatva, Ahmedabad".
PartyCandidate* PartyCandidates::head_of_stack(PartyCandidate& c) {
  constexpr int kMostLines = 4;
  PartyCandidate* head = &c;
  int at = sheet_.tokens[c.name.first].cell;
  bool street = false;
  const bool alone = c.block < 0 && !has_legal_form(sheet_, c.name.first, c.name.last);
  // "SVANEHAVN HARBOUR" in bold over "a body of its own": what is set off heads the lines.
  if (const int over = alone ? cell_above(sheet_, at, 60) : -1; over >= 0)
    for (PartyCandidate& other : candidates_)
      if (sheet_.tokens[other.name.first].cell == over && sheet_.tokens[other.name.first].bold &&
          !sheet_.tokens[c.name.first].bold && std::abs(sheet_.cells[over].box.x0 - sheet_.cells[at].box.x0) < 200)
        head = &other;
  for (int steps = 0; steps < kMostLines && alone; ++steps) {
    at = cell_above(sheet_, at, 60);
    if (at < 0 || is_label_cell(context_.labels, at) || foreign_line(context_, at)) break;
    const Cell& cell = sheet_.cells[at];
    street |= looks_like_street(sheet_, cell.first, cell.last);
    for (PartyCandidate& other : candidates_)
      if (street && sheet_.tokens[other.name.first].cell == at) head = &other;
  }
  return head;
}

// The number by which the seller is taxed stands with the seller's name: in its line, or a few lines below it.
void PartyCandidates::from_tax_ids() {
  constexpr double kBeside = 0.4, kMostAway = 9000;
  for (const Identifier& id : context_.tax_ids) {
    if (id.buyers || of_another_role(id.cell, Role::seller)) continue;
    const Cell& cell = sheet_.cells[id.cell];
    int page = sheet_.rows[cell.row].page;
    PartyCandidate* best = nullptr;
    double least = kMostAway;
    for (PartyCandidate& c : candidates_) {
      const Cell& at = sheet_.cells[sheet_.tokens[c.name.first].cell];
      if (tagline(sheet_, sheet_.tokens[c.name.first].cell, c.name)) continue;
      if (window_ >= 0 && c.block == window_) continue;
      if (sheet_.rows[at.row].page != page || at.box.y0 > cell.box.y0 + cell.box.height()) continue;
      bool line =
          c.block >= 0 && blocks_[c.block].one_line;  // "Zona Industrial, Lote 54, 4000-322 Porto" under the name
      if (at.row != cell.row && (line || part_of_address(sheet_, blocks_, c.name))) continue;
      bool beside = std::abs(at.box.x0 - cell.box.x0) < 1000 || std::abs(at.box.x1 - cell.box.x1) < 1000 ||
                    std::abs(at.box.center_x() - cell.box.center_x()) < 1000 || at.row == cell.row;
      double away = cell.box.y0 - at.box.y0;
      if (beside && away < least) best = &c, least = away;
    }
    if (best) best = head_of_stack(*best);
    if (best && (best->block < 0 || blocks_[best->block].label != Role::buyer)) best->seller += kBeside;
  }
}

// Register or tax numbers stand on the line of the name or on the one below it.
bool PartyCandidates::beside_registration(const PartyCandidate& c) const {
  const Cell& cell = sheet_.cells[sheet_.tokens[c.name.first].cell];
  std::vector<int> near = {sheet_.tokens[c.name.first].cell};
  if (int below = cell_below(sheet_, near.front(), 120); below >= 0) near.push_back(below);
  for (int at = sheet_.rows[cell.row].first; at < sheet_.rows[cell.row].last; ++at)
    if (at != near.front() && sheet_.cells[at].box.x0 - cell.box.x1 < 3 * cell.box.height()) near.push_back(at);
  return std::ranges::any_of(near, [&](int at) {
    return context_.labels.has(at, Role::vat_id) || context_.labels.has(at, Role::registration) ||
           std::ranges::any_of(context_.tax_ids, [&](const Identifier& id) { return id.cell == at && !id.buyers; });
  });
}

// A brand stands in the letterhead, and the firm that owes the tax in a smaller line with its numbers.
void PartyCandidates::from_legal_form() {
  PartyCandidate* top = nullptr;
  for (PartyCandidate& c : candidates_)
    if (!top || c.seller - 0.5 * c.buyer > top->seller - 0.5 * top->buyer) top = &c;
  auto firm = [&](const PartyCandidate& c) {
    return has_legal_form(sheet_, c.name.first, c.name.last) || !c.more.empty();
  };
  if (!top || firm(*top) || top->how == How::label) return;
  PartyCandidate* best = nullptr;
  for (PartyCandidate& c : candidates_)
    if (firm(c) && c.buyer < 0.35 && c.seller >= 0.5 * top->seller && beside_registration(c) &&
        (!best || c.seller > best->seller))
      best = &c;
  if (best) best->seller = std::max(best->seller, top->seller) + 0.3;
}

// What the letterhead shows in big print, the firm whose address stands below it carries in its name: "NETWIND" over
// "Netwind Telekom Sp. z o.o.", also where the address of the buyer stands level with it.
void PartyCandidates::from_brand() {
  constexpr std::size_t kFewest = 5;  // letters
  constexpr int kBigger = 125;        // per cent
  for (PartyCandidate& brand : candidates_) {
    const Token& head = sheet_.tokens[brand.name.first];
    const Cell& at = sheet_.cells[head.cell];
    if (brand.block >= 0 || brand.key.size() < kFewest || brand.seller <= brand.buyer) continue;
    if (sheet_.rows[at.row].page > 0 || height_of(at.box, 0) > 0.2) continue;
    PartyCandidate* firm = nullptr;
    int firms = 0;
    for (PartyCandidate& c : candidates_) {
      const bool carries = &c != &brand && c.key.size() > brand.key.size() && c.key.starts_with(brand.key);
      if (!carries || c.block < 0 || blocks_[c.block].label != Role::none || blocks_[c.block].addressed) continue;
      if (head.font_size * 100 < sheet_.tokens[c.name.first].font_size * kBigger) continue;
      firm = &c;
      ++firms;
    }
    if (firms == 1) firm->seller += brand.seller, firm->buyer -= 0.3;
  }
}

// The country in which a block's address lies, as its own lines or a tax number right below it say; "" unknown.
std::string PartyCandidates::land_of(const PartyBlock& block) const {
  constexpr int kMostLines = 4, kReach = 80;
  if (!block.country.empty()) return block.country;
  int below = block.cells.back();
  for (int steps = 0; steps < kMostLines && below >= 0; ++steps) {
    for (const Identifier& id : context_.tax_ids)
      if (id.cell == below && id.proved && !id.country.empty()) return id.country;
    below = cell_below(sheet_, below, kReach);
  }
  return "";
}

// An account lies in the country of the seller: of two addresses the one in another country is the buyer's.
void PartyCandidates::from_account() {
  constexpr double kAbroad = 0.8, kHome = 0.3;
  if (context_.ibans.empty()) return;
  const std::string& home = context_.ibans.front().country;
  if (std::ranges::any_of(context_.ibans, [&](const Identifier& id) { return id.country != home; })) return;
  std::vector<PartyCandidate*> here, abroad;
  for (PartyCandidate& c : candidates_) {
    if (c.block < 0 || c.how == How::label) continue;
    const std::string land = land_of(blocks_[c.block]);
    if (!land.empty()) (land == home ? here : abroad).push_back(&c);
  }
  if (here.empty() || abroad.empty()) return;
  for (PartyCandidate* c : here) c->seller += kHome;
  for (PartyCandidate* c : abroad) c->seller -= kAbroad, c->buyer += kHome;
}

// A mail or web address carries the name of its owner, mostly the seller.
void PartyCandidates::from_domains() {
  std::vector<std::string> domains;
  for (const Token& token : sheet_.tokens) {
    std::string_view text = trim(token.folded, ".,;:()<>");
    std::size_t at = text.find('@');
    if (at != std::string_view::npos)
      text = text.substr(at + 1);
    else if (auto www = text.find("www."); www != std::string_view::npos)
      text = text.substr(www + 4);
    else
      continue;
    std::string_view host = text.substr(0, text.rfind('.'));
    if (host.size() >= 3 && !in_list(host, "gmail outlook hotmail yahoo gmx web t-online icloud aol live"))
      domains.push_back(squeeze(host));
  }
  for (PartyCandidate& c : candidates_) {
    bool match = false;
    for (int t = c.name.first; t < c.name.last; ++t) {
      std::string word = squeeze(plain(sheet_.tokens[t].text));
      if (word.size() >= 4)
        for (const std::string& domain : domains) match |= domain.find(word) != std::string::npos;
    }
    for (const std::string& domain : domains) match |= domain.size() >= 4 && c.key.find(domain) != std::string::npos;
    if (match) c.seller += c.block >= 0 && blocks_[c.block].label == Role::buyer ? 0.0 : 0.35;
  }
}

}  // namespace ap::extract::reading
