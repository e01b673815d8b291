# Three invoices in one file: the scan's record says into what it was split, each part is a document of its own.
$ I=$EXAMPLES/inbox; pdfunite $I/01-*.pdf $I/06-*.pdf $I/02-*.pdf scan.pdf
> ap-extract -q scan.pdf | tee all.ndjson | jq -c '[.source.name, .state, .source.pages, .invoice.number, .extraction.pages]'
["scan.pdf","validated",null,null,5]
["scan.pdf#p1","extracted",[1,1],"370-26",1]
["scan.pdf#p2-4","extracted",[2,4],"VF 4948",3]
["scan.pdf#p5","extracted",[5,5],"2026/1071",1]

$ jq -c -s '.[0] as $scan | [.[1:][] | .source.parent == $scan.id] + [[.[1:][].id] == [$scan.extraction.parts[].id]]' all.ndjson
[true,true,true,true]

# The same parts have the same ids, whenever and wherever they are split off; a part is read again from its scan.
$ ap-extract -q scan.pdf | jq -r .id | tail -3 > ids; jq -r .id all.ndjson | tail -3 | cmp - ids
> sed -n 3p all.ndjson | jq -c 'del(.invoice, .evidence, .extraction) | .state = "received"' | ap-extract --store none | jq -c '[.source.name, .invoice.number]'
["scan.pdf#p2-4","VF 4948"]

# Not wanted.
$ ap-extract -q --split never scan.pdf | jq -c '[.source.name, .state]'
["scan.pdf","extracted"]

# With a store: the plan changes nothing, the parts come in once, and validation finds them.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs; ap-ingest -q scan.pdf > /dev/null
> ap-extract --pending --dry-run | jq -c '[.source.name, .state]'; ap-review list --all | wc -l
["scan.pdf","validated"]
["scan.pdf#p1","extracted"]
["scan.pdf#p2-4","extracted"]
["scan.pdf#p5","extracted"]
2
! ap-extract: scan.pdf: would be taken apart: it holds 3 documents: page 1; pages 2-4: number VF 4948 after 370-26, another seller; page 5: number 2026/1071 after VF 4948, another seller

$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs; ap-extract -q --pending | jq -c '[.source.name, .state]'
> ap-extract --pending; ap-validate -q --pending | jq -c '[.source.name, .state]'
["scan.pdf","validated"]
["scan.pdf#p1","extracted"]
["scan.pdf#p2-4","extracted"]
["scan.pdf#p5","extracted"]
["scan.pdf#p1","validated"]
["scan.pdf#p2-4","validated"]
["scan.pdf#p5","validated"]

# Redone on purpose, the same documents again.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs; ap-extract -q --pending --again | jq -c '[.source.name, .state]' | sort | uniq -c
      1 ["scan.pdf","validated"]
      1 ["scan.pdf#p1","extracted"]
      1 ["scan.pdf#p2-4","extracted"]
      1 ["scan.pdf#p5","extracted"]

# The backup holds the scan; its parts need no bytes of their own.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs; ap-backup create --repository r > /dev/null && ap-backup verify --repository r > /dev/null; echo $?
0
