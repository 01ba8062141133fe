"""The forms for entries, one file each, in the order they are offered."""

from timeline.ui.forms.entries import episode, landmark, own_tag, person, relationship
from timeline.ui.forms.entry_form import EntryForm

FORMS: tuple[EntryForm, ...] = (
    relationship.FORM,
    episode.FORM,
    landmark.FORM,
    person.FORM,
    own_tag.FORM,
)
BY_KIND: dict[str, EntryForm] = {form.kind: form for form in FORMS}
