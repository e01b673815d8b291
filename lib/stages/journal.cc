#include "stages/journal.h"

#include <fmt/format.h>

#include "stages/received.h"

namespace ap {
namespace {

constexpr std::size_t kLongestLine = 64u << 20;

JournalEntry entry_of(const StoredEvent& stored) {
  const Event& event = stored.event;
  return {stored.sequence, stored.document_id, event.at_ms,        event.actor,
          event.kind,      event.detail,       stored.record_hash, stored.hash};
}

JournalVerdict verdict_of(JournalCheck& check) {
  check.finish();
  return {check.entries(), check.last(), check.problem(), check.tail_proven()};
}

std::optional<JournalHead> head_in(const std::optional<KeptHead>& kept) {
  return kept ? std::optional(kept->head) : std::nullopt;
}

}  // namespace

void export_journal(Store& store, const std::function<void(std::string_view line)>& line) {
  store.for_each_event("", [&](const StoredEvent& stored) {
    line(export_line(entry_of(stored)));
    return true;
  });
}

KeptHead take_head(Store& store, Clock& clock, Signer* signer, std::string_view secret) {
  KeptHead head{store.journal_head(), rfc3339(clock.now_ms()), "", ""};
  if (signer == nullptr || secret.empty()) return head;
  head.key = signer->public_key(secret);
  head.signature = signer->sign(head_message(head), secret);
  return head;
}

JournalVerdict verify_journal(Store& store, const std::optional<KeptHead>& head) {
  JournalCheck check(head_in(head));
  store.for_each_event("", [&](const StoredEvent& stored) { return check.add(entry_of(stored)); });
  return verdict_of(check);
}

JournalVerdict verify_export(std::istream& in, const std::optional<KeptHead>& head) {
  JournalCheck check(head_in(head));
  std::int64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (in.eof()) {
      check.refuse(fmt::format("line {} does not end: the export is cut off", number));
      break;
    }
    auto entry = line.size() > kLongestLine ? std::unexpected(std::string("it is too long")) : journal_entry_from(line);
    if (!entry) {
      check.refuse(fmt::format("line {} is no entry, or it was altered: {}", number, entry.error()));
      break;
    }
    if (!check.add(*entry)) break;
  }
  return verdict_of(check);
}

std::string distrust(const KeptHead& head, Signer& signer, std::string_view key) {
  if (!head.is_signed()) return key.empty() ? "" : "it is not signed";
  if (!key.empty() && head.key != key) return "it is signed with another key";
  return signer.verify(head_message(head), head.signature, head.key) ? "" : "its signature is wrong";
}

std::string journal_text(const JournalVerdict& verdict, const std::optional<KeptHead>& head) {
  if (!verdict.problem.empty())
    return fmt::format("CRITICAL - {}\n{} entries before it hold\n", verdict.problem, verdict.entries);
  std::string text = fmt::format("OK - {} entries hold; the last is {}\n", verdict.entries, verdict.last.hash);
  if (verdict.tail_proven) {
    text += fmt::format("the head of {}{} is entry {}: nothing up to it is missing\n", head->at,
                        head->is_signed() ? ", signed with key " + head->key + "," : "", head->head.seq);
  } else {
    text +=
        "that no entry is missing at the end is not provable without a head kept elsewhere: "
        "ap-health journal head, then --head FILE\n";
  }
  return text;
}

}  // namespace ap
