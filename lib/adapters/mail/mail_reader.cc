#include "adapters/mail/mail_reader.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <string>

#include "adapters/mail/part_policy.h"
#include "adapters/mail/tnef.h"

namespace ap::mail {
namespace {

struct Unreference {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unreference>;

std::string owned_text(char* text) {
  std::string out = text ? text : "";
  g_free(text);
  return out;
}

std::string text_or_empty(const char* text) { return text ? text : ""; }

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// The last piece of what may be a path of any system, without control characters: names are for display only.
std::string file_name(std::string name) {
  if (std::size_t slash = name.find_last_of("/\\"); slash != std::string::npos) name.erase(0, slash + 1);
  std::erase_if(name, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  return name;
}

struct TooMuch {
  std::string what;
};

// Walks one mail; throws TooMuch when it meets a limit.
class Walk {
 public:
  Walk(MailReading& reading, const ReadLimits& limits) : reading_(reading), limits_(limits) {}

  void message(GMimeMessage* message, const std::string& locator, int depth) {
    GMimeObject* root = g_mime_message_get_mime_part(message);
    if (!root) return;
    // Sections are numbered as IMAP does (RFC 3501, 6.4.5): a mail of one part has part 1.
    std::string first = GMIME_IS_MULTIPART(root) ? locator : join(locator, 1);
    object(root, first, depth, false);
  }

  void finish() {
    if (!reading_.parts.empty()) return;
    for (Dropped& text : texts_) reading_.dropped.push_back(std::move(text));
  }

 private:
  static std::string join(const std::string& locator, int number) {
    return locator.empty() ? std::to_string(number) : locator + "." + std::to_string(number);
  }

  void object(GMimeObject* object, const std::string& locator, int depth, bool in_related) {
    if (depth > limits_.mail_depth) throw TooMuch{"mail_depth = " + std::to_string(limits_.mail_depth)};
    if (GMIME_IS_MULTIPART(object)) {
      auto* multipart = GMIME_MULTIPART(object);
      GMimeContentType* type = g_mime_object_get_content_type(object);
      bool related = type && g_mime_content_type_is_type(type, "multipart", "related");
      int count = g_mime_multipart_get_count(multipart);
      for (int i = 0; i < count; ++i) {
        this->object(g_mime_multipart_get_part(multipart, i), join(locator, i + 1), depth + 1, related);
      }
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      GMimeMessage* nested = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
      if (nested) message(nested, locator, depth + 1);
    } else if (GMIME_IS_PART(object)) {
      leaf(GMIME_PART(object), locator, in_related);
    } else {
      count_part();
      reading_.dropped.push_back({"", media_type(object), "a part of an unknown kind", 0});
    }
  }

  static std::string media_type(GMimeObject* object) {
    GMimeContentType* type = g_mime_object_get_content_type(object);
    return type ? lower(owned_text(g_mime_content_type_get_mime_type(type))) : "";
  }

  void count_part() {
    if (++parts_ > limits_.mail_parts) throw TooMuch{"mail_parts = " + std::to_string(limits_.mail_parts)};
  }

  void leaf(GMimePart* part, const std::string& locator, bool in_related) {
    count_part();
    auto* object = GMIME_OBJECT(part);
    std::string bytes = content(part);
    Leaf leaf{.media_type = media_type(object),
              .disposition = lower(text_or_empty(g_mime_object_get_disposition(object))),
              .name = file_name(text_or_empty(g_mime_part_get_filename(part))),
              .has_content_id = g_mime_part_get_content_id(part) != nullptr,
              .in_related = in_related,
              .bytes = bytes.size()};
    if (leaf.media_type == "application/ms-tnef" || lower(leaf.name) == "winmail.dat") {
      if (tnef(bytes, locator)) return;
    }
    Verdict verdict = judge(leaf);
    if (verdict.use == Use::document) {
      reading_.parts.push_back({leaf.name, leaf.media_type, locator, std::move(bytes)});
    } else {
      Dropped dropped{leaf.name, leaf.media_type, verdict.reason, leaf.bytes};
      (verdict.use == Use::dropped ? reading_.dropped : texts_).push_back(std::move(dropped));
    }
  }

  // False when it is none, or none that we can read: then it is a document like any other, refused for its type.
  bool tnef(const std::string& bytes, const std::string& locator) {
    auto files = read_tnef(bytes, static_cast<std::size_t>(limits_.mail_parts));
    if (!files) return false;
    int number = 0;
    for (TnefFile& file : *files) {
      count_part();
      ++number;
      if (file.bytes.empty()) continue;
      reading_.parts.push_back(
          {file_name(file.name), "", locator + ".t" + std::to_string(number), std::move(file.bytes)});
    }
    if (files->empty()) {
      reading_.dropped.push_back({"winmail.dat", "application/ms-tnef", "holds no attachments", bytes.size()});
    }
    return true;
  }

  std::string content(GMimePart* part) {
    GMimeDataWrapper* wrapper = g_mime_part_get_content(part);
    if (!wrapper) return "";
    Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(wrapper, stream.get());
    GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    if (array->len > limits_.attachment_bytes) {
      throw TooMuch{"attachment_bytes = " + std::to_string(limits_.attachment_bytes)};
    }
    return std::string(reinterpret_cast<const char*>(array->data), array->len);
  }

  MailReading& reading_;
  const ReadLimits& limits_;
  std::vector<Dropped> texts_;
  int parts_ = 0;
};

MailInfo info_of(GMimeMessage* message) {
  MailInfo info;
  if (InternetAddressList* from = g_mime_message_get_from(message)) {
    info.from = owned_text(internet_address_list_to_string(from, nullptr, FALSE));
  }
  info.message_id = text_or_empty(g_mime_message_get_message_id(message));
  info.subject = text_or_empty(g_mime_message_get_subject(message));
  return info;
}

}  // namespace

std::expected<MailReading, ReadFailure> read_message(Bytes bytes, const ReadLimits& limits) {
  g_mime_init();
  Owned<GMimeStream> stream(
      g_mime_stream_mem_new_with_buffer(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) {
    return std::unexpected(ReadFailure{ReadFailureKind::unreadable, "the mail is damaged: it has no header"});
  }
  MailReading reading{.info = info_of(message.get())};
  try {
    Walk walk(reading, limits);
    walk.message(message.get(), "", 0);
    walk.finish();
  } catch (const TooMuch& much) {
    return std::unexpected(ReadFailure{ReadFailureKind::resource_limit,
                                       "the mail goes beyond " + much.what +
                                           "; nothing was taken from it: raise the limit, or save what is wanted "
                                           "from it to files"});
  }
  return reading;
}

}  // namespace ap::mail
