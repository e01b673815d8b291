# Every input gives one record: what could not be read has no id, and says why.
$ mkdir folder; ap-extract folder missing.pdf | jq -c '[.id, .state, .source.name, .decision.route, .findings[].message]'
[null,"failed","folder","reject","folder is a folder; ap-ingest takes folders"]
[null,"failed","missing.pdf","reject","missing.pdf cannot be read: No such file or directory"]

$ ap-extract missing.pdf > /dev/null
? 66

$ : > empty.pdf; printf 'just text\n' > note.pdf; ap-extract empty.pdf note.pdf | jq -c '[.state, .findings[].rule]'
["failed","UNREADABLE"]
["failed","UNSUPPORTED_TYPE"]

# A mail is taken in by ap-ingest.
$ ap-extract $EXAMPLES/inbox/17-two-attachments.eml | jq -r '.findings[].message'
a mail is no invoice itself; ap-ingest takes its attachments

# File names with any byte but NUL.
$ cp $EXAMPLES/inbox/11-invoice-ubl-be.xml 'a b
> c.xml'; find . -name 'a b*' -print0 | ap-extract --files0-from - | jq -c '[.state, .source.name]'
["extracted","a b\nc.xml"]

# A broken line gives one record, the others go on.
$ ap-extract --store none | jq -c '[.id, .state, .findings[]?.message]'
< {"schema":"ap.record/1"
< {"schema":"ap.record/1","id":null,"trace_id":"00000000000000000000000000000000","state":"failed","source":{"name":"x"}}
[null,"failed","line 1 is no record: it is no valid JSON at byte 24"]
[null,"failed"]
! ap-extract: error: line 1 is no record: it is no valid JSON at byte 24

$ ap-extract --store none > /dev/null
< nonsense
< {"schema":"ap.record/1","id":null,"trace_id":"00000000000000000000000000000000","state":"exported","source":{"name":"x"}}
! ap-extract: error: line 1 is no record: it is no valid JSON at byte 2
? 1

# Nothing but broken lines.
$ ap-extract --store none > /dev/null
< nonsense
! ap-extract: error: line 1 is no record: it is no valid JSON at byte 2
? 65

# A line that is too long is no reason to stop.
$ (head -c 3000 /dev/zero | tr '\0' x; echo; echo nonsense) | AP_LIMITS_LINE_BYTES=1024 ap-extract --store none -q | jq -c '.findings[].message'
"line 1 is no record: it is longer than limits.line_bytes"
"line 2 is no record: it is no valid JSON at byte 2"
! ap-extract: error: line 1 is no record: it is longer than limits.line_bytes
! ap-extract: error: line 2 is no record: it is no valid JSON at byte 2

# Nothing at all is no failure.
$ ap-extract --store none < /dev/null

# What is not this stage's passes through byte by byte.
$ ap-extract --store none
< {"schema":"ap.record/1","x_mine": 1.50,"id":null,"trace_id":"00000000000000000000000000000000","state":"failed","source":{"name":"x"}}
{"schema":"ap.record/1","x_mine": 1.50,"id":null,"trace_id":"00000000000000000000000000000000","state":"failed","source":{"name":"x"}}
? 1
