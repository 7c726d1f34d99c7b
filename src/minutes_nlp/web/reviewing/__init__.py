"""The auditor's screen: evidence where it stands, decisions, corrected sections."""
