"""A name is found however it is written, and never inside another."""

import pytest

from tests.redaction.lives import make_relationship, redact_text


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Anna Lindqvist", "Anna Lindqvist came; then Anna left.", "someone came; then someone left."),
        ("Anna", "Anna's door, Anna’s chair, ANNA!", "someone's door, someone’s chair, someone!"),
        ("Ann", "Annabel met Ann-Marie and an ant.", "Annabel met someone and an ant."),
        ("Zoë", "zoe, ZOE\u0308 and Zoé", "someone, someone and someone"),
        ("Łukasz", "Lukasz told Łukasz.", "someone told someone."),
        ("Mother", "My mother and Mother’s hat", "My someone and someone’s hat"),
        ("Jean-Luc Picard", "Jean-Luc. Jean? Luc! Jean–Luc", "someone. someone? someone! someone"),
        ("Anna  Maria", "Anna\nMaria and Anna\u00a0Maria", "someone and someone"),
        ("Anna", "An\u00adna, An\u200bna, A\u0301nna, Ａｎｎａ", "someone, someone, someone, someone"),
        ("Anna", "_Anna_ (Anna) “Anna” Anna2", "_someone_ (someone) “someone” someone2"),
        ("佐藤さくら", "昨日佐藤さんとさくらが来た", "昨日someoneさんとsomeoneが来た"),
        ("سليمان", "وسليمان جاء", "وsomeone جاء"),
        ("נועה לוי", "אמרתי לנועה", "אמרתי לsomeone"),
        ("Ольга", "Сказала Ольга. ольга?", "Сказала someone. someone?"),
        ("Mum (Ruth)", "Mum, Ruth, mummy", "someone, someone, mummy"),
        ("My first boss", "The first day my first boss came", "The first day someone came"),
        ("K.", "K. wrote. OK. kite", "someone wrote. OK. kite"),
        ("O'Brien", "O’Brien and Obrien, O Brien", "someone and someone, someone"),
        ("Anne-Marie Müller", "Annemarie Mueller; anne marie, muller", "someone; someone, someone"),
        ("Anne Marie Holm", "Annemarie came", "someone came"),
        ("Mueller", "Müller, mueller", "someone, someone"),
        ("Teacher Tom", "Teacher training, so Teacher said", "Teacher training, so someone said"),
        ("Sue Rae", "Su and the ra", "Su and the ra"),
        ("Jørgen Aas", "Joergen and Jorgen", "someone and someone"),
        ("王小明", "小明走了", "someone走了"),
        ("김민수", "민수가 떠났다. 민숙이", "someone가 떠났다. 민숙이"),
        ("山田太郎", "太郎と山田", "someoneとsomeone"),
        ("山田実", "山田さん", "someoneさん"),
        ("佐々木花子", "花子が", "someoneが"),
        ("Neil Young", "Mr Young said no. A Young man", "someone said no. A someone man"),
        ("Neil Young", "so young, and Neil", "so young, and someone"),
        ("Neil Young", "mr young and dr. Young", "mr someone and dr. someone"),
        ("Dr. Good", "Then Good said; Dr. Good", "Then someone said; someone"),
        (
            "Dr. Good",
            "Good said no. Good morning, good friend.",
            "someone said no. Good morning, good friend.",
        ),
        ("Jo Smith", "I miss Jo. Jo’s hat, jo", "I miss someone. someone’s hat, jo"),
        ("Li Wei", "Li's, lithe; Don't", "someone's, lithe; Don't"),
        ("T", "I don't. T came", "I don't. someone came"),
        ("Vincent van Gogh", "Van Gogh, van Gogh and gogh", "someone, someone and someone"),
        ("Sien (Clasina) Hoornik", "Sien Hoornik", "someone"),
        ("Anna", "Anna", "someone"),
        ("Anna", "", ""),
        ("Σοφία", "ΣΟΦΙΑ", "someone"),
        ("Straße", "STRASSE", "someone"),
    ],
)
def test_a_name_is_taken_out_however_it_is_written(name: str, text: str, left: str) -> None:
    assert redact_text(text, left_out=(name,)) == left


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will Brown", "He said he will never come; I will wait. Will you? A brown dog. I WILL NOT."),
        ("Grace Hope", "I had no hope left. Hope for nothing."),
        ("May", "It may rain. May I? And then, maybe."),
        ("Rose Little", "I rose from the chair, a little late. Rose from the chair."),
        ("K.", "OK, kite"),
    ],
)
def test_a_name_that_is_a_word_too_does_not_take_words(name: str, text: str) -> None:
    assert redact_text(text, left_out=(name,)) == text
    assert redact_text(text, make_relationship(name)) == text


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        (
            "Will Brown",
            "I met Will. Will left me, Will’s coat",
            "I met someone. someone left me, someone’s coat",
        ),
        ("Will Brown", "Will and I; will brown", "someone and I; someone"),
        ("Grace Hope", "So I rang Hope and Grace.", "So I rang someone and someone."),
    ],
)
def test_where_it_can_be_told_from_the_word_it_is_taken(name: str, text: str, left: str) -> None:
    assert redact_text(text, left_out=(name,)) == left


@pytest.mark.parametrize("writer", ["I", "Me", "i", "myself"])
def test_a_writer_who_is_called_i_is_in_no_text(writer: str) -> None:
    assert redact_text("Then I said what I felt to me.", writer=writer) == "Then I said what I felt to me."


def test_one_pass_so_that_nothing_put_in_is_taken_for_a_name() -> None:
    people = make_relationship("Bella"), make_relationship("B")
    assert redact_text("Bella, B", *people) == "B., B. (2)"


def test_a_longer_name_that_stays_is_left_whole() -> None:
    assert (
        redact_text("Maria Berg and Maria", make_relationship("Maria Berg"), left_out=("Maria",))
        == "M. B. and someone"
    )


def test_whoever_is_spelled_nearly_so_hides_nobody() -> None:
    people = make_relationship("Muller"), make_relationship("Ann Muller")
    assert redact_text("Mueller and Müller", *people, left_out=("Müller",)) == "someone and someone"


def test_two_full_stops_are_one() -> None:
    assert redact_text("Death of Ingemann. Then Ingemann...", make_relationship("B. S. Ingemann")) == (
        "Death of B. S. I. Then B. S. I...."
    )
