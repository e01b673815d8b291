# Roles and limits stand in a file.
$ mkdir -p in; cp $EXAMPLES/inbox/11-*.xml in/fine.xml
> printf '[validate]\nrequired_controls = ["arithmetic"]\nrules = "none"\n' > ap.toml
> export AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs AP_AS_OF=2026-11-22 AP_CONFIG=ap.toml
> sed -i 's/\(TaxInclusiveAmount[^>]*>\)[0-9]*/\19999/' in/fine.xml
> ap-ingest -q in | ap-extract | ap-validate | jq -c .decision.route
"review"

# Nobody here is in the group, so nobody may.
$ printf '[authority]\napprovers = ["no-such-group"]\nlimits = ["EUR=100"]\n' > roles.toml
> AP_CONFIG=roles.toml AP_STORE=sqlite:ap.sqlite ap-review list
! ap-review: error: \w+ may not look at the store: that needs the role clerk \(nobody has it: authority.clerks names no group\), or approver \(group no-such-group\), or .*, and \w+ has no role; ask somebody who has it (re)
? 77

# No variable, and no limit without a role or with a slip in it.
$ AP_AUTHORITY_LIMITS=EUR=5 AP_STORE=sqlite:ap.sqlite ap-review list
! ap-review: error: AP_AUTHORITY_LIMITS: no variable says who may do what; unset it; authority.* belongs into /etc/ap/ap.toml
? 78

$ printf '[authority]\nlimits = ["EUR=100"]\n' > roles.toml; AP_CONFIG=roles.toml AP_STORE=sqlite:ap.sqlite ap-review list
! ap-review: error: authority.limits (roles.toml:2): limits bind nobody as long as authority.approvers names no group; see ap.toml(5)
? 78

$ printf '[authority]\napprovers = ["staff"]\nlimits = ["100 EUR"]\n' > roles.toml; AP_CONFIG=roles.toml AP_STORE=sqlite:ap.sqlite ap-review list
! ap-review: error: authority.limits (roles.toml:3): '100 EUR': no amount is given; write EUR=10000, ann:EUR=50000, @group:EUR=any; see ap.toml(5)
? 78

# The switch of earlier versions is no setting any more.
$ printf '[review]\nfour_eyes = false\n' > old.toml; AP_CONFIG=old.toml AP_STORE=sqlite:ap.sqlite ap-review list
! ap-review: error: old.toml:2: unknown key 'review.four_eyes'; .* (re)
? 78

# How far a clerk may adjust an amount: from files only, counted from what was read first, and the message says who may.
$ printf '[validate]\nrequired_controls = ["arithmetic"]\nrules = "none"\n[authority]\nclerks = ["%s"]\nadjustments = ["EUR=100", "zoe:EUR=any", "@seniors:EUR=5000", "@directors:*=any"]\n' "$(id -gn)" > adjust.toml
> export AP_CONFIG=adjust.toml AP_STORE=sqlite:ap.sqlite AP_BLOBS=dir:blobs AP_AS_OF=2026-11-22; id=$(ap-review list --json | jq -r .id)
> ap-review correct $id totals.gross=9900.00 | cut -c 14-19; ap-review correct $id totals.gross=9899.24
review
! ap-review: error: \w+ may not correct totals.gross of document \w+ from 9999.25 to 9899.24: that adjusts it by 100.01 EUR, and \w+ may adjust amounts by up to 100 EUR \(authority.adjustments\); reject the document and ask for a right one, or ask zoe, or a member of the group directors, or a member of the group seniors (re)
? 77

$ printf '[authority]\nadjustments = ["EUR=100"]\n' > wrong.toml; AP_CONFIG=wrong.toml AP_STORE=sqlite:ap.sqlite ap-review list
! ap-review: error: authority.adjustments (wrong.toml:2): limits bind nobody as long as authority.clerks names no group; see ap.toml(5)
? 78

$ printf '[authority]\napprovers = ["staff"]\nvariances = ["ten"]\n' > wrong.toml; AP_CONFIG=wrong.toml AP_STORE=sqlite:ap.sqlite ap-review list
! ap-review: error: authority.variances (wrong.toml:3): 'ten' is no percentage; write 10, ann:25, @group:any; see ap.toml(5)
? 78

# Who could, and who did.
$ AP_STORE=sqlite:ap.sqlite ap-review sod
could, by groups
  *            no-roles                       no roles are configured: everyone who can open the store may do everything but approve what he corrected

$ AP_STORE=sqlite:ap.sqlite ap-review sod --json | jq -c '[.how, .user, .code, .count]'
["could","*","no-roles",0]
