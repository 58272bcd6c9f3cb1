"""Papers as PDF, DOCX and ZIP."""
