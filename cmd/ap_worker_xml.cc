// The worker program for XML alone: started by the other commands, never by hand. Its only input is their socket.
#include <exception>

#include "supervise/supervisor.h"
#include "xml_worker/xml_service.h"

int main() {
  try {
    ap::worker::XmlService service;
    return ap::worker::supervise(service.hooks());
  } catch (const std::exception&) {
    return 70;  // the command sees that no greeting comes, and says so
  }
}
