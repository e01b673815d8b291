// Which store and which blob folder a URI means. A new backend is one row in stores.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ports/blob_store.h"
#include "ports/people.h"
#include "ports/store.h"

namespace ap {

// `existing`: throws no_input where there is nothing yet, so that a command that only looks never makes a store.
enum class OpenMode { create, existing };

// "sqlite:PATH"; "none" gives nullptr. Missing parent folders are created with the store. Throws config for a scheme
// that is unknown or not in this version, and naming it. `who` is the operating-system user, the only one in whose name
// events are then written, with the roles in which approvals may be given; nobody leaves that open (tools and tests).
std::unique_ptr<Store> open_store(std::string_view uri, OpenMode mode, const Acting& who = {});

// "dir:PATH"; "none" gives nullptr.
std::unique_ptr<BlobStore> open_blobs(std::string_view uri, OpenMode mode);

// The same store, for copies; throws config where the backend cannot copy itself.
std::unique_ptr<StoreCopier> open_store_copier(std::string_view uri, OpenMode mode);

// A copy made by a StoreCopier, as a store for reading only. Throws config for a form that is unknown.
std::unique_ptr<Store> open_store_copy(std::string_view form, const std::string& path);

// Schemes of the tables, for help: "sqlite:PATH", "none".
std::vector<std::string_view> store_schemes();
std::vector<std::string_view> blob_schemes();

}  // namespace ap
