"""What may impose tasks; the rooms below say so of their content."""

from zope.interface import Attribute
from zope.interface import Interface


class IImposes(Interface):
    """Marks content that may impose tasks: a resolution, later a meeting."""


class IImposer(Interface):
    """Adapter of what imposes a task: what is said of it beside the task.

    Asks no permission; who reads is asked by ``reading``.
    """

    label = Attribute("What it is called in a sentence: Resolution 518/20.")
    number = Attribute("Its number as text, or None.")
    on = Attribute("The day of it, or None.")
    body = Attribute("Id of the body that imposes.")
    is_public = Attribute("Whether it is published, so that its tasks may be told.")
    refused = Attribute("Why it may not impose anything now, or None.")
