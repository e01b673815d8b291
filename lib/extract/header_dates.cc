#include <algorithm>
#include <array>

#include "extract/date_places.h"
#include "extract/due_words.h"
#include "extract/header.h"
#include "extract/terms.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr double kFirm = 0.75;   // of a label that leaves little doubt
constexpr double kNamed = 0.35;  // of anything that is more than a place on the page

enum Slot { kIssue, kDue, kDelivery, kTaxPoint, kOther, kSlots };

int slot_of(Role role) {
  switch (role) {
    case Role::issue_date:
      return kIssue;
    case Role::due_date:
      return kDue;
    case Role::delivery_date:
      return kDelivery;
    case Role::tax_date:
      return kTaxPoint;
    case Role::other_date:
    case Role::period:
    case Role::period_start:
    case Role::period_end:
      return kOther;
    default:
      return -1;
  }
}

struct DateScores {
  std::array<double, kSlots> score{};
  std::array<How, kSlots> how{};
  std::array<const LabelHit*, kSlots> label{};  // what gave the score, nullptr when only its place did
};

// "vom", "du", "dated" belong to the reference before them in the cell: the invoice's number or an order's.
// A credit note names the invoice that it corrects, and the day of that.
int owner_of(const Context& context, const LabelHit& hit, bool credit) {
  int owner = -1;
  for (int h : context.labels.by_cell[hit.cell]) {
    const LabelHit& other = context.labels.hits[h];
    if (other.last > hit.first) continue;
    switch (other.role) {
      case Role::number:
      case Role::title_invoice:
        owner = (credit && of_corrected(context, other)) || deducted(context, other) ? kOther : kIssue;
        break;
      case Role::title_credit:
        owner = kIssue;
        break;
      case Role::due_date:  // "Płatność do dnia": the last word of the label is no label of its own
        if (other.last == hit.first) owner = kDue;
        break;
      case Role::order:
      case Role::contract:
      case Role::preceding:
      case Role::other_id:
      case Role::title_other:
        owner = kOther;
        break;
      default:
        break;
    }
  }
  return owner;
}

class DateReader {
 public:
  DateReader(const Context& context, bool credit)
      : context_(context), credit_(credit), scores_(context.dates.list.size()) {}

  void read(Draft& draft) {
    for (const LabelHit& hit : context_.labels.hits) label(hit);
    for (std::size_t d = 0; d < scores_.size(); ++d) surroundings(d);
    if (best_of(kIssue) < kFirm && !issue_named()) tax_date_serves();
    if (best_of(kIssue) < kFirm || best_of(kDue) < kFirm) pair_by_terms();
    if (best_of(kIssue) < kNamed && !issue_named()) delivery_serves();
    put(kIssue, "issue_date", 0.0, draft);
    put(kDue, "due_date", 0.4, draft);
    put(kDelivery, "delivery.date", 0.5, draft);
    put(kTaxPoint, "tax_point_date", 0.5, draft);
    period(draft);
  }

 private:
  const std::vector<PrintedDate>& list() const { return context_.dates.list; }

  int date_in(int first, int last) const {
    for (int t = first; t < last; ++t)
      if (context_.dates.at_token[t] >= 0) return context_.dates.at_token[t];
    return -1;
  }

  bool figures_in(const Place& place) const {
    for (int t = place.first; t < place.last; ++t)
      if (count_digits(context_.sheet.tokens[t].folded) > 0) return true;
    return false;
  }

  void credit(int date, int slot, double score, How how, const LabelHit* label = nullptr) {
    DateScores& scores = scores_[date];
    if (score > scores.score[slot]) scores.score[slot] = score, scores.how[slot] = how, scores.label[slot] = label;
  }

