// Lines from a descriptor, with a limit on their length and a way to stop while waiting for more.
#pragma once

#include <cstddef>
#include <string>

namespace ap::cli {

enum class LineStatus { line, too_long, end };

// One thread reads; cancel() may be called from any.
class LineReader {
 public:
  // Reads `input`; gives `end` when `stop` becomes readable while it waits. Both stay open and belong to the caller.
  LineReader(int input, int stop, std::size_t limit);
  ~LineReader();
  LineReader(const LineReader&) = delete;

  // The next line without its end; a last line may lack one. too_long: the line was skipped, `line` holds its
  // beginning. Memory stays within the limit. Throws Error(io).
  LineStatus next(std::string& line);
  // Makes a waiting and every later next() give `end`.
  void cancel();

 private:
  bool fill();

  int input_, stop_, cancel_;
  std::size_t limit_;
  std::string buffer_;
  std::size_t position_ = 0;
  bool at_end_ = false;
};

}  // namespace ap::cli
