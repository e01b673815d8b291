// ap-extract: documents into invoices with evidence.
#include "cli/record_loop.h"
#include "cli/run_main.h"
#include "cli/stage_settings.h"
#include "record/codec.h"
#include "stages/extract.h"

int main(int argc, char** argv) {
  bool schema = false;
  std::vector<std::string> files;
  ap::cli::Options options("ap-extract", "turns documents into invoices with evidence");
  options.flag("--schema", schema, "print the JSON Schema of the record and exit")
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
    ap::Store* store = context.store();
    ap::Extractor extractor(context.caching_reader(), context.blobs(), context.files(), context.clock(),
                            ap::cli::extract_settings(context.settings()), store ? &store->vendor_memory() : nullptr);
    ap::cli::Stage stage{.takes = ap::State::received,
                         .gives = ap::State::extracted,
                         .event = "extracted",
                         .work = [&](ap::Record record) { return extractor.extract(std::move(record)); },
                         .before_keep = ap::cli::note_key(context)};
    return ap::cli::run_records(context, stage, inputs);
  });
}