  void label(const LabelHit& hit) {
    int slot = slot_of(hit.role);
    bool reference = hit.role == Role::order || hit.role == Role::contract || hit.role == Role::preceding ||
                     hit.role == Role::other_id;
    bool terms = hit.role == Role::terms || hit.role == Role::payable;
    bool pay_on = hit.role == Role::payable && !hit.weak;
    if (slot < 0 && !reference && !terms) return;
    const LabelHit whole = joint(hit);
    double strength = label_strength(whole);
    const layout::Page& page = context_.sheet.page_of_cell(hit.cell);
    if (hit.weak && context_.sheet.cells[hit.cell].box.y0 > page.height * 88 / 100)
      strength *= 0.4;  // the print's own date
    if (reference) slot = kOther, strength = 0.4;
    if (terms) slot = kDue, strength = 0.35;
    if (slot == kIssue && hit.weak) {
      int owner = owner_of(context_, hit, credit_);
      // A day behind the number is firm, a label of the day firmer still.
      if (owner >= 0) slot = owner, strength = 0.74;
    }
    for (const Place& place : places(context_.sheet, context_.labels, whole, 2)) {
      int date = date_in(place.first, place.stop);
      if (slot == kIssue && hit.weak && date >= 0 && opens_period(context_, date)) break;
      if (date < 0) {
        // Words without a figure may be the next heading of a row of them: "SCADENZA   PAG." over "30/04/2026   1/1".
        if (place.relation == Relation::right && context_.amounts.at_token[place.first] < 0 && figures_in(place)) break;
        if (reference && place.relation == Relation::same_cell) break;  // "Our Ref: SND/44     9th October 2025"
        continue;
      }
      // Words between label and date make it less likely that they belong together.
      int between = list()[date].first - place.first;
      double factor = place.relation == Relation::same_cell ? 1.0
                      : place.relation == Relation::right   ? 0.95 - 0.1 * place.distance
                                                            : 0.85 - 0.3 * place.distance;
      // "netto bis 04.07.2018" in a sentence: label and date touch.
      bool touches = slot == kDue && between == 0;
      double firm = touches && place.relation == Relation::same_cell && hit.role == Role::due_date
                        ? std::max(strength, 0.65)
                    : touches && pay_on && place.relation != Relation::below
                        ? 0.6  // "Te voldoen: 26-09-2026": what is named to be paid is a day
                        : strength;
      double score = firm * factor - 0.07 * std::min(between, 5);
      if (slot == kIssue && place.relation == Relation::below && column_of_items(context_, hit, list()[date]))
        score *= 0.2;
      if (list()[date].bare && score < 0.6) continue;
      credit(date, slot, score, place.relation == Relation::below ? How::layout : How::label, &hit);
      if (slot == kOther && place.relation != Relation::below) {  // both ends of a period
        int next = date + 1;
        if (next < static_cast<int>(list().size()) && list()[next].row == list()[date].row && hit.role == Role::period)
          credit(next, slot, score, How::label);
      }
      break;
    }
  }

  // "Rechnungsdatum / Lieferdatum 17 Januar 2026", "Date and tax point: 31 January": the value is behind the last name.
  LabelHit joint(const LabelHit& hit) const {
    LabelHit out = hit;
    for (int h : context_.labels.by_cell[hit.cell]) {
      const LabelHit& next = context_.labels.hits[h];
      if (next.last <= out.last || slot_of(next.role) < 0) continue;
      const std::string& opens = context_.sheet.tokens[next.first].folded;
      if (next.first < out.last && (next.first + 1 != out.last || opens.find('/') == std::string::npos)) continue;
      bool joined = next.first != out.last || opens.starts_with('/');
      for (int t = out.last; t < next.first; ++t)
        joined &= in_list(context_.sheet.tokens[t].folded, "/ & + = and und bzw. et y e en oraz och og a resp.");
      if (!joined) break;
      out.last = next.last, out.after = next.after, out.colon = next.colon;
      out.words += next.words, out.weak &= next.weak;
    }
    return out;
  }

  double best_of(int slot) const {
    double best = 0;
    for (const DateScores& scores : scores_) best = std::max(best, scores.score[slot]);
    return best;
  }

  // Some date bears a label of the day of issue, however weak: "Date" beside "Tax point".
  bool issue_named() const {
    return std::ranges::any_of(
        scores_, [](const DateScores& s) { return s.label[kIssue] != nullptr && s.score[kIssue] >= kNamed; });
  }

  // A ticket that is written at the tank has one day: the delivery's.
  void delivery_serves() {
    for (DateScores& scores : scores_) {
      if (scores.score[kDelivery] < kFirm || scores.score[kDue] >= kNamed) continue;
      scores.score[kIssue] = scores.score[kDelivery];
      scores.score[kDelivery] -= 0.05;
      scores.how[kIssue] = How::layout;
    }
  }

  // Where nothing is called the day of issue, the day that counts for the tax is; most often both are one.
  void tax_date_serves() {
    for (std::size_t d = 0; d < scores_.size(); ++d) {
      DateScores& scores = scores_[d];
      if (scores.score[kTaxPoint] < 0.2 || scores.score[kDue] >= 0.5) continue;
      if (scores.score[kIssue] >= scores.score[kTaxPoint]) continue;
      scores.score[kIssue] = std::max({0.45, scores.score[kIssue], scores.score[kTaxPoint] * 0.9});
      scores.score[kTaxPoint] = std::min(scores.score[kTaxPoint], scores.score[kIssue]);
      scores.how[kIssue] = How::layout;
    }
  }

