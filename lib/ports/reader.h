// Turns foreign bytes into our own values. The shipped implementation does it in a sandboxed process per document;
// every result is data of unknown intent and has been checked for form only.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/digest.h"
#include "core/finding.h"
#include "core/invoice.h"
#include "core/record.h"
#include "layout/packed_pages.h"

namespace ap {

// Why a document could not be read. `code` is a reason code of set intake.
enum class ReadFailureKind { unreadable, encrypted, unsupported_type, resource_limit, crashed, timed_out, no_worker };

struct ReadFailure {
  ReadFailureKind kind = ReadFailureKind::unreadable;
  std::string message;  // what and where, with the remedy
  // UNREADABLE, ENCRYPTED, UNSUPPORTED_TYPE or RESOURCE_LIMIT.
  std::string code() const;
  // True when another try may succeed (the machine was short of something, not the document at fault).
  bool temporary() const { return kind == ReadFailureKind::no_worker; }
};

// What the bytes are, by content. `media_type` is "" when nothing we know.
struct Inspection {
  std::string media_type;  // application/pdf, image/tiff|jpeg|png, application/xml, message/rfc822, application/mbox
  int pages = 0;           // PDF and TIFF; 1 for other pictures; 0 where there are none
  bool encrypted = false;  // opened with the empty or a configured password
};

struct MailPart {
  std::string name, media_type;  // the sender's claims, for display only
  std::string locator;           // "2.1": place in the MIME tree, stable for the same mail
  std::string bytes;
};

struct MailReading {
  MailInfo info;
  std::vector<MailPart> parts;  // to be taken as documents, nested messages already walked
  std::vector<Dropped> dropped;
};

struct Attachment {
  std::string name, media_type, relationship, description;
  std::string bytes;
};

enum class OcrUse { never, automatic, always };

// Where on an upright page a picture stands that may hold print.
struct PicturePlace {
  int page = 1;
  Box box;
  bool operator==(const PicturePlace&) const = default;
};

struct PageOptions {
  OcrUse ocr = OcrUse::automatic;  // automatic: pages whose text layer is missing or unusable
  bool attachments = true;
  std::vector<std::string> languages;  // Tesseract names to choose from; empty: what is installed
  // What an earlier reading found, and is now read by OCR. Nothing else is drawn then, and codes, which that reading
  // has, are not looked for again.
  std::vector<PicturePlace> print_places;
  int picture_dpi = 0;  // above 0: pictures of the pages are wanted as well, with so many dots an inch
};

// A page as its words were read from it: upright, straightened where that was done. Eight bits a pixel, 0 black to
// 255 white, rows from the top without padding: gray.size() == width * height. Empty when it cannot be drawn.
struct PagePicture {
  int width = 0, height = 0;
  std::string gray;
};

struct PageReading {
  layout::PackedPages pages;
  std::vector<Attachment> attachments;  // embedded files of a PDF
  std::string xmp;                      // metadata of a PDF, UTF-8, "" when none
  std::vector<PagePicture> pictures;    // one a page where they were asked for, else none
  std::string ocr_engine;               // engine and version where OCR ran
  // On pages with a text layer: what a letterhead or a stamp that is a picture may say. Reading it costs more than all
  // the rest, so that it is done by another call, see PageOptions.
  std::vector<PicturePlace> print_places;
};

enum class RuleSets { automatic, none, en16931, peppol, xrechnung };

struct EInvoiceOptions {
  RuleSets rules = RuleSets::none;
  bool keep = false;  // also what has no field in the model
};

// An e-invoice read into the model. `paths` tells for each field where in the XML it stands; only a plain reading, with
// neither rule sets nor kept values, has it. Findings carry their places themselves.
struct EInvoiceReading {
  std::string syntax;              // ubl, cii
  std::string profile;             // CustomizationID or guideline id
  std::string document_type_code;  // UNTDID 1001
  Invoice invoice;
  std::vector<std::pair<std::string, std::string>> paths;
  std::vector<Finding> findings;  // structure, and the rule sets asked for
  Checks checks;
  std::vector<KeptValue> kept;  // with EInvoiceOptions::keep
};

// The reading of an e-invoice that was begun before its turn came. Letting go of it gives it up.
class BegunReading {
 public:
  virtual ~BegunReading() = default;
};

// All calls may come from several threads at once. They never throw for what a document does; ap::Error(temporary)
// only when no worker can be started at all.
class Reader {
 public:
  virtual ~Reader() = default;
  virtual std::expected<Inspection, ReadFailure> inspect(Bytes bytes) = 0;
  // A message/rfc822, or one message cut from an mbox.
  virtual std::expected<MailReading, ReadFailure> read_mail(Bytes bytes) = 0;
  // The messages of an mbox as separate byte strings.
  virtual std::expected<std::vector<std::string>, ReadFailure> split_mbox(Bytes bytes) = 0;
  virtual std::expected<PageReading, ReadFailure> read_pages(Bytes bytes, const PageOptions& options) = 0;
  // Refuses XML that is no e-invoice with unsupported_type.
  virtual std::expected<EInvoiceReading, ReadFailure> read_einvoice(Bytes bytes, const EInvoiceOptions& options) = 0;
  // For readers that work beside the caller: begins read_einvoice() on a document whose turn comes later, so that
  // neither waits for the other. nullptr: not begun, now or ever, which costs nothing but time. What is begun is
  // finished on the same thread, which begins and finishes in one order; bytes and options are the same both times.
  virtual std::unique_ptr<BegunReading> begin_einvoice(Bytes, const EInvoiceOptions&) { return nullptr; }
  virtual std::expected<EInvoiceReading, ReadFailure> finish_einvoice(std::unique_ptr<BegunReading>, Bytes bytes,
                                                                      const EInvoiceOptions& options) {
    return read_einvoice(bytes, options);
  }
  // A page as PNG, for people to look at.
  virtual std::expected<std::string, ReadFailure> render_png(Bytes bytes, int page, int dpi) = 0;
};

}  // namespace ap
