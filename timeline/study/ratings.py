"""What was given against what came back, as the person rated both."""

from math import isnan
from typing import NamedTuple

from timeline.study.study import Study


class RatedRelationship(NamedTuple):
    """A relationship of which something was rated.

    Attributes:
        id: its id.
        name: as it is shown.
        gave: what was given, 1-5, NaN where not rated.
        came_back: what came back, the same.
    """

    id: str
    name: str
    gave: float
    came_back: float

    @property
    def surplus(self) -> float:
        """How much more was given than came back; 0 where one of the two is not rated."""
        apart = self.gave - self.came_back
        return 0.0 if isnan(apart) else apart


def find_rated_relationships(study: Study) -> list[RatedRelationship]:
    """Every relationship with a rating, the one where most more was given first."""
    people = study.relationships
    columns = (column.tolist() for column in (people.id, people.name, people.gave, people.came_back))
    found = [RatedRelationship(*row) for row in zip(*columns, strict=True)]
    rated = [one for one in found if not (isnan(one.gave) and isnan(one.came_back))]
    return sorted(rated, key=lambda one: -one.surplus)
