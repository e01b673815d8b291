// One child of the supervisor: takes a request off its socket, confines itself, serves, answers and leaves.
#pragma once

#include "supervise/supervisor.h"

namespace ap::worker {

// Exit codes above the wishes, for ends that the child itself decides on.
inline constexpr int kExitBadRequest = 120;
inline constexpr int kExitNotConfined = 121;

// Never returns. `many`: serves until the socket closes, or until the process has done so much that a fresh one
// is due; else one request. `window`: the descriptor of the memory in which documents may lie; -1: none.
[[noreturn]] void run_child(int socket, int window, bool many, const Hooks& hooks);

}  // namespace ap::worker
