# Every event is an entry of a chain of hashes.
$ mkdir in; cp $EXAMPLES/inbox/11-*.xml in; export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-ingest -q in | ap-extract | ap-validate > /dev/null; ap-health journal export | jq -c '[.seq, .kind, .detail]'

$ AP_STORE=sqlite:s/ap.sqlite ap-health journal verify

# A head kept elsewhere, signed.
$ export AP_STORE=sqlite:s/ap.sqlite; ap-health journal key secret > public; stat -c %a secret; ap-health journal head --key secret > head
> ap-health journal export > export; ap-health journal verify export --head head --public-key public | sed 's/[0-9a-f]\{64\}/HASH/g'

# Cut off, altered, not one's own: found without the store.
$ head -n 2 export > cut; ap-health journal verify cut | sed 's/[0-9a-f]\{64\}/HASH/g'; ap-health journal verify cut --head head

$ sed '2s/extracted/exported/' export > altered; ap-health journal verify altered

$ sed 's/"seq":3/"seq":2/' head > forged; ap-health journal verify export --head forged

# What the owner of the file does is found too.
$ export AP_STORE=sqlite:s/ap.sqlite; sqlite3 s/ap.sqlite "DELETE FROM events WHERE seq = 3"

$ export AP_STORE=sqlite:s/ap.sqlite; sqlite3 s/ap.sqlite "DROP TRIGGER events_never_go; DELETE FROM events WHERE seq = 3"
> ap-health journal verify --head head

$ ap-health journal burn

$ ap-health journal key secret
