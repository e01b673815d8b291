#include "adapters/sandbox/page_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "adapters/sandbox/channel.h"
#include "adapters/sandbox/page_file.h"

namespace ap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".pages", kTemporary = ".tmp";
constexpr auto kStale = std::chrono::hours(1);  // no put takes so long
constexpr std::uint64_t kLargestShare = 4;      // one file takes at most a fourth of the room

struct Kept {
  fs::path path;
  fs::file_time_type used;
  std::uint64_t bytes = 0;
};

// What is in the cache; leftovers of killed processes are removed on the way.
std::vector<Kept> kept_in(const std::string& folder) {
  std::vector<Kept> out;
  std::error_code reason;
  for (auto it = fs::recursive_directory_iterator(folder, reason); !reason && it != fs::end(it); it.increment(reason)) {
    std::error_code gone;
    if (!it->is_regular_file(gone) || gone) continue;
    Kept file{it->path(), it->last_write_time(gone), gone ? 0 : it->file_size(gone)};
    if (gone) continue;
    std::string name = file.path.filename().string();
    if (name.ends_with(kEnding)) {
      out.push_back(std::move(file));
    } else if (name.ends_with(kTemporary) && fs::file_time_type::clock::now() - file.used > kStale) {
      fs::remove(file.path, gone);
    }
  }
  return out;
}

std::uint64_t size_of(const std::vector<Kept>& files) {
  std::uint64_t sum = 0;
  for (const Kept& file : files) sum += file.bytes;
  return sum;
}

}  // namespace

std::string PageCache::path_of(const std::string& document, const std::string& key) const {
  return options_.folder + "/" + document.substr(0, 2) + "/" + document + "-" + key + std::string(kEnding);
}

std::optional<PageReading> PageCache::get(const std::string& document, const std::string& key) {
  const std::string path = path_of(document, key);
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  PageReading reading;
  if (!decode_page_file(bytes, reading)) return std::nullopt;
  if (!options_.read_only) ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0);
  return reading;
}

bool PageCache::forget(const std::string& document) {
  std::error_code reason;
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(options_.folder + "/" + document.substr(0, 2), reason))
    if (entry.path().filename().string().starts_with(document + "-")) found.push_back(entry.path());
  bool all = true;
  for (const fs::path& path : found) all = fs::remove(path, reason) && all;
  return all;
}

void PageCache::put(const std::string& document, const std::string& key, const PageReading& reading) {
  if (options_.read_only) return;
  std::string bytes = encode_page_file(reading);
  std::lock_guard lock(mutex_);
  if (!total_) total_ = size_of(kept_in(options_.folder));
  if (bytes.size() > options_.max_bytes / kLargestShare) return;
  if (!write(path_of(document, key), bytes)) return;
  *total_ += bytes.size();
  if (*total_ > options_.max_bytes) make_room();
}

bool PageCache::write(const std::string& path, const std::string& bytes) {
  std::error_code reason;
  fs::create_directories(fs::path(path).parent_path(), reason);
  if (reason) return false;
  ::chmod(options_.folder.c_str(), 0700);
  const std::string temporary =
      options_.folder + "/" + std::to_string(::getpid()) + "." + std::to_string(counter_++) + std::string(kTemporary);
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  bool whole = bool(file);
  for (std::string_view rest = bytes; whole && !rest.empty();) {
    ssize_t written = ::write(file.get(), rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    whole = written >= 0;
    if (whole) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  whole = whole && ::rename(temporary.c_str(), path.c_str()) == 0;
  if (!whole) ::unlink(temporary.c_str());
  return whole;
}

// Down to three quarters, so that not every put has to look through the folder.
void PageCache::make_room() {
  std::vector<Kept> files = kept_in(options_.folder);
  std::ranges::sort(files, {}, &Kept::used);
  total_ = size_of(files);
  for (const Kept& file : files) {
    if (*total_ <= options_.max_bytes / 4 * 3) return;
    std::error_code gone;
    fs::remove(file.path, gone);
    *total_ -= file.bytes;
  }
}

}  // namespace ap
