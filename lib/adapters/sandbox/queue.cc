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

bool Queue::takes(std::size_t bytes) const {
  if (waiting_.empty()) return true;
  return waiting_.size() < kMostRequests && bytes_ + bytes <= kMostBytes && waiting_.back()->rest.empty();
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
  std::string begin;
  std::string_view document = what.bytes;
  if (std::optional<std::uint64_t> at = child_->window.lay(document)) {
    entry.laid = true;
    wire::LaidRequest laid{what, *at, document.size()};
    laid.request.bytes = document = {};
    begin = wire::begin_frame(wire::FrameKind::laid, wire::encode(laid));
  } else {
    begin = wire::begin_frame(wire::FrameKind::request, wire::encode_head(what), document.size());
  }
  const std::size_t sent = wire::write_now(child_->socket.get(), begin, document);
  if (sent < begin.size()) entry.rest = begin.substr(sent);
  entry.rest += document.substr(sent - std::min(sent, begin.size()));
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
