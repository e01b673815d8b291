# Three approved invoices in a store of their own.
$ cp -r $EXAMPLES/inbox in; rm -f in/*.jpg in/*.tif in/*scan* in/2*; export AP_AS_OF=2026-11-22 AP_VALIDATE_REQUIRED_CONTROLS=arithmetic,identifiers; (ap-ingest in; ap-extract --pending; ap-validate --pending) -q > /dev/null 2>&1; ap-extract --pending -q; ap-validate --pending -q

# A dry run says what would be written.
$ ap-export --pending --output out --dry-run | jq -c '[.source.name, .state]'

# A batch: its files, and the manifest.
$ ap-export --pending --format csv,json --output out -q | jq -c '[.source.name, .state]'
$ ls out; jq -c '[.schema, .batch, .once, .count, .voids]' out/B000001.manifest.json
$ cd out; jq -r '.files[] | "\(.sha256)  \(.name)"' B000001.manifest.json | sha256sum --check

# Once is once.
$ ap-export --pending --output out; ls out | wc -l

# The same bytes again.
$ cp -r out first; rm out/*; ap-export --again B000001; diff -r first out

# A batch taken back.
$ ap-export --void B000001
$ ap-export --void B000001 --reason 'wrong period'
$ ap-export --void B000001 --reason 'wrong period'
$ ap-export --pending --output out -q | wc -l
$ jq -c '[.batch, .voids]' out/B000002.manifest.json

# Records on standard input only select, and what differs from the store is refused.
$ ap-export --void B000002 --reason 'test' -q; sqlite3 .local/state/ap/ap.sqlite "SELECT record FROM documents WHERE route = 'approve' ORDER BY seq LIMIT 2" > two.ndjson; jq -c 'if input_line_number == 1 then .invoice.totals.gross = "1.00" else . end' two.ndjson | ap-export --output out -q | jq -c '[.state, .findings[-1].rule, .findings[-1].message]'

# Without a store nothing remembers, and that must be said.
$ ap-export --store none --output loose < two.ndjson
$ ap-export --store none --once none --output loose -q < two.ndjson | jq -c .state; jq -c '[.once, .count]' loose/*.manifest.json

# Wrong lines.
$ ap-export --pending --format xls --output out
$ ap-export --pending
$ echo nonsense | ap-export --output out -q | jq -c '[.id, .state]'
