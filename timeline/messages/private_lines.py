"""What of the first page is private and ticked line by line: why now, whom to call, the plan for bad days."""

from timeline.messages.language import N_, translate_constants

WHY_NOW = N_("Why I come now")
WHOM_TO_CALL = N_("Whom I can call")
STOP_PLAN = N_("When it is too much")

translate_constants(__name__)
