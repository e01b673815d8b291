#include <algorithm>
#include <array>

#include "export/format.h"

namespace ap::exporting {
namespace {

std::string nothing() { return ""; }
std::string no_head(std::string_view) { return ""; }

constexpr std::array<Format, 6> kFormats{{
    {"csv", ".csv", "one row per invoice (RFC 4180)", csv_head, csv_document, nothing},
    {"csv-lines", "-lines.csv", "one row per invoice line (RFC 4180)", csv_lines_head, csv_lines_document, nothing},
    {"json", ".json", "one JSON document with all invoices", json_head, json_document, json_tail},
    {"ubl", ".ubl.xml", "a UBL 2.1 invoice or credit note for each", no_head, ubl_document, nothing, true},
    {"cii", ".cii.xml", "a CII D16B invoice for each", no_head, cii_document, nothing, true},
    {"factur-x-xml", ".factur-x.xml", "the XML part of a Factur-X invoice (profile EN 16931) for each", no_head,
     factur_x_document, nothing, true},
}};

}  // namespace

std::span<const Format> formats() { return kFormats; }

std::vector<const Format*> formats_from(std::string_view list) {
  std::vector<const Format*> chosen;
  for (;;) {
    auto comma = list.find(',');
    auto name = list.substr(0, comma);
    auto found =
        std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) { return format.name == name; });
    if (found == kFormats.end()) return {};
    if (std::find(chosen.begin(), chosen.end(), &*found) == chosen.end()) chosen.push_back(&*found);
    if (comma == list.npos) return chosen;
    list.remove_prefix(comma + 1);
  }
}

}  // namespace ap::exporting
