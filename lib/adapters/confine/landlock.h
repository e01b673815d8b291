// Landlock (Linux 5.13 and later): the file system becomes read-only and, but for a few folders, invisible.
#pragma once

#include <string>
#include <vector>

namespace ap::confine {

// Leaves the calling process, for good, only the right to read below `readable`; on newer kernels also takes TCP and
// signals to processes outside. Does nothing where abi is 0. Throws std::runtime_error when the kernel refuses.
// Requires no_new_privs.
void restrict_files(const std::vector<std::string>& readable, int abi);

}  // namespace ap::confine
