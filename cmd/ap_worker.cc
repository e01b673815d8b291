// The worker program: started by the other commands, never by hand. Its only input is the socket they give it.
#include <cstdlib>
#include <exception>

#include "worker/service.h"
#include "supervise/supervisor.h"

int main() {
  try {
    ap::worker::Service service;
    // Taking OCR models apart takes longer than some documents, and nothing is left to be written.
    std::_Exit(ap::worker::supervise(service.hooks()));
  } catch (const std::exception&) {
    return 70;  // the command sees that no greeting comes, and says so
  }
}
