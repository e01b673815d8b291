#include "stages/validate.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "bill_kit.h"

using namespace ap;
using namespace ap::test;

namespace {

// Reads every document as an e-invoice with one finding of en16931 and one rule not run.
class OneFindingReader : public Reader {
 public:
  std::expected<Inspection, ReadFailure> inspect(Bytes) override { return Inspection{}; }
  std::expected<MailReading, ReadFailure> read_mail(Bytes) override { return MailReading{}; }
  std::expected<std::vector<std::string>, ReadFailure> split_mbox(Bytes) override { return std::vector<std::string>{}; }
  std::expected<PageReading, ReadFailure> read_pages(Bytes, const PageOptions&) override {
    PageReading reading;
    reading.attachments.push_back({"picture.png", "image/png", "", "", "PNG"});
    reading.attachments.push_back({"any-name.bin", "", "", "", "<xml/>"});
    return reading;
  }
  std::expected<EInvoiceReading, ReadFailure> read_einvoice(Bytes bytes, const EInvoiceOptions&) override {
    if (!as_text(bytes).starts_with("<"))
      return std::unexpected(ReadFailure{ReadFailureKind::unsupported_type, "no XML"});
    EInvoiceReading reading;
    reading.document_type_code = type_code;
    reading.findings.push_back(
        {"en16931", "BR-CO-15", severity, "totals.gross", "/Invoice", "sums differ", "119.00", "118.00"});
    reading.checks = {10, 1, {{"BR-99", "not evaluated"}}};
    return reading;
  }
  std::expected<std::string, ReadFailure> render_png(Bytes, int, int) override { return std::string(); }

  Severity severity = Severity::error;
  std::string type_code = "380";
};

// A blob store of one document.
class OneBlob : public BlobStore {
 public:
  explicit OneBlob(std::string bytes) : bytes_(std::move(bytes)) {}
  void put(std::string_view, Bytes) override {}
  std::optional<std::string> get(std::string_view) override { return bytes_; }
  bool contains(std::string_view) override { return true; }
  void for_each(const std::function<void(std::string_view, std::uint64_t)>&) override {}
  void remove(std::string_view) override {}
  std::string location() const override { return "one"; }

 private:
  std::string bytes_;
};

bool has(const Record& record, const char* rule) {
  return std::ranges::any_of(record.findings, [&](const Finding& f) { return f.rule == rule; });
}

struct Desk {
  Desk() { load_master(store); }
  StillClock clock;
  memory::MemoryStore store;
  ValidatePorts ports{clock, &store};
  ValidateOptions options;
  Record run(Record record) { return validate(std::move(record), ports, options); }
};

}  // namespace

TEST_CASE("a good bill is approved") {
  Desk desk;
  Record record = desk.run(bill("RE-1"));
  CHECK(record.state == State::validated);
  for (const auto& reason : record.decision->reasons) MESSAGE(reason);
  CHECK(record.route() == Route::approve);
  CHECK(record.decision->reasons.empty());
  CHECK(record.decision->policy.starts_with("controls/2 "));
  CHECK(record.checks->failed == 0);
  CHECK(record.checks->run > 15);
}

TEST_CASE("an error, or a warning that asks for it, sends to review with the reason") {
  Desk desk;
  Record wrong = bill("RE-1");
  set(wrong, "totals.gross", "120.00");
  Record record = desk.run(wrong);
  CHECK(record.route() == Route::review);
  CHECK(record.decision->reasons ==
        std::vector<std::string>{
            "TOTAL_MISMATCH: net 100.00 + tax 19.00 = 119.00, but the total is 120.00 (off by 1.00)"});
  CHECK(record.checks->failed == 2);  // BR-CO-15 says it as well, as a warning that holds nothing
  CHECK(has(record, "BR-CO-15"));

  Record unsure = bill("RE-2");
  unsure.evidence["number"].confidence = 500;
  CHECK(desk.run(unsure).route() == Route::review);

  Record no_lines = bill("RE-3");
  no_lines.invoice->lines.clear();
  record = desk.run(no_lines);
  CHECK(has(record, "NO_LINE_ITEMS"));  // a warning that does not hold
  CHECK(record.route() == Route::approve);
}

