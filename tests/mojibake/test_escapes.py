import pytest
from stages import made_of

from newsclean.edits import NO_EDITS
from newsclean.lines import split_lines
from newsclean.mojibake import escapes, repair

DAMAGED = [
    ("The mayor&#146;s &#147;last&#148; word", "The mayor’s “last” word"),
    ("The mayor&rsquo;s office, caf&eacute;, 5&nbsp;km", "The mayor’s office, café, 5\xa0km"),
    ("The mayor&amp;rsquo;s office, Fish &amp;amp; Chips", "The mayor’s office, Fish & Chips"),
    ("Fish &amp; Chips, salt & vinegar", "Fish & Chips, salt & vinegar"),
    ("The mayor&#8217s office, a caf&eacute nearby", "The mayor’s office, a café nearby"),
    ("The mayor&#x2019;s office", "The mayor’s office"),
    ("P&EACUTE;REZ wins", "PÉREZ wins"),
    ("Marks &amp; Sons said profits were &lt; 5 million", "Marks & Sons said profits were < 5 million"),
    (r"The mayor\u2019s \u201clast\u201d word \ud83d\ude00", "The mayor’s “last” word 😀"),
    (r"The mayor\\u2019s office", "The mayor’s office"),
    (r"The mayor\x92s office", "The mayor’s office"),
    (r"The mayor\xe2\x80\x99s office", "The mayor’s office"),
    ("He donu2019t say u201cYesu201d, Josu00e9", "He don’t say “Yes”, José"),
    ("The mayor<92>s <93>last<94> word", "The mayor’s “last” word"),
    ("The mayor<U+2019>s office", "The mayor’s office"),
    ("The mayor%E2%80%99s office", "The mayor’s office"),
    ("The mayor=E2=80=99s caf=C3=A9 =3D open", "The mayor’s café = open"),
    ("The mayor#8217;s office, caf#233; and #8220;no#8221;", "The mayor’s office, café and “no”"),
    ("The mayorrsquo;s office, cafeacute; ndash; and ldquo;nordquo;", "The mayor’s office, café – and “no”"),
    ("The mayor& rsquo;s & #8220;no& #8221;", "The mayor’s “no”"),
    ("Ma&#322gorzata, m&#1080r", "Małgorzata, mиr"),
    ("&#11088&#11088 and &#10060, &#128512, the &#821780s", "⭐⭐ and ❌, 😀, the ’80s"),
    ("&laquo Non &raquo, 5&nbspkm, &pound5 &bull a &euro6 ride", "« Non », 5\xa0km, £5 • a €6 ride"),
    ("#8222;Nie#8221;, mówi Ma#322;gosia. #171;Non#187;", "„Nie”, mówi Małgosia. «Non»"),
    ("bdquo;Neinldquo; und laquo;nonraquo;", "„Nein“ und «non»"),
    ("It%u2019s a caf%E9", "It’s a café"),
    (r"The mayor\342\200\231s caf\303\251", "The mayor’s café"),
    ("„Bu0159eclavu201c, donu2019t", "„Břeclav“, don’t"),
    ("u041cu0438u0440 u0438 donu2019t", "Мир и don’t"),
    (r"\u043a\u043e-\u0442\u043e", "ко-то"),
    ("Why?%E2%80%9D he asked", "Why?” he asked"),
    (r"\xbbDer Spa\xdf\xab, sagt er \xfcber M\xfcller", "»Der Spaß«, sagt er über Müller"),
    (r"\273Der Spa\337\253, sagt er k\374hl", "»Der Spaß«, sagt er kühl"),
    ("<bb>Der Spa<df><ab>, sagt er <fc>ber M<fc>ller", "»Der Spaß«, sagt er über Müller"),
    ("%BBDer Spa%DF%AB, sagt er vor M%FCnchen", "»Der Spaß«, sagt er vor München"),
    ("=BBDer Spa=DF=AB, sagt er k=FChl f=FCr alle", "»Der Spaß«, sagt er kühl für alle"),
    (r"Die VIP\xd1\x8b aus K\xc3\xb6ln", "Die VIPы aus Köln"),
    ("価格&#12288;百円", "価格\u3000百円"),
    (r"\u6a4b\u3000\u5de5\u4e8b", "橋\u3000工事"),
    ("=E6=A9=8B=E3=80=80=E5=B7=A5=E4=BA=8B", "橋\u3000工事"),
    ("%E6%A9%8B%E3%80%80%E5%B7%A5%E4%BA%8B", "橋\u3000工事"),
    ("5&#8199;km, 3&#8287;kg", "5\u2007km, 3\u205fkg"),
    ("Itâ€TMs lateâ€TM, â€ ̃so itâ€(tm)s", "Itâ€™s lateâ€™, â€˜so itâ€™s"),
    ("Itâ€TMs â€oenoâ€ and âEURœnoâEUR", "Itâ€™s â€œnoâ€ and â€œnoâ€"),
    ("ItâEUR(TM)s âEURoenoâEUR, âEUR~soâEURTM", "Itâ€™s â€œnoâ€, â€˜soâ€™"),
    ("Ita€™s a€œno,a€ Emmaa€™s cafA© a€” so", "Itâ€™s â€œno,â€ Emmaâ€™s cafÃ© â€” so"),
    ("It€™s €œno,€ Emma€™s €“ 5 €, €5 and 3 €", "Itâ€™s â€œno,â€ Emmaâ€™s â€“ 5 €, €5 and 3 €"),
    ("ItпїЅs lateпїЅ, cafÔøΩ, ï¿œnoï¿œ", "It\ufffds late\ufffd, caf\ufffd, \ufffdno\ufffd"),
    ("The mayor&rsquos &ldquolast&rdquo word &mdash so", "The mayor’s “last” word — so"),
    (
        "The mayor&#x2019d say &#x201cAdd&#x201d, caf&#xe9 and Jos&#xe9e",
        "The mayor’d say “Add”, café and Josée",
    ),
    ("The mayoramp;rsquo;s and amp;#8220;noamp;#8221;", "The mayor’s and “no”"),
    (r"The mayor\222s \223last\224 word, caf\351", "The mayor’s “last” word, café"),
    (r"The mayor\'92s \'93last\'94 word, caf\'e9", "The mayor’s “last” word, café"),
    (r"L\'92\'e9cole \'e0 c\'f4t\'e9", "L’école à côté"),
    (r"The mayor\u8217?s \u8220?last\u8221? word, caf\u233?", "The mayor’s “last” word, café"),
    (r"The mayor\u{2019}s \u{1f600} office", "The mayor’s 😀 office"),
    ("The mayor%92s %93last%94 word", "The mayor’s “last” word"),
    ("The mayor%25E2%2580%2599s office", "The mayor’s office"),
    ("The mayor=e2=80=99s caf=c3=a9", "The mayor’s café"),
    ("The mayor+IBk-s +IBw-last+IB0- word, caf+AOk-", "The mayor’s “last” word, café"),
    ("It&rsquo;s â€œnoâ€&#157; and &acirc;&euro;&#157;", "It’s â€œnoâ€\x9d and â€\x9d"),
]
INTACT = [
    "AT&T, R&D and Q&A; so there",
    "Use &nbsp; in HTML for a space",
    "A link to https://example.org/it%E2%80%99s/a?x=1&copy=2",
    "Write &lt;b&gt; for bold",
    "<p>AT&amp;T is spelled so in a page</p>",
    r"Look into C:\u2019\users or \\server\x92",
    r"The class [\u4e00-\u9fff] matches it",
    r"""quote = "\u2019" """,
    "At eu2019.fi and on menu2019 and bayou2013 and hash au00e9b4",
    "If x=92 and y=93 then x+y=185",
    "The list has <dd> and <b1> in it",
    "Press <F1> or <F5>, then :map key<F2>Go and <F3>",
    "&#10; &#0; &#xD800; &#99999999; &bogus;",
    "See example.org/?a=1&bull=2&euro=3 and Bear&Bull, R&pounder",
    "A rise of 5%Down from 7%Even so",
    "Item #8217; see bug #233; and R&D #8212",
    "The status quo; and the quid pro quo;",
    "R& D and AT& T; B & B; M& Co;",
    "Call 20%u or see &#157; there",
    r"The folder \\200\\300 has \\301 files",
    "https://example.org/?q=it%u2019s",
    "A rise of 10%92 days later, and a link example.org/?a=it%92s&b=%93x",
    r"The \'90s and \'80s, l\'effet, d\'eau, the summer of \'92 and \'93",
    "The x+AOL-deal, C+IBM- and a+b-c, call +1234567-8 or 5+IBk",
    "The menu of x=e2 and y=80=99; it stays, as &rsquo=1",
    r"The places \223 and \222, and \u{} are nothing",
    "It cost 5€ ™, a€ and EUR 5; EURTM and NEUROTM are 5 €“no”",
    r"The stream begins b'\x1f\x8b\x08\x00' and then has \xe9t\xe9",
    r"A folder named .g\u200cit counts as .git there",
    "The signs “пїЅ” and ‘&rsquo;’ are what readers see",
]


