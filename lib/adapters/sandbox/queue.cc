#include "adapters/sandbox/queue.h"

#include <algorithm>
#include <utility>

#include "adapters/sandbox/exchange.h"

namespace ap {
namespace {

constexpr std::size_t kMostBytes = 128u << 10, kMostRequests = 32;

}  // namespace

class Queue::Ticket : public BegunReading {
 public:
  explicit Ticket(std::shared_ptr<Request> of) : request(std::move(of)) {}
  const std::shared_ptr<Request> request;
};

bool Queue::takes(std::size_t bytes) {
  if (waiting_.empty()) return true;
  full_ = full_ && (bytes_ > kMostBytes / 2 || waiting_.size() > kMostRequests / 2);
  full_ = full_ || waiting_.size() >= kMostRequests || bytes_ + bytes > kMostBytes || !waiting_.back()->rest.empty();
  return !full_;
}

void Queue::open(WorkerChild child) {
  child_ = std::move(child);
  frames_.emplace(child_->socket.get());
}

std::unique_ptr<BegunReading> Queue::add(const wire::Request& request) {
  auto entry = std::make_shared<Request>();
  entry->bytes = request.bytes.size();
  send(*entry, request);
  bytes_ += entry->bytes;
  waiting_.push_back(entry);
  return std::make_unique<Ticket>(std::move(entry));
}

void Queue::send(Request& entry, const wire::Request& what) {
  if (std::optional<std::uint64_t> at = child_->window.lay(what.bytes)) {
    entry.laid = true;
    wire::LaidRequest laid{what, *at, what.bytes.size()};
    laid.request.bytes = {};
    collected_ += wire::begin_frame(wire::FrameKind::laid, wire::encode(laid));
    return;
  }
  const std::string begin = wire::begin_frame(wire::FrameKind::request, wire::encode_head(what), what.bytes.size());
  send_collected();
  std::size_t sent = collected_.empty() ? wire::write_now(child_->socket.get(), begin, what.bytes) : 0;
  if (sent < begin.size()) entry.rest = std::exchange(collected_, {}) + begin.substr(sent);
  entry.rest += what.bytes.substr(sent - std::min(sent, begin.size()));
}

// As much as the socket takes at once; what is left goes with the next.
void Queue::send_collected() {
  if (!collected_.empty()) collected_.erase(0, wire::write_now(child_->socket.get(), collected_, {}));
}

std::optional<Queue::Answer> Queue::finish(std::unique_ptr<BegunReading> begun, const ReadLimits& limits) {
  const auto* ticket = dynamic_cast<const Ticket*>(begun.get());
  if (ticket == nullptr) return std::nullopt;
  // Answers that nobody wants any more come first.
  while (!ticket->request->lost && waiting_.front() != ticket->request) next_answer(limits);
  if (ticket->request->lost) return std::nullopt;
  return next_answer(limits);
}

std::optional<Queue::Answer> Queue::next_answer(const ReadLimits& limits) {
  std::shared_ptr<Request> request = std::move(waiting_.front());
  waiting_.pop_front();
  bytes_ -= request->bytes;
  request->lost = true;  // to whoever asks again
  send_collected();
  if (!collected_.empty()) request->rest.insert(0, std::exchange(collected_, {}));
  Exchange exchange(*child_, limits);
  Answer answer = exchange.await(*frames_, request->rest);
  if (request->laid) child_->window.clear_first();
  if (exchange.child_is_well()) {
    child_->fresh = false;
    return answer;
  }
  const bool blameless = !answer && ((exchange.child_had_left() && !child_->fresh) || answer.error().temporary());
  lose_all();
  if (blameless) return std::nullopt;
  return answer;
}

void Queue::lose_all() {
  for (const auto& request : waiting_) request->lost = true;
  waiting_.clear();
  collected_.clear();
  bytes_ = 0;
  frames_.reset();
  child_.reset();
}

std::optional<WorkerChild> Queue::take_idle() {
  if (!child_ || !waiting_.empty()) return std::nullopt;
  frames_.reset();
  return std::exchange(child_, std::nullopt);
}

}  // namespace ap
