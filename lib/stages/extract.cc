#include "stages/extract.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/digest.h"
#include "core/error.h"
#include "core/fields.h"
#include "extract/long_document.h"
#include "stages/content.h"
#include "stages/einvoice_check.h"
#include "stages/einvoice_evidence.h"
#include "stages/hybrid_check.h"

namespace ap {
namespace {

Finding remark(std::string_view rule, Severity severity, std::string message) {
  return {.set = "extraction", .rule = std::string(rule), .severity = severity, .message = std::move(message)};
}

// What this stage and later ones said about the document before.
void forget_results(Record& record) {
  std::erase_if(record.findings,
                [](const Finding& finding) { return finding.set != "intake" || finding.severity == Severity::error; });
  record.extraction.reset();
  record.invoice.reset();
  record.evidence.clear();
  record.kept.clear();
  record.checks.reset();
  record.decision.reset();
}

void fail(Record& record, const std::string& code, const std::string& message) {
  forget_results(record);
  record.state = State::failed;
  record.decision = Decision{.route = Route::reject, .reasons = {message}};
  record.findings.push_back({.set = "intake", .rule = code, .severity = Severity::error, .message = message});
}

// Text in the beginning that may be XML, in any of its encodings: a cheap look before another process is asked.
bool may_be_xml(std::string_view bytes) { return bytes.substr(0, 1024).find('<') != std::string_view::npos; }

bool begins_as_xml(std::string_view bytes) {
  std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && bytes[first] == '<';
}

void take_einvoice(Record& record, EInvoiceReading&& reading, int pages) {
  record.extraction =
      Extraction{.method = "einvoice", .syntax = reading.syntax, .profile = reading.profile, .pages = pages};
  ContentPrinter printer;
  record.evidence = evidence_of_einvoice(reading.invoice, printer);
  bool lines = !reading.invoice.lines.empty();
  record.invoice = std::move(reading.invoice);
  record.kept = std::move(reading.kept);
  record.extraction->content = print_of_einvoice(printer, record.kept);
  std::move(reading.findings.begin(), reading.findings.end(), std::back_inserter(record.findings));
  if (!lines) {
    record.findings.push_back(remark("PROFILE_WITHOUT_LINES", Severity::info,
                                     "the e-invoice carries no lines; nothing was put in from the pages instead"));
  }
}

void append(std::vector<Finding>& to, std::vector<Finding> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// "3", "3-5", "2a" for the left half of a sheet with two pages on it.
std::string range_name(const extract::Unfolded& pages, const extract::PageRange& range) {
  std::string first = pages.origins[static_cast<std::size_t>(range.first) - 1].name();
  std::string last = pages.origins[static_cast<std::size_t>(range.last) - 1].name();
  return first == last ? first : first + "-" + last;
}

std::pair<int, int> sheets_of(const extract::Unfolded& pages, const extract::PageRange& range) {
  return {pages.origins[static_cast<std::size_t>(range.first) - 1].sheet,
          pages.origins[static_cast<std::size_t>(range.last) - 1].sheet};
}

// Nothing that a letterhead usually says is missing or doubtful.
bool says_enough(const Record& record) {
  if (record.extraction && record.extraction->method == "einvoice") return true;
  if (!record.invoice) return false;
  constexpr Confidence kSure = 900;
  auto sure = [&](const char* path) {
    auto found = record.evidence.find(path);
    return found != record.evidence.end() && found->second.confidence >= kSure;
  };
  auto any = [&](std::initializer_list<const char*> paths) {
    return std::ranges::any_of(paths, [&](const char* path) { return record.evidence.contains(path); });
  };
  return sure("seller.name") && any({"number"}) && any({"issue_date"}) && any({"totals.gross", "totals.payable"}) &&
         any({"seller.vat_id", "seller.tax_number", "seller.registration_id", "seller.address.street"});
}

bool says_enough(const Extracted& extracted) {
  return extracted.parts.empty()
             ? says_enough(extracted.record)
             : std::ranges::all_of(extracted.parts, [](const Record& part) { return says_enough(part); });
}

std::string pages_text(const std::string& name) {
  return (name.find('-') == std::string::npos ? "page " : "pages ") + name;
}

}  // namespace

Extractor::Extractor(Reader& reader, BlobStore* blobs, Files& files, Clock& clock, ExtractSettings settings,
                     VendorMemory* memory)
    : reader_(reader), blobs_(blobs), files_(files), clock_(clock), settings_(std::move(settings)), memory_(memory) {}

std::string part_id(std::string_view parent, std::string_view pages) {
  return sha256_hex(as_bytes(fmt::format("{}:{}", parent, pages)));
}

void Extractor::extract_in_place(Extracted& out, ExtractBesides besides) const {
  std::int64_t start = clock_.monotonic_ms();
  forget_results(out.record);
  Done done = read(out, besides);
  if (!done) {
    fail(out.record, done.error().code, done.error().message);
    return;
  }
  // Nothing more is to be done with what was taken apart, as with a mail that only carried attachments.
  out.record.state = out.parts.empty() ? State::extracted : State::validated;
  out.record.extraction->duration_ms = clock_.monotonic_ms() - start;
}

Extractor::Done Extractor::read(Extracted& out, ExtractBesides& besides) const {
  Record& record = out.record;
  if (!besides.content) {
    auto found = bytes_of(record);
    if (!found) return std::unexpected(found.error());
    besides.content = std::move(*found);
  }
  std::string& bytes = *besides.content;
  std::string& type = record.source.media_type;
  Done xml;
  if (type.empty() && begins_as_xml(bytes)) {
    // Nearly all that begins so is an e-invoice, and reading it is no dearer than looking what it is.
    xml = read_xml(record, bytes, besides);
    if (xml) type = "application/xml";
    if (xml) return xml;
  }
  if (type.empty()) {
    if (Done done = find_type(record, bytes); !done) return done;
  }
  if (type == "application/xml") return xml ? read_xml(record, bytes, besides) : xml;
  if (type == "application/pdf" || type.starts_with("image/")) return read_pages(out, bytes, besides.pages);
  if (type == "message/rfc822" || type == "application/mbox") {
    return std::unexpected(Refusal{"UNSUPPORTED_TYPE", "a mail is no invoice itself; ap-ingest takes its attachments"});
  }
  return std::unexpected(
      Refusal{"UNSUPPORTED_TYPE", fmt::format("neither PDF, picture nor XML{}; ask the sender for one of these",
                                              type.empty() ? "" : " but " + type)});
}

std::unique_ptr<BegunReading> Extractor::begin(const std::string& bytes, RuleSets rules) const {
  if (!begins_as_xml(bytes)) return nullptr;
  return reader_.begin_einvoice(as_bytes(bytes), {.rules = rules, .keep = true});
}

Extractor::Done Extractor::find_type(Record& record, const std::string& bytes) const {
  // Whoever reads the pages finds out whether it is one; asking beforehand would open it twice.
  if (bytes.starts_with("%PDF-")) {
    record.source.media_type = "application/pdf";
    return {};
  }
  auto inspection = reader_.inspect(as_bytes(bytes));
  if (!inspection) return std::unexpected(refusal(inspection.error()));
  record.source.media_type = std::move(inspection->media_type);
  return {};
}

std::expected<std::string, Extractor::Refusal> Extractor::bytes_of(const Record& record) const {
  std::string damage;
  if (blobs_ != nullptr && !record.id.empty()) {
    try {
      if (auto bytes = blobs_->get(record.bytes_id())) return std::move(*bytes);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::io) throw;
      damage = fmt::format("the stored original is damaged ({}); ", error.what());
    }
  }
  if (record.source.path.empty()) {
    return std::unexpected(
        Refusal{"UNREADABLE", damage + "the original is not in the blob store, and no path is known"});
  }
  auto bytes = files_.read(record.source.path, settings_.document_bytes);
  if (!bytes && bytes.error().kind == FileFailureKind::too_large) {
    return std::unexpected(Refusal{"RESOURCE_LIMIT", bytes.error().message + "; limits.document_bytes is the limit"});
  }
  if (!bytes) return std::unexpected(Refusal{"UNREADABLE", damage + bytes.error().message});
  if (sha256_hex(as_bytes(*bytes)) != record.bytes_id()) {
    return std::unexpected(
        Refusal{"UNREADABLE", fmt::format("{}{} holds other bytes than those taken in; take it in again with ap-ingest",
                                          damage, record.source.path)});
  }
  return std::move(*bytes);
}

// All that is wanted of the bytes is then in the reading, which may be large itself.
Extractor::Done Extractor::read_xml(Record& record, std::string& bytes, ExtractBesides& besides) const {
  bool check = besides.check != nullptr && besides.rules != RuleSets::none;
  const EInvoiceOptions options{.rules = check ? besides.rules : RuleSets::none, .keep = true};
  auto reading = besides.begun ? reader_.finish_einvoice(std::move(besides.begun), as_bytes(bytes), options)
                               : reader_.read_einvoice(as_bytes(bytes), options);
  if (!reading) return std::unexpected(refusal(reading.error()));
  std::string().swap(bytes);
  if (check) *besides.check = taken_check(*reading);
  take_einvoice(record, std::move(*reading), 0);
  return {};
}

// Print in pictures of a text page costs more to read than all the rest: only where the text leaves something open.
Extractor::Done Extractor::read_pages(Extracted& out, const std::string& bytes, PageReading* seen) const {
  PageOptions options{.ocr = settings_.ocr,
                      .attachments = !out.record.is_part(),
                      .languages = settings_.languages,
                      .picture_dpi = seen ? settings_.picture_dpi : 0};
  auto reading = reader_.read_pages(as_bytes(bytes), options);
  if (!reading) return std::unexpected(refusal(reading.error()));
  Extracted found{out.record, {}};
  Done done = read_documents(found, *reading);
  if (!reading->print_places.empty() && (!done || !says_enough(found))) {
    options.print_places = reading->print_places;
    auto with_print = reader_.read_pages(as_bytes(bytes), options);
    if (!with_print) return std::unexpected(refusal(with_print.error()));
    keep_codes(reading->pages, with_print->pages);
    reading = std::move(with_print);
    found = {out.record, {}};
    done = read_documents(found, *reading);
  }
  if (seen) *seen = std::move(*reading);
  out = std::move(found);
  return done;
}

Extractor::Done Extractor::read_documents(Extracted& out, const PageReading& reading) const {
  Record& record = out.record;
  if (!record.is_part()) {
    if (auto embedded = embedded_invoice(record, reading.attachments)) {
      take_embedded(record, reading, std::move(*embedded));
      return {};
    }
  }
  extract::Unfolded pages = extract::unfold(reading.pages, extract_options());
  if (record.is_part()) return read_part(record, pages);
  if (settings_.split) {
    extract::SplitPlan plan = extract::plan_split(pages.pages, extract_options());
    if (plan.several()) return split(out, pages, plan), Done{};
  }
  return read_invoice(record, pages, {1, static_cast<int>(pages.pages.size()), ""});
}

void Extractor::take_embedded(Record& record, const PageReading& reading, Embedded embedded) const {
  auto form = check_hybrid_form(reading.attachments[embedded.attachment], reading.xmp, embedded.reading);
  take_einvoice(record, std::move(embedded.reading), static_cast<int>(reading.pages.size()));
  append(record.findings, std::move(form));
  if (!method_of(reading.pages).empty()) {
    extract::PageExtraction seen = extract::extract_document(reading.pages, extract_options());
    append(record.findings, compare_with_pages(*record.invoice, extract::looked_at(reading.pages), seen.invoice,
                                               seen.evidence, record.kept));
  }
  append(record.findings, compare_with_codes(*record.invoice, reading.pages));
}

extract::ExtractOptions Extractor::extract_options() const {
  return {.today = clock_.today(), .own_names = settings_.own_names};
}

Extractor::Done Extractor::read_invoice(Record& record, const extract::Unfolded& all,
                                        const extract::PageRange& range) const {
  const layout::PackedPages pages = extract::pages_of(all.pages, range.first, range.last);
  std::string method = method_of(pages);
  if (method.empty()) {
    std::string hint = settings_.ocr == OcrUse::never ? "; reader.ocr is never" : "";
    return std::unexpected(Refusal{"UNREADABLE", "no text was found on any page" + hint});
  }
  extract::ExtractOptions how = extract_options();
  extract::PageExtraction found = extract::extract_document(pages, how);
  // A vendor that people have corrected before: read again with what was learned.
  if (memory_ != nullptr) how.habits = memory_->recall(found.vendor_marks);
  if (!how.habits.empty()) found = extract::extract_document(pages, how);
  auto first = static_cast<std::size_t>(range.first) - 1, last = static_cast<std::size_t>(range.last) - 1;
  extract::put_back(found.evidence, all, first);
  record.extraction = Extraction{
      .method = method, .pages = all.origins[last].sheet - all.origins[first].sheet + 1, .language = found.language};
  record.extraction->content = print_of_pages(pages);
  record.invoice = std::move(found.invoice);
  record.evidence = std::move(found.evidence);
  append(record.findings, std::move(found.findings));
  append(record.findings, compare_with_codes(*record.invoice, pages));
  return {};
}

// The part as it was split off: by its pages, and where two parts share a sheet, by its id.
Extractor::Done Extractor::read_part(Record& record, const extract::Unfolded& pages) const {
  const auto [first, last] = *record.source.pages;
  extract::PageRange whole;
  for (int i = 1; i <= static_cast<int>(pages.pages.size()); ++i) {
    int sheet = pages.origins[static_cast<std::size_t>(i) - 1].sheet;
    if (sheet < first || sheet > last) continue;
    if (whole.first == 0) whole.first = i;
    whole.last = i;
  }
  if (whole.first == 0)
    return std::unexpected(
        Refusal{"UNREADABLE", fmt::format("there are no pages {}-{} in what it was split off", first, last)});
  for (int from : {whole.first, whole.first + 1})
    for (int to : {whole.last, whole.last - 1})
      if (from <= to && part_id(record.source.parent, range_name(pages, {from, to, ""})) == record.id)
        return read_invoice(record, pages, {from, to, ""});
  return read_invoice(record, pages, whole);
}

void Extractor::split(Extracted& out, const extract::Unfolded& pages, const extract::SplitPlan& plan) const {
  Record& scan = out.record;
  scan.extraction = Extraction{.method = method_of(pages.pages), .pages = pages.origins.back().sheet};
  std::string what;
  for (const extract::PageRange& range : plan.parts) {
    Record part;
    std::string name = range_name(pages, range);
    part.id = part_id(scan.id, name);
    part.trace_id = scan.trace_id;
    part.source = scan.source;
    part.source.name += "#p" + name;
    part.source.parent = scan.id;
    part.source.pages = sheets_of(pages, range);
    part.source.dropped.clear();
    scan.extraction->parts.push_back({part.id, *part.source.pages, range.reason});
    what += fmt::format("{}{}{}", what.empty() ? "" : "; ", pages_text(name),
                        range.reason.empty() ? "" : ": " + range.reason);
    part.state = State::extracted;
    Done done = read_invoice(part, pages, range);
    if (!done) fail(part, done.error().code, done.error().message);
    out.parts.push_back(std::move(part));
  }
  for (const extract::PageRange& range : plan.skipped) {
    scan.extraction->skipped.push_back({sheets_of(pages, range), range.reason});
    what += fmt::format("; {}: {}", pages_text(range_name(pages, range)), range.reason);
  }
  scan.findings.push_back(
      remark("SPLIT", Severity::info, fmt::format("it holds {} documents: {}", plan.parts.size(), what)));
}

std::optional<Extractor::Embedded> Extractor::embedded_invoice(Record& record,
                                                               const std::vector<Attachment>& attachments) const {
  std::optional<Embedded> best;
  std::string names;
  int found = 0;
  for (const Attachment& attachment : attachments) {
    if (!may_be_xml(attachment.bytes)) continue;
    auto reading = reader_.read_einvoice(as_bytes(attachment.bytes), {.keep = true});
    if (!reading) {
      if (reading.error().temporary()) refusal(reading.error());
      // Other XML may well be attached; only what should have been an invoice and is broken is worth a word.
      if (reading.error().kind == ReadFailureKind::unsupported_type) continue;
      record.findings.push_back(remark(
          "EMBEDDED_XML_UNREADABLE", Severity::warning,
          fmt::format("the embedded file '{}' could not be read: {}", attachment.name, reading.error().message)));
      continue;
    }
    ++found;
    names += fmt::format("{}'{}'", names.empty() ? "" : ", ", attachment.name);
    // The one that says most; the first among equals.
    bool better = !best || present_fields(reading->invoice).size() > present_fields(best->reading.invoice).size();
    if (better) best = Embedded{std::move(*reading), static_cast<std::size_t>(&attachment - attachments.data())};
  }
  if (found > 1) {
    record.findings.push_back(
        remark("SEVERAL_E_INVOICES", Severity::warning,
               fmt::format("the PDF holds {} e-invoices ({}); the fullest was taken", found, names)));
  }
  return best;
}

Extractor::Refusal Extractor::refusal(const ReadFailure& failure) {
  if (failure.temporary()) throw Error(ErrorKind::temporary, failure.message);
  return {failure.code(), failure.message};
}

}  // namespace ap
