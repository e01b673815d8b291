#include "extract/parties.h"

#include <algorithm>
#include <cstdlib>

#include "extract/choice.h"
#include "extract/legal_form.h"
#include "extract/party_candidates.h"
#include "extract/party_details.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr double kLeastSeller = 0.1;
constexpr double kWindow = 0.45;  // what an address in a recipient's window weighs at least

class PartyReader {
 public:
  PartyReader(const Context& context, Draft& draft)
      : context_(context), sheet_(context.sheet), draft_(draft), found_(context) {}

  void read() {
    found_.weigh();
    choose();
    PartyPlaces places = found_places();
    read_party_details(context_, places, draft_);
    read_delivery_place(context_, places, draft_);
  }

  // Every name that was weighed, squeezed.
  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const PartyCandidate& c : found_.list()) out.push_back(squeeze(plain(name_text(c))));
    return out;
  }

 private:
  // "address 0.95, letterhead 0.31": what made the weight of a role, the largest parts of it.
  static std::string spoken_for(const PartyCandidate& c, bool seller) {
    std::string out;
    for (const auto& part : c.spoken) {
      double weight = seller ? part.seller : part.buyer;
      if (std::abs(weight) < 0.005) continue;
      out += (out.empty() ? "" : ", ") + std::string(part.by) + " " + two_places(weight);
    }
    return out;
  }
  bool is_own(const PartyCandidate& c) const {
    return std::any_of(context_.options.own_names.begin(), context_.options.own_names.end(),
                       [&](const std::string& own) { return squeeze(plain(own)) == c.key; });
  }

  // The name with a legal form that begins or ends with all of `c`, set as big or bigger, or where `c` has no form:
  // "Baumaschinen Th. Wittkamp e.K." over a sender's line "Wittkamp e.K., ...", "Vogt architektur mbb" under "Vogt".
  PartyCandidate* fuller(PartyCandidate& c) {
    constexpr int kMostWords = 4;  // that the longer name has more
    const bool form = has_legal_form(sheet_, c.name.first, c.name.last) || !c.more.empty();
    PartyCandidate* best = &c;
    for (PartyCandidate& other : found_.list()) {
      const int longer = (other.name.last - other.name.first) - (c.name.last - c.name.first);
      const bool on_first = sheet_.page_of_token(other.name.first).number == 1;
      if (longer < 1 || longer > kMostWords || !on_first || !within(c, other) || other.buyer >= 0.5) continue;
      // "wietske." over "Wietske Hoekstra ontwerp" and her address: a brand and who stands behind it.
      const bool behind =
          c.name.last - c.name.first == 1 && other.key.starts_with(c.key) &&
          cell_below(sheet_, sheet_.tokens[c.name.first].cell, 120) == sheet_.tokens[other.name.first].cell;
      const int size = sheet_.tokens[c.name.first].font_size, others = sheet_.tokens[other.name.first].font_size;
      const bool headed = others * 10 >= size * 15;  // "Dentallabor Rietz" over "Rietz, Am Anger 4, 99084 Erfurt"
      if (!is_legal_form(sheet_, other.name.last - 1) && !behind && !headed) continue;
      if (form && others * 10 < size * 11) continue;
      best = &other;
    }
    if (best != &c) best->seller = std::max(best->seller, c.seller), best->buyer = std::min(best->buyer, c.buyer);
    if (best != &c && best->block < 0) best->block = c.block;
    return best;
  }

  // All of the shorter name begins or ends the longer one.
  static bool within(const PartyCandidate& shorter, const PartyCandidate& longer) {
    constexpr std::size_t kFewest = 5;  // letters
    return shorter.key.size() >= kFewest && longer.key.size() > shorter.key.size() &&
           (longer.key.starts_with(shorter.key) || longer.key.ends_with(shorter.key));
  }

  bool same_name(const PartyCandidate& one, const PartyCandidate& other) const {
    return squeeze(plain(name_text(one))) == squeeze(plain(name_text(other)));
  }

  // Two spellings of one firm, of which neither is named as the buyer; a name broken over two lines is the whole one.
  bool same_firm(const PartyCandidate& seller, const PartyCandidate& c) const {
    if (same_name(seller, c)) return true;
    return c.how != How::label && c.buyer < kWindow + 0.1 && (within(c, seller) || within(seller, c));
  }

  void choose() {
    for (PartyCandidate& c : found_.list())
      if (is_own(c)) c.buyer += 1, c.seller -= 1;
    found_.note("our own name");
    PartyCandidate* seller = nullptr;
    const PartyCandidate* buyer = nullptr;
    for (PartyCandidate& c : found_.list())
      if (!seller || c.seller - 0.5 * c.buyer > seller->seller - 0.5 * seller->buyer) seller = &c;
    // All that is known is whose it is not. The only name of a document is its issuer's, unless a label says otherwise.
    const bool only =
        found_.list().size() == 1 && found_.list().front().how != How::label && found_.list().front().buyer < kWindow;
    if (seller && seller->seller < kLeastSeller && !only) seller = nullptr;
    if (seller) seller = fuller(*seller);
    for (const PartyCandidate& c : found_.list())
      if (&c != seller && !(seller && same_firm(*seller, c)) &&
          (!buyer || c.buyer - 0.3 * c.seller > buyer->buyer - 0.3 * buyer->seller))
        buyer = &c;
    // Where nothing names the buyer, the other address of the first page is the buyer's.
    for (bool delivered : {false, true}) {  // whoever is delivered to, where nobody else is left
      if (!seller || (buyer && buyer->buyer >= 0.35)) break;
      for (PartyCandidate& c : found_.list()) {
        if (&c == seller || c.block < 0 || same_firm(*seller, c)) continue;
        const PartyBlock& block = found_.blocks()[c.block];
        if (block.one_line || block.page > 0 || (block.label == Role::delivery_party) != delivered ||
            block.label == Role::seller || found_.height_of(block.box, 0) > 0.5)
          continue;
        c.buyer += 0.35;
        c.spoken.push_back({"the other address", 0, 0.35});
        if (!buyer || c.buyer > buyer->buyer) buyer = &c;
      }
    }
    seller_ = seller;
    if (seller) put(*seller, true);
    if (buyer && buyer->buyer > 0.3) put(*buyer, false);
    if (seller) seller_cell_ = sheet_.tokens[seller->name.first].cell;
    if (seller) seller_block_ = block_of(*seller, Role::seller);
    if (buyer && buyer->buyer > 0.3) buyer_block_ = block_of(*buyer, Role::buyer);
  }

  void put(const PartyCandidate& chosen, bool seller) {
    double score = seller ? chosen.seller : chosen.buyer, next = 0;
    Choice choice;
    for (const PartyCandidate& c : found_.list()) {
      double s = (seller ? c.seller - 0.5 * c.buyer : c.buyer - 0.3 * c.seller);
      std::string text = name_text(c);
      if (!seller && seller_ && &c != seller_ && same_name(*seller_, c)) continue;  // found once more
      if (c.key == chosen.key)
        s = std::max(s, score * 0.8);
      else
        next = std::max(next, s);
      if (s > 0.05)
        choice.add(text, c.key == chosen.key ? std::max(s, next + 0.01) : std::min(s, score), c.name.first, c.name.last,
                   c.how);
    }
    std::string prefix = seller ? "seller." : "buyer.";
    double sure = probability(std::min(score, 1.2), std::clamp(score - next, -0.3, 0.8));
    std::vector<Alternative> others;
    for (const Option& o : choice.options())
      if (o.value != name_text(chosen) && o.score > 0.3 && others.size() < 3)
        others.push_back({o.value, to_confidence((1 - sure) / 3), why_lost("", o.score, score)});
    draft_.put(prefix + "name", name_text(chosen), chosen.name.first, chosen.name.last, chosen.how, sure,
               std::move(others));
    draft_.sign(prefix + "name", {score, score - next, chosen.how == How::label ? 1.0 : 0.0,
                                  seller ? chosen.buyer : chosen.seller, chosen.block >= 0 ? 1 : 0});
    draft_.explain(prefix + "name", draft_.words(chosen.label_first, chosen.label_last),
                   "weight " + two_places(score) + ": " + spoken_for(chosen, seller));
    if (const PartyBlock* block = block_of(chosen, seller ? Role::seller : Role::buyer))
      put_address(sheet_, *block, prefix + "address.", sure, draft_);
  }

  // "Name:" and "Address:" under one heading are two places of one party.
  const PartyBlock* block_of(const PartyCandidate& chosen, Role role) const {
    if (chosen.block >= 0) return &found_.blocks()[chosen.block];
    auto labelled = std::ranges::find(found_.blocks(), role, &PartyBlock::label);
    return labelled == found_.blocks().end() ? nullptr : &*labelled;
  }

  std::string name_text(const PartyCandidate& c) const {
    std::string text = sheet_.text(c.name.first, c.name.last, " ,;:|");
    if (!c.more.empty()) text += ' ' + sheet_.text(c.more.first, c.more.last, " ,;:|");
    return text;
  }

  PartyPlaces found_places() const {
    PartyPlaces out{seller_block_, buyer_block_, nullptr, seller_cell_};
    for (const PartyBlock& block : found_.blocks())
      if (block.label == Role::delivery_party && &block != seller_block_ && !out.delivery) out.delivery = &block;
    return out;
  }
  const Context& context_;
  const Sheet& sheet_;
  Draft& draft_;
  PartyCandidates found_;
  const PartyCandidate* seller_ = nullptr;
  const PartyBlock* seller_block_ = nullptr;
  const PartyBlock* buyer_block_ = nullptr;
  int seller_cell_ = -1;
};

}  // namespace

std::vector<std::string> read_parties(const Context& context, Draft& draft) {
  PartyReader reader(context, draft);
  reader.read();
  return reader.names();
}

}  // namespace ap::extract::reading
