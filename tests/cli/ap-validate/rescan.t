# An invoice that came as a PDF, printed and scanned again: other bytes, no text layer, and still the same invoice.
$ mkdir in; cp $EXAMPLES/inbox/01-letter-de.pdf in/1.pdf; pdftoppm -r 150 -gray -png -singlefile in/1.pdf in/2
> export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-ingest -q in | ap-extract | ap-validate --rules none | jq -c '[.source.name, .extraction.method, (.findings[] | select(.rule == "DUPLICATE_INVOICE") | .message | capture("(?<rung>D[0-9]+), score").rung)]'
["1.pdf","text"]
["2.png","ocr","D2"]
