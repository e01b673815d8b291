#include "stages/find_document.h"

#include <fmt/format.h>

namespace ap {
namespace {

constexpr std::size_t kShortestPrefix = 6, kShort = 12;

bool is_hex(std::string_view text) { return text.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

}  // namespace

std::string short_id(const Record& record) { return record.id.substr(0, kShort); }

Reviewed<Record> find_document(Store& store, std::string_view prefix) {
  auto refuse = [](ErrorKind kind, std::string message) { return std::unexpected(Refusal{kind, std::move(message)}); };
  if (prefix.size() < kShortestPrefix || !is_hex(prefix))
    return refuse(ErrorKind::usage,
                  fmt::format("'{}' is no document id: give at least {} of its hex digits", prefix, kShortestPrefix));
  auto ids = store.ids_beginning(prefix, 2);
  if (ids.size() > 1)
    return refuse(ErrorKind::usage,
                  fmt::format("'{}' begins the ids of several documents; give more digits ({}, {} ...)", prefix,
                              ids[0].substr(0, kShort), ids[1].substr(0, kShort)));
  auto record = ids.empty() ? std::nullopt : store.find(ids[0]);
  if (!record)
    return refuse(ErrorKind::no_input,
                  fmt::format("no document {} in {}; see ap-review list", prefix, store.location()));
  return std::move(*record);
}

}  // namespace ap
