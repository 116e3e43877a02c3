"""Which letter was lost, as far as the rest of its word or its image shows.

An image of a letter may stand for several (`?©` for é, Щ and ũ), or for all of them (`?`).  The word list
decides first.  Where it has no word, an image that only one letter of the document's languages leaves is that
letter.  An example in French, damaged by utf-8 > windows-1252 > windows-1251:

    line       le caf?© est, where ?© was read as a letter
    gap        ?© within caf?©, the letters and images around it
    spans      only caf?©: nothing in it may be a mark or an elision
    words      café, of which that channel makes caf?©, and which is listed
    answer     é, as the letter of the word whose image stands there, on the evidence "listed"
"""

from collections import defaultdict

from newsclean.mojibake.lossy.channels import Channel, mark_images, sender
from newsclean.mojibake.lossy.letters import lexicon, lone
from newsclean.mojibake.lossy.letters.capital import Capitals
from newsclean.mojibake.lossy.letters.gaps import Gap, alphabet_of, neighbours, touches
from newsclean.mojibake.lossy.letters.languages import Document
from newsclean.mojibake.lossy.letters.spans import Spans
from newsclean.mojibake.lossy.letters.words import SURE, Words
from newsclean.mojibake.lossy.runs.items import NOTHING, only
from newsclean.mojibake.lossy.runs.places import ELIDED
from newsclean.mojibake.lossy.runs.readings import Evidence

# The probability that a letter which is a word stands in a place, rather than a mark: from MAY on one may,
# from DOES on one does; and ONE is the share that a single letter must have among all.
MAY, DOES, ONE = 0.4, 0.5, 0.75


