// What Poppler reads from this system before its first PDF: tables of characters, converters of the C library, the
// fonts that stand in for those a PDF names without bringing them. A process that forks one child for each document
// keeps it, so that no child reads it again; that is a fifth of the work on an ordinary PDF.
#pragma once

#include <memory>

namespace ap::pdf {

// Not thread-safe. Looks at files of this system only, never at a document.
class Groundwork {
 public:
  // Tables and converters, which every PDF needs: about 2 ms.
  Groundwork();
  ~Groundwork();

  // The fonts too, which cost several milliseconds and not every PDF needs: worth it for more than one.
  void find_fonts();
  bool fonts_found() const { return fonts_found_; }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;  // keeps Poppler's tables alive
  bool fonts_found_ = false;
};

}  // namespace ap::pdf
