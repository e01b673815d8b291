# A policy lies over the settings: checked, then decided by.
$ printf 'export AP_AS_OF=2026-11-22 AP_STORE=sqlite:store AP_BLOBS=dir:blobs\n' > env; . ./env; ap-validate --policy $EXAMPLES/policy.toml --show-policy | grep -v '  file\|  sha256' | head -10
policy korvanta version 2026-11-22
  Accounts payable of the Korvanta companies
\
limits, over those of ap.toml
  required_controls      arithmetic, identifiers, data, dates, duplicates, vendor, bank  # line 15
  amount_limit           50000  # line 16
  amount_limits          PLN=200000  # line 17
\
case pounds (line 20), where currency == GBP
  amount_limit           40000  # line 23

$ . ./env; $EXAMPLES/load-master > loaded; ap-ingest -q $EXAMPLES/inbox/01-*.pdf $EXAMPLES/inbox/11-*.xml $EXAMPLES/inbox/21-*.pdf | ap-extract -q | ap-validate -q > old.ndjson; jq -c '[.source.name, .decision.route]' old.ndjson
["01-letter-de.pdf","approve"]
["11-invoice-ubl-be.xml","approve"]
["21-wrong-total.pdf","review"]

# Which decisions would another policy change? Nothing is kept.
$ printf '[policy]\nname = "tight"\nversion = "1"\n[[gate]]\nname = "BELGIUM"\nwhen = ["seller.address.country == BE", "entity.name == '"'Korvanta BV'"'"]\naction = "approval"\nrole = "manager"\n' > tight.toml; . ./env; ap-validate --policy tight.toml --baseline old.ndjson
11-invoice-ubl-be.xml: route approve -> review; new: policy BELGIUM (error)
1 changed, 2 the same, 0 new, 0 only in the baseline
? 1

$ . ./env; ap-validate --policy $EXAMPLES/policy.toml --baseline old.ndjson; ap-review list --all | grep -c approve
0 changed, 3 the same, 0 new, 0 only in the baseline
2

# A group that is required from now on tells its reason.
$ printf '[policy]\nname = "strict"\nversion = "1"\n[limits]\nrequired_controls = ["arithmetic", "clearing"]\n[[route]]\ncodes = ["TOTAL_*"]\nroute = "reject"\n' > strict.toml; . ./env; ap-validate --store none --policy strict.toml --baseline old.ndjson
01-letter-de.pdf: route approve -> review; because the required control group 'clearing' did not run (PREPAYMENT_UNCLEARED: no store is set, so master data and earlier invoices are not known); look at the document and correct what is missing
11-invoice-ubl-be.xml: route approve -> review; because the required control group 'clearing' did not run (PREPAYMENT_UNCLEARED: no store is set, so master data and earlier invoices are not known); look at the document and correct what is missing
21-wrong-total.pdf: route review -> reject; because the required control group 'clearing' did not run (PREPAYMENT_UNCLEARED: no store is set, so master data and earlier invoices are not known); look at the document and correct what is missing
3 changed, 0 the same, 0 new, 0 only in the baseline
? 1

# The decision names the policy, and so does its event in the journal.
$ . ./env; AP_VALIDATE_POLICY=tight.toml ap-validate --pending --again | jq -c 'select(.decision.route == "review") | [.source.name, (.decision.policy | gsub("[0-9a-f]{12}"; "...")), (.findings[] | select(.set == "policy") | [.rule, .path, .expected, .actual])]'; ap-health journal export | grep -c 'policy.*tight 1 '
["11-invoice-ubl-be.xml","tight 1 ...; controls/2 ...",["BELGIUM","policy tight 1, line 4","approval by manager","seller.address.country = BE, entity.name = Korvanta BV"]]
["21-wrong-total.pdf","tight 1 ...; controls/2 ..."]
3

# Why it was decided so.
$ . ./env; id=$(jq -r 'select(.source.name | startswith("11-")) | .id' old.ndjson | cut -c1-12); ap-validate --explain $id > why; sed -n '/^what holds it/,/^$/p' why; grep '^  TOTAL_MISMATCH\|^  OLD_INVOICE\|today\|entity' why
what holds it
  BELGIUM (policy, error) on seller.address.country
    seller.address.country == BE, entity.name == 'Korvanta BV' (seller.address.country = BE,
    entity.name = Korvanta BV); it needs approval by manager. The document says
    seller.address.country = BE (the XML, confidence 1.000). Expected: approval by manager. Place:
    policy tight 1, line 4.
\
    seller.address.country == BE, entity.name == 'Korvanta BV' (seller.address.country = BE,
    entity.name = Korvanta BV); it needs approval by manager. The document says
  TOTAL_MISMATCH           totals.net 998.55, totals.tax 209.70, totals.gross 1208.25,
  FUTURE_DATE              issue_date 2026-11-18; today
  OLD_INVOICE              issue_date 2026-11-18; today; validate.old_invoice_days 365
  WRONG_BUYER              buyer.name Korvanta BV, buyer.vat_id BE0690213693; entity Korvanta BV
  BANK_DETAILS_CHANGED     payment.iban BE76772659028895; today; vendor V1011
  today: 2026-11-22 [the clock, or --as-of]
  entity Korvanta BV: Korvanta BV; tax numbers BE0690213693; it is billed [entities, import 1]
       6  when = ["seller.address.country == BE", "entity.name == 'Korvanta BV'"]

