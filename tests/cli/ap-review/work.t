# Three documents: one is fine, one has a wrong total, one a wrong account.
$ mkdir -p .config/ap in; echo 'validate.required_controls = ["arithmetic", "identifiers", "data", "dates", "duplicates"]' > .config/ap/ap.toml
> cp $EXAMPLES/inbox/11-*.xml in/fine.xml
> sed 's/\(TaxInclusiveAmount[^>]*>\)[0-9]*/\19999/; 0,/<cbc:ID>/s/<cbc:ID>[^<]*/<cbc:ID>4711-7/' in/fine.xml > in/total.xml
> sed 's/<cbc:ID>BE../<cbc:ID>BE00/; 0,/<cbc:ID>/s/<cbc:ID>[^<]*/<cbc:ID>880-X/' in/fine.xml > in/account.xml
> export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-ingest -q in | ap-extract | ap-validate --rules none | jq -c '[.source.name, .decision.route, [.findings[] | select(.severity == "error") | .rule]]'
["account.xml","review",["INVALID_IBAN"]]
["fine.xml","approve",[]]
["total.xml","review",["TOTAL_MISMATCH","TOTAL_MISMATCH"]]

# What waits for a person.
$ AP_STORE=sqlite:s/ap.sqlite ap-review list
document         age     due route     seller                     number                      total          at risk  whose    why
a703d6ae98b8 +\d+ s    23 h review    Maison Vandermolen Outill… 880-X                 1208.25 EUR      1208.25 EUR  -        INVALID_IBAN (re)
42137abd4496 +\d+ s    23 h review    Maison Vandermolen Outill… 4711-7                9999.25 EUR      8791.00 EUR  -        TOTAL_MISMATCH (re)

# What puts most money at risk first.
$ AP_STORE=sqlite:s/ap.sqlite ap-review list --json --sort risk --limit 1 | jq -c .source.name
"total.xml"
$ AP_STORE=sqlite:s/ap.sqlite ap-review list --json --vendor vandermolen --due-within 48 | jq -c .source.name
"account.xml"
"total.xml"
$ AP_STORE=sqlite:s/ap.sqlite ap-review list --json --vendor nobody; AP_STORE=sqlite:s/ap.sqlite ap-review list --json --overdue

# Given to somebody, and found by that.
$ export AP_STORE=sqlite:s/ap.sqlite; ap-review assign --rule INVALID_IBAN --dry-run root; ap-review assign --rule INVALID_IBAN root
> ap-review list --json --assignee root | jq -c .source.name; ap-review list --json --assignee - | jq -c .source.name
> ap-review assign a703d6ae98b8 -
a703d6ae98b8 would be given to root
a703d6ae98b8 given to root
"account.xml"
"total.xml"
a703d6ae98b8 given back
! ap-review: 1 would be done, 0 refused
! ap-review: 1 done, 0 refused

$ AP_STORE=sqlite:s/ap.sqlite ap-review assign a703d6ae98b8 no-such-user
! ap-review: error: there is no user no-such-user on this system; give a login name, or - for nobody
? 64

# Filters; --json gives the records.
$ AP_STORE=sqlite:s/ap.sqlite ap-review list --json --min 9000 | jq -c '[.source.name, .decision.route]'
["total.xml","review"]
$ AP_STORE=sqlite:s/ap.sqlite ap-review list --json --max 9000 | jq -c '[.source.name, .decision.route]'
["account.xml","review"]
$ AP_STORE=sqlite:s/ap.sqlite ap-review list --json --rule INVALID_IBAN | jq -c .source.name
"account.xml"
$ AP_STORE=sqlite:s/ap.sqlite ap-review list --json --route approve | jq -c .source.name
"fine.xml"
$ AP_STORE=sqlite:s/ap.sqlite ap-review list --json --older-than 1
$ AP_STORE=sqlite:s/ap.sqlite ap-review list --json --all --limit 2 | jq -c .source.name
"account.xml"
"fine.xml"

# One document in full.
$ export AP_STORE=sqlite:s/ap.sqlite; id=$(ap-review list --json --rule TOTAL_MISMATCH | jq -r .id | cut -c1-8)
> ap-review show $id | sed -n '/^findings/,$p' | sed '/^checks/,/^$/d'
findings
  error   TOTAL_MISMATCH on totals.gross (holds the document)
          net 998.55 + tax 209.70 = 1208.25, but the total is 9999.25 (off by 8791.00)
          Differences up to validate.total_tolerance (0.01) pass. One of the amounts is misread, or the seller's invoice is wrong and must be replaced.
  error   TOTAL_MISMATCH on totals.payable (holds the document)
          the total is 9999.25 and nothing is stated as prepaid, but 1208.25 is to be paid
          Differences up to validate.total_tolerance (0.01) pass. One of the amounts is misread, or the seller's invoice is wrong and must be replaced.
\
reasons
  TOTAL_MISMATCH: net 998.55 + tax 209.70 = 1208.25, but the total is 9999.25 (off by 8791.00)
  TOTAL_MISMATCH: the total is 9999.25 and nothing is stated as prepaid, but 1208.25 is to be paid
\
history
  [-0-9T:]+Z \w+ took it in (re)
  [-0-9T:]+Z \w+ read it as an e-invoice (re)
  [-0-9T:]+Z \w+ checked it: review, because of TOTAL_MISMATCH \(policy controls/[0-9]+ [0-9a-f]{12}\) (re)

