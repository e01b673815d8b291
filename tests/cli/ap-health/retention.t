# How long documents are kept; without a country nothing is due..
$ mkdir -p .config/ap in; echo 'validate.required_controls = ["arithmetic", "identifiers", "data", "dates", "duplicates"]' > .config/ap/ap.toml
> cp $EXAMPLES/inbox/11-*.xml in; export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-ingest -q in | ap-extract | ap-validate | ap-export -q --format csv --output out > /dev/null
> ap-health retention; ap-health retention list --json | jq -c 'del(.documents)'
a584fa575ed2  kept      2036-12-31  11-invoice-ubl-be.xml
              BE invoice, 10 years from the end of the year (Code TVA article 60)
1 kept
{"id":"a584fa575ed26985caf6039fca7c9cccb0809bf8eab491402638396cf53080c9","name":"11-invoice-ubl-be.xml","status":"kept","kept_until":"2036-12-31","rule":"BE invoice, 10 years from the end of the year (Code TVA article 60)"}
$ cp $EXAMPLES/inbox/08-*.pdf in; export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-ingest -q in > /dev/null; AP_RETENTION_COUNTRIES=BE,DE ap-health retention list
a584fa575ed2  kept      2036-12-31  11-invoice-ubl-be.xml
              BE invoice, 10 years from the end of the year (Code TVA article 60)
dfdc78c80783  open      2036-12-31  08-box-pl.pdf
              it is received
1 kept, 1 open

# The day after its last day; a hold keeps it all the same.
$ cat > env.sh <<X
> export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_RETENTION_COUNTRIES=BE,DE
> ID=\$(ap-review list --all --json | jq -r 'select(.state == "exported") | .id')
> X
> . ./env.sh; ap-health retention --as-of 2036-12-31 list --status due; ap-health retention --as-of 2037-01-01 list --status due
no documents
a584fa575ed2  due       2036-12-31  11-invoice-ubl-be.xml
              BE invoice, 10 years from the end of the year (Code TVA article 60)
1 due
$ . ./env.sh; ap-health retention hold $ID; ap-health retention hold $ID --reason 'court of Ghent, 26/117' | cut -c1-12
> ap-health retention --as-of 2037-01-01 dispose; ap-health retention --as-of 2037-01-01 list --status held
> sqlite3 s/ap.sqlite "UPDATE documents SET disposed = 1 WHERE id = '$ID'" 2>&1 | grep -o 'a document is .*so'
a584fa575ed2
a584fa575ed2  held      2036-12-31  11-invoice-ubl-be.xml
              court of Ghent, 26/117
1 held
a document is disposed of only with an event that says so
! ap-health: error: a legal hold needs a reason; say it with --reason TEXT
! ap-health: 0 disposed of
$ . ./env.sh; ap-health retention lift $ID --reason settled | cut -c14-; ap-health retention lift $ID --reason settled
985caf6039fca7c9cccb0809bf8eab491402638396cf53080c9  hold lifted
! ap-health: error: a584fa575ed2 is not under a legal hold
? 65

# Disposal: the original and every copy of its content go; that it was there stays, and the store is sound.
$ . ./env.sh; ap-health retention --as-of 2037-01-01 dispose --dry-run | cut -c65-
> ap-health retention --as-of 2037-01-01 dispose | cut -c65-; ap-health retention --as-of 2037-01-01 dispose
> find s/blobs -type f | wc -l
> sqlite3 s/ap.sqlite .dump | grep -c Vandermolen; grep -c Vandermolen s/ap.sqlite*
> ap-review show $ID --json | jq -c '[.state, .source.name, .invoice, .x_disposal]'
> ap-review reopen $ID --reason again; ap-health journal verify | cut -c1-20; ap-health check integrity store | cut -c1-40
  due  BE invoice, 10 years from the end of the year (Code TVA article 60)
  disposed  BE invoice, 10 years from the end of the year (Code TVA article 60)
1
0
0
["exported","disposed",null,{"on":"2037-01-01","kept_until":"2036-12-31","rule":"BE invoice, 10 years from the end of the year (Code TVA article 60)"}]
OK - 9 entries hold;
values that people p
that no entry is mis
AP OK - 2 checks
OK        store      sqlite:s/ap.sqlite,
OK        integrity  the store is sound
! ap-health: 1 due
! ap-health: 1 disposed of
! ap-health: 0 disposed of
! ap-review: error: a584fa575ed2 cannot be reopened: it was disposed of on 2037-01-01

# Nothing brings it back: not its batch, not a stage done again on purpose; and a backup misses nothing.
$ . ./env.sh; ap-export --again B000001
! ap-export: error: batch B000001 cannot be written again: document a584fa575ed2 was disposed of on 2037-01-01; its manifest and the files written then are all there is
? 65
$ . ./env.sh; ap-extract -q --pending --again | wc -l; ap-validate -q --pending --again | wc -l
1
1
$ . ./env.sh; ap-backup create --repository repo 2>&1 | grep -c missing
0
? 1

# The same file again is known.
$ . ./env.sh; ap-ingest --after keep in 2>&1 | cut -c1-80
ap-ingest: 2 inputs = 0 taken + 2 known + 0 duplicate + 0 refused + 0 settling
$ . ./env.sh; cp in/11-*.xml again.xml; ap-ingest again.xml | jq -c '[.decision.route, .decision.duplicate_of == "'$ID'"]'
["duplicate",true]
! ap-ingest: 1 inputs = 0 taken + 0 known + 1 duplicate + 0 refused + 0 settling

# Bad input.
$ . ./env.sh; AP_RETENTION_COUNTRIES=Germany ap-health retention
! ap-health: error: retention.countries: 'Germany' is no ISO 3166 code; write it as ["DE", "AT"]
? 78
$ . ./env.sh; AP_RETENTION_FINANCIAL_YEAR_END=31.3. ap-health retention
! ap-health: error: retention.financial_year_end: '31.3.' is no day of a year; write it as 12-31
? 78
$ . ./env.sh; ap-health retention shred; ap-health retention hold; ap-health retention hold abc --reason x; ap-health retention hold aaaaaaaa --reason x
! ap-health: error: there is no 'shred'; ap-health retention list, dispose, hold ID... --reason TEXT, or lift ID... --reason TEXT
! ap-health: error: name the documents to hold; ap-health retention list, dispose, hold ID... --reason TEXT, or lift ID... --reason TEXT
! ap-health: error: 'abc' is no document id: give at least 6 of its hex digits
! ap-health: error: no document aaaaaaaa in sqlite:s/ap.sqlite; see ap-review list
? 66
