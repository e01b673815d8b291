#include "adapters/blobdir/blob_dir.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <vector>

#include "core/error.h"

namespace ap::blobdir {
namespace {

namespace fs = std::filesystem;

// Leftovers older than this belong to no living put().
constexpr auto kStale = std::chrono::hours(1);

[[noreturn]] void fail(const std::string& doing, int reason) {
  bool denied = reason == EACCES || reason == EPERM || reason == EROFS;
  throw Error(denied ? ErrorKind::permission : ErrorKind::io, doing + ": " + std::strerror(reason),
              reason == ENOSPC ? "free disk space, then run again" : "check the folder given with --blobs");
}

class Descriptor {
 public:
  Descriptor(const std::string& path, int flags, mode_t mode = 0)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_;
};

void flush_folder(const std::string& path) {
  Descriptor folder(path, O_RDONLY | O_DIRECTORY);
  if (!folder || ::fsync(folder.get()) != 0) fail("cannot flush the folder " + path, errno);
}

// Creates one folder and makes its name durable in its parent.
void make_folder(const std::string& path, const std::string& parent, mode_t mode) {
  if (::mkdir(path.c_str(), 0700) == 0) {
    ::chmod(path.c_str(), mode);
    return flush_folder(parent);
  }
  if (errno != EEXIST) fail("cannot create the folder " + path, errno);
}

// A folder that its group may write holds what the group shares.
bool group_writes(const fs::path& folder) {
  struct stat info;
  return ::stat(folder.c_str(), &info) == 0 && (info.st_mode & S_IWGRP) != 0;
}

void write_all(int file, Bytes bytes, const std::string& path) {
  while (!bytes.empty()) {
    ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("cannot write " + path, errno);
    bytes = bytes.subspan(std::size_t(written));
  }
}

// Names like these and no others are blobs; also keeps an id from leaving the folder.
bool is_id(std::string_view id) {
  return id.size() == 64 && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::vector<std::string> names_in(const std::string& folder, std::size_t length) {
  std::vector<std::string> names;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none))
    if (auto name = entry.path().filename().string(); name.size() == length) names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

BlobDir::BlobDir(std::string root, bool create) : root_(std::move(root)) {
  std::error_code reason;
  if (!create && !fs::is_directory(root_, reason))
    throw Error(ErrorKind::no_input, "there are no blobs at " + root_, "run ap-ingest first, or set --blobs");
  shared_ = group_writes(fs::absolute(root_).lexically_normal().parent_path());
  if (!create && ::access(root_.c_str(), W_OK) != 0) return;  // only looked at
  fs::create_directories(root_ + "/tmp", reason);
  if (reason) fail("cannot create the folder " + root_, reason.value());
  ::chmod(root_.c_str(), folder_mode());
  for (const auto& entry : fs::directory_iterator(root_ + "/tmp", reason)) {
    std::error_code gone;
    auto changed = fs::last_write_time(entry, gone);
    if (!gone && fs::file_time_type::clock::now() - changed > kStale) fs::remove(entry, gone);
  }
}

std::string BlobDir::path_of(std::string_view id) const {
  if (!is_id(id)) throw Error(ErrorKind::bad_input, "'" + std::string(id) + "' is no SHA-256", "");
  return root_ + "/" + std::string(id.substr(0, 2)) + "/" + std::string(id.substr(2, 2)) + "/" + std::string(id);
}

void BlobDir::put(std::string_view id, Bytes bytes) {
  auto path = path_of(id);
  if (sha256_hex(bytes) != id)
    throw Error(ErrorKind::bad_input, "blob " + std::string(id) + " is not the SHA-256 of its bytes");
  if (contains(id)) return;
  auto outer = root_ + "/" + std::string(id.substr(0, 2)), inner = outer + "/" + std::string(id.substr(2, 2));
  make_folder(outer, root_, folder_mode());
  make_folder(inner, outer, folder_mode());
  auto temporary = root_ + "/tmp/" + std::to_string(::getpid()) + "." + std::to_string(counter_++);
  try {
    Descriptor file(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0400);
    if (!file) fail("cannot create " + temporary, errno);
    write_all(file.get(), bytes, temporary);
    if (shared_) ::fchmod(file.get(), 0440);
    if (::fsync(file.get()) != 0) fail("cannot flush " + temporary, errno);
    if (::rename(temporary.c_str(), path.c_str()) != 0) fail("cannot create " + path, errno);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  flush_folder(inner);
}

std::optional<std::string> BlobDir::get(std::string_view id) {
  auto path = path_of(id);
  Descriptor file(path, O_RDONLY);
  if (!file && errno == ENOENT) return std::nullopt;
  if (!file) fail("cannot read " + path, errno);
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  for (ssize_t got; (got = ::read(file.get(), buffer.data(), buffer.size())) != 0;) {
    if (got < 0 && errno != EINTR) fail("cannot read " + path, errno);
    if (got > 0) bytes.append(buffer.data(), std::size_t(got));
  }
  if (sha256_hex(as_bytes(bytes)) != id)
    throw Error(ErrorKind::io, path + " is damaged: its bytes no longer have the hash they are named by",
                "restore it with ap-backup restore");
  return bytes;
}

bool BlobDir::contains(std::string_view id) {
  struct stat info;
  return ::stat(path_of(id).c_str(), &info) == 0;
}

void BlobDir::for_each(const std::function<void(std::string_view id, std::uint64_t bytes)>& visit) {
  for (const auto& outer : names_in(root_, 2))
    for (const auto& inner : names_in(root_ + "/" + outer, 2))
      for (const auto& name : names_in(root_ + "/" + outer + "/" + inner, 64)) {
        struct stat info;
        if (is_id(name) && ::stat(path_of(name).c_str(), &info) == 0) visit(name, std::uint64_t(info.st_size));
      }
}

void BlobDir::remove(std::string_view id) {
  auto path = path_of(id);
  if (::unlink(path.c_str()) == 0) return flush_folder(path.substr(0, path.rfind('/')));
  if (errno != ENOENT) fail("cannot remove " + path, errno);
}

}  // namespace ap::blobdir
