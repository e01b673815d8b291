#include "adapters/sandbox/window.h"

#include <doctest/doctest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <deque>
#include <random>
#include <string>

#include "adapters/sandbox/messages.h"
#include "adapters/sandbox/worker_process.h"

using ap::Window;

TEST_CASE("what is laid in the window stands there for the other side until it is cleared") {
  Window window = Window::open();
  const ap::Descriptor seen = window.take_descriptor();
  const std::string_view view = ap::wire::look_through(seen.get());
  REQUIRE(view.size() == Window::kBytes);
  struct Laid {
    std::uint64_t at;
    std::string bytes;
  };
  std::deque<Laid> laid;
  std::mt19937 random(5);
  int refused = 0;
  for (int round = 0; round < 5000; ++round) {
    const std::size_t size = 1 + random() % (round % 7 == 0 ? Window::kBytes : Window::kBytes / 20);
    std::string bytes(size, static_cast<char>('a' + round % 26));
    bytes += std::to_string(round);
    if (auto at = window.lay(bytes)) {
      laid.push_back({*at, std::move(bytes)});
    } else {
      ++refused;
      REQUIRE((!laid.empty() || bytes.size() > Window::kBytes));
    }
    while (!laid.empty() && random() % 3 != 0) {
      REQUIRE(view.substr(laid.front().at, laid.front().bytes.size()) == laid.front().bytes);
      window.clear_first();
      laid.pop_front();
    }
  }
  CHECK(refused > 20);
  CHECK(refused < 4000);
}

TEST_CASE("nothing fits into a window that is full or that there is not") {
  Window window = Window::open();
  CHECK_FALSE(window.lay(std::string(Window::kBytes + 1, 'x')));
  REQUIRE(window.lay(std::string(Window::kBytes, 'x')) == 0);
  CHECK_FALSE(window.lay("y"));
  window.clear_first();
  CHECK(window.lay("y") == 0);
  Window none;
  CHECK_FALSE(none.lay("x"));
  CHECK_FALSE(none.take_descriptor());
  CHECK(ap::wire::look_through(-1).empty());
}

TEST_CASE("whoever gets the descriptor of a window sees it and changes nothing") {
  Window window = Window::open();
  const ap::Descriptor seen = window.take_descriptor();
  REQUIRE(window.lay("as it was"));
  CHECK(::mmap(nullptr, Window::kBytes, PROT_READ | PROT_WRITE, MAP_SHARED, seen.get(), 0) == MAP_FAILED);
  CHECK(::pwrite(seen.get(), "x", 1, 0) == -1);
  CHECK(::ftruncate(seen.get(), 0) == -1);
  const std::string_view view = ap::wire::look_through(seen.get());
  CHECK(::mprotect(const_cast<char*>(view.data()), view.size(), PROT_READ | PROT_WRITE) == -1);
  CHECK(view.starts_with("as it was"));
}

TEST_CASE("a child takes no request for a place beyond the window, nor one without a window") {
  constexpr int kBadRequest = 120;  // child.h
  ap::WorkerProcess worker(AP_WORKER);
  auto end_of = [&](Window window, std::uint64_t at, std::uint64_t size) {
    ap::WorkerChild child = worker.open_child(ap::wire::kManyDocuments, std::move(window));
    ap::wire::LaidRequest laid{{.verb = ap::wire::Verb::inspect}, at, size};
    const auto soon = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    ap::wire::write_frame(child.socket.get(), ap::wire::FrameKind::laid, ap::wire::encode(laid), soon);
    ap::wire::Frame frame;
    ap::wire::FrameReader frames(child.socket.get());
    if (frames.read(frame, 1000, soon) == ap::wire::IoStatus::ok) return -1;  // it was served
    auto end = ap::await_end(child, soon);
    return end && WIFEXITED(end->wait_status) ? WEXITSTATUS(end->wait_status) : -2;
  };
  CHECK(end_of(Window::open(), 0, Window::kBytes) == -1);
  CHECK(end_of(Window::open(), 0, Window::kBytes + 1) == kBadRequest);
  CHECK(end_of(Window::open(), 1, Window::kBytes) == kBadRequest);
  CHECK(end_of(Window::open(), ~0ull, 1) == kBadRequest);
  CHECK(end_of(Window::open(), Window::kBytes, ~0ull) == kBadRequest);
  CHECK(end_of(Window(), 0, 1) == kBadRequest);
}
