"""The encrypted history file: open, save, journal (undo), drafts, and where such files live.

A vault stores documents (kind, id, JSON text) and the steps that changed them. It knows no model.
"""

from timeline.storage.vault.key import NOT_LOCKED, Key
from timeline.storage.vault.vault import Vault

__all__ = ["NOT_LOCKED", "Key", "Vault"]
