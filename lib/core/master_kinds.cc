#include "core/master_kinds.h"

#include <algorithm>
#include <array>

#include "core/codes.h"
#include "core/identifiers.h"
#include "core/names.h"

namespace ap {
namespace {

constexpr auto kKinds = std::to_array<MasterKindInfo>({
    {MasterKind::entities, "entities", "our own companies, to which invoices must be addressed"},
    {MasterKind::vendors, "vendors", "whom we buy from, with accounts, terms, limits and tolerances"},
    {MasterKind::accounts, "accounts", "bank accounts of vendors with dates, and who confirmed them"},
    {MasterKind::orders, "orders", "purchase orders, a row per line", true},
    {MasterKind::receipts, "receipts", "goods receipts, a row per line", true},
    {MasterKind::periods, "periods", "posting periods that are closed"},
    {MasterKind::limits, "limits", "approval limits by role and currency"},
    {MasterKind::sanctions, "sanctions", "entries of sanctions lists"},
    {MasterKind::expected, "expected", "recurring bills, so that a missing one is noticed"},
    {MasterKind::retention, "retention", "how long documents are kept, where that is not the built-in rule"},
});

// Calls visit_columns with an object of the kind: head and, where there are any, line.
template <class V>
void visit_kind(MasterKind kind, V&& v) {
  auto all = [&](auto... objects) { (visit_columns(v, objects), ...); };
  switch (kind) {
    case MasterKind::entities:
      return all(OwnEntity());
    case MasterKind::vendors:
      return all(Vendor());
    case MasterKind::accounts:
      return all(VendorAccount());
    case MasterKind::orders:
      return all(PurchaseOrder(), OrderLine());
    case MasterKind::receipts:
      return all(GoodsReceipt(), ReceiptLine());
    case MasterKind::periods:
      return all(PostingPeriod());
    case MasterKind::limits:
      return all(ApprovalLimit());
    case MasterKind::sanctions:
      return all(SanctionEntry());
    case MasterKind::expected:
      return all(ExpectedBill());
    case MasterKind::retention:
      return all(RetentionRule());
  }
}

struct Collector {
  std::vector<Column>& out;
  void add(Column column, std::string_view words = "") {
    if (!words.empty()) column.form = Form::word, column.words = words;
    out.push_back(column);
  }
  void text(const Column& c, auto&) { add(c); }
  void texts(const Column& c, auto&) { add(c); }
  void number(const Column& c, auto&) { add(c); }
  void date(const Column& c, auto&) { add(c); }
  void flag(const Column& c, auto&) { add(c, "yes|no"); }
  void period(const Column& c, auto&) { add(c); }
};

std::string trimmed(std::string_view text) {
  auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return text;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = std::min(text.find(at, begin), text.size());
    if (std::string part = trimmed(text.substr(begin, end - begin)); !part.empty()) parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

std::string_view cell(const MasterRow& row, std::string_view name) {
  auto found = row.find(name);
  return found == row.end() ? std::string_view() : std::string_view(found->second);
}

// Brings every cell to its stored form, or remembers the first that is refused.
struct Checker {
  const MasterRow& row;
  MasterRow out;
  std::string refusal;

  void refuse(const Column& c, const std::string& what) {
    if (refusal.empty()) refusal = std::string(c.name) + " " + what;
  }
  std::string value(const Column& c) {
    std::string text = trimmed(cell(row, c.name));
    if (text.empty() && c.required) refuse(c, "is missing");
    return text;
  }
  void keep(const Column& c, std::string text) {
    if (!text.empty()) out[std::string(c.name)] = std::move(text);
  }
  std::string formed(const Column& c, const std::string& text) {
    std::string quoted = "'" + text + "' ";
    switch (c.form) {
      case Form::free:
        return text;
      case Form::country:
        if (!known_country(upper(text))) refuse(c, quoted + "is no ISO 3166 code");
        return upper(text);
      case Form::currency:
        if (!known_currency(upper(text))) refuse(c, quoted + "is no ISO 4217 code");
        return upper(text);
      case Form::iban:
        if (auto check = check_iban(text); !check) refuse(c, quoted + "is wrong: " + check.error());
        return compact_identifier(text);
      case Form::bic:
        if (auto check = check_bic(text); !check) refuse(c, quoted + "is wrong: " + check.error());
        return compact_identifier(text);
      case Form::tax_id: {
        auto check = check_tax_id(text, upper(trimmed(cell(row, "country"))));
        if (check.verdict == TaxIdVerdict::wrong_check) refuse(c, quoted + "is wrong: its check digits do not agree");
        if (check.verdict == TaxIdVerdict::malformed) refuse(c, quoted + "is wrong: it should be " + check.expected);
        return text;
      }
      case Form::word:
        break;
    }
    auto words = split(c.words, '|');
    std::string lower = text;
    for (char& letter : lower) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    if (std::ranges::find(words, lower) == words.end()) refuse(c, quoted + "is none of " + std::string(c.words));
    return lower;
  }

  void text(const Column& c, auto&) {
    if (std::string text = value(c); !text.empty()) keep(c, formed(c, text));
  }
  void texts(const Column& c, auto&) {
    std::string joined;
    for (const std::string& part : split(value(c), '|')) joined += (joined.empty() ? "" : "|") + formed(c, part);
    keep(c, joined);
  }
  void number(const Column& c, auto&) {
    std::string text = value(c);
    if (text.empty()) return;
    auto number = Decimal::parse(text);
    if (!number) return refuse(c, "'" + text + "' is no number; write it as 1234.50");
    keep(c, number->normalized().str());
  }
  void date(const Column& c, auto&) {
    std::string text = value(c);
    if (!text.empty() && !Date::parse(text)) return refuse(c, "'" + text + "' is no day; write it as 2026-11-30");
    keep(c, text);
  }
  void flag(Column c, auto& standard) {
    c.form = Form::word;
    c.words = "yes|no";
    std::string text = value(c);
    if (text.empty()) return;
    if (std::string word = formed(c, text); (word == "yes") != standard) keep(c, word);
  }
  void period(const Column& c, auto& unused) { text(c, unused); }
};

// Fills an object from its row.
struct Reader {
  const MasterRow& row;
  void text(const Column& c, std::string& to) {
    to = cell(row, c.name);
    if (to.empty() && c.form == Form::word) to = std::string(c.words.substr(0, c.words.find('|')));
  }
  void texts(const Column& c, std::vector<std::string>& to) { to = split(cell(row, c.name), '|'); }
  void number(const Column& c, std::optional<Decimal>& to) { to = Decimal::parse(cell(row, c.name)); }
  void date(const Column& c, std::optional<Date>& to) { to = Date::parse(cell(row, c.name)); }
  void flag(const Column& c, bool& to) {
    if (auto word = cell(row, c.name); !word.empty()) to = word == "yes";
  }
  void period(const Column& c, SpendPeriod& to) {
    auto word = cell(row, c.name);
    to = word == "year" ? SpendPeriod::year : word == "quarter" ? SpendPeriod::quarter : SpendPeriod::month;
  }
};

template <class T>
T read(const std::vector<MasterRow>& rows) {
  T object;
  if (!rows.empty()) visit_columns(Reader{rows.front()}, object);
  return object;
}

template <class T, class Line>
T read_with_lines(const std::vector<MasterRow>& rows) {
  T object = read<T>(rows);
  for (const MasterRow& row : rows) visit_columns(Reader{row}, object.lines.emplace_back(Line()));
  return object;
}

}  // namespace

std::span<const MasterKindInfo> master_kinds() { return kKinds; }

std::string_view to_string(MasterKind kind) { return kKinds[static_cast<std::size_t>(kind)].name; }

std::optional<MasterKind> master_kind_from(std::string_view name) {
  auto found = std::ranges::find(kKinds, name, &MasterKindInfo::name);
  return found == kKinds.end() ? std::nullopt : std::optional(found->kind);
}

const std::vector<Column>& columns_of(MasterKind kind) {
  static const auto kColumns = [] {
    std::array<std::vector<Column>, kKinds.size()> all;
    for (const MasterKindInfo& info : kKinds)
      visit_kind(info.kind, Collector{all[static_cast<std::size_t>(info.kind)]});
    return all;
  }();
  return kColumns[static_cast<std::size_t>(kind)];
}

std::expected<MasterRow, std::string> checked_row(MasterKind kind, const MasterRow& row) {
  Checker checker{row, {}, ""};
  visit_kind(kind, checker);
  for (auto [from, until] : {std::pair("valid_from", "valid_until"), std::pair("start", "end")}) {
    auto first = Date::parse(cell(checker.out, from)), last = Date::parse(cell(checker.out, until));
    if (first && last && *last < *first && checker.refusal.empty())
      checker.refusal = std::string(until) + " lies before " + from;
  }
  if (!checker.refusal.empty()) return std::unexpected(checker.refusal);
  return checker.out;
}

std::string master_key(MasterKind kind, const MasterRow& row) {
  auto at = [&](std::string_view name) { return std::string(cell(row, name)); };
  switch (kind) {
    case MasterKind::entities:
      return at("entity").empty() ? at("name") : at("entity");
    case MasterKind::vendors:
      return at("vendor_id");
    case MasterKind::accounts:
      return at("vendor_id") + " " + compact_identifier(at("iban")) + " " + at("valid_from");
    case MasterKind::orders:
      return normalized_order(at("purchase_order"));
    case MasterKind::receipts:
      return at("receipt");
    case MasterKind::periods:
      return at("entity") + " " + at("start");
    case MasterKind::limits:
      return at("role") + " " + at("currency");
    case MasterKind::sanctions:
      return at("list") + " " + at("entry");
    case MasterKind::expected:
      return at("expected");
    case MasterKind::retention:
      return at("country") + " " + (at("class").empty() ? "invoice" : at("class"));
  }
  return "";
}

std::expected<void, std::string> joins(MasterKind kind, const std::vector<MasterRow>& rows, const MasterRow& added) {
  if (rows.empty()) return {};
  if (!kKinds[static_cast<std::size_t>(kind)].lines) return std::unexpected("the same item stands on an earlier line");
  std::vector<Column> head;
  if (kind == MasterKind::orders) {
    PurchaseOrder order;
    visit_columns(Collector{head}, order);
  } else {
    GoodsReceipt receipt;
    visit_columns(Collector{head}, receipt);
  }
  for (const Column& column : head) {
    auto before = cell(rows.front(), column.name), now = cell(added, column.name);
    if (before != now)
      return std::unexpected(std::string(column.name) + " is '" + std::string(now) + "' here and '" +
                             std::string(before) + "' on an earlier line");
  }
  bool twice = kind == MasterKind::orders && std::ranges::any_of(rows, [&](const MasterRow& row) {
                 return cell(row, "line") == cell(added, "line");
               });
  if (twice)
    return std::unexpected("line '" + std::string(cell(added, "line")) + "' of the order stands there already");
  return {};
}

OwnEntity entity_from(const std::vector<MasterRow>& rows) {
  auto entity = read<OwnEntity>(rows);
  if (entity.id.empty()) entity.id = entity.name;
  return entity;
}
Vendor vendor_from(const std::vector<MasterRow>& rows) { return read<Vendor>(rows); }
VendorAccount account_from(const std::vector<MasterRow>& rows) { return read<VendorAccount>(rows); }
PurchaseOrder order_from(const std::vector<MasterRow>& rows) { return read_with_lines<PurchaseOrder, OrderLine>(rows); }
GoodsReceipt receipt_from(const std::vector<MasterRow>& rows) {
  return read_with_lines<GoodsReceipt, ReceiptLine>(rows);
}
PostingPeriod period_from(const std::vector<MasterRow>& rows) { return read<PostingPeriod>(rows); }
ApprovalLimit limit_from(const std::vector<MasterRow>& rows) { return read<ApprovalLimit>(rows); }
SanctionEntry sanction_from(const std::vector<MasterRow>& rows) { return read<SanctionEntry>(rows); }
ExpectedBill expected_from(const std::vector<MasterRow>& rows) { return read<ExpectedBill>(rows); }
RetentionRule retention_from(const std::vector<MasterRow>& rows) { return read<RetentionRule>(rows); }

}  // namespace ap
