# What can be imported, and a template for it.
$ ap-validate import --list
entities   our own companies, to which invoices must be addressed
vendors    whom we buy from, with accounts, terms, limits and tolerances
accounts   bank accounts of vendors with dates, and who confirmed them
orders     purchase orders, a row per line
receipts   goods receipts, a row per line
periods    posting periods that are closed
limits     approval limits by role and currency
sanctions  entries of sanctions lists
expected   recurring bills, so that a missing one is noticed
retention  how long documents are kept, where that is not the built-in rule
$ ap-validate import --example limits
role,currency,amount
clerk,EUR,1000
$ for kind in entities vendors accounts orders receipts periods limits sanctions expected retention; do
>   ap-validate import --example $kind | ap-validate import --store sqlite:e.db $kind - || exit 1
> done | cut -d, -f1
entities: 1 new
vendors: 1 new
accounts: 1 new
orders: 1 new
receipts: 1 new
periods: 1 new
limits: 1 new
sanctions: 1 new
expected: 1 new
retention: 1 new

# New, changed, unchanged, refused: with line and reason. The rest is taken.
$ export AP_STORE=sqlite:ap.db AP_AS_OF=2026-11-22
> printf 'vendor_id;name;currency\nV1;Alpha;EUR\nV2;"Beta; Sons";EUR\n' > one.csv
> printf 'vendor_id,name,currency\nV1,Alpha,USD\n\nV2,"Beta; Sons",EUR\nV3,,EUR\nV4,Delta,EURO\nV4,Delta,EUR\nV4,Delta,EUR\n' > two.csv
> ap-validate import vendors one.csv; ap-validate import --dry-run vendors two.csv; ap-validate import vendors two.csv
vendors: 2 new, 0 changed, 0 unchanged, 0 refused (import 1)
line 5: refused: name is missing
line 6: refused: currency 'EURO' is no ISO 4217 code
line 8: refused: the same item stands on an earlier line
vendors: 1 new, 1 changed, 1 unchanged, 3 refused (dry run: nothing was kept)
line 5: refused: name is missing
line 6: refused: currency 'EURO' is no ISO 4217 code
line 8: refused: the same item stands on an earlier line
vendors: 1 new, 1 changed, 1 unchanged, 3 refused (import 2)
? 1

# One refused line of an order refuses the order.
$ printf '%s\n' purchase_order,vendor_id,currency,line,quantity,unit_price 7,V1,EUR,1,2,x 7,V1,EUR,2,2,5 8,V1,EUR,1,2,5 |
>   ap-validate import --store sqlite:ap.db orders - --json
{"import":3,"kind":"orders","new":1,"changed":0,"unchanged":0,"removed":0,"refused":[{"line":2,"reason":"unit_price 'x' is no number; write it as 1234.50"},{"line":3,"reason":"line 2 of the same item was refused"}]}
? 1

# NDJSON, with lines inside or not.
$ printf '%s\n' '{"purchase_order":"9","vendor_id":"V1","currency":"EUR","lines":[{"line":1,"quantity":2,"unit_price":"5.50"},{"line":2,"net":"7.00"}]}' '{"purchase_order":"10"' |
>   ap-validate import --store sqlite:ap.db orders -
line 2: refused: the line is no JSON object
orders: 1 new, 0 changed, 0 unchanged, 1 refused (import 4)
? 1

# Taken back, with a reason; the history says so.
$ AP_STORE=sqlite:ap.db ap-validate import --revert 2
! ap-validate: error: an import is reverted with a reason; say it with --reason TEXT
? 64
$ AP_STORE=sqlite:ap.db ap-validate import --revert 2 --reason 'wrong file'
import 2 reverted
$ AP_STORE=sqlite:ap.db ap-validate import --revert 2 --reason 'again'
! ap-validate: error: import 2 was reverted before; see ap-validate import --history
? 64
$ AP_STORE=sqlite:ap.db ap-validate import --history | sed 's/[0-9]*-[0-9]*-[0-9]*/DAY/g; s/([a-z]*)/(WHO)/; s/by [a-z]*/by WHO/'
   4  DAY  orders     1 new, 0 changed, 0 unchanged, 1 refused (WHO) from standard input
   3  DAY  orders     1 new, 0 changed, 0 unchanged, 2 refused (WHO) from standard input
   2  DAY  vendors    1 new, 1 changed, 1 unchanged, 3 refused (WHO) from two.csv; reverted DAY by WHO: wrong file
   1  DAY  vendors    2 new, 0 changed, 0 unchanged, 0 refused (WHO) from one.csv

# A file that replaces names everything there is; it is taken whole or not at all.
$ export AP_STORE=sqlite:ap.db; printf 'vendor_id,name\nV2,Beta\n' | ap-validate import vendors - --replace --effective 2027-01-01
> printf 'vendor_id,name\nV2,\n' | ap-validate import vendors - --replace
vendors: 0 new, 1 changed, 0 unchanged, 1 removed, 0 refused, in force from 2027-01-01 (import 5)
line 2: refused: name is missing
vendors: 0 new, 0 changed, 0 unchanged, 2 removed, 1 refused (dry run: nothing was kept)
! ap-validate: error: -: rows were refused, so nothing was replaced; mend them: --replace would remove what it could not take
? 65

# What cannot be read.
$ AP_STORE=sqlite:ap.db ap-validate import vendro one.csv
! ap-validate: error: there is no kind of master data 'vendro'; did you mean vendors?
? 64
$ AP_STORE=sqlite:ap.db ap-validate import limits one.csv
! ap-validate: error: one.csv: there is no column 'vendor_id' in limits; there are role, currency, amount; ap-validate import --example limits prints a template
? 65
$ printf 'role,currency,amount\n"a" b,EUR,1\n' | ap-validate import --store sqlite:ap.db limits -
! ap-validate: error: -: line 2: error parsing data while strict checking enabled; a quote inside a quoted cell is written twice; ap-validate import --example limits prints a template
? 65
$ AP_STORE=sqlite:ap.db ap-validate import vendors missing.csv
! ap-validate: error: missing.csv: No such file or directory; give a CSV or NDJSON file, or - for standard input
? 66
