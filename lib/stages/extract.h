// The use case of ap-extract: a record and the bytes it stands for -> the same record with an invoice and evidence.
//
// Best method first: e-invoice XML; an e-invoice inside a PDF, found by what it is and not by its name; the text of
// the pages; OCR where pages have none. What cannot be read ends `failed` with route `reject` and a finding of set
// intake (UNREADABLE, ENCRYPTED, UNSUPPORTED_TYPE, RESOURCE_LIMIT).
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "core/record.h"
#include "ports/blob_store.h"
#include "ports/clock.h"
#include "ports/files.h"
#include "ports/reader.h"
#include "ports/vendor_memory.h"

namespace ap {

struct ExtractSettings {
  OcrUse ocr = OcrUse::automatic;
  std::vector<std::string> languages;           // Tesseract names to choose from; empty: what is installed
  std::vector<std::string> own_names;           // a party with one of these names is the buyer
  std::uint64_t document_bytes = 256ull << 20;  // larger files at source.path are not read
};

struct EInvoiceCheck;

// Thread-safe: holds references only, which must outlive it.
class Extractor {
 public:
  // `blobs` may be nullptr: then the bytes come from source.path alone.
  // `memory` may be nullptr: then nothing that was learned is used.
  Extractor(Reader& reader, BlobStore* blobs, Files& files, Clock& clock, ExtractSettings settings,
            VendorMemory* memory = nullptr);

  // The record in state extracted or failed. What an earlier extraction and later stages said is replaced; findings
  // of ingest that are no errors stay, as do coding and unknown keys.
  // Throws Error(temporary) when the reader cannot work at the moment; the record is then to be tried again.
  // With `check` the rule sets that `rules` names are evaluated in the same reading of an XML file: *check is then what
  // validate() takes, and its findings are left out of the record. It stays unread for other documents.
  Record extract(Record record, EInvoiceCheck* check = nullptr, RuleSets rules = RuleSets::automatic) const;

 private:
  struct Refusal {
    std::string code, message;
  };
  using Done = std::expected<void, Refusal>;

  std::expected<std::string, Refusal> bytes_of(const Record& record) const;
  std::expected<std::string, Refusal> media_type_of(const std::string& bytes) const;
  struct Wanted {
    EInvoiceCheck* check;
    RuleSets rules;
  };
  Done read(Record& record, const Wanted& wanted) const;
  Done read_xml(Record& record, const std::string& bytes, const Wanted& wanted) const;
  Done read_pages(Record& record, const std::string& bytes) const;
  struct Embedded {
    EInvoiceReading reading;
    std::size_t attachment;  // place among the attachments
  };
  std::optional<Embedded> embedded_invoice(Record& record, const std::vector<Attachment>& attachments) const;
  static Refusal refusal(const ReadFailure& failure);

  Reader& reader_;
  BlobStore* blobs_;
  Files& files_;
  Clock& clock_;
  ExtractSettings settings_;
  VendorMemory* memory_;
};

}  // namespace ap
