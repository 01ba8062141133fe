"""What the Views page says around its charts."""

TITLE = "Views"
SUBTITLE = "The same entries, looked at in other ways."
WAYS = "Charts"
PERSON = "With whom"
TABLE = "The same as a table"