  // "Netto 30 dage", and two dates thirty days apart: issued on the one, due on the other.
  void pair_by_terms() {
    const std::vector<int> stated = stated_terms(context_.sheet);
    for (std::size_t a = 0; a < list().size() && !stated.empty(); ++a)
      for (std::size_t b = 0; b < list().size(); ++b) {
        const int days = list()[b].date() - list()[a].date();
        if (days <= 0 || list()[a].bare || list()[b].bare || list()[a].page != list()[b].page) continue;
        // A period of thirty days, or two of several.
        if (in_range(a) && (in_range(b) || list()[a].cell == list()[b].cell)) continue;
        if (day_of_item(context_, list()[a]) || day_of_item(context_, list()[b])) continue;
        if (std::ranges::find(stated, days) == stated.end()) continue;
        if (named_else(a, kIssue) || named_else(b, kDue)) continue;
        credit_pair(a, kIssue);
        credit_pair(b, kDue);
      }
  }

  // A label says that the date is something else.
  bool named_else(std::size_t d, int slot) const { return rival(d, slot) > std::max(0.3, scores_[d].score[slot]); }

  void credit_pair(std::size_t d, int slot) {
    DateScores& scores = scores_[d];
    const bool named = scores.score[slot] >= 0.4;
    scores.score[slot] = std::min(1.0, std::max(scores.score[slot], 0.35) + (named ? 0.15 : 0.3));
    if (!named) scores.how[slot] = How::layout;
  }

  // Words before a date that say what it is not; place on the page.
  void surroundings(std::size_t d) {
    const PrintedDate& date = list()[d];
    if (date.bare) return;
    const Cell& cell = context_.sheet.cells[date.cell];
    int from = std::max(cell.first, date.first - 5);
    for (int t = from; t < date.first; ++t)  // "... 2 % Skonto = 653,21 EUR, bis 16.03. netto": the next clause
      if (context_.sheet.tokens[t].text.ends_with(',')) from = t + 1;
    for (int t = from; t < date.first; ++t) {
      std::string_view word = trim(context_.sheet.tokens[t].folded, ".,:;()");
      if (word.starts_with("skonto") ||
          in_list(word, "discount escompte descuento sconto korting rabat desconto rabatt skonto kassarabatt sleva"))
        credit(static_cast<int>(d), kOther, 0.95, How::label);
    }
    if (of_next_time(context_, date)) credit(static_cast<int>(d), kOther, 0.95, How::label);
    if (of_another(context_, date)) credit(static_cast<int>(d), kOther, 0.6, How::label);
    if (reduced(context_, date))
      credit(static_cast<int>(d), kOther, 0.95, How::label);
    else if (paid_until(context_, date))
      credit(static_cast<int>(d), kDue, 0.65, How::label);
    const layout::Page& page = context_.sheet.page_of_cell(date.cell);
    double prior = page.number == 1 ? 0.12 - 0.08 * date.box.center_y() / std::max(page.height, 1) : 0.02;
    if (in_range(d) || day_of_item(context_, date)) prior /= 3;
    if (cell.last - cell.first > 6)
      prior /= 2;
    else if (title_row(cell.row))
      prior += 0.35;
    else if (page.number == 1 && place_and_date(context_, date))
      prior += 0.4;
    else if (page.number == 1 && alone_in_head(context_, date))
      prior += 0.2;
    credit(static_cast<int>(d), kIssue, prior, How::layout);
  }

  // "Jan 1, 2026 - Jan 31, 2026": from one day to another, in one cell.
  bool in_range(std::size_t d) const {
    auto beside = [&](std::size_t other) {
      return other < list().size() && list()[other].cell == list()[d].cell && list()[other].date() != list()[d].date();
    };
    return beside(d + 1) || (d > 0 && beside(d - 1));
  }

  // The title or the number of the document stands on the row.
  bool title_row(int row) const {
    for (int c = context_.sheet.rows[row].first; c < context_.sheet.rows[row].last; ++c)
      for (int h : context_.labels.by_cell[c]) {
        const LabelHit& hit = context_.labels.hits[h];
        if ((hit.role == Role::title_invoice || hit.role == Role::title_credit || hit.role == Role::number) &&
            hit.before == 0 && !hit.weak)
          return true;
      }
    return false;
  }

