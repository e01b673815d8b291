#include "rules/norm/norm.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/einvoice/report.h"

namespace ap::rules::norm {
namespace {

#define AP_NORM(id, summary, explanation, source, terms) \
  { "ap", id, "norm", Severity::warning, false, summary, explanation, source, terms }
#define AP_NORM_SUM(id, family, tolerance)                                                                             \
  AP_NORM(id, "the basis of a VAT breakdown is not the sum of its lines, charges less allowances",                     \
          "The norm wants BT-116 to be the exact sum of BT-131 and BT-99 less BT-92 of the category (and rate, where " \
          "the category has several). " tolerance,                                                                     \
          "EN 16931-1, BR-" family "-08", "BT-116 BT-118 BT-119 BT-131 BT-92 BT-99")

#define AP_NORM_REASON(id, what, number, terms)                                                                        \
  AP_NORM(id, "reason and reason code of " what " name different reasons",                                             \
          "The reason in words is the name that the code list (UNTDID 5189 for allowances, 7161 for charges) has for " \
          "another code than the one given. Other words are not compared. The artefacts have the rule and never "      \
          "test it.",                                                                                                  \
          "EN 16931-1, BR-CO-" number, terms)

constexpr RuleInfo kTable[] = {
    AP_NORM_SUM("AP-BR-AE-08", "AE", "The CII artefact lets differences below 1 pass."),
    AP_NORM_SUM("AP-BR-AF-08", "AF", "The CII artefact never tests it, the UBL one lets differences below 1 pass."),
    AP_NORM_SUM("AP-BR-AG-08", "AG", "The CII artefact never tests it, the UBL one lets differences below 1 pass."),
    AP_NORM_REASON("AP-BR-CO-05", "a document level allowance", "05", "BT-97 BT-98"),
    AP_NORM_REASON("AP-BR-CO-06", "a document level charge", "06", "BT-104 BT-105"),
    AP_NORM_REASON("AP-BR-CO-07", "an allowance of a line", "07", "BT-139 BT-140"),
    AP_NORM_REASON("AP-BR-CO-08", "a charge of a line", "08", "BT-144 BT-145"),
    AP_NORM("AP-BR-CO-15", "the total with VAT is not the total without VAT plus the VAT",
            "BT-112 = BT-109 + BT-110. The CII artefact also accepts a total that leaves the VAT out.",
            "EN 16931-1, BR-CO-15", "BT-112 BT-109 BT-110"),
    AP_NORM(
        "AP-BR-CO-17", "the VAT of a breakdown is not its basis times its rate",
        "BT-117 = BT-116 x BT-119 / 100, rounded to two decimals. The artefacts let differences below 1 (UBL) or of 1 "
        "(CII) pass, and CII does not test categories L and M.",
        "EN 16931-1, BR-CO-17", "BT-117 BT-116 BT-119"),
    AP_NORM(
        "AP-BR-CO-25", "something is due, but neither when nor how it is to be paid is said",
        "Where the amount due (BT-115) is positive, the due date (BT-9) or payment terms (BT-20) must be given. The "
        "norm has this rule, the artefacts no longer do.",
        "EN 16931-1, BR-CO-25", "BT-115 BT-9 BT-20"),
    AP_NORM("AP-BR-DEC-13", "the VAT total has more than two decimals",
            "BT-110 has at most two decimals. The UBL artefact looks at the wrong element and never fires.",
            "EN 16931-1, BR-DEC-13", "BT-110"),
    AP_NORM("AP-BR-DEC-15", "the VAT total in accounting currency has more than two decimals",
            "BT-111 has at most two decimals. The UBL artefact looks at the wrong element and never fires.",
            "EN 16931-1, BR-DEC-15", "BT-111 BT-6"),
    AP_NORM_SUM("AP-BR-E-08", "E", "The CII artefact lets differences below 1 pass."),
    AP_NORM_SUM("AP-BR-G-08", "G", "The CII artefact lets differences below 1 pass."),
    AP_NORM_SUM("AP-BR-IC-08", "IC", "The CII artefact lets differences below 1 pass."),
    AP_NORM_SUM("AP-BR-O-08", "O", "The artefacts agree with the norm here."),
    AP_NORM_SUM("AP-BR-S-08", "S", "The UBL artefact lets differences below 1 pass."),
    AP_NORM_SUM("AP-BR-Z-08", "Z", "The CII artefact lets differences below 1 pass."),
};
consteval Row row(std::string_view id) { return row_of(kTable, id); }

struct Family {
  std::string_view code;  // UNTDID 5305
  Row sum;
  bool per_rate;
};
constexpr std::array kFamilies = std::to_array<Family>({{"S", row("AP-BR-S-08"), true},
                                                        {"Z", row("AP-BR-Z-08"), false},
                                                        {"E", row("AP-BR-E-08"), false},
                                                        {"AE", row("AP-BR-AE-08"), false},
                                                        {"K", row("AP-BR-IC-08"), false},
                                                        {"G", row("AP-BR-G-08"), false},
                                                        {"O", row("AP-BR-O-08"), false},
                                                        {"L", row("AP-BR-AF-08"), true},
                                                        {"M", row("AP-BR-AG-08"), true}});

Decimal r2(const Decimal& x) { return x.rounded(2, Rounding::half_up); }

Finding finding_of(const RuleInfo& info) {
  Finding finding;
  finding.set = info.set;
  finding.rule = info.id;
  finding.severity = info.severity;
  finding.message = info.summary;
  return finding;
}

// Rules that need the tree count where there is one, see reasons.cc.
bool looks_at_the_model(std::string_view id) {
  return id != "AP-BR-DEC-15" && !(id >= "AP-BR-CO-05" && id <= "AP-BR-CO-08");
}

class Norm {
 public:
  Norm(const Invoice& invoice, std::vector<Finding>& findings, bool sums)
      : invoice_(invoice), findings_(findings), sums_(sums) {}

