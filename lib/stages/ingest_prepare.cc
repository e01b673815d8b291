#include "stages/ingest_prepare.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"

namespace ap::ingest {
namespace {

constexpr std::size_t kNameBytes = 200;  // of a name that a sender chose

// The last component of a name that a sender chose, without control characters.
std::string plain_name(std::string_view claimed) {
  claimed.remove_prefix(claimed.find_last_of("/\\") + 1);
  std::string name(claimed.substr(0, kNameBytes));
  std::erase_if(name, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  return name;
}

IntakeRefusal refusal_of(const ReadFailure& failure, const std::string& name) {
  if (failure.temporary()) throw Error(ErrorKind::temporary, name + ": " + failure.message, "run again");
  return {failure.code(), failure.message.starts_with(name) ? failure.message : name + ": " + failure.message};
}

}  // namespace

void refuse(Record& record, const IntakeRefusal& refusal) {
  record.state = State::failed;
  record.findings.push_back({.set = "intake", .rule = refusal.code, .message = refusal.message});
  record.decision = Decision{.route = Route::reject, .reasons = {refusal.code}};
}

Preparer::Preparer(Files& files, Reader& reader, Clock& clock, BlobStore* blobs, const PrepareOptions& options,
                   std::function<std::expected<std::string, FileFailure>(std::uint64_t max_bytes)> standard_input)
    : files_(files),
      reader_(reader),
      clock_(clock),
      blobs_(blobs),
      options_(options),
      standard_input_(std::move(standard_input)) {}

Record Preparer::refused_record(const Candidate& candidate, const IntakeRefusal& refusal) const {
  Record record;
  record.trace_id = clock_.random_hex(16);
  record.source.name = candidate.path.substr(candidate.path.rfind('/') + 1);
  record.source.path = candidate.kind == Candidate::Kind::standard_input ? "" : candidate.path;
  record.source.channel = candidate.kind == Candidate::Kind::standard_input ? "stdin" : "file";
  record.source.bytes = candidate.info.bytes;
  record.source.received_at = rfc3339(clock_.now_ms());
  refuse(record, refusal);
  return record;
}

Intake Preparer::intake(const std::string& bytes, const Origin& origin, std::string media_type) const {
  Intake item;
  auto now = clock_.now_ms();
  auto& record = item.record;
  record.id = sha256_hex(as_bytes(bytes));
  record.trace_id = clock_.random_hex(16);
  record.source.name = origin.name;
  record.source.path = origin.path;
  record.source.media_type = std::move(media_type);
  record.source.bytes = bytes.size();
  record.source.received_at = rfc3339(now);
  record.source.channel = origin.channel;
  record.source.parent = origin.parent;
  record.source.mail = origin.mail;
  item.arrival = {origin.channel, origin.locator, bytes.size(), origin.modified_ns, record.id, now};
  item.event = {now, options_.actor, "received", ""};
  // First the bytes, flushed; then, by whoever commits the group, the record that speaks of them.
  if (blobs_) blobs_->put(record.id, as_bytes(bytes));
  return item;
}

Preparer::Inspected Preparer::inspect(const std::string& bytes, const std::string& name) const {
  if (bytes.empty())
    return std::unexpected(IntakeRefusal{"UNREADABLE", name + ": is empty; ask the sender for it again"});
  auto inspection = reader_.inspect(as_bytes(bytes));
  // What came in a mail is looked at part by part, so that a harmful one does not take the others with it.
  bool carries_others =
      inspection && (inspection->media_type == "message/rfc822" || inspection->media_type == "application/mbox");
  if (options_.scanner && !carries_others) {
    ScanVerdict verdict = options_.scanner->scan(as_bytes(bytes));
    if (!verdict.found.empty())
      return std::unexpected(
          IntakeRefusal{"MALWARE", fmt::format("{}: the scanner found {}; do not open it, and tell the "
                                               "sender",
                                               name, verdict.found)});
    if (verdict.too_large)
      return std::unexpected(IntakeRefusal{
          "RESOURCE_LIMIT", name + ": is larger than the malware scanner takes; raise StreamMaxLength in clamd.conf"});
  }
  if (!inspection) return std::unexpected(refusal_of(inspection.error(), name));
  return inspection->media_type;
}

void Preparer::take_document(const std::string& bytes, const Inspected& type, const Origin& origin, int depth,
                             Group& group) {
  auto add_refused = [&](const IntakeRefusal& refusal) {
    group.push_back(intake(bytes, origin, ""));
    group.back().event.kind = "failed";
    refuse(group.back().record, refusal);
  };
  if (!type) return add_refused(type.error());
  if (*type == "message/rfc822") return take_mail(bytes, origin, depth, group);
  if (type->empty() || *type == "application/mbox")
    return add_refused({"UNSUPPORTED_TYPE", origin.name + ": is no PDF, picture, e-invoice or mail; ask for one"});
  group.push_back(intake(bytes, origin, *type));
}

void Preparer::take_mail(const std::string& bytes, const Origin& origin, int depth, Group& group) {
  group.push_back(intake(bytes, origin, "message/rfc822"));
  auto at = group.size() - 1;  // an index: the group grows
  auto refuse_mail = [&](const IntakeRefusal& refusal) {
    group[at].event.kind = "failed";
    refuse(group[at].record, refusal);
  };
  if (depth >= options_.mail_depth)
    return refuse_mail(
        {"RESOURCE_LIMIT", fmt::format("{}: mails attached to mails more than {} deep; send it on its own", origin.name,
                                       options_.mail_depth)});
  auto reading = reader_.read_mail(as_bytes(bytes));
  if (!reading) return refuse_mail(refusal_of(reading.error(), origin.name));
  auto id = group[at].record.id;
  group[at].record.source.mail = reading->info;
  group[at].record.source.dropped = reading->dropped;
  if (reading->parts.empty())
    return refuse_mail({"UNSUPPORTED_TYPE", fmt::format("{}: the mail has no attachment to take ({} dropped); ask the "
                                                        "sender for the invoice as a file",
                                                        origin.name, reading->dropped.size())});
  group[at].record.state = State::validated;
  auto message = reading->info.message_id.empty() ? "sha256:" + id : reading->info.message_id;
  for (const auto& part : reading->parts) {
    Origin from{.channel = "mail", .locator = message + "#" + part.locator, .parent = id, .mail = reading->info};
    from.name = plain_name(part.name);
    if (from.name.empty()) from.name = "part-" + part.locator;
    take_document(part.bytes, inspect(part.bytes, from.name), from, depth + 1, group);
  }
}

std::vector<Group> Preparer::take_mbox(const std::string& bytes, const Origin& origin) {
  std::vector<Group> groups;
  auto messages = reader_.split_mbox(as_bytes(bytes));
  if (!messages || messages->empty()) {
    auto item = intake(bytes, origin, "application/mbox");
    item.event.kind = "failed";
    refuse(item.record, messages ? IntakeRefusal{"UNREADABLE", origin.name + ": holds no mail; check the mailbox"}
                                 : refusal_of(messages.error(), origin.name));
    groups.push_back({std::move(item)});
    return groups;
  }
  for (std::size_t number = 1; const auto& message : *messages) {
    Origin from{.name = fmt::format("{}#{}", origin.name, number++), .path = origin.path, .channel = "mail"};
    Group group;
    take_mail(message, from, 0, group);
    // Named by itself, not by its place: an mbox grows and is cleaned up.
    const auto& mail = group.front().record.source.mail;
    group.front().arrival.locator =
        mail && !mail->message_id.empty() ? mail->message_id : "sha256:" + group.front().record.id;
    groups.push_back(std::move(group));
  }
  return groups;
}

Prepared Preparer::prepare(Candidate candidate) {
  Prepared prepared{.candidate = std::move(candidate)};
  const auto& from = prepared.candidate;
  auto refuse_all = [&](const IntakeRefusal& refusal) { prepared.refused.push_back(refused_record(from, refusal)); };
  if (from.kind == Candidate::Kind::refused) return refuse_all(from.refusal), prepared;
  if (from.kind == Candidate::Kind::settling) return prepared;
  bool piped = from.kind == Candidate::Kind::standard_input;
  auto bytes = piped ? standard_input_(options_.document_bytes) : files_.read(from.path, options_.document_bytes);
  if (!bytes) return refuse_all(ingest::refusal_of(bytes.error())), prepared;
  if (!piped) {
    auto now = files_.info(from.path);
    bool same = now && now->bytes == from.info.bytes && now->modified_ns == from.info.modified_ns &&
                bytes->size() == from.info.bytes;
    if (!same && from.named)
      return refuse_all({"UNREADABLE", from.path + ": changed while it was read; run again when it is complete"}),
             prepared;
    if (!same) return prepared.changed = true, prepared;
  }
  Origin origin{.name = piped ? options_.standard_input_name : from.path.substr(from.path.rfind('/') + 1),
                .path = piped ? "" : from.path,
                .channel = piped ? "stdin" : "file",
                .locator = from.locator,
                .modified_ns = piped ? 0 : from.info.modified_ns};
  auto type = inspect(*bytes, origin.name);
  if (type && *type == "application/mbox")
    prepared.groups = take_mbox(*bytes, origin);
  else
    take_document(*bytes, type, origin, 0, prepared.groups.emplace_back());
  return prepared;
}

}  // namespace ap::ingest
