// ap-backup: store and originals together, checked and restored.
#include <fmt/format.h>

#include "adapters/stores.h"
#include "cli/run_main.h"
#include "core/error.h"
#include "stages/backup.h"

namespace {

using ap::cli::StoreUse;

struct Arguments {
  std::string repository, snapshot = "latest";
  bool all = false;
};

std::string line_of(const ap::Snapshot& snapshot) {
  return fmt::format("{}  {}  {} documents, {} bytes of store, {} originals, {} bytes", snapshot.id, snapshot.created_at,
                     snapshot.documents, snapshot.store_bytes, snapshot.blobs, snapshot.blob_bytes);
}

int create(ap::cli::Context& context, ap::Backups& backups) {
  context.require_store(StoreUse::existing);
  auto copier = ap::open_store_copier(context.settings().text("store"), ap::OpenMode::existing);
  auto snapshot = backups.create(*copier, context.require_blobs(StoreUse::existing), context.clock());
  context.output().line(line_of(snapshot));
  context.count("documents", snapshot.documents);
  for (const auto& id : snapshot.missing)
    context.log().error(fmt::format("{}: the original is gone; look for it in an earlier snapshot", id));
  context.metrics().set("ap_backup_last_success_timestamp_seconds", {}, std::to_string(context.clock().now_ms() / 1000));
  context.metrics().set("ap_backup_size_bytes", {}, std::to_string(snapshot.store_bytes + snapshot.blob_bytes));
  return snapshot.missing.empty() ? 0 : 1;
}

int verify(ap::cli::Context& context, ap::Backups& backups, const Arguments& args) {
  int code = 0;
  for (const auto& snapshot : args.all ? backups.list() : std::vector{backups.find(args.snapshot)}) {
    auto problems = backups.verify(snapshot);
    for (const auto& problem : problems) context.log().error(fmt::format("{}: {}", snapshot.id, problem));
    context.output().line(fmt::format("{}  {}", snapshot.id, problems.empty() ? "sound" : "DAMAGED"));
    if (!problems.empty()) code = 1;
  }
  return code;
}

int restore(ap::cli::Context& context, ap::Backups& backups, const Arguments& args) {
  auto snapshot = backups.find(args.snapshot);
  // Not context.store(): a run recorded there would make the restored store differ from the copy.
  auto copier = ap::open_store_copier(context.settings().text("store"), ap::OpenMode::create);
  backups.restore(snapshot, *copier, context.require_blobs());
  context.output().line(line_of(snapshot));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments args;
  ap::cli::Options options("ap-backup", "backs up store and originals together, and restores them");
  for (auto [name, summary] : {std::pair("create", "make a snapshot, while others write"),
                               std::pair("list", "the snapshots, oldest first"),
                               std::pair("verify", "read a snapshot again and check all of it"),
                               std::pair("restore", "make an empty store and blob folder what the snapshot is")}) {
    auto& command = options.command(name, summary);
    command.value("--repository", "FOLDER", args.repository, "where the snapshots are");
    if (std::string_view(name) == "verify") command.flag("--all", args.all, "every snapshot");
    if (std::string_view(name) == "verify" || std::string_view(name) == "restore")
      command.value("--snapshot", "ID", args.snapshot, "which one; default: the latest");
  }
  options.require_command();

  return ap::cli::run_main(argc, argv, options, [&](ap::cli::Context& context) {
    const auto& command = context.options().command_given();
    if (args.repository.empty())
      throw ap::Error(ap::ErrorKind::usage, "no repository named", "give --repository FOLDER");
    ap::Backups::check_repository(context.files(), args.repository, command == "create");
    auto vault = ap::open_blobs("dir:" + args.repository + "/blobs", ap::OpenMode::create);
    ap::Backups backups(context.files(), args.repository, *vault, ap::open_store_copy);
    if (command == "create") return create(context, backups);
    if (command == "verify") return verify(context, backups, args);
    if (command == "restore") return restore(context, backups, args);
    for (const auto& snapshot : backups.list()) context.output().line(line_of(snapshot));
    return 0;
  });
}
