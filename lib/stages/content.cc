#include "stages/content.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "layout/structure.h"

namespace ap {
namespace {

// What copies are stamped or titled with, letters only, in lower case.
constexpr std::array<std::string_view, 34> kCopyStamps = {
    "copy",          "invoicecopy",    "copyinvoice",       "copyofinvoice",   "copyoforiginal", "duplicate",
    "duplicatebill", "duplicatecopy",  "duplicateinvoice",  "reprint",         "kopie",          "rechnungskopie",
    "kopierechnung", "duplikat",       "rechnungsduplikat", "zweitschrift",    "duplicata",      "copie",
    "copiefacture",  "copiedefacture", "facturecopie",      "copia",           "copiafattura",   "copiadifattura",
    "copiafactura",  "duplicado",      "copiadefactura",    "factuurkopie",    "kopiefactuur",   "afschrift",
    "fakturakopia",  "kopia",          "segundavia",        "duplikatfaktury",
};

std::string letters_of(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) out.push_back(c);
    if (c >= '0' && c <= '9') return "";  // a number beside it: no stamp
  }
  return out;
}

bool is_copy_stamp(const std::string& line) {
  return std::ranges::find(kCopyStamps, letters_of(line)) != kCopyStamps.end();
}

}  // namespace

std::string method_of(const layout::PackedPages& pages) {
  bool text = false, ocr = false;
  for (const layout::Page page : pages) {
    if (page.words.empty() || page.source == layout::PageSource::blank) continue;
    text |= page.source != layout::PageSource::ocr;
    ocr |= page.source != layout::PageSource::text;
  }
  return text && ocr ? "mixed" : text ? "text" : ocr ? "ocr" : "";
}

void keep_codes(const layout::PackedPages& from, layout::PackedPages& to) {
  for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) {
    std::vector<layout::Code> codes = from[i].codes;
    if (codes.empty()) continue;
    layout::Page page = to[i];
    page.codes = std::move(codes);
    to.replace(i, page);
  }
}

ContentPrint print_of_pages(const layout::PackedPages& pages) {
  ContentPrinter printer;
  bool copy = false;
  for (const layout::Page page : pages) {
    for (const layout::TextLine& line : layout::text_lines(page)) {
      for (const layout::Word& word : line.words) printer.add(word.text);
      copy = copy || (line.words.size() <= 5 && is_copy_stamp(line.text()));
    }
  }
  ContentPrint print = printer.finish();
  if (copy) print.marks.emplace_back("copy");
  return print;
}

ContentPrint print_of_einvoice(ContentPrinter& values, const std::vector<KeptValue>& kept) {
  ContentPrint print = values.finish();
  bool copy = std::ranges::any_of(kept, [](const KeptValue& value) {
    return (value.value == "true" || value.value == "1") && value.path.find("CopyIndicator") != std::string::npos;
  });
  if (copy) print.marks.emplace_back("copy");
  return print;
}

}  // namespace ap
