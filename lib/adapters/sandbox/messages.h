// What a command asks of its worker and what comes back, field by field. See wire.h for the format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/sandbox/wire.h"
#include "ports/read_limits.h"
#include "ports/reader.h"

namespace ap::wire {

// A verb per function of Reader, and a self-test.
enum class Verb { inspect, mail, mbox, pages, einvoice, png, probe };
template <>
inline constexpr int kEnumerators<Verb> = 7;

struct Request {
  Verb verb{};
  ReadLimits limits;
  std::vector<std::string> passwords;  // to try on this document
  PageOptions pages;                   // verb pages
  EInvoiceOptions einvoice;            // verb einvoice
  std::int32_t page = 0, dpi = 0;      // verb png
  std::string_view bytes;              // the document, hostile; a view, as it may be large
};

// A request without its document, which is `size` bytes from `at` in the window.
struct LaidRequest {
  Request request;
  std::uint64_t at = 0, size = 0;
};

// What the self-test of the worker found. `refused` must be true for all of `attempts`.
struct Attempt {
  std::string what;  // "open a network socket"
  bool refused = false;
  std::string detail;  // the system's answer
};

struct Probe {
  std::vector<Attempt> attempts;
  std::string confinement;             // "seccomp, Landlock ABI 7, ..."
  std::string libraries;               // foreign libraries and their versions
  std::vector<std::string> languages;  // OCR models installed
};

std::string encode(const Request& request);
std::string encode_head(const Request& request);  // without the document's bytes, which have to follow it
std::string encode(const LaidRequest& request);
std::string encode(const ReadFailure& failure);
std::string encode(const Inspection& inspection);
std::string encode(const MailReading& mail);
std::string encode(const std::vector<std::string>& messages);
std::string encode(const PageReading& pages);
std::string encode(const EInvoiceReading& reading);
std::string encode(const Probe& probe);
std::string encode_bytes(const std::string& bytes);  // a PNG

// A decoded Request looks into the bytes it came from. Each is false, and the value unusable, unless the bytes are
// exactly one well-formed message.
bool decode(std::string_view bytes, Request& request);
bool decode(std::string_view bytes, LaidRequest& request);
bool decode(std::string_view bytes, ReadFailure& failure);
bool decode(std::string_view bytes, Inspection& inspection);
bool decode(std::string_view bytes, MailReading& mail);
bool decode(std::string_view bytes, std::vector<std::string>& messages);
bool decode(std::string_view bytes, PageReading& pages);
bool decode(std::string_view bytes, EInvoiceReading& reading);
bool decode(std::string_view bytes, Probe& probe);
bool decode_bytes(std::string_view bytes, std::string& png);

}  // namespace ap::wire
