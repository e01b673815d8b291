$ ap-validate --version
ap-validate (AP Toolkit) 0.1.0

$ ap-validate --rules nonsense x.xml
! ap-validate: error: --rules: 'nonsense' is not one of auto|en16931|peppol|xrechnung|none
? 64

$ ap-validate --explain NO_SUCH_RULE
! ap-validate: error: there is no rule NO_SUCH_RULE; ap-validate --list-rules shows them all
? 64

$ ap-validate --explain total_mismatch
TOTAL_MISMATCH (controls, arithmetic, error)
  net, tax and rounding do not add up to the total, or the total less prepayments to the
  amount due
\
  Differences up to validate.total_tolerance (0.01) pass. One of the amounts is misread, or
  the seller's invoice is wrong and must be replaced.
  Source: EN 16931-1 BR-CO-15, BR-CO-16
  Looks at: BT-109, BT-110, BT-112, BT-113, BT-114, BT-115

$ ap-validate --list-rules | head -3
intake     duplicates   error    DUPLICATE_INVOICE       the same bytes came before
intake     intake       error    UNREADABLE              the document could not be read
intake     intake       error    ENCRYPTED               the document needs a password

$ ap-validate --list-rules --json | jq -r '.[0] | keys_unsorted | join(" ")'
set rule group severity holds summary explanation source terms

$ printf '[validate]\nrequired_controls = ["arithmetic", "astrology"]\n' > ap.toml; ap-validate --config ap.toml $EXAMPLES/inbox/11-*.xml
! ap-validate: error: validate.required_controls (ap.toml:2): there is no group of controls 'astrology'; they are data, arithmetic, identifiers, dates, duplicates, vendor, bank, matching, policy, clearing; see ap.toml(5)
? 78
