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
document         age route     seller                     number                        total  why
a703d6ae98b8 +\d+ s review    Maison Vandermolen Outill… 880-X                   1208\.25 EUR  INVALID_IBAN (re)
42137abd4496 +\d+ s review    Maison Vandermolen Outill… 4711-7                  9999\.25 EUR  TOTAL_MISMATCH (re)

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
  [-0-9T:]+Z received by \w+ (re)
  [-0-9T:]+Z extracted by \w+ \{"method":"einvoice","content":"[0-9a-f]{32}","program":"[0-9.]+"\} (re)
  [-0-9T:]+Z validated by \w+ \{"route":"[a-z]+","policy":"controls/[0-9]+ [0-9a-f]{12}","findings":\[.*\],"program":"[0-9.]+"\} (re)

# An error is not approved without a reason, and a wrong account never is.
$ export AP_STORE=sqlite:s/ap.sqlite; ap-review approve $(ap-review list --json --rule TOTAL_MISMATCH | jq -r .id)
! ap-review: error: 42137abd4496 has errors; say with --reason why it may be paid all the same
? 64

$ export AP_STORE=sqlite:s/ap.sqlite; ap-review approve --reason 'I am sure' $(ap-review list --json --rule INVALID_IBAN | jq -r .id)
! ap-review: error: a703d6ae98b8 cannot be approved with INVALID_IBAN: correct the document, or reject it
? 1

# A correction validates again.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22 AP_VALIDATE_RULES=none
> ap-review correct $(ap-review list --json --rule TOTAL_MISMATCH | jq -r .id) totals.gross=1208.25
42137abd4496 approve

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

# Unless one person is enough.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs
> id=$(ap-review list --json --all | jq -r 'select(.source.name == "total.xml") | .id')
> AP_REVIEW_FOUR_EYES=false ap-review approve --reason 'agreed by phone' $id
> ap-review show --json $id | jq -c '.decision.approvals[] | [.action, .reason]'
42137abd4496 approve
["approve","agreed by phone"]

# An approval stands when the rules run again.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-validate --pending --again --rules none | jq -c '[.source.name, .decision.route]'
["account.xml","review"]
["fine.xml","approve"]
["total.xml","approve"]

# Rejecting and reopening.
$ export AP_STORE=sqlite:s/ap.sqlite; ap-review reject $(ap-review list --json | jq -r .id)
! ap-review: error: say with --reason why it is rejected
? 64

$ export AP_STORE=sqlite:s/ap.sqlite; ap-review reject --reason 'never ordered' $(ap-review list --json | jq -r .id)
a703d6ae98b8 reject \(INVALID_IBAN: the IBAN BE00772659028895 is wrong: its check digits do not agree with the rest; rejected by \w+: never ordered\) (re)

$ export AP_STORE=sqlite:s/ap.sqlite; ap-review reopen $(ap-review list --json --route reject | jq -r .id); ap-review list --json | jq -c .decision.reasons[-1]
a703d6ae98b8 review \(INVALID_IBAN: the IBAN BE00772659028895 is wrong: its check digits do not agree with the rest; rejected by \w+: never ordered; reopened by \w+\) (re)
"reopened by \w+" (re)

# The history tells all of it.
$ export AP_STORE=sqlite:s/ap.sqlite; ap-review show $(ap-review list --json | jq -r .id) | sed -n '/^history/,$p'
history
  [-0-9T:]+Z received by \w+ (re)
  [-0-9T:]+Z extracted by \w+ \{"method":"einvoice","content":"[0-9a-f]{32}","program":"[0-9.]+"\} (re)
  [-0-9T:]+Z validated by \w+ \{"route":"[a-z]+","policy":"controls/[0-9]+ [0-9a-f]{12}","findings":\[.*\],"program":"[0-9.]+"\} (re)
  [-0-9T:]+Z corrected by \w+ \{"changes":\[\{"field":"payment\.bic","old":"BANQBEFB","new":"KREDBEBB"\}\]\} (re)
  [-0-9T:]+Z validated by \w+ \{"route":"[a-z]+","policy":"controls/[0-9]+ [0-9a-f]{12}","findings":\[.*\],"program":"[0-9.]+"\} (re)
  [-0-9T:]+Z rejected by \w+ \{"reason":"never ordered"\} (re)
  [-0-9T:]+Z reopened by \w+ (re)
