// ap-backup: store and originals together, in a folder that can be checked and restored.
//
//   <repository>/ap-repository.json         says what the folder is: {"schema":"ap.repository/1"}
//   <repository>/blobs/                     originals of all snapshots, each once (a BlobStore: a blob never changes)
//   <repository>/snapshots/<id>/store       a consistent copy of the store, in the form that the manifest names
//   <repository>/snapshots/<id>/blobs.txt   "<sha256> <bytes>" of every original that the copy speaks of
//   <repository>/snapshots/<id>/manifest.json   ap.backup/1: times, counts, SHA-256 of the two files, dump digest
//
// A snapshot is made under a name that begins with a dot and renamed when it is whole; ids sort by time. Nothing here
// is encrypted: keep the folder as private as the store.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ports/blob_store.h"
#include "ports/clock.h"
#include "ports/files.h"
#include "ports/store.h"

namespace ap {

struct Snapshot {
  std::string id;          // "20261122T190000Z-1f3a"
  std::string created_at;  // RFC 3339, UTC
  std::string form;        // of the copy of the store
  int schema_version = 0;
  std::int64_t documents = 0;
  std::uint64_t store_bytes = 0;
  std::string store_sha256;
  std::int64_t blobs = 0;
  std::uint64_t blob_bytes = 0;
  std::string blobs_sha256;          // of blobs.txt
  std::string dump_sha256;           // dump_digest() of the copy
  std::vector<std::string> missing;  // documents whose original was not to be had; empty in a sound store
};

class Backups {
 public:
  using OpenCopy = std::function<std::unique_ptr<Store>(std::string_view form, const std::string& path)>;

  // `vault` is the repository's blob store; everything must outlive this.
  Backups(Files& files, std::string repository, BlobStore& vault, OpenCopy open_copy)
      : files_(files), root_(std::move(repository)), vault_(vault), open_copy_(std::move(open_copy)) {}

  // To be called before the vault is opened. With `create`, makes a repository of a folder that is missing or empty.
  // Throws Error(no_input) when there is none, (config) when the folder holds something else.
  static void check_repository(Files& files, const std::string& repository, bool create);

  // A new snapshot, consistent while others write: the store is copied first, and an original is always there before
  // the record that speaks of it.
  Snapshot create(StoreCopier& store, BlobStore& originals, Clock& clock);

  // Oldest first.
  std::vector<Snapshot> list();
  // The one named, or the newest for "latest". Throws Error(no_input) when there is none.
  Snapshot find(std::string_view id);

  // Reads everything again: hashes of both files, integrity of the store, its dump, every original. What is wrong, one
  // line each; empty when all is sound.
  std::vector<std::string> verify(const Snapshot& snapshot);

  // Originals first, then the store in one step. Throws Error(cannot_create) when the store holds anything, and
  // (io) when the snapshot is damaged, before anything is written.
  void restore(const Snapshot& snapshot, StoreCopier& store, BlobStore& originals);

 private:
  std::string folder_of(std::string_view id) const;
  // Removes what runs killed more than a day ago left unfinished.
  void sweep_unfinished(Clock& clock);
  void write(const std::string& path, std::string_view text);
  void save_originals(Store& copy, BlobStore& originals, const std::string& folder, Snapshot& snapshot);
  void check_store(const Snapshot& snapshot, const std::set<std::string, std::less<>>& listed,
                   std::vector<std::string>& problems);
  std::vector<std::pair<std::string, std::uint64_t>> listed_blobs(const Snapshot& snapshot);

  Files& files_;
  std::string root_;
  BlobStore& vault_;
  OpenCopy open_copy_;
  std::set<std::string, std::less<>> verified_;  // originals checked by this object already
};

}  // namespace ap
