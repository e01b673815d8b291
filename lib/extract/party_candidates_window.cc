// Whose address stands alone in the head of a page: the window of a letter, or the sender's own. A part of
// PartyCandidates.
#include <algorithm>
#include <cstdlib>

#include "extract/doctype.h"
#include "extract/legal_form.h"
#include "extract/party_candidates.h"
#include "extract/party_names.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr int kLinePitch = 70;  // hundredths of the height of a line between it and the next one

}  // namespace

// A label of a title or a value stands in the cell; words of goods ("Water") are words of names as well.
bool PartyCandidates::names_a_field(int cell) const {
  return std::ranges::any_of(context_.labels.by_cell[cell], [&](int h) {
    const Role role = context_.labels.hits[h].role;
    return role < Role::column_item && role != Role::none && role != Role::charge && role != Role::bank;
  });
}

// "Acme AB, Box 19, 185 21 Vaxholm. Org.nr 559011-2237": name, address and the numbers of a firm in one line; at the
// foot also without the name, which stands in the head then.
bool PartyCandidates::is_imprint(const PartyBlock& block) const {
  const bool signed_below = block.name.empty() && !block.street.empty() && block.label == Role::none &&
                            height_of(block.box, block.page) > 0.8 &&
                            !context_.labels.covering(sheet_, block.street.first);  // "VAT No. 17 - Company No. 278997"
  const bool line = block.one_line && !block.name.empty() && height_of(block.box, block.page) >= 0.25;
  if (!line && !signed_below) return false;
  const int cell = block.cells.front();
  return context_.labels.has(cell, Role::registration) || context_.labels.has(cell, Role::vat_id) ||
         std::ranges::any_of(context_.tax_ids, [&](const Identifier& id) { return id.cell == cell && !id.buyers; });
}

// The only address of the head, below words in bigger print that have no word in common with its name: "Plains Water"
// over "Kookaburra Motel Pty Ltd". A firm's own address bears its name or says how to reach it.
bool PartyCandidates::under_a_name(const PartyBlock& block) const {
  const bool only = std::ranges::none_of(blocks_, [&](const PartyBlock& other) {
    return &other != &block && other.page == 0 && !other.name.empty() && height_of(other.box, 0) < 0.6;
  });
  if (!only || block.page > 0 || block.name.empty()) return false;
  const Token& own = sheet_.tokens[block.name.first];
  for (std::size_t i = 0; i < sheet_.cells.size(); ++i) {
    const Cell& cell = sheet_.cells[i];
    if (cell.box.y1 > block.box.y0 || sheet_.rows[cell.row].page > 0) break;
    const Token& head = sheet_.tokens[cell.first];
    const bool bolder = head.bold && !own.bold && head.font_size >= own.font_size;
    if (head.font_size * 10 < own.font_size * 13 && !bolder) continue;
    Span name = name_in(context_, cell.first, cell.last);
    if (name.empty() || name.last - name.first < 2 || names_a_field(static_cast<int>(i))) continue;
    bool common = false;
    for (int t = name.first; t < name.last; ++t) {
      const std::string word = squeeze(plain(sheet_.tokens[t].text));
      common |= word.size() > 3 && squeeze(plain(sheet_.text(block.name.first, block.name.last))).contains(word);
    }
    if (!common) return true;
  }
  return false;
}

// The first words of a page whose head is blank, or a picture: an address in ordinary type, far enough down for the
// window of an envelope, while the numbers of a firm stand in the foot.
bool PartyCandidates::under_blank_head(const PartyBlock& block) const {
  constexpr double kHead = 0.14;
  const Token& own = sheet_.tokens[block.name.first];
  const bool opens = own.cell == 0 && block.page == 0 && !block.one_line && height_of(block.box, 0) > kHead;
  if (!opens || own.bold || own.font_size * 100 > body_size(sheet_) * 115) return false;
  return std::ranges::any_of(context_.tax_ids, [&](const Identifier& id) {
    const Cell& cell = sheet_.cells[id.cell];
    return !id.buyers && height_of(cell.box, sheet_.rows[cell.row].page) > 0.8;
  });
}

// An address without a name in the head, with the numbers of a firm in its line or the next one: the sender's, whose
// name stands in a picture.
bool PartyCandidates::is_nameless_sender(const PartyBlock& block) const {
  if (!block.name.empty() || block.page > 0 || block.label != Role::none || height_of(block.box, 0) > 0.2) return false;
  return has_tax_id(block) || has_details(block);
}

// Words in far bigger print begin at the same edge, right above the address or a few lines further up.
bool PartyCandidates::under_letterhead(const PartyBlock& block) const {
  constexpr int kBigger = 140, kReach = 8;  // per cent; heights of a line
  const Token& own = sheet_.tokens[block.name.first];
  for (std::size_t i = 0; i < sheet_.cells.size() && sheet_.cells[i].box.y1 <= block.box.y0; ++i) {
    const Cell& cell = sheet_.cells[i];
    if (sheet_.rows[cell.row].page != block.page) break;
    const bool level = std::abs(cell.box.x0 - block.box.x0) < own.box.height() / 2 &&
                       block.box.y0 - cell.box.y1 < kReach * own.box.height();
    if (level && sheet_.tokens[cell.first].font_size * 100 >= own.font_size * kBigger &&
        !names_a_field(static_cast<int>(i)))
      return true;
  }
  return false;
}

