// The worker program: started by the other commands, never by hand. Its only input is the socket they give it.
#include "worker/service.h"
#include "worker/supervisor.h"

int main() {
  ap::worker::Service service;
  return ap::worker::supervise(service.hooks());
}
