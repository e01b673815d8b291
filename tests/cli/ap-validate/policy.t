# A policy lies over the settings: checked, then decided by.
$ printf 'export AP_AS_OF=2026-11-22 AP_STORE=sqlite:store AP_BLOBS=dir:blobs\n' > env; . ./env; ap-validate --policy $EXAMPLES/policy.toml --show-policy | grep -v '  file\|  sha256' | head -10

$ . ./env; $EXAMPLES/load-master > loaded; ap-ingest -q $EXAMPLES/inbox/01-*.pdf $EXAMPLES/inbox/11-*.xml $EXAMPLES/inbox/21-*.pdf | ap-extract -q | ap-validate -q > old.ndjson; jq -c '[.source.name, .decision.route]' old.ndjson

# Which decisions would another policy change? Nothing is kept.
$ printf '[policy]\nname = "tight"\nversion = "1"\n[[gate]]\nname = "BELGIUM"\nwhen = ["seller.address.country == BE", "entity.name == '"'Korvanta BV'"'"]\naction = "approval"\nrole = "manager"\n' > tight.toml; . ./env; ap-validate --policy tight.toml --baseline old.ndjson

$ . ./env; ap-validate --policy $EXAMPLES/policy.toml --baseline old.ndjson; ap-review list --all | grep -c approve

# A group that is required from now on tells its reason.
$ printf '[policy]\nname = "strict"\nversion = "1"\n[limits]\nrequired_controls = ["arithmetic", "clearing"]\n[[route]]\ncodes = ["TOTAL_*"]\nroute = "reject"\n' > strict.toml; . ./env; ap-validate --store none --policy strict.toml --baseline old.ndjson

# The decision names the policy, and so does its event in the journal.
$ . ./env; AP_VALIDATE_POLICY=tight.toml ap-validate --pending --again | jq -c 'select(.decision.route == "review") | [.source.name, (.decision.policy | gsub("[0-9a-f]{12}"; "...")), (.findings[] | select(.set == "policy") | [.rule, .path, .expected, .actual])]'; ap-health journal export | grep -c 'policy.*tight 1 '

# Why it was decided so.
$ . ./env; id=$(jq -r 'select(.source.name | startswith("11-")) | .id' old.ndjson | cut -c1-12); ap-validate --explain $id > why; sed -n '/^what holds it/,/^$/p' why; grep '^  TOTAL_MISMATCH\|^  OLD_INVOICE\|today\|entity' why

$ . ./env; ap-validate --explain 00000000

# A broken policy, or none where one is named, decides nothing.
$ printf '[policy]\nname = "x"\nversion = "1"\n[[gate]]\nname = "BIG"\nwhen = ["currency == EUR", "total > 10,000"]\naction = "review"\n' > bad.toml; . ./env; ap-validate --policy bad.toml old.ndjson

$ . ./env; AP_VALIDATE_POLICY=missing.toml ap-validate --pending --again

$ . ./env; AP_VALIDATE_POLICY=bad.toml ap-review list

$ printf '[policy]\nname = "x"\nversion = "1"\n[[route]]\ncodes = ["BANK_*"]\nroute = "note"\n' > bad.toml; ap-validate --policy bad.toml --show-policy

$ printf '[policy]\nname = "x"\nversion = "1"\n[limits]\namount_limt = 5\n' > bad.toml; ap-validate --policy bad.toml --show-policy
