#include <array>
#include <cstdio>

#include "core/fields.h"
#include "export/format.h"

namespace ap::exporting {
namespace {

// Writes an object from the field table; what the document does not say is left out.
class ObjectWriter {
 public:
  void text(std::string_view name, std::string_view, const std::string& value) {
    if (!value.empty()) key(name) += json_string(value);
  }
  void number(std::string_view name, std::string_view, const std::optional<Decimal>& value) {
    if (value) key(name) += json_string(value->str());
  }
  void date(std::string_view name, std::string_view, const std::optional<Date>& value) {
    if (value) key(name) += json_string(value->str());
  }
  void flag(std::string_view name, std::string_view, const bool& value) { key(name) += value ? "true" : "false"; }
  void type(std::string_view name, std::string_view, const InvoiceType& value) {
    key(name) += json_string(to_string(value));
  }
  template <class T>
  void object(std::string_view name, std::string_view, const T& value) {
    if (auto inner = written(value); inner != "{}") key(name) += inner;
  }
  template <class T>
  void optional(std::string_view name, std::string_view, const std::optional<T>& value) {
    if (value) key(name) += written(*value);
  }
  template <class T>
  void list(std::string_view name, std::string_view, const std::vector<T>& values) {
    if (values.empty()) return;
    auto& out = key(name) += '[';
    for (const auto& value : values) out += (&value == values.data() ? "" : ",") + written(value);
    out += ']';
  }

  std::string finish() && { return std::move(out_) + "}"; }

  template <class T>
  static std::string written(const T& value) {
    ObjectWriter writer;
    visit_fields(writer, value);
    return std::move(writer).finish();
  }

  std::string& key(std::string_view name) {
    if (out_.size() > 1) out_ += ',';
    return (out_ += json_string(name)) += ':';
  }

 private:
  std::string out_ = "{";
};

std::string coding_object(const Coding& coding) {
  ObjectWriter writer;
  writer.text("vendor_id", "", coding.vendor_id);
  writer.text("account", "", coding.account);
  writer.text("cost_center", "", coding.cost_center);
  writer.text("tax_code", "", coding.tax_code);
  return std::move(writer).finish();
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\', out += char(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c < 0x20) {
      std::array<char, 8> escape;
      std::snprintf(escape.data(), escape.size(), "\\u%04x", c);
      out += escape.data();
    } else {
      out += char(c);
    }
  }
  return out += '"';
}

std::string json_head(std::string_view batch) {
  return "{\"schema\":\"ap.export/1\",\"batch\":" + json_string(batch) + ",\"documents\":[";
}

std::string json_document(const Record& record, bool first) {
  ObjectWriter writer;
  writer.text("document_id", "", record.id);
  writer.text("source_name", "", record.source.name);
  if (auto coding = coding_object(record.coding); coding != "{}") writer.key("coding") += coding;
  if (record.invoice) writer.object("invoice", "", *record.invoice);
  return (first ? "\n" : ",\n") + std::move(writer).finish();
}

std::string json_tail() { return "\n]}\n"; }

}  // namespace ap::exporting
