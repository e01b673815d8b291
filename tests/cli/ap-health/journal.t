# Every event is an entry of a chain of hashes.
$ mkdir -p .config/ap in; echo 'validate.required_controls = ["arithmetic", "identifiers", "data", "dates", "duplicates"]' > .config/ap/ap.toml
> cp $EXAMPLES/inbox/11-*.xml in; export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs AP_AS_OF=2026-11-22
> ap-ingest -q in | ap-extract | ap-validate > /dev/null
> ap-health journal export | jq -c '[.seq, .kind, (.detail | select(. != "") | fromjson | del(.policy, .program))]'
[1,"received"]
[2,"extracted",{"method":"einvoice","content":"a193deb9bbf8d01f940a96ace2da2053"}]
[3,"validated",{"route":"approve","findings":[]}]

$ AP_STORE=sqlite:s/ap.sqlite ap-health journal verify | sed 's/[0-9a-f]\{64\}/HASH/g'
OK - 3 entries hold; the last is HASH
that no entry is missing at the end is not provable without a head kept elsewhere: ap-health journal head, then --head FILE

# A head kept elsewhere, signed.
$ export AP_STORE=sqlite:s/ap.sqlite; ap-health journal key secret > public; stat -c %a secret; ap-health journal head --key secret > head
> ap-health journal export > export
> ap-health journal verify export --head head --public-key public | sed 's/[0-9a-f]\{64\}/HASH/g; s/20[-0-9T:]*Z/TIME/'
600
OK - 3 entries hold; the last is HASH
the head of TIME, signed with key HASH, is entry 3: nothing up to it is missing

# Cut off, altered, not one's own: found without the store.
$ head -n 2 export > cut; ap-health journal verify cut | sed 's/[0-9a-f]\{64\}/HASH/g'; ap-health journal verify cut --head head
OK - 2 entries hold; the last is HASH
that no entry is missing at the end is not provable without a head kept elsewhere: ap-health journal head, then --head FILE
CRITICAL - the end is cut off: the journal ends with entry 2, the head kept is entry 3
2 entries before it hold
? 2

$ sed '2s/extracted/exported/' export > altered; ap-health journal verify altered
CRITICAL - entry 2 was altered, or one before it was taken out or put in
1 entries before it hold
? 2

$ sed 's/"seq":3/"seq":2/' head > forged; ap-health journal verify export --head forged
CRITICAL - the head in forged cannot be relied on: its signature is wrong
? 2

# What the owner of the file does is found too.
$ export AP_STORE=sqlite:s/ap.sqlite; sqlite3 s/ap.sqlite "DELETE FROM events WHERE seq = 3" 2>&1 | grep -o 'events are append-only'
events are append-only

$ export AP_STORE=sqlite:s/ap.sqlite; sqlite3 s/ap.sqlite "DROP TRIGGER events_never_go; DELETE FROM events WHERE seq = 3"
> ap-health journal verify --head head
CRITICAL - the end is cut off: the journal ends with entry 2, the head kept is entry 3
2 entries before it hold
? 2

$ ap-health journal burn
! ap-health: error: there is no 'burn'; ap-health journal verify [FILE] [--head FILE], head [--key FILE], export, text DIGEST, or key FILE
? 64

$ ap-health journal key secret
! ap-health: error: secret exists already; name a new file: a key is never written over
? 73
