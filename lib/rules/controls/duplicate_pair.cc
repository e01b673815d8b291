#include "rules/controls/duplicate_pair.h"

#include <fmt/format.h>

#include <algorithm>

namespace ap::rules {
namespace {

// How far apart two copies of one invoice may be dated, in days.
constexpr int kReissued = 120;    // another total or a suffix: beyond that a vendor may number again
constexpr int kBegunAgain = 270;  // short numbers of another year
constexpr int kSameMonth = 31;    // very short ones, when something else differs as well
constexpr int kOrderAgain = 60;   // D6
constexpr int kAccountAgain = 7;  // D7
constexpr int kReminded = 180;    // D10
constexpr int kLikeText = 800;    // share of figures from which two pages say the same, parts per thousand
constexpr int kSomewhatLike = 600;

bool share_half(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both.size() * 2 >= std::max(a.size(), b.size());
}

template <class Value>
bool differ(const Value& a, const Value& b) {
  return a != Value() && b != Value() && a != b;
}

std::string total_text(const DuplicateProfile& p) { return p.gross + (p.currency.empty() ? "" : " " + p.currency); }

std::string number_text(const DuplicatePair& pair) {
  switch (pair.number.relation) {
    case NumberRelation::same:
      return "same number " + pair.own.number;
    case NumberRelation::confused:
      return fmt::format("number {} as {} misread", pair.own.number, pair.other.number);
    case NumberRelation::extended:
      return fmt::format("number {} is {} with a prefix or suffix", pair.own.number, pair.other.number);
    case NumberRelation::edited:
      return fmt::format("number {} is one character from {}", pair.own.number, pair.other.number);
    case NumberRelation::near:
      return fmt::format("number {} is two characters from {}", pair.own.number, pair.other.number);
    case NumberRelation::missing:
      return "a number is missing";
    case NumberRelation::other:
      break;
  }
  return fmt::format("number {} instead of {}", pair.own.number, pair.other.number);
}

std::string vendor_text(const DuplicatePair& pair) {
  return pair.vendor.by.empty() ? "another vendor record" : "same " + pair.vendor.by;
}

std::string date_text(const DuplicatePair& pair) {
  if (!pair.days) return "a date is missing";
  return pair.same_day() ? "same date " + pair.own.date->str()
                         : fmt::format("dated {} and {}", pair.other.date->str(), pair.own.date->str());
}

using Found = std::optional<DuplicateMatch>;

Found match(std::string_view rung, int score, std::string text, bool may_be_sibling = false) {
  return DuplicateMatch{std::string(rung), score, std::move(text), may_be_sibling};
}

bool receipts(const DuplicatePair& pair) {
  return pair.own.type == InvoiceType::receipt && pair.other.type == InvoiceType::receipt;
}

// Tax number or account agree: more than a name, which two firms may share.
bool proven_vendor(const DuplicatePair& pair) {
  auto equal = [](const std::string& a, const std::string& b) { return !a.empty() && a == b; };
  return equal(pair.own.vendor.tax_id, pair.other.vendor.tax_id) || equal(pair.own.vendor.iban, pair.other.vendor.iban);
}

// D2 and D5: number and total agree.
Found same_number_and_total(const DuplicatePair& pair) {
  std::string told = fmt::format("{}, same total {}, {}", number_text(pair), total_text(pair.own), vendor_text(pair));
  int misread = pair.number.relation == NumberRelation::confused ? 40 : 0;
  int strength = number_strength(pair.own.number);
  // Tills count from one every day.
  if (receipts(pair) && pair.days && !pair.same_day() && strength < 6) return std::nullopt;
  if (pair.begun_again()) return std::nullopt;
  bool close = pair.same_day() || !pair.days;
  switch (pair.vendor.match) {
    case VendorMatch::same:
      if (!pair.vendor.conflict) return match("D2", 990 - misread, told);
      if (strength >= 5 || pair.within(31)) return match("D5", 940 - misread, told + ", other vendor data differ");
      return std::nullopt;
    case VendorMatch::alike:
      if (!pair.vendor.conflict && (strength >= 5 || pair.within(31))) return match("D2", 930 - misread, told);
      if (strength >= 7 || (strength >= 3 && pair.within(10)))
        return match("D5", 900 - misread, told + ", other vendor data differ");
      return std::nullopt;
    case VendorMatch::unknown:
      if (close && pair.days) return match("D2", 900 - misread, told + ", " + date_text(pair));
      if (strength >= 7) return match("D2", 850 - misread, told);
      return std::nullopt;
    case VendorMatch::different:
      break;
  }
  bool content = pair.same_lines || pair.same_order || pair.likeness >= kSomewhatLike;
  if (pair.same_day() && strength >= 5 && content)
    return match("D5", 850 - misread, told + ", " + date_text(pair) + ", same content");
  return std::nullopt;
}

// D8 and D3: the number agrees, the total does not.
Found same_number(const DuplicatePair& pair) {
  bool same_vendor = pair.vendor.match == VendorMatch::same || pair.vendor.match == VendorMatch::alike;
  int strength = number_strength(pair.own.number);
  if (!same_vendor || pair.begun_again()) return std::nullopt;
  bool close = pair.same_day() || (proven_vendor(pair) && !receipts(pair) && (pair.within(kReissued) || !pair.days));
  if (pair.twins && !pair.vendor.conflict && close)
    return match("D8", 920,
                 fmt::format("{}, the total of one is the net amount of the other ({} and {}), {}", number_text(pair),
                             pair.own.gross, pair.other.gross, vendor_text(pair)));
  if (pair.vendor.conflict || pair.own.gross.empty() || pair.other.gross.empty()) return std::nullopt;
  // Tills count from one every day: a receipt counts only with the same day and a number of some length.
  if (receipts(pair) && !(pair.same_day() && strength >= 4)) return std::nullopt;
  bool near = pair.days ? pair.within(strength >= 3 ? kReissued : 0) : strength >= 5;
  if (!near || !(proven_vendor(pair) || pair.same_day())) return std::nullopt;
  return match(
      "D3", pair.same_day() ? 900 : 800,
      fmt::format("{}, {}, {}, but total {} instead of {}, and neither says that it corrects the other",
                  number_text(pair), vendor_text(pair), date_text(pair), total_text(pair.own), total_text(pair.other)));
}

// A part of the other billed again: 4711-1 over less than 4711 on the same day.
Found part_of(const DuplicatePair& pair) {
  auto own = pair.own.amount(), other = pair.other.amount();
  bool suffix = pair.number.relation == NumberRelation::extended && pair.own.number.size() > pair.other.number.size();
  if (!suffix || !own || !other || !(*own < *other) || own->is_negative()) return std::nullopt;
  if (pair.vendor.match != VendorMatch::same || !pair.same_day()) return std::nullopt;
  return match("D3", 800,
               fmt::format("{}, {}, {}, a part of its total ({} of {})", number_text(pair), vendor_text(pair),
                           date_text(pair), pair.own.gross, total_text(pair.other)));
}

// D4, D6 and a text that is nearly the same: the total agrees, the number does not.
Found same_total(const DuplicatePair& pair) {
  if (pair.vendor.match != VendorMatch::same && !(pair.vendor.match == VendorMatch::alike && !pair.vendor.conflict))
    return std::nullopt;
  std::string told = fmt::format("same total {}, {}, {}, {}", total_text(pair.own), date_text(pair), vendor_text(pair),
                                 number_text(pair));
  bool apart = pair.contradictions > (pair.number.neighbours ? 0 : 1);
  switch (pair.number.relation) {
    case NumberRelation::extended:
      if (pair.within(kReissued) || !pair.days) return match("D4", pair.same_day() ? 950 : 860, told);
      break;
    case NumberRelation::edited:
      if (apart || !(pair.same_day() || (!pair.days && !pair.number.neighbours))) break;
      return match("D4", pair.number.neighbours ? 800 : 920, told, pair.number.neighbours);
    case NumberRelation::missing:
      if (pair.same_day() && pair.contradictions == 0) return match(receipts(pair) ? "D2" : "D4", 820, told, true);
      break;
    default:
      break;
  }
  // Where the number is another altogether, likeness proves nothing: bills of one vendor are like each other.
  bool misread = pair.number.relation == NumberRelation::missing || pair.number.relation == NumberRelation::near;
  bool like = misread && pair.likeness >= kLikeText && pair.contradictions == 0 && !pair.number.neighbours;
  if (like && (pair.same_day() || !pair.days))
    return match("D1", pair.likeness, told + ", nearly the same figures on the pages", true);
  bool content = pair.same_lines || (!pair.own.reference.empty() && pair.own.reference == pair.other.reference);
  if (pair.number.relation == NumberRelation::near && content && pair.contradictions == 0 && pair.same_day())
    return match("D4", 780, told, true);
  bool service = pair.own.service_start && pair.own.service_start == pair.other.service_start;
  if (pair.same_order && pair.same_lines && service && pair.contradictions == 0 && pair.within(kOrderAgain) &&
      !pair.number.neighbours)
    return match("D6", 820, told + ", same lines of order " + pair.own.purchase_order + " for the same delivery", true);
  return std::nullopt;
}

// D7: another vendor, but the money goes to the same account.
Found same_account(const DuplicatePair& pair) {
  bool account = !pair.own.vendor.iban.empty() && pair.own.vendor.iban == pair.other.vendor.iban;
  if (!account || !pair.vendor.conflict || !pair.within(kAccountAgain)) return std::nullopt;
  return match("D7", 700,
               fmt::format("same account {} and total {} for another vendor ({} and {}), {}", pair.own.vendor.iban,
                           total_text(pair.own), pair.other.vendor.name, pair.own.vendor.name, date_text(pair)));
}

// D10: a reminder or statement of what came before.
Found reminded(const DuplicatePair& pair) {
  if (!pair.own.other_kind || pair.vendor.match != VendorMatch::same) return std::nullopt;
  bool named = pair.number.same() || compare_numbers(pair.own.preceding, pair.other.number).same();
  bool due = pair.same_gross && pair.days && *pair.days >= 0 && *pair.days <= kReminded;
  if (!named && !due) return std::nullopt;
  return match("D10", named ? 950 : 750,
               fmt::format("no invoice but a reminder or statement of it: {}, total {}, {}", number_text(pair),
                           total_text(pair.other), vendor_text(pair)));
}

// D11: it says itself that it is a copy, and the other may well be the original.
Found stamped(const DuplicatePair& pair) {
  bool same_vendor = pair.vendor.match == VendorMatch::same || pair.vendor.match == VendorMatch::alike;
  if (!pair.own.copy || !same_vendor || !(pair.same_gross || pair.number.same())) return std::nullopt;
  if (!pair.within(3) && !pair.number.same()) return std::nullopt;
  return match(
      "D11", 900,
      fmt::format("marked as a copy; {}, {}, total {}", number_text(pair), vendor_text(pair), total_text(pair.other)));
}

}  // namespace

DuplicatePair::DuplicatePair(const DuplicateProfile& own_, const DuplicateProfile& other_)
    : own(own_),
      other(other_),
      number(compare_numbers(own_.number, other_.number)),
      vendor(compare_vendors(own_.vendor, other_.vendor)) {
  same_gross = !own.gross.empty() && own.gross == other.gross;
  twins = !own.gross.empty() && !other.gross.empty() && (own.gross == other.net || own.net == other.gross);
  if (own.date && other.date) days = *own.date - *other.date;
  likeness = signature_likeness(own.signature, other.signature);
  same_lines = !own.amounts.empty() && own.amounts == other.amounts;
  same_order = !own.purchase_order.empty() && own.purchase_order == other.purchase_order;
  contradictions = differ(own.service_start, other.service_start) + differ(own.service_end, other.service_end) +
                   differ(own.reference, other.reference) + differ(own.purchase_order, other.purchase_order);
  if (!own.texts.empty() && !other.texts.empty() && !share_half(own.texts, other.texts)) ++contradictions;
  if (!own.amounts.empty() && !other.amounts.empty() && !share_half(own.amounts, other.amounts)) ++contradictions;
}

bool DuplicatePair::linked() const {
  auto refers = [](const DuplicateProfile& from, const DuplicateProfile& to) {
    return compare_numbers(from.preceding, to.number).same() && !compare_numbers(from.preceding, to.preceding).same();
  };
  return refers(own, other) || refers(other, own);
}

bool DuplicatePair::begun_again() const {
  int strength = number_strength(own.number);
  if (own.service_start && own.service_start == other.service_start) return false;  // the same delivery
  if (days && strength <= 3 && !within(kSameMonth) && contradictions > 0) return true;
  return days && strength <= 5 && !within(kBegunAgain - 1);
}

Found compare_pair(const DuplicatePair& pair) {
  const DuplicateProfile &own = pair.own, &other = pair.other;
  if ((own.type == InvoiceType::credit_note) != (other.type == InvoiceType::credit_note)) return std::nullopt;
  if (differ(own.currency, other.currency)) return std::nullopt;
  if (auto found = reminded(pair)) return found;
  if (!own.content_hash.empty() && own.content_hash == other.content_hash)
    return match("D1", 1000, "the same text under other bytes");
  if (pair.linked()) return std::nullopt;
  Found found;
  if (pair.number.same()) found = pair.same_gross ? same_number_and_total(pair) : same_number(pair);
  if (!found && !pair.same_gross) found = part_of(pair);
  if (!found && pair.same_gross && !pair.number.same()) found = same_total(pair);
  if (!found && pair.same_gross) found = same_account(pair);
  if (auto copy = stamped(pair); copy && (!found || found->score < copy->score)) found = std::move(copy);
  return found;
}

}  // namespace ap::rules
