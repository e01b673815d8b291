#include "rules/controls/duplicate_profile.h"

#include <algorithm>
#include <charconv>

#include "core/identifiers.h"
#include "rules/controls/invoice_numbers.h"

namespace ap::rules {
namespace {

constexpr char kField = '\x1f', kItem = '\x1e';
constexpr std::string_view kForm = "1";  // of the encoding

std::string amount_text(const std::optional<Decimal>& amount) { return amount ? amount->normalized().str() : ""; }

std::uint32_t short_hash(std::string_view text) { return static_cast<std::uint32_t>(stable_hash(text)); }

std::string letters_and_digits(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    bool part = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (part) out.push_back(c);
  }
  return out;
}

void add_lines(const Invoice& invoice, DuplicateProfile& to) {
  for (const Line& line : invoice.lines) {
    if (to.amounts.size() == kMostLines) break;
    if (!line.net) continue;
    to.amounts.push_back(short_hash(amount_text(line.net) + "|" + amount_text(line.quantity)));
    std::string text = letters_and_digits(line.description) + letters_and_digits(line.item_id);
    if (!text.empty()) to.texts.push_back(short_hash(text));
  }
  std::ranges::sort(to.amounts);
  std::ranges::sort(to.texts);
}

// ---- encoding

// Nothing may break the form: control characters become blanks.
void put(std::string& out, std::string_view text) {
  if (!out.empty()) out.push_back(kField);
  for (char c : text) out.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
}

std::string joined(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (std::uint32_t number : numbers) out += (out.empty() ? "" : ",") + std::to_string(number);
  return out;
}

std::vector<std::string_view> cut(std::string_view text, char at) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = std::min(text.find(at, begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::vector<std::uint32_t> numbers_in(std::string_view text) {
  std::vector<std::uint32_t> out;
  if (text.empty()) return out;
  for (std::string_view item : cut(text, ',')) {
    std::uint32_t number = 0;
    std::from_chars(item.data(), item.data() + item.size(), number);
    out.push_back(number);
  }
  return out;
}

std::string date_text(const std::optional<Date>& date) { return date ? date->str() : ""; }

// ---- keys

std::uint64_t key(std::string_view kind, std::string_view a, std::string_view b, std::string_view c = "") {
  std::string text(kind);
  for (std::string_view part : {a, b, c}) text.append(1, kItem).append(part);
  return stable_hash(text);
}

// Names under which the vendor is kept, most telling first.
std::vector<std::string> vendor_names(const VendorIdentity& vendor) {
  std::vector<std::string> names;
  if (!vendor.tax_id.empty()) names.push_back("T" + vendor.tax_id);
  if (!vendor.iban.empty()) names.push_back("I" + vendor.iban);
  std::string all;
  for (const std::string& word : vendor.words) all += word;
  if (!all.empty()) names.push_back("N" + all);
  return names;
}

// One word of the name: what is left when another was misread.
std::vector<std::string> single_words(const VendorIdentity& vendor) {
  std::vector<std::string> longest = vendor.words;
  std::ranges::stable_sort(longest, [](const auto& a, const auto& b) { return a.size() > b.size(); });
  if (longest.size() > 2) longest.resize(2);
  for (std::string& word : longest) word.insert(0, "W");
  return longest;
}

// Of amounts: a credit note is never the repeat of an invoice. Not the currency, which one copy may not show.
std::string sign(const DuplicateProfile& p) { return p.type == InvoiceType::credit_note ? "C" : ""; }

// A receipt without a number goes by its day.
std::string number_key(const DuplicateProfile& p) {
  std::string core = number_core(p.number);
  if (!core.empty()) return core;
  std::string folded = folded_number(p.number);
  if (folded.empty() && p.type == InvoiceType::receipt && p.date) return "@" + p.date->str();
  return folded;
}

void add_number_keys(const DuplicateProfile& p, std::vector<std::uint64_t>& keys) {
  std::string number = number_key(p);
  if (number.empty()) return;
  std::string whole = folded_number(p.number);
  for (const std::string& amount : {p.gross, p.net}) {
    if (amount.empty()) continue;
    keys.push_back(key("number amount", number, amount, sign(p)));
    if (whole != number) keys.push_back(key("whole amount", whole, amount, sign(p)));
  }
  for (const std::string& vendor : vendor_names(p.vendor)) keys.push_back(key("vendor number", vendor, number));
}

void add_amount_keys(const DuplicateProfile& p, std::vector<std::uint64_t>& keys) {
  if (p.gross.empty()) return;
  std::string amount = p.gross + sign(p);
  auto names = vendor_names(p.vendor);
  for (const std::string& vendor : names) keys.push_back(key("vendor amount", vendor, amount));
  if (!p.purchase_order.empty()) keys.push_back(key("order amount", p.purchase_order, amount));
  if (!p.date) return;
  for (const std::string& word : single_words(p.vendor)) names.push_back(word);
  for (const std::string& vendor : names) keys.push_back(key("vendor amount day", vendor, amount, p.date->str()));
}

std::string week(const Date& date) { return std::to_string(date.days() / 7); }

}  // namespace

std::optional<DuplicateProfile> duplicate_profile(const Record& record) {
  if (!record.invoice) return std::nullopt;
  const Invoice& invoice = *record.invoice;
  DuplicateProfile out;
  out.type = invoice.type;
  out.number = invoice.number;
  out.preceding = invoice.preceding_invoice;
  out.date = invoice.issue_date;
  out.service_start = invoice.period.start ? invoice.period.start : invoice.delivery.date;
  out.service_end = invoice.period.end;
  const Totals& totals = invoice.totals;
  out.gross = amount_text(totals.gross ? totals.gross : totals.payable);
  out.net = amount_text(totals.net);
  if (out.net == out.gross) out.net.clear();
  out.currency = invoice.currency;
  out.vendor =
      vendor_identity(invoice.seller.vat_id, invoice.seller.tax_number, invoice.payment.iban, invoice.seller.name);
  out.purchase_order = letters_and_digits(invoice.purchase_order);
  const std::string& place = invoice.delivery.name.empty() ? invoice.delivery.address.street : invoice.delivery.name;
  out.reference = letters_and_digits(!invoice.contract.empty()          ? invoice.contract
                                     : !invoice.buyer_reference.empty() ? invoice.buyer_reference
                                                                        : place);
  add_lines(invoice, out);
  if (record.extraction && record.extraction->content) {
    const ContentPrint& content = *record.extraction->content;
    out.content_hash = content.hash;
    out.signature = content.signature;
    out.copy = std::ranges::find(content.marks, "copy") != content.marks.end();
  }
  out.other_kind = std::ranges::any_of(record.findings, [](const Finding& f) { return f.rule == "NOT_AN_INVOICE"; });
  return out;
}

std::string encode(const DuplicateProfile& p) {
  std::string out(kForm);
  put(out, to_string(p.type));
  for (const std::string* text : {&p.number, &p.preceding}) put(out, *text);
  for (const auto* date : {&p.date, &p.service_start, &p.service_end}) put(out, date_text(*date));
  for (const std::string* text : {&p.gross, &p.net, &p.currency, &p.vendor.tax_id, &p.vendor.iban, &p.vendor.name,
                                  &p.purchase_order, &p.reference})
    put(out, *text);
  put(out, joined(p.amounts));
  put(out, joined(p.texts));
  put(out, p.content_hash);
  put(out, p.signature);
  put(out, std::string(p.copy ? "c" : "") + (p.other_kind ? "o" : ""));
  return out;
}

std::optional<DuplicateProfile> decode_profile(std::string_view text) {
  auto fields = cut(text, kField);
  if (fields.size() != 20 || fields[0] != kForm) return std::nullopt;
  std::size_t at = 0;
  auto next = [&] { return std::string(fields[++at]); };
  DuplicateProfile p;
  p.type = invoice_type_from(next()).value_or(InvoiceType::invoice);
  for (std::string* to : {&p.number, &p.preceding}) *to = next();
  for (auto* to : {&p.date, &p.service_start, &p.service_end}) *to = Date::parse(next());
  for (std::string* to : {&p.gross, &p.net, &p.currency}) *to = next();
  std::string tax = next(), iban = next(), name = next();
  p.vendor = vendor_identity(tax, "", iban, name);
  for (std::string* to : {&p.purchase_order, &p.reference}) *to = next();
  p.amounts = numbers_in(next());
  p.texts = numbers_in(next());
  for (std::string* to : {&p.content_hash, &p.signature}) *to = next();
  std::string flags = next();
  p.copy = flags.find('c') != std::string::npos;
  p.other_kind = flags.find('o') != std::string::npos;
  return p;
}

std::vector<std::uint64_t> keys_to_keep(const DuplicateProfile& p) {
  std::vector<std::uint64_t> keys;
  add_number_keys(p, keys);
  add_amount_keys(p, keys);
  auto names = vendor_names(p.vendor);
  // A correction or credit note stands beside what it refers to.
  if (auto core = number_core(p.preceding); !core.empty())
    for (const std::string& vendor : names) keys.push_back(key("vendor number", vendor, core));
  if (p.date && !names.empty()) keys.push_back(key("vendor week", names.front(), week(*p.date)));
  if (!p.content_hash.empty()) keys.push_back(key("content", p.content_hash, ""));
  std::ranges::sort(keys);
  auto rest = std::ranges::unique(keys);
  keys.erase(rest.begin(), rest.end());
  return keys;
}

std::vector<std::uint64_t> keys_to_seek(const DuplicateProfile& p) {
  auto keys = keys_to_keep(p);
  auto names = vendor_names(p.vendor);
  if (p.date && !names.empty())
    for (int days : {-3, 3})
      if (week(p.date->plus_days(days)) != week(*p.date))
        keys.push_back(key("vendor week", names.front(), week(p.date->plus_days(days))));
  return keys;
}

std::vector<std::uint64_t> keys_of_total(const DuplicateProfile& p, const Decimal& total) {
  std::vector<std::uint64_t> keys;
  std::string amount = total.normalized().str() + sign(p);
  for (const std::string& vendor : vendor_names(p.vendor)) keys.push_back(key("vendor amount", vendor, amount));
  return keys;
}

}  // namespace ap::rules
