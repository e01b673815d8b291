// What speaks for and against taking three amounts as net, tax and gross. Internal to the search for the totals.
//
// The weight of each feature is learned from generated invoices (scripts/train-totals writes totals_learned.inc): the
// weighted sum of a hypothesis is the logarithm of its odds against the others of the same document.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/totals_stack.h"
#include "extract/totals_values.h"

namespace ap::extract::reading {

// Unless said otherwise a feature is 1 where it holds and 0 where it does not; labels count by their strength, 0 to 1.
#define AP_TRIPLE_FEATURES(X)                                                               \
  X(gross_label)         /* named as the gross */                                           \
  X(gross_payable_label) /* named as payable, by how much more than as gross */             \
  X(gross_net_label)     /* named as net or sum of lines, by how much more than as gross */ \
  X(gross_tax_label)     /* named as tax, by how much more than as gross */                 \
  X(gross_other_label)   /* named as something that is no total */                          \
  X(gross_unnamed)                                                                          \
  X(gross_repeated) /* printed again, in thirds, up to 1 */                                 \
  X(gross_largest)  /* nothing larger on the pages */                                       \
  X(gross_small)    /* less than half of the largest */                                     \
  X(gross_bold)                                                                             \
  X(gross_without_currency) /* other amounts have a currency, this one never */             \
  X(gross_without_cents)                                                                    \
  X(gross_low) /* how far down the document its last place is, 0 to 1 */                    \
  X(gross_on_last_page)                                                                     \
  X(gross_is_lines) /* the sum of the lines that were read */                               \
  X(net_missing)                                                                            \
  X(net_label)                                                                              \
  X(net_lines_label) /* named as sum of lines, by how much more than as net */              \
  X(net_gross_label) /* named as gross, by how much more than as net */                     \
  X(net_other_label)                                                                        \
  X(net_unnamed)                                                                            \
  X(net_is_basis_sum)   /* the bases of the tax rows together */                            \
  X(net_is_one_basis)   /* of several */                                                    \
  X(net_is_lines)       /* the lines that were read, less allowances, more charges */       \
  X(net_is_named_lines) /* the same from a printed sum of lines, with some adjustment */    \
  X(net_is_not_lines)   /* lines were read, and neither net nor gross follows from them */  \
  X(tax_missing)                                                                            \
  X(tax_label)                                                                              \
  X(tax_other_label) /* named as something else, by how much more than as tax */            \
  X(tax_unnamed)                                                                            \
  X(tax_is_row_sum) /* the tax rows together */                                             \
  X(tax_is_one_row) /* of several */                                                        \
  X(tax_missing_with_rows)                                                                  \
  X(tax_zero)                                                                               \
  X(tax_large)         /* more than three tenths of the net */                              \
  X(closes)            /* net + tax = gross, tax above zero */                              \
  X(closes_zero)       /* the same with tax of zero */                                      \
  X(stacked)           /* printed one after the other and adding up */                      \
  X(net_without_cents) /* other amounts have cents */                                       \
  X(tax_without_cents)                                                                      \
  X(off_by_a_cent)                                                                          \
  X(off_by_little)  /* by less than five hundredths */                                      \
  X(contradicts)    /* all three are printed and do not add up */                           \
  X(rates_agree)    /* a printed rate makes this tax of this net */                         \
  X(rate_fits_rest) /* the same where one of both is what the other two leave */            \
  X(rate_fits_none) /* rates are printed, tax is above zero, none fits */                   \
  X(net_above_gross)                                                                        \
  X(net_is_gross)   /* without a tax */                                                     \
  X(exempt_untaxed) /* the page speaks of an exemption, and there is no tax */              \
  X(exempt_taxed)                                                                           \
  X(payable_same)    /* an amount named payable is the gross */                             \
  X(payable_follows) /* it follows from the gross and what was paid, owed or rounded */     \
  X(payable_stray)   /* an amount is named payable, and nothing explains it */

namespace feature {
enum Name {
#define X(name) name,
  AP_TRIPLE_FEATURES(X)
#undef X
      kCount
};
}  // namespace feature
inline constexpr int kTripleFeatures = feature::kCount;

using TripleFeatures = std::array<double, kTripleFeatures>;

std::string_view triple_feature_name(int feature);
// The learned weights applied.
double triple_score(const TripleFeatures& features);

// What the features of all hypotheses of a document share.
struct TripleFacts {
  std::vector<Decimal> rates;             // printed, above zero
  std::vector<Decimal> row_sums;          // readings of the sum of the tax rows
  std::vector<Decimal> row_taxes, bases;  // of single rows
  std::optional<Decimal> basis_sum;
  bool several_rows = false;
  bool exempt = false;                    // reverse charge, zero rate, exemption: words that say so
  std::vector<Decimal> from_lines;        // nets that follow from the lines that were read
  std::vector<Decimal> from_named_lines;  // and from a printed sum of lines with an allowance or a charge
  std::optional<Decimal> lines_sum;
  std::vector<Stack> stacks;
  bool cents = false;             // some amounts have two decimals
  std::vector<Decimal> payables;  // amounts named payable
  std::vector<Decimal> steps;     // signed steps from gross to payable: paid, owed before, rounded, withheld
};

struct Pick;
struct Triple;
class TripleJudge {
 public:
  // All must outlive the judge.
  TripleJudge(const Context& context, const Values& values, const TripleFacts& facts)
      : context_(context), values_(values), facts_(facts) {}

  // Each part adds what it looks at to `f`; parts of different picks are independent, so that a search can add up the
  // scores of parts.
  void gross(const Pick& pick, TripleFeatures& f) const;
  void net(const Pick& pick, TripleFeatures& f) const;
  void tax(const Pick& pick, TripleFeatures& f) const;
  void together(const Triple& triple, TripleFeatures& f) const;
  TripleFeatures features(const Triple& triple) const;
  // One of the rates printed in the document makes this tax of this net.
  bool rate_fits(const Decimal& net, const Decimal& tax) const;

 private:
  void payable(const Decimal& gross, TripleFeatures& f) const;

  const Context& context_;
  const Values& values_;
  const TripleFacts& facts_;
};

}  // namespace ap::extract::reading
