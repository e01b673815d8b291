// ap-extract: documents into invoices with evidence.
#include <atomic>

#include "adapters/cairo/cairo_drawing.h"
#include "cli/record_loop.h"
#include "cli/run_main.h"
#include "cli/stage_settings.h"
#include "core/error.h"
#include "record/codec.h"
#include "stages/explain.h"
#include "stages/extract.h"
#include "stages/overlay.h"

namespace {

// Extracts, and draws what was read where --overlay asks for it.
class Drawer {
 public:
  Drawer(ap::cli::Context& context, const ap::Extractor& extractor, ap::OverlayOptions options)
      : context_(context), extractor_(extractor), options_(std::move(options)) {}

  void extract(ap::Extracted& document, std::optional<ap::cli::FileContent>&& content) {
    ap::ExtractBesides besides = ap::cli::besides(std::move(content));
    if (options_.path.empty()) return extractor_.extract_in_place(document, std::move(besides));
    if (drawn_.exchange(true))
      throw ap::Error(ap::ErrorKind::usage, "--overlay draws one document", "give one file or one record");
    ap::PageReading seen;
    besides.pages = &seen;
    extractor_.extract_in_place(document, std::move(besides));
    auto pages = ap::marked_pages(document.record, document.parts, seen, options_.doubtful);
    ap::CairoDrawing drawing;
    for (const std::string& path : ap::write_overlay(pages, options_, drawing, context_.files()))
      context_.log().info("drawn: " + path);
  }

 private:
  ap::cli::Context& context_;
  const ap::Extractor& extractor_;
  const ap::OverlayOptions options_;
  std::atomic<bool> drawn_ = false;
};

void check_overlay(const std::string& path, const ap::cli::Inputs& inputs) {
  if (path.empty()) return;
  if (!ap::is_overlay_path(path))
    throw ap::Error(ap::ErrorKind::usage, "--overlay " + path + " ends neither in .png nor in .pdf",
                    "name the file so that its form is clear");
  if (inputs.files.size() > 1) throw ap::Error(ap::ErrorKind::usage, "--overlay draws one document", "give one file");
}

}  // namespace

int main(int argc, char** argv) {
  bool schema = false, explain = false;
  std::string overlay;
  std::vector<std::string> files;
  ap::cli::Options options("ap-extract", "turns documents into invoices with evidence");
  options.flag("--schema", schema, "print the JSON Schema of the record and exit")
      .flag("--explain", explain, "say why each value was taken, as text, instead of printing records")
      .value("--overlay", "OUT", overlay, "draw what was read onto the pages, as OUT.pdf or OUT.png; one document")
      .setting("--split", "auto|never", "reader.split", "take files apart that hold several invoices, or never")
      .setting("--ocr", "auto|always|never", "reader.ocr", "OCR for pages without usable text, for all, or for none")
      .setting("--languages", "LIST", "reader.languages", "OCR languages to choose from, as eng,deu")
      .arguments("FILE", files, "documents to read; none: records on standard input")
      .share_record_options();

  return ap::cli::run_main(argc, argv, options, [&](ap::cli::Context& context) {
    if (schema) {
      context.output().line(ap::record_schema());
      return 0;
    }
    ap::cli::Inputs inputs = ap::cli::resolve_inputs(context, files);
    check_overlay(overlay, inputs);
    ap::ExtractSettings how = ap::cli::extract_settings(context.settings());
    how.picture_dpi = ap::kOverlayDpi;
    ap::Store* store = context.store();
    ap::Extractor extractor(context.caching_reader(), context.blobs(), context.files(), context.clock(), how,
                            store ? &store->vendor_memory() : nullptr);
    Drawer drawer(context, extractor, {overlay, ap::cli::validate_options(context.settings()).settings.confidence});
    ap::cli::Stage stage{
        .takes = ap::State::received,
        .gives = ap::State::extracted,
        .event = "extracted",
        .work = [&](ap::Extracted& document,
                    std::optional<ap::cli::FileContent>&& content) { drawer.extract(document, std::move(content)); },
        .begin = [&](const std::string& bytes) { return extractor.begin(bytes, ap::RuleSets::none); },
        .before_keep = ap::cli::note_document(context)};
    if (explain) {
      stage.silent = true;
      stage.see = [&](const ap::Record& record) { context.output().write(ap::explain_text(record)); };
    }
    return ap::cli::run_records(context, stage, inputs);
  });
}
