# A month at the accounts payable desk of Lindental Apparatebau GmbH, as commands with what they print. All firms are fictional.
#
# Each step is what a person types at a shell in a copy of this folder (`$ ` and `> `) and what comes back; `? 1` is an exit code,
# `! ` is standard error. It is run as a test (tests/cli/run.py), so what stands here is what happens.

# The desk: settings, a policy, and where things are kept. Today is 22 November 2026.
$ cp -r "$EXAMPLES/tutorial/." . ; mkdir -p .config/ap; cp ap.toml policy.toml .config/ap; cat > desk.sh <<'X'
> export AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs AP_AS_OF=2026-11-22 XDG_CONFIG_HOME=$PWD/.config AP_VALIDATE_POLICY=policy.toml
> doc() { ap-review list --all --json | jq -r --arg n "$1" 'select(.source.name == $n) | .id'; }
> X

# What the company knows before an invoice comes.
$ . ./desk.sh; for kind in entities vendors orders receipts periods limits sanctions expected; do ap-validate import $kind $kind.csv; done
entities: 1 new, 0 changed, 0 unchanged, 0 refused (import 1)
vendors: 12 new, 0 changed, 0 unchanged, 0 refused (import 2)
orders: 9 new, 0 changed, 0 unchanged, 0 refused (import 3)
receipts: 8 new, 0 changed, 0 unchanged, 0 refused (import 4)
periods: 1 new, 0 changed, 0 unchanged, 0 refused (import 5)
limits: 1 new, 0 changed, 0 unchanged, 0 refused (import 6)
sanctions: 1 new, 0 changed, 0 unchanged, 0 refused (import 7)
expected: 2 new, 0 changed, 0 unchanged, 0 refused (import 8)
$ . ./desk.sh; ap-validate --show-policy | grep -v -e file -e sha256
policy lindental version 2026-11
  Accounts payable of Lindental Apparatebau GmbH
\
routes
  AMOUNT_ANOMALY severity info, unless vendor.id == V10  # line 8

# The inbox of the month, taken in, read and checked. Exit code 1: something needs a person.
$ . ./desk.sh; ap-ingest -q inbox | ap-extract -q | ap-validate -q > checked.ndjson
? 1
$ . ./desk.sh; jq -r '.decision.route // "a mail: its attachments follow it"' checked.ndjson | sort | uniq -c | sed 's/^ *//'
1 a mail: its attachments follow it
24 approve
1 duplicate
5 reject
41 review

# Every document went where it had to, for the reason it had to: nothing differs from expected-routes.csv.
$ jq -r '[.source.name, .decision.route // "", ([.findings[] | select(.severity != "info" and (.set | IN("intake","ap","controls","extraction","policy"))) | .rule] | unique | join(" "))] | join(",")' checked.ndjson | sort > got
> tail -n +2 expected-routes.csv | tr -d '\r' | while IFS=, read -r file route codes what; do echo "$file,$route,$(echo $codes | tr ' ' '\n' | sort | tr '\n' ' ' | sed 's/ $//')"; done | sort > wanted
> diff got wanted && wc -l < got
72

# And every reason code was met at least once. What remains is told of by reports, and by a scanner that is not set up here.
$ ap-validate --list-rules | awk '$1 ~ /^(intake|controls)$/ || $2 == "fraud" {print $4}' | sort -u > codes; cut -d, -f3 expected-routes.csv | tr ' ' '\n' | sort -u > met; comm -23 codes met
EXPECTED_MISSING
MALWARE

# What waits for a person, most money at risk first.
$ . ./desk.sh; ap-review list --sort risk --json | jq -r '[.source.name, .invoice.totals.gross] | join(" ")' | head -5
62-very-large.xml 71400.00
21-repair.xml 4938.50
25-final-forgets-it.xml 11900.00
04-beyond-the-order.xml 2915.50
05-dearer-than-agreed.xml 1675.52

