#include "supervise/sniff.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace ap::worker {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view start, what;
};

// Formats that people do send in place of invoices, with what to do instead.
constexpr std::array kRefused{
    Magic{"PK\x03\x04"sv, "a ZIP archive or an Office document; unpack it, or save the document as PDF"},
    Magic{"PK\x05\x06"sv, "an empty ZIP archive"},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office document or Outlook message; save it as PDF or .eml"},
    Magic{"Rar!"sv, "a RAR archive; unpack it"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive; unpack it"},
    Magic{"\x1F\x8B"sv, "gzip data; unpack it"},
    Magic{"BZh"sv, "bzip2 data; unpack it"},
    Magic{"\xFD"
          "7zXZ\0"sv,
          "xz data; unpack it"},
    Magic{"\x7F"
          "ELF"sv,
          "a program"},
    Magic{"MZ"sv, "a Windows program"},
    Magic{"#!"sv, "a script"},
    Magic{"{\\rtf"sv, "an RTF document; save it as PDF"},
    Magic{"%!PS"sv, "PostScript; convert it to PDF"},
    Magic{"GIF8"sv, "a GIF picture; convert it to PNG"},
    Magic{"BM"sv, "a BMP picture; convert it to PNG"},
    Magic{"RIFF"sv, "a WebP picture or a recording; convert pictures to PNG"},
};

std::string lower_start(std::string_view text, std::size_t count) {
  std::string out(text.substr(0, count));
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

std::string_view without_leading_blanks(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

// "<" in UTF-16, with or without a byte order mark.
bool starts_as_utf16_xml(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) text.remove_prefix(2);
  return text.starts_with("<\0"sv) || text.starts_with("\0<"sv);
}

bool is_header_line(std::string_view line) {
  std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > 76) return false;
  return std::ranges::all_of(line.substr(0, colon), [](unsigned char c) { return c > 0x20 && c < 0x7F; });
}

// A mail begins with header fields (RFC 5322); one of them must be of those that no other text has.
bool looks_like_message(std::string_view text) {
  constexpr std::array kTelling{
      "from:"sv,     "received:"sv,     "return-path:"sv,    "delivered-to:"sv, "message-id:"sv,
      "subject:"sv,  "mime-version:"sv, "date:"sv,           "to:"sv,           "x-"sv,
      "reply-to:"sv, "arc-"sv,          "dkim-signature:"sv, "content-type:"sv};
  int telling = 0;
  for (int line_number = 0; line_number < 60 && !text.empty(); ++line_number) {
    std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    bool continued = line.front() == ' ' || line.front() == '\t';
    if (continued && line_number > 0) continue;
    if (!is_header_line(line)) return false;
    std::string name = lower_start(line, 20);
    telling += std::ranges::any_of(kTelling, [&](std::string_view start) { return name.starts_with(start); });
  }
  return telling >= 2;
}

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }
bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1A\n"); }
bool is_tiff(std::string_view bytes) { return bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv); }
// Readers look for the header within the first kilobyte (PDF 32000-1, annex H.3).
bool is_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }

std::unexpected<ReadFailure> unsupported(std::string what) {
  return std::unexpected(ReadFailure{ReadFailureKind::unsupported_type, "this is " + what});
}

constexpr std::string_view kWhatWeRead = "PDF, TIFF, JPEG, PNG, XML invoices and mails are read";

}  // namespace

std::string_view media_type(Kind kind) {
  switch (kind) {
    case Kind::pdf:
      return "application/pdf";
    case Kind::tiff:
      return "image/tiff";
    case Kind::jpeg:
      return "image/jpeg";
    case Kind::png:
      return "image/png";
    case Kind::xml:
      return "application/xml";
    case Kind::message:
      return "message/rfc822";
    case Kind::mbox:
      return "application/mbox";
  }
  return "";
}

std::expected<Kind, ReadFailure> sniff(std::string_view bytes) {
  if (bytes.empty()) {
    return std::unexpected(ReadFailure{ReadFailureKind::unreadable, "the file is empty; ask the sender for it again"});
  }
  if (is_jpeg(bytes)) return Kind::jpeg;
  if (is_png(bytes)) return Kind::png;
  if (is_tiff(bytes)) return Kind::tiff;
  if (bytes.starts_with("%PDF-")) return Kind::pdf;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv))
    return unsupported("text in UTF-32, which hardly anyone reads; save it as UTF-8");
  if (bytes.starts_with("\x4C\x6F\xA7\x94"sv)) return unsupported("XML in EBCDIC; save it as UTF-8");
  for (const Magic& magic : kRefused) {
    if (bytes.starts_with(magic.start)) return unsupported(std::string(magic.what));
  }
  if (bytes.size() > 8 && bytes.substr(4).starts_with("ftyp"))
    return unsupported("an HEIC picture or a film; convert pictures to JPEG");
  std::string_view text = without_leading_blanks(bytes);
  if (text.empty()) return unsupported("a file of nothing but blanks");
  if (text.starts_with("From ")) {
    std::size_t end = text.find('\n');
    if (end != std::string_view::npos && looks_like_message(text.substr(end + 1))) return Kind::mbox;
  }
  if (looks_like_message(text)) return Kind::message;
  std::string start = lower_start(text, 1024);
  if (start.starts_with("<!doctype html") || start.starts_with("<html") ||
      (start.starts_with("<?xml") && start.find("<html") != std::string::npos)) {
    return unsupported("a web page; print it to PDF");
  }
  if (text.front() == '<' || starts_as_utf16_xml(bytes)) return Kind::xml;
  if (is_pdf(bytes)) return Kind::pdf;
  return unsupported("of no kind that is known here; " + std::string(kWhatWeRead));
}

}  // namespace ap::worker
