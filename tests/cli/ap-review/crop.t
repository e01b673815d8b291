# The piece of the page where a value was read, drawn by the sandboxed worker.
$ export AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs AP_AS_OF=2026-11-22
> ap-ingest -q $EXAMPLES/inbox/01-letter-de.pdf | ap-extract | ap-validate > record.json
> ap-review show $(jq -r .id record.json) --crop totals.gross out.png; head -c 8 out.png | od -An -c | tr -s ' '
 211 P N G \r \n 032 \n

$ export AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs; id=$(jq -r .id record.json); ap-review show $id --crop totals.gross
! ap-review: error: --crop has nowhere to go: standard output is no terminal; name a file: ap-review show ID --crop FIELD out.png
? 64

$ export AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs; ap-review show $(jq -r .id record.json) --crop contract out2.png
! ap-review: error: contract of [0-9a-f]{12} cannot be shown: no value was read for contract; see ap-review show for the fields and where they stand (re)
? 65

$ export AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs; ap-review show $(jq -r .id record.json) out.png
! ap-review: error: 'out.png' is a file to write a picture to, but no field is named; say --crop FIELD
? 64
