# Reports beside the records or in their place.
$ cp $EXAMPLES/inbox/11-invoice-ubl-be.xml good.xml; sed 's/<cbc:PayableAmount currencyID="EUR">[^<]*/<cbc:PayableAmount currencyID="EUR">1.00/' good.xml > bad.xml; export AP_AS_OF=2026-11-22

$ ap-validate --format junit good.xml bad.xml -q | grep -c '<testsuite '
2
$ ap-validate --format junit bad.xml -q | grep -o 'failure type="error" message="[^"]*' | head -1
failure type="error" message="the amount due (BT-115) must be the total with VAT (BT-112) - the amount paid before (BT-113) + the rounding amount (BT-114), absent terms 0
$ ap-validate --format sarif bad.xml -q | jq -r '.runs[0].results[] | select(.ruleId == "en16931/BR-CO-16") | [.level, .properties.expected, .properties.actual, .locations[0].logicalLocations[0].fullyQualifiedName] | @tsv'
error	1208.25	1.00	/Invoice/LegalMonetaryTotal/PayableAmount

# A page for people; the records go on.
$ ap-validate --report page.html bad.xml -q | jq -c '.source.name'; grep -c '<section>' page.html; grep -o 'BR-CO-16</b>' page.html | head -1
"bad.xml"
1
BR-CO-16</b>

# A rule with the figures of the invoice at hand.
$ ap-validate --explain br-co-16 bad.xml
BR-CO-16 (en16931, en16931, error)
  the amount due (BT-115) must be the total with VAT (BT-112) - the amount paid before
  (BT-113) + the rounding amount (BT-114), absent terms 0
\
  What must hold: the amount due (BT-115) = the total with VAT (BT-112) - the amount paid
  before (BT-113) + the rounding amount (BT-114), absent terms 0. UBL: r2 applied on both
  sides when a term is present: r2(the amount due - the rounding amount) = r2(the total with
  VAT - the amount paid before). CII: exact decimals, no rounding
  Source: EN 16931-1, 6.4; artefacts 1.3.16
  Looks at: BT-115 BT-112 BT-113 BT-114
\
bad.xml: the rule found something
  /Invoice/LegalMonetaryTotal/PayableAmount (totals.payable): expected 1208.25, stated 1.00
  BT-112  totals.gross                 1208.25
  BT-115  totals.payable               1.00
? 1

# What changed against an earlier run.
$ ap-validate good.xml -q > old.ndjson; ap-validate --baseline old.ndjson good.xml
0 changed, 1 the same, 0 new, 0 only in the baseline
$ sed -i "s/$(jq -r .id old.ndjson)/$(sha256sum bad.xml | cut -c1-64)/" old.ndjson; ap-validate --baseline old.ndjson bad.xml
bad.xml: new: controls TOTAL_MISMATCH (error), en16931 BR-CO-16 (error)
1 changed, 0 the same, 0 new, 0 only in the baseline
? 1

# One at a time.
$ ap-validate --format junit --baseline old.ndjson good.xml
! ap-validate: error: --format, --baseline and --explain each take the place of the records; give one of them
? 64
$ ap-validate --baseline missing.ndjson good.xml
! ap-validate: error: missing.ndjson: No such file or directory; give the records that an earlier run printed
? 66
