"""Letters that were lost: which one stood there, as far as the rest of its word or its image tells.

An image of a letter may stand for several (`?©` for é, Щ and ũ), or for all of them (`?`).  The word
list decides first; where it knows no word, an image that only one letter of the document's languages
has is that letter.
"""

from newsclean.mojibake import words
from newsclean.mojibake.channels import Channel, sender

# The letters beyond ASCII of each language that `words` knows; of any other one, those of its neighbours
# in print: names travel.
ALPHABETS = {
    "cs": "áčďéěíňóřšťúůýž",
    "da": "æøåé",
    "de": "äöüß",
    "en": "éèñçöüáíóïëãø",
    "es": "áéíñóúü",
    "fi": "äöå",
    "fr": "éèêàçùûîôïëâœ",
    "hu": "áéíóöőúüű",
    "it": "àèéìòù",
    "nb": "æøåé",
    "nl": "ëïéèöü",
    "pl": "ąćęłńóśźż",
    "pt": "ãáçéêíóõâàú",
    "ro": "ăâîșțşţ",
    "sv": "åäöé",
    "tr": "çğıöşüİâ",
}
EVERYWHERE = "".join(dict.fromkeys("éüöäáíóñçãèàôêåøæßâîïëõúûùœý" + "".join(ALPHABETS.values())))
# The share of a document that makes a language one of its own.
OWN = 0.1


class Letters:
    """The letters of one document that went through `channel`."""

    def __init__(self, channel: Channel, document: words.Document, spelling: bool) -> None:
        """`document` is what its intact words tell; what this channel restores is learnt apart from it."""
        self._corrupt = sender(channel.legs)
        self.spelling = spelling
        self.document = words.Document(
            document.languages, {key: set(known) for key, known in document.accented.items()}
        )
        self._words: dict[tuple[str, bool], str | None] = {}
        own = "".join(ALPHABETS.get(code, "") for code, share in document.languages.items() if share >= OWN)
        self.images: dict[str, str] = {}  # each with the letters that it may stand for
        for alphabet in (own, EVERYWHERE):
            for damaged, letters in self._by_image(alphabet).items():
                self.images.setdefault(damaged, letters)
        self._longest = max(map(len, self.images), default=0)

    def _by_image(self, alphabet: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for letter in dict.fromkeys(alphabet + alphabet.upper()):
            damaged = self._corrupt(letter) if len(letter) == 1 else letter
            if damaged != letter and damaged:
                found[damaged] = found.get(damaged, "") + letter
        return found

    def read(self, line: str, at: int, damaged: str) -> tuple[str | None, bool]:
        """Return the letter whose image `damaged` stands at `at`, and whether a known word says so."""
        start, end = self._token(line, at, at + len(damaged))
        for last in range(end, max(end - 3, at + len(damaged)) - 1, -1) if self.spelling else ():
            word = self._word(line[start:last], _opens(line, start))
            if word is not None:
                offset = start
                for letter in word:
                    if offset == at:
                        return letter, True
                    offset += len(self._corrupt(letter))
        letters = self.images.get(damaged, "")
        if len(letters) == 1 and any(c.isascii() and c.isalpha() for c in line[start:end]):
            return letters, False
        return None, False

    def _word(self, token: str, opening: bool) -> str | None:
        key = token, opening
        if key not in self._words:
            self._words[key] = words.restore(token, self._corrupt, self.document, opening=opening)
        return self._words[key]

    def _token(self, line: str, start: int, end: int) -> tuple[int, int]:
        """Widen a span to the letters and images of letters around it."""
        least, most = max(0, start - 24), min(len(line), end + 24)
        while start > least:
            step = self._step(line, start, -1)
            if not step:
                break
            start -= step
        while end < most:
            step = self._step(line, end, 1)
            if not step:
                break
            end += step
        return start, end

    def _step(self, line: str, at: int, direction: int) -> int:
        for length in range(self._longest, 0, -1):
            piece = line[at : at + length] if direction > 0 else line[max(0, at - length) : at]
            if piece in self.images:
                return len(piece)
        neighbour = line[at : at + 1] if direction > 0 else line[at - 1 : at]
        return 1 if neighbour.isalpha() else 0


def _opens(line: str, start: int) -> bool:
    before = line[:start].rstrip()
    return not before or before[-1] in '.!?:“"'
