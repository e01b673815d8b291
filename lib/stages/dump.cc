#include "stages/dump.h"

#include <nlohmann/json.hpp>

#include "core/digest.h"
#include "record/codec.h"

namespace ap {
namespace {

using Json = nlohmann::ordered_json;

std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

void dump_store(Store& store, const std::function<void(std::string_view line)>& line) {
  store.for_each_arrival([&](const Arrival& a) {
    line(text({{"arrival", a.channel},
               {"locator", a.locator},
               {"bytes", a.bytes},
               {"modified_ns", a.modified_ns},
               {"document", a.document_id},
               {"received_ms", a.received_ms}}));
    return true;
  });
  store.for_each({}, [&](const Record& record) { return line(to_json_line(record)), true; });
  store.for_each_event("", [&](const StoredEvent& e) {
    line(text({{"event", e.event.kind},
               {"document", e.document_id},
               {"at_ms", e.event.at_ms},
               {"actor", e.event.actor},
               {"detail", e.event.detail},
               {"values", e.event.values}}));
    return true;
  });
  store.vendor_memory().for_each_habit([&](const Habit& habit) {
    line(text({{"habit", habit.field},
               {"vendor", habit.vendor},
               {"kind", to_string(habit.kind)},
               {"text", habit.text},
               {"relation", habit.relation},
               {"shape", habit.shape},
               {"document", habit.document_id},
               {"actor", habit.actor},
               {"learned_ms", habit.learned_ms},
               {"kept", habit.kept},
               {"failed", habit.failed}}));
    return true;
  });
  for (const Batch& b : store.batches())
    line(text({{"batch", b.id},
               {"format", b.format},
               {"target", b.target},
               {"created_ms", b.created_ms},
               {"documents", b.documents},
               {"complete", b.complete},
               {"voided_reason", b.voided_reason},
               {"voided_by", b.voided_by},
               {"manifest", b.manifest}}));
}

std::string dump_digest(Store& store) {
  Sha256 hash;
  dump_store(store, [&](std::string_view line) {
    hash.update(as_bytes(line));
    hash.update(as_bytes("\n"));
  });
  return hash.finish();
}

}  // namespace ap
