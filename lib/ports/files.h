// The file system, as far as stages touch it: what came in, what goes out.
//
// What may be wrong with a path that a user named is expected and returned; an output that cannot be written throws
// ap::Error (cannot_create, io). Paths are UTF-8 or whatever bytes the system has. Safe for concurrent use.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/digest.h"

namespace ap {

enum class FileKind { regular, folder, other };  // other: socket, device, pipe

struct FileInfo {
  FileKind kind = FileKind::other;
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;  // since 1970-01-01 UTC
  bool linked = false;           // the path itself is a symbolic link; the rest describes what it leads to
};

enum class FileFailureKind { missing, denied, too_large, io };

struct FileFailure {
  FileFailureKind kind = FileFailureKind::io;
  std::string message;  // names the path and the reason
};

// A file being written under a temporary name. Nothing is visible at the path before commit(); the destructor does
// not commit, it removes the temporary file.
class OutputFile {
 public:
  virtual ~OutputFile() = default;
  virtual void write(std::string_view text) = 0;
  // Flushes to the medium, renames onto the path (replacing what is there), flushes the folder.
  virtual void commit() = 0;
};

class Files {
 public:
  virtual ~Files() = default;

  // Follows symbolic links.
  virtual std::expected<FileInfo, FileFailure> info(const std::string& path) = 0;
  // Names inside a folder, in byte order, without "." and "..".
  virtual std::expected<std::vector<std::string>, FileFailure> list(const std::string& folder) = 0;
  // The bytes; too_large, having read none of them or at most `max_bytes` + 1, when there are more.
  virtual std::expected<std::string, FileFailure> read(const std::string& path, std::uint64_t max_bytes) = 0;
  // SHA-256 of the bytes, which are not held in memory.
  virtual std::expected<std::string, FileFailure> sha256(const std::string& path) = 0;
  // Absolute and without "." or ".."; links are not resolved, the path need not exist.
  virtual std::string absolute(const std::string& path) = 0;

  virtual std::unique_ptr<OutputFile> create(const std::string& path) = 0;
  // Creates missing parents; an existing folder is no error.
  virtual void make_folder(const std::string& path) = 0;
  // Renames a file or folder durably, across file systems by copying files. Never replaces: throws cannot_create
  // when `to` exists.
  virtual void move(const std::string& from, const std::string& to) = 0;
  // Removes a file, or a folder with all it holds; what is not there is no error.
  virtual void remove(const std::string& path) = 0;
};

}  // namespace ap