TEST_CASE("without a store the duplicates control did not run, and nothing is approved") {
  StillClock clock;
  ValidateOptions options;
  Record record = validate(bill("RE-1"), {clock}, options);
  CHECK(record.route() == Route::review);
  REQUIRE(record.decision->reasons.size() == 3);
  CHECK(record.decision->reasons[0].find("'bank' did not run") != std::string::npos);
  CHECK(record.decision->reasons[1].find("'duplicates' did not run") != std::string::npos);
  CHECK(record.decision->reasons[1].find("--store") != std::string::npos);
  CHECK(record.decision->reasons[2].find("'vendor' did not run") != std::string::npos);
  CHECK(record.checks->not_run[0].rule == "EN16931");  // the rules that a page does not allow
  CHECK(std::ranges::count(record.checks->not_run, "DUPLICATE_INVOICE", &NotRun::rule) == 1);
  for (const char* group : {"duplicates", "vendor", "bank"}) options.settings.required_controls.erase(group);
  CHECK(validate(bill("RE-1"), {clock}, options).route() == Route::approve);
  options.settings.required_controls.insert("bananas");
  CHECK(validate(bill("RE-1"), {clock}, options).route() == Route::review);
  CHECK(unknown_groups(options.settings) == std::vector<std::string>{"bananas"});
}

TEST_CASE("a rule that throws holds the invoice, whatever is required") {
  Desk desk;
  desk.options.settings.required_controls.clear();
  Record record = bill("RE-1");
  std::string huge = "1" + std::string(37, '0');
  set(record, "lines[0].quantity", huge.c_str());
  set(record, "lines[0].unit_price", huge.c_str());
  record = desk.run(record);
  CHECK(record.route() == Route::review);
  REQUIRE_FALSE(record.decision->reasons.empty());
  CHECK(record.decision->reasons[0].starts_with("LINE_MATH_MISMATCH: the rule could not be evaluated"));
}

TEST_CASE("validating again replaces own findings and keeps those of earlier stages") {
  Desk desk;
  Record record = bill("RE-1");
  record.findings.push_back({"extraction", "UNUSUAL_LAYOUT", Severity::info, "", "", "two columns", "", ""});
  set(record, "totals.gross", "120.00");
  record = desk.run(record);
  CHECK(has(record, "TOTAL_MISMATCH"));
  set(record, "totals.gross", "119.00");
  record = desk.run(record);
  CHECK_FALSE(has(record, "TOTAL_MISMATCH"));
  CHECK(has(record, "UNUSUAL_LAYOUT"));
  CHECK(record.route() == Route::approve);
  CHECK(desk.run(record) == record);
}

TEST_CASE("the later arrival of one invoice is held, whoever is validated first") {
  Desk desk;
  Record first = bill("RE-2026/17"), second = bill("RE 2026-17");
  set(second, "seller.vat_id", "");
  put(desk.store, first);
  put(desk.store, second);
  CHECK(desk.run(second).route() == Route::review);
  CHECK(has(desk.run(second), "DUPLICATE_INVOICE"));
  CHECK_FALSE(has(desk.run(first), "DUPLICATE_INVOICE"));
  Record other_amount = bill("RE-2026/17");
  other_amount.id = sha256_hex(as_bytes("other"));
  set(other_amount, "totals.gross", "119.01");
  put(desk.store, other_amount);
  CHECK(has(desk.run(other_amount), "DUPLICATE_INVOICE"));  // D3: it does not say that it corrects the first
  set(other_amount, "number", "RE-2026/17-K");
  set(other_amount, "preceding_invoice", "RE-2026/17");
  note_for_duplicates(desk.store, other_amount);
  CHECK_FALSE(has(desk.run(other_amount), "DUPLICATE_INVOICE"));
}

