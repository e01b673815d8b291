// Values of elements as the official rules compute with them. Where the artefacts cast a text to xs:decimal, a text
// that is no number ends their run; here it throws Unevaluable, which Report::check turns into "not run".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/decimal.h"
#include "einvoice/tree.h"
#include "rules/einvoice/report.h"

namespace ap::rules {

using einvoice::Element;
using einvoice::N;

// nullopt when the element is missing.
std::optional<Decimal> value(Element element);
// Zero when the element is missing, as fn:sum has it.
Decimal value_or_zero(Element element);

// XPath round() to two decimals: half goes towards positive infinity.
inline Decimal r2(const Decimal& x) { return x.rounded(2, Rounding::half_to_plus_inf); }
inline Decimal r0(const Decimal& x) { return x.rounded(0, Rounding::half_to_plus_inf); }

// At most `most` characters stand after the first point; trailing zeros count. A missing element passes.
bool decimals_at_most(Element element, std::size_t most);

// |a - b| < 1, strictly, or <= 1.
inline bool within_one(const Decimal& a, const Decimal& b) { return a - Decimal(1) < b && a + Decimal(1) > b; }
inline bool at_most_one_apart(const Decimal& a, const Decimal& b) { return a - Decimal(1) <= b && a + Decimal(1) >= b; }

// xs:boolean after trimming: true, 1, false, 0; nullopt otherwise.
std::optional<bool> truth(std::string_view text);
inline bool is_true(Element e) { return truth(e.trimmed()).value_or(false); }
inline bool is_false(Element e) { return e && !truth(e.trimmed()).value_or(true); }

// fn:normalize-space: blanks around go, runs of blanks within become one space. Copies only when something changes.
class Normalized {
 public:
  explicit Normalized(std::string_view text);
  operator std::string_view() const { return copied_.empty() ? view_ : std::string_view(copied_); }
  std::string_view view() const { return *this; }

 private:
  std::string_view view_;
  std::string copied_;
};

std::string upper_case(std::string_view text);                     // ASCII letters
bool equals_upper(std::string_view text, std::string_view upper);  // upper_case(text) == upper
bool all_digits(std::string_view text);                            // and not empty

// Calls f for every element along the path of names; stops when f returns true, and says whether it did.
template <class F>
bool any_of_path(Element from, F&& f) {
  return f(from);
}
template <class F, class... Rest>
bool any_at(F&& f, Element from, N name, Rest... rest) {
  for (Element e = from.child(name); e; e = e.next_same()) {
    if constexpr (sizeof...(rest) == 0) {
      if (f(e)) return true;
    } else {
      if (any_at(f, e, rest...)) return true;
    }
  }
  return false;
}
// exists(a/b/c)
template <class... Path>
bool exists(Element from, Path... path) {
  return any_at([](Element) { return true; }, from, path...);
}
// count(a/b/c)
template <class... Path>
std::size_t count_at(Element from, Path... path) {
  std::size_t n = 0;
  any_at([&](Element) { return ++n, false; }, from, path...);
  return n;
}
// normalize-space(a/b/c) != '' of the first on the path
template <class... Path>
bool filled(Element from, Path... path) {
  bool result = false;
  any_at([&](Element e) { return result = !e.blank(), true; }, from, path...);
  return result;
}

}  // namespace ap::rules
