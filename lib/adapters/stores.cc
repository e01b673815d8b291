#include "adapters/stores.h"

#include <array>
#include <filesystem>

#include "adapters/blobdir/blob_dir.h"
#include "adapters/sqlite/store.h"
#include "core/error.h"

namespace ap {
namespace {

template <class Port>
struct Backend {
  std::string_view scheme;  // with the colon
  std::string_view usage;
  std::unique_ptr<Port> (*open)(std::string path, OpenMode mode,
                                const Acting& who);  // nullptr: named, but not in this version
};

void make_parent(const std::string& path) {
  auto parent = std::filesystem::path(path).parent_path();
  if (parent.empty() || std::filesystem::exists(parent)) return;
  std::error_code reason;
  std::filesystem::create_directories(parent, reason);
  if (reason)
    throw Error(ErrorKind::cannot_create, "cannot create the folder " + parent.string() + ": " + reason.message(),
                "create it, or set --store to a path you may write");
  std::filesystem::permissions(parent, std::filesystem::perms::owner_all, reason);
}

std::unique_ptr<sqlite::SqliteStore> open_sqlite(const std::string& path, OpenMode mode, const Acting& who) {
  if (mode == OpenMode::create) make_parent(path);
  return std::make_unique<sqlite::SqliteStore>(
      path, mode == OpenMode::create ? sqlite::Open::create : sqlite::Open::existing, who);
}

constexpr std::array<Backend<Store>, 3> kStores{{
    {"sqlite:", "sqlite:PATH",
     [](std::string path, OpenMode mode, const Acting& who) -> std::unique_ptr<Store> {
       return open_sqlite(path, mode, who);
     }},
    {"none", "none", [](std::string, OpenMode, const Acting&) { return std::unique_ptr<Store>(); }},
    {"postgresql:", "", nullptr},
}};

constexpr std::array<Backend<BlobStore>, 3> kBlobs{{
    {"dir:", "dir:PATH",
     [](std::string path, OpenMode mode, const Acting&) -> std::unique_ptr<BlobStore> {
       return std::make_unique<blobdir::BlobDir>(path, mode == OpenMode::create);
     }},
    {"none", "none", [](std::string, OpenMode, const Acting&) { return std::unique_ptr<BlobStore>(); }},
    {"s3:", "", nullptr},
}};

constexpr std::array<Backend<StoreCopier>, 2> kCopiers{{
    {"sqlite:", "sqlite:PATH",
     [](std::string path, OpenMode mode, const Acting& who) -> std::unique_ptr<StoreCopier> {
       return open_sqlite(path, mode, who);
     }},
    {"postgresql:", "", nullptr},
}};

template <class Table>
std::vector<std::string_view> usages(const Table& table) {
  std::vector<std::string_view> result;
  for (const auto& row : table)
    if (row.open) result.push_back(row.usage);
  return result;
}

template <class Table>
auto open(const Table& table, std::string_view uri, OpenMode mode, std::string_view option, const Acting& who = {}) {
  std::string known;
  for (auto usage : usages(table)) known += (known.empty() ? "" : ", ") + std::string(usage);
  for (const auto& row : table) {
    bool has_path = row.scheme.ends_with(':');
    if (has_path ? !uri.starts_with(row.scheme) : uri != row.scheme) continue;
    if (!row.open)
      throw Error(ErrorKind::config, std::string(row.scheme) + " is not in this version (" + std::string(option) + ")",
                  "use one of: " + known);
    auto path = std::string(uri.substr(row.scheme.size()));
    if (has_path && path.empty())
      throw Error(ErrorKind::config, std::string(option) + " '" + std::string(uri) + "' names no path",
                  "write " + std::string(row.usage));
    return row.open(std::move(path), mode, who);
  }
  throw Error(ErrorKind::config, std::string(option) + " '" + std::string(uri) + "' has no scheme that is known",
              "use one of: " + known);
}

}  // namespace

std::unique_ptr<Store> open_store(std::string_view uri, OpenMode mode, const Acting& who) {
  return open(kStores, uri, mode, "--store", who);
}
std::unique_ptr<BlobStore> open_blobs(std::string_view uri, OpenMode mode) {
  return open(kBlobs, uri, mode, "--blobs");
}
std::unique_ptr<StoreCopier> open_store_copier(std::string_view uri, OpenMode mode) {
  return open(kCopiers, uri, mode, "--store");
}

std::unique_ptr<Store> open_store_copy(std::string_view form, const std::string& path) {
  if (form == "sqlite") return std::make_unique<sqlite::SqliteStore>(path, sqlite::Open::read_only);
  throw Error(ErrorKind::config, "this version cannot open a copy of a store in the form '" + std::string(form) + "'",
              "use the version that made it");
}

std::vector<std::string_view> store_schemes() { return usages(kStores); }
std::vector<std::string_view> blob_schemes() { return usages(kBlobs); }

}  // namespace ap
