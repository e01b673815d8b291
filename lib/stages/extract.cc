#include "stages/extract.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/digest.h"
#include "core/error.h"
#include "core/fields.h"
#include "extract/extract.h"
#include "stages/einvoice_check.h"
#include "stages/field_values.h"
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

// An e-invoice says everything of itself: each value is its own evidence.
void take_einvoice(Record& record, EInvoiceReading reading, int pages) {
  record.extraction =
      Extraction{.method = "einvoice", .syntax = reading.syntax, .profile = reading.profile, .pages = pages};
  for (FieldValue& field : field_values(reading.invoice)) {
    Evidence evidence;
    evidence.confidence = kCertain;
    evidence.text = std::move(field.value);
    evidence.how = How::einvoice;
    record.evidence.emplace(std::move(field.path), std::move(evidence));
  }
  bool lines = !reading.invoice.lines.empty();
  record.invoice = std::move(reading.invoice);
  record.kept = std::move(reading.kept);
  std::move(reading.findings.begin(), reading.findings.end(), std::back_inserter(record.findings));
  if (!lines) {
    record.findings.push_back(remark("PROFILE_WITHOUT_LINES", Severity::info,
                                     "the e-invoice carries no lines; nothing was put in from the pages instead"));
  }
}

void append(std::vector<Finding>& to, std::vector<Finding> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// text, ocr or mixed; "" when nothing stands on any page.
std::string method_of(const std::vector<layout::Page>& pages) {
  bool text = false, ocr = false;
  for (const layout::Page& page : pages) {
    if (page.words.empty() || page.source == layout::PageSource::blank) continue;
    text |= page.source != layout::PageSource::ocr;
    ocr |= page.source != layout::PageSource::text;
  }
  return text && ocr ? "mixed" : text ? "text" : ocr ? "ocr" : "";
}

}  // namespace

Extractor::Extractor(Reader& reader, BlobStore* blobs, Files& files, Clock& clock, ExtractSettings settings,
                     VendorMemory* memory)
    : reader_(reader), blobs_(blobs), files_(files), clock_(clock), settings_(std::move(settings)), memory_(memory) {}

Record Extractor::extract(Record record, EInvoiceCheck* check, RuleSets rules) const {
  std::int64_t start = clock_.monotonic_ms();
  forget_results(record);
  Done done = read(record, {check, rules});
  if (!done) {
    fail(record, done.error().code, done.error().message);
    return record;
  }
  record.state = State::extracted;
  record.extraction->duration_ms = clock_.monotonic_ms() - start;
  return record;
}

Extractor::Done Extractor::read(Record& record, const Wanted& wanted) const {
  auto bytes = bytes_of(record);
  if (!bytes) return std::unexpected(bytes.error());
  if (record.source.media_type.empty()) {
    auto type = media_type_of(*bytes);
    if (!type) return std::unexpected(type.error());
    record.source.media_type = std::move(*type);
  }
  const std::string& type = record.source.media_type;
  if (type == "application/xml") return read_xml(record, *bytes, wanted);
  if (type == "application/pdf" || type.starts_with("image/")) return read_pages(record, *bytes);
  if (type == "message/rfc822" || type == "application/mbox") {
    return std::unexpected(Refusal{"UNSUPPORTED_TYPE", "a mail is no invoice itself; ap-ingest takes its attachments"});
  }
  return std::unexpected(
      Refusal{"UNSUPPORTED_TYPE", fmt::format("neither PDF, picture nor XML{}; ask the sender for one of these",
                                              type.empty() ? "" : " but " + type)});
}

std::expected<std::string, Extractor::Refusal> Extractor::media_type_of(const std::string& bytes) const {
  // Whoever reads the pages finds out whether it is one; asking beforehand would open it twice.
  if (bytes.starts_with("%PDF-")) return "application/pdf";
  auto inspection = reader_.inspect(as_bytes(bytes));
  if (!inspection) return std::unexpected(refusal(inspection.error()));
  return inspection->media_type;
}

std::expected<std::string, Extractor::Refusal> Extractor::bytes_of(const Record& record) const {
  std::string damage;
  if (blobs_ != nullptr && !record.id.empty()) {
    try {
      if (auto bytes = blobs_->get(record.id)) return std::move(*bytes);
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
  if (sha256_hex(as_bytes(*bytes)) != record.id) {
    return std::unexpected(
        Refusal{"UNREADABLE", fmt::format("{}{} holds other bytes than those taken in; take it in again with ap-ingest",
                                          damage, record.source.path)});
  }
  return std::move(*bytes);
}

Extractor::Done Extractor::read_xml(Record& record, const std::string& bytes, const Wanted& wanted) const {
  bool check = wanted.check != nullptr && wanted.rules != RuleSets::none;
  auto reading = reader_.read_einvoice(as_bytes(bytes), {.rules = check ? wanted.rules : RuleSets::none, .keep = true});
  if (!reading) return std::unexpected(refusal(reading.error()));
  if (check) *wanted.check = taken_check(*reading);
  take_einvoice(record, std::move(*reading), 0);
  return {};
}

Extractor::Done Extractor::read_pages(Record& record, const std::string& bytes) const {
  auto reading = reader_.read_pages(as_bytes(bytes),
                                    {.ocr = settings_.ocr, .attachments = true, .languages = settings_.languages});
  if (!reading) return std::unexpected(refusal(reading.error()));
  int count = static_cast<int>(reading->pages.size());
  std::string method = method_of(reading->pages);
  extract::ExtractOptions how{.today = clock_.today(), .own_names = settings_.own_names};
  if (auto embedded = embedded_invoice(record, reading->attachments)) {
    auto form = check_hybrid_form(reading->attachments[embedded->attachment], reading->xmp, embedded->reading);
    take_einvoice(record, std::move(embedded->reading), count);
    append(record.findings, std::move(form));
    if (!method.empty()) {
      extract::PageExtraction seen = extract::extract_invoice(reading->pages, how);
      append(record.findings, compare_with_pages(*record.invoice, reading->pages, seen.invoice, seen.evidence));
    }
    append(record.findings, compare_with_codes(*record.invoice, reading->pages));
    return {};
  }
  if (method.empty()) {
    std::string hint = settings_.ocr == OcrUse::never ? "; reader.ocr is never" : "";
    return std::unexpected(Refusal{"UNREADABLE", "no text was found on any page" + hint});
  }
  extract::PageExtraction found = extract::extract_invoice(reading->pages, how);
  // A vendor that people have corrected before: read again with what was learned.
  if (memory_ != nullptr) how.habits = memory_->recall(found.vendor_marks);
  if (!how.habits.empty()) found = extract::extract_invoice(reading->pages, how);
  record.extraction = Extraction{.method = method, .pages = count, .language = found.language};
  record.invoice = std::move(found.invoice);
  record.evidence = std::move(found.evidence);
  append(record.findings, std::move(found.findings));
  append(record.findings, compare_with_codes(*record.invoice, reading->pages));
  return {};
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
