#include "adapters/mail/mail_reader.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

namespace ap::mail {
namespace {

// An inline picture below this size is decoration: a logo, a signature's portrait, a tracking pixel.
constexpr std::uint64_t kSmallPictureBytes = 32 * 1024;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

std::string text_of(const char* text) { return text ? text : ""; }

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return c < 128 ? char(std::tolower(c)) : char(c); });
  return text;
}

struct TypeReason {
  std::string_view type, reason;
};

// Kinds of parts that never carry an invoice.
constexpr std::array<TypeReason, 7> kNeverInvoices{{
    {"application/pgp-signature", "digital signature"},
    {"application/pgp-keys", "public key"},
    {"application/pkcs7-signature", "digital signature"},
    {"application/x-pkcs7-signature", "digital signature"},
    {"text/calendar", "calendar entry"},
    {"text/vcard", "visiting card"},
    {"text/x-vcard", "visiting card"},
}};

class Walk {
 public:
  Walk(const ReadLimits& limits, const Progress& progress) : limits_(limits), progress_(progress) {}

  MailReading reading;
  std::string beyond;  // the limit that was met, "" when none

  void message(GMimeMessage* mail, const std::string& locator, int depth) {
    if (GMimeObject* body = g_mime_message_get_mime_part(mail)) entity(body, locator, depth);
  }

 private:
  bool stopped() const { return !beyond.empty(); }

  void entity(GMimeObject* object, const std::string& locator, int depth) {
    if (stopped()) return;
    if (depth > limits_.mail_depth) {
      beyond = "the mail is nested more than " + std::to_string(limits_.mail_depth) + " deep (limits.mail_depth)";
    } else if (GMIME_IS_MULTIPART(object)) {
      auto* multipart = GMIME_MULTIPART(object);
      int count = g_mime_multipart_get_count(multipart);
      for (int i = 0; i < count && !stopped(); ++i)
        entity(g_mime_multipart_get_part(multipart, i), child(locator, i + 1), depth + 1);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      if (GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
        message(inner, child(locator, 1), depth + 1);
    } else if (GMIME_IS_PART(object)) {
      leaf(GMIME_PART(object), locator.empty() ? "1" : locator);
    }
  }

  static std::string child(const std::string& locator, int number) {
    return locator.empty() ? std::to_string(number) : locator + "." + std::to_string(number);
  }

  void leaf(GMimePart* part, const std::string& locator) {
    if (++leaves_ > limits_.mail_parts) {
      beyond = "the mail has more than " + std::to_string(limits_.mail_parts) + " parts (limits.mail_parts)";
      return;
    }
    progress_(leaves_);
    std::optional<std::string> content = decoded(part);
    if (!content) {
      beyond = "a part of the mail is larger than " + std::to_string(limits_.attachment_bytes) +
               " bytes (limits.attachment_bytes)";
      return;
    }
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    std::unique_ptr<char, decltype(&g_free)> name_of_type(g_mime_content_type_get_mime_type(type), g_free);
    std::string media_type = lower(text_of(name_of_type.get()));
    std::string name = text_of(g_mime_part_get_filename(part));
    std::string reason = why_dropped(part, media_type, name, *content);
    if (!reason.empty()) reading.dropped.push_back({name, media_type, reason, content->size()});
    else reading.parts.push_back({name, media_type, locator, std::move(*content)});
  }

  // nullopt when it is larger than allowed.
  std::optional<std::string> decoded(GMimePart* part) {
    GMimeDataWrapper* wrapper = g_mime_part_get_content(part);
    if (!wrapper) return std::string();
    Owned<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(wrapper, memory.get());
    GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    if (bytes->len > limits_.attachment_bytes) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
  }

  // "" when the part is taken.
  static std::string why_dropped(GMimePart* part, const std::string& media_type, const std::string& name,
                                 const std::string& content) {
    if (content.empty()) return "empty";
    for (const TypeReason& row : kNeverInvoices)
      if (media_type == row.type) return std::string(row.reason);
    std::string disposition = lower(text_of(g_mime_object_get_disposition(GMIME_OBJECT(part))));
    bool attached = disposition == "attachment" || (!name.empty() && disposition != "inline");
    bool text = media_type == "text/plain" || media_type == "text/html" || media_type == "text/enriched";
    if (text && (!attached || name.empty())) return "text of the mail";
    if (media_type.starts_with("image/") && !attached && content.size() < kSmallPictureBytes)
      return "small inline picture";
    return "";
  }

  const ReadLimits& limits_;
  const Progress& progress_;
  int leaves_ = 0;
};

MailInfo info_of(GMimeMessage* mail) {
  MailInfo info;
  if (InternetAddressList* from = g_mime_message_get_from(mail)) {
    std::unique_ptr<char, decltype(&g_free)> text(internet_address_list_to_string(from, nullptr, FALSE), g_free);
    info.from = text_of(text.get());
  }
  info.message_id = text_of(g_mime_message_get_message_id(mail));
  info.subject = text_of(g_mime_message_get_subject(mail));
  return info;
}

void start_gmime() {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
}

}  // namespace

std::expected<MailReading, ReadFailure> read_mail(Bytes bytes, const ReadLimits& limits, const Progress& progress) {
  start_gmime();
  Owned<GMimeStream> stream(
      g_mime_stream_mem_new_with_buffer(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  Owned<GMimeMessage> mail(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!mail) return std::unexpected(ReadFailure{ReadFailureKind::unreadable, "this is no mail: it has no header"});
  Walk walk(limits, progress);
  walk.reading.info = info_of(mail.get());
  walk.message(mail.get(), "", 0);
  if (!walk.beyond.empty())
    return std::unexpected(ReadFailure{ReadFailureKind::resource_limit, walk.beyond + "; take the attachments by hand, or raise the limit"});
  return std::move(walk.reading);
}

}  // namespace ap::mail