# The texts that decided are in the store, whatever the file has become.
$ . ./env; id=$(jq -r 'select(.source.name | startswith("11-")).id' old.ndjson); mv tight.toml gone.toml; ap-validate --explain $id | sed -n '/^texts by which/,$p' | sed 's/[0-9a-f]\{12\}/DIGEST/g' | head -6
texts by which it was decided
  tight 1 DIGEST: kept; ap-health journal text DIGEST prints it
       4  [[gate]]
       5  name = "BELGIUM"
       6  when = ["seller.address.country == BE", "entity.name == 'Korvanta BV'"]
       7  action = "approval"

$ . ./env; digest=$(sha256sum gone.toml | cut -c 1-12); ap-health journal text $digest | cmp - gone.toml && mv gone.toml tight.toml; ap-health journal text 000000
! ap-health: error: no text with digest 000000 is in the store; ap-validate --explain ID names those that decided a document
? 66

# What nobody decided in time goes to whom the policy names, and the health check counts it.
$ printf '[policy]\nname = "late"\nversion = "1"\n[[gate]]\nname = "LATE"\noverdue_hours = 0\naction = "approval"\nrole = "directors"\n' > late.toml; . ./env; export AP_REVIEW_DUE_HOURS=0; sleep 0.1
> ap-health check overdue | tail -n +2 | sed 's/[0-9]* s (.*)/TIME/'; ap-validate escalate --policy late.toml --dry-run | sed 's/^[0-9a-f]*//; s/[0-9]* s$/TIME/'
WARNING   overdue    in review after their due time: 2, the longest since TIME
                     -> see ap-review list --overdue; a gate of the policy with overdue_hours escalates
 would be escalated: LATE (needs approval by directors), due since TIME
 would be escalated: LATE (needs approval by directors), due since TIME

$ . ./env; export AP_REVIEW_DUE_HOURS=0; ap-validate escalate --policy late.toml | wc -l; ap-validate escalate --policy late.toml; ap-review list --overdue | sed 's/.* \(LATE\)$/\1/; s/[0-9]* s (.*)/TIME/' | tail -n +2; ap-review approve $(jq -r 'select(.source.name | startswith("21-")).id' old.ndjson) --reason x
2
LATE
LATE
overdue: 2 of 2, the longest since TIME
! ap-review: error: \w+ may not approve document \w+: the policy wants somebody of the group directors \(LATE\) (re)
? 77

$ . ./env; ap-validate --explain 00000000
! ap-validate: error: no document 00000000 in sqlite:store; see ap-review list; a code of a rule stands in --list-rules
? 66

$ printf '[policy]\nname = "x"\nversion = "1"\n[[gate]]\nname = "LATE"\noverdue_hours = "4"\naction = "review"\n' > bad.toml; ap-validate --policy bad.toml --show-policy
! ap-validate: error: bad.toml:6:17: overdue_hours is no whole number of hours; write it as overdue_hours = 4; 0 is as soon as it is due
? 78

# A broken policy, or none where one is named, decides nothing.
$ printf '[policy]\nname = "x"\nversion = "1"\n[[gate]]\nname = "BIG"\nwhen = ["currency == EUR", "total > 10,000"]\naction = "review"\n' > bad.toml; . ./env; ap-validate --policy bad.toml old.ndjson
! ap-validate: error: bad.toml:6:37: '10,000' is no number; write digits, with a point before decimals, as 10000 or 0.5
? 78

$ . ./env; AP_VALIDATE_POLICY=missing.toml ap-validate --pending --again
! ap-validate: error: the policy missing.toml cannot be read: No such file or directory; give the policy with --policy or validate.policy; nothing is decided without it
? 78

$ . ./env; AP_VALIDATE_POLICY=bad.toml ap-review list
! ap-review: error: bad.toml:6:37: '10,000' is no number; write digits, with a point before decimals, as 10000 or 0.5
? 78

$ printf '[policy]\nname = "x"\nversion = "1"\n[[route]]\ncodes = ["BANK_*"]\nroute = "note"\n' > bad.toml; ap-validate --policy bad.toml --show-policy
! ap-validate: error: bad.toml:5:10: BANK_DETAILS_CHANGED cannot be let through by a policy; only a correction or a person may settle it; leave the code out
? 78

$ printf '[policy]\nname = "x"\nversion = "1"\n[limits]\namount_limt = 5\n' > bad.toml; ap-validate --policy bad.toml --show-policy
! ap-validate: error: bad.toml:5:1: [limits] has no key 'amount_limt'; did you mean 'amount_limit'?
? 78
