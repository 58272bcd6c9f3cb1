"""What anybody may call who may see the content, and why; nothing else is public.

Pages by the interface they are for and their name. A line is added only with a reason
that says where it is decided what the reader gets; the leak test visits all of them.
"""

CHART = "the chart: bodies that the reader may see; names as rosters give them"
ASKED_INSIDE = "asks inside who the reader is; gives a person only what is its own"
BY_WORKFLOW = "only who may see the content, which its workflow closes"
TIMELINE = "approval/timeline leaves out what was said, who recorded, hidden bodies"
REGISTER = "what the catalogue finds for the reader, columns without whole texts"
TASKS = "tasks/reading leaves out what is not for the reader; public ones in few words"
FEED = "meetings that the catalogue finds for the reader; names nobody"
BY_TOKEN = "the token in the address is the right; without it nothing is told"
MEETINGS = "what the catalogue finds for the reader; the column is public facts"
ROSTER = "bodies/roster leaves out what the reader may not know"
RESULTS = (
    "voting/reading gives numbers of items that the reader sees, names inside only"
)
ATTENDANCE = "an address; who was there only for who sees inside the meeting"
PAPERS = "papers/: items and papers that the reader sees; people and links only inside"
MINUTES = "all of them only inside; else what was published of them"
EXTRACT = "the whole text only inside; numbers of votes on items that the reader sees"

PAGES = {
    ("TransientError", "index.html"): "says only that others are writing",
    ("IProcess", "process_view"): "home page; its parts are judged each",
    ("IProcess", "archive"): "closed bodies that the reader may see",
    ("IProcess", "organisation"): CHART,
    ("IProcess", "organisation.svg"): CHART,
    ("IProcess", "kpss-me"): ASKED_INSIDE,
    ("IProcess", "kpss-my-contact"): ASKED_INSIDE,
    ("IProcess", "kpss-my-notices"): ASKED_INSIDE,
    (
        "IProcess",
        "kpss-photo",
    ): "photographs with consent, or from inside; otherwise 404",
    ("ISection", "section_view"): "what the catalogue finds for the reader",
    ("ISection", "kpss-bodies"): "bodies that the reader may see",
    ("IOrganisation", "organisation_view"): "organisations are public facts",
    ("IBody", "body_view"): ROSTER,
    ("IBody", "roster.csv"): ROSTER,
    ("IBody", "kpss-may-be-archived"): "a workflow guard: says yes or no",
    ("IApprovable", "kpss-guard"): "a workflow guard: says yes or no, not to the web",
    ("IApprovable", "kpss-timeline"): TIMELINE,
    ("IApprovable", "kpss-next"): "empty for who takes no part in the approval",
    ("IDocument", "document_page"): BY_WORKFLOW,
    ("ISection", "kpss-chains"): "chains without hidden bodies",
    ("IApprovalChain", "chain_page"): "a chain without hidden bodies",
    ("IDelegation", "delegation_page"): "never names a person; bodies that are seen",
    ("IProcess", "resolutions"): REGISTER,
    ("IProcess", "resolutions.csv"): REGISTER,
    ("IProcess", "resolutions.atom"): REGISTER,
    ("IResolution", "resolution_page"): "the whole text only inside; by its workflow",
    ("IMeeting", "meeting_page"): "people and papers of members only for who is inside",
    ("IMeeting", "invitation.pdf"): PAPERS,
    ("IMeeting", "invitation.docx"): PAPERS,
    ("IMeeting", "agenda.pdf"): PAPERS,
    ("IMeeting", "agenda.docx"): PAPERS,
    ("IMeeting", "papers.zip"): PAPERS,
    ("IResolution", "extract.pdf"): EXTRACT,
    ("IResolution", "extract.docx"): EXTRACT,
    ("IMeeting", "kpss-guard"): "a workflow guard: says yes or no, not to the web",
    ("IMeeting", "kpss-invitation"): BY_TOKEN,
    ("IMeeting", "kpss-ballots"): BY_TOKEN,
    ("IBody", "kpss-dates"): BY_TOKEN,
    ("IBody", "meetings.ics"): FEED,
    ("IProcess", "meetings.ics"): FEED,
    ("IBody", "meetings.atom"): FEED,
    ("IProcess", "meetings.atom"): FEED,
    ("IProcess", "kpss-my-calendar"): BY_TOKEN,
    ("IAgendaItem", "item_page"): "title and papers as they are seen; the rest inside",
    ("IAgendaItem", "kpss-guard"): "a workflow guard: says yes or no, not to the web",
    ("IBody", "kpss-meetings"): MEETINGS,
    ("IProcess", "kpss-meetings"): MEETINGS,
    ("IMeeting", "minutes.pdf"): "the minutes themselves, for who may see them",
    ("IMeeting", "minutes.docx"): "the minutes themselves, for who may see them",
    ("IMinutes", "minutes_page"): "parts only inside; else what was published of them",
    ("IMinutes", "minutes.pdf"): MINUTES,
    ("IMinutes", "minutes.docx"): MINUTES,
    ("IMinutes", "kpss-guard"): "a workflow guard: says yes or no, not to the web",
    ("ITask", "task_page"): BY_WORKFLOW,
    ("ISection", "kpss-tasks"): TASKS,
    ("IProcess", "tasks.csv"): TASKS,
    ("ISection", "kpss-documents"): "what the catalogue finds for the reader",
    ("IRules", "rules_view"): "rules without references to hidden bodies",
    ("IPerson", "person_view"): BY_WORKFLOW,
    ("IMembership", "membership_view"): BY_WORKFLOW,
}
SERVICES = {
    ("IProcess", "@organisation"): CHART,
    ("IBody", "@roster"): ROSTER,
    ("IBody", "@procedure"): "rules without references to hidden bodies",
    ("IProcess", "@resolutions"): REGISTER,
    ("IProcess", "@tasks"): TASKS,
    ("IMeeting", "@workflow"): "state and transitions; no history",
    ("IApprovable", "@approval"): TIMELINE,
    ("IApprovable", "@workflow"): TIMELINE,
    ("IAgendaItem", "@votes"): RESULTS,
}
PARTS = {
    "kpss.calendar.feed": "the address of the feed of public meetings",
    "kpss.calendar.of_body": "a link to the feed",
    "kpss.home.calendar": "a link to the feed",
    "kpss.calendar.mine": "a link for who is linked with a person",
    "kpss.meeting.attendance": "only for who sees inside the meeting",
    "kpss.meeting.papers": PAPERS,
    "kpss.resolution.papers": "addresses of the extract",
    "kpss.item.results": RESULTS,
    "kpss.resolution.meeting": "the meeting and the item, where the reader sees them",
    "kpss.home": "the place of the parts of the home page",
    "kpss.home.bodies": "bodies that the reader may see",
    "kpss.home.documents": "documents that the catalogue finds for the reader",
    "kpss.documents.of_body": "what the catalogue finds for the reader",
    "kpss.home.missing": "shown to who may edit the process",
    "kpss.home.pages": "pages that the reader may see",
    "kpss.home.minutes": "minutes that the reader is to verify",
    "kpss.minutes.mine": "minutes that the reader is to verify",
    "kpss.home.people": "a link for who may see people or is one of them",
    "kpss.home.resolutions": REGISTER,
    "kpss.home.tasks": TASKS,
    "kpss.home.stages": "stages without hidden bodies",
    "kpss.home.territory": "the territory is a public fact",
    "kpss.tasks.imposed": TASKS,
    "kpss.tasks.of_body": TASKS,
    "kpss.meeting.agenda": "agenda/reading: items that are seen; people only inside",
    "kpss.meetings.coming": MEETINGS,
    "kpss.meetings.of_body": MEETINGS,
    "kpss.home.meetings": MEETINGS,
    "kpss.meeting": "the place of the parts of the page of a meeting",
    "kpss.minutes.papers": "addresses of what the reader may have",
    "kpss.meeting.minutes": "empty for who may not see the minutes",
    "kpss.publicity": "what the town publishes of its funders",
    "kpss.stylesheet": "a link to a style sheet",
    "plone.globalstatusmessage": "what the reader is told of the own step",
    "plone.documentbyline": "nothing, where a page has no author to name",
    "plone.htmlhead.title": "the title of the page",
}
EXPANDERS = {
    "attendance": ATTENDANCE,
    "roster": ROSTER,
    "approval": TIMELINE,
    "workflow": TIMELINE,
}

