"""Kinds of documents, purposes of chains, outcomes of steps and verbs of resolutions.

Sources: issue of the approval chain; requirements sections 5 and 6; glossary (D).
A process may add kinds of its own (``approval.vocabularies.document_kinds``).
"""

from kpss.addon.codelists.codelist import factory
from kpss.addon.i18n import _


DOCUMENT_KINDS = (
    ("organisational_rules", _("Organisational rules")),
    ("rules_of_procedure", _("Rules of procedure (document)")),
    ("organisation_structure", _("Organisation structure")),
    ("concept", _("Concept")),
    ("community_plan", _("Community plan")),
    ("implementation_plan", _("Implementation plan")),
    ("grant_rules", _("Grant rules")),
    ("grant_programme", _("Grant programme")),
    ("grant_distribution", _("Distribution of grants")),
    ("analysis", _("Analysis")),
    ("report", _("Report")),
    ("opinion", _("Opinion")),
    ("source_material", _("Source material")),
    ("idea", _("Idea of a group")),
    ("methodology", _("Methodology")),
    ("cooperation_framework", _("Cooperation framework")),
    ("recommendation", _("Recommendation")),
    ("submission", _("Submission for the council or assembly")),
    ("project", _("Project")),
)

PURPOSES = (
    ("adoption", _("Adoption of a new document")),
    ("amendment", _("Amendment of a document in force")),
)

OUTCOMES = (
    ("submitted", _("submitted")),
    ("approved", _("approved")),
    ("approved_with_changes", _("approved with changes")),
    ("recommended", _("recommended")),
    ("recommended_with_comments", _("recommended with comments")),
    ("not_recommended", _("not recommended")),
    ("discussed", _("discussed")),
    ("discussed_and_approved", _("discussed and approved")),
    ("taken_note", _("taken note of")),
    ("returned", _("returned to be completed")),
    ("rejected", _("rejected")),
    ("postponed", _("postponed")),
)

#: What a resolution does; Czech minutes name the verb first.
VERBS = (
    ("approves", _("approves")),
    ("approves_not", _("does not approve")),
    ("takes_note", _("takes note of")),
    ("proposes", _("proposes")),
    ("recommends", _("recommends")),
    ("recommends_not", _("does not recommend")),
    ("imposes", _("imposes")),
    ("establishes", _("establishes")),
    ("dissolves", _("dissolves")),
    ("appoints", _("appoints")),
    ("recalls", _("recalls")),
    ("elects", _("elects")),
    ("delegates", _("delegates powers")),
    ("asks", _("asks")),
    ("repeals", _("repeals")),
    ("postpones", _("postpones")),
    ("other", _("resolves otherwise")),
)

purposes = factory(PURPOSES)
outcomes = factory(OUTCOMES)
verbs = factory(VERBS)
