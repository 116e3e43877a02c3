"""What the rules of every language other than English hold to."""

import re

import pytest

from newsclean.boilerplate import trim
from newsclean.boilerplate.fold import examined
from newsclean.boilerplate.matcher import CREDIT
from newsclean.boilerplate.rules import built_in_and_own

RULES = [rule for rule in built_in_and_own() if rule.language != "en" and rule.category != CREDIT]
LANGUAGES = sorted({rule.language for rule in RULES})
SPARED = {line: examined(line) for rule in built_in_and_own() for line in rule.spares}
COMMON = "donation membership subscription newsletter share related comments copyright"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_knows_the_common_tails(language: str) -> None:
    assert {rule.category for rule in RULES if rule.language == language} >= set(COMMON.split())


def test_an_id_tells_its_language() -> None:
    assert [rule.id for rule in RULES if not rule.id.startswith(f"{rule.language}-")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_spare_what_the_rules_of_any_language_spare(language: str) -> None:
    # A text is matched against the rules of all languages, and news reads alike in several.
    own = [(rule.id, re.compile(rule.pattern)) for rule in RULES if rule.language == language]
    assert [(name, line) for line, text in SPARED.items() for name, found in own if found.search(text)] == []


# What the commonest publishing systems write below every article, buttons and all.
SYSTEMS = {
    "cs": ["Navigace pro příspěvek|Předchozí příspěvek|Napsat komentář"],
    "da": ["Indlægsnavigation|Forrige indlæg|Skriv et svar|Annuller svar"],
    "de": [
        "Gefällt mir:|Gefällt mir Lade...|Ähnliche Beiträge",
        "Beitrags-Navigation|← Vorheriger Beitrag|Nächster Beitrag →|Schreibe einen Kommentar",
        "Antworten|Kommentar verfassen",
        "Klicken Sie hier, um weiterzulesen.|Mehr erfahren|Über uns|Startseite",
    ],
    "es": [
        "Me gusta|Tuitear|Enviar a un amigo",
        "Navegación de entradas|Entrada anterior|Deja una respuesta",
        "Haga clic aquí|Síguenos",
    ],
    "fr": [
        "J'aime|Tweeter|Envoyer à un ami",
        "Navigation de l'article|Laisser un commentaire",
        "Cliquez ici|Suivez-nous",
    ],
    "it": [
        "Mi piace|Twitta|Invia a un amico",
        "Navigazione articoli|Articolo precedente|Lascia un commento",
        "Clicca qui|Seguici",
    ],
    "nl": ["Vind ik leuk|Stuur naar een vriend", "Berichtnavigatie|Vorig bericht|Geef een reactie"],
    "no": ["Innleggsnavigasjon|Forrige innlegg|Legg igjen et svar|Avbryt svar"],
    "pl": ["Nawigacja wpisu|Poprzedni wpis|Następny wpis|Dodaj komentarz|Anuluj pisanie odpowiedzi"],
    "pt": ["Curtir|Tweetar", "Navegação de posts|Post anterior|Próximo post|Deixe um comentário"],
    "ru": ["Нравится|Печать", "Навигация по записям|Предыдущая запись|Добавить комментарий|Отменить ответ"],
    "sv": ["Inläggsnavigering|Föregående inlägg|Lämna ett svar|Avbryt svar"],
    "tr": ["Yazı gezinmesi|Önceki yazı|Sonraki yazı|Bir yanıt yazın|Yanıtı iptal et"],
    "uk": ["Подобається|Друк", "Навігація записів|Попередній запис|Залишити відповідь"],
}
# What outlets say to their readers in whole sentences.
SENTENCES = {
    "uk": ["Якщо вам є що розповісти, напишіть нам.", "Поділіться з друзями."],
    "tr": ["Uygulamamızı indirin."],
    "ru": ["Слушайте наш подкаст.", "Понравился текст? Расскажите о нём друзьям."],
    "pt": ["Ouça o nosso podcast toda quinta.", "Baixe o nosso aplicativo."],
    "pl": ["Masz temat? Napisz do nas, daj nam znać.", "Pobierz naszą aplikację."],
    "nl": ["Heb je een tip? Mail ons.", "Log in om te reageren"],
    "it": ["Hai una segnalazione da farci? Scrivici.", "Scarica la nostra app gratuita."],
    "es": [
        "¿Has encontrado un error? Avísanos.",
        "Escucha nuestro pódcast cada jueves.",
        "¿Te ha gustado esta nota? Compártela en redes.",
    ],
    "de": [
        "Wissen Sie mehr zu diesem Thema? Schreiben Sie uns.",
        "Hören Sie unseren Podcast.",
        "Laden Sie unsere App herunter.",
        "Kommentare werden moderiert.",
    ],
    "ar": [
        "انضم إلى قناتنا على واتساب.",
        "هل لديك صورة للجسر؟ راسلنا عبر البريد.",
        "تابعونا على فيسبوك ويوتيوب.",
    ],
    "az": [
        "Bizi Facebook-da izləyin.",
        "Müstəqil jurnalistika oxucuların dəstəyi ilə yaşayır.",
    ],
    "be": ["Падтрымайце незалежную журналістыку.", "Пішыце нам, калі ведаеце больш пра мост."],
    "bg": ["Последвайте ни във Facebook.", "Имате снимка на моста? Изпратете ни я."],
    "ca": ["Subscriu-te al nostre butlletí.", "Tots els drets reservats.|Segueix-nos a Instagram"],
    "cs": ["Sledujte nás i na Instagramu.", "Máte tip na téma? Napište nám."],
    "cy": ["Cefnogwch ni: mae eich cefnogaeth yn bwysig.", "Darllenwch hefyd:|Hanes y bont|Rhannu"],
    "da": ["Følg os på sociale medier.", "Artiklen må ikke gengives uden tilladelse."],
    "el": ["Είμαστε ένα ανεξάρτητο μέσο. Γίνε μέλος με 3 ευρώ.", "Στείλτε μας τη γνώμη σας."],
    "et": ["Toeta sõltumatut ajakirjandust.", "Jälgi meid Facebookis.|Loe ka:|Miks sild suleti"],
    "fa": ["در خبرنامه ما عضو شوید.", "بیشتر بخوانید:|چرا پل بسته شد"],
    "fi": ["Seuraa meitä myös Facebookissa.", "Huomasitko virheen? Ilmoita toimitukselle."],
    "fr": [
        "Tous droits réservés. Reproduction interdite sans accord de l'éditeur.",
        "Une erreur dans l'article ? Signalez-la nous.",
        "Retrouvez notre podcast chaque jeudi.",
        "Cet article vous a plu ? Partagez-le.",
    ],
    "ga": ["Braitheann muid ar thacaíocht ár léitheoirí.", "Léigh freisin:|Scéal an droichid|Roinn seo"],
    "he": ["תמכו בנו: גם תרומה קטנה עוזרת.", "מצאתם טעות? כתבו לנו.", "כל הזכויות שמורות"],
    "hi": ["हमारे व्हाट्सएप चैनल से जुड़ें।", "हमें आर्थिक सहयोग दें।"],
    "hr": ["Pratite nas na Facebooku i Viberu.", "Imate fotografiju mosta? Pošaljite nam."],
    "hu": ["Kövess minket a Facebookon is!", "Van egy jó sztorid? Írj nekünk!"],
    "id": ["Punya informasi? Hubungi redaksi kami.", "Kami hidup dari dukungan pembaca."],
    "is": ["Styrktu óháða blaðamennsku.", "Allur réttur áskilinn."],
    "ja": ["この記事は読者の寄付で支えられています。", "情報提供はこちらのフォームからお寄せください。"],
    "ko": [
        "여러분의 제보를 기다립니다.",
        "뉴스레터를 구독해 주세요.",
        "독립 언론은 독자의 후원으로 운영됩니다.",
    ],
    "lt": ["Paremkite nepriklausomą žurnalistiką.", "Pastebėjote klaidą? Parašykite mums."],
    "lv": ["Atbalsti neatkarīgu žurnālistiku!", "Seko mums Facebook un Instagram."],
    "mk": ["Поддржете го независното новинарство.", "Сите права се задржани."],
    "no": ["Har du oppdaget en feil? Gi oss beskjed.", "Meld deg på nyhetsbrevet vårt."],
    "ro": ["Urmărește-ne pe Google News.", "Ai un pont? Scrie-ne!"],
    "sk": ["Sledujte nás aj na Facebooku.", "Sme nezávislé médium. Podporte nás darom."],
    "sl": ["Podprite neodvisno novinarstvo.", "Ste opazili napako? Sporočite nam."],
    "sq": ["Mbështetni gazetarinë e pavarur.", "Na ndiqni në Facebook"],
    "sr": ["Подржите независно новинарство.", "Пратите нас на Инстаграму."],
    "sv": ["Har du hittat ett fel? Mejla oss.", "Bli prenumerant. Avsluta när du vill."],
    "vi": ["Theo dõi chúng tôi trên Facebook.", "Mọi ý kiến đóng góp xin gửi về tòa soạn."],
    "zh": ["欢迎关注我们的微信公众号。", "如果您认同我们的工作，请考虑小额赞助。"],
}
BODY = (
    "The council voted on Monday to close the old bridge for two years, although traders on both banks had "
    "asked for a shorter work plan and a ferry in the meantime.\n"
    "The state will pay for most of the work, but the town has to find two million from its own budget "
    "before the end of the year, the treasurer said.\n"
)


@pytest.mark.parametrize("labels", [labels for each in SYSTEMS.values() for labels in each])
def test_labels_of_publishing_systems_go(labels: str) -> None:
    assert trim(BODY + labels.replace("|", "\n") + "\n")[0] == BODY


@pytest.mark.parametrize("lines", [lines for each in SENTENCES.values() for lines in each])
def test_sentences_to_the_reader_go(lines: str) -> None:
    assert trim(BODY + lines.replace("|", "\n") + "\n")[0] == BODY


# Appeals that no rule knows, by their signs, and news that shows the same words.
APPEALS = {
    "ar": "صحفيونا يعتمدون على دعمكم. يمكنكم الاشتراك بخمسة دولارات شهريا والقراءة بلا إعلانات.",
    "bg": "Нашите журналисти зависят от вас: за пет лева месечно станете член и четете без реклами.",
    "ca": "Els nostres periodistes viuen del vostre suport: 5 euros al mes, sense publicitat.",
    "et": "Meie ajakirjanikud vajavad teie annetusi: viie euroga kuus loed reklaamita ja saad liikmeks.",
    "he": "העיתונאים שלנו מתקיימים מהתמיכה שלכם: בעשרים שקל לחודש תוכלו לקרוא בלי פרסומות.",
    "hr": "Naši novinari žive od vaših donacija: za pet eura mjesečno čitajte bez oglasa.",
    "id": "Jurnalis kami hidup dari dukungan Anda: 20 ribu rupiah per bulan, tanpa iklan.",
    "lt": "Mūsų žurnalistai gyvena iš jūsų paramos: už penkis eurus per mėnesį skaitykite be reklamos.",
    "sl": "Naši novinarji živijo od vaših donacij: za pet evrov mesečno berite brez oglasov.",
}
NEWS = {
    "ar": "وتبلغ كلفة الاشتراك في النادي عشرين دولارا شهريا، ويدخل الأطفال مجانا.",
    "bg": "Членството в клуба струва 20 лева месечно, а децата влизат безплатно.",
    "ca": "L'entrada val 5 euros i els socis del museu hi entren gratis cada divendres.",
    "et": "Klubi liikmemaks on 20 eurot kuus, lapsed ujuvad tasuta.",
    "he": "המנוי לבריכה עולה מאה שקל לחודש, וילדים נכנסים בחינם.",
    "hr": "Članstvo u klubu košta 20 eura mjesečno, a djeca plivaju besplatno.",
    "id": "Iuran klub itu 20 ribu rupiah per bulan, dan anak-anak berenang gratis.",
    "lt": "Narystė klube kainuoja 20 eurų per mėnesį, vaikai plaukioja nemokamai.",
    "sl": "Članarina znaša 20 evrov mesečno, otroci plavajo brezplačno.",
}


@pytest.mark.parametrize("line", APPEALS.values(), ids=APPEALS)
def test_appeals_that_no_rule_knows_go(line: str) -> None:
    assert trim(f"{BODY}{line}\n")[0] == BODY


@pytest.mark.parametrize("line", NEWS.values(), ids=NEWS)
def test_news_of_their_words_stays(line: str) -> None:
    assert trim(f"{BODY}{line}\n")[0] == f"{BODY}{line}\n"


# Photographers, sources and corrections, each above a tail.
CREDITS = {
    "cs": "Zdroj: Vzorová agentura|Čtěte také:",
    "da": "Foto: Anna Eksempel|Læs også",
    "el": "Πηγή: Παράδειγμα|Διαβάστε επίσης",
    "fi": "Oikaisu: Jutun ensimmäisessä versiossa sillan pituus oli väärä.|Tilaa uutiskirje",
    "fa": "منبع: نمونه|بیشتر بخوانید:",
    "hr": "Izvor: Primjer|Pratite nas na Facebooku.",
    "hu": "Fotó: Minta Anna|Iratkozz fel a hírlevelünkre!",
    "id": "Sumber: Contoh|Bagikan",
    "ja": "写真：見本花子|関連記事",
    "ko": "사진=보기통신|관련기사",
    "no": "(©NTB)|Følg oss på Facebook.",
    "ro": "Sursa: Agenția Exemplu|Citește și:",
    "sq": "Burimi: Shembull|Lexo edhe:",
    "vi": "Ảnh: An Mẫu|Chia sẻ",
    "zh": "来源：样本社|相关阅读",
}


@pytest.mark.parametrize("lines", CREDITS.values(), ids=CREDITS)
def test_credits_stay(lines: str) -> None:
    credit, tail = lines.split("|")
    assert trim(f"{BODY}{credit}\n{tail}\n")[0] == f"{BODY}{credit}\n"
    assert trim(f"{BODY}{credit}\n")[0] == f"{BODY}{credit}\n"
