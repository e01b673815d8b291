// The worker program as a command sees it: started when first needed, started again after it died.
//
// Thread-safe. The worker gets no environment but what is listed in the source, no descriptor but the control socket,
// and a process group of its own, so that Ctrl-C at the terminal reaches the command alone and the document in hand
// can be finished.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

#include "adapters/sandbox/channel.h"
#include "adapters/sandbox/protocol.h"
#include "adapters/sandbox/window.h"

namespace ap {

// Where the worker program is: `given` when not empty, else libexec/ap/ap-worker or libexec/ap-worker beside the
// folder of the running program, or ap-worker in the same folder. Throws ap::Error(config) naming the places tried.
std::filesystem::path find_worker(const std::filesystem::path& given);

// The two descriptors of one child; see protocol.h.
struct WorkerChild {
  Descriptor socket;
  Descriptor life_line;
  Window window = {};  // where it sees documents, if it was opened so
  bool fresh = true;   // has not served a request yet
};

class WorkerProcess {
 public:
  explicit WorkerProcess(std::filesystem::path program) : program_(std::move(program)) {}
  // Lets go of the worker, which ends itself and its children, and waits for it.
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // A new child; the supervisor is started where need be. Throws ap::Error(temporary) when it cannot be started.
  // `window`: for a child that is to have many documents laid before it.
  WorkerChild open_child(char tag, Window window = {});

  // What the worker says of its OCR engine in its greeting; it is started where need be. Throws as open_child().
  std::string engine();

 private:
  void start();
  void stop();
  void greet();

  const std::filesystem::path program_;
  std::mutex mutex_;
  Descriptor control_;
  pid_t pid_ = -1;
  std::string engine_;
};

// Tells the supervisor that the child has answered and may leave by itself.
void release(WorkerChild& child);

// Waits for the supervisor's word on how the child ended; nullopt when it does not come by the deadline.
std::optional<wire::ChildEnd> await_end(WorkerChild& child, wire::Deadline deadline);

}  // namespace ap
