// What corrections teach about vendors, and what became of it.
#include <fmt/format.h>

#include <algorithm>

#include "core/json_text.h"
#include "ports/clock.h"
#include "stages/document_bytes.h"
#include "stages/received.h"
#include "stages/review.h"

namespace ap {

std::vector<Habit> Review::lessons(const Record& record, const std::vector<extract::Correction>& corrections) {
  bool pages = record.extraction && record.extraction->method != "einvoice";
  if (!pages || corrections.empty() || ports_.reader == nullptr) return {};
  auto bytes = document_bytes(record, ports_.blobs, ports_.files, options_.validate.document_bytes);
  if (!bytes) return {};
  auto reading = ports_.reader->read_pages(
      as_bytes(*bytes), {.ocr = options_.ocr, .attachments = false, .languages = options_.languages});
  if (!reading) return {};
  return extract::learn_habits(reading->pages.unpacked(), corrections);
}

void Review::remember(const Record& record, std::vector<Habit> lessons) {
  learned_.clear();
  auto marks = extract::vendor_marks(*record.invoice);
  if (lessons.empty() || marks.empty()) return;
  for (Habit& habit : lessons) {
    habit.document_id = record.id;
    habit.actor = options_.person.name;
    habit.learned_ms = ports_.clock.now_ms();
  }
  ports_.store->vendor_memory().remember(marks, lessons);
  learned_ = std::move(lessons);
}

void Review::judge_habits(const Record& record, const std::vector<std::string>& fields, bool right) {
  if (!record.invoice) return;
  VendorMemory& memory = ports_.store->vendor_memory();
  for (const Habit& habit : memory.recall(extract::vendor_marks(*record.invoice))) {
    auto evidence = record.evidence.find(habit.field);
    bool decided = evidence != record.evidence.end() && evidence->second.how == How::vendor;
    if (decided && std::ranges::find(fields, habit.field) != fields.end())
      memory.judge(habit.vendor, habit.field, right);
  }
}

std::vector<Habit> Review::habits(std::string_view part) {
  std::vector<Habit> out;
  ports_.store->vendor_memory().for_each_habit([&](const Habit& habit) {
    if (habit.vendor.find(part) != std::string::npos) out.push_back(habit);
    return true;
  });
  return out;
}

Reviewed<int> Review::forget(const std::string& vendor, const std::string& field) {
  int gone = ports_.store->vendor_memory().forget(vendor, field);
  if (gone > 0) return gone;
  std::string what = field.empty() ? "" : " for " + field;
  return std::unexpected(
      Refusal{ErrorKind::no_input, fmt::format("no habit of '{}'{} is known; see ap-review habits", vendor, what)});
}

std::string habit_table(const std::vector<Habit>& habits) {
  if (habits.empty()) return "nothing was learned yet\n";
  std::string out;
  std::string_view vendor;
  for (const Habit& habit : habits) {
    if (habit.vendor != vendor) out += habit.vendor + "\n";
    vendor = habit.vendor;
    out += fmt::format("  {:<22} {} (right {}, wrong {}; {} from {} by {})\n", habit.field, describe(habit), habit.kept,
                       habit.failed, rfc3339(habit.learned_ms).substr(0, 10), habit.document_id.substr(0, 12),
                       habit.actor);
  }
  return out;
}

std::string habit_json(const Habit& habit) {
  return JsonText()
      .text("vendor", habit.vendor)
      .text("field", habit.field)
      .text("kind", to_string(habit.kind))
      .text("text", habit.text)
      .text("relation", habit.relation)
      .text("shape", habit.shape)
      .text("document_id", habit.document_id)
      .text("actor", habit.actor)
      .text("learned_at", rfc3339(habit.learned_ms))
      .number("kept", habit.kept)
      .number("failed", habit.failed)
      .str();
}

}  // namespace ap
