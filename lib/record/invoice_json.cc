#include "record/invoice_json.h"

#include "core/fields.h"

namespace ap {
namespace {

// Absent values are left out; objects and lists with nothing in them too.
struct Writer {
  JsonWriter& out;
  int marks = 0;  // that may be gone back to

  void text(std::string_view n, std::string_view, const std::string& v) { out.given(n, v); }
  void number(std::string_view n, std::string_view, const std::optional<Decimal>& v) {
    if (v) out.plain_member(n, v->str());
  }
  void date(std::string_view n, std::string_view, const std::optional<Date>& v) {
    if (v) out.member(n, v->str());
  }
  void flag(std::string_view n, std::string_view, const bool& v) { out.key(n), out.flag(v); }
  void type(std::string_view n, std::string_view, const InvoiceType& v) { out.member(n, to_string(v)); }
  template <class T>
  void object(std::string_view n, std::string_view, const T& v) {
    JsonWriter::Mark before = out.mark();
    out.key(n);
    out.begin_object();
    std::size_t empty = out.size();
    ++marks;
    visit_fields(*this, v);
    --marks;
    if (out.size() == empty)
      out.back_to(before);
    else
      out.end_object();
  }
  template <class T>
  void optional(std::string_view n, std::string_view t, const std::optional<T>& v) {
    if (v) object(n, t, *v);
  }
  template <class T>
  void list(std::string_view n, std::string_view, const std::vector<T>& v) {
    if (v.empty()) return;
    out.key(n);
    out.begin_array();
    for (const T& entry : v) {
      out.begin_object();
      visit_fields(*this, entry);
      out.end_object();
      if (marks == 0) out.pass_on();
    }
    out.end_array();
  }
};

struct Reader {
  JsonObject& in;

  void text(std::string_view n, std::string_view, std::string& v) { in.text(n, v); }
  void number(std::string_view n, std::string_view, std::optional<Decimal>& v) {
    const Json* value = in.get(n, Json::value_t::string, "a decimal written as a string");
    if (!value) return;
    v = Decimal::parse(value->get_ref<const std::string&>());
    if (!v) in.refuse(n, "'" + value->get<std::string>() + "' is not a decimal such as 1234.50");
  }
  void date(std::string_view n, std::string_view, std::optional<Date>& v) {
    const Json* value = in.get(n, Json::value_t::string, "a date written as a string");
    if (!value) return;
    v = Date::parse(value->get_ref<const std::string&>());
    if (!v) in.refuse(n, "'" + value->get<std::string>() + "' is not a date YYYY-MM-DD");
  }
  void flag(std::string_view n, std::string_view, bool& v) {
    if (const Json* value = in.get(n, Json::value_t::boolean, "true or false")) v = value->get<bool>();
  }
  void type(std::string_view n, std::string_view, InvoiceType& v) { in.name(n, v, invoice_type_from); }
  template <class T>
  void object(std::string_view n, std::string_view, T& v) {
    in.object(n, [&](JsonObject& inner) { visit_fields(Reader{inner}, v); });
  }
  template <class T>
  void optional(std::string_view n, std::string_view, std::optional<T>& v) {
    in.object(n, [&](JsonObject& inner) { visit_fields(Reader{inner}, v.emplace()); });
  }
  template <class T>
  void list(std::string_view n, std::string_view, std::vector<T>& v) {
    in.objects(n, [&](JsonObject& inner) { visit_fields(Reader{inner}, v.emplace_back()); });
  }
};

struct Schema {
  Json properties = Json::object();

  static Json described(Json schema, std::string_view term) {
    if (!term.empty()) schema["description"] = "EN 16931 " + std::string(term);
    return schema;
  }
  void put(std::string_view n, Json schema, std::string_view term) {
    properties[std::string(n)] = described(std::move(schema), term);
  }
  static Json of(Schema& inner) { return {{"type", {"object", "null"}}, {"properties", std::move(inner.properties)}}; }
  void text(std::string_view n, std::string_view t, const std::string&) { put(n, {{"type", {"string", "null"}}}, t); }
  void number(std::string_view n, std::string_view t, const std::optional<Decimal>&) {
    put(n, {{"type", {"string", "null"}}, {"pattern", "^-?[0-9]+(\\.[0-9]+)?$"}}, t);
  }
  void date(std::string_view n, std::string_view t, const std::optional<Date>&) {
    put(n, {{"type", {"string", "null"}}, {"format", "date"}}, t);
  }
  void flag(std::string_view n, std::string_view t, const bool&) { put(n, {{"type", {"boolean", "null"}}}, t); }
  void type(std::string_view n, std::string_view t, const InvoiceType&) {
    put(n, {{"enum", {"invoice", "credit_note", "receipt"}}}, t);
  }
  template <class T>
  void object(std::string_view n, std::string_view t, const T& v) {
    Schema inner;
    visit_fields(inner, v);
    put(n, of(inner), t);
  }
  template <class T>
  void optional(std::string_view n, std::string_view t, const std::optional<T>&) {
    object(n, t, T());
  }
  template <class T>
  void list(std::string_view n, std::string_view t, const std::vector<T>&) {
    Schema inner;
    const T entry{};
    visit_fields(inner, entry);
    put(n, {{"type", {"array", "null"}}, {"items", of(inner)}}, t);
  }
};

}  // namespace

void write_invoice(JsonWriter& out, const Invoice& invoice) {
  out.begin_object();
  visit_fields(Writer{out}, invoice);
  out.end_object();
}

void read_invoice(JsonObject& object, Invoice& invoice) { visit_fields(Reader{object}, invoice); }

Json invoice_schema() {
  Schema schema;
  const Invoice invoice;
  visit_fields(schema, invoice);
  return Schema::of(schema);
}

}  // namespace ap
