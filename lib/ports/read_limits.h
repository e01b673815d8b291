// What reading one document may cost. Every number is a limit with a name: a message about it names the field, and
// ap.toml(5) lists the same names under [limits].
#pragma once

#include <cstdint>

namespace ap {

struct ReadLimits {
  // The worker process that reads one document.
  std::uint64_t memory_bytes = 2ull << 30;   // address space of the process
  std::int32_t cpu_seconds = 900;            // CPU time for the whole document
  std::int32_t cpu_seconds_per_page = 60;    // CPU time between two signs of progress (a page, a mail part)
  std::int32_t wall_seconds = 1800;          // elapsed time for the whole document
  std::int32_t wall_seconds_per_page = 600;  // elapsed time between two signs of progress

  // What goes in and comes out.
  std::uint64_t document_bytes = 256ull << 20;   // larger documents are refused unread
  std::uint64_t output_bytes = 512ull << 20;     // all that one document may yield
  std::uint64_t attachment_bytes = 64ull << 20;  // one embedded file or mail part
  std::int32_t attachments = 100;                // embedded files of a PDF

  // Pages.
  std::int32_t pages = 500;              // of a PDF or TIFF
  std::int32_t page_points = 14400;      // longer side of a PDF page in points (200 inches, PDF 32000-1 annex C)
  std::int64_t page_pixels = 100000000;  // width times height of a picture, given or rendered
  std::int32_t words = 50000;            // on one page

  // Mail.
  std::int32_t mail_parts = 200;  // leaves of one message, nested messages included
  std::int32_t mail_depth = 20;   // nesting of multiparts and messages
  std::int32_t mbox_messages = 10000;

  // XML.
  std::int32_t xml_depth = 256;

  bool operator==(const ReadLimits&) const = default;
};

}  // namespace ap
