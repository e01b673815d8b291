# The command line is checked before anything is opened.
$ ap-extract --version
ap-extract (AP Toolkit) 0.1.0

$ ap-extract --stroe none
! ap-extract: unknown option --stroe; did you mean --store?; see ap-extract --help
? 64

$ ap-extract --as-of 2026-02-30 invoice.pdf
! ap-extract: error: --as-of: '2026-02-30' is not a date such as 2026-11-30
? 64

$ ap-extract --jobs many invoice.pdf
! ap-extract: error: --jobs: 'many' is not a whole number
? 64

$ ap-extract --limit -1 invoice.pdf
! ap-extract: --limit: '-1' is not a whole number; see ap-extract --help
? 64

$ ap-extract --completion tcsh
! ap-extract: --completion: 'tcsh' is not one of bash|zsh|fish; see ap-extract --help
? 64

$ ap-extract --pending invoice.pdf
! ap-extract: error: --pending takes its documents from the store; leave the file names out
? 64

$ ap-extract --log-format xml /dev/null
! ap-extract: error: --log-format: 'xml' is not one of text|json|journal
? 64

# Help is answered whatever else stands on the line.
$ ap-extract --fantasy --help | head -1
Usage: ap-extract [OPTION]... [FILE...]

# --schema is a JSON Schema.
$ ap-extract --schema | jq -r '."$schema"'
http://json-schema.org/draft-07/schema#

# Records written where nobody can write.
$ ap-extract --schema > /dev/full
! ap-extract: error: standard output cannot be written: No space left on device; make room where the output goes and run again
? 74

$ ap-extract --schema >&-
! ap-extract: error: standard output cannot be written: Bad file descriptor; check where the output goes
? 74

# The reader went away: no word about it.
$ ap-extract --schema | true
