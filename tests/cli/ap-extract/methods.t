# Each document by its best method; number and total are those that the generator wrote.
$ cd $EXAMPLES/inbox; ap-extract 01-*.pdf 09-*.pdf 10-*.pdf 11-*.xml 13-*.xml | jq -r --slurpfile truth ../truth.ndjson '
>   .source.name as $name | ($truth[] | select(.file | endswith($name)) | .expected) as $true
>   | [$name, .source.media_type, .extraction.method, .extraction.syntax // "-", .invoice.number == $true.number] | join(" ")'
01-letter-de.pdf application/pdf text - true
09-factur-x-fr.pdf application/pdf einvoice cii true
10-zugferd1-de.pdf application/pdf einvoice cii true
11-invoice-ubl-be.xml application/xml einvoice ubl true
13-invoice-cii-at.xml application/xml einvoice cii true

# The values of an e-invoice are their own evidence.
$ ap-extract $EXAMPLES/inbox/11-*.xml | jq -c '[.evidence["totals.payable"] | .confidence, .how], .evidence["totals.payable"].text == .invoice.totals.payable'
[1,"einvoice"]
true

# OCR can be switched off.
$ ap-extract --ocr never $EXAMPLES/inbox/14-scan-de.pdf | jq -c '[.state, .decision.route, .findings[].message]'
["failed","reject","no text was found on any page; reader.ocr is never"]

# Several jobs give the bytes of one.
$ cd $EXAMPLES/inbox; for jobs in 1 4; do ap-extract --jobs $jobs 0*.pdf 1*.xml | jq -c 'del(.trace_id, .source.received_at, .extraction.duration_ms)' | sha256sum; done | uniq | wc -l
1

# Nothing is kept: no store is made.
$ ls -A
