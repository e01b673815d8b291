#include "einvoice/structure.h"

#include <algorithm>
#include <bit>
#include <map>
#include <span>

#include "einvoice/grammar.h"
#include "einvoice/lexical.h"

namespace ap::einvoice {
namespace {

// Attributes that the data types of UBL and CII have between them; what one of the two lacks is refused by its name.
bool known_attribute(Kind kind, N name, const Tree& tree) {
  auto one_of = [&](auto... names) { return ((name == names) || ...); };
  switch (kind) {
    case Kind::amount:
      return one_of(N::currencyID, N::currencyCodeListVersionID);
    case Kind::quantity:
      return one_of(N::unitCode, N::unitCodeListID, N::unitCodeListAgencyID, N::unitCodeListAgencyName);
    case Kind::measure:
      return one_of(N::unitCode) || tree.name(name) == "unitCodeListVersionID";
    case Kind::number:
    case Kind::date_time:
    case Kind::formatted_date_time:
      return one_of(N::format);
    case Kind::binary:
      return one_of(N::format, N::mimeCode, N::encodingCode, N::characterSetCode, N::uri, N::filename);
    case Kind::code:
      return one_of(N::listID, N::listAgencyID, N::listAgencyName, N::listName, N::listVersionID, N::name,
                    N::languageID, N::listURI, N::listSchemeURI);
    case Kind::identifier:
      return one_of(N::schemeID, N::schemeName, N::schemeAgencyID, N::schemeAgencyName, N::schemeVersionID,
                    N::schemeDataURI, N::schemeURI);
    case Kind::text:
      return one_of(N::languageID, N::languageLocaleID);
    default:
      return false;
  }
}

// In UBL.
constexpr bool needs_attribute(Kind kind) {
  return kind == Kind::amount || kind == Kind::measure || kind == Kind::binary;
}

class Checker {
 public:
  Checker(const Tree& tree, std::vector<Finding>& findings)
      : tree_(tree), findings_(findings), known_(findings.size()), ubl_(is_ubl(tree.syntax())) {}

  void run() {
    open_.reserve(16);
    open(0, root_type(tree_.syntax()));
    attributes(0, Kind::aggregate);
    stray_text(0);
    for (NodeId id = 1; id < tree_.size();) {
      while (tree_.node(open_.back().id).end <= id) close();
      id = enter(id) ? id + 1 : tree_.node(id).end;
    }
    while (!open_.empty()) close();
  }

 private:
  struct Open {
    NodeId id;
    const Type* type;
    std::span<const Child> children;
    std::uint64_t seen = 0;
    std::uint16_t at = 0;  // the last child met in order
  };

  void open(NodeId id, const Type& type) { open_.push_back({id, &type, children_of(ubl_, type)}); }

  // Rare: what leads here stands apart from the rest of the code.
  [[gnu::cold]] void fault(std::string_view rule, NodeId id, std::string message, std::string_view attribute = {}) {
    if (findings_.size() - known_ >= kMostFaults) return;
    std::string path = attribute.empty() ? tree_.path(id) : tree_.path(id, attribute);
    for (std::size_t i = 0; i < known_; ++i)
      if (findings_[i].path == path && findings_[i].rule == rule) return;
    Finding& finding = findings_.emplace_back();
    finding.set = "structure";
    finding.rule = rule;
    finding.severity = Severity::error;
    finding.path = std::move(path);
    finding.message = std::move(message);
    if (tree_.node(id).end == id + 1) finding.actual = tree_.element(id).text().substr(0, 100);
  }

  std::string name(NodeId id) const { return std::string(tree_.name(tree_.node(id).name)); }

  Space expected_space(const Child& child, NodeId parent) const {
    if (!ubl_) return parent == 0 ? Space::cii : Space::ram;
    if (child.name == N::UBLExtensions) return Space::ubl_ext;
    return child.kind == Kind::aggregate || (child.kind == Kind::any) ? Space::cac : Space::cbc;
  }

  // True when the children of this element are to be visited as well.
  bool enter(NodeId id) {
    Open& parent = open_.back();
    const Node& node = tree_.node(id);
    const std::span<const Child> list = parent.children;
    const std::size_t place = place_of(ubl_, *parent.type, node.name, parent.at);
    if (place == list.size() || node.space != expected_space(list[place], parent.id)) {
      fault("AP-ST-UNEXPECTED", id,
            name(id) + " is no element that " + name(parent.id) + " can have" +
                (place == list.size() ? "" : " in this namespace"));
      return false;
    }
    const Child& child = list[place];
    std::uint64_t bit = std::uint64_t{1} << place;
    if (place < parent.at) {
      fault("AP-ST-ORDER", id,
            name(id) + " must stand before " + std::string(tree_.name(list[parent.at].name)) + " within " +
                name(parent.id));
    } else if ((parent.seen & bit) != 0 && !child.many) {
      fault("AP-ST-REPEATED", id, name(parent.id) + " can have only one " + name(id));
    }
    parent.seen |= bit;
    parent.at = std::max(parent.at, static_cast<std::uint16_t>(place));
    if (child.kind == Kind::any) return false;
    attributes(id, child.kind);
    if (child.kind == Kind::aggregate) {
      stray_text(id);
      open(id, type_of(ubl_, child));
      return true;
    }
    value(id, child.kind);
    return false;
  }

