// The worker program: a thread-free process that forks a child for each document it is handed.
//
// It is started once by a command, keeps what is costly (OCR models) in memory, and never looks at a document
// itself. Its only connection is the control socket, descriptor 3; when the command goes away, so do it and all its
// children. A child gets the document over a socket of its own, confines itself, does one verb and leaves. A child
// for XML does many verbs, because XML documents take less time than a fork.
#pragma once

#include <concepts>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "adapters/sandbox/messages.h"

namespace ap::worker {

// What a verb yields: an encoded reply or the reason why not.
using Outcome = std::expected<std::string, ReadFailure>;

// What the command hears of while a verb is at work.
class Progress {
 public:
  using Number = std::function<void(int number)>;
  using Page = std::function<void(std::string_view packed)>;

  template <std::invocable<int> Says>
  Progress(Says number, Page page = {}) : number_(std::move(number)), page_(std::move(page)) {}  // NOLINT: on purpose

  // That work goes on, on page or part `number`; starts the next span of per-page limits.
  void operator()(int number) const { number_(number); }
  // Pages that are read may leave ahead of the reply, so that those of a long document need not wait for each other.
  bool takes_pages() const { return page_ != nullptr; }
  void page(std::string_view packed) const { page_(packed); }

 private:
  Number number_;
  Page page_;
};

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
