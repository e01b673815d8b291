#include "einvoice/fragment.h"

#include <algorithm>

namespace ap::einvoice {

void append_escaped(std::string& out, std::string_view text, bool attribute) {
  for (char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"' && attribute)
      out += "&quot;";
    else if (c == '\r' || ((c == '\n' || c == '\t') && attribute))
      out += c == '\r' ? "&#13;" : c == '\n' ? "&#10;" : "&#9;";
    else
      out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
  }
}

void FragmentWriter::begin(std::string_view qualified_name) {
  names_.push_back(qualified_name);
  out_.append("<").append(qualified_name);
}

void FragmentWriter::attribute(std::string_view qualified_name, std::string_view value) {
  out_.append(" ").append(qualified_name).append("=\"");
  append_escaped(out_, value, true);
  out_ += '"';
}

void FragmentWriter::end() {
  out_.append("</").append(names_.back()).append(">");
  names_.pop_back();
}

namespace {

bool is_name(std::string_view name) {
  constexpr std::string_view kNever = " \t\r\n<>&\"'=/!?[]();,";
  return !name.empty() && name.find_first_of(kNever) == name.npos;
}

// Takes the attributes of a start tag up to its '>'; false when they are not of our form.
bool take_attributes(std::string_view& rest) {
  while (rest.starts_with(' ')) {
    std::size_t equals = rest.find("=\"");
    if (equals == rest.npos || !is_name(rest.substr(1, equals - 1))) return false;
    std::size_t close = rest.find('"', equals + 2);
    if (close == rest.npos || rest.substr(equals, close - equals).find('<') != rest.npos) return false;
    rest.remove_prefix(close + 1);
  }
  if (!rest.starts_with('>')) return false;
  rest.remove_prefix(1);
  return true;
}

}  // namespace

bool is_one_element(std::string_view fragment) {
  std::vector<std::string_view> open;
  std::string_view rest = fragment;
  while (rest.starts_with('<')) {
    bool closing = rest.starts_with("</");
    rest.remove_prefix(closing ? 2 : 1);
    std::size_t length = std::min(rest.find_first_of(" >"), rest.size());
    std::string_view name = rest.substr(0, length);
    rest.remove_prefix(length);
    if (!is_name(name)) return false;
    if (closing) {
      if (open.empty() || open.back() != name || !rest.starts_with('>')) return false;
      rest.remove_prefix(1);
      open.pop_back();
      if (open.empty()) return rest.empty();
    } else {
      if (!take_attributes(rest)) return false;
      open.push_back(name);
    }
    rest.remove_prefix(std::min(rest.find('<'), rest.size()));  // text
  }
  return false;
}

}  // namespace ap::einvoice
