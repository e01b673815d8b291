#include "adapters/mail/part_policy.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ap::mail {
namespace {

using namespace std::string_view_literals;

// A logo or a line under a signature is smaller; a receipt pasted into the text is larger.
constexpr std::uint64_t kSmallPicture = 20 * 1024;

struct Unwanted {
  std::string_view media_type, what;
};

constexpr std::array kUnwanted{
    Unwanted{"application/pgp-signature"sv, "a signature of the mail"},
    Unwanted{"application/pkcs7-signature"sv, "a signature of the mail"},
    Unwanted{"application/x-pkcs7-signature"sv, "a signature of the mail"},
    Unwanted{"application/pgp-keys"sv, "a key"},
    Unwanted{"text/vcard"sv, "a business card"},
    Unwanted{"text/x-vcard"sv, "a business card"},
    Unwanted{"text/calendar"sv, "an appointment"},
    Unwanted{"message/delivery-status"sv, "a delivery report"},
    Unwanted{"message/disposition-notification"sv, "a reading receipt"},
    Unwanted{"text/rfc822-headers"sv, "the header of another mail"},
    Unwanted{"message/external-body"sv, "only a pointer to a document elsewhere, which is not fetched"},
    Unwanted{"message/partial"sv, "a piece of a mail sent in pieces; ask for it in one"},
};

}  // namespace

Verdict judge(const Leaf& leaf) {
  for (const Unwanted& unwanted : kUnwanted) {
    if (leaf.media_type == unwanted.media_type) return {Use::dropped, std::string(unwanted.what)};
  }
  if (leaf.bytes == 0) return {Use::dropped, "it is empty"};
  const bool attached = leaf.disposition == "attachment";
  if (leaf.media_type.starts_with("image/")) {
    const bool shown_in_text = !attached && (leaf.has_content_id || leaf.in_related || leaf.disposition == "inline");
    if (shown_in_text && leaf.bytes < kSmallPicture) return {Use::dropped, "a small picture within the text"};
    return {};
  }
  const bool plain = leaf.media_type == "text/plain" || leaf.media_type == "text/html" ||
                     leaf.media_type == "text/enriched" || leaf.media_type.empty();
  if (plain && !attached && leaf.name.empty()) return {Use::text_of_the_mail, "the text of the mail"};
  return {};
}

}  // namespace ap::mail
