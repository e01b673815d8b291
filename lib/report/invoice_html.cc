#include <fmt/format.h>

#include <algorithm>

#include "core/field_values.h"
#include "core/fields.h"
#include "report/verdict_output.h"

namespace ap::report {
namespace {

constexpr std::string_view kHead = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Invoices and their findings</title>
<style>
body{font:15px/1.45 system-ui,sans-serif;margin:0;background:#eef1f4;color:#1b2430}
main{max-width:68rem;margin:0 auto;padding:1.5rem}
section{background:#fff;border:1px solid #d5dbe2;border-radius:6px;padding:1.4rem 1.6rem;margin:0 0 1.5rem}
h1{font-size:1.35rem;margin:0 0 .2rem}h2{font-size:1rem;margin:1.3rem 0 .4rem;border-bottom:1px solid #d5dbe2;padding-bottom:.2rem}
.source{color:#5b6776;font-size:.85rem;word-break:break-all}
.route{float:right;padding:.15rem .7rem;border-radius:1rem;font-weight:600;background:#e4e8ed}
.approve{background:#d9f0de;color:#14532d}.review{background:#fdeccb;color:#713f12}.reject,.duplicate,.failed{background:#fbd9d7;color:#7f1d1d}
.parties{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}
.party b{display:block}.party div{white-space:pre-line}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.28rem .6rem .28rem 0;border-bottom:1px solid #eceff3}
th{font-size:.8rem;color:#5b6776;font-weight:600}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.term{color:#7a8594;font-size:.75rem;margin-left:.4rem;white-space:nowrap}
td.label{width:13rem}td.value{white-space:pre-line;word-break:break-word}
td.notes{width:45%}
.f{display:block;margin:.1rem 0 .35rem;padding:.25rem .5rem;border-left:4px solid;font-size:.85rem;white-space:pre-line;word-break:break-word}
.error{border-color:#c62828;background:#fdf0ef}.warning{border-color:#d98a00;background:#fff8e8}.info{border-color:#3874b5;background:#eff5fc}
.f code{font-size:.75rem;color:#5b6776;word-break:break-all}
details{margin-top:1rem;font-size:.85rem}summary{cursor:pointer;color:#5b6776}
@media print{body{background:#fff}section{border:0;break-after:page}}
@media(max-width:44rem){.parties{grid-template-columns:1fr}td.notes{width:auto}}
</style></head><body><main>
)";

std::string sentence(std::string_view name) {
  std::string out(name);
  std::ranges::replace(out, '_', ' ');
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
  return out;
}

// What people call a field whose path says it badly: "totals.gross" is "Total with VAT".
std::string label_of(std::string_view path) {
  constexpr std::pair<std::string_view, std::string_view> kNames[] = {{"totals.lines", "Sum of lines"},
                                                                      {"totals.allowances", "Sum of allowances"},
                                                                      {"totals.charges", "Sum of charges"},
                                                                      {"totals.net", "Total without VAT"},
                                                                      {"totals.tax", "VAT"},
                                                                      {"totals.gross", "Total with VAT"},
                                                                      {"totals.prepaid", "Paid before"},
                                                                      {"totals.rounding", "Rounding"},
                                                                      {"totals.payable", "Amount due"},
                                                                      {"payment.iban", "IBAN"},
                                                                      {"payment.bic", "BIC"},
                                                                      {"payment.account_name", "Account holder"}};
  for (const auto& [known, name] : kNames)
    if (path == known) return std::string(name);
  std::string words(path);
  std::ranges::replace(words, '.', ' ');
  return sentence(words);
}

std::string text(const std::optional<Decimal>& number) { return number ? number->str() : ""; }

std::string address_lines(const Address& a) {
  std::string out = a.street;
  std::string town = a.postal_code + (a.postal_code.empty() || a.city.empty() ? "" : " ") + a.city;
  for (const std::string& line : {town, a.region, a.country})
    if (!line.empty()) out += (out.empty() ? "" : "\n") + line;
  return out;
}

// Tables of their own show these; a row for a field of a list's entry would repeat them.
bool in_table_of_its_own(std::string_view path) {
  for (std::string_view table : {"seller.", "buyer.", "lines[", "taxes[", "allowances_charges["})
    if (path.starts_with(table)) return true;
  return false;
}

class Page {
 public:
  explicit Page(const Record& record) : record_(record), shown_(record.findings.size()) {}

  std::string run() {
    std::string route(record_.route() ? to_string(*record_.route()) : to_string(record_.state));
    out_ = fmt::format("<section><span class=\"route {0}\">{0}</span>", escaped(route));
    const Invoice* invoice = record_.invoice ? &*record_.invoice : nullptr;
    std::string number = invoice ? invoice->number : "";
    out_ += fmt::format("<h1>{} {}</h1><div class=\"source\">{}{}</div>\n",
                        invoice ? sentence(to_string(invoice->type)) : "Document", escaped(number),
                        escaped(record_.source.name), syntax());
    if (invoice) body(*invoice);
    rest();
    return out_ + "</section>\n";
  }

 private:
  std::string syntax() const {
    if (!record_.extraction) return "";
    const Extraction& e = *record_.extraction;
    return escaped(" · " + e.method + (e.syntax.empty() ? "" : " " + e.syntax) +
                   (e.profile.empty() ? "" : " · " + e.profile));
  }

  void body(const Invoice& i) {
    parties(i);
    header(i);
    lines(i);
    taxes(i);
    allowances(i);
  }

  std::string note(const Finding& f) const {
    std::string more;
    if (!f.expected.empty()) more += "\nexpected " + f.expected;
    if (!f.actual.empty()) more += (more.empty() ? "\n" : ", ") + std::string("stated ") + f.actual;
    return fmt::format("<span class=\"f {}\"><b>{}</b> {}{}{}</span>", to_string(f.severity), escaped(f.rule),
                       escaped(f.message), escaped(more),
                       f.path.empty() ? "" : "\n<code>" + escaped(f.path) + "</code>");
  }

  // Findings on a field, or on what is within it; each is shown once.
  std::string notes(std::string_view field, bool within = false) {
    std::string html;
    for (std::size_t i = 0; i < record_.findings.size(); ++i) {
      const Finding& f = record_.findings[i];
      bool here = f.field == field || (within && f.field.starts_with(field) && f.field.size() > field.size() &&
                                       (f.field[field.size()] == '.' || f.field[field.size()] == '['));
      if (!here || shown_[i]) continue;
      shown_[i] = true;
      html += note(f);
    }
    return html;
  }

  void party(std::string_view title, const std::string& path, const Party& p) {
    std::string html = "<b>" + escaped(p.name) + "</b><div>" + escaped(address_lines(p.address)) + "</div>";
    for (const auto& [label, value] : {std::pair{"VAT", &p.vat_id},
                                       {"Tax number", &p.tax_number},
                                       {"Registered", &p.registration_id},
                                       {"Mail", &p.email},
                                       {"Phone", &p.phone}})
      if (!value->empty()) html += fmt::format("<div>{} {}</div>", label, escaped(*value));
    out_ += fmt::format("<div class=\"party\"><h2>{}</h2>{}{}</div>", title, html, notes(path, true));
  }

  void parties(const Invoice& i) {
    out_ += "<div class=\"parties\">";
    party("Seller <span class=\"term\">BG-4</span>", "seller", i.seller);
    party("Buyer <span class=\"term\">BG-7</span>", "buyer", i.buyer);
    out_ += "</div>\n";
  }

  void header(const Invoice& i) {
    out_ += "<h2>Invoice</h2><table>";
    for (const FieldValue& field : field_values(i, EmptyFields::keep)) {
      if (in_table_of_its_own(field.path)) continue;
      std::string beside = notes(field.path);
      if (field.value.empty() && beside.empty()) continue;
      out_ += fmt::format(
          "<tr><td class=\"label\">{}<span class=\"term\">{}</span></td><td class=\"value\">{}</td><td "
          "class=\"notes\">{}</td></tr>\n",
          escaped(label_of(field.path)), escaped(field.term),
          escaped(field.path == "type" ? sentence(field.value) : field.value), beside);
    }
    out_ += "</table>\n";
  }

  void table_head(std::string_view title, std::initializer_list<std::string_view> columns) {
    out_ += fmt::format("<h2>{}</h2><table><tr>", title);
    for (std::string_view column : columns)
      out_ += fmt::format("<th{}>{}</th>", column.starts_with('#') ? " class=\"n\"" : "",
                          column.starts_with('#') ? column.substr(1) : column);
    out_ += "</tr>\n";
  }
  void text_cell(const std::string& value) { out_ += "<td class=\"value\">" + escaped(value) + "</td>"; }
  void number_cell(const std::string& value) { out_ += "<td class=\"n\">" + escaped(value) + "</td>"; }
  void close_row(const std::string& path, int columns) {
    out_ += "</tr>\n";
    std::string beside = notes(path, true);
    if (!beside.empty()) out_ += fmt::format("<tr><td colspan=\"{}\">{}</td></tr>\n", columns, beside);
  }

  void lines(const Invoice& i) {
    if (i.lines.empty()) return;
    table_head("Lines", {"No.", "Item", "#Quantity", "Unit", "#Price", "#Discount", "#Tax %", "#Net"});
    for (std::size_t n = 0; n < i.lines.size(); ++n) {
      const Line& l = i.lines[n];
      out_ += "<tr>";
      text_cell(l.id);
      text_cell(l.description + (l.item_id.empty() ? "" : "\n" + l.item_id));
      number_cell(text(l.quantity));
      text_cell(l.unit);
      number_cell(text(l.unit_price));
      number_cell(text(l.discount));
      number_cell(l.tax_category + " " + text(l.tax_rate));
      number_cell(text(l.net));
      close_row(fmt::format("lines[{}]", n), 8);
    }
    out_ += "</table>\n";
  }

  void taxes(const Invoice& i) {
    if (i.taxes.empty()) return;
    table_head("VAT breakdown", {"Category", "#Rate %", "#Basis", "#Tax", "Reason"});
    for (std::size_t n = 0; n < i.taxes.size(); ++n) {
      const Tax& t = i.taxes[n];
      out_ += "<tr>";
      text_cell(t.category);
      number_cell(text(t.rate));
      number_cell(text(t.basis));
      number_cell(text(t.amount));
      text_cell(t.exemption_reason);
      close_row(fmt::format("taxes[{}]", n), 5);
    }
    out_ += "</table>\n";
  }

  void allowances(const Invoice& i) {
    if (i.allowances_charges.empty()) return;
    table_head("Allowances and charges", {"Kind", "Reason", "#Percent", "#Of", "#Amount"});
    for (std::size_t n = 0; n < i.allowances_charges.size(); ++n) {
      const AllowanceCharge& a = i.allowances_charges[n];
      out_ += "<tr>";
      text_cell(a.charge ? "charge" : "allowance");
      text_cell(a.reason);
      number_cell(text(a.percent));
      number_cell(text(a.basis));
      number_cell(text(a.amount));
      close_row(fmt::format("allowances_charges[{}]", n), 5);
    }
    out_ += "</table>\n";
  }

  void rest() {
    std::string html;
    for (std::size_t i = 0; i < record_.findings.size(); ++i)
      if (!shown_[i]) html += note(record_.findings[i]);
    if (!html.empty()) out_ += "<h2>Further findings</h2>" + html;
    if (record_.findings.empty()) out_ += "<h2>Findings</h2><p>None.</p>";
    if (!record_.checks) return;
    const Checks& checks = *record_.checks;
    out_ += fmt::format("<details><summary>{} rules run, {} of them found something, {} not run</summary><ul>",
                        checks.run, checks.failed, checks.not_run.size());
    for (const NotRun& rule : checks.not_run)
      out_ += fmt::format("<li><b>{}</b> {}</li>", escaped(rule.rule), escaped(rule.reason));
    out_ += "</ul></details>";
  }

  const Record& record_;
  std::vector<bool> shown_;
  std::string out_;
};

class Html : public VerdictOutput {
 public:
  void add(const Record& record) override { out_ += Page(record).run(); }
  std::string finish() override { return std::string(kHead) + out_ + "</main></body></html>\n"; }

 private:
  std::string out_;
};

}  // namespace

std::unique_ptr<VerdictOutput> html_output() { return std::make_unique<Html>(); }

}  // namespace ap::report
