#include "core/fields.h"

#include <charconv>
#include <functional>

namespace ap {
namespace {

struct Step {
  std::string_view name;
  std::optional<std::size_t> index;
  std::string_view rest;
};

// Splits "lines[2].net" into lines, 2, "net".
std::optional<Step> first_step(std::string_view path) {
  Step step;
  auto dot = path.find('.');
  std::string_view head = path.substr(0, dot);
  step.rest = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  auto bracket = head.find('[');
  step.name = head.substr(0, bracket);
  if (bracket == std::string_view::npos) return step;
  if (head.back() != ']') return std::nullopt;
  std::string_view digits = head.substr(bracket + 1, head.size() - bracket - 2);
  std::size_t index = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  step.index = index;
  return step;
}

std::string text_of(const std::string& value) { return value; }
std::string text_of(const std::optional<Decimal>& value) { return value ? value->str() : ""; }
std::string text_of(const std::optional<Date>& value) { return value ? value->str() : ""; }
std::string text_of(bool value) { return value ? "true" : "false"; }
std::string text_of(InvoiceType value) { return std::string(to_string(value)); }

struct Getter {
  Step step;
  std::optional<std::expected<std::string, std::string>> result;

  bool leaf(std::string_view name) const { return name == step.name && step.rest.empty() && !step.index; }
  template <class T>
  void take(std::string_view name, const T& value) {
    if (leaf(name)) result = text_of(value);
  }
  void text(std::string_view n, std::string_view, const std::string& v) { take(n, v); }
  void number(std::string_view n, std::string_view, const std::optional<Decimal>& v) { take(n, v); }
  void date(std::string_view n, std::string_view, const std::optional<Date>& v) { take(n, v); }
  void flag(std::string_view n, std::string_view, const bool& v) { take(n, v); }
  void type(std::string_view n, std::string_view, const InvoiceType& v) { take(n, v); }
  template <class T>
  void descend(const T& object) {
    auto next = first_step(step.rest);
    if (!next) return;
    Getter inner{*next, {}};
    visit_fields(inner, object);
    result = inner.result;
  }
  template <class T>
  void object(std::string_view n, std::string_view, const T& v) {
    if (n == step.name && !step.index) descend(v);
  }
  template <class T>
  void optional(std::string_view n, std::string_view t, const std::optional<T>& v) {
    object(n, t, v ? *v : T());
  }
  template <class T>
  void list(std::string_view n, std::string_view, const std::vector<T>& v) {
    if (n != step.name || !step.index) return;
    if (*step.index < v.size())
      descend(v[*step.index]);
    else
      result = std::unexpected("there is no entry " + std::to_string(*step.index) + " in '" + std::string(n) + "'");
  }
};

struct Setter {
  Step step;
  std::string_view value;
  std::optional<std::expected<void, std::string>> result;

