// The file system of the machine.
#pragma once

#include <atomic>

#include "ports/files.h"

namespace ap::system {

// Thread-safe. New files have mode 0640, new folders 0750, both less the umask. Temporary names begin with a dot and
// end in ".tmp", so that no one who watches a folder takes them for finished files; what a killed process leaves under
// such a name goes with the next file that is written to the same path.
class SystemFiles : public Files {
 public:
  std::expected<FileInfo, FileFailure> info(const std::string& path) override;
  std::expected<std::vector<std::string>, FileFailure> list(const std::string& folder) override;
  std::expected<std::string, FileFailure> read(const std::string& path, std::uint64_t max_bytes) override;
  std::expected<std::string, FileFailure> sha256(const std::string& path) override;
  std::string absolute(const std::string& path) override;
  std::unique_ptr<OutputFile> create(const std::string& path) override;
  void make_folder(const std::string& path) override;
  void move(const std::string& from, const std::string& to) override;
  void remove(const std::string& path) override;

 private:
  std::atomic<unsigned> counter_{0};
};

// As Files::read, from an open descriptor such as standard input; `name` is for messages.
std::expected<std::string, FileFailure> read_descriptor(int descriptor, const std::string& name,
                                                        std::uint64_t max_bytes);

}  // namespace ap::system
