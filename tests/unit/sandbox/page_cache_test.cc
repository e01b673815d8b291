#include "adapters/sandbox/page_cache.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "adapters/sandbox/caching_reader.h"
#include "adapters/sandbox/page_file.h"
#include "support/temp_folder.h"

namespace {

namespace fs = std::filesystem;

ap::PageReading pages(const std::string& text) {
  ap::layout::Page page{.number = 1, .width = 100, .height = 100, .source = ap::layout::PageSource::ocr};
  page.words.push_back({.text = text, .box = {1, 2, 3, 4}});
  return {.pages = {page}, .ocr_engine = "engine"};
}

std::string id(char c) { return std::string(64, c); }

std::vector<fs::path> files_in(const std::string& folder) {
  std::vector<fs::path> out;
  if (!fs::exists(folder)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) out.push_back(entry.path());
  }
  return out;
}

}  // namespace

TEST_CASE("a page file holds what was written, and nothing damaged is believed") {
  std::string file = ap::encode_page_file(pages("Total"));
  ap::PageReading back;
  REQUIRE(ap::decode_page_file(file, back));
  CHECK(back.pages == pages("Total").pages);
  CHECK(back.ocr_engine == "engine");
  for (std::size_t i = 0; i < file.size(); ++i) {
    std::string damaged = file;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    CHECK_FALSE(ap::decode_page_file(damaged, back));
    CHECK_FALSE(ap::decode_page_file(std::string_view(file).substr(0, i), back));
  }
}

TEST_CASE("the cache gives back what was put under the same document and key") {
  ap::test::TempFolder folder;
  ap::PageCache cache({folder / "c", 1 << 20});
  CHECK_FALSE(cache.get(id('a'), "k"));
  cache.put(id('a'), "k", pages("one"));
  REQUIRE(cache.get(id('a'), "k"));
  CHECK(cache.get(id('a'), "k")->pages == pages("one").pages);
  CHECK_FALSE(cache.get(id('a'), "other"));
  CHECK_FALSE(cache.get(id('b'), "k"));
}

TEST_CASE("a cache that may only be read changes nothing") {
  ap::test::TempFolder folder;
  ap::PageCache({folder / "c", 1 << 20}).put(id('a'), "k", pages("one"));
  fs::path file = files_in(folder / "c").at(0);
  fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1));
  auto used = fs::last_write_time(file);
  ap::PageCache cache({folder / "c", 1 << 20, true});
  CHECK(cache.get(id('a'), "k"));
  cache.put(id('b'), "k", pages("two"));
  CHECK(files_in(folder / "c").size() == 1);
  CHECK(fs::last_write_time(file) == used);
}

TEST_CASE("a full cache gives up what was longest not used") {
  ap::test::TempFolder folder;
  const std::uint64_t each = ap::encode_page_file(pages("x")).size();
  ap::PageCache cache({folder / "c", 4 * each + each / 2});
  for (char c : {'a', 'b', 'c', 'd'}) {
    cache.put(id(c), "k", pages("x"));
    for (const fs::path& file : files_in(folder / "c")) {
      fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(1));
    }
  }
  CHECK(cache.get(id('a'), "k"));  // used again: now the youngest
  cache.put(id('e'), "k", pages("x"));
  CHECK(cache.get(id('a'), "k"));
  CHECK(cache.get(id('e'), "k"));
  CHECK_FALSE(cache.get(id('b'), "k"));
  CHECK(files_in(folder / "c").size() == 3);
}

TEST_CASE("leftovers of killed processes are swept, and a file too large for the cache is not kept") {
  ap::test::TempFolder folder;
  fs::create_directories(folder / "c");
  std::ofstream(folder / "c/1.0.tmp") << "half";
  fs::last_write_time(folder / "c/1.0.tmp", fs::file_time_type::clock::now() - std::chrono::hours(2));
  ap::PageCache cache({folder / "c", 3000});
  cache.put(id('a'), "k", pages(std::string(1000, 'x')));
  CHECK(files_in(folder / "c").empty());
}

TEST_CASE("the same picture is read once") {
  ap::test::TempFolder folder;
  auto worker = ap::open_sandbox_reader({.worker = AP_WORKER});
  CHECK(worker->engine().size() == 64);
  ap::CachingReader reader(*worker, {folder / "c", 1 << 20});
  std::ifstream file(AP_EXAMPLES "/inbox/16-receipt-nl.jpg", std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  auto first = reader.read_pages(ap::as_bytes(bytes), {});
  REQUIRE(first);
  REQUIRE(files_in(folder / "c").size() == 1);
  // What is in the cache is what comes back, so it was not read again.
  fs::path kept = files_in(folder / "c").at(0);
  CHECK(kept.filename().string().starts_with(ap::sha256_hex(ap::as_bytes(bytes)) + "-"));
  std::ofstream(kept, std::ios::binary) << ap::encode_page_file(pages("kept"));
  auto second = reader.read_pages(ap::as_bytes(bytes), {});
  REQUIRE(second);
  CHECK(second->pages == pages("kept").pages);
  // Other settings, another entry.
  REQUIRE(reader.read_pages(ap::as_bytes(bytes), {.languages = {"eng"}}));
  CHECK(files_in(folder / "c").size() == 2);
}