class Letters:
    """Looks up the lost letters of one document that went through `channel`.

    `english` tells whether the document is in English alone.
    """

    def __init__(self, channel: Channel, document: Document, kept: frozenset[str] = frozenset()) -> None:
        """Take what the intact words of the document show; words that are restored are added to a copy.

        `kept` are the letters that stand beside lost ones: the channel has lost none of them, unless it left
        some of their bytes.
        """
        self._doubtful = False
        self._corrupt = sender(channel.legs)
        self.document = Document(
            document.languages, {key: set(known) for key, known in document.accented.items()}
        )
        self.english = document.own == {"en"}
        self._kept = frozenset() if channel.leaves_bytes else kept
        self._lone = lone.weights_of(only(document.own))
        self._words = Words(self._corrupt, self.document)
        self._alphabet = alphabet_of(channel, document.own)
        self._capitals = Capitals(self._alphabet, document.own)
        self._spans = Spans(self._words, self._alphabet, self._capitals)

    @property
    def questions(self) -> list[str]:
        """The images of letters that are question marks alone, longest first."""
        return self._alphabet.questions

    @property
    def stand_alone(self) -> bool:
        """Whether the document's language has letters that are words, known by the words beside them."""
        return bool(self._lone)

    @property
    def doubtful(self) -> bool:
        """Whether any image that was read so far may be a letter that nothing decides."""
        return self._doubtful

    def read(self, line: str, at: int, damaged: str, *, paired: bool = False) -> tuple[str | None, Evidence]:
        """Return the letter whose image `damaged` stands at `at`, and the evidence for it: see `Evidence`.

        The letter is None if nothing decides it; the evidence is then "some" if nearly all words that may
        have stood there have a letter.  `paired` says that a mark is likely there, since its partner stands
        in the line.
        """
        letter, evidence = self._read(line, at, damaged, paired)
        return (None, "some") if letter in self._kept else (letter, evidence)

    def _read(self, line: str, at: int, damaged: str, paired: bool) -> tuple[str | None, Evidence]:
        """Return what `read` does, as if every letter might have been lost."""
        gap = self._alphabet.gap(line, at, damaged)
        if line[gap.start - 1 : gap.start].isdigit():
            ordinal = self._words.ordinal(gap.token)
            if ordinal:
                return self._words.letter_at(ordinal, at - gap.start), "listed"
        if gap.is_alone and self._is_told_by_neighbours(gap):
            return self._by_neighbours(gap)
        letter, evidence = self._spans.letter(gap)
        if evidence == "mark" or (gap.stop == gap.end and line[gap.end : gap.end + 1].isdigit()):
            return None, ""
        if letter or evidence == "some":
            return letter, evidence
        letter, evidence = self._by_image(gap)
        if letter:
            return letter, evidence
        return None, "" if self._spans.is_apart(gap) or not self._holds_some(gap, paired) else "some"

    def _is_told_by_neighbours(self, gap: Gap) -> bool:
        """Tell whether only the words around a gap can tell a letter, as a word of its own, from a mark."""
        return self.stand_alone and gap.image in mark_images(self._corrupt)

    def _by_neighbours(self, gap: Gap) -> tuple[str | None, Evidence]:
        """Return the letter that is a word between the words around a gap, or None, and the evidence.

        The evidence is "" if a mark is likelier.  If it is undecided which letter it is, or whether it is
        one, the letter is None and the evidence "beside".
        """
        known = {
            letter: weights for letter, weights in self._lone.items() if self._corrupt(letter) == gap.image
        }
        shares = lone.weigh(known, *neighbours(gap, gap.at, gap.stop))
        some = sum(shares.values())
        if some < MAY or touches(gap.line, gap.at, gap.stop):
            return None, ""
        letter = max(shares, key=shares.__getitem__)
        if some < DOES or shares[letter] < ONE * some:
            return None, "beside"
        return letter.upper() if self._alphabet.opens(gap.line, gap.at) else letter, "beside"

    def _holds_some(self, gap: Gap, paired: bool) -> bool:
        """Tell whether nearly all words that may have stood there have a letter; note if that is in doubt."""
        mark = gap.image in mark_images(self._corrupt)
        strict = bool(gap.image.strip(NOTHING)) or paired or self._capitals.may_be_name(gap.line, gap.start)
        token = gap.token.translate(self._alphabet.untold)
        edge = gap.at == gap.start or gap.stop == gap.end
        others = (mark or edge) and not strict and lexicon.plain_letters(token) not in token
        if self._words.holds_letter(token, listed=mark and strict, others=others):
            self._doubtful = True
            return True
        self._doubtful |= self._words.may_hold_letter(gap.token)
        return False

    def _by_image(self, gap: Gap) -> tuple[str | None, Evidence]:
        """Return the letter of a gap where no single word is sure, and the evidence."""
        if self._is_one_letter(gap):
            return self._alphabet.images[gap.image], "image"
        return self._in_common(gap)

    def _in_common(self, gap: Gap) -> tuple[str | None, Evidence]:
        """Return the letter of a gap that several words have in common, if they lost other letters as well.

        `?esk?` may be Česká, České or Český: together they must be as sure as a single word would have to be.
        """
        lost = len(gap.token) - len(gap.image) - len(lexicon.plain_letters(gap.token))
        if lost < len(gap.image):
            return None, ""
        opening = self._alphabet.opens(gap.line, gap.start)
        weights = self._words.readings(gap.token, opening)
        shares: dict[str, float] = defaultdict(float)
        listed = 0.0
        for word, weight in weights.items():
            letter = None if word == gap.token else self._words.letter_at(word, gap.at - gap.start)
            shares[letter or ""] += weight
            listed += weight * (letter is not None and lexicon.is_listed(word))
        if gap.at == gap.start or gap.stop == gap.end:
            shares[""] += self._words.beside_mark(gap.token, gap.image, gap.at == gap.start)
        best, every = max(shares, key=shares.__getitem__, default=""), sum(shares.values())
        if not best or shares[best] < SURE * every:
            return None, ""
        return best, "listed" if listed >= SURE * every else "spelled"

    def _is_one_letter(self, gap: Gap) -> bool:
        """Tell whether the image of a gap can only be one letter."""
        line, at, damaged, start, end = gap.line, gap.at, gap.image, gap.start, gap.end
        letters = self._alphabet.images.get(damaged, "")
        if len(letters) != 1 or damaged in self._alphabet.touching:
            return False
        # A `?` between an image and the rest of a word is a piece that an encoder has left there.
        piece = line[start - 1 : start] == "?" and line[start - 2 : start - 1].isalpha()
        piece = piece or (line.startswith("?", end) and line[end + 1 : end + 2].isalpha())
        piece = piece or (letters.isupper() and line[at - 1 : at].islower())
        return not piece and lexicon.plain_letters(line[start:end]) != ""

    def may_be_listed(self, line: str, at: int, damaged: str) -> bool:
        """Tell whether a listed word has the plain letters of the word around an image at `at`.

        If none has, `read` would answer neither "listed" nor "some", and take ten times as long.
        """
        token = self._alphabet.gap(line, at, damaged).token
        elided, _, word = token.partition(self._corrupt("’") or "’")
        parts = (token, word) if elided.lower() in ELIDED else (token,)
        return any(map(lexicon.may_be_accented, parts))

    def goes_on(self, line: str, at: int, damaged: str) -> bool:
        """Tell whether letters, or images of letters, follow an image."""
        gap = self._alphabet.gap(line, at, damaged)
        return gap.end > gap.stop

    def is_rather_letter(self, line: str, at: int, damaged: str, listed: bool) -> bool:
        """Tell whether an image at the edge of a word, read as a mark, was rather a letter of the word.

        That is so if words with a letter there weigh more; if `listed`, only listed words count.
        """
        gap = self._alphabet.gap(line, at, damaged)
        before = lexicon.plain_letters(line[gap.start : at])
        behind = lexicon.plain_letters(line[gap.stop : gap.end])
        if bool(before) == bool(behind):
            return False
        return self._words.rather_holds_letter(gap.token, damaged, at == gap.start, listed)
