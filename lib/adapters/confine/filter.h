// The seccomp filter: which system calls are left to a process that reads documents.
#pragma once

#include <string>

namespace ap::confine {

// The filter as sock_filter instructions. Throws std::runtime_error when libseccomp cannot make it.
std::string compile_filter();

// Puts the filter on the calling process, for good. Requires no_new_privs. Throws std::runtime_error.
void install_filter(const std::string& filter);

}  // namespace ap::confine
