"""Who may talk to the server: host, origin, launch link, cookie, token, headers.

A server on 127.0.0.1 is not private by default: any web page, any other program and any other user of the
machine can send it requests. Behind a `Guard` only a browser that used a launch link is answered.
"""

from timeline.web.access.guard_middleware import Guard
from timeline.web.access.handover import Handover
from timeline.web.access.second_start import request_fresh_link

__all__ = ["Guard", "Handover", "request_fresh_link"]
