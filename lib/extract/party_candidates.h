// Names that may be a party's, weighed for both roles: by address blocks, labels, letterhead, footer and domains.
// Pure; a collection belongs to one document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/context.h"
#include "extract/party_blocks.h"

namespace ap::extract::reading {

// A name that may be a party's, with what speaks for each role.
struct PartyCandidate {
  std::string key;  // squeezed, for comparison
  Span name, more;  // more: a second line of the name
  int block = -1;   // index of the address block, -1 none
  double seller = 0, buyer = 0;
  How how = How::layout;
  int label_first = 0, label_last = 0;  // tokens of the label that names the role
  struct Spoken {
    std::string_view by;
    double seller = 0, buyer = 0;
  };
  std::vector<Spoken> spoken;  // what each way of looking added to the weights
};

class PartyCandidates {
 public:
  explicit PartyCandidates(const Context& context);

  // Every name of the pages with its weights.
  void weigh();
  // Puts down what the weights gained since the last note.
  void note(std::string_view by);

  std::vector<PartyCandidate>& list() { return candidates_; }
  const std::vector<PartyCandidate>& list() const { return candidates_; }
  const std::vector<PartyBlock>& blocks() const { return blocks_; }
  // How far down its page a box begins, 0 to 1. `page` from 0.
  double height_of(const Box& box, int page) const;
  // Begins below all money of its page, or at the lower end of the paper: where senders put their details, however
  // short the invoice is.
  bool in_foot(const Box& box, int page) const;

 private:
  PartyCandidate& candidate(Span name);
  bool has_details(const PartyBlock& block) const;
  int topmost_block() const;
  int beside_topmost(int top) const;
  bool under_letterhead(const PartyBlock& block) const;
  Role section_of(const LabelHit& hit) const;
  bool of_another_role(int cell, Role role) const;
  PartyCandidate* head_of_stack(PartyCandidate& c);
  Span form_below(int cell) const;
  void from_blocks();
  void from_labels();
  void from_letterhead();
  void attach_nameless();
  void from_tax_ids();
  bool has_tax_id(const PartyBlock& block, int reach = 200) const;
  bool names_a_field(int cell) const;
  bool under_a_name(const PartyBlock& block) const;
  bool under_blank_head(const PartyBlock& block) const;
  bool is_nameless_sender(const PartyBlock& block) const;
  bool is_imprint(const PartyBlock& block) const;
  bool is_window(const PartyBlock& block) const;
  bool taxed_in_foot(const PartyBlock& block) const;
  void from_domains();
  void from_brand();
  void from_account();
  std::string land_of(const PartyBlock& block) const;
  void from_legal_form();
  void from_self_billing();
  std::string labelled_buyer() const;
  bool beside_registration(const PartyCandidate& c) const;

  const Context& context_;
  const Sheet& sheet_;
  std::vector<PartyBlock> blocks_;
  std::vector<PartyCandidate> candidates_;
  int window_ = -1;                       // index of the block that is the recipient's window, -1 none
  std::vector<std::int32_t> money_ends_;  // by page: the lower edge of the last amount with cents, 0 none
};

}  // namespace ap::extract::reading
