#include "core/journal.h"

#include "core/digest.h"
#include "core/json_text.h"

namespace ap {
namespace {

constexpr std::string_view kSealKey = "\"sealed\":\"";

JsonText members(const JournalEntry& entry) {
  JsonText json;
  json.number("seq", entry.seq)
      .text("document", entry.document_id)
      .number("at_ms", entry.at_ms)
      .text("actor", entry.actor)
      .text("kind", entry.kind)
      .text("detail", entry.detail)
      .text("record", entry.record_hash);
  return json;
}

}  // namespace

std::string canonical_line(const JournalEntry& entry) { return members(entry).str(); }

std::string export_line(const JournalEntry& entry) {
  JsonText json = members(entry).text("hash", entry.hash);
  if (!entry.values.empty()) json.text("salt", entry.salt).text("values", entry.values);
  return json.str();
}

std::string seal_of(std::string_view salt, std::string_view values) {
  std::string text(salt);
  text += '\n';
  text += values;
  return sha256_hex(as_bytes(text));
}

std::string with_seal(std::string_view detail, std::string_view seal) {
  std::string out(detail.empty() ? "{}" : detail);
  out.pop_back();
  out += out.size() > 1 ? "," : "";
  return out + std::string(kSealKey) + std::string(seal) + "\"}";
}

// In JSON text a quote inside a string is escaped, so that only the last member itself can end like this.
std::string_view seal_in(std::string_view detail) {
  constexpr std::size_t kHex = 64, kEnd = 2;
  std::size_t length = kSealKey.size() + kHex + kEnd;
  if (detail.size() < length + 1) return {};
  std::string_view last = detail.substr(detail.size() - length);
  if (!last.starts_with(kSealKey) || !last.ends_with("\"}")) return {};
  return last.substr(kSealKey.size(), kHex);
}

std::string chain_hash(std::string_view previous_hash, const JournalEntry& entry) {
  std::string text(previous_hash);
  text += '\n';
  text += canonical_line(entry);
  return sha256_hex(as_bytes(text));
}

bool JournalCheck::add(const JournalEntry& entry) {
  if (!problem_.empty()) return false;
  std::string seq = std::to_string(entry.seq), after = std::to_string(last_.seq);
  std::int64_t expected = last_.seq + 1;
  if (entry.seq > expected)
    problem_ = "entry " + std::to_string(expected) + " is missing: entry " + seq + " follows entry " + after;
  else if (entry.seq < expected)
    problem_ = "entry " + seq + " stands out of order, after entry " + after;
  else if (entry.hash != chain_hash(last_.hash, entry))
    problem_ = "entry " + seq + " was altered, or one before it was taken out or put in";
  else if (!entry.values.empty() && seal_of(entry.salt, entry.values) != seal_in(entry.detail))
    problem_ = "the values of entry " + seq + " were altered";
  else if (head_ && entry.seq == head_->seq && entry.hash != head_->hash)
    problem_ = "entry " + seq + " is not the one of the head kept: it or an entry before it was rewritten";
  if (!problem_.empty()) return false;
  last_ = {entry.seq, entry.hash};
  return true;
}

void JournalCheck::refuse(std::string what) {
  if (problem_.empty()) problem_ = std::move(what);
}

void JournalCheck::finish() {
  if (!problem_.empty() || !head_ || last_.seq >= head_->seq) return;
  problem_ = "the end is cut off: the journal ends with entry " + std::to_string(last_.seq) +
             ", the head kept is entry " + std::to_string(head_->seq);
}

}  // namespace ap