CODES = "a code list, the same in every town"
VOCABULARIES = {
    **dict.fromkeys(
        (
            "kpss.addon.acts",
            "kpss.addon.body_kinds",
            "kpss.addon.chain_purposes",
            "kpss.addon.consent_kinds",
            "kpss.addon.founders",
            "kpss.addon.function_kinds",
            "kpss.addon.guarantor_involvement",
            "kpss.addon.item_kinds",
            "kpss.addon.item_outcomes",
            "kpss.addon.item_publicity",
            "kpss.addon.meeting_kinds",
            "kpss.addon.meeting_publicity",
            "kpss.addon.membership_bases",
            "kpss.addon.municipal_acts",
            "kpss.addon.organisation_kinds",
            "kpss.addon.outcomes",
            "kpss.addon.resolution_verbs",
            "kpss.addon.scopes",
            "kpss.addon.service_areas",
            "kpss.addon.target_groups",
            "kpss.addon.territory_kinds",
            "kpss.addon.text_changes",
        ),
        CODES,
    ),
    "kpss.addon.bodies": "bodies that the reader may see",
    "kpss.addon.document_kinds": "a code list and the town's own kinds",
    "kpss.addon.documents": "documents that the reader may see",
    "kpss.addon.functions": "functions without those of hidden bodies",
    "kpss.addon.functions_of_body": "functions without those of hidden bodies",
    "kpss.addon.imposers": "resolutions that the reader may see",
    "kpss.addon.tasks": "tasks that the reader may see",
    "kpss.addon.organisations": "organisations that the reader may see",
    "kpss.addon.parties": "parties are public facts",
    "kpss.addon.recipients": "functions and bodies that the reader may see",
    "kpss.addon.units": "territory units are public facts",
}
#: Vocabularies of people: closed in ``plone.app.content.browser.vocabulary`` too.
CLOSED_VOCABULARIES = {"kpss.addon.people", "kpss.addon.memberships_of_body"}

#: Permissions of stock Plone that stand for managing.
MANAGE = {
    "cmf.AddPortalContent",
    "cmf.ManagePortal",
    "cmf.ModifyPortalContent",
    "CMFEditions.RevertToPreviousVersions",
    "zope2.DeleteObjects",
}
