#include "adapters/sandbox/sandbox_reader.h"

#include <unistd.h>

#include <algorithm>

#include "adapters/sandbox/exchange.h"
#include "core/error.h"

namespace ap {

namespace {

constexpr int kAttempts = 3;

// Cheap to look at, so it may share a process with others of its kind. The worker finds out what it really is; nothing
// that begins like this is opened by more than the look at its first bytes.
bool seems_xml(Bytes bytes) {
  std::string_view text = as_text(bytes);
  std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && text[first] == '<';
}

// Models are loaded once by the supervisor, not by each child, where it is known beforehand that one is needed: for
// pictures, and for the second look at a PDF. Not knowing it costs time only.
constexpr std::string_view kUsualModel = "eng";

char tag_of(const wire::Request& request, Bytes bytes, bool many) {
  if (many) return wire::kManyDocuments;
  const PageOptions& pages = request.pages;
  if (request.verb != wire::Verb::pages || pages.ocr == OcrUse::never) return wire::kOneDocument;
  const bool usual =
      pages.languages.empty() || std::ranges::find(pages.languages, kUsualModel) != pages.languages.end();
  const bool picture = !as_text(bytes).starts_with("%PDF");
  return usual && (picture || !pages.print_places.empty()) ? wire::kRecognition : wire::kOneDocument;
}

}  // namespace

SandboxReader::SandboxReader(std::filesystem::path worker, const SandboxOptions& options)
    : options_(options), worker_(worker) {
  std::filesystem::path small = worker;
  small += "-xml";
  if (::access(small.c_str(), X_OK) == 0) small_worker_.emplace(std::move(small));
}

SandboxReader::~SandboxReader() = default;

WorkerChild SandboxReader::take_child(char tag, bool window) {
  if (tag != wire::kManyDocuments) return worker_.open_child(tag);
  {
    std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      WorkerChild child = std::move(idle_.back());
      idle_.pop_back();
      return child;
    }
  }
  return xml_worker().open_child(wire::kManyDocuments, window ? Window::open() : Window());
}

void SandboxReader::give_back(WorkerChild child) {
  child.fresh = false;
  std::lock_guard lock(mutex_);
  idle_.push_back(std::move(child));
}

void SandboxReader::complete(wire::Request& request, Bytes bytes) const {
  request.limits = options_.limits;
  request.passwords = options_.passwords;
  request.bytes = as_text(bytes);
}

std::expected<std::string, ReadFailure> SandboxReader::ask(wire::Request request, Bytes bytes, bool many,
                                                           layout::PackedPages* pages) {
  if (bytes.size() > options_.limits.document_bytes) return std::unexpected(too_large(bytes.size(), options_.limits));
  complete(request, bytes);
  const std::string head = wire::encode_head(request);
  for (int attempt = 1;; ++attempt) {
    WorkerChild child = take_child(tag_of(request, bytes, many));
    Exchange exchange(child, options_.limits);
    if (pages != nullptr) *pages = {};
    std::expected<std::string, ReadFailure> answer = exchange.run(head, request.bytes, pages);
    // A child that has served before may have left, worn out, just when it was chosen: that is no fault of this
    // document.
    if (!answer && exchange.child_had_left() && !child.fresh) continue;
    // Nor is it when the whole worker ended; it is started again with the next child.
    if (!answer && answer.error().temporary() && attempt < kAttempts) continue;
    if (many && exchange.child_is_well()) {
      give_back(std::move(child));
    } else if (exchange.child_is_well()) {
      release(child);
    }
    return answer;
  }
}

template <class Reply>
std::expected<Reply, ReadFailure> SandboxReader::ask_for(wire::Request request, Bytes bytes, bool many) {
  std::expected<std::string, ReadFailure> answer = ask(std::move(request), bytes, many);
  if (!answer) return std::unexpected(answer.error());
  Reply reply;
  if (!wire::decode(*answer, reply)) return std::unexpected(malformed_answer());
  return reply;
}

std::expected<Inspection, ReadFailure> SandboxReader::inspect(Bytes bytes) {
  return ask_for<Inspection>({.verb = wire::Verb::inspect}, bytes, seems_xml(bytes));
}

std::expected<MailReading, ReadFailure> SandboxReader::read_mail(Bytes bytes) {
  return ask_for<MailReading>({.verb = wire::Verb::mail}, bytes);
}

