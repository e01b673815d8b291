// What belongs to a party beside its name and address: tax and register numbers, mail address, telephone; and where
// goods go.
//
// Whose a detail is follows from place: the party in whose block or next to whose block it stands. What stands by
// itself, in the letterhead or in the footer, is the seller's.
#pragma once

#include "extract/context.h"
#include "extract/party_blocks.h"

namespace ap::extract::reading {

// Where the parties were found; nullptr where no address block is known. Blocks must outlive the call.
struct PartyPlaces {
  const PartyBlock* seller = nullptr;
  const PartyBlock* buyer = nullptr;
  const PartyBlock* delivery = nullptr;
  int seller_cell =
      -1;  // where the seller's name stands, -1 unknown: its numbers may stand below it without an address
};

// Fills vat_id, tax_number, registration_id, email and phone of seller and buyer.
void read_party_details(const Context& context, const PartyPlaces& places, Draft& draft);

// Fills delivery.name and delivery.address from the block of the place of delivery.
void read_delivery_place(const Context& context, const PartyPlaces& places, Draft& draft);

// Street, postal code, town, region and country of a block under `prefix` ("seller.address.").
void put_address(const Sheet& sheet, const PartyBlock& block, const std::string& prefix, double sure, Draft& draft);

}  // namespace ap::extract::reading
