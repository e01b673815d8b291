# A folder: one record per input. A mail is a record of its own, its attachments follow.
$ mkdir in; cp $EXAMPLES/inbox/11-*.xml $EXAMPLES/inbox/17-*.eml $EXAMPLES/inbox/20-broken.pdf in; cp in/11-*.xml in/99-again.xml; ap-ingest in -q | jq -c '[.source.name, .state, .decision.route]'
["11-invoice-ubl-be.xml","received",null]
["17-two-attachments.eml","validated",null]
["factura-17a.pdf","received",null]
["factuur-17b.xml","received",null]
["20-broken.pdf","failed","reject"]
["99-again.xml","received","duplicate"]

# The same arrivals again are no news.
$ ap-ingest in
! ap-ingest: 4 inputs = 0 taken + 4 known + 0 duplicate + 0 refused + 0 settling

# What a run would do, without doing it.
$ echo "<x/>" > in/new.xml; ap-ingest in --dry-run -q | jq -c '[.source.name, .state]'
["new.xml","received"]

# Standard input is the bytes of one file.
$ cat in/11-*.xml | ap-ingest - -q | jq -c '[.source.name, .source.channel, .decision.route]'
["stdin","stdin","duplicate"]

# A type that is not read, an empty file: a record each, with the reason.
$ mkdir bad; : > bad/empty.pdf; printf 'PK\003\004' > bad/zip.pdf; ap-ingest bad -q > out.ndjson
? 1
$ jq -r '.findings[] | [.set, .rule, .message] | join(": ")' out.ndjson
intake: UNREADABLE: empty.pdf: is empty; ask the sender for it again
intake: UNSUPPORTED_TYPE: zip.pdf: this is a ZIP archive or an Office document; unpack it, or save the document as PDF

# What is not there.
$ ap-ingest none.pdf -q | jq -c '[.id, .source.name, .state, .findings[0].rule]'
[null,"none.pdf","failed","UNREADABLE"]
$ ap-ingest none.pdf > /dev/null
! ap-ingest: 1 inputs = 0 taken + 0 known + 0 duplicate + 1 refused + 0 settling
? 66

# Nothing may get lost.
$ ap-ingest in --store none --after delete
! ap-ingest: error: --after would lose the originals: there is no store and blob folder to keep them in; give --store and --blobs, or --after keep
? 64

# Sources go when everything in them is kept.
$ ap-ingest in --after archive --archive done -q > /dev/null; ls in; ls done/*
11-invoice-ubl-be.xml
17-two-attachments.eml
20-broken.pdf
99-again.xml
new.xml
