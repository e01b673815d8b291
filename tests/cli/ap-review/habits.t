# A supplier whose documents we have corrected before is read by what was learned.
$ mkdir first next; cp $EXAMPLES/inbox/01-letter-de.pdf first/; (cat first/*; echo '%') > next/other-bytes.pdf
> export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-ingest -q first | ap-extract | ap-validate --rules none | jq -c '[.source.name, .invoice.buyer_reference]'
["01-letter-de.pdf",null]

$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22 AP_VALIDATE_RULES=none
> ap-review correct $(ap-review list --json --all | jq -r .id) buyer_reference=96039 | grep learned
learned: buyer_reference stands right of 'ihre bestell-nr', as 9

$ AP_STORE=sqlite:s/ap.sqlite ap-review habits | sed 's/20[0-9-]* from [0-9a-f]* by .*/.../'
tax:DE101922587
  buyer_reference        stands right of 'ihre bestell-nr', as 9 (right 0, wrong 0; ...

# The next document of the same supplier; the evidence says that a habit decided. Any number of jobs, the same bytes.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-ingest -q next | ap-extract --jobs 2 | jq -c '[.source.name, .invoice.buyer_reference, .evidence.buyer_reference.how]'
["other-bytes.pdf","96039","vendor"]

# Without the store nothing is remembered.
$ ap-extract next/other-bytes.pdf | jq -c .invoice.buyer_reference
null

# Forgotten when a person says so.
$ AP_STORE=sqlite:s/ap.sqlite ap-review forget name:NOBODY
! ap-review: error: no habit of 'name:NOBODY' is known; see ap-review habits
? 66

$ export AP_STORE=sqlite:s/ap.sqlite; ap-review forget "$(ap-review habits --json | jq -r .vendor)" --field buyer_reference; ap-review habits
1 forgotten
nothing was learned yet

