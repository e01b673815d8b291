#include "rules/controls/table.h"

#include <algorithm>
#include <array>

#include "rules/controls/arithmetic.h"
#include "rules/controls/clearing.h"
#include "rules/controls/data.h"
#include "rules/controls/dates.h"
#include "rules/controls/duplicates.h"
#include "rules/controls/identifiers.h"
#include "rules/controls/matching.h"
#include "rules/controls/policy.h"
#include "rules/controls/tax.h"
#include "rules/controls/vendor.h"

namespace ap::rules {
namespace {

using enum Severity;

// Groups in the order in which a reader would check a bill; rows of one group stand together.
constexpr std::array kControls = std::to_array<Rule>({
    {{.set = "controls",
      .id = "NOT_AN_INVOICE",
      .group = "data",
      .severity = error,
      .summary = "the document asks for no payment: order, offer, pro-forma, delivery note, statement",
      .explanation =
          "The type of an e-invoice, or the title of a page, says that this is another kind of document. It is "
          "rejected, because paying a statement or pro-forma beside its invoice pays twice. If the reading is "
          "wrong, reopen the document and correct its type.",
      .source = "UNTDID 1001",
      .terms = "BT-3"},
     check_is_invoice},
    {{.set = "controls",
      .id = "MISSING_REQUIRED_FIELD",
      .group = "data",
      .severity = error,
      .summary = "a field without which the document cannot be paid was not found",
      .explanation =
          "Invoices and credit notes need number, issue date, currency, the seller's name and a total, and where "
          "tax of a VAT country is charged a tax number of the seller; receipts need no number and no tax number. "
          "Correct the field from the page, or ask the seller for a complete invoice.",
      .source = "Directive 2006/112/EC art. 226, 226b; EN 16931-1 BR-02 to BR-07",
      .terms = "BT-1, BT-2, BT-5, BT-27, BT-31, BT-112"},
     check_required_fields},
    {{.set = "controls",
      .id = "INVALID_FIELD_FORMAT",
      .group = "data",
      .severity = error,
      .summary = "a code, date, rate or text does not have the form of its field",
      .explanation =
          "Currencies and countries are ISO codes, tax categories UNTDID 5305, rates lie between -100 and 100 %, "
          "periods end after they begin, text has no control characters.",
      .source = "EN 16931-1 BR-CL-04, BR-CL-14, BR-CL-17",
      .terms = "BT-1, BT-5, BT-40, BT-55, BT-118, BG-14"},
     check_field_formats},
    {{.set = "controls",
      .id = "NO_LINE_ITEMS",
      .group = "data",
      .severity = warning,
      .summary = "an invoice or credit note without line items",
      .explanation = "Nothing explains the total, and nothing can be matched with an order. Receipts are exempt.",
      .source = "EN 16931-1 BR-16",
      .terms = "BG-25"},
     check_lines_present},
    {{.set = "controls",
      .id = "LOW_CONFIDENCE",
      .group = "data",
      .severity = warning,
      .review = true,
      .summary = "a key field was read with less confidence than its threshold",
      .explanation =
          "Number, dates, currency, seller, totals and IBAN are compared with the threshold of the setting "
          "validate.confidence, or their own one. Confidence is calibrated: of values given 0.93, 93 in 100 are "
          "right. Look at the page, then correct or approve.",
      .source = "AP practice",
      .terms = "BT-1, BT-2, BT-5, BT-27, BT-84, BT-109, BT-110, BT-112, BT-115"},
     check_confidence},

    {{.set = "controls",
      .id = "INVALID_AMOUNT",
      .group = "arithmetic",
      .severity = error,
      .summary = "an amount has too many decimals for its currency, is zero or has the wrong sign",
      .explanation =
          "Amounts in JPY have no decimals, in EUR two, in KWD three. The total of an invoice is not zero unless "
          "it was paid before, and neither invoice nor credit note states negative totals.",
      .source = "ISO 4217; EN 16931-1 BR-DEC-09 to BR-DEC-20",
      .terms = "BT-109, BT-110, BT-112, BT-115, BT-117"},
     check_amounts},
    {{.set = "controls",
      .id = "LINE_MATH_MISMATCH",
      .group = "arithmetic",
      .severity = error,
      .summary = "quantity x unit price differs from the amount of the line",
      .explanation = "quantity x unit price / base quantity - discount is compared with the line's amount. A cent is "
                     "allowed, and on paper what a unit price rounded for print can hide, at most 1 %.",
      .source = "EN 16931-1 BT-131; PEPPOL-EN16931-R120",
      .terms = "BT-129, BT-131, BT-136, BT-146, BT-149"},
     check_line_math},
    {{.set = "controls",
      .id = "SUBTOTAL_MISMATCH",
      .group = "arithmetic",
      .severity = error,
      .summary = "lines, allowances and charges do not add up to the net total",
      .explanation =
          "The sum of the lines less allowances plus charges is compared with the net total, and with the stated "
          "sum of lines. Differences up to validate.total_tolerance (0.01) pass. A line may be missing or misread.",
      .source = "EN 16931-1 BR-CO-10, BR-CO-13",
      .terms = "BT-106, BT-107, BT-108, BT-109, BT-131",
      .confirms = true},
     check_subtotal},
    {{.set = "controls",
      .id = "TAX_MISMATCH",
      .group = "arithmetic",
      .severity = error,
      .summary = "no rounding convention gives the tax that is stated",
      .explanation =
          "For each rate the tax is computed per rate and per line, rounded half up, half even, half to plus "
          "infinity and down; all results and their distances are named. One within validate.tax_tolerance (0.01) "
          "is enough. The taxes by rate must add up to the tax total.",
      .source = "EN 16931-1 BR-CO-14, BR-CO-17",
      .terms = "BT-110, BT-116, BT-117, BT-119",
      .confirms = true},
     check_tax},
    {{.set = "controls",
      .id = "TAX_RATE_INVALID",
      .group = "arithmetic",
      .severity = warning,
      .review = true,
      .summary = "a tax rate that the seller's country did not have on that date, or zero without a reason",
      .explanation =
          "Rates are compared with those in force where the seller is registered or sits, on the days of issue, "
          "tax point, delivery and period. A zero rate needs a reason, category Z, or a country that has one.",
      .source = "Directive 2006/112/EC art. 93 to 105, national acts; EN 16931-1 BR-E-10, BR-AE-10",
      .terms = "BT-118, BT-119, BT-120"},
     check_tax_rates},
    {{.set = "controls",
      .id = "TOTAL_MISMATCH",
      .group = "arithmetic",
      .severity = error,
      .summary = "net, tax and rounding do not add up to the total, or the total less prepayments to the amount due",
      .explanation =
          "Differences up to validate.total_tolerance (0.01) pass. One of the amounts is misread, or the seller's "
          "invoice is wrong and must be replaced.",
      .source = "EN 16931-1 BR-CO-15, BR-CO-16",
      .terms = "BT-109, BT-110, BT-112, BT-113, BT-114, BT-115",
      .confirms = true},
     check_total},

    {{.set = "controls",
      .id = "INVALID_IBAN",
      .group = "identifiers",
      .severity = error,
      .summary = "the IBAN does not have the length, form or check digits of its country",
      .explanation =
          "Money sent there does not arrive, or arrives elsewhere. Never repair it by trying digits: take it from "
          "the vendor's file or ask back on a number that you already have.",
      .source = "ISO 13616, SWIFT IBAN registry",
      .terms = "BT-84"},
     check_payment_iban},
    {{.set = "controls",
      .id = "INVALID_BIC",
      .group = "identifiers",
      .severity = warning,
      .summary = "the BIC is malformed or of another country than the IBAN",
      .explanation = "8 or 11 characters with a country that exists, and the same banking area as the IBAN.",
      .source = "ISO 9362",
      .terms = "BT-84, BT-86"},
     check_payment_bic},
    {{.set = "controls",
      .id = "INVALID_REFERENCE",
      .group = "identifiers",
      .severity = warning,
      .summary = "a structured payment reference fails its check digits",
      .explanation =
          "Checked where the reference or its account shows the scheme: ISO 11649 (RF), Swiss QR, and those of BE, "
          "DK, EE, FI, NL and NO. With a wrong reference the seller cannot assign the payment.",
      .source = "ISO 11649; Swiss implementation guidelines QR-bill; national bank associations",
      .terms = "BT-83"},
     check_payment_reference},

    {{.set = "controls",
      .id = "FUTURE_DATE",
      .group = "dates",
      .severity = error,
      .summary = "the issue date lies after today",
      .explanation = "Today is the day of the run, or --as-of. Often day and month were exchanged.",
      .source = "AP practice",
      .terms = "BT-2"},
     check_future_date},
    {{.set = "controls",
      .id = "OLD_INVOICE",
      .group = "dates",
      .severity = warning,
      .review = true,
      .summary = "the issue date lies further back than the limit",
      .explanation = "The limit is validate.old_invoice_days (365). Old invoices are often paid already.",
      .source = "AP practice",
      .terms = "BT-2"},
     check_old_invoice},
    {{.set = "controls",
      .id = "DUE_BEFORE_ISSUE",
      .group = "dates",
      .severity = warning,
      .review = true,
      .summary = "the due date lies before the issue date",
      .explanation = "One of the two dates was misread or mistyped.",
      .source = "AP practice",
      .terms = "BT-2, BT-9"},
     check_due_date},
    {{.set = "controls",
      .id = "PERIOD_CLOSED",
      .group = "dates",
      .severity = error,
      .summary = "the issue date lies in a posting period that is closed",
      .explanation =
          "Periods come by ap-validate import periods, for all our entities or for one. Agree with accounting on "
          "the posting date, or have the period opened. Without loaded periods none is closed and the control says "
          "that it did not run.",
      .source = "AP practice: cut-off",
      .terms = "BT-2"},
     check_period},

    {{.set = "controls",
      .id = "DUPLICATE_INVOICE",
      .group = "duplicates",
      .severity = error,
      .summary = "the same invoice came before under other bytes",
      .explanation =
          "The whole history in the store is searched. D1: the same text. D2: vendor, number and total agree; numbers "
          "are compared without signs, prefixes and leading zeros, and as recognition may have misread them. D3: "
          "vendor "
          "and number agree, the total does not, or two or three bills of a few days add up to an earlier one. D4: "
          "vendor, total and date agree, the number differs by a character, a prefix or a suffix, or is missing. D5: "
          "number and total agree for another record of the vendor. D6: the same lines of an order for the same "
          "delivery. D7: the same account and total for another vendor within 7 days. D8: the total of one is the net "
          "of the other. D9: billed again after a credit note is right, and so are corrections that name what they "
          "correct and bills that recur. D10: a reminder or statement of it. D11: marked as a copy. The other "
          "document, "
          "the rung and a score are named. Exact repeats of the bytes (D0) are recognised when they come in and go the "
          "route duplicate. Pay one of them only: reject the other, or correct what was misread. Needs a store.",
      .source = "AP practice: duplicate payment review",
      .terms = "BT-1, BT-2, BT-5, BT-13, BT-25, BT-27, BT-31, BT-84, BT-109, BT-112",
      .confirms = true},
     check_duplicates},

#include "rules/controls/rows_master.inc"

    {{.set = "controls",
      .id = "EXCESSIVE_AMOUNT",
      .group = "policy",
      .severity = warning,
      .review = true,
      .summary = "the total is above the limit",
      .explanation =
          "The limit is the vendor's, else validate.amount_limits of the currency, else validate.amount_limit (50000).",
      .source = "AP practice: authorisation limits",
      .terms = "BT-112, BT-115"},
     check_amount_limit},
    {{.set = "controls",
      .id = "AMOUNT_ANOMALY",
      .group = "policy",
      .severity = warning,
      .review = true,
      .summary = "the total is far from what the vendor usually bills",
      .explanation =
          "Compared with the mean of the vendor's invoices of the twelve months before, in the same currency: more "
          "than validate.anomaly_percent (50) away, where there are at least validate.anomaly_count (3).",
      .source = "AP practice: analytical review",
      .terms = "BT-112"},
     check_anomaly},
    {{.set = "controls",
      .id = "SPLIT_SUSPECTED",
      .group = "policy",
      .severity = warning,
      .review = true,
      .summary = "several invoices of the vendor lie just below an approval limit",
      .explanation =
          "Two or more within validate.split_days (7), each at most validate.split_percent (10) below a limit (ap- "
          "validate import limits) and together above it: one purchase may have been split so that nobody else must "
          "approve.",
      .source = "AP practice: authorisation limits",
      .terms = "BT-2, BT-112"},
     check_split},

    {{.set = "controls",
      .id = "PREPAYMENT_UNCLEARED",
      .group = "clearing",
      .severity = error,
      .summary = "prepayments billed for the order are not deducted",
      .explanation =
          "Prepayment invoices of the same order (type 386, or titled so) against the prepaid total, or the lines "
          "below zero that say so, of this and earlier invoices of the order.",
      .source = "EN 16931-1 BT-113; AP practice",
      .terms = "BT-3, BT-13, BT-113"},
     check_prepayments},
    {{.set = "controls",
      .id = "CREDIT_NOTE_UNMATCHED",
      .group = "clearing",
      .severity = warning,
      .review = true,
      .summary = "the credit note names no invoice that is known, or gives back more than is left of it",
      .explanation =
          "The invoice it names is looked for among those of the vendor; earlier credit notes for it are taken off.",
      .source = "EN 16931-1 BT-25; AP practice",
      .terms = "BT-25, BT-112"},
     check_credit_note},
});

constexpr std::array kIntake = std::to_array<RuleInfo>({
    {.set = "intake",
     .id = "DUPLICATE_INVOICE",
     .group = "duplicates",
     .severity = error,
     .summary = "the same bytes came before",
     .explanation = "Rung D0: an exact repeat by another way. The route is duplicate; the first document is untouched.",
     .source = "SHA-256 of the document"},
    {.set = "intake",
     .id = "UNREADABLE",
     .group = "intake",
     .severity = error,
     .summary = "the document could not be read",
     .explanation = "It is empty, damaged, or its reader failed on it. The message says where. Ask for it again."},
    {.set = "intake",
     .id = "ENCRYPTED",
     .group = "intake",
     .severity = error,
     .summary = "the document needs a password",
     .explanation =
         "The empty password and those of the configuration were tried. Add the password, or ask for a copy."},
    {.set = "intake",
     .id = "UNSUPPORTED_TYPE",
     .group = "intake",
     .severity = error,
     .summary = "this type of document is not taken",
     .explanation =
         "The type is told by content, never by name. PDF, TIFF, JPEG, PNG, e-invoice XML and mails are taken."},
    {.set = "intake",
     .id = "MALWARE",
     .group = "intake",
     .severity = error,
     .summary = "the scanner found malware",
     .explanation = "Said by the scanner that ingest.malware_scanner names. Without one nothing is scanned; with one "
                    "that gives no "
                    "verdict nothing is taken in."},
    {.set = "intake",
     .id = "RESOURCE_LIMIT",
     .group = "intake",
     .severity = error,
     .summary = "a limit was met",
     .explanation = "Bytes, pages, pixels, depth or time: the message names the limit and its setting in ap.toml(5)."},
    {.set = "policy",
     .id = "POLICY_UNDECIDED",
     .group = "policy",
     .severity = error,
     .summary = "a condition of the policy could not be evaluated",
     .explanation =
         "A case, route or gate asks for something that is not known of this document: an amount that it does not "
         "state, a vendor that was not found. What cannot be decided is not approved. Look at the document, or have "
         "the policy ask for less.",
     .source = "ap-policy(5)"},
    {.set = "policy",
     .id = "POLICY_NOT_ADOPTED",
     .group = "policy",
     .severity = error,
     .summary = "decided under another policy than the store has adopted",
     .explanation =
         "An administrator has adopted a policy and settings for the store (ap-validate adopt), and this document was "
         "decided under others, by --policy, AP_CONFIG or a changed file. Nobody may approve that away: decide it "
         "again "
         "under the adopted ones (ap-validate --again), or have the new ones adopted. Without an adopted policy every "
         "one is taken.",
     .source = "AP practice: authorised configuration"},
    {.set = "controls",
     .id = "EXPECTED_MISSING",
     .group = "clearing",
     .severity = info,
     .summary = "a recurring invoice did not come",
     .explanation =
         "Told by ap-report expected, as there is no document to tell it on: the calendar of ap-validate import "
         "expected against the invoices of the vendor. Ask the vendor before services stop or reminders cost.",
     .source = "AP practice: completeness"},
    {.set = "ap",
     .id = "HYBRID_MISMATCH",
     .group = "fraud",
     .severity = error,
     .summary = "the XML inside a PDF says something else than its pages show",
     .explanation =
         "Number, dates, totals, IBAN and line amounts of the XML are looked for on the pages. Raised where no page "
         "shows the value of the XML and the pages surely show another one; both are named. People approve what they "
         "see and programs pay what the XML says, so this is how a payment is diverted. Ask the sender by a way known "
         "before. Correcting the field settles it.",
     .source = "Factur-X 1.0, ZUGFeRD 2: both parts of a hybrid invoice have the same content",
     .terms = "BT-1, BT-2, BT-9, BT-84, BT-109, BT-110, BT-112, BT-115, BT-131"},
    {.set = "ap",
     .id = "QR_MISMATCH",
     .group = "fraud",
     .severity = error,
     .summary = "the payment code on a page would pay something else than the invoice says",
     .explanation =
         "IBAN, amount and currency of the payment code (EPC, Swiss QR) are compared with what the page or the XML "
         "says; both values are named. A code pasted over the true one is a known fraud. Ask the sender by a way known "
         "before. Correcting the field settles it.",
     .source = "EPC069-12; Swiss Implementation Guidelines QR-bill",
     .terms = "BT-5, BT-84, BT-112, BT-115"},
    {.set = "extraction",
     .id = "HYBRID_FORM",
     .group = "hybrid",
     .severity = warning,
     .summary = "name, relationship or metadata of the XML inside a PDF are not as Factur-X and ZUGFeRD want them",
     .explanation =
         "The attachment is named factur-x.xml (ZUGFeRD 2.0 zugferd-invoice.xml, ZUGFeRD 1 ZUGFeRD-invoice.xml, "
         "XRechnung xrechnung.xml), its relationship is Alternative, Data or Source, and the XMP metadata name the "
         "file "
         "and the profile of the XML. It is read all the same; other readers may not find it.",
     .source = "Factur-X 1.0, 6.2 to 6.4; PDF/A-3"},
});

consteval bool in_order() {
  // Rows of a group stand together and no id comes twice.
  for (std::size_t i = 0; i < kControls.size(); ++i) {
    if (kControls[i].check == nullptr || kControls[i].info.summary.empty()) return false;
    for (std::size_t j = i + 1; j < kControls.size(); ++j) {
      if (kControls[i].info.id == kControls[j].info.id) return false;
      bool same = kControls[i].info.group == kControls[j].info.group;
      if (same && kControls[j - 1].info.group != kControls[j].info.group) return false;
    }
  }
  return true;
}
static_assert(in_order(), "controls of one group stand together, each id once, each with a function");

}  // namespace

std::span<const Rule> control_table() { return kControls; }
std::span<const RuleInfo> intake_table() { return kIntake; }

}  // namespace ap::rules