  void close() {
    Open done = open_.back();
    open_.pop_back();
    for (std::uint64_t missing = done.type->mandatory & ~done.seen; missing != 0; missing &= missing - 1) {
      const Child& child = done.children[static_cast<std::size_t>(std::countr_zero(missing))];
      fault("AP-ST-MISSING", done.id, name(done.id) + " must have " + std::string(tree_.name(child.name)));
    }
  }

  void stray_text(NodeId id) {
    if (tree_.node(id).text_size != 0 && !tree_.element(id).blank())
      fault("AP-ST-UNEXPECTED", id, "there is text directly in " + name(id) + ", which can only have elements");
  }

  void attributes(NodeId id, Kind kind) {
    if (tree_.node(id).attributes == tree_.node(id + 1).attributes && !(ubl_ && needs_attribute(kind))) return;
    for (const Attribute& attribute : tree_.attributes(id)) {
      if (attribute.space != Space::none) continue;  // xsi:schemaLocation and the like
      if (known_attribute(kind, attribute.name, tree_)) continue;
      std::string_view attribute_name = tree_.name(attribute.name);
      fault("AP-ST-UNEXPECTED", id, name(id) + " has no attribute " + std::string(attribute_name), attribute_name);
    }
    if (!ubl_ || !needs_attribute(kind)) return;
    const N required = kind == Kind::amount ? N::currencyID : kind == Kind::measure ? N::unitCode : N::mimeCode;
    if (!tree_.element(id).has(required))
      fault("AP-ST-MISSING", id, name(id) + " must have the attribute " + std::string(tree_.name(required)));
  }

  void value(NodeId id, Kind kind) {
    if (!ubl_ && is_wrapped(kind)) return wrapped_value(id, kind);
    if (tree_.element(id).has_children()) {
      fault("AP-ST-UNEXPECTED", id + 1, name(id) + " is a value and can have no elements within");
      return;
    }
    lexical(id, kind);
  }

  void lexical(NodeId id, Kind kind) {
    std::string_view text = tree_.element(id).text();
    switch (kind) {
      case Kind::amount:
      case Kind::quantity:
      case Kind::measure:
      case Kind::number:
        if (!is_xs_decimal(text)) fault("AP-ST-NUMBER", id, name(id) + " is not a decimal number");
        break;
      case Kind::date:
        if (!is_xs_date(text)) fault("AP-ST-DATE", id, name(id) + " is not a date of the form 2026-11-30");
        break;
      case Kind::time:
        if (!is_xs_time(text)) fault("AP-ST-VALUE", id, name(id) + " is not a time of the form 13:45:00");
        break;
      case Kind::date_time:
        if (!is_xs_date_time(text)) fault("AP-ST-DATE", id, name(id) + " is not of the form 2026-11-30T13:45:00");
        break;
      case Kind::indicator:
        if (!is_xs_boolean(text)) fault("AP-ST-VALUE", id, name(id) + " is neither true nor false");
        break;
      case Kind::binary:
        if (!is_base64(text)) fault("AP-ST-VALUE", id, name(id) + " is not Base64");
        break;
      default:
        break;
    }
  }

  // Dates and truth values of CII stand in an element of the unqualified (formatted dates: qualified) data types.
  void wrapped_value(NodeId id, Kind kind) {
    Element holder = tree_.element(id), inner = holder.first_child();
    stray_text(id);
    bool truth = kind == Kind::indicator, day = kind == Kind::date;
    N plain = truth ? N::Indicator : day ? N::Date : N::DateTime;
    N textual = truth ? N::IndicatorString : day ? N::DateString : N::DateTimeString;
    Space space = kind == Kind::formatted_date_time ? Space::qdt : Space::udt;
    if (!inner) {
      fault("AP-ST-MISSING", id, name(id) + " must have " + std::string(tree_.name(textual)));
      return;
    }
    for (Element e = inner; e; e = e.next()) {
      bool known =
          (e.name() == textual || (e.name() == plain && kind != Kind::formatted_date_time)) && e.space() == space;
      if (!known)
        fault("AP-ST-UNEXPECTED", e.id(), name(e.id()) + " is no element that " + name(id) + " can have");
      else if (!(e == inner))
        fault("AP-ST-REPEATED", e.id(), name(id) + " can have only one value");
      else
        inner_value(e, kind, plain);
    }
  }

  void inner_value(Element e, Kind kind, N plain) {
    attributes(e.id(), e.name() == plain ? Kind::any : Kind::date_time);
    if (e.has_children())
      fault("AP-ST-UNEXPECTED", e.id() + 1, name(e.id()) + " is a value and can have no elements within");
    else if (e.name() == plain)
      lexical(e.id(), kind);
  }

  const Tree& tree_;
  std::vector<Finding>& findings_;
  const std::size_t known_;
  const bool ubl_;
  std::vector<Open> open_;
};

}  // namespace

void check_structure(const Tree& tree, std::vector<Finding>& findings) {
  if (is_ubl(tree.syntax()) || tree.syntax() == Syntax::cii) Checker(tree, findings).run();
}

}  // namespace ap::einvoice