std::expected<std::vector<std::string>, ReadFailure> SandboxReader::split_mbox(Bytes bytes) {
  return ask_for<std::vector<std::string>>({.verb = wire::Verb::mbox}, bytes);
}

std::expected<PageReading, ReadFailure> SandboxReader::read_pages(Bytes bytes, const PageOptions& options) {
  layout::PackedPages pages;
  auto answer = ask({.verb = wire::Verb::pages, .pages = options}, bytes, false, &pages);
  if (!answer) return std::unexpected(answer.error());
  PageReading reading;
  if (!wire::decode(*answer, reading) || !reading.pages.empty()) return std::unexpected(malformed_answer());
  if (!reading.pictures.empty() && reading.pictures.size() != pages.size()) return std::unexpected(malformed_answer());
  reading.pages = std::move(pages);
  return reading;
}

std::expected<EInvoiceReading, ReadFailure> SandboxReader::read_einvoice(Bytes bytes, const EInvoiceOptions& options) {
  return ask_for<EInvoiceReading>({.verb = wire::Verb::einvoice, .einvoice = options}, bytes, true);
}

std::unique_ptr<BegunReading> SandboxReader::begin_einvoice(Bytes bytes, const EInvoiceOptions& options) {
  if (bytes.size() > options_.limits.document_bytes || !queue_.takes(bytes.size())) return nullptr;
  wire::Request request{.verb = wire::Verb::einvoice, .einvoice = options};
  complete(request, bytes);
  try {
    if (!queue_.has_child()) queue_.open(take_child(wire::kManyDocuments, true));
  } catch (const Error&) {
    return nullptr;  // read_einvoice() will say so of the document
  }
  return queue_.add(request);
}

// Whatever the child did to the documents before it, this one is read.
std::expected<EInvoiceReading, ReadFailure> SandboxReader::finish_einvoice(std::unique_ptr<BegunReading> begun,
                                                                           Bytes bytes,
                                                                           const EInvoiceOptions& options) {
  auto answer = queue_.finish(std::move(begun), options_.limits);
  if (std::optional<WorkerChild> idle = queue_.take_idle()) give_back(std::move(*idle));
  std::expected<EInvoiceReading, ReadFailure> reading;  // large to move: one for all ways out
  if (!answer) {
    reading = read_einvoice(bytes, options);
  } else if (!*answer) {
    reading = std::unexpected(answer->error());
  } else if (!wire::decode(**answer, *reading)) {
    reading = std::unexpected(malformed_answer());
  }
  return reading;
}

std::expected<std::string, ReadFailure> SandboxReader::render_png(Bytes bytes, int page, int dpi) {
  auto answer = ask({.verb = wire::Verb::png, .page = page, .dpi = dpi}, bytes);
  if (!answer) return answer;
  std::string png;
  if (!wire::decode_bytes(*answer, png)) return std::unexpected(malformed_answer());
  return png;
}

std::expected<wire::Probe, ReadFailure> SandboxReader::probe() {
  auto found = ask_for<wire::Probe>({.verb = wire::Verb::probe}, {}, false);
  if (!found || !small_worker_) return found;
  auto small = ask_for<wire::Probe>({.verb = wire::Verb::probe}, {}, true);
  if (!small) return small;
  for (wire::Attempt& attempt : small->attempts) {
    attempt.what = "XML worker: " + attempt.what;
    found->attempts.push_back(std::move(attempt));
  }
  return found;
}

std::unique_ptr<SandboxReader> open_sandbox_reader(const SandboxOptions& options) {
  return std::make_unique<SandboxReader>(find_worker(options.worker), options);
}

ProbeText describe_probe(const wire::Probe& probe) {
  ProbeText out;
  out.ok = !probe.attempts.empty() && std::ranges::all_of(probe.attempts, &wire::Attempt::refused);
  out.text = "confinement: " + probe.confinement + "\nlibraries: " + probe.libraries + "\nOCR languages:";
  for (const std::string& language : probe.languages) out.text += " " + language;
  out.text += "\n";
  for (const wire::Attempt& attempt : probe.attempts) {
    out.text += (attempt.refused ? "refused  " : "ALLOWED  ") + attempt.what + " (" + attempt.detail + ")\n";
  }
  return out;
}

}  // namespace ap