def decoded(text: str) -> str:
    return "".join(made_of(escapes.decode, split_lines(text))[0])


@pytest.mark.parametrize(("damaged", "intact"), DAMAGED)
def test_a_notation_is_read(damaged: str, intact: str) -> None:
    assert decoded(damaged) == intact


# What is read, but for what is then left to other stages.
READ = [intact for _, intact in DAMAGED if "â€" not in intact]


@pytest.mark.parametrize("text", [*INTACT, *READ])
def test_what_the_author_meant_stays(text: str) -> None:
    assert decoded(text) == text


def test_soft_line_breaks_join_lines_and_keep_the_count_of_the_others() -> None:
    lines = [
        "Dear reader,\r\n",
        "the mayor=E2=80=\r\n",
        "=99s plan is =\r\n",
        "late.\r\n",
        "It&rsquo;s all.\r\n",
    ]
    after, edits = made_of(escapes.decode, lines)
    assert after == ["Dear reader,\r\n", "the mayor’s plan is late.\r\n", "It’s all.\r\n"]
    assert [(edit.line, edit.after) for edit in edits] == [
        (2, "the mayor’s plan is late.\r\n"),
        (3, None),
        (4, None),
        (5, "It’s all.\r\n"),
    ]


RULE = "=" * 74 + "\n"
CERTIFICATE = "MIIC" + "q7Rb" * 17 + "Zt=\n"


