# Files are extracted and checked in one pass. Without a store nobody knows earlier invoices, so nothing is approved.
$ cd $EXAMPLES/inbox; ap-validate --as-of 2026-11-22 11-*.xml | jq -c '[.state, .decision.route, .decision.reasons]'
["validated","review",["the required control group 'bank' did not run (BANK_DETAILS_CHANGED: no store is set, so master data and earlier invoices are not known); load what is missing (ap-validate import), or leave the group out of validate.required_controls","the required control group 'duplicates' did not run (DUPLICATE_INVOICE: no store is set, so earlier invoices are not known); give --store, so that earlier invoices can be compared","the required control group 'vendor' did not run (WRONG_BUYER: no store is set, so master data and earlier invoices are not known); load what is missing (ap-validate import), or leave the group out of validate.required_controls"]]

# Leaving the group out on purpose.
$ cd $EXAMPLES/inbox; AP_VALIDATE_REQUIRED_CONTROLS=arithmetic,identifiers ap-validate --as-of 2026-11-22 11-*.xml | jq -c '[.state, .decision.route]'
["validated","approve"]

# What was not read cannot be checked.
$ ap-validate $EXAMPLES/inbox/20-broken.pdf | jq -c '[.state, .decision.route, .findings[].rule]'
["failed","reject","UNREADABLE"]

# Exit code by severity.
$ cd $EXAMPLES/inbox; ap-validate --as-of 2026-11-22 21-wrong-total.pdf > /dev/null
? 1
