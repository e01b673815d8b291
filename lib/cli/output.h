// Standard output, guarded: descriptor 1 points at standard error from the construction on, so that a stray print of
// any library cannot corrupt the stream of records. One per process; thread-safe.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace ap::cli {

// The reader of standard output closed the pipe. Ends the command quietly with 141; not an ap::Error.
struct BrokenPipe {};

class Output {
 public:
  // Takes standard output away. Does not give it back when destroyed.
  Output();
  ~Output();
  Output(const Output&) = delete;

  // Writes all of it before it returns; nothing is buffered. Throws BrokenPipe, or Error(io) when the medium is full.
  void write(std::string_view text);
  // One record: the text and a line end in a single write where the system allows it.
  void line(std::string_view text);
  // One record that comes in pieces, with its line end: `put` hands them to the sink that it is given, each in a single
  // write where the system allows it.
  using Sink = std::function<void(std::string_view)>;
  void write(const std::function<void(const Sink&)>& put);
  bool is_terminal() const { return terminal_; }
  bool is_pipe() const;

 private:
  void write_locked(std::string_view text);

  std::mutex mutex_;
  int descriptor_;
  const bool terminal_;
};

// Makes sure that descriptors 0 to 2 are open, so that no file opened later takes their place.
void occupy_standard_descriptors();

}  // namespace ap::cli
