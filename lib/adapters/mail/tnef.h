// TNEF, the wrapping that Outlook puts around attachments ("winmail.dat"). After [MS-OXTNEF].
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ap::mail {

struct TnefFile {
  std::string name;  // as it stands there; "" when it has none
  std::string bytes;
};

// The files attached, in order; nullopt when the bytes are no TNEF stream or break off inside a field. Text and
// properties of the mail itself are passed over. At most `most` files are read; one more means there were too many.
std::optional<std::vector<TnefFile>> read_tnef(std::string_view bytes, std::size_t most);

}  // namespace ap::mail
