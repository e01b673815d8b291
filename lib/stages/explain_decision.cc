#include "stages/explain_decision.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/field_values.h"
#include "core/fields.h"
#include "ports/clock.h"
#include "rules/registry.h"
#include "stages/decide.h"
#include "stages/decision_texts.h"
#include "stages/find_document.h"
#include "stages/received.h"
#include "stages/text_columns.h"

namespace ap {
namespace {

constexpr std::size_t kWidth = 100, kMostValues = 6, kShortestId = 6;

// A paragraph in lines of at most kWidth bytes. The first begins with `head`, all others with as many blanks.
std::string wrapped(std::string_view text, std::string head = "    ") {
  std::string out, line = head;
  bool fresh = true;
  for (std::size_t at = 0; at < text.size();) {
    auto end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    if (!fresh && line.size() + 1 + word.size() > kWidth) {
      out += line + "\n";
      line.assign(head.size(), ' ');
      fresh = true;
    }
    line += (fresh ? "" : " ") + std::string(word);
    fresh = false;
    at = end + 1;
  }
  return out + line + "\n";
}

// A line of a list of controls; what is too long for reading is cut.
std::string control_line(std::string_view rule, std::string_view text) {
  constexpr std::size_t kLongest = 300;
  std::string shown = plain_line(text);
  if (shown.size() > kLongest) shown = shown.substr(0, shown.rfind(' ', kLongest)) + " ...";
  return wrapped(shown, fmt::format("  {:<24} ", rule));
}

std::string section(std::string_view title, const std::string& body) {
  return body.empty() ? "" : fmt::format("\n{}\n{}", title, body);
}

// "page 1 at 56.7 120.0, confidence 0.997, by its label"
std::string where(const Record& record, const std::string& field) {
  auto found = record.evidence.find(field);
  if (found == record.evidence.end()) return "no evidence";
  const Evidence& e = found->second;
  std::string out = e.page > 0                 ? fmt::format("page {}", e.page)
                    : e.how == How::einvoice   ? "the XML"
                    : e.how == How::correction ? "set by a person"
                    : e.how == How::arithmetic ? "by arithmetic"
                                               : "no page";
  if (e.box)
    out += fmt::format(" at {}.{} {}.{}", e.box->x0 / 100, e.box->x0 % 100 / 10, e.box->y0 / 100, e.box->y0 % 100 / 10);
  return out + fmt::format(", confidence {}.{:03}", e.confidence / 1000, e.confidence % 1000);
}

// Whether a list of terms ("BT-1, BT-112") has the term.
bool has_term(std::string_view terms, std::string_view term) {
  for (auto at = terms.find(term); at != terms.npos && !term.empty(); at = terms.find(term, at + 1)) {
    auto end = at + term.size();
    if (end == terms.size() || terms[end] == ' ' || terms[end] == ',') return true;
  }
  return false;
}

const rules::RuleInfo* info_of(std::string_view set, std::string_view rule) {
  for (const rules::RuleInfo* info : rules::find_rules(rule))
    if (info->set == set) return info;
  return nullptr;
}

class Explanation {
 public:
  explicit Explanation(const Record& record) : record_(record) {
    if (record.invoice) values_ = field_values(*record.invoice);
  }

  std::string heading() const {
    std::string out;
    if (const auto& invoice = record_.invoice) {
      const auto& total = invoice->totals.gross ? invoice->totals.gross : invoice->totals.payable;
      out = fmt::format("{} {} of {} over {} {}\n", to_string(invoice->type), plain_line(invoice->number),
                        plain_line(invoice->seller.name), total ? total->str() : "?", plain_line(invoice->currency));
    }
    out += fmt::format("  document {}, {}\n", record_.id, plain_line(record_.source.name));
    if (!record_.route())
      return out + fmt::format("  nothing is decided yet: its state is {}\n", to_string(record_.state));
    out += fmt::format("  decision: {}", to_string(*record_.route()));
    if (!record_.decision->policy.empty()) out += ", under " + plain_line(record_.decision->policy);
    if (!record_.decision->duplicate_of.empty()) out += ", a repeat of " + record_.decision->duplicate_of;
    if (record_.checks)
      out += fmt::format("\n  {} rules ran, {} found something, {} did not run", record_.checks->run,
                         record_.checks->failed, record_.checks->not_run.size());
    return out + "\n";
  }

  std::string findings(bool holding) const {
    std::string out;
    for (const Finding& finding : record_.findings) {
      if (holds(finding) != holding) continue;
      out += fmt::format("  {} ({}, {}){}\n", finding.rule, finding.set, to_string(finding.severity),
                         finding.field.empty() ? "" : " on " + finding.field);
      out += wrapped(paragraph(finding));
    }
    return out;
  }

  // Reasons that are no finding: groups that did not run, decisions of people.
  std::string other_reasons() const {
    std::string out;
    if (!record_.decision) return out;
    for (const std::string& reason : record_.decision->reasons) {
      bool told =
          std::ranges::any_of(record_.findings, [&](const Finding& f) { return reason.starts_with(f.rule + ": "); });
      if (!told) out += wrapped(plain_line(reason));
    }
    return out;
  }

