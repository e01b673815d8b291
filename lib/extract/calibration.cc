#include "extract/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/fields.h"

namespace ap::extract {
namespace {

using namespace confidence;

struct Field {
  std::string_view path, family;
};

constexpr std::array<Field, 14> kFields{{{"type", "type"},
                                         {"number", "number"},
                                         {"purchase_order", "order"},
                                         {"issue_date", "issue"},
                                         {"due_date", "due"},
                                         {"currency", "currency"},
                                         {"seller.vat_id", "identifier"},
                                         {"payment.iban", "identifier"},
                                         {"seller.name", "seller"},
                                         {"buyer.name", "buyer"},
                                         {"totals.net", "amount"},
                                         {"totals.tax", "amount"},
                                         {"totals.gross", "amount"},
                                         {"totals.payable", "payable"}}};

// `most` bounds what is ever claimed: so much as the number of values it was measured on allows, of text and of
// recognised pages, and of those what was read clearly, apart.
struct Model {
  std::string_view family;
  ConfidenceFeatures weights{};
  double most_text = 0.99, most_scanned = 0.98, most_clear = 0.98;
};

constexpr auto learned() {
  std::array<Model, 11> models{};
  int at = -1;
#define AP_FAMILY(name, text, scanned, clear) models[++at] = Model{name, {}, text, scanned, clear};
#define AP_WEIGHT(name, value) models[at].weights[name] = value;
#include "extract/confidence_learned.inc"
#undef AP_FAMILY
#undef AP_WEIGHT
  return models;
}
constexpr auto kModels = learned();

constexpr double kDigitDoubt = 0.4, kUsualDoubt = 0.08, kUnseenTotal = 0.92;

}  // namespace

std::string_view confidence_family(std::string_view path) {
  auto field = std::ranges::find(kFields, path, &Field::path);
  return field == kFields.end() ? std::string_view() : field->family;
}

Confidence modelled_confidence(std::string_view path, const ConfidenceFeatures& features) {
  const Model& model = *std::ranges::find(kModels, confidence_family(path), &Model::family);
  double odds = 0;
  for (int i = 0; i < kCount; ++i) odds += model.weights[i] * features[i];
  double sure = 1 / (1 + std::exp(-odds));
  sure = std::min(sure, features[clear] > 0     ? model.most_clear
                        : features[scanned] > 0 ? model.most_scanned
                                                : model.most_text);
  // One badly read digit makes another date or amount; unless it is printed again or adds up, doubt about the
  // characters is doubt about the value.
  constexpr std::array<std::string_view, 4> kFigures{"issue", "due", "amount", "payable"};
  const bool figures = std::ranges::find(kFigures, model.family) != kFigures.end();
  const bool backed = features[again] > 0 || features[closes] > 0 || features[by_lines] > 0;
  if (figures && features[scanned] > 0 && !backed)
    sure = std::min(sure, 1 - kDigitDoubt * std::max(0.0, features[characters] - kUsualDoubt));
  // A total that nobody saw: generated invoices always print theirs, so that nothing was learned of this.
  if (path == "totals.gross" && features[derived] > 0) sure = std::min(sure, kUnseenTotal);
  return static_cast<Confidence>(std::clamp(sure * kCertain + 0.5, 1.0, 999.0));
}

void calibrate(EvidenceMap& evidence, const Invoice& invoice, const std::vector<layout::Page>& pages,
               const SignalMap& signals, TrainingTrace* trace) {
  ConfidenceReader reader(invoice, evidence, pages, signals);
  std::vector<std::pair<Evidence*, Confidence>> calibrated;
  for (auto& [path, entry] : evidence) {
    // A habit's certainty comes from people, not from the models.
    if (entry.how == How::vendor || confidence_family(path).empty()) continue;
    ConfidenceFeatures features = reader.features(path, entry);
    calibrated.emplace_back(&entry, modelled_confidence(path, features));
    if (trace)
      trace->values.push_back({path, get_field(invoice, path).value_or(""), {features.begin(), features.end()}});
  }
  for (auto& [entry, sure] : calibrated) entry->confidence = sure;
  // On a recognised page the amount to pay that is the gross over again is hardly surer than the gross.
  auto gross = evidence.find("totals.gross"), payable = evidence.find("totals.payable");
  if (gross == evidence.end() || payable == evidence.end() || invoice.totals.gross != invoice.totals.payable) return;
  const auto read_on = [&](const Evidence& entry) {
    return std::ranges::any_of(pages, [&](const layout::Page& page) {
      return page.source == layout::PageSource::ocr && (entry.page == 0 || page.number == entry.page);
    });
  };
  if (payable->second.how == How::vendor || !read_on(payable->second)) return;
  const auto most = static_cast<Confidence>((kCertain + gross->second.confidence) / 2);
  payable->second.confidence = std::min(payable->second.confidence, most);
}

}  // namespace ap::extract
