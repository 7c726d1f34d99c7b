"""From a report to something that people or programs read: terminal text, HTML, JSON."""
