# Three approved invoices in a store of their own.
$ mkdir -p .config/ap; echo 'validate.required_controls = ["arithmetic", "identifiers", "data", "dates", "duplicates"]' > .config/ap/ap.toml
> mkdir in; cp $EXAMPLES/inbox/10-* $EXAMPLES/inbox/11-* $EXAMPLES/inbox/12-* $EXAMPLES/inbox/20-broken.pdf in; (ap-ingest in; ap-extract --pending; AP_AS_OF=2026-11-22 ap-validate --pending) > /dev/null 2>&1
> ap-review approve --reason "its invoice came by post" $(ap-review list --json | jq -r .id) | cut -d" " -f2
approve

# A dry run says what would be written.
$ ap-export --pending --output out --dry-run | jq -c '[.source.name, .state]'
["10-zugferd1-de.pdf","validated"]
["11-invoice-ubl-be.xml","validated"]
["12-credit-note-ubl-se.xml","validated"]
! ap-export: would export 3 documents as csv to out

# A batch: its files, and the manifest.
$ ap-export --pending --format csv,json --output out -q | jq -c '[.source.name, .state]'
["10-zugferd1-de.pdf","exported"]
["11-invoice-ubl-be.xml","exported"]
["12-credit-note-ubl-se.xml","exported"]
$ ls out; jq -c '[.schema, .batch, .once, .count, .voids]' out/B000001.manifest.json
B000001.csv
B000001.json
B000001.manifest.json
["ap.batch/1","B000001","store",3,[]]
$ cd out; jq -r '.files[] | "\(.sha256)  \(.name)"' B000001.manifest.json | sha256sum --check
B000001.csv: OK
B000001.json: OK

# Once is once.
$ ap-export --pending --output out; ls out | wc -l
3

# The same bytes again.
$ cp -r out first; rm out/*; ap-export --again B000001; diff -r first out
! ap-export: batch B000001: 3 documents written again to .*/out (re)

# A batch taken back.
$ ap-export --void B000001
! ap-export: error: --void needs a reason; give --reason TEXT
? 64
$ ap-export --void B000001 --reason 'wrong period'
! ap-export: batch B000001 is voided: its 3 documents can be exported again; undo its files where they were taken in
$ ap-export --void B000001 --reason 'wrong period'
! ap-export: error: batch B000001 is voided already in sqlite:.*/\.local/state/ap/ap\.sqlite; see the manifests in the output folder (re)
? 66
$ ap-export --pending --output out -q | wc -l
3
$ jq -c '[.batch, .voids]' out/B000002.manifest.json
["B000002",["B000001"]]

# Records on standard input only select, and what differs from the store is refused.
$ ap-export --void B000002 --reason 'test' -q; sqlite3 .local/state/ap/ap.sqlite "SELECT record FROM documents WHERE route = 'approve' ORDER BY seq LIMIT 2" > two.ndjson; sed '1s/"gross":"[^"]*"/"gross":"1.00"/' two.ndjson | ap-export --output out -q | jq -c '[.state, .findings[-1].rule, .findings[-1].message]'
["validated","EXPORT_REFUSED","10-zugferd1-de.pdf differs from the store; only what was validated there is exported"]
["exported",null,null]

# Without a store nothing remembers, and that must be said.
$ ap-export --store none --output loose < two.ndjson
! ap-export: error: without a store nothing remembers what was exported; give --store, or say --once none
? 64
$ ap-export --store none --once none --output loose -q < two.ndjson | jq -c .state; jq -c '[.once, .count]' loose/*.manifest.json
"exported"
"exported"
["none",2]

# Wrong lines.
$ ap-export --pending --format xls --output out
! ap-export: error: 'xls' is no export format; give --format csv, csv-lines or json, or several with commas between them
? 64
$ ap-export --pending
! ap-export: error: no folder to write to; give --output FOLDER
? 64
$ echo nonsense | ap-export --output out -q | jq -c '[.id, .state]'
[null,"failed"]
! ap-export: error: line 1 is no record: it is no valid JSON at byte 2

# E-invoices: a file for each, and reading it gives the same fields.
$ ap-validate --store none $EXAMPLES/inbox/1[123]-*.xml -q > three.ndjson; jq -c .route three.ndjson > /dev/null; sed 's/"route":"[a-z]*"/"route":"approve"/' three.ndjson | ap-export --store none --once none --format ubl,cii,factur-x-xml --output xml -q | jq -c .state
"exported"
"exported"
"exported"
$ ls xml | sed 's/^[^-.]*//' | sort; jq -c '[.format, (.files | length)]' xml/*.manifest.json
-1.cii.xml
-1.factur-x.xml
-1.ubl.xml
-2.cii.xml
-2.factur-x.xml
-2.ubl.xml
-3.cii.xml
-3.factur-x.xml
-3.ubl.xml
.manifest.json
["ubl,cii,factur-x-xml",9]
$ for f in xml/*-2.ubl.xml xml/*-2.cii.xml; do ap-extract $f -q | jq -cS '.invoice' ; done | uniq | wc -l
1
