// What command and supervisor say to each other over the control socket, beside the documents.
//
// Control socket (SOCK_SEQPACKET, descriptor 3 of the worker): the supervisor sends one greeting when it is ready,
// followed by a word that stands for its OCR engine and how that is used; then the command sends, per child, one tag
// and two descriptors: the socket for the frames of wire.h, and the life line; with a third, the child sees documents
// in a window (window.h). On the life line the supervisor writes one ChildEnd when the child has ended; the command
// closing its end of it asks for the child's death.
#pragma once

#include <cstdint>
#include <string_view>

namespace ap::wire {

inline constexpr int kControlDescriptor = 3;
inline constexpr std::string_view kGreeting = "ap-worker 1 ";

inline constexpr char kOneDocument = 'd';  // the child serves one request
inline constexpr char kRecognition = 'o';  // the same, and it will recognise print: the supervisor loads a model first
inline constexpr char kManyDocuments = 'x';  // the child serves requests until the socket closes

inline constexpr char kReleased = 'r';  // command to supervisor, on the life line

// How a child ended. Sent as it lies in memory: both ends are of one build and on one machine.
struct ChildEnd {
  std::int32_t wait_status = 0;  // as waitpid(2) gives it; -1: no child could be forked
  std::int32_t fork_errno = 0;
  std::uint64_t peak_bytes = 0;  // largest resident memory
  std::uint64_t cpu_milliseconds = 0;
};

}  // namespace ap::wire
