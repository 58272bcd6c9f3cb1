"""Uninstalling: nothing stays but readable content.

A naive uninstall makes content of ours answer 500. So a type that has content keeps
its FTI and workflow, with a stock class and a plain model of its readable fields;
everything else goes.
"""

def before_uninstall(context) -> None:
    pass


def after_uninstall(context) -> None:
    pass
