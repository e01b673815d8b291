# The same invoice under other bytes: as it was, with a digit more in its number, and over another amount.
$ mkdir -p .config/ap in; echo 'validate.required_controls = ["arithmetic", "identifiers", "data", "dates", "duplicates"]' > .config/ap/ap.toml
> cp $EXAMPLES/inbox/11-*.xml in/1.xml; cd in; sed '2i <!-- again -->' 1.xml > 2.xml; sed 's/<cbc:ID>689-26</<cbc:ID>6899-26</' 1.xml > 3.xml
> sed 's/<cbc:ID>689-26</<cbc:ID>714-26</; s/<cbc:IssueDate>[-0-9]*</<cbc:IssueDate>2026-11-20</' 1.xml > 4.xml; cd ..
> export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-ingest -q in | ap-extract | ap-validate --rules none | jq -r '[.source.name, .decision.route, (.findings[] | select(.rule == "DUPLICATE_INVOICE") | .message)] | join(" ")'
1.xml approve
2.xml review already received as document a584fa575ed26985caf6039fca7c9cccb0809bf8eab491402638396cf53080c9 (D1, score 1.000): the same text under other bytes; pay one of them only
3.xml review already received as document a584fa575ed26985caf6039fca7c9cccb0809bf8eab491402638396cf53080c9 (D4, score 0.920): same total 1208.25 EUR, same date 2026-11-18, same tax number BE0643918464, number 6899-26 is one character from 689-26; pay one of them only already received as document 5b3497c2c07bb6d01343cbb5e25a5bba9bb8afac28b942774e3c00096c0d9448 (D4, score 0.920): same total 1208.25 EUR, same date 2026-11-18, same tax number BE0643918464, number 6899-26 is one character from 689-26; pay one of them only
4.xml approve

# Looked at again, the first is still the first.
$ export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-validate --pending --again --rules none | jq -r '[.source.name, .decision.route] | join(" ")'
1.xml approve
2.xml review
3.xml review
4.xml approve
