"""One line, one moment: `[when] [who] what happened #tag #tag 1-5 [now 0-5]`.

`read_line` is the one way in, and pure. Nothing is taken that was not said: what can mean two things, or
nothing here, is `open` and asked about; what is not read stays in the words or in `unread`. No word of the
person is lost.
"""
