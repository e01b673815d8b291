// The use case of ap-extract: a record and the bytes it stands for -> the same record with an invoice and evidence.
//
// Best method first: e-invoice XML; an e-invoice inside a PDF, found by what it is and not by its name; the text of
// the pages; OCR where pages have none. A scan or PDF that holds several invoices is taken apart: its own record ends
// `validated` without a route, as a mail's does, and says into what it was split; each part is a document of its own.
// What cannot be read ends `failed` with route `reject` and a finding of set intake (UNREADABLE, ENCRYPTED,
// UNSUPPORTED_TYPE, RESOURCE_LIMIT).
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/record.h"
#include "extract/split.h"
#include "extract/two_up.h"
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
  bool split = true;                            // documents that hold several invoices are taken apart
  int picture_dpi = 0;                          // of the pictures that extract() hands out; 0: none
  std::uint64_t document_bytes = 256ull << 20;  // larger files at source.path are not read
};

struct EInvoiceCheck;

struct Extracted {
  Record record;
  std::vector<Record> parts;  // where the record is of a scan with several documents: those, in order
};

// What one reading is to give besides the record.
struct ExtractBesides {
  // The bytes that the record stands for, where they are at hand; they are then not looked for.
  std::optional<std::string> content = std::nullopt;
  std::unique_ptr<BegunReading> begun = nullptr;  // with `content`, what begin() gave for it
  // The rule sets that `rules` names are evaluated in the same reading of an XML file: *check is then what validate()
  // takes, and its findings are left out of the record. It stays unread for other documents.
  EInvoiceCheck* check = nullptr;
  RuleSets rules = RuleSets::automatic;
  PageReading* pages = nullptr;  // gets what was read of the whole file, with pictures
};

// The id of the part that consists of these pages ("3", "3-5", "2a": the left half of a sheet), the same whenever it
// is split off again.
std::string part_id(std::string_view parent, std::string_view pages);

// Thread-safe: holds references only, which must outlive it.
class Extractor {
 public:
  // `blobs` may be nullptr: then the bytes come from source.path alone.
  // `memory` may be nullptr: then nothing that was learned is used.
  Extractor(Reader& reader, BlobStore* blobs, Files& files, Clock& clock, ExtractSettings settings,
            VendorMemory* memory = nullptr);

  // The record in state extracted or failed. What an earlier extraction and later stages said is replaced; findings
  // of ingest that are no errors stay, as do coding and unknown keys.
  // A part that was split off is read again from the pages of its parent. Throws Error(temporary) when the reader
  // cannot work at the moment; the record is then to be tried again.
  Extracted extract(Record&& record, ExtractBesides besides = {}) const {
    Extracted out{std::move(record), {}};
    extract_in_place(out, std::move(besides));
    return out;
  }
  // The same where the record stands: one with an invoice is large to move about.
  void extract_in_place(Extracted& out, ExtractBesides besides = {}) const;

  // Begins to read the bytes of a document whose turn comes later; nullptr where that is of no use. `rules`: as
  // extract() will be told, none without `check`.
  std::unique_ptr<BegunReading> begin(const std::string& bytes, RuleSets rules) const;

 private:
  struct Refusal {
    std::string code, message;
  };
  using Done = std::expected<void, Refusal>;

  std::expected<std::string, Refusal> bytes_of(const Record& record) const;
  Done read(Extracted& out, ExtractBesides& besides) const;
  Done read_xml(Record& record, std::string& bytes, ExtractBesides& besides) const;
  Done find_type(Record& record, const std::string& bytes) const;
  Done read_pages(Extracted& out, const std::string& bytes, PageReading* seen) const;
  Done read_documents(Extracted& out, const PageReading& reading) const;
  Done read_invoice(Record& record, const extract::Unfolded& all, const extract::PageRange& range) const;
  Done read_part(Record& record, const extract::Unfolded& pages) const;
  void split(Extracted& out, const extract::Unfolded& pages, const extract::SplitPlan& plan) const;
  extract::ExtractOptions extract_options() const;
  struct Embedded {
    EInvoiceReading reading;
    std::size_t attachment;  // place among the attachments
  };
  std::optional<Embedded> embedded_invoice(Record& record, const std::vector<Attachment>& attachments) const;
  void take_embedded(Record& record, const PageReading& reading, Embedded embedded) const;
  static Refusal refusal(const ReadFailure& failure);

  Reader& reader_;
  BlobStore* blobs_;
  Files& files_;
  Clock& clock_;
  ExtractSettings settings_;
  VendorMemory* memory_;
};

}  // namespace ap
