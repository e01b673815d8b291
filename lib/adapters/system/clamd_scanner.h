// The scanner of ClamAV, asked over its local socket with the command INSTREAM (clamd(8)).
#pragma once

#include <string>

#include "ports/malware_scanner.h"

namespace ap::system {

class ClamdScanner : public MalwareScanner {
 public:
  // `socket`: path of the socket (LocalSocket in clamd.conf). Connected to anew for each document.
  explicit ClamdScanner(std::string socket) : socket_(std::move(socket)) {}
  ScanVerdict scan(Bytes bytes) override;

 private:
  const std::string socket_;
};

}  // namespace ap::system
