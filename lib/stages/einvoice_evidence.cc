#include "stages/einvoice_evidence.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "core/short_text.h"

namespace ap {
namespace {

using Order = std::vector<std::size_t>;

template <class Key>
Order order_of(const std::vector<Key>& keys) {
  Order order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return keys[i]; });
  return order;
}

// How paths go on with each field of a type.
struct FieldNames {
  std::vector<std::string> names;

  void text(std::string_view name, std::string_view, const auto&) { names.emplace_back(name); }
  void number(std::string_view name, std::string_view, const auto&) { names.emplace_back(name); }
  void date(std::string_view name, std::string_view, const auto&) { names.emplace_back(name); }
  void flag(std::string_view name, std::string_view, const auto&) { names.emplace_back(name); }
  void type(std::string_view name, std::string_view, const auto&) { names.emplace_back(name); }
  void object(std::string_view name, std::string_view, const auto&) { names.emplace_back(name).push_back('.'); }
  void optional(std::string_view name, std::string_view, const auto&) { names.emplace_back(name).push_back('.'); }
  void list(std::string_view name, std::string_view, const auto&) { names.emplace_back(name).push_back('['); }
};

// The places of a type's fields in the table, in the order of their paths.
template <class T>
const Order& field_order() {
  static const Order order = [] {
    FieldNames fields;
    const T object{};
    visit_fields(fields, object);
    return order_of(fields.names);
  }();
  return order;
}

// "lines[10]" stands before "lines[1]": indices in the order of their digits with the bracket behind them, which fit
// into eight bytes for all lists that fit into memory.
Order index_order(std::size_t count) {
  std::vector<std::uint64_t> keys(count);
  for (std::size_t i = 0; i < count; ++i) {
    char digits[20];
    const char* end = std::to_chars(digits, digits + sizeof digits, i).ptr;
    for (std::size_t at = 0; at < sizeof(std::uint64_t); ++at)
      keys[i] = keys[i] << 8 | static_cast<unsigned char>(digits + at < end ? digits[at] : ']');
  }
  return order_of(keys);
}

// Visits the table and packs what has a value. The fields of each object come in the order of the table and are put in
// that of their paths when the object is complete, so that nothing is searched for or compared.
class Packer {
 public:
  explicit Packer(ContentPrinter& printer) : printer_(printer) {
    text_.reserve(8192);
    places_.reserve(256);
  }

  void text(std::string_view name, std::string_view, const std::string& value) { put(name, value); }
  void number(std::string_view name, std::string_view, const std::optional<Decimal>& value) {
    put(name, value ? value->str() : "");
  }
  void date(std::string_view name, std::string_view, const std::optional<Date>& value) {
    put(name, value ? value->str() : "");
  }
  void flag(std::string_view name, std::string_view, const bool& value) { put(name, value ? "true" : "false"); }
  void type(std::string_view name, std::string_view, const InvoiceType& value) { put(name, to_string(value)); }
  template <class T>
  void object(std::string_view name, std::string_view, const T& value) {
    const std::size_t before = path_.size();
    path_.append(name).push_back('.');
    pack(value);
    path_.resize(before);
    ends_.push_back(places_.size());
  }
  template <class T>
  void optional(std::string_view name, std::string_view term, const std::optional<T>& value) {
    value ? object(name, term, *value) : ends_.push_back(places_.size());
  }
  template <class T>
  void list(std::string_view name, std::string_view term, const std::vector<T>& list) {
    const std::size_t first = places_.size(), fields = ends_.size();
    for (std::size_t i = 0; i < list.size(); ++i) {
      char step[48];
      char* end = std::ranges::copy(name.substr(0, 32), step).out;
      *end++ = '[';
      end = std::to_chars(end, step + sizeof step - 1, i).ptr;
      *end++ = ']';
      object(std::string_view(step, end), term, list[i]);
    }
    constexpr std::size_t kOneDigit = 10;
    if (list.size() > kOneDigit) arrange(first, fields, index_order(list.size()));
    ends_.resize(fields);
    ends_.push_back(places_.size());
  }

  // The fields of an object, behind what the path has.
  template <class T>
  void pack(const T& object) {
    const std::size_t first = places_.size(), fields = ends_.size();
    visit_fields(*this, object);
    arrange(first, fields, field_order<T>());
    ends_.resize(fields);
  }

  CertainValues take() { return {std::move(text_), std::move(places_)}; }

 private:
  void put(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      const std::size_t start = text_.size(), path = path_.size() + name.size();
      places_.push_back({start, static_cast<std::uint32_t>(path), static_cast<std::uint32_t>(value.size())});
      // How much room there is does not say how much was asked for (libstdc++ 12 hands over all it has).
      text_.resize_and_overwrite(start + path + value.size(), [&](char* text, std::size_t) {
        return static_cast<std::size_t>(copy_text(copy_text(copy_text(text + start, path_), name), value) - text);
      });
      printer_.add(value);
    }
    ends_.push_back(places_.size());
  }

  // Puts what was packed since `first` into `order`: pieces of it, whose ends stand in ends_ from `pieces` on.
  void arrange(std::size_t first, std::size_t pieces, const Order& order) {
    unordered_.assign(places_.begin() + static_cast<std::ptrdiff_t>(first), places_.end());
    auto to = places_.begin() + static_cast<std::ptrdiff_t>(first);
    for (std::size_t piece : order) {
      const std::size_t begin = piece == 0 ? first : ends_[pieces + piece - 1];
      for (std::size_t at = begin; at < ends_[pieces + piece]; ++at) *to++ = unordered_[at - first];
    }
  }

  ContentPrinter& printer_;
  std::string path_, text_;
  std::vector<CertainValues::Place> places_, unordered_;
  std::vector<std::size_t> ends_;  // of the fields of all objects that are being packed: how many places there were
};

}  // namespace

EvidenceMap evidence_of_einvoice(const Invoice& invoice, ContentPrinter& printer) {
  Packer packer(printer);
  packer.pack(invoice);
  return EvidenceMap(packer.take());
}

}  // namespace ap