  double rival(std::size_t d, int slot) const {
    double most = 0;
    for (int s = 0; s < kSlots; ++s)
      if (s != slot) most = std::max(most, scores_[d].score[s]);
    return most;
  }

  void put(int slot, std::string_view path, double least, Draft& draft) {
    Choice choice;
    const auto& issue = draft.invoice().issue_date;
    for (std::size_t d = 0; d < list().size(); ++d) {
      double score = scores_[d].score[slot];
      if (score <= 0) continue;
      double other = rival(d, slot);
      if (other > score) score -= 0.6 * other;
      const PrintedDate& date = list()[d];
      if (slot == kIssue && date.date() > context_.options.today.plus_days(366)) score -= 0.4;
      if (slot == kDue && issue && date.date() < *issue) score -= 0.25;
      if (slot == kDue && issue && date.date() - *issue > 400) score -= 0.3;
      if (score <= 0) continue;
      const LabelHit* by = scores_[d].label[slot];
      if (by == nullptr && score < 0.2 && choice.has(date.date().str())) continue;  // being repeated proves nothing
      Option option{date.date().str(), score, date.first, date.last, scores_[d].how[slot]};
      if (by) option.label_first = by->first, option.label_last = by->last, option.strength = label_strength(*by);
      choice.add(option);
      // The other order of day and month stays possible until something proves one.
      if (date.ambiguous() && !context_.dates.order_proved && date.readings[1].date != date.date())
        option.value = date.readings[1].date.str(), option.score = score * 0.6, choice.add(option);
    }
    if (slot == kDue && !choice.empty() && issue && choice.best().value == issue->str() && choice.best().score < 0.6)
      return;
    choice.put(draft, path, least);
  }

  void period(Draft& draft) {
    for (const LabelHit& hit : context_.labels.hits) {
      if (hit.role != Role::period || label_strength(hit) < 0.6) continue;
      for (const Place& place : places(context_.sheet, context_.labels, hit, 1)) {
        int start = date_in(place.first, place.last), end = start + 1;
        if (start < 0 && whole_month(place.first, place.stop, draft)) return;
        if (start < 0) continue;
        if (end >= static_cast<int>(list().size()) || list()[end].row != list()[start].row ||
            list()[end].date() < list()[start].date())
          break;
        put_period(list()[start], list()[end], draft);
        return;
      }
    }
    int start = labelled_date(Role::period_start), end = labelled_date(Role::period_end);
    if (start >= 0 && end >= 0 && list()[start].date() <= list()[end].date())
      put_period(list()[start], list()[end], draft);
  }

  void put_period(const PrintedDate& start, const PrintedDate& end, Draft& draft) const {
    draft.put("period.start", start.date().str(), start.first, start.last, How::label, 0.9);
    draft.put("period.end", end.date().str(), end.first, end.last, How::label, 0.9);
  }

  // "Leistungszeitraum: September 2026"
  bool whole_month(int first, int stop, Draft& draft) const {
    for (int t = first; t + 1 < stop && t < first + 3; ++t) {
      const std::string& year = context_.sheet.tokens[t + 1].folded;
      int month = month_of(trim(context_.sheet.tokens[t].folded, ".,"));
      if (month == 0 || year.size() != 4 || count_digits(year) != 4) continue;
      auto start = Date::from_ymd(std::stoi(year), month, 1);
      if (!start) return false;
      draft.put("period.start", start->str(), t, t + 2, How::label, 0.85);
      draft.put("period.end", start->end_of_month().str(), t, t + 2, How::label, 0.85);
      return true;
    }
    return false;
  }

  // The date behind a firm label of the role, -1 when there is none.
  int labelled_date(Role role) const {
    for (const LabelHit& hit : context_.labels.hits) {
      if (hit.role != role || label_strength(hit) < 0.75) continue;
      for (const Place& place : places(context_.sheet, context_.labels, hit, 1))
        if (int date = date_in(place.first, place.stop); date >= 0 && list()[date].first == place.first) return date;
    }
    return -1;
  }

  const Context& context_;
  bool credit_;  // a credit note
  std::vector<DateScores> scores_;
};

}  // namespace

void read_dates(const Context& context, Draft& draft) {
  DateReader(context, draft.invoice().type == InvoiceType::credit_note).read(draft);
}

}  // namespace ap::extract::reading
