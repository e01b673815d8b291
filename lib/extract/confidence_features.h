// What is known about a value that was read, beyond its own words: how it was found, what rivals it, what arithmetic,
// checksums, order and repetition say about it, and how well its page could be read. From these features calibration.h
// makes the confidence of the record.
//
// Pure; looks only at what extraction yields, so that it fits every reader of a field.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "core/evidence.h"
#include "core/invoice.h"
#include "extract/signals.h"
#include "layout/page.h"

namespace ap::extract {

// 1 where it holds and 0 where it does not, unless a range is given.
#define AP_CONFIDENCE_FEATURES(X)                                                                    \
  X(always)                                                                                          \
  X(raw)            /* logarithm of the reader's own odds, a quarter of it, -1 to 2 */               \
  X(raw_low)        /* how far the reader's own certainty is below 0.9, 0 to 0.9 */                  \
  X(rival)          /* certainty of the best alternative, 0 to 1 */                                  \
  X(derived)        /* from other values by arithmetic */                                            \
  X(unlabelled)     /* found by its place alone */                                                   \
  X(checked)        /* a check digit holds */                                                        \
  X(unchecked)      /* the kind of identifier has check digits, and they do not hold */              \
  X(scanned)        /* on a page that was recognised from a picture */                               \
  X(rough)          /* on a receipt or a page that recognition was unsure of */                      \
  X(characters)     /* doubt about its least sure word, 0 to 1 */                                    \
  X(page_doubt)     /* mean doubt about the words of its page, 0 to 1 */                             \
  X(clear)          /* recognised, not rough, its words surely; a name also stands elsewhere */      \
  X(late)           /* not on the first page */                                                      \
  X(again)          /* printed at a second place */                                                  \
  X(closes)         /* net + tax = gross, with a tax */                                              \
  X(closes_untaxed) /* net = gross, tax zero */                                                      \
  X(open)           /* the three do not add up */                                                    \
  X(incomplete)     /* one of the three is missing or derived */                                     \
  X(by_rates)       /* the taxes by rate add up to the tax, their bases to the net */                \
  X(by_lines)       /* the lines add up to the net, or to the gross */                               \
  X(not_by_lines)   /* lines were read and add up to neither */                                      \
  X(proved)         /* it closes, by rates and by lines: three sums that nobody prints by chance */  \
  X(to_pay)         /* payable is the gross, or follows from deposit and rounding */                 \
  X(not_to_pay)     /* it neither is nor follows */                                                  \
  X(firm)           /* the name has a legal form */                                                  \
  X(in_domain)      /* a word of the name is in a mail or web address of the pages */                \
  X(one_word)                                                                                        \
  X(many_words) /* more than six */                                                                  \
  X(has_digits)                                                                                      \
  X(no_digits)                                                                                       \
  X(short_text)   /* less than three characters */                                                   \
  X(score)        /* weight of the choice, up to 1.4; what the readers weigh is said in signals.h */ \
  X(score_low)    /* how far it is below 0.6 */                                                      \
  X(margin)       /* over the next value, -0.3 to 0.8 */                                             \
  X(strength)     /* of the label that named it, 0 to 1 */                                           \
  X(faint)        /* its label is a word that means other things too */                              \
  X(opposite)     /* a party's weight in the other role */                                           \
  X(several)      /* three places and more speak for it */                                           \
  X(in_head)      /* upper two fifths of its page */                                                 \
  X(in_foot)      /* lowest fifth */                                                                 \
  X(by_title)     /* on the row of the title or the next one */                                      \
  X(more_below)   /* further amounts stand below the total in its column */                          \
  X(untitled)     /* no word on the pages says what the document is */                               \
  X(title)        /* certainty of the title, -1 to 2 */                                              \
  X(negative)     /* the total is printed with a minus, on an invoice */                             \
  X(refers)       /* an earlier invoice is named, on an invoice */                                   \
  X(other_fields) /* share of number, dates, parties that have labels of their own */                \
  X(same_names)   /* seller and buyer share their longest word */                                    \
  X(usual_term)   /* as many days between the two dates as firms give */                             \
  X(said_term)    /* that many days are printed */                                                   \
  X(only_date)    /* no other date in the head of the pages */                                       \
  X(earlier_date) /* a day before it is printed in the head of the pages */                          \
  X(later_date)   /* a day after it is, and it is not the due date */                                \
  X(either_way)   /* a date whose day and month could be exchanged */                                \
  X(in_order)     /* issued before it is due */                                                      \
  X(out_of_order)                                                                                    \
  X(same_country)  /* tax id, IBAN and address of the seller name one country */                     \
  X(other_country) /* they name several */                                                           \
  X(beside_total)  /* printed beside the total or the amount to pay */                               \
  X(home_currency) /* the currency of the seller's country */                                        \
  X(foreign_currency)

namespace confidence {
enum Feature {
#define X(name) name,
  AP_CONFIDENCE_FEATURES(X)
#undef X
      kCount
};
}  // namespace confidence

using ConfidenceFeatures = std::array<double, confidence::kCount>;

std::string_view confidence_feature_name(int feature);

class ConfidenceReader {
 public:
  // All must outlive the reader. The evidence still has the readers' own certainties.
  ConfidenceReader(const Invoice& invoice, const EvidenceMap& evidence, const std::vector<layout::Page>& pages,
                   const SignalMap& signals = {});

  ConfidenceFeatures features(std::string_view path, const Evidence& evidence) const;

 private:
  void common(const Evidence& evidence, ConfidenceFeatures& f) const;
  void amount(ConfidenceFeatures& f) const;
  void name(std::string_view value, ConfidenceFeatures& f) const;
  void date(std::string_view path, const Evidence& evidence, std::string_view value, ConfidenceFeatures& f) const;
  void identifier(std::string_view path, std::string_view value, ConfidenceFeatures& f) const;
  void choice(std::string_view path, const Evidence& evidence, ConfidenceFeatures& f) const;
  void document(ConfidenceFeatures& f) const;
  void term(ConfidenceFeatures& f) const;
  bool beside_total(std::string_view code) const;
  bool amounts_below(const Evidence& total) const;
  int printed(std::string_view value) const;

  const Invoice& invoice_;
  const EvidenceMap& evidence_;
  const std::vector<layout::Page>& pages_;
  const SignalMap signals_;
  std::vector<std::string> words_, domains_;  // squeezed; domains folded
  std::vector<Date> days_;                    // printed in the upper half of the first page
  std::vector<double> doubt_;                 // mean doubt about the words, by page
  ConfidenceFeatures sums_{};                 // of the amounts together
  std::vector<std::string> countries_;        // that the seller's identifiers and address name
};

}  // namespace ap::extract
