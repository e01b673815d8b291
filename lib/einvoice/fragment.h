// Elements of foreign vocabularies as text, so that an extension can be put back as it came: with its own prefixes and
// the namespaces in force where it stood, text and elements in their order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ap::einvoice {

// Appends text escaped for XML. Line ends and tabs in attributes, and carriage returns anywhere, would be changed by a
// parser: they are written as references. Control characters that XML does not have become spaces.
void append_escaped(std::string& out, std::string_view text, bool attribute);

// Writes one element after the other as a parser meets them. Qualified names must stay valid until their end().
class FragmentWriter {
 public:
  void begin(std::string_view qualified_name);
  void attribute(std::string_view qualified_name, std::string_view value);
  void opened() { out_ += '>'; }
  void text(std::string_view text) { append_escaped(out_, text, false); }
  void end();

  bool idle() const { return names_.empty(); }
  std::size_t size() const { return out_.size(); }
  std::string take() { return std::exchange(out_, {}); }

 private:
  std::string out_;
  std::vector<std::string_view> names_;
};

// True for exactly one element, closed as it was opened, in the form that FragmentWriter gives. A fragment may have
// come through a file that somebody else could change; nothing else may be put into a document.
bool is_one_element(std::string_view fragment);

}  // namespace ap::einvoice
