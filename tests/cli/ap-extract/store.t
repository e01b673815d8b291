# A folder for the store, and three documents in it; one is no invoice at all.
$ mkdir in; cp $EXAMPLES/inbox/11-*.xml $EXAMPLES/inbox/13-*.xml in; printf '<a/>' > in/other.xml
> export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs; ap-ingest -q in | jq -c '[.source.name, .state, .decision.route]'
["11-invoice-ubl-be.xml","received",null]
["13-invoice-cii-at.xml","received",null]
["other.xml","received",null]

# --dry-run changes nothing, so all of it can be done again.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs
> for i in 1 2; do ap-extract --pending --dry-run | jq -c '[.source.name, .state]'; done
["11-invoice-ubl-be.xml","extracted"]
["13-invoice-cii-at.xml","extracted"]
["other.xml","failed"]
["11-invoice-ubl-be.xml","extracted"]
["13-invoice-cii-at.xml","extracted"]
["other.xml","failed"]

# --limit takes the first ones.
$ AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs ap-extract --pending --limit 1 | jq -c '[.source.name, .state]'
["11-invoice-ubl-be.xml","extracted"]

# What is claimed is finished and is not there a second time.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs; ap-extract --pending | jq -c '[.source.name, .state]'; ap-extract --pending
["13-invoice-cii-at.xml","extracted"]
["other.xml","failed"]

# Redone on purpose, by the same means.
$ AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs ap-extract --pending --again | jq -c '[.source.name, .state]'
["11-invoice-ubl-be.xml","extracted"]
["13-invoice-cii-at.xml","extracted"]
["other.xml","failed"]

# A record of an earlier state gives what the store has by now.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs; ap-validate -q --pending --limit 1 > v.ndjson
> jq -c '{schema, id, trace_id, state: "received", source: {name: .source.name}}' v.ndjson | ap-extract | jq -c '[.source.name, .state]'
["11-invoice-ubl-be.xml","validated"]

# A record that the store does not know is worked on, printed, and not kept.
$ export AP_STORE=sqlite:empty/ap.sqlite
> jq -c '{schema, id, trace_id, state: "received", source: .source}' v.ndjson | ap-extract | jq -c '[.source.name, .state]'
["11-invoice-ubl-be.xml","extracted"]
! ap-extract: warning: 11-invoice-ubl-be.xml: not in the store sqlite:empty/ap.sqlite, so the result is printed only; take it in with ap-ingest

# A store that is no store.
$ mkdir dir; AP_STORE=sqlite:dir ap-extract --pending
! ap-extract: error: cannot create the store dir: Is a directory; create the folder, or set --store to a path you may write
? 73

$ AP_STORE=postgresql://x/y ap-extract --pending
! ap-extract: error: postgresql: is not in this version (--store); use one of: sqlite:PATH, none
? 78

$ AP_STORE=none ap-extract --pending
! ap-extract: error: this needs a store, and --store is none; give --store sqlite:PATH
? 64

# What OCR read is kept beside the blobs and used again, unless nothing is to be written or there is no store.
$ mkdir scans; cp $EXAMPLES/inbox/16-receipt-nl.jpg scans; export AP_STORE=sqlite:o/ap.sqlite AP_BLOBS=dir:o/blobs
> ap-ingest -q scans > r.ndjson; ap-extract --dry-run < r.ndjson > dry.ndjson; ls o
> ap-extract < r.ndjson > first.ndjson; touch -d 2020-01-01 o/ocr-cache/*/*.pages
> ap-extract --again --pending > second.ndjson; find o/ocr-cache -newermt 2021-01-01 -name '*.pages' | wc -l
> for f in dry first second; do jq -cS '[.invoice, .evidence]' $f.ndjson; done | sort -u | wc -l
> ap-extract -q scans/16-receipt-nl.jpg > none.ndjson; find . -name 'ocr-cache'
ap.sqlite
blobs
1
1
./o/ocr-cache
