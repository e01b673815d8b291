#include "record/journal_json.h"

#include <nlohmann/json.hpp>

#include "core/json_text.h"
#include "record/json_object.h"

namespace ap {
namespace {

constexpr std::string_view kHeadSchema = "ap.journal-head/1";

// An object whose members are all known; the error says which is not.
template <class Read>
std::expected<void, std::string> read_object(std::string_view text, Read read) {
  try {
    Json json = Json::parse(text);
    UnknownKeys unknown;
    JsonObject object(json, "", unknown);
    read(object);
    object.finish();
    if (!unknown.empty()) return std::unexpected("it has a member " + unknown.front().first);
    return {};
  } catch (const JsonRefusal& refusal) {
    return std::unexpected(refusal.pointer + " " + refusal.message);
  } catch (const Json::exception& error) {
    return std::unexpected("it is no JSON: " + std::string(error.what()));
  }
}

}  // namespace

std::expected<JournalEntry, std::string> journal_entry_from(std::string_view line) {
  JournalEntry entry;
  auto read = read_object(line, [&](JsonObject& in) {
    in.integer("seq", entry.seq);
    in.text("document", entry.document_id);
    in.integer("at_ms", entry.at_ms);
    for (auto [key, to] :
         {std::pair{"actor", &entry.actor}, std::pair{"kind", &entry.kind}, std::pair{"detail", &entry.detail},
          std::pair{"record", &entry.record_hash}, std::pair{"hash", &entry.hash}})
      in.text(key, *to);
    for (auto [key, to] : {std::pair{"salt", &entry.salt}, std::pair{"values", &entry.values}}) in.text(key, *to);
  });
  if (!read) return std::unexpected(read.error());
  if (export_line(entry) != line) return std::unexpected("it is not written as an export writes it");
  return entry;
}

std::string head_message(const KeptHead& head) {
  return std::string(kHeadSchema) + " " + std::to_string(head.head.seq) + " " + head.head.hash + " " + head.at;
}

std::string head_line(const KeptHead& head) {
  return JsonText()
      .text("schema", kHeadSchema)
      .number("seq", head.head.seq)
      .text("hash", head.head.hash)
      .text("at", head.at)
      .text("key", head.key)
      .text("signature", head.signature)
      .str();
}

std::expected<KeptHead, std::string> head_from(std::string_view text) {
  KeptHead head;
  std::string schema;
  auto read = read_object(text, [&](JsonObject& in) {
    in.text("schema", schema);
    in.integer("seq", head.head.seq);
    for (auto [key, to] : {std::pair{"hash", &head.head.hash}, std::pair{"at", &head.at}, std::pair{"key", &head.key},
                           std::pair{"signature", &head.signature}})
      in.text(key, *to);
  });
  if (!read) return std::unexpected(read.error());
  if (schema != kHeadSchema) return std::unexpected("its schema is not " + std::string(kHeadSchema));
  if (head.head.hash.size() != 64) return std::unexpected("its hash has not 64 digits");
  return head;
}

}  // namespace ap
