#include "stages/einvoice_check.h"

#include <algorithm>

#include "core/error.h"
#include "core/fields.h"
#include "stages/document_bytes.h"

namespace ap {
namespace {

std::string name_of(RuleSets sets) {
  switch (sets) {
    case RuleSets::automatic:
      return "e-invoice rule sets";
    case RuleSets::none:
      return "";
    case RuleSets::en16931:
      return "en16931";
    case RuleSets::peppol:
      return "peppol";
    case RuleSets::xrechnung:
      return "xrechnung";
  }
  return "";
}

EInvoiceCheck not_run(RuleSets sets, std::string reason) {
  EInvoiceCheck check;
  check.checks.not_run.push_back({name_of(sets), std::move(reason)});
  return check;
}

// The e-invoice inside a PDF, told by content and not by name; of several the fullest, as for extraction.
std::expected<EInvoiceReading, ReadFailure> read_embedded(Reader& reader, Bytes pdf, const EInvoiceOptions& options) {
  auto pages = reader.read_pages(pdf, {.ocr = OcrUse::never, .attachments = true, .languages = {}});
  if (!pages) return std::unexpected(pages.error());
  std::optional<EInvoiceReading> best;
  ReadFailure failure{ReadFailureKind::unreadable, "the PDF has no e-invoice inside any more"};
  for (const Attachment& attachment : pages->attachments) {
    if (attachment.bytes.substr(0, 1024).find('<') == std::string::npos) continue;
    auto reading = reader.read_einvoice(as_bytes(attachment.bytes), options);
    if (!reading) {
      if (reading.error().kind != ReadFailureKind::unsupported_type) failure = reading.error();
      continue;
    }
    bool better = !best || present_fields(reading->invoice).size() > present_fields(best->invoice).size();
    if (better) best = std::move(*reading);
  }
  if (!best) return std::unexpected(failure);
  return std::move(*best);
}

}  // namespace

EInvoiceCheck taken_check(EInvoiceReading& reading) {
  EInvoiceCheck check;
  check.read = true;
  check.findings = std::move(reading.findings);
  check.checks = std::move(reading.checks);
  check.document_type_code = reading.document_type_code;
  reading.findings.clear();
  return check;
}

EInvoiceCheck check_einvoice(const Record& record, const ValidatePorts& ports, const ValidateOptions& options) {
  bool einvoice = record.extraction && !record.extraction->syntax.empty();
  if (!einvoice || options.rule_sets == RuleSets::none) return {};
  if (!ports.reader) return not_run(options.rule_sets, "no reader is at hand");
  auto bytes = document_bytes(record, ports.blobs, ports.files, options.document_bytes);
  if (!bytes) return not_run(options.rule_sets, "the document cannot be had again: " + bytes.error());
  EInvoiceOptions how{options.rule_sets};
  bool pdf = bytes->starts_with("%PDF-") || record.source.media_type == "application/pdf";
  auto reading =
      pdf ? read_embedded(*ports.reader, as_bytes(*bytes), how) : ports.reader->read_einvoice(as_bytes(*bytes), how);
  // Short of a worker for now: another run does it.
  if (!reading && reading.error().temporary()) throw Error(ErrorKind::temporary, reading.error().message);
  if (!reading) return not_run(options.rule_sets, "the e-invoice could not be read again: " + reading.error().message);
  return taken_check(*reading);
}

}  // namespace ap
