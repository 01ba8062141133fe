"""How deeply lists and objects of JSON stand inside each other.

What reads JSON stops nesting only where its own stack ends, at about a thousand levels. Python's ends there
as well, so whatever walks through such a value afterwards would fall over it.
"""


def is_nested_deeper(value: object, levels: int) -> bool:
    """Whether lists and objects stand inside each other in more than so many levels, the outermost counted.

    Args:
        value: as JSON was read.
        levels: how many there may be; a text or a number has none.
    """
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(levels):
        inside = (each.values() if isinstance(each, dict) else each for each in level)
        level = [inner for values in inside for inner in values if isinstance(inner, dict | list)]
        if not level:
            return False
    return bool(level)
