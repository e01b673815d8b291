#include "stages/journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "stages/decide.h"
#include "stages/event_facts.h"
#include "stages/received.h"

namespace ap {
namespace {

constexpr std::size_t kLongestLine = 64u << 20;

JournalEntry entry_of(const StoredEvent& stored) {
  const Event& event = stored.event;
  return {stored.sequence, stored.document_id, event.at_ms, event.actor, event.kind,
          event.detail,    stored.record_hash, stored.hash, stored.salt, event.values};
}

JournalVerdict verdict_of(JournalCheck& check) {
  check.finish();
  return {check.entries(), check.last(), check.problem(), check.tail_proven()};
}

// The values beside the entries: how many there are, and of which documents some are gone.
struct ValueCount {
  std::int64_t there = 0, gone = 0;
  std::map<std::string, std::int64_t> gone_first;  // by document: the first entry

  void add(const StoredEvent& stored) {
    if (stored.event.kind == "disposed") gone_first.erase(stored.document_id);
    if (seal_in(stored.event.detail).empty()) return;
    ++(values_gone(stored.event) ? gone : there);
    if (values_gone(stored.event)) gone_first.emplace(stored.document_id, stored.sequence);
  }
};

std::optional<JournalHead> head_in(const std::optional<KeptHead>& kept) {
  return kept ? std::optional(kept->head) : std::nullopt;
}

}  // namespace

void export_journal(Store& store, JournalValues values, const std::function<void(std::string_view line)>& line) {
  store.for_each_event("", [&](const StoredEvent& stored) {
    JournalEntry entry = entry_of(stored);
    if (values == JournalValues::leave_out) entry.values = entry.salt = "";
    line(export_line(entry));
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

namespace {

// Who approved what, by the journal; and approved records that it does not account for.
struct ApprovalCheck {
  std::set<std::pair<std::string, std::string>> given;  // document, actor

  void add(const StoredEvent& stored) {
    if (stored.event.kind.starts_with("approved")) given.emplace(stored.document_id, stored.event.actor);
  }

  // "" when the journal says how the record came to be approved.
  std::string problem(const Record& record) const {
    if (!record.decision || record.disposal) return "";
    const auto& approvals = record.decision->approvals;
    if (!approvals.empty() && approvals.back().action == "approve") {
      if (given.contains({record.id, approvals.back().actor})) return "";
      return fmt::format("document {} is approved by {}, and the journal has no such approval", record.id,
                         approvals.back().actor);
    }
    if (!std::ranges::any_of(record.findings, holds)) return "";
    return fmt::format("document {} is approved though its findings hold it, and nobody approved it", record.id);
  }
};

// What the chain of hashes cannot see: records and rules of the store that were changed without an entry.
std::vector<std::string> problems_beside(Store& store, const ApprovalCheck& approvals) {
  std::vector<std::string> problems = store.beside_journal();
  store.for_each({std::nullopt, Route::approve, 0}, [&](const Record& record) {
    if (std::string problem = approvals.problem(record); !problem.empty()) problems.push_back(std::move(problem));
    return true;
  });
  return problems;
}

}  // namespace

JournalVerdict verify_journal(Store& store, const std::optional<KeptHead>& head) {
  JournalCheck check(head_in(head));
  ValueCount values;
  ApprovalCheck approvals;
  store.for_each_event("", [&](const StoredEvent& stored) {
    values.add(stored);
    approvals.add(stored);
    return check.add(entry_of(stored));
  });
  auto first = std::ranges::min_element(values.gone_first, {}, &std::pair<const std::string, std::int64_t>::second);
  if (first != values.gone_first.end())
    check.refuse(fmt::format("the values of entry {} are gone, and its document was not disposed of", first->second));
  check.finish();  // whether the head was met; what stands beside the journal comes after what stands in it
  if (check.problem().empty())
    if (auto problems = problems_beside(store, approvals); !problems.empty())
      check.refuse(problems.size() == 1
                       ? problems.front()
                       : fmt::format("{}; and {} more of that kind", problems.front(), problems.size() - 1));
  auto verdict = verdict_of(check);
  verdict.with_values = values.there;
  verdict.without_values = values.gone;
  return verdict;
}

JournalVerdict verify_export(std::istream& in, const std::optional<KeptHead>& head) {
  JournalCheck check(head_in(head));
  std::int64_t number = 0, with = 0, without = 0;
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
    if (!seal_in(entry->detail).empty()) ++(entry->values.empty() ? without : with);
    if (!check.add(*entry)) break;
  }
  auto verdict = verdict_of(check);
  verdict.with_values = with;
  verdict.without_values = without;
  return verdict;
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
  if (verdict.with_values + verdict.without_values > 0)
    text += fmt::format("values that people put in: {} entries have them as they were sealed, {} have them no more\n",
                        verdict.with_values, verdict.without_values);
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
