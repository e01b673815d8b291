# A folder: one record per input. A mail is a record of its own, its attachments follow.
$ mkdir in; cp $EXAMPLES/inbox/11-*.xml $EXAMPLES/inbox/17-*.eml $EXAMPLES/inbox/20-broken.pdf in; cp in/11-*.xml in/99-again.xml; ap-ingest in -q | jq -c '[.source.name, .state, .decision.route]'

# The same arrivals again are no news.
$ ap-ingest in

# What a run would do, without doing it.
$ echo "<x/>" > in/new.xml; ap-ingest in --dry-run -q | jq -c '[.source.name, .state]'

# Standard input is the bytes of one file.
$ ap-ingest - < in/11-*.xml -q | jq -c '[.source.name, .source.channel, .decision.route]'

# A type that is not read, an empty file: a record each, with the reason.
$ mkdir bad; : > bad/empty.pdf; printf 'PK\003\004' > bad/zip.pdf; ap-ingest bad -q > out.ndjson
$ jq -r '.findings[] | [.set, .rule, .message] | join(": ")' out.ndjson

# What is not there.
$ ap-ingest none.pdf -q | jq -c '[.id, .source.name, .state, .findings[0].rule]'
$ ap-ingest none.pdf > /dev/null

# Nothing may get lost.
$ ap-ingest in --store none --after delete

# Sources go when everything in them is kept.
$ ap-ingest in --after archive --archive done -q > /dev/null; ls in; ls done/*
