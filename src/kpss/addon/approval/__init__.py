"""Approval of documents along the town's chains."""
