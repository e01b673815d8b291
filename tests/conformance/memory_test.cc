#include "adapters/memory/blob_store.h"
#include "adapters/memory/store.h"
#include "conformance/blob_store_suite.h"
#include "conformance/ledger_suite.h"
#include "conformance/master_data_suite.h"
#include "conformance/store_suite.h"
#include "conformance/vendor_memory_suite.h"

TEST_CASE("the store in memory does what a store must") {
  auto store = std::make_shared<ap::memory::MemoryStore>();
  ap::conformance::run_store_suite([&] { return store; });
}

TEST_CASE("blobs in memory do what blobs must") {
  auto blobs = std::make_shared<ap::memory::MemoryBlobStore>();
  ap::conformance::run_blob_store_suite([&] { return blobs; });
}

TEST_CASE("vendor memory in memory does what vendor memory must") {
  ap::memory::MemoryStore store;
  ap::conformance::run_vendor_memory_suite(store.vendor_memory());
}

TEST_CASE("master data in memory does what master data must") {
  ap::memory::MemoryStore store;
  ap::conformance::run_master_data_suite(store.master_data());
}

TEST_CASE("the ledger in memory does what a ledger must") {
  ap::memory::MemoryStore store;
  ap::conformance::run_ledger_suite(store);
}
