# Reviewing needs a store that is there; none is made.
$ ap-review list; ls -A
! ap-review: error: there is no store at .*/ap.sqlite; run ap-ingest first, or set --store (re)

$ ap-review list --store none
! ap-review: error: this needs a store, and --store is none; give --store sqlite:PATH
? 64

$ ap-review
! ap-review: A subcommand is required; see ap-review --help
? 64

$ mkdir in; cp $EXAMPLES/inbox/11-*.xml in; ap-ingest -q --store sqlite:ap.sqlite --blobs dir:blobs in | wc -l
1

$ ap-review show --store sqlite:ap.sqlite abc
! ap-review: error: 'abc' is no document id: give at least 6 of its hex digits
? 64

$ ap-review show --store sqlite:ap.sqlite 000000
! ap-review: error: no document 000000 in sqlite:ap.sqlite; see ap-review list
? 66

$ ap-review approve --store sqlite:ap.sqlite
! ap-review: error: no document named; give the ids that ap-review list shows, or a filter such as --rule CODE
? 64

$ ap-review correct --store sqlite:ap.sqlite --blobs dir:blobs 000000 totals.gross
! ap-review: error: 'totals.gross' is not FIELD=VALUE; as in totals.gross=119.00
? 64

$ ap-review correct --store sqlite:ap.sqlite --blobs dir:blobs 000000
! ap-review: error: nothing to correct; name FIELD=VALUE after the id
? 64

$ ap-review list --store sqlite:ap.sqlite --min many
! ap-review: error: --min 'many' is no amount; give it as 1234.50
? 64

# Not validated yet.
$ ap-review reject --store sqlite:ap.sqlite --reason no $(ap-review list --store sqlite:ap.sqlite --all --json | jq -r .id)
! ap-review: error: a584fa575ed2 cannot be rejected: it is not validated yet; run ap-validate first
? 1
