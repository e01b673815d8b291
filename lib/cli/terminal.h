// A terminal that a person sits at: keys one by one, lines with their own small editing, pictures. One thread.
#pragma once

#include <termios.h>

#include <optional>
#include <string>

#include "cli/output.h"
#include "cli/signals.h"
#include "ports/reader.h"

namespace ap::cli {

// Reads keys from standard input without waiting for a line and without echo, from construction to destruction: the
// settings of before come back however the block is left. Signals end the waiting (StopSignals keeps them from ending
// the process before that); suspending is off meanwhile, since nobody would restore the settings.
class KeyReader {
 public:
  static constexpr char kNoKey = 0, kEndOfInput = 4;  // the latter is Ctrl-D

  // Throws Error(usage) when standard input is no terminal.
  KeyReader(StopSignals& stop, Output& output);
  ~KeyReader();
  KeyReader(const KeyReader&) = delete;

  // One byte; nullopt when a signal came or the terminal is gone. What arrows and other special keys, and letters with
  // Alt, send is taken as one: kNoKey, so that no letter in it counts as a key of its own.
  std::optional<char> key();
  // A line, shown as it is typed; nullopt when it was given up (Escape, signal, end).
  std::optional<std::string> line(const std::string& prompt);

 private:
  std::optional<char> byte();
  bool more(int wait_ms) const;  // whether there is a byte by then
  void swallow_sequence();       // the rest of what a special key sends

  StopSignals& stop_;
  Output& output_;
  termios before_{};
};

enum class PictureProtocol { none, kitty, sixel };

// What the terminal says of itself in TERM, TERM_PROGRAM and the like; none when it says nothing of pictures.
PictureProtocol picture_protocol();

// A PNG in the graphics protocol of kitty, and grey pixels as sixels.
std::string kitty_picture(const std::string& png);
std::string sixel_picture(const PagePicture& picture);

}  // namespace ap::cli
