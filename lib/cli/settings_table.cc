#include <algorithm>
#include <array>

#include "cli/settings.h"

namespace ap::cli {
namespace {

using enum SettingType;

// Limits of reading carry the names and defaults of ports/read_limits.h; a test compares them.
constexpr auto kSettings = std::to_array<SettingInfo>({
    // ---- every command
    {"store", text, "", "Where records live: sqlite:PATH, or none. Default: ap.sqlite in the state folder."},
    {"blobs", text, "", "Where originals live: dir:PATH, or none. Default: blobs in the state folder."},
    {"jobs", integer, "0", "Documents worked on at once; 0 is one per processor.", "", 0, 256},
    {"as_of", date, "", "What counts as today for rules about dates. Default: today."},
    {"metrics", path, "", "Folder for the textfile collector of node_exporter. Default: no metrics are written."},
    {"log_format", choice, "text", "Form of the messages on standard error.", "text|json|journal"},
    {"progress", choice, "auto", "Progress line; auto shows it on a terminal.", "auto|always|never"},
    {"fail_on", choice, "error", "Findings from this severity on give exit code 1.", "error|warning|never"},

    // ---- taking documents in
    {"ingest.settle_seconds", integer, "0", "Files in folders that changed this recently wait for the next run.", "", 0,
     86400},
    {"ingest.after", choice, "keep", "What becomes of a file that was taken.", "keep|archive|delete"},
    {"ingest.malware_scanner", path, "",
     "Socket of clamd, which sees every document before it is taken. Default: none."},
    {"ingest.archive", path, "", "Where files go with after = \"archive\", in a folder per day."},

    // ---- reading documents
    {"reader.worker", path, "", "The sandboxed reader program. Default: the installed ap-worker."},
    {"reader.ocr", choice, "auto", "OCR for pages without a usable text layer, for all pages, or for none.",
     "auto|always|never"},
    {"reader.languages", text_list, "", "Tesseract languages to choose from. Default: all that are installed."},
    {"reader.split", choice, "auto", "Files that hold several invoices are taken apart, or never.", "auto|never"},
    {"reader.cache", path, "", "Folder for pages read by OCR; none: no cache. Default: ocr-cache beside the blobs."},
    {"reader.cache_bytes", integer, "1073741824", "Size of that folder; what was longest not used goes first.", "",
     1024},
    {"reader.passwords", secret, "", "Passwords to try on encrypted PDFs, one per line."},

    // ---- who we are
    {"company.names", text_list, "", "Names of our own entities: a party with one of these is the buyer."},

    // ---- validation
    {"validate.rules", choice, "auto", "Rule sets for e-invoices; auto takes those that the invoice claims to follow.",
     "auto|en16931|peppol|xrechnung|none"},
    {"validate.policy", path, "", "File of the policy that lies over these settings (ap-policy(5)). Default: none."},
    {"validate.required_controls", text_list, "arithmetic,identifiers,data,dates,duplicates,vendor,bank",
     "Groups of controls that must have run for the route approve."},
    {"validate.total_tolerance", decimal, "0.01", "Difference of totals that passes, in the invoice's currency."},
    {"validate.tax_tolerance", decimal, "0.01", "Difference of taxes that passes, in the invoice's currency."},
    {"validate.amount_limit", decimal, "50000", "A gross amount above this goes to review."},
    // Where a unit is worth much less than a euro, about the same worth, rounded.
    {"validate.amount_limits", text_list,
     "CZK=1250000,DKK=400000,HUF=20000000,INR=5000000,ISK=7000000,JPY=8000000,NOK=600000,PLN=200000,RON=250000,SEK="
     "600000",
     "The same for single currencies, as \"EUR=10000\"."},
    {"validate.old_invoice_days", integer, "365", "An invoice older than this goes to review.", "", 1, 36500},
    {"validate.confidence", decimal, "0.93", "A key field read less surely than this goes to review; 0 to 1."},
    {"validate.confidences", text_list, "",
     "The same for single fields, as \"totals.gross=0.99\"; type=0.95 and seller.name=0.97 unless set."},
    // Matching with orders and receipts; a vendor may have its own (ap-master(5)).
    {"validate.price_percent", decimal, "2", "A unit price may be so much above the order."},
    {"validate.price_absolute", decimal, "0", "And at most so much, in the order's currency; 0: no such limit."},
    {"validate.amount_percent", decimal, "5",
     "An amount may be so much above the order line, earlier invoices counted."},
    {"validate.amount_absolute", decimal, "0", "And at most so much, in the order's currency; 0: no such limit."},
    {"validate.quantity_percent", decimal, "5",
     "A quantity may be so much above the order line, earlier invoices counted."},
    {"validate.quantity_absolute", decimal, "0", "And at most so much, in the unit of the line; 0: no such limit."},
    {"validate.receipt_percent", decimal, "10", "A quantity may be so much above what was received."},
    {"validate.extra_cost_limit", decimal, "0", "Lines that are on no order, as freight, pass up to this sum."},
    {"validate.sanctions_likeness", decimal, "0.9", "A name so like an entry of a sanctions list is a hit; 0 to 1."},
    {"validate.terms_tolerance_days", integer, "0", "A due date may be so far from the agreed one.", "", 0, 365},
    {"validate.anomaly_percent", integer, "50", "A total so far from the vendor's mean goes to review.", "", 1, 100000},
    {"validate.anomaly_count", integer, "3", "Invoices of twelve months that make a mean.", "", 1, 10000},
    {"validate.split_percent", integer, "10", "So close below an approval limit is just below it.", "", 1, 100},
    {"validate.split_days", integer, "7", "Invoices so many days apart may be one that was split.", "", 0, 365},

    // ---- review
    {"review.due_hours", integer, "24", "A document is due so many hours after it came in.", "", 0, 8784},
    {"review.due_codes", text_list, "BANK_DETAILS_CHANGED=4,SANCTIONS_HIT=4,DUPLICATE_INVOICE=8",
     "Sooner with a finding of such a code, as \"CODE=HOURS\"."},
    {"review.due_amounts", text_list, "EUR=10000:8", "Sooner from such a total on, as \"CURRENCY=AMOUNT:HOURS\"."},

    // ---- who may do what; only in files, and where /etc/ap/ap.toml has one of these, only there
    {"authority.clerks", text_list, "", "Groups whose members correct, assign and reject."},
    {"authority.approvers", text_list, "",
     "Groups whose members approve, up to their limit, and release bank details."},
    {"authority.auditors", text_list, "", "Groups whose members only read."},
    {"authority.administrators", text_list, "", "Groups whose members import master data and never approve."},
    {"authority.limits", text_list, "",
     "Largest amounts: \"EUR=10000\" of approvers, \"@group:EUR=any\" of a group, \"ann:EUR=50000\" of a user."},
    // Where a unit is worth much less than a euro, about the same worth, rounded.
    {"authority.adjustments", text_list,
     "*=10000,CZK=250000,DKK=80000,HUF=4000000,INR=1000000,ISK=1400000,JPY=1600000,NOK=120000,PLN=40000,RON=50000,SEK="
     "120000",
     "By how much clerks may change what was read as an amount, written so; * is every other currency."},
    {"authority.variances", text_list, "10",
     "Percent by which totals, orders or receipts may differ and be approved: \"10\", \"@group:any\", \"ann:25\"."},

    // ---- retention
    {"retention.countries", text_list, "",
     "Countries of our companies, as DE; their laws say how long documents are kept."},
    {"retention.financial_year_end", text, "12-31", "Last day of the financial year, month and day."},

    // ---- health
    {"health.queue_warning_seconds", integer, "3600",
     "A document that waits longer for a stage is a warning; 0: never."},
    {"health.queue_critical_seconds", integer, "86400", "The same, critical."},
    {"health.review_warning_seconds", integer, "259200", "A document that waits longer for a person; 0: never."},
    {"health.review_critical_seconds", integer, "1209600", "The same, critical."},
    {"health.overdue_warning", integer, "1", "So many documents in review after their due time; 0: never."},
    {"health.overdue_critical", integer, "20", "The same, critical."},
    {"health.backup_warning_seconds", integer, "129600", "A last backup older than this is a warning; 0: never."},
    {"health.backup_critical_seconds", integer, "604800", "The same, critical."},
    {"health.sanctions_warning_days", integer, "7", "A sanctions list older than this is a warning; 0: never."},
    {"health.sanctions_critical_days", integer, "30", "The same, critical."},
    {"health.disk_warning_percent", integer, "10", "Less free space than this is a warning.", "", 0, 100},
    {"health.disk_critical_percent", integer, "5", "The same, critical.", "", 0, 100},
    {"health.expected", text_list, "", "Commands and the longest time between successes, as \"ap-extract=3600\"."},

    // ---- limits
    {"limits.line_bytes", integer, "33554432", "One line of records on standard input.", "", 1024},
    {"limits.memory_bytes", integer, "2147483648", "Memory of the process that reads one document.", "", 1 << 26},
    {"limits.cpu_seconds", integer, "900", "CPU time for one document.", "", 1, 86400},
    {"limits.cpu_seconds_per_page", integer, "60", "CPU time for one page.", "", 1, 86400},
    {"limits.wall_seconds", integer, "1800", "Elapsed time for one document.", "", 1, 86400},
    {"limits.wall_seconds_per_page", integer, "600", "Elapsed time for one page.", "", 1, 86400},
    {"limits.document_bytes", integer, "268435456", "Size of one document; larger ones are refused unread.", "", 1},
    {"limits.output_bytes", integer, "536870912", "All that one document may yield.", "", 1024},
    {"limits.attachment_bytes", integer, "67108864", "One embedded file or mail part.", "", 1},
    {"limits.attachments", integer, "100", "Embedded files of a PDF.", "", 0, 100000},
    {"limits.pages", integer, "500", "Pages of a PDF or TIFF.", "", 1, 1000000},
    {"limits.page_points", integer, "14400", "Longer side of a PDF page, in points.", "", 72, 1000000},
    {"limits.page_pixels", integer, "100000000", "Width times height of a picture, given or rendered.", "", 10000},
    {"limits.words", integer, "50000", "Words on one page.", "", 1, 10000000},
    {"limits.mail_parts", integer, "200", "Parts of one mail, nested mails included.", "", 1, 1000000},
    {"limits.mail_depth", integer, "20", "Nesting of mail parts.", "", 1, 1000},
    {"limits.mbox_messages", integer, "10000", "Messages of one mbox.", "", 1, 10000000},
    {"limits.xml_depth", integer, "256", "Nesting of XML elements.", "", 16, 100000},

    // ---- claims of --pending
    {"claims.lease_seconds", integer, "3600", "A claimed document is free again after this time.", "", 10, 604800},
    {"claims.retry_seconds", integer, "60", "First wait after a temporary failure; it doubles each time, to 1 h.", "",
     1, 3600},
    {"claims.tries", integer, "3", "Tries after which a document that fails for passing reasons fails for good.", "", 1,
     1000},
});

}  // namespace

std::span<const SettingInfo> settings_table() { return kSettings; }

const SettingInfo* find_setting(std::string_view key) {
  auto it = std::find_if(kSettings.begin(), kSettings.end(), [&](const SettingInfo& row) { return row.key == key; });
  return it == kSettings.end() ? nullptr : &*it;
}

std::string environment_name(std::string_view key) {
  std::string name = "AP_";
  for (char c : key) name.push_back(c == '.' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c));
  return name;
}

}  // namespace ap::cli
