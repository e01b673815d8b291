# Each document by its best method.
$ cd $EXAMPLES/inbox; ap-extract 01-*.pdf 09-*.pdf 10-*.pdf 11-*.xml 13-*.xml |
> jq -r '[.source.name, .source.media_type, .extraction.method, .extraction.syntax, .invoice.number, .invoice.totals.payable] | map(. // "-") | join(" ")'
01-letter-de.pdf application/pdf text - 370-26 5474.57
09-factur-x-fr.pdf application/pdf einvoice cii 2026-11-883 693.24
10-zugferd1-de.pdf application/pdf einvoice cii 7143818400 595.33
11-invoice-ubl-be.xml application/xml einvoice ubl 689-26 1208.25
13-invoice-cii-at.xml application/xml einvoice cii F26-27546 6229.73

# The values of an e-invoice are their own evidence.
$ ap-extract $EXAMPLES/inbox/11-*.xml | jq -c '.evidence["totals.payable"]'
{"confidence":1,"text":"1208.25","how":"einvoice"}

# OCR can be switched off.
$ ap-extract --ocr never $EXAMPLES/inbox/14-scan-de.pdf | jq -c '[.state, .decision.route, .findings[].message]'
["failed","reject","no text was found on any page; reader.ocr is never"]

# Several jobs give the bytes of one.
$ cd $EXAMPLES/inbox; for jobs in 1 4; do ap-extract --jobs $jobs 0*.pdf 1*.xml | jq -c 'del(.trace_id, .source.received_at, .extraction.duration_ms)' | sha256sum; done | uniq | wc -l
1

# Nothing is kept: no store is made.
$ ls -A
