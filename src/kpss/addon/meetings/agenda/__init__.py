"""The agenda of a meeting: order, papers, standing items, proposals."""