  bool leaf(std::string_view name) const { return name == step.name && step.rest.empty() && !step.index; }
  void refuse(std::string_view wanted) {
    result = std::unexpected("'" + std::string(value) + "' is not " + std::string(wanted));
  }
  void done() { result.emplace(); }
  void text(std::string_view n, std::string_view, std::string& v) {
    if (leaf(n)) v = value, done();
  }
  void number(std::string_view n, std::string_view, std::optional<Decimal>& v) {
    if (!leaf(n)) return;
    auto parsed = Decimal::parse(value);
    if (!value.empty() && !parsed) return refuse("a decimal number such as 1234.50");
    v = parsed, done();
  }
  void date(std::string_view n, std::string_view, std::optional<Date>& v) {
    if (!leaf(n)) return;
    auto parsed = Date::parse(value);
    if (!value.empty() && !parsed) return refuse("a date YYYY-MM-DD");
    v = parsed, done();
  }
  void flag(std::string_view n, std::string_view, bool& v) {
    if (!leaf(n)) return;
    if (value != "true" && value != "false") return refuse("true or false");
    v = value == "true", done();
  }
  void type(std::string_view n, std::string_view, InvoiceType& v) {
    if (!leaf(n)) return;
    auto parsed = invoice_type_from(value);
    if (!parsed) return refuse("one of invoice, credit_note, receipt");
    v = *parsed, done();
  }
  template <class T>
  void descend(T& object) {
    auto next = first_step(step.rest);
    if (!next) return;
    Setter inner{*next, value, {}};
    visit_fields(inner, object);
    result = inner.result;
  }
  template <class T>
  void object(std::string_view n, std::string_view, T& v) {
    if (n == step.name && !step.index) descend(v);
  }
  template <class T>
  void optional(std::string_view n, std::string_view, std::optional<T>& v) {
    if (n != step.name || step.index) return;
    T changed = v ? *v : T();
    descend(changed);
    if (result && *result) v = changed == T() ? std::nullopt : std::optional<T>(changed);
  }
  template <class T>
  void list(std::string_view n, std::string_view, std::vector<T>& v) {
    if (n != step.name || !step.index) return;
    if (*step.index > v.size()) {
      result = std::unexpected("'" + std::string(n) + "' has " + std::to_string(v.size()) + " entries; the next is " +
                               std::to_string(v.size()));
      return;
    }
    if (*step.index < v.size()) return descend(v[*step.index]);
    T fresh;
    descend(fresh);
    if (result && *result) v.push_back(std::move(fresh));
  }
};

struct Lister {
  std::string prefix;
  std::vector<std::string>& out;

  void add(std::string_view name, bool present) {
    if (present) out.push_back(prefix + std::string(name));
  }
  void text(std::string_view n, std::string_view, const std::string& v) { add(n, !v.empty()); }
  void number(std::string_view n, std::string_view, const std::optional<Decimal>& v) { add(n, v.has_value()); }
  void date(std::string_view n, std::string_view, const std::optional<Date>& v) { add(n, v.has_value()); }
  void flag(std::string_view n, std::string_view, const bool&) { add(n, true); }
  void type(std::string_view n, std::string_view, const InvoiceType&) { add(n, true); }
  template <class T>
  void object(std::string_view n, std::string_view, const T& v) {
    Lister inner{prefix + std::string(n) + ".", out};
    visit_fields(inner, v);
  }
  template <class T>
  void optional(std::string_view n, std::string_view t, const std::optional<T>& v) {
    if (v) object(n, t, *v);
  }
  template <class T>
  void list(std::string_view n, std::string_view t, const std::vector<T>& v) {
    for (std::size_t i = 0; i < v.size(); ++i) object(std::string(n) + "[" + std::to_string(i) + "]", t, v[i]);
  }
};

std::string no_such_field(std::string_view path) { return "no field '" + std::string(path) + "' in an invoice"; }

}  // namespace

std::string_view to_string(InvoiceType type) {
  switch (type) {
    case InvoiceType::credit_note:
      return "credit_note";
    case InvoiceType::receipt:
      return "receipt";
    case InvoiceType::invoice:
      break;
  }
  return "invoice";
}

std::optional<InvoiceType> invoice_type_from(std::string_view text) {
  for (InvoiceType type : {InvoiceType::invoice, InvoiceType::credit_note, InvoiceType::receipt})
    if (text == to_string(type)) return type;
  return std::nullopt;
}

std::expected<std::string, std::string> get_field(const Invoice& invoice, std::string_view path) {
  auto step = first_step(path);
  if (!step) return std::unexpected(no_such_field(path));
  Getter getter{*step, {}};
  visit_fields(getter, invoice);
  if (!getter.result) return std::unexpected(no_such_field(path));
  return *getter.result;
}

std::expected<void, std::string> set_field(Invoice& invoice, std::string_view path, std::string_view value) {
  auto step = first_step(path);
  if (!step) return std::unexpected(no_such_field(path));
  Setter setter{*step, value, {}};
  visit_fields(setter, invoice);
  if (!setter.result) return std::unexpected(no_such_field(path));
  return *setter.result;
}

std::vector<std::string> present_fields(const Invoice& invoice) {
  std::vector<std::string> out;
  Lister lister{"", out};
  visit_fields(lister, invoice);
  return out;
}

}  // namespace ap
