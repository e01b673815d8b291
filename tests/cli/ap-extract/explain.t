# Why each value won, as text instead of records (confidences, weights and places as N here).
$ ap-extract --explain $EXAMPLES/inbox/01-letter-de.pdf | sed 's/[0-9]*\.[0-9][0-9]*/N/g' | sed -n '3,9p'
  type = invoice   N named by its label
      where    page 1, box N N N N
      printed  RECHNUNG
  number = 370-26   N named by its label
      where    page 1, box N N N N
      label    Rechnungsnummer
      because  weight N

# What lost is named beside what won.
$ ap-extract --explain $EXAMPLES/inbox/01-letter-de.pdf | sed 's/[0-9]*\.[0-9][0-9]*/N/g' | grep -A3 'payment.bic ='
  payment.bic = VOLKDEGC   N named by its label
      where    page 1, box N N N N
      because  weight N
      not      VOLKDE2HXXX   N: weight N against N

# The evidence in a record is enough; the document is not needed.
$ ap-extract $EXAMPLES/inbox/01-letter-de.pdf > one.ndjson; ap-extract --explain $EXAMPLES/inbox/01-letter-de.pdf > direct.txt
> jq -c '.source.path = "gone.pdf"' one.ndjson | ap-extract --store none --explain | cmp - direct.txt && echo the same
the same

# What an e-invoice says needs no further reason; what could not be read says why.
$ ap-extract --explain $EXAMPLES/inbox/11-*.xml missing.pdf | grep -A2 -e ' number = ' -e missing
  number = 689-26   1.000 said by the e-invoice
      where    the e-invoice's XML
  issue_date = 2026-11-18   1.000 said by the e-invoice
--
missing.pdf
  document without id, failed
  error UNREADABLE: missing.pdf cannot be read: No such file or directory
\

# Proof is arithmetic that was checked.
$ ap-extract $EXAMPLES/inbox/01-letter-de.pdf | jq -r '.evidence["totals.gross"].proof'
4607.72 + 866.85 = 5474.57; the taxes of all rates add up to 866.85; the lines lead to 4607.72; they are printed one after the other and add up
