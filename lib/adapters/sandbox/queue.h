// Documents that one child for XML was sent before it answered those in front of them, so that neither side waits for
// the other to wake up.
//
// The child takes them in order; when it ends or is given up, the document that it was at is the one to blame, and
// those behind it are lost: they are to be asked for again. Not thread-safe.
#pragma once

#include <deque>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/sandbox/channel.h"
#include "adapters/sandbox/messages.h"
#include "adapters/sandbox/worker_process.h"
#include "ports/read_limits.h"
#include "ports/reader.h"

namespace ap {

class Queue {
 public:
  // Whether another request of this size may be added now. Bounded, so that what was sent fits into the socket as a
  // rule: a child that waits to be rid of an answer takes nothing in. What does not fit goes when its turn has come.
  // Once it is full it takes nothing more until half of it is answered: several are sent at once, in one system call.
  bool takes(std::size_t bytes);
  bool has_child() const { return child_.has_value(); }
  void open(WorkerChild child);
  // Requires takes() and a child. The document lies in the child's window where there is room, else it goes over the
  // socket.
  std::unique_ptr<BegunReading> add(const wire::Request& request);

  using Answer = std::expected<std::string, ReadFailure>;
  // The answer to what add() gave; nullopt when it was lost, through no fault of its document.
  std::optional<Answer> finish(std::unique_ptr<BegunReading> begun, const ReadLimits& limits);
  // The child, where nothing more is expected of it.
  std::optional<WorkerChild> take_idle();

 private:
  struct Request {
    std::string rest;  // what is not sent yet
    std::size_t bytes = 0;
    bool laid = false;  // in the window
    bool lost = false;
  };
  class Ticket;

  void send(Request& request, const wire::Request& what);
  void send_collected();
  // nullopt: the child had left before it came to this request, or is short of something.
  std::optional<Answer> next_answer(const ReadLimits& limits);
  void lose_all();

  std::optional<WorkerChild> child_;
  std::optional<wire::FrameReader> frames_;
  std::deque<std::shared_ptr<Request>> waiting_;
  std::size_t bytes_ = 0;  // of all that wait
  bool full_ = false;
  std::string collected_;  // requests for documents that lie in the window, not sent yet
};

}  // namespace ap
