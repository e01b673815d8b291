// What any reader yields: pages of words with boxes. No foreign library's types.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/evidence.h"

namespace ap::layout {

// A run of characters without blanks, as the reader gave it. UTF-8.
struct Word {
  std::string text;
  Box box;                           // upright page, hundredths of a point
  Confidence confidence = kCertain;  // of the characters: 1000 for a text layer, the engine's own for OCR
  std::int32_t font_size = 0;        // hundredths of a point; 0 unknown
  bool bold = false;
  bool operator==(const Word&) const = default;
};

// A payment or other code found on the page picture, decoded as text.
struct Code {
  std::string format;  // "QRCode", "EAN-13", ...
  std::string text;
  Box box;
  bool operator==(const Code&) const = default;
};

enum class PageSource { text, ocr, mixed, blank };

struct Page {
  int number = 0;                      // from 1
  std::int32_t width = 0, height = 0;  // upright, hundredths of a point
  int rotation = 0;  // degrees clockwise the picture or page was turned to stand upright: 0 90 180 270
  PageSource source = PageSource::text;
  std::string language;     // ISO 639-1 of the OCR model or "" unknown
  std::vector<Word> words;  // in the reader's order
  // What OCR also saw in the place of some of the words, in another preparation of the picture: texts, with blanks
  // where they are of several words, that whoever knows more than the letters may prefer.
  std::vector<Word> others;
  std::vector<Code> codes;
  bool operator==(const Page&) const = default;
};

}  // namespace ap::layout
