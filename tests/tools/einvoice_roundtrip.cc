// Reads e-invoices, writes them in each syntax, reads them again, and counts where the model is not the same:
// einvoice_roundtrip [--verbose] FILE... or the names on standard input, one a line.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <regex>
#include <string>

#include "adapters/xml/einvoice_reader.h"
#include "core/fields.h"
#include "einvoice/write.h"

namespace {

struct Counts {
  int same = 0, different = 0, structure = 0, extensions = 0, lost_extensions = 0;
};

// The first field in which the two differ.
std::string difference(const ap::Invoice& a, const ap::Invoice& b) {
  for (const auto& [one, other] : {std::pair{&a, &b}, std::pair{&b, &a}})
    for (const std::string& field : ap::present_fields(*one))
      if (ap::get_field(*one, field) != ap::get_field(*other, field))
        return field + ": '" + ap::get_field(a, field).value_or("") + "' became '" +
               ap::get_field(b, field).value_or("") + "'";
  return "something without a name";
}

// The extensions in vocabularies of their own, which come back in the same syntax, without the declarations of
// namespaces, which also are those of the document around.
std::vector<std::string> extensions(const ap::EInvoiceReading& reading) {
  static const std::regex kDeclaration(" xmlns(:[^=]+)?=\"[^\"]*\"");
  std::vector<std::string> out;
  for (const ap::KeptValue& kept : reading.kept)
    if (kept.xml) out.push_back(kept.path + ": " + std::regex_replace(kept.value, kDeclaration, ""));
  return out;
}

bool structure_fault(const ap::EInvoiceReading& reading) {
  for (const ap::Finding& finding : reading.findings)
    if (finding.set == "structure") return true;
  return false;
}

void check(const std::string& name, const ap::EInvoiceReading& reading, bool ubl, bool verbose, Counts& counts) {
  ap::einvoice::Writing what{reading.invoice, reading.profile, &reading.kept};
  std::string text = ubl ? ap::einvoice::write_ubl(what) : ap::einvoice::write_cii(what);
  auto again = ap::xml::read_einvoice(ap::as_bytes(text), {.keep = true});
  bool same = again && again->invoice == reading.invoice && again->profile == reading.profile;
  if ((reading.syntax == "ubl") == ubl && !extensions(reading).empty()) {
    bool kept = again && extensions(*again) == extensions(reading);
    ++(kept ? counts.extensions : counts.lost_extensions);
    if (!kept && verbose) std::printf("%s: extensions did not come back\n", name.c_str());
  }
  ++(same ? counts.same : counts.different);
  if (again && structure_fault(*again) && !structure_fault(reading)) {
    ++counts.structure;
    if (verbose)
      for (const ap::Finding& f : again->findings)
        std::printf("%s as %s: %s %s\n", name.c_str(), ubl ? "UBL" : "CII", f.path.c_str(), f.message.c_str());
  }
  if (!same && verbose)
    std::printf("%s as %s: %s\n", name.c_str(), ubl ? "UBL" : "CII",
                again ? difference(reading.invoice, again->invoice).c_str() : again.error().message.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  bool verbose = false;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--verbose") == 0)
      verbose = true;
    else
      files.emplace_back(argv[i]);
  }
  if (files.empty())
    for (std::string line; std::getline(std::cin, line);) files.push_back(line);
  Counts own, other;
  int unread = 0;
  for (const std::string& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    auto reading = ap::xml::read_einvoice(ap::as_bytes(bytes), {.keep = true});
    if (!reading) {
      ++unread;
      continue;
    }
    bool ubl = reading->syntax == "ubl";
    check(file, *reading, ubl, verbose, own);
    check(file, *reading, !ubl, verbose, other);
  }
  std::printf("%zu files, %d of them no e-invoice\n", files.size(), unread);
  std::printf("same syntax:  %d same, %d different; %d broke the grammar\n", own.same, own.different, own.structure);
  std::printf("other syntax: %d same, %d different; %d broke the grammar\n", other.same, other.different,
              other.structure);
  std::printf("extensions:   %d documents have them back, %d not\n", own.extensions, own.lost_extensions);
  return own.different + own.structure + own.lost_extensions > 0 ? 1 : 0;
}
