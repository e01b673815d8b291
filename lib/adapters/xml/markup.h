// The rules of well-formedness that pugixml does not look at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ap::xml {

struct MarkupFault {
  std::string what;            // "a comment has '--' in it at byte 17"
  bool document_type = false;  // the document declares one, which is refused whatever it says
};

// The character that a reference at the start of `text` stands for: &lt; &gt; &amp; &quot; &apos; &#n; &#xh;
struct Reference {
  std::size_t length = 0;  // 0: there is none, or it stands for a character that XML does not have
  std::uint32_t character = 0;
};
Reference reference_at(std::string_view text);

// Whether this may stand between "<?xml" and "?>".
bool is_declaration(std::string_view text);

// One pass over UTF-8 text: references (XML 1.0 section 4.1), '<' in values of attributes (3.1), blanks between
// attributes (3.1), ']]>' in text (2.4), '--' in comments (2.5), targets of processing instructions (2.6), the XML
// declaration (2.8), no document type. What the parser refuses anyway, such as a tag without end, is left to it. Pure.
std::optional<MarkupFault> markup_fault(std::string_view text);

}  // namespace ap::xml
