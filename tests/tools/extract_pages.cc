// For developers: runs the extraction alone, on pages that read-pages has dumped, so that work on it needs no OCR.
//
//   read-pages --dump dumps/ scans/*.png
//   extract-pages dumps/*.pages | from_records.py > pred.ndjson
//
// One record a line, named after the file that was read. AP_AS_OF sets today (default 2026-11-22).
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "adapters/sandbox/page_file.h"
#include "core/date.h"
#include "extract/extract.h"
#include "record/codec.h"

int main(int count, char** arguments) {
  const char* given = std::getenv("AP_AS_OF");
  auto today = ap::Date::parse(given ? given : "2026-11-22");
  int failures = !today;
  for (int i = 1; i < count && today; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    ap::PageReading reading;
    if (!ap::decode_page_file(bytes, reading)) {
      std::cerr << arguments[i] << ": no pages of this version; dump it again\n";
      ++failures;
      continue;
    }
    ap::extract::PageExtraction found = ap::extract::extract_invoice(reading.pages.unpacked(), {.today = *today});
    ap::Record record;
    record.id = std::string(64, '0');
    record.trace_id = std::string(32, '0');
    record.state = ap::State::extracted;
    record.source.name = std::filesystem::path(arguments[i]).stem().string();
    record.extraction = ap::Extraction{
        .method = "ocr", .pages = static_cast<int>(reading.pages.size()), .language = std::move(found.language)};
    record.invoice = std::move(found.invoice);
    record.evidence = std::move(found.evidence);
    record.findings = std::move(found.findings);
    std::cout << ap::to_json_line(record) << '\n';
  }
  return failures > 0;
}