// Of addresses that begin level with each other none is the first: the one whose name is set bigger counts.
int PartyCandidates::beside_topmost(int top) const {
  constexpr int kBigger = 115;  // per cent
  int best = top;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const PartyBlock& block = blocks_[i];
    if (block.page > 0 || block.name.empty() || block.one_line || block.label != Role::none) continue;
    const Token &own = sheet_.tokens[block.name.first], &other = sheet_.tokens[blocks_[best].name.first];
    if (block.box.y0 - blocks_[top].box.y0 > 3 * other.box.height()) continue;
    const bool headed = own.font_size == other.font_size && under_letterhead(block) && !under_letterhead(blocks_[best]);
    if (own.font_size * 100 >= other.font_size * kBigger || headed) best = static_cast<int>(i);
  }
  return best;
}

// The foot of the page shows the number of another taxpayer than the block: "Btw: NL..." under the address of a buyer.
bool PartyCandidates::taxed_in_foot(const PartyBlock& block) const {
  std::vector<std::string_view> own, foot;
  for (const Identifier& id : context_.tax_ids) {
    const Cell& cell = sheet_.cells[id.cell];
    if (id.buyers || sheet_.rows[cell.row].page != block.page) continue;
    (in_foot(cell.box, block.page) ? foot : own).push_back(id.value);
  }
  return own.size() == 1 && !foot.empty() && std::ranges::find(foot, own.front()) == foot.end();
}

// Nothing but an address, while another one in the head of the page has what a sender gives.
bool PartyCandidates::is_window(const PartyBlock& block) const {
  if (has_details(block)) return false;
  const bool headed = std::ranges::any_of(
      blocks_, [&](const PartyBlock& other) { return other.box.y0 < block.box.y0 && is_nameless_sender(other); });
  if (headed && block.page == 0) return true;
  // A number set apart from the lines of the address is not of the address: "ABN ..." between two paragraphs.
  if (has_tax_id(block, kLinePitch)) return false;
  if (under_a_name(block)) return true;
  if (has_tax_id(block)) return false;
  if (under_blank_head(block)) return true;
  if (std::ranges::any_of(blocks_, [&](const PartyBlock& other) { return is_imprint(other) && other.page == 0; }))
    return true;
  return std::ranges::any_of(blocks_, [&](const PartyBlock& other) {
    return &other != &block && other.page == 0 && !other.one_line && other.label == Role::none && !other.name.empty() &&
           height_of(other.box, 0) < 0.5 && (has_details(other) || (has_tax_id(other) && !taxed_in_foot(other)));
  });
}

// The buyer writes the invoice for the supplier: the head of the paper is the buyer's, and a label names the seller.
void PartyCandidates::from_self_billing() {
  static const WordSet words(
      "self-billed self-billing self-bill selfbilled selfbilling autofacturation autofacture autofactura autofattura "
      "autofatturazione autofaturacao samofakturowanie zelffacturering self-facturering sjalvfaktura sjalvfakturering "
      "selvfaktura selvfakturering samovyfakturovani");
  const auto& tokens = sheet_.tokens;
  bool said = false;
  for (std::size_t t = 0; t < tokens.size() && !said; ++t) {
    const std::string_view word = trim(tokens[t].folded, ".,:;()");
    said = words.has(word) || (word == "self" && t + 1 < tokens.size() && tokens[t + 1].folded.starts_with("bill"));
  }
  if (!said) return;
  PartyCandidate* named = nullptr;
  for (PartyCandidate& c : candidates_)
    if (c.how == How::label && c.seller > c.buyer && (!named || c.seller > named->seller)) named = &c;
  if (!named) return;
  named->seller += 1.5;
  for (PartyCandidate& c : candidates_)
    if (&c != named && c.seller > 0.5) c.buyer += 0.8, c.seller -= 0.5;
}

// The next line when it ends a name that has no legal form yet.
Span PartyCandidates::form_below(int cell) const {
  int below = cell_below(sheet_, cell, 80);
  if (below < 0 || office_line(sheet_, below)) return {};
  const Cell& c = sheet_.cells[below];
  if (looks_like_street(sheet_, c.first, c.last) || c.last - c.first > 6) return {};
  const Cell& own = sheet_.cells[cell];
  const bool carried = carries_on_name(sheet_, {own.first, own.last}, below, -1);
  const bool goes_on = has_legal_form(sheet_, own.first, own.last)
                           ? carried && only_form(sheet_, c.first, c.last)
                           : is_legal_form(sheet_, c.first) || (carried && has_legal_form(sheet_, c.first, c.last));
  return goes_on ? Span{c.first, c.last} : Span{};
}

}  // namespace ap::extract::reading
