$ ap-ingest $EXAMPLES/inbox/11-*.xml $EXAMPLES/inbox/17-*.eml -q | jq -r .source.name

# Made while others may write, then read again and checked.
$ ap-backup create --repository repo | sed 's/[0-9]* bytes of store/N bytes of store/; s/^[^ ]*  [^ ]*/ID  TIME/'
$ ap-backup list --repository repo | wc -l
$ ap-backup verify --repository repo | sed 's/^[^ ]*/ID/'

# On an empty place it gives what there was; never over something.
$ ap-backup restore --repository repo --store sqlite:new/ap.db --blobs dir:new/blobs | wc -l
$ for s in .local/state/ap/ap.sqlite new/ap.db; do sqlite3 $s "SELECT record FROM documents; SELECT * FROM arrivals; SELECT * FROM events" | sha256sum; done | uniq | wc -l
$ (cd .local/state/ap/blobs; find . -type f | sort) > a; (cd new/blobs; find . -type f | sort) > b; cmp a b
$ ap-backup restore --repository repo

# Damage is found.
$ f=$(find repo/blobs -type f | head -1); chmod u+w $f; echo x >> $f; ap-backup verify --repository repo 2> log | sed 's/^[^ ]*/ID/'; wc -l < log

# Wrong places.
$ ap-backup list
$ ap-backup list --repository nowhere
$ mkdir other; touch other/file; ap-backup create --repository other
