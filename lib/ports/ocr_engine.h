// Reads the words off a grey picture.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/page.h"

namespace ap {

// Eight bits a pixel, 0 black to 255 white, rows from the top without padding: gray.size() == width * height.
struct Picture {
  int width = 0, height = 0;
  int dpi = 0;  // pixels per inch both ways; already made plausible by whoever made the picture
  std::vector<std::uint8_t> gray;
};

// What the picture shows: a page with its layout; a piece of a page with words anywhere; one number of a few digits.
enum class OcrScope { page, piece, figure };

struct OcrOptions {
  std::vector<std::string> languages;  // engine names to choose from, e.g. "deu"; empty: what is installed
  std::string likely;                  // the one used on the page before; "" unknown
  OcrScope scope = OcrScope::page;     // only a page is brought upright and its skew taken out
};

struct OcrResult {
  // Boxes in hundredths of a point on the upright page, straightened where that was asked for: text lines run
  // level, the page keeps its size. rotation: degrees clockwise that the picture was turned.
  layout::Page page;
  std::string model;  // engine name of the language used
  Picture upright;    // the picture as the page has it: turned and straightened
  Picture print;      // the same without rules and leaders, as it was read; of pages alone
};

// Not thread-safe; one engine per process.
class OcrEngine {
 public:
  virtual ~OcrEngine() = default;
  virtual std::string name() const = 0;                    // "tesseract 5.3.0"
  virtual std::vector<std::string> languages() const = 0;  // installed, sorted
  virtual void prepare(const std::string& language) = 0;   // loads a model ahead of use
  virtual OcrResult recognize(const Picture& picture, const OcrOptions& options) = 0;
};

}  // namespace ap
