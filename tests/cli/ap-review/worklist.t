# A table out, edited, and back.
$ mkdir -p in; printf '[validate]\nrequired_controls = ["arithmetic"]\nrules = "none"\n' > ap.toml
> sed 's/\(TaxInclusiveAmount[^>]*>\)[0-9]*/\19999/; 0,/<cbc:ID>/s/<cbc:ID>[^<]*/<cbc:ID>=1+1/' $EXAMPLES/inbox/11-*.xml > in/a.xml
> sed 's/\(TaxInclusiveAmount[^>]*>\)[0-9]*/\18888/; 0,/<cbc:ID>/s/<cbc:ID>[^<]*/<cbc:ID>0042/' $EXAMPLES/inbox/11-*.xml > in/b.xml
> export AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs AP_AS_OF=2026-11-22 AP_CONFIG=ap.toml
> ap-ingest -q in | ap-extract | ap-validate | jq -c '[.source.name, .decision.route]'
> ap-review worklist export > list.csv; head -1 list.csv | tr -d '\r'; cut -d, -f10 list.csv
["a.xml","review"]
["b.xml","review"]
id,version,at_risk,due_at,assignee,why,source,route,type,number,issue_date,due_date,currency,purchase_order,seller.name,seller.vat_id,buyer.name,payment.iban,payment.bic,payment.reference,totals.net,totals.tax,totals.gross,totals.payable,action,reason,assign_to
number
'=1+1
'0042

# Unchanged it changes nothing.
$ AP_CONFIG=ap.toml AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs ap-review worklist import list.csv
! ap-review: 0 lines done, 0 refused, 2 without a change

# One is corrected, one rejected; a dry run first.
$ export AP_CONFIG=ap.toml AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs AP_AS_OF=2026-11-22
> sed -e '2s|9999.25|1208.25|' -e '3s|,,\r$|reject,not ours,\r|' list.csv > edited.csv
> ap-review worklist import --dry-run edited.csv; ap-review worklist import edited.csv
> ap-review list --json --all | jq -c '[.source.name, .decision.route, .invoice.totals.gross]'
line 2: [0-9a-f]{12} would be corrected (re)
line 3: [0-9a-f]{12} would be rejected (re)
line 2: [0-9a-f]{12} corrected (re)
line 3: [0-9a-f]{12} rejected (re)
["a.xml","review","1208.25"]
["b.xml","reject","8888.25"]
! ap-review: 2 lines would be done, 0 refused, 0 without a change
! ap-review: 2 lines done, 0 refused, 0 without a change

# The same table again is of yesterday: each line is refused, by name.
$ AP_CONFIG=ap.toml AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs AP_AS_OF=2026-11-22 ap-review worklist import list.csv
! ap-review: error: list.csv: line 2: [0-9a-f]{12} has changed since the list was written; take a new one (re)
! ap-review: 0 lines done, 1 refused, 1 without a change
? 1

# NDJSON the same way; who corrected does not approve.
$ export AP_CONFIG=ap.toml AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs AP_AS_OF=2026-11-22
> ap-review worklist export --format ndjson | jq -c '.action = "approve"' | ap-review worklist import --json - | jq -c '[.line, .done, .refused]'
.1,"","[0-9a-f]{12} was corrected by \w+; another person must approve it \(four eyes\)"\] (re)
! ap-review: 0 lines done, 1 refused, 0 without a change

$ echo 'id,version,acton' | AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs ap-review worklist import -
! ap-review: error: -: there is no column 'acton'; ap-review worklist export writes those that there are; nothing was changed
? 65

$ AP_STORE=sqlite:ap.sqlite ap-review worklist
! ap-review: error: worklist needs export, or import and a file; as in ap-review worklist export > list.csv
? 64