  std::string passed() const {
    std::string out;
    for (const std::string& rule : record_.basis.passed) {
      std::string line = values_of("controls", rule, "");
      for (const Consulted& one : record_.basis.consulted)
        if (looked_at(one, rule))
          line += (line.empty() ? "" : "; ") + one.name + (one.name.starts_with("validate.") ? " " + one.value : "");
      out += control_line(rule, line.empty() ? "nothing to object to" : line);
    }
    return out;
  }

  std::string not_run() const {
    std::string out;
    if (!record_.checks) return out;
    for (const NotRun& rule : record_.checks->not_run) out += control_line(rule.rule, rule.reason);
    return out;
  }

  std::string consulted() const {
    std::string out;
    for (const Consulted& one : record_.basis.consulted) out += wrapped(plain_line(in_words(one)), "  ");
    return out;
  }

 private:
  static bool looked_at(const Consulted& one, const std::string& rule) {
    return std::ranges::find(one.rules, rule) != one.rules.end();
  }
  static std::string in_words(const Consulted& one) {
    return fmt::format("{}{}{} [{}]", one.name, one.value.empty() ? "" : ": ", one.value, one.source);
  }

  // What the document says of the terms that the rule looks at, but for the field told already.
  std::string values_of(std::string_view set, std::string_view rule, std::string_view told) const {
    const rules::RuleInfo* info = info_of(set, rule);
    std::string out;
    std::size_t count = 0;
    for (const FieldValue& value : values_) {
      if (info == nullptr || value.path == told || !has_term(info->terms, value.term)) continue;
      if (++count <= kMostValues) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", value.path, value.value);
    }
    return count > kMostValues ? out + fmt::format(" and {} more", count - kMostValues) : out;
  }

  std::string paragraph(const Finding& finding) const {
    std::string text = finding.message;
    text += text.ends_with('.') || text.ends_with('?') ? "" : ".";
    if (!finding.field.empty() && record_.invoice) {
      std::string value = get_field(*record_.invoice, finding.field).value_or("");
      text += value.empty() ? fmt::format(" The document states no {}.", finding.field)
                            : fmt::format(" The document says {} = {} ({}).", finding.field, value,
                                          where(record_, finding.field));
    }
    // Controls of group data look at many fields, each for itself.
    const rules::RuleInfo* info = info_of(finding.set, finding.rule);
    bool alone = info == nullptr || info->group == "data";
    if (std::string others = values_of(finding.set, finding.rule, finding.field); !alone && !others.empty())
      text += " Beside it: " + others + ".";
    if (!finding.expected.empty()) text += " Expected: " + finding.expected + ".";
    if (!finding.path.empty()) text += " Place: " + finding.path + ".";
    std::string facts;
    for (const Consulted& one : record_.basis.consulted)
      if (finding.set == "controls" && looked_at(one, finding.rule))
        facts += (facts.empty() ? "" : "; ") + in_words(one);
    if (!facts.empty()) text += " Compared with: " + facts + ".";
    return plain_line(text);
  }

  const Record& record_;
  std::vector<FieldValue> values_;
};

std::string events_of(const std::vector<StoredEvent>& history) {
  std::string out;
  for (const StoredEvent& stored : history)
    out += fmt::format("  {} {} by {}\n", rfc3339(stored.event.at_ms), stored.event.kind, stored.event.actor);
  return out;
}

std::string approvals_of(const Record& record) {
  std::string out;
  if (!record.decision) return out;
  for (const Approval& one : record.decision->approvals)
    out += fmt::format("  {} {} by {}{}\n", one.at, one.action, one.actor,
                       one.reason.empty() ? "" : ": " + plain_line(one.reason));
  return out;
}

}  // namespace

std::string explain_decision(const Record& record, const std::vector<StoredEvent>& history) {
  Explanation explanation(record);
  std::string out = explanation.heading();
  out += section("what holds it", explanation.findings(true) + explanation.other_reasons());
  out += section("what was only noted", explanation.findings(false));
  out += section("what passed", explanation.passed());
  out += section("what did not run", explanation.not_run());
  out += section("what was consulted besides the document", explanation.consulted());
  out += section("what people decided", approvals_of(record));
  return out + section("what happened", events_of(history));
}

bool looks_like_id(std::string_view text) {
  return text.size() >= kShortestId && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string explain_stored(Store& store, std::string_view prefix) {
  auto found = find_document(store, prefix);
  if (!found) throw Error(found.error().kind, found.error().message, "a code of a rule stands in --list-rules");
  std::vector<StoredEvent> history;
  store.for_each_event(found->id, [&](const StoredEvent& event) {
    history.push_back(event);
    return true;
  });
  return explain_decision(*found, history) +
         section("texts by which it was decided", texts_section(*found, decision_texts(store, *found, history)));
}

}  // namespace ap
