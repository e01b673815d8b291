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
