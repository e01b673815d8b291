# A policy lies over the settings: checked, then decided by.
$ export AP_AS_OF=2026-11-22 AP_STORE=sqlite:store AP_BLOBS=dir:blobs; ap-validate --policy $EXAMPLES/policy.toml --show-policy | sed 's/sha256 .*/sha256 .../; s/file .*/file ...\//' | head -12

$ $EXAMPLES/load-master > loaded; ap-ingest -q $EXAMPLES/inbox/01-*.pdf $EXAMPLES/inbox/11-*.xml $EXAMPLES/inbox/21-*.pdf | ap-extract -q | ap-validate -q > old.ndjson; jq -c '[.source.name, .decision.route]' old.ndjson

# Which decisions would another policy change? Nothing is kept.
$ printf '[policy]\nname = "tight"\nversion = "1"\n[[gate]]\nname = "BELGIUM"\nwhen = ["seller.address.country == BE"]\naction = "approval"\nrole = "manager"\n' > tight.toml; ap-validate --policy tight.toml --baseline old.ndjson

$ ap-validate --policy $EXAMPLES/policy.toml --baseline old.ndjson

# The decision names the policy; so does its event in the journal.
$ AP_VALIDATE_POLICY=tight.toml ap-validate --pending --again | jq -c 'select(.decision.route == "review") | [.source.name, (.decision.policy | sub(" [0-9a-f]{12}; controls/2 [0-9a-f]{12}"; " (digests)")), (.findings[] | select(.set == "policy") | [.rule, .path, .expected, .actual])]'

# Why it was decided so.
$ id=$(jq -r 'select(.source.name | startswith("11-")) | .id' old.ndjson); ap-validate --explain $(echo $id | cut -c1-12) > why; sed -n '/^what holds it/,/^what was only/p' why; grep -c 'import' why; grep -A3 '^  TOTAL_MISMATCH' why | head -1

$ ap-validate --explain 00000000

# A broken policy, or none where one is named, decides nothing.
$ printf '[policy]\nname = "x"\nversion = "1"\n[[gate]]\nname = "BIG"\nwhen = ["currency == EUR", "total > 10,000"]\naction = "review"\n' > bad.toml; ap-validate --policy bad.toml old.ndjson

$ AP_VALIDATE_POLICY=missing.toml ap-validate --pending --again

$ printf '[policy]\nname = "x"\nversion = "1"\n[[route]]\ncodes = ["BANK_*"]\nroute = "note"\n' > bad.toml; ap-validate --policy bad.toml --show-policy

$ printf '[policy]\nname = "x"\nversion = "1"\n[limits]\namount_limt = 5\n' > bad.toml; ap-validate --policy bad.toml --show-policy
