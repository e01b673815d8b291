#include "adapters/system/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "adapters/system/descriptor.h"
#include "core/error.h"

namespace ap::system {
namespace {

namespace fs = std::filesystem;

FileFailure failure(const std::string& path, int reason) {
  auto kind = FileFailureKind::io;
  if (reason == ENOENT || reason == ENOTDIR) kind = FileFailureKind::missing;
  if (reason == EACCES || reason == EPERM) kind = FileFailureKind::denied;
  return {kind, fmt::format("{}: {}", path, std::strerror(reason))};
}

[[noreturn]] void fail(const std::string& doing, int reason) {
  auto kind = ErrorKind::io;
  auto advice = "check the disk, then run again";
  if (reason == ENOSPC || reason == EDQUOT) advice = "free disk space, then run again";
  if (reason == EACCES || reason == EPERM || reason == EROFS)
    kind = ErrorKind::permission, advice = "check owner and mode of the folder";
  if (reason == ENOENT || reason == ENOTDIR || reason == EEXIST)
    kind = ErrorKind::cannot_create, advice = "check the path";
  throw Error(kind, fmt::format("{}: {}", doing, std::strerror(reason)), advice);
}

std::string parent_of(const std::string& path) {
  auto parent = fs::path(path).parent_path().string();
  return parent.empty() ? "." : parent;
}

void flush_folder(const std::string& path) {
  Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder || ::fsync(folder.get()) != 0) fail("cannot flush the folder " + path, errno);
}

// Removes what a killed process left at `temporary`; false where a living one is at work on it. Whoever gives a file its
// temporary name holds its lock, which the system takes back from the dead: while the lock is ours, the name can only
// be the abandoned file's.
bool remove_abandoned(const std::string& temporary) {
  Descriptor left(::open(temporary.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  if (!left) return errno == ENOENT;
  if (::flock(left.get(), LOCK_EX | LOCK_NB) != 0) return false;
  struct stat locked, named;
  if (::fstat(left.get(), &locked) != 0) return false;
  if (::lstat(temporary.c_str(), &named) != 0) return errno == ENOENT;
  return locked.st_dev == named.st_dev && locked.st_ino == named.st_ino && ::unlink(temporary.c_str()) == 0;
}

// Writes to a file without a name where the system has such files, and under a temporary name where not. A killed
// process can leave a temporary name behind, at most one for a path as long as nobody else writes to the path at the
// same time; the next writer to the path removes it.
class TemporaryFile : public OutputFile {
 public:
  // `temporary` is the same for every writer to the path, `own` is nobody else's.
  TemporaryFile(std::string path, std::string temporary, std::string own)
      : path_(std::move(path)),
        temporary_(std::move(temporary)),
        own_(std::move(own)),
        file_(::open(parent_of(path_).c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0640)),
        named_(!file_) {
    if (named_ && !open_named()) fail("cannot create " + path_, errno);
  }
  ~TemporaryFile() override {
    if (named_ && !committed_) ::unlink(temporary_.c_str());
  }

  void write(std::string_view text) override {
    while (!text.empty()) {
      ssize_t written = ::write(file_.get(), text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail("cannot write " + path_, errno);
      text.remove_prefix(std::size_t(written));
    }
  }

  void commit() override {
    if (::fsync(file_.get()) != 0) fail("cannot flush " + path_, errno);
    // A new path takes the file at once; one that exists is replaced by a renamed file.
    bool is_new = !named_ && link(path_);
    if (!is_new && !named_) give_name();
    if (!is_new && ::rename(temporary_.c_str(), path_.c_str()) != 0) fail("cannot create " + path_, errno);
    committed_ = true;
    flush_folder(parent_of(path_));
  }

 private:
  bool link(const std::string& name) const {
    auto self = fmt::format("/proc/self/fd/{}", file_.get());
    return ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
  }

  void give_name() {
    if (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0 || !link_abandoned()) {
      temporary_ = own_;
      if (!link(temporary_)) fail("cannot create " + path_, errno);
    }
    named_ = true;
  }
  bool link_abandoned() const {
    return link(temporary_) || (errno == EEXIST && remove_abandoned(temporary_) && link(temporary_));
  }

  bool open_named() {
    if (open_new() || (errno == EEXIST && remove_abandoned(temporary_) && open_new())) return true;
    temporary_ = own_;
    return open_new();
  }
  // Another writer may take the file for abandoned before it is locked: then it is left to him.
  bool open_new() {
    file_ = Descriptor(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640));
    struct stat info;
    if (!file_) return false;
    if (temporary_ == own_) return true;
    if (::flock(file_.get(), LOCK_EX | LOCK_NB) == 0) return ::fstat(file_.get(), &info) == 0 && info.st_nlink == 1;
    if (errno != EWOULDBLOCK) ::unlink(temporary_.c_str());  // no locks here
    return false;
  }

  std::string path_, temporary_, own_;
  Descriptor file_;
  bool named_, committed_ = false;
};

}  // namespace

std::expected<FileInfo, FileFailure> SystemFiles::info(const std::string& path) {
  struct stat link, target;
  if (::lstat(path.c_str(), &link) != 0 || ::stat(path.c_str(), &target) != 0)
    return std::unexpected(failure(path, errno));
  FileInfo info;
  if (S_ISREG(target.st_mode)) info.kind = FileKind::regular;
  if (S_ISDIR(target.st_mode)) info.kind = FileKind::folder;
  info.bytes = std::uint64_t(target.st_size);
  info.modified_ns = std::int64_t(target.st_mtim.tv_sec) * 1'000'000'000 + target.st_mtim.tv_nsec;
  info.linked = S_ISLNK(link.st_mode);
  return info;
}

std::expected<std::vector<std::string>, FileFailure> SystemFiles::list(const std::string& folder) {
  std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
  if (!open) return std::unexpected(failure(folder, errno));
  std::vector<std::string> names;
  errno = 0;
  while (auto* entry = ::readdir(open.get()))
    if (std::string name = entry->d_name; name != "." && name != "..") names.push_back(std::move(name));
  if (errno != 0) return std::unexpected(failure(folder, errno));
  std::sort(names.begin(), names.end());
  return names;
}

std::expected<std::string, FileFailure> read_descriptor(int descriptor, const std::string& name,
                                                        std::uint64_t max_bytes) {
  std::string bytes;
  std::string buffer(1 << 18, '\0');
  for (;;) {
    ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::unexpected(failure(name, errno));
    if (got == 0) return bytes;
    bytes.append(buffer.data(), std::size_t(got));
    if (bytes.size() > max_bytes)
      return std::unexpected(
          FileFailure{FileFailureKind::too_large, fmt::format("{}: over {} bytes", name, max_bytes)});
  }
}

std::expected<std::string, FileFailure> SystemFiles::read(const std::string& path, std::uint64_t max_bytes) {
  // O_NONBLOCK: a pipe that took the place of a file must not hang the run.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat info;
  if (!file || ::fstat(file.get(), &info) != 0) return std::unexpected(failure(path, errno));
  if (S_ISDIR(info.st_mode)) return std::unexpected(failure(path, EISDIR));
  if (!S_ISREG(info.st_mode)) return std::unexpected(FileFailure{FileFailureKind::io, path + ": is no regular file"});
  if (std::uint64_t(info.st_size) > max_bytes)
    return std::unexpected(
        FileFailure{FileFailureKind::too_large, fmt::format("{}: {} bytes, over {}", path, info.st_size, max_bytes)});
  return read_descriptor(file.get(), path, max_bytes);
}

std::expected<std::string, FileFailure> SystemFiles::sha256(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file) return std::unexpected(failure(path, errno));
  Sha256 hash;
  std::string buffer(1 << 18, '\0');
  for (ssize_t got; (got = ::read(file.get(), buffer.data(), buffer.size())) != 0;) {
    if (got < 0 && errno != EINTR) return std::unexpected(failure(path, errno));
    if (got > 0) hash.update(as_bytes(std::string_view(buffer).substr(0, std::size_t(got))));
  }
  return hash.finish();
}

std::string SystemFiles::absolute(const std::string& path) {
  auto full = fs::absolute(path).lexically_normal().string();
  if (full.size() > 1 && full.ends_with('/')) full.pop_back();
  return full;
}

std::unique_ptr<OutputFile> SystemFiles::create(const std::string& path) {
  auto temporary = fmt::format("{}/.{}.tmp", parent_of(path), fs::path(path).filename().string());
  auto own = fmt::format("{}.{}-{}.tmp", temporary.substr(0, temporary.size() - 4), ::getpid(), counter_++);
  return std::make_unique<TemporaryFile>(path, std::move(temporary), std::move(own));
}

void SystemFiles::make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0750) == 0) return flush_folder(parent_of(path));
  int reason = errno;
  if (reason == ENOENT && parent_of(path) != path) {
    make_folder(parent_of(path));
    return make_folder(path);
  }
  if (reason != EEXIST || !fs::is_directory(path)) fail("cannot create the folder " + path, reason);
}

void SystemFiles::move(const std::string& from, const std::string& to) {
  auto made = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
  if (made != 0 && errno == EINVAL && !fs::exists(to)) made = ::rename(from.c_str(), to.c_str());
  if (made != 0 && errno == EXDEV && fs::is_regular_file(from) && !fs::exists(to)) {
    // Another file system: copy durably, then remove.
    auto bytes = read(from, UINT64_MAX);
    if (!bytes) throw Error(ErrorKind::io, "cannot read " + bytes.error().message, "check the disk, then run again");
    auto copy = create(to);
    copy->write(*bytes);
    copy->commit();
    made = ::unlink(from.c_str());
  }
  if (made != 0) fail(fmt::format("cannot move {} to {}", from, to), errno);
  flush_folder(parent_of(to));
  if (parent_of(from) != parent_of(to)) flush_folder(parent_of(from));
}

void SystemFiles::remove(const std::string& path) {
  std::error_code reason;
  fs::remove_all(path, reason);
  if (reason) fail("cannot remove " + path, reason.value());
  if (auto parent = parent_of(path); fs::is_directory(parent, reason)) flush_folder(parent);
}

}  // namespace ap::system
