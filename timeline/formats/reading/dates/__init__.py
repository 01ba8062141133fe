"""Dates as people say them: "last summer", "when I was 8", "the mid 90s" become a `When`, or a question.

`read_said_date` is the one way in. What `When` reads by itself is taken as it stands. Everything else becomes
a date `When` can read, with the words as they were said behind it: `summer 2026 (last summer)`. So nothing
said is lost, and "last summer" means next year what it meant on the day it was said.

A date is never guessed. Where two readings are possible both are offered; where the words have no bounds, or
only the person knows them, the reason is one sentence that says what to write. Whatever is read covers all
that the words can mean: a span that is too narrow would claim more than was said.
"""
