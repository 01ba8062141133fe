"""Whom a name means: nobody is named by what another is called."""

import pytest

from models.history import History, Person
from tests.building import read_sample
from tests.histories import TODAY
from tests.redaction.lives import make_relationship, redact_text
from timeline import redaction as share

BRONTES = (
    make_relationship("Maria Branwell Brontë", "mother"),
    make_relationship("Maria Brontë (eldest sister)", "sister"),
    make_relationship("Elizabeth Branwell", "aunt, housekeeper"),
    make_relationship("Branwell Brontë", "brother"),
    make_relationship("Arthur Bell Nicholls", "curate, then husband"),
)
MOTHER, SISTER, AUNT, BROTHER, HUSBAND = (bond.id for bond in BRONTES)
COLLINS = (
    make_relationship("Jonas Collin"),
    make_relationship("Edvard Collin"),
    make_relationship("Hans Andersen", "father"),
)


@pytest.mark.parametrize(
    ("text", "about", "left"),
    [
        ("Branwell died.", BROTHER, "B. B. died."),
        ("Branwell died.", None, "B. died."),
        ("Branwell died.", HUSBAND, "B. died."),
        ("Maria died; the next sister Elizabeth followed", SISTER, "M. B. died; the next sister E. followed"),
        ("Aunt Elizabeth and Elizabeth Branwell", None, "Aunt E. B. and E. B."),
        ("Maria Branwell came", None, "M. B. B. came"),
        ("Maria Brontë came", None, "M. B. came"),
        ("as Currer Bell", None, "as C. B."),
        ("Bell came", None, "A. B. N. came"),
        ("Brontë, and Charlotte Brontë", None, "B., and C. B."),
        ("Acton Bell Nicholls", HUSBAND, "Acton B. N."),
        ("Maria Lund, J. Branwell", SISTER, "M. L., J. B."),
        ("Maria and Branwell", None, "M. and B."),
        ("I told Maria I was ill", SISTER, "I told M. B. I was ill"),
        (
            "Yesterday Elizabeth came. Suddenly Elizabeth left",
            None,
            "Yesterday E. B. came. Suddenly E. B. left",
        ),
        ("Quarrelsome Elizabeth", None, "Quarrelsome E. B."),
        ("Ask Nicholls once. Theodor Nicholls came", HUSBAND, "Ask A. B. N. once. Theodor N. came"),
    ],
)
def test_a_part_of_several_names_is_nobodys(text: str, about: str | None, left: str) -> None:
    assert redact_text(text, *BRONTES, writer="Charlotte Brontë", about=about) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Andersen stayed away", "A. stayed away"),
        ("Theodor Collin told him", "Theodor C. told him"),
        ("It was Theodor Collin", "It was T. C."),
        ("to Mrs Collin's deathbed", "to Mrs C.'s deathbed"),
        ("Mr. Andersen; father Andersen", "Mr. A.; father H. A."),
        ("Dr Edvard, and his friend Edvard", "Dr E., and his friend E. C."),
        ("the Collins and Collin-Lund", "the Collins and C. L."),
        ("with Coach Edvard, my teacher Edvard", "with Coach E., my teacher E. C."),
        ("Edvard Ignored Me", "E. C. Ignored Me"),
        ("Jonas Collin-Andersen", "J. C.-A."),
    ],
)
def test_beside_another_name_or_a_title_it_is_nobodys(text: str, left: str) -> None:
    assert redact_text(text, *COLLINS, writer="Hans Christian Andersen") == left


def test_where_somebody_is_from_is_a_place() -> None:
    carl = make_relationship("Carl Alexander of Saxe-Weimar")
    assert (
        redact_text("First stay at Weimar, with Carl of Weimar", carl)
        == "First stay at W., with C. A. S. of W."
    )
    assert redact_text("First stay at Weimar", left_out=(carl.name,)) == "First stay at someone"


@pytest.mark.parametrize(
    ("text", "about", "left"),
    [
        ("Branwell died.", BROTHER, "B. B. died."),
        ("Branwell died.", None, "someone died."),
        ("Maria Branwell came", None, "someone came"),
        ("Maria came", SISTER, "M. B. came"),
        ("Maria came with Maria Brontë", None, "someone came with M. B."),
        ("Wild Branwell and Mrs Branwell’s hat", BROTHER, "Wild B. B. and someone’s hat"),
        ("It was Anne Branwell", BROTHER, "It was someone"),
        ("Brontë", None, "someone"),
    ],
)
def test_who_may_be_left_out_is_someone(text: str, about: str | None, left: str) -> None:
    assert redact_text(text, *BRONTES[1:], left_out=(MOTHER,), writer="Charlotte Brontë", about=about) == left


def test_without_a_known_role_a_word_for_kin_may_stand_before_a_name() -> None:
    assert redact_text("my sister Anna", make_relationship("Anna Berg")) == "my sister A. B."
    assert redact_text("my sister Anna", make_relationship("Anna Berg", "cousin")) == "my sister A."


def test_a_word_for_kin_is_no_part_of_a_name() -> None:
    assert (
        redact_text("I told Mum Anna left, Mum", make_relationship("Mum"), make_relationship("Anna Lund"))
        == "I told Mum A. left, Mum"
    )


def test_in_the_samples_everyone_is_who_they_are() -> None:
    found = [
        moment.headline
        for name in ("andersen", "bronte", "vangogh")
        for moment in _redact_sample(name).episodes
    ]
    for there in (
        "Called in the night, as a child of the house, to Mrs C.'s deathbed.",
        "E. C. married; A. stayed away in Funen and sent congratulations to the bride.",
        "Openly affectionate; T. C. told him people noticed and found it ridiculous.",
        "First stay at W. and Ettersburg; graciously received.",
        "Death of B. S. I.",
        "M. B. died; the next sister E. followed on 15 June.",
        "B. B. died.",
        "Received with delight when she disclosed herself as C. B.",
        "A. R. visited the studio, praised the drawings and gave him money to repair one.",
    ):
        assert there in found


def _redact_sample(name: str) -> History:
    history = read_sample(name, TODAY)
    return share.redact(history, share.everything_but_stories(history), TODAY)


def test_a_writer_without_a_name_is_not_shortened() -> None:
    history = History(person=Person(name="Me"))
    assert share.redact(history, share.one_page(history), TODAY).person.name == ""