@pytest.mark.parametrize(
    "text",
    [
        "2 + 2 =\n4\n",
        f"{RULE}The council met twice\n{RULE}It will meet again.\n",
        f"{CERTIFICATE}{CERTIFICATE}is what x=1 stands for here.\n",
    ],
)
def test_an_equals_sign_at_the_end_of_a_line_joins_nothing_without_other_evidence(text: str) -> None:
    assert decoded(text) == text


def test_lines_that_end_as_broken_mail_does_are_joined() -> None:
    lines = ["word " * 14 + "and=\n", "more " * 14 + "and=\n", "the end, which is 4=3D2+2.\n"]
    assert decoded("".join(lines)) == "".join(lines).replace("=\n", "").replace("=3D", "=")


def test_a_rule_of_equals_signs_in_a_mail_joins_nothing() -> None:
    assert decoded(f"The mayor=E2=80=99s plan\n{RULE}It will be late.\n") == (
        f"The mayor’s plan\n{RULE}It will be late.\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Visit /caf%C3%A9?x=1 or shop.example/caf%C3%A9.\n",
        "curl -d name=caf%C3%A9 localhost\n",
        "See wiki/K%C3%B6ln for more.\n",
        "Subject: =?UTF-8?Q?caf=C3=A9_ouvert_=C3=A0_midi?=\n",
        "In Python, \\u2019 is an apostrophe.\n",
        "The entity &eacute; stands for a letter.\n",
        "A letter such as &ccedil; is hard to type.\n",
        "On your page write &amp; for &\n",
        "On your page write &amp; for &, and look again.\n",
        "An ampersand (&) is written &amp; there.\n",
        "Between two names write nothing but &amp;.\n",
    ],
)
def test_addresses_and_what_is_only_named_stay(line: str) -> None:
    assert made_of(escapes.decode, [line]) == ([line], NO_EDITS)


@pytest.mark.parametrize(
    ("line", "decoded"),
    [
        ("Ele &eacute; bom &ndash; e vai &agrave; praia.\n", "Ele é bom – e vai à praia.\n"),
        ("She said &ldquo;Yes.&rdquo; Then she left.\n", "She said “Yes.” Then she left.\n"),
        ("&laquo; Oui &raquo;, dit-il &agrave; Paris &amp; Lyon.\n", "« Oui », dit-il à Paris & Lyon.\n"),
        ("It%E2%80%99s a caf%C3%A9.\n", "It’s a café.\n"),
    ],
)
def test_what_may_stand_alone_is_decoded_there(line: str, decoded: str) -> None:
    assert made_of(escapes.decode, [line])[0] == [decoded]


@pytest.mark.parametrize(
    ("escaped", "text"),
    [
        ("Ar y wal &acirc; gw&ecirc;n.\n", "Ar y wal â gwên.\n"),
        ("&Ocirc; rage, dit l&rsquo;&eacute;l&egrave;ve.\n", "Ô rage, dit l’élève.\n"),
        ("M&#7897;t &yacute; ki&#7871;n.\n", "Một ý kiến.\n"),
        ("It is &yuml; here, in the caf&eacute; too.\n", "It is ÿ here, in the café too.\n"),
        ("The sign &yuml; is here.\n", "The sign &yuml; is here.\n"),
        ("In HTML &yuml; is a letter of a caf&eacute;.\n", "In HTML &yuml; is a letter of a café.\n"),
        ("Le signe &ldquo; ouvre, et c&rsquo;est tout.\n", "Le signe &ldquo; ouvre, et c’est tout.\n"),
    ],
)
def test_single_letters_are_words_where_letters_within_words_are_spelled_out(escaped: str, text: str) -> None:
    assert repair(escaped)[0] == text
