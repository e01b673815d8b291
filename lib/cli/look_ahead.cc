#include "cli/look_ahead.h"

#include <algorithm>
#include <vector>

#include "cli/record_file.h"

namespace ap::cli {
namespace {

constexpr std::ptrdiff_t kTogether = LookAhead::kItems / 2;

}  // namespace

void LookAhead::prepare(std::deque<Item>& waiting) {
  if (!stage_.begin || waiting.empty()) return;
  // The unread ones stand behind the others.
  const bool next_is_unread = !waiting.front().looked_at;
  if (next_is_unread || std::ranges::count(waiting, false, &Item::looked_at) >= kTogether) read(waiting);
  for (Item& item : waiting) {
    if (!item.prepared || item.prepared->record.state == State::failed || item.prepared->content.begun) continue;
    item.prepared->content.begun = stage_.begin(item.prepared->content.bytes);
    if (!item.prepared->content.begun) return;  // there is no room now, and order is to be kept
  }
}

void LookAhead::read(std::deque<Item>& waiting) const {
  std::vector<Item*> items;
  std::vector<std::string> paths;
  for (Item& item : waiting) {
    if (item.looked_at || !item.file) continue;
    item.looked_at = true;
    items.push_back(&item);
    paths.push_back(*item.file);
  }
  auto records = records_from_small_files(paths, kMostBytes, context_.settings().integer("limits.document_bytes"),
                                          context_.clock());
  for (std::size_t i = 0; i < items.size(); ++i) items[i]->prepared = std::move(records[i]);
}

}  // namespace ap::cli
