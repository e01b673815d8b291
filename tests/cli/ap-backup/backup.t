$ ap-ingest $EXAMPLES/inbox/11-*.xml $EXAMPLES/inbox/17-*.eml -q | jq -r .source.name
11-invoice-ubl-be.xml
17-two-attachments.eml
factura-17a.pdf
factuur-17b.xml

# Made while others may write, then read again and checked.
$ ap-backup create --repository repo | sed 's/[0-9]* bytes/N bytes/g; s/^[^ ]*  [^ ]*/ID  TIME/'
ID  TIME  4 documents, N bytes of store, 4 originals, N bytes
$ ap-backup list --repository repo | wc -l
1
$ ap-backup verify --repository repo | sed 's/^[^ ]*/ID/'
ID  sound

# On an empty place it gives what there was; never over something.
$ ap-backup restore --repository repo --store sqlite:new/ap.db --blobs dir:new/blobs | wc -l
1
$ for s in .local/state/ap/ap.sqlite new/ap.db; do sqlite3 $s "SELECT record FROM documents; SELECT * FROM arrivals; SELECT * FROM events" | sha256sum; done | uniq | wc -l
1
$ (cd .local/state/ap/blobs; find . -type f | sort) > a; (cd new/blobs; find . -type f | sort) > b; cmp a b
$ ap-backup restore --repository repo
! ap-backup: error: the store to restore to is not empty; give a new place with --store and --blobs
? 73

# Damage is found.
$ f=$(find repo/blobs -type f | head -1); chmod u+w $f; echo x >> $f; ap-backup verify --repository repo 2> log | sed 's/^[^ ]*/ID/'; wc -l < log
ID  DAMAGED
1

# Wrong places.
$ ap-backup list
! ap-backup: error: no repository named; give --repository FOLDER
? 64
$ ap-backup list --repository nowhere
! ap-backup: error: there is no backup repository at nowhere; make one with ap-backup create
? 66
$ mkdir other; touch other/file; ap-backup create --repository other
! ap-backup: error: other is no backup repository, and not empty; give --repository an empty or a new folder
? 78
