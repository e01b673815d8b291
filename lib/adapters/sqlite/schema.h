// The tables of the store and how an older store becomes a newer one.
#pragma once

#include "adapters/sqlite/database.h"

namespace ap::sqlite {

// "APST": marks the file as ours, so that another program's database is never written to.
inline constexpr int kApplicationId = 0x41505354;
inline constexpr int kSchemaVersion = 10;

// Creates the tables in a new file, or brings an older schema up to kSchemaVersion, each step in one transaction.
// Throws config when the file is another program's database, or was written by a newer version of this program.
void migrate(Database& database);

// Gives every event its hash in the chain: once, for those written before there was one. In the caller's transaction.
void chain_events(Database& database);

// Trigrams that stood in a row each become packed lists. In the caller's transaction.
void pack_grams(Database& database);

// The version found in the file; 0 when it is empty. Throws config as above.
int schema_version(Database& database);

}  // namespace ap::sqlite
