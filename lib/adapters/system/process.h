// Who acts: the operating-system user, and this process as the owner of claims.
#pragma once

#include <string>
#include <string_view>

namespace ap::system {

// Name of the real user; "uid 1234" when the system knows no name. No variable changes it.
std::string user_name();

// Names this process among all that ever ran: machine, boot, process namespace, id and start time.
std::string process_identity();

// True when the process that process_identity() named is certainly no more: it ran on this machine, in an earlier
// boot or in this process namespace, and is not there. False when it lives, or nobody here can tell.
bool process_is_gone(std::string_view identity);

}  // namespace ap::system
