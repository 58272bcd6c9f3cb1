"""Small charts to try the rules on."""

from kpss.addon.bodies.rules.chart import Box
from kpss.addon.bodies.rules.chart import Node


def bodies(*ids):
    return [{"id": body, "title": body} for body in ids]


def node(title, *children, group=False):
    return Node(Box(title, title, is_group=group), children)


def words(box):
    return [text for text in (box.subtitle, box.act_text) if text]
