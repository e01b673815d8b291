# A calendar of recurring bills against the invoices that came. Without one nobody can say what is missing.
$ mkdir e; printf x > e/x; ap-ingest -q --store sqlite:e/ap.sqlite --blobs dir:e/blobs e/x > e/out; ap-report expected --store sqlite:e/ap.sqlite
EXPECTED_MISSING not run: no calendar of recurring bills is loaded; load it with ap-validate import expected FILE
? 1

$ mkdir in; sed 's/<cbc:IssueDate>[^<]*/<cbc:IssueDate>2026-11-03/' $EXAMPLES/inbox/11-*.xml > in/november.xml
> export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-ingest -q in | ap-extract > /dev/null; ap-validate import vendors $EXAMPLES/vendors.csv | cut -d, -f1
> printf '%s\n' expected,vendor_id,description,every,day,grace_days,amount,currency,start 'tools,V1011,,month,3,10,1200,EUR,2026-09-15' 'power,V1001,power,quarter,,20,,,2026-10-01' 'rent,V1002,rent,month,20,2,,,2026-11-01' |
>   ap-validate import expected -
vendors: 21 new
expected: 3 new, 0 changed, 0 unchanged, 0 refused (import 2)

$ AP_STORE=sqlite:s/ap.sqlite ap-report expected --as-of 2026-11-22
EXPECTED_MISSING power: no invoice of vendor V1001 dated about 2026-10-01 for power; missing since 2026-10-22
EXPECTED_MISSING tools: no invoice of vendor V1011 dated about 2026-10-03 for tools, about 1200 EUR; missing since 2026-10-14
? 1

# The days of grace are over.
$ AP_STORE=sqlite:s/ap.sqlite ap-report expected --as-of 2026-11-23 --json | jq -c '[.expected, .dated, .missing_since]'
["power","2026-10-01","2026-10-22"]
["tools","2026-10-03","2026-10-14"]
["rent","2026-11-20","2026-11-23"]

$ AP_STORE=sqlite:s/ap.sqlite ap-report expected --as-of 2026-09-20
nothing that was expected is missing
