# The table of checks.
$ ap-health check --list
store      the store opens
integrity  the store's own check of its content
queue      age of the oldest document that waits for a stage
review     age of the oldest document that waits for a person
overdue    documents in review after their due time
batches    exports that a dead run left unfinished
runs       last exit code and age of the last success of each command
backup     age of the last backup
sanctions  age of the oldest sanctions list that is loaded
disk       free space where store and blobs live
blobs      originals can be written and read
sandbox    the worker is refused everything that it must not do
ocr        OCR languages are installed

# Nothing is there yet: the store is critical, what needs it is unknown.
$ ap-health check store queue
AP CRITICAL - 2 checks, store: there is no store at .*/\.local/state/ap/ap\.sqlite (re)
CRITICAL  store      there is no store at .*/\.local/state/ap/ap\.sqlite (re)
                     -> run ap-ingest first, or set --store
UNKNOWN   queue      needs the store, which does not open
? 2

# A store with one document, and no backup yet.
$ mkdir in; cp $EXAMPLES/inbox/11-*.xml in; export AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:s/blobs
> ap-ingest -q in > /dev/null; ap-health check store integrity queue review batches runs backup blobs
AP WARNING - 8 checks, backup: no backup was ever made from this store
OK        store      sqlite:s/ap\.sqlite, schema \d+, documents: 1 (re)
OK        integrity  the store is sound
OK        queue      the oldest document that waits \(received\) came in \d+ s ago (re)
OK        review     nobody is waited for
OK        batches    no export was left unfinished
OK        runs       the last run of every command ended well
WARNING   backup     no backup was ever made from this store
                     -> run ap-backup create, and enable its timer
OK        blobs      dir:s/blobs can be written and read
? 1

# Waiting too long is a matter of the limits.
$ export AP_STORE=sqlite:s/ap.sqlite AP_HEALTH_EXPECTED=ap-extract=3600; sleep 2.1
> AP_HEALTH_QUEUE_WARNING_SECONDS=1 ap-health check queue runs
AP WARNING - 2 checks, queue: the oldest document that waits \(received\) came in \d+ s ago (re)
WARNING   queue      the oldest document that waits \(received\) came in \d+ s ago (re)
                     -> look why ap-extract --pending does not run
WARNING   runs       ap-extract has never succeeded, and is expected every 60 min
                     -> enable its timer, or take it out of health.expected
? 1

$ AP_STORE=sqlite:s/ap.sqlite AP_HEALTH_QUEUE_CRITICAL_SECONDS=1 ap-health check --json queue | jq -c '[.status, .code, .checks[0].advice]'
["CRITICAL",2,"look why ap-extract --pending does not run"]

# A full disk.
$ AP_HEALTH_DISK_CRITICAL_PERCENT=100 ap-health check disk
AP CRITICAL - 1 check, disk: \d+ % \(\d+ MiB\) free for .*/\.local/state/ap/ap\.sqlite (re)
CRITICAL  disk       \d+ % \(\d+ MiB\) free for .*/\.local/state/ap/ap\.sqlite (re)
                     -> make room, or move store and blobs
? 2

# Originals that cannot be written: a file stands where the folder should be.
$ touch blocked; AP_STORE=sqlite:s/ap.sqlite AP_BLOBS=dir:blocked ap-health check blobs
AP CRITICAL - 1 check, blobs: there are no blobs at blocked
CRITICAL  blobs      there are no blobs at blocked
                     -> run ap-ingest first, or set --blobs
? 2

# No worker.
$ AP_READER_WORKER=/nowhere/ap-worker ap-health check sandbox ocr
AP CRITICAL - 2 checks, sandbox: the worker program /nowhere/ap-worker does not exist or cannot be run
CRITICAL  sandbox    the worker program /nowhere/ap-worker does not exist or cannot be run
                     -> set reader.worker to the path of ap-worker
CRITICAL  ocr        the worker program /nowhere/ap-worker does not exist or cannot be run
                     -> set reader.worker to the path of ap-worker
? 2

# The worker is confined, and OCR languages are there or missing.
$ ap-health check sandbox
AP OK - 1 check
OK        sandbox    the worker can do nothing that it must not

$ AP_READER_LANGUAGES=eng,xxx ap-health check ocr
AP CRITICAL - 1 check, ocr: OCR languages are missing: xxx
CRITICAL  ocr        OCR languages are missing: xxx
                     -> install tesseract-ocr-<language>, or change reader.languages
? 2

# A damaged store.
$ cp s/ap.sqlite broken.sqlite; printf '%08192d' 0 | dd of=broken.sqlite bs=4096 seek=1 conv=notrunc 2> /dev/null
> AP_STORE=sqlite:broken.sqlite ap-health check store integrity
AP CRITICAL - 2 checks, store: using the store broken.sqlite: database disk image is malformed
CRITICAL  store      using the store broken.sqlite: database disk image is malformed
                     -> restore the last backup with ap-backup restore
CRITICAL  integrity  using the store broken.sqlite: database disk image is malformed
                     -> restore the last backup with ap-backup restore
? 2

# Metrics.
$ mkdir m; AP_STORE=sqlite:s/ap.sqlite AP_METRICS=m ap-health check store > /dev/null; grep -v '^#' m/ap_health.prom
ap_last_run_timestamp_seconds\{command="ap-health"\} [\d.]+ (re)
ap_last_success_timestamp_seconds\{command="ap-health"\} [\d.]+ (re)
ap_last_exit_code{command="ap-health"} 0
ap_run_duration_seconds\{command="ap-health"\} [\d.]+ (re)
ap_documents{state="received",route=""} 1
ap_queue_oldest_age_seconds\{state="received"\} [\d.]+ (re)
ap_review_overdue 0
ap_review_overdue_longest_seconds 0
ap_ocr_pages_total 0
ap_health_status{check="store"} 0
ap_build_info\{version="[\d.]+"\} 1 (re)

# Usage.
$ ap-health check pulse
! ap-health: error: there is no check 'pulse'; ap-health check --list shows them all
? 64

$ AP_HEALTH_EXPECTED=ap-extract ap-health check runs
! ap-health: error: health.expected: 'ap-extract' is not COMMAND=SECONDS; write it as ap-extract=3600
? 78
