"""Lists of words and phrases, apart from code, for people to edit."""
