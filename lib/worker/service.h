// What the shipped worker does with a document: one function per verb.
#pragma once

#include "adapters/confine/confinement.h"
#include "adapters/poppler/groundwork.h"
#include "adapters/sandbox/messages.h"
#include "adapters/tesseract/tesseract_engine.h"
#include "supervise/supervisor.h"

namespace ap::worker {

// Lives in the supervisor and, as its copy after the fork, in each child. Not thread-safe.
class Service {
 public:
  // Throws std::runtime_error when the kernel cannot confine a process.
  Service();

  Outcome serve(const wire::Request& request, const Progress& progress);
  void confine(const ReadLimits& limits);

  // What this child had to do itself and the supervisor can do once for all: an OCR model to load, as its place among
  // the installed ones, from 1, or the fonts of PDFs; 0 nothing.
  int wish() const;
  void prepare(int wish);

  // All of it as the supervisor takes it. The service must outlive the hooks.
  Hooks hooks();

 private:
  Outcome inspect(const wire::Request& request);
  Outcome pages(const wire::Request& request, const Progress& progress);
  Outcome png(const wire::Request& request);
  Outcome mail(const wire::Request& request);
  Outcome mbox(const wire::Request& request);
  Outcome probe();

  ocr::TesseractEngine engine_;
  pdf::Groundwork groundwork_;
  bool read_pdf_ = false;     // in a child
  int wishes_for_fonts_ = 0;  // in the supervisor
  confine::Confinement confinement_;
};

}  // namespace ap::worker
