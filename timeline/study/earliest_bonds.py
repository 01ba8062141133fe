"""Which bonds count as the earliest, whose tags are looked for in later ones."""

from timeline.null_models.tag_matrix import TagMatrix
from timeline.study.study import Study


def find_earliest_bonds(study: Study) -> tuple[str, ...]:
    """Their names: those the person chose, else caregivers, else family begun early, else the first three."""
    ground = TagMatrix(study.tables)
    return tuple(name for name, early in zip(ground.names, ground.early_mask.tolist(), strict=True) if early)
