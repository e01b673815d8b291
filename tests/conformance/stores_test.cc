#include "adapters/stores.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "core/error.h"
#include "support/temp_folder.h"

using ap::OpenMode;

TEST_CASE("a URI opens the store and blobs it names") {
  ap::test::TempFolder folder;
  CHECK(ap::open_store("sqlite:" + (folder / "deep/er/ap.db"), OpenMode::create)->schema_version() > 2);
  CHECK(ap::open_blobs("dir:" + (folder / "blobs"), OpenMode::create)->location() == "dir:" + (folder / "blobs"));
  CHECK(ap::open_store("none", OpenMode::create) == nullptr);
  CHECK(ap::open_blobs("none", OpenMode::create) == nullptr);
  CHECK(ap::open_store_copier("sqlite:" + (folder / "deep/er/ap.db"), OpenMode::existing) != nullptr);
}

TEST_CASE("looking makes nothing") {
  ap::test::TempFolder folder;
  CHECK_THROWS_AS(ap::open_store("sqlite:" + (folder / "ap.db"), OpenMode::existing), ap::Error);
  CHECK_THROWS_AS(ap::open_blobs("dir:" + (folder / "blobs"), OpenMode::existing), ap::Error);
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("an unknown URI is an error that names it and what there is") {
  auto message = [](auto open) {
    try {
      open();
    } catch (const ap::Error& error) {
      CHECK(error.kind() == ap::ErrorKind::config);
      return std::string(error.what()) + " / " + error.advice();
    }
    return std::string();
  };
  auto create = OpenMode::create;
  CHECK(message([&] { ap::open_store("mysql://x", create); }).find("mysql://x") != std::string::npos);
  CHECK(message([&] { ap::open_store("postgresql://x/y", create); }).find("not in this version") != std::string::npos);
  CHECK(message([&] { ap::open_blobs("s3://bucket", create); }).find("not in this version") != std::string::npos);
  CHECK(message([&] { ap::open_store("sqlite:", create); }).find("sqlite:PATH") != std::string::npos);
  CHECK(message([&] { ap::open_blobs("/plain/path", create); }).find("dir:PATH") != std::string::npos);
}
