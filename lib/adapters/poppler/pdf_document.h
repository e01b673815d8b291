// A PDF: words with boxes, pictures of pages, embedded files, metadata. Poppler behind it; hostile bytes, so only the
// worker program links this.
//
// Uses poppler-cpp alone, whose interface is stable from release to release.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "core/digest.h"
#include "layout/page.h"
#include "ports/ocr_engine.h"
#include "ports/read_limits.h"
#include "ports/reader.h"

namespace ap::pdf {

// Not thread-safe. Pages count from 1; a page that cannot be read yields an empty page.
class Document {
 public:
  // `bytes` must outlive the document. Encrypted ones are tried with the empty password, then with `passwords`.
  // Refuses what is damaged beyond repair, locked, or has more pages than limits.pages.
  static std::expected<Document, ReadFailure> open(Bytes bytes, const std::vector<std::string>& passwords,
                                                   const ReadLimits& limits);
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  int pages() const;
  bool encrypted() const;

  // The words of the text layer, with boxes on the upright page: turned by the page's own rotation, and once more
  // where most of the text stands sideways or upside down on it.
  std::expected<layout::Page, ReadFailure> page(int number) const;

  // The page as the viewer shows it, turned by `rotation` (0, 90, 180, 270) as layout::Page says. A page so large that
  // `dpi` would give more than `most_pixels` comes with fewer dots an inch; fails with resource_limit when even a
  // coarse picture would have more than limits.page_pixels. Empty when Poppler cannot draw the page.
  std::expected<Picture, ReadFailure> render(int number, int dpi, int rotation = 0,
                                             std::int64_t most_pixels = 40'000'000) const;

  std::expected<std::vector<Attachment>, ReadFailure> attachments() const;
  std::string xmp() const;  // "" when there is none

 private:
  struct Impl;
  explicit Document(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

std::string poppler_version();

}  // namespace ap::pdf