TEST_CASE("an earlier arrival that was read too late is held when the later one has been let through") {
  Desk desk;
  Record first = bill("RE-17"), second = bill("RE 17");
  put(desk.store, first);
  put(desk.store, second);
  second.decision.emplace().route = Route::approve;
  second.state = State::validated;
  REQUIRE(desk.store.update(second, State::extracted, Event{}));
  CHECK(has(desk.run(first), "DUPLICATE_INVOICE"));
}

TEST_CASE("another kind of document is rejected until a person says what it is") {
  Desk desk;
  Record record = bill("RE-1");
  record.findings.push_back({"ap", "NOT_AN_INVOICE", Severity::error, "type", "", "titled 'Statement'", "", ""});
  CHECK(desk.run(record).route() == Route::reject);
  record.evidence["type"].how = How::correction;
  CHECK(desk.run(record).route() == Route::approve);
}

TEST_CASE("a document from which nothing was extracted goes to review") {
  Desk desk;
  Record record = bill("RE-1");
  record.invoice.reset();
  record = desk.run(record);
  CHECK(record.route() == Route::review);
  CHECK(record.decision->reasons.size() == 1);
}

TEST_CASE("rule sets of an e-invoice run where the document can be had again") {
  Desk desk;
  OneFindingReader reader;
  OneBlob blobs("<xml/>");
  Record record = bill("RE-1");
  record.extraction->method = "einvoice";
  record.extraction->syntax = "ubl";

  Record without = desk.run(record);
  CHECK(without.route() == Route::approve);
  CHECK(std::ranges::count(without.checks->not_run, "e-invoice rule sets", &NotRun::rule) == 1);

  desk.ports.reader = &reader;
  desk.ports.blobs = &blobs;
  Record with = desk.run(record);
  CHECK(has(with, "BR-CO-15"));
  CHECK(with.route() == Route::review);
  CHECK(with.checks->run == without.checks->run + 10);
  CHECK(std::ranges::count(with.checks->not_run, "BR-99", &NotRun::rule) == 1);

  reader.severity = Severity::warning;
  CHECK(desk.run(with).route() == Route::approve);
  desk.options.rule_sets = RuleSets::none;
  CHECK_FALSE(has(desk.run(with), "BR-CO-15"));
}

TEST_CASE("the e-invoice inside a PDF is found by content, and its type may reject it") {
  Desk desk;
  OneFindingReader reader;
  OneBlob blobs("%PDF-1.7 ...");
  reader.type_code = "325";
  desk.ports.reader = &reader;
  desk.ports.blobs = &blobs;
  Record record = bill("RE-1");
  record.extraction->syntax = "cii";
  record = desk.run(record);
  CHECK(has(record, "BR-CO-15"));
  CHECK(record.route() == Route::reject);
}

TEST_CASE("records of other states come back unchanged") {
  Desk desk;
  for (State state : {State::received, State::exported, State::failed}) {
    Record record = bill("RE-1");
    record.state = state;
    CHECK(desk.run(record) == record);
  }
}

TEST_CASE("rules are listed and explained") {
  CHECK(list_rules().find("TOTAL_MISMATCH") != std::string::npos);
  CHECK(list_rules_json().starts_with("[{\"set\":\"intake\""));
  auto text = explain_rule("tax_mismatch");
  REQUIRE(text);
  CHECK(text->starts_with("TAX_MISMATCH (controls, arithmetic, error)\n"));
  CHECK(text->find("Looks at: BT-110") != std::string::npos);
  CHECK_FALSE(explain_rule("NO_SUCH_CODE"));
  CHECK(rule_sets_from("peppol") == RuleSets::peppol);
  CHECK_FALSE(rule_sets_from("all"));
}
