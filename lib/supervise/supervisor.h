// The worker program: a thread-free process that forks a child for each document it is handed.
//
// It is started once by a command, keeps what is costly (OCR models) in memory, and never looks at a document
// itself. Its only connection is the control socket, descriptor 3; when the command goes away, so do it and all its
// children. A child gets the document over a socket of its own, confines itself, does one verb and leaves. A child
// for XML does many verbs, because XML documents take less time than a fork.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <string>

#include "adapters/sandbox/messages.h"

namespace ap::worker {

// What a verb yields: an encoded reply or the reason why not.
using Outcome = std::expected<std::string, ReadFailure>;

// Tells the command that work goes on, on page or part `number`; starts the next span of per-page limits.
using Progress = std::function<void(int number)>;

inline constexpr int kHighestWish = 100;

struct Hooks {
  // Runs in the confined child.
  std::function<Outcome(const wire::Request&, const Progress&)> serve;
  // Confines the calling process for good. Runs in the child before it looks at the first byte of the document.
  std::function<void(const ReadLimits&)> confine;
  // After serve: which of the costly things was missed, 1 to kHighestWish; 0 none. Becomes the child's exit code.
  std::function<int()> wish;
  // Runs in the supervisor before the next child, for its sake and that of those to come; only ever reads files of this
  // system.
  std::function<void(int wish)> prepare;
  // The same, before a child that will recognise print.
  std::function<void()> prepare_recognition;
  // Stands for the OCR engine and all that decides what it reads off a picture; part of the greeting.
  std::string engine;
};

// Serves until the control socket closes; returns the exit code of the program.
int supervise(const Hooks& hooks);

}  // namespace ap::worker
