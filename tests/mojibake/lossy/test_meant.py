"""Question marks that the author wrote are told from those that a channel left."""

import pytest

from newsclean.mojibake.lossy.meant import is_proven, joints, stands_for_noun


@pytest.mark.parametrize(
    "text",
    [
        "They don?t know. It?s late.",
        "The firm?s owner left ? it was late.",
        "?It rained,? he said, and left. ?A little,? said Ann.",
        "Er sagte: ?Das ist alles?, und ging. ?So?, sagte sie, ?war es.?",
        "He went ? so they say ? to Hull, and came back.",
        "She paid for it?though nobody asked?and for the boat?which sank.",
        "Die B?rger m?chten es erhalten. ?Wir geben nicht auf?, sagte sie und l?chelte.",
        # ... though it has one of these.
        "Of the ? so far unknown ? men nobody came. They don?t know, it?s late, and they?re gone.",
        "There are question marks over it. They don?t know, it?s late.",
    ],
)
def test_what_a_channel_leaves_is_proven(text: str) -> None:
    assert is_proven("?", text)
    assert is_proven("???", text.replace("?", "???"))


@pytest.mark.parametrize(
    "text",
    [
        # Where nouns stand.
        "Press a ? for help and q to quit, or hold the ? key for more.",
        "In der Liste steht ein ? statt der Zahl und ein ? statt des Namens.",
        "Le sigle est un ? noir, et le ? blanc en est le contraire.",
        "Naciśnij klawisz. Znak ? oznacza jedną literę, znak ? stoi też na końcu.",
        "Agent ? met ? in Vienna. He gave ? the papers and left with ? by train.",
        # What is named.
        "Type a question mark and the name, as in ?mean, he said, and see ?plot, too.",
        "Das Fragezeichen fehlt. Was nun ? sagte er, und nun ? sagte sie.",
        "Every apostrophe became a question mark: don't was don?t, it's was it?s, and so on.",
        # What is not closed.
        "The rapper ?Mystro and the drummer ?uestlove met.",
        "See ?mean, ?lm and ?plot, or search for ??regression.",
        "A jaw of ?Megalosaurus, teeth of ?Poekilopleuron and a ?spinosaurid were found.",
        "Before that, ?string and ?int had to be written in a comment.",
        # What is set apart, as all other marks.
        "How are you ? i am fine . And your son ? well i hope .",
        "How long ? nobody knows !\nBy whom ? nobody says .\nAnd the cost ?\nAnd the rest ?",
        "- Tu viens ? demanda-t-il.\n- Et la plage ? répondit-elle, il fait froid.\n- Et alors ? dit-il.",
        "You are fine ? we hope so . We are late ? they fear so .",
        "Le maire viendra ? demanda la foule. Il paiera ? insista une femme, et le pont reste là.",
        # Behind the same word.
        "WHERE name like ? or city like ? and street like ? or house is null",
        "In menus press ? to see all keys, in lists press ? for more, in mail press ? or quit.",
        # Patterns.
        "With ca?s you find cabs and cats, with t?m you find tam and tom, with be?t belt and best.",
        "Four across is C?O?S?R, six down M?A?D, both of them about roads.",
        # Questions.
        "Where now ? said she. Who pays ? said he. Why us ? said they.",
        "Is that right?and who says so? Would it rain?but nobody knows.",
    ],
)
def test_what_an_author_sets_is_not(text: str) -> None:
    assert not is_proven("?", text)
    assert not is_proven("???", text.replace("?", "???"))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They don?t know. It?s late.", 2),
        ("They don?t know. It?s late, and they?re here.", 2),  # which is enough
        ("L?homme est d?abord venu.", 2),
        ("It was O?Brien.", 1),
        ("The Smiths? house? Yes?No", 0),
        ("Ein sch?ner, k?hler Tag", 0),
        ("be?t, t?m, a?s, w?ll", 0),
    ],
)
def test_joints_are_where_an_apostrophe_makes_a_contraction(text: str, count: int) -> None:
    assert joints("?", text) == count
    assert joints("???", text.replace("?", "???")) == count


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The character \ufffd stands for what was lost.", True),
        ("Das Zeichen \ufffd heißt Ersatzzeichen.", True),
        ("What was lost \ufffd a lot \ufffd is gone.", False),
        (
            "They don\ufffdt know, it\ufffds late, and she\ufffds gone with \ufffd so to say \ufffd him.",
            False,
        ),
    ],
)
def test_a_replacement_character_may_stand_for_a_noun(text: str, noun: bool) -> None:
    assert stands_for_noun("\ufffd", text) is noun
