// The shipped Reader: every document is read in a confined process of its own, and this side only checks the form of
// what comes back. The program that includes this links none of the libraries that parse foreign bytes.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/sandbox/messages.h"
#include "adapters/sandbox/queue.h"
#include "adapters/sandbox/worker_process.h"
#include "ports/read_limits.h"
#include "ports/reader.h"

namespace ap {

struct SandboxOptions {
  std::filesystem::path worker;  // the worker program; empty: beside the running program, see find_worker()
  ReadLimits limits;
  std::vector<std::string> passwords;  // tried on encrypted documents after the empty one, in this order
};

// Thread-safe: calls run side by side, each in a process of its own. Starts the worker program with the first call
// that needs it, so that making a reader costs nothing. XML goes to the small worker beside it, "<worker>-xml", which
// is there in a moment; the large one is not even started where nothing else comes.
class SandboxReader : public Reader {
 public:
  SandboxReader(std::filesystem::path worker, const SandboxOptions& options);
  ~SandboxReader() override;

  std::expected<Inspection, ReadFailure> inspect(Bytes bytes) override;
  std::expected<MailReading, ReadFailure> read_mail(Bytes bytes) override;
  std::expected<std::vector<std::string>, ReadFailure> split_mbox(Bytes bytes) override;
  std::expected<PageReading, ReadFailure> read_pages(Bytes bytes, const PageOptions& options) override;
  std::expected<EInvoiceReading, ReadFailure> read_einvoice(Bytes bytes, const EInvoiceOptions& options) override;
  // By one child, which is sent the documents before it has answered. One thread does so at a time; others read.
  std::unique_ptr<BegunReading> begin_einvoice(Bytes bytes, const EInvoiceOptions& options) override;
  std::expected<EInvoiceReading, ReadFailure> finish_einvoice(std::unique_ptr<BegunReading> begun, Bytes bytes,
                                                              const EInvoiceOptions& options) override;
  std::expected<std::string, ReadFailure> render_png(Bytes bytes, int page, int dpi) override;

  // Stands for the engine, its models and how pictures are prepared for it: where it is the same, so are the words
  // read off the same picture. Starts the worker where need be, as the other calls do.
  std::string engine() { return worker_.engine(); }

  // Lets a worker try what it must not be able to do, and tells what it found. For ap-health.
  std::expected<wire::Probe, ReadFailure> probe();

 private:
  // `many`: by a child that serves many documents, all of them XML.
  // `pages` gets those that come ahead of the answer.
  std::expected<std::string, ReadFailure> ask(wire::Request request, Bytes bytes, bool many = false,
                                              layout::PackedPages* pages = nullptr);
  template <class Reply>
  std::expected<Reply, ReadFailure> ask_for(wire::Request request, Bytes bytes, bool many = false);

  void complete(wire::Request& request, Bytes bytes) const;
  WorkerChild take_child(char tag, bool window = false);
  void give_back(WorkerChild child);

  // Children for XML come from the small worker; where there is only one program, from that.
  WorkerProcess& xml_worker() { return small_worker_ ? *small_worker_ : worker_; }

  const SandboxOptions options_;
  WorkerProcess worker_;
  std::optional<WorkerProcess> small_worker_;
  std::mutex mutex_;
  std::vector<WorkerChild> idle_;  // children for XML that wait for their next document
  Queue queue_;                    // of readings that were begun
};

// Throws ap::Error(config) when there is no worker program to be found.
std::unique_ptr<SandboxReader> open_sandbox_reader(const SandboxOptions& options);

// A failed or passed probe as lines of text; `ok` is true when everything forbidden was refused.
struct ProbeText {
  bool ok = false;
  std::string text;
};
ProbeText describe_probe(const wire::Probe& probe);

}  // namespace ap
