# Why each value won, as text instead of records.
$ ap-extract --explain $EXAMPLES/inbox/01-letter-de.pdf | sed -n '2,24p'

# The evidence in a record is enough; the document is not needed.
$ ap-extract $EXAMPLES/inbox/01-letter-de.pdf > one.ndjson; ap-extract --explain $EXAMPLES/inbox/01-letter-de.pdf > direct.txt
> jq -c '.source.path = "gone.pdf"' one.ndjson | ap-extract --store none --explain | cmp - direct.txt && echo the same

# What an e-invoice says needs no further reason; what could not be read says why.
$ ap-extract --explain $EXAMPLES/inbox/11-*.xml missing.pdf | grep -A2 -e ' number = ' -e missing

# Proof is arithmetic that was checked.
$ ap-extract $EXAMPLES/inbox/01-letter-de.pdf | jq -r '.evidence["totals.gross"].proof'
