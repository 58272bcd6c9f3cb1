"""Names of our roles; all of them are prefixed, so that uninstalling removes no other."""

COORDINATOR = "KPSS Coordinator"
GUARANTOR = "KPSS Guarantor"
METHODOLOGIST = "KPSS Methodologist"
DEPARTMENT_CLERK = "KPSS Department Clerk"
COUNCIL_SECRETARY = "KPSS Council Secretary"
BODY_CHAIR = "KPSS Body Chair"
BODY_MEMBER = "KPSS Body Member"
#: Knows that the body meets; all else is sent.
BODY_GUEST = "KPSS Body Guest"
#: Given on the provider's own organisation, in its Sharing tab.
PROVIDER_EDITOR = "KPSS Provider Editor"
#: Whoever is to do a task, on that task only.
RESPONSIBLE = "KPSS Responsible"

ROLES = (
    COORDINATOR,
    GUARANTOR,
    METHODOLOGIST,
    DEPARTMENT_CLERK,
    COUNCIL_SECRETARY,
    BODY_CHAIR,
    BODY_MEMBER,
    BODY_GUEST,
    PROVIDER_EDITOR,
    RESPONSIBLE,
)
