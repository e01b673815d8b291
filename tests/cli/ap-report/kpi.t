# An empty store has no data, which is not zero.
$ mkdir in; AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs ap-ingest -q in; AP_STORE=sqlite:s/ap.sqlite ap-report kpi
Key figures, all documents
\
documents                         0
touchless                   no data   0 of 0 decided
first pass                  no data   0 of 0 decided
exceptions                  no data   0 of 0 decided
cycle time, median          no data   n = 0 ready
cycle time, 90 %            no data   n = 0 ready
\
ready                             0   no document
exported                          0   no document
in review                         0   no document
duplicates stopped                0   no document
exact repeats                     0   no document
\
Held by
  no data
\
Documents by state and route
  no data

# Two invoices, one of them received twice, and one with a wrong total.
$ mkdir -p .config/ap; echo 'validate.required_controls = ["arithmetic", "identifiers", "data", "dates", "duplicates"]' > .config/ap/ap.toml
> cp $EXAMPLES/inbox/11-*.xml in/fine.xml; cp $EXAMPLES/inbox/13-*.xml in/austria.xml
> sed 's/\(TaxInclusiveAmount[^>]*>\)[0-9]*/\19999/; 0,/<cbc:ID>/s/<cbc:ID>[^<]*/&-B/' in/fine.xml > in/total.xml
> sed 's/<cbc:Note>.*//; s/^ *<cbc:DueDate>/<cbc:DueDate>/' in/fine.xml > in/again.xml; cp in/austria.xml in/z-austria.xml
> export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-ingest -q in | ap-extract | ap-validate --rules none | jq -c '[.source.name, .decision.route]'
["again.xml","approve"]
["austria.xml","approve"]
["fine.xml","review"]
["total.xml","review"]
["z-austria.xml","duplicate"]

$ AP_STORE=sqlite:s/ap.sqlite ap-report kpi
Key figures, all documents
\
documents                         4
touchless                    50.0 %   2 of 4 decided
first pass                   50.0 %   2 of 4 decided
exceptions                   50.0 %   2 of 4 decided
cycle time, median +\d+ m?s +n = 2 ready (re)
cycle time, 90 % +\d+ m?s +n = 2 ready (re)
\
ready                             2   4665.98 EUR
exported                          0   no document
in review                         2   11207.50 EUR
duplicates stopped                1   1208.25 EUR
exact repeats                     1   3457.73 EUR
\
Held by
  DUPLICATE_INVOICE               1   25.0 % of decided
  TOTAL_MISMATCH                  1   25.0 % of decided
\
Documents by state and route
  validated, approve              2
  validated, review               2

$ AP_STORE=sqlite:s/ap.sqlite ap-report kpi --json | jq -c '.touchless, .duplicates_stopped, .exact_repeats, .exception_codes'
{"n":4,"count":2,"ratio":"0.500"}
{"documents":1,"without_total":0,"totals":{"EUR":"1208.25"}}
{"documents":1,"without_total":0,"totals":{"EUR":"3457.73"}}
{"DUPLICATE_INVOICE":1,"TOTAL_MISMATCH":1}

$ AP_STORE=sqlite:s/ap.sqlite ap-report kpi --until 2000-01-01 --json | jq -c '.documents, .touchless'
0
{"n":0,"count":0,"ratio":null}

$ AP_STORE=sqlite:s/ap.sqlite ap-report kpi --since yesterday
! ap-report: error: --since 'yesterday' is no date; give it as 2026-11-30
? 64

$ ap-report kpi --store none
! ap-report: error: this needs a store, and --store is none; give --store sqlite:PATH
? 64
