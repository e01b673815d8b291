#include "einvoice/write.h"

#include "einvoice/kept.h"
#include "einvoice/mapping.h"

namespace ap::einvoice {
namespace {

bool lacks(const XmlNode& node, N name) {
  for (const XmlNode& child : node.children)
    if (child.name == name) return false;
  return true;
}

// What kind of document it is. A reader takes the type from this code in CII; in UBL the root says it already.
void type_code(XmlNode& root, Syntax syntax, const Invoice& invoice) {
  XmlNode& holder = is_ubl(syntax) ? root : root.child(N::ExchangedDocument);
  N name = syntax == Syntax::cii               ? N::TypeCode
           : syntax == Syntax::ubl_credit_note ? N::CreditNoteTypeCode
                                               : N::InvoiceTypeCode;
  if (lacks(holder, name)) holder.put(invoice.type == InvoiceType::credit_note ? "381" : "380", name);
}

std::string write(const Writing& what, Syntax syntax, XmlNode (*nodes)(const Writing&)) {
  XmlNode plain = nodes(what);
  if (what.kept != nullptr && !what.kept->empty()) {
    XmlNode full = plain;
    restore(full, *what.kept);
    type_code(full, syntax, what.invoice);
    // Only when a reader gets the same model: the places of what was kept are those of the original. Extensions in a
    // vocabulary of their own say nothing to the model.
    if (map_invoice(to_tree(full, syntax)).invoice == what.invoice) return to_text(full, syntax);
    std::vector<KeptValue> extensions = *what.kept;
    std::erase_if(extensions, [](const KeptValue& value) { return !value.xml; });
    restore(plain, extensions);
  }
  type_code(plain, syntax, what.invoice);
  return to_text(plain, syntax);
}

}  // namespace

Syntax ubl_syntax(const Invoice& invoice) {
  return invoice.type == InvoiceType::credit_note ? Syntax::ubl_credit_note : Syntax::ubl_invoice;
}

std::string write_ubl(const Writing& what) { return write(what, ubl_syntax(what.invoice), ubl_nodes); }
std::string write_cii(const Writing& what) { return write(what, Syntax::cii, cii_nodes); }

}  // namespace ap::einvoice