# One of them in full: a hybrid whose XML asks for more than its page shows.
$ . ./desk.sh; ap-validate --explain $(doc 66-page-and-xml-differ.pdf) | sed -n '/^what holds it/,/^$/p'
what holds it
  HYBRID_MISMATCH (ap, error) on totals.net
    the XML inside the PDF says 1760.00, the page 1 shows 760.00; ask the sender which one holds,
    and pay neither before. The document says totals.net = 1760.00 (the XML, confidence 1.000).
    Beside it: number F-2266, issue_date 2026-11-17, due_date 2026-12-17, payment.iban
    FR7639963743218080925743635, totals.tax 352.00, totals.gross 2112.00 and 2 more. Expected:
    1760.00.
  HYBRID_MISMATCH (ap, error) on totals.tax
    the XML inside the PDF says 352.00, the page 1 shows 152.00; ask the sender which one holds, and
    pay neither before. The document says totals.tax = 352.00 (the XML, confidence 1.000). Beside
    it: number F-2266, issue_date 2026-11-17, due_date 2026-12-17, payment.iban
    FR7639963743218080925743635, totals.net 1760.00, totals.gross 2112.00 and 2 more. Expected:
    352.00.
  HYBRID_MISMATCH (ap, error) on totals.gross
    the XML inside the PDF says 2112.00, the page 1 shows 912.00; ask the sender which one holds,
    and pay neither before. The document says totals.gross = 2112.00 (the XML, confidence 1.000).
    Beside it: number F-2266, issue_date 2026-11-17, due_date 2026-12-17, payment.iban
    FR7639963743218080925743635, totals.net 1760.00, totals.tax 352.00 and 2 more. Expected:
    2112.00.
  HYBRID_MISMATCH (ap, error) on totals.payable
    the XML inside the PDF says 2112.00, the page 1 shows 912.00; ask the sender which one holds,
    and pay neither before. The document says totals.payable = 2112.00 (the XML, confidence 1.000).
    Beside it: number F-2266, issue_date 2026-11-17, due_date 2026-12-17, payment.iban
    FR7639963743218080925743635, totals.net 1760.00, totals.tax 352.00 and 2 more. Expected:
    2112.00.
  HYBRID_MISMATCH (ap, error) on lines[0].net
    the XML inside the PDF says 1760.00, the page 1 shows 760.00; ask the sender which one holds,
    and pay neither before. The document says lines[0].net = 1760.00 (the XML, confidence 1.000).
    Beside it: number F-2266, issue_date 2026-11-17, due_date 2026-12-17, payment.iban
    FR7639963743218080925743635, totals.net 1760.00, totals.tax 352.00 and 2 more. Expected:
    1760.00.
\

# The scan is right, a person has looked at it and says so. Who corrects does not approve: it waits for another person.
$ . ./desk.sh; ap-review correct $(doc 56-scan.pdf) 'seller.name=Brücken Montage GmbH' > /dev/null; ap-review show $(doc 56-scan.pdf) --json | jq -r '.decision.route, .decision.reasons[]' | sed "s/$(id -un)/WHO/"
review
corrected by WHO: another person must approve it (four eyes)
$ . ./desk.sh; ap-review approve $(doc 56-scan.pdf) 2>&1 | sed "s/[0-9a-f]\{12\}/ID/; s/$(id -un)/WHO/"
ap-review: error: ID was corrected by WHO; another person must approve it (four eyes)

# The repair was agreed with the landlord: approved with a reason. The stranger's payment code is not paid.
$ . ./desk.sh; ap-review approve $(doc 21-repair.xml) --reason 'agreed on 3 November, offer 771' | cut -d' ' -f2-; ap-review reject $(doc 67-code-pays-another.pdf) --reason 'the code is forged; vendor informed' | sed "s/$(id -un)/WHO/" | cut -d' ' -f2- | cut -c1-80
approve
reject (QR_MISMATCH: the payment code (EPC) on page 1 pays to DE6538135970910447

# A new account is not approved, it is confirmed: by a call to a number known before.
$ . ./desk.sh; ap-review release $(doc 44-new-account.xml) --confirmed 'call to Signora Tessaro, number of the contract of 2019' > /dev/null; ap-review show $(doc 44-new-account.xml) --json | jq -r .decision.route
approve

# What may be paid goes to the ledger, once.
$ . ./desk.sh; ap-export -q --pending --format csv --output out > exported.ndjson; wc -l < exported.ndjson; head -3 out/*.csv | cut -d, -f2-6; ap-export -q --pending --format csv --output out | wc -l
26
type,number,issue_date,due_date,currency
invoice,AB-1001,2026-11-02,2026-12-02,EUR
invoice,AB-1002,2026-11-03,2026-12-03,EUR
0

# What did not come.
$ . ./desk.sh; ap-report expected
EXPECTED_MISSING electricity: no invoice of vendor V2 dated about 2026-10-05 for electricity of hall 1, about 761.84 EUR; missing since 2026-10-16
? 1

# The journal holds, and nothing is old enough to go.
$ . ./desk.sh; ap-health journal verify | sed 's/[0-9]* entries/N entries/; s/[0-9a-f]\{64\}/HASH/' | head -1; ap-health retention dispose --dry-run
OK - N entries hold; the last is HASH
! ap-health: 0 due
