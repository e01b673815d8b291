#include "adapters/blobdir/blob_dir.h"

#include <filesystem>

#include "conformance/blob_store_suite.h"
#include "support/temp_folder.h"

using ap::blobdir::BlobDir;

TEST_CASE("the blob folder does what blobs must") {
  ap::test::TempFolder folder;
  ap::conformance::run_blob_store_suite([&] { return std::make_shared<BlobDir>(folder / "blobs"); });
}

TEST_CASE("a damaged blob is an error, never wrong bytes") {
  ap::test::TempFolder folder;
  BlobDir blobs(folder / "blobs");
  auto id = ap::conformance::put_text(blobs, "invoice");
  auto path = folder / ("blobs/" + id.substr(0, 2) + "/" + id.substr(2, 2) + "/" + id);
  REQUIRE(std::filesystem::exists(path));
  std::filesystem::permissions(path, std::filesystem::perms(0600));
  ap::test::write_file(path, "invoicf");
  CHECK_THROWS_AS(blobs.get(id), ap::Error);
}

TEST_CASE("a name that is no hash never reaches the file system") {
  ap::test::TempFolder folder;
  BlobDir blobs(folder / "blobs");
  CHECK_THROWS_AS(blobs.get("../../etc/passwd"), ap::Error);
  CHECK_THROWS_AS(blobs.contains(std::string(64, 'G')), ap::Error);
}

TEST_CASE("leftovers of a killed process are swept, those of a living one are not") {
  ap::test::TempFolder folder;
  BlobDir(folder / "blobs");
  ap::test::write_file(folder / "blobs/tmp/1.0", "old");
  ap::test::write_file(folder / "blobs/tmp/2.0", "new");
  std::filesystem::last_write_time(folder / "blobs/tmp/1.0",
                                   std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
  BlobDir again(folder / "blobs");
  CHECK_FALSE(std::filesystem::exists(folder / "blobs/tmp/1.0"));
  CHECK(std::filesystem::exists(folder / "blobs/tmp/2.0"));
}