# An error is not approved without a reason, and a wrong account never is.
$ export AP_STORE=sqlite:s/ap.sqlite; ap-review approve $(ap-review list --json --rule TOTAL_MISMATCH | jq -r .id)
! ap-review: error: 42137abd4496 has errors; say with --reason why it may be paid all the same
? 64

$ export AP_STORE=sqlite:s/ap.sqlite; ap-review approve --reason 'I am sure' $(ap-review list --json --rule INVALID_IBAN | jq -r .id)
! ap-review: error: a703d6ae98b8 cannot be approved with INVALID_IBAN: correct the document, or reject it
? 1

# A correction validates again; nothing holds the document any more, and another person has to agree.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22 AP_VALIDATE_RULES=none
> ap-review correct $(ap-review list --json --rule TOTAL_MISMATCH | jq -r .id) totals.gross=1208.25
42137abd4496 review \(corrected by \w+: another person must approve it \(four eyes\)\) (re)
? 1

$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22 AP_VALIDATE_RULES=none
> ap-review correct $(ap-review list --json --rule INVALID_IBAN | jq -r .id) payment.bic=KREDBEBB
a703d6ae98b8 review (INVALID_IBAN: the IBAN BE00772659028895 is wrong: its check digits do not agree with the rest)
? 1

# The evidence says who knows it.
$ AP_STORE=sqlite:s/ap.sqlite ap-review list --json --all | jq -c 'select(.evidence["totals.gross"].how == "correction") | .evidence["totals.gross"] | [.confidence, .text, .alternatives[].value]'
[1,"9999.25","9999.25"]

# Who corrected may not approve, even where the findings could be answered for.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22 AP_VALIDATE_RULES=none
> id=$(ap-review list --json --all | jq -r 'select(.source.name == "total.xml") | .id')
> ap-review correct $id totals.tax=209.00 > /dev/null; ap-review approve --reason 'agreed by phone' $id
! ap-review: error: 42137abd4496 was corrected by \w+; another person must approve it \(four eyes\) (re)
? 77

# No variable takes that away, nor do the rules when they run again.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> AP_REVIEW_FOUR_EYES=false ap-review approve --reason 'agreed by phone' 42137abd4496
> ap-validate --pending --again --rules none | jq -c '[.source.name, .decision.route]'
["account.xml","review"]
["fine.xml","approve"]
["total.xml","review"]
! ap-review: error: 42137abd4496 was corrected by \w+; another person must approve it \(four eyes\) (re)

$ sqlite3 s/ap.sqlite "UPDATE documents SET route = 'approve' WHERE id LIKE '42137%'"
! .*state and route are those of the record.* (re)
? 19

# Of several, one that is refused does not stop the others; filters find them, and a dry run only says so.
$ export AP_STORE=sqlite:s/ap.sqlite; ap-review approve --rule INVALID_IBAN --reason x
> ap-review reject --rule INVALID_IBAN --reason 'never ordered' --dry-run; ap-review list --json --rule INVALID_IBAN | jq -c .decision.route
a703d6ae98b8 would be rejected
"review"
! ap-review: error: a703d6ae98b8 cannot be approved with INVALID_IBAN: correct the document, or reject it
! ap-review: 0 done, 1 refused
! ap-review: 1 would be done, 0 refused

$ AP_STORE=sqlite:s/ap.sqlite ap-review approve --rule INVALID_IBAN a703d6ae98b8
! ap-review: error: documents are named, and a filter is given too; leave one of them out
? 64

# Rejecting and reopening.
$ export AP_STORE=sqlite:s/ap.sqlite; ap-review reject a703d6ae98b8
! ap-review: error: say with --reason why it is rejected
? 64

$ export AP_STORE=sqlite:s/ap.sqlite; ap-review reject --reason 'never ordered' a703d6ae98b8
a703d6ae98b8 reject \(INVALID_IBAN: the IBAN BE00772659028895 is wrong: its check digits do not agree with the rest; rejected by \w+: never ordered\) (re)

$ export AP_STORE=sqlite:s/ap.sqlite; ap-review reopen $(ap-review list --json --route reject | jq -r .id); ap-review show --json a703d6ae98b8 | jq -c .decision.reasons[-1]
a703d6ae98b8 review \(INVALID_IBAN: the IBAN BE00772659028895 is wrong: its check digits do not agree with the rest; rejected by \w+: never ordered; reopened by \w+\) (re)
"reopened by \w+" (re)

# The history tells all of it.
$ export AP_STORE=sqlite:s/ap.sqlite; ap-review show a703d6ae98b8 | sed -n '/^history/,$p'
history
  [-0-9T:]+Z \w+ took it in (re)
  [-0-9T:]+Z \w+ read it as an e-invoice (re)
  [-0-9T:]+Z \w+ checked it: review, because of INVALID_IBAN.* (re)
  [-0-9T:]+Z \w+ gave it to root (re)
  [-0-9T:]+Z \w+ gave it back to nobody (re)
  [-0-9T:]+Z \w+ corrected payment\.bic from 'BANQBEFB' to 'KREDBEBB' (re)
  [-0-9T:]+Z \w+ checked it: review, because of INVALID_IBAN.* (re)
  [-0-9T:]+Z \w+ rejected it: never ordered (re)
  [-0-9T:]+Z \w+ reopened it (re)

# A value of an e-invoice stands on no page.
$ AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs ap-review show a703d6ae98b8 --crop totals.gross out.png
! ap-review: error: totals.gross of a703d6ae98b8 cannot be shown: totals.gross stands on no page: it comes from the XML of the e-invoice; see ap-review show for the fields and where they stand
? 65
