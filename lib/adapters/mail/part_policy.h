// Which parts of a mail are documents.
#pragma once

#include <cstdint>
#include <string>

namespace ap::mail {

// What the sender says of a leaf of the MIME tree, and how large it is.
struct Leaf {
  std::string media_type;       // lower case, "" when not said
  std::string disposition;      // lower case: attachment, inline, or ""
  std::string name;             // "" when not said
  bool has_content_id = false;  // so that the text can show it in its place
  bool in_related = false;      // stands beside a text in multipart/related
  std::uint64_t bytes = 0;      // decoded
};

enum class Use { document, text_of_the_mail, dropped };

struct Verdict {
  Use use = Use::document;
  std::string reason;  // why it was dropped
};

Verdict judge(const Leaf& leaf);

}  // namespace ap::mail
