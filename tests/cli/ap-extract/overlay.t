# What was read, drawn on the pages: one PDF, or a PNG for each page.
$ ap-extract -q --overlay out.pdf $EXAMPLES/inbox/06-*.pdf > /dev/null; pdfinfo out.pdf | grep Pages; pdftotext out.pdf - | grep -c 'gross='
Pages:           3
1

$ ap-extract --overlay out.png $EXAMPLES/inbox/06-*.pdf > /dev/null; file -b --mime-type out-*.png | uniq -c
      3 image/png
! ap-extract: drawn: out-1.png
! ap-extract: drawn: out-2.png
! ap-extract: drawn: out-3.png

$ ap-extract -q --overlay one.png $EXAMPLES/inbox/01-*.pdf > /dev/null; ls one*.png
one.png

# The same document gives the same bytes.
$ ap-extract -q --overlay again.pdf $EXAMPLES/inbox/06-*.pdf > /dev/null; cmp out.pdf again.pdf

# A scan is drawn as it was straightened.
$ ap-extract -q --overlay scan.pdf $EXAMPLES/inbox/14-*.pdf | jq -r .extraction.method; pdftotext scan.pdf - | grep -c 'gross='
ocr
1

# One document, one form.
$ ap-extract --overlay out.jpg $EXAMPLES/inbox/01-*.pdf
! ap-extract: error: --overlay out.jpg ends neither in .png nor in .pdf; name the file so that its form is clear
? 64

$ ap-extract --overlay out.pdf $EXAMPLES/inbox/01-*.pdf $EXAMPLES/inbox/02-*.pdf
! ap-extract: error: --overlay draws one document; give one file
? 64

$ ap-extract --overlay no/such/folder.pdf $EXAMPLES/inbox/01-*.pdf
! ap-extract: error: cannot create no/such/folder.pdf: No such file or directory; check the path
? 73
