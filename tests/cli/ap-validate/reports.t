# Reports beside the records or in their place.
$ cp $EXAMPLES/inbox/11-invoice-ubl-be.xml good.xml; sed 's/<cbc:PayableAmount currencyID="EUR">[^<]*/<cbc:PayableAmount currencyID="EUR">1.00/' good.xml > bad.xml; export AP_AS_OF=2026-11-22

$ ap-validate --format junit good.xml bad.xml -q | grep -c '<testsuite '
2
$ ap-validate --format junit bad.xml -q | grep -o 'failure type="error" message="[^"]*' | head -1
$ ap-validate --format sarif bad.xml -q | jq -r '.runs[0].results[] | select(.ruleId == "en16931/BR-CO-16") | [.level, .properties.expected, .properties.actual, .locations[0].logicalLocations[0].fullyQualifiedName] | @tsv'

# A page for people; the records go on.
$ ap-validate --report page.html bad.xml -q | jq -c '.source.name'; grep -c '<section>' page.html; grep -o 'BR-CO-16</b>' page.html | head -1

# A rule with the figures of the invoice at hand.
$ ap-validate --explain br-co-16 bad.xml

# What changed against an earlier run.
$ ap-validate good.xml -q > old.ndjson; ap-validate --baseline old.ndjson good.xml
$ sed -i "s/$(jq -r .id old.ndjson)/$(sha256sum bad.xml | cut -c1-64)/" old.ndjson; ap-validate --baseline old.ndjson bad.xml

# One at a time.
$ ap-validate --format junit --baseline old.ndjson good.xml
$ ap-validate --baseline missing.ndjson good.xml
