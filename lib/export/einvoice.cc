#include "einvoice/write.h"
#include "export/format.h"

namespace ap::exporting {
namespace {

constexpr std::string_view kCore = "urn:cen.eu:en16931:2017";  // BT-24 of the norm itself

// The profile of the document is kept; one that was no e-invoice is measured by the norm alone.
einvoice::Writing writing(const Record& record, std::string_view syntax) {
  bool einvoice = record.extraction && record.extraction->method == "einvoice";
  einvoice::Writing what{*record.invoice, einvoice ? std::string_view(record.extraction->profile) : kCore};
  if (einvoice && record.extraction->syntax == syntax) what.kept = &record.kept;
  what.complete = !einvoice;
  return what;
}

}  // namespace

std::string ubl_document(const Record& record, bool) {
  return record.invoice ? einvoice::write_ubl(writing(record, "ubl")) : "";
}

std::string cii_document(const Record& record, bool) {
  return record.invoice ? einvoice::write_cii(writing(record, "cii")) : "";
}

std::string factur_x_document(const Record& record, bool) {
  if (!record.invoice) return "";
  einvoice::Writing what = writing(record, "cii");
  what.profile = kCore;
  return einvoice::write_cii(what);
}

}  // namespace ap::exporting
