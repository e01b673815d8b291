// ap-review: people work the exceptions.
#include "adapters/cairo/cairo_drawing.h"
#include "cli/review_command.h"
#include "cli/run_main.h"

int main(int argc, char** argv) {
  ap::cli::ReviewArguments args;
  ap::CairoDrawing drawing;
  ap::cli::Options options("ap-review", "shows, corrects and decides documents that wait for a person");
  ap::cli::declare_review(options, args);
  return ap::cli::run_main(argc, argv, options,
                           [&](ap::cli::Context& context) { return ap::cli::run_review(context, args, drawing); });
}