  void run() {
    totals();
    if (invoice_.totals.tax && invoice_.totals.tax->scale() > 2)
      fire(row("AP-BR-DEC-13"), "totals.tax", "", invoice_.totals.tax->str());
    const auto& due = invoice_.totals.payable;
    if (due && !due->is_negative() && !due->is_zero() && !invoice_.due_date && invoice_.payment.terms.empty())
      fire(row("AP-BR-CO-25"), "due_date", "a due date or payment terms", "");
    for (std::size_t i = 0; i < invoice_.taxes.size(); ++i) {
      product(invoice_.taxes[i], i);
      if (sums_) sum(invoice_.taxes[i], i);
    }
  }

 private:
  void fire(Row rule, std::string field, std::string expected, std::string actual) {
    Finding& finding = findings_.emplace_back(finding_of(kTable[rule.index]));
    finding.field = std::move(field);
    finding.expected = std::move(expected);
    finding.actual = std::move(actual);
  }

  void totals() {
    const Totals& t = invoice_.totals;
    if (!t.net || !t.gross || !t.tax) return;
    Decimal sum = *t.net + *t.tax;
    if (!(sum == *t.gross)) fire(row("AP-BR-CO-15"), "totals.gross", sum.str(), t.gross->str());
  }

  void product(const Tax& tax, std::size_t i) {
    if (!tax.basis || !tax.rate || !tax.amount) return;
    Decimal product = r2(*tax.basis * *tax.rate * Decimal::scaled(1, 2));
    if (!(product == *tax.amount))
      fire(row("AP-BR-CO-17"), fmt::format("taxes[{}].amount", i), product.str(), tax.amount->str());
  }

  bool belongs(const std::string& category, const std::optional<Decimal>& rate, const Tax& tax, bool per_rate) const {
    if (category != tax.category) return false;
    return !per_rate || rate.value_or(Decimal()) == tax.rate.value_or(Decimal());
  }

  void sum(const Tax& tax, std::size_t i) {
    auto family = std::ranges::find(kFamilies, tax.category, &Family::code);
    if (family == kFamilies.end() || !tax.basis || invoice_.lines.empty()) return;
    Decimal sum;
    for (const Line& line : invoice_.lines) {
      if (line.tax_category.empty() || !line.net) return;  // not everything is said
      if (belongs(line.tax_category, line.tax_rate, tax, family->per_rate)) sum += *line.net;
    }
    for (const AllowanceCharge& a : invoice_.allowances_charges) {
      if (a.tax_category.empty() || !a.amount) return;
      if (belongs(a.tax_category, a.tax_rate, tax, family->per_rate)) sum += a.charge ? *a.amount : -*a.amount;
    }
    if (!(r2(sum) == *tax.basis)) fire(family->sum, fmt::format("taxes[{}].basis", i), sum.str(), tax.basis->str());
  }

  const Invoice& invoice_;
  std::vector<Finding>& findings_;
  const bool sums_;
};

}  // namespace

std::span<const RuleInfo> table() { return kTable; }

Finding found(std::string_view id) { return finding_of(*std::ranges::find(kTable, id, &RuleInfo::id)); }

void drop_told(std::vector<Finding>& findings, Checks& checks) {
  auto is_own = [](const Finding& f) { return f.rule.starts_with("AP-BR-"); };
  auto told = [&](const Finding& own) {
    return is_own(own) && std::ranges::any_of(findings, [&](const Finding& f) {
             bool same_place =
                 (!own.field.empty() && f.field == own.field) || (!own.path.empty() && f.path == own.path);
             return same_place && own.rule.ends_with(f.rule) && own.rule.size() == f.rule.size() + 3;
           });
  };
  std::vector<Finding> kept;
  std::vector<std::string> dropped;
  for (const Finding& finding : findings) told(finding) ? dropped.push_back(finding.rule) : kept.push_back(finding);
  if (dropped.empty()) return;
  findings = std::move(kept);
  std::ranges::sort(dropped);
  auto repeated = std::ranges::unique(dropped);
  dropped.erase(repeated.begin(), repeated.end());
  for (const std::string& rule : dropped)
    if (std::ranges::find(findings, rule, &Finding::rule) == findings.end()) --checks.failed;
}

void evaluate(const Invoice& invoice, std::vector<Finding>& findings, Checks& checks, bool sums) {
  std::size_t before = findings.size();
  try {
    Norm(invoice, findings, sums).run();
  } catch (const DecimalOverflow& error) {
    findings.resize(before);
    checks.not_run.push_back({"AP-BR", error.what()});
    return;
  }
  static const auto kOfTheModel = static_cast<int>(std::ranges::count_if(kTable, looks_at_the_model, &RuleInfo::id));
  checks.run += kOfTheModel;
  if (findings.size() == before) return;
  for (const RuleInfo& info : kTable) {
    if (!looks_at_the_model(info.id)) continue;
    for (std::size_t i = before; i < findings.size(); ++i)
      if (findings[i].rule == info.id) {
        ++checks.failed;
        break;
      }
  }
}

}  // namespace ap::rules::norm
