"""Word lists in the languages of the rules and some more: data alone.

Each language of a list begins with its code and a colon; languages that share words may share an entry.  What
is looked up are the words of all of them together.  Words are written as a folded line has them, in lower
case (Turkish ı is i), and as `split_words` parts it: a Hindi word ends at its first vowel sign.
"""

LANGUAGES = frozenset(
    """
    en: de: fr: es: pt: it: nl: pl: cs: sk: cs+sk: sv+da+nb: fi: hu: ro: hr: el: ru: uk: bg: tr: ar: id: vi:
    az: be: ca: cy: et: fa: ga: he: hi: is: ko: lt: lv: mk: sl: sq: sr: services:
    """.split()
)


def all_words(text: str) -> set[str]:
    """Return the words of all languages of a list."""
    words = set(text.split())
    words -= LANGUAGES
    return words


CURRENCIES = frozenset("$€£¥₹₺₽₴")

MONTHS = all_words(
    """
    en: january february march april may june july august september october november december jan feb mar apr
      jun jul aug sep sept oct nov dec
    de: januar februar märz mai juni juli oktober dezember
    fr: janvier février mars avril juin juillet août septembre octobre novembre décembre
    es: enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    pt: janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    it: gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    nl: januari februari maart mei augustus
    pl: stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    cs: ledna února března dubna května června července srpna září října listopadu prosince
    sk: januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
    sv+da+nb: mars maj augusti marts mai desember
    fi: tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta
      lokakuuta marraskuuta joulukuuta
    hu: január február március április május június július augusztus szeptember október
    ro: ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie
    hr: siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna studenoga studenog prosinca
    el: ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου
      νοεμβρίου δεκεμβρίου
    ru: января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    uk: січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    bg: януари февруари март април май юни юли август септември октомври ноември декември
    tr: ocak şubat mart nisan mayis haziran temmuz ağustos eylül ekim kasim aralik
    ar: يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    id: maret agustus
    vi: tháng
    """
)

WE = all_words(
    """
    en: we us our ours
    de: wir uns unser unsere unseren unserem unserer
    fr: nous notre nos
    es: nosotros nosotras nuestro nuestra nuestros nuestras escríbenos cuéntanos avísanos envíanos contáctanos
    pt: nós nosso nossa nossos nossas
    it: noi nostro nostra nostri nostre scrivici contattaci segnalaci inviaci mandaci raccontaci
    nl: wij ons onze
    pl: my nas nam nasz nasza nasze naszą naszego naszej naszych naszym
    cs: nás nám náš naše naši
    sk: našej
    sv+da+nb: oss vår vårt våra vores
    fi: meitä meille työtämme toimituksemme
    hu: minket nekünk hozzánk munkánkat lapunkat hírlevelünkre
    ro: nostru noastră noștri noastre
    hr: naš naše našem
    el: εμάς μας
    ru: мы нас нам наш наша наше наши нашу нашего нашей наших нашим
    uk: ми наші нашої нашій
    bg: ние нашия нашата нашите
    tr: biz bize bizi bizim
    ar: نشرتنا قناتنا موقعنا تطبيقنا صفحتنا عملنا إلينا لنا
    id: kami
    vi: chúng
    az: bizə bizi kanalimiza səhifəmizə
    be: наш нашу нашае нам нас
    ca: nosaltres nostre nostra nostres
    et: meil meie
    ga: muid dúinn dár
    he: אותנו שלנו אחרינו אלינו בנו
    hi: हम
    is: okkur okkar
    ko: 저희 저희는 저희가 저희의 보내드립니다 드립니다
    lt: mūsų mums
    lv: mūs mums mūsu
    mk: нè нашиот нашата
    sl: nam naše
    sq: tonë tonën jonë
    sr: нам наш
    """
)

YOU = all_words(
    """
    en: you your yours
    de: sie ihnen ihr ihre ihren ihrem ihrer du dich dir dein deine deiner euch eure eurer
    fr: vous votre vos
    es: usted ustedes tu
    pt: você vocês seu sua teu
    it: lei voi tuo tua vostro vostra
    nl: u uw jouw jullie
    pl: ty twój twoje twoja twoją twojej twojemu wasz wasza wasze waszej wam państwo państwa
    cs: vás vám váš vaše vaši
    sv+da+nb: deg ditt dina
    hu: ön önök önt
    fi: sinä sinun sinulla sähköpostiisi
    ro: dumneavoastră vă vouă
    hr: vaša vašu vaše
    el: εσάς σας
    ru: вы вас вам ваш ваша ваше ваши вашу вашего вашей ваших вашим
    uk: ви вашого ваші вашої вашій
    bg: вие вашия вашата вашите
    tr: siz sizin sizi sizler
    ar: دعمكم تبرعك تبرعاتكم لكم بريدك بريدكم
    id: anda
    vi: bạn
    az: sizə sizin sizi
    be: вам вас ваша ваш
    ca: vosaltres vostre vostra
    cy: eich
    et: sinu sinult teie teile
    fa: شما
    ga: agat
    he: לכם שלכם בכם אתכם
    hi: आप आपक
    is: þú þinn þín þitt þig
    ko: 여러분 여러분의 당신의 독자님 주세요 하세요 보세요 바랍니다 부탁드립니다
    lt: jūs jūsų jums
    lv: tavs tavu jūsu jums
    mk: вашата вашиот
    sl: vaša vaše
    sq: juaj tuaj
    sr: ваша ваше
    """
)

# What news attributes with.
SAYING = all_words(
    """
    en: said says told tells asked added shouted announced explained according wrote insisted demanded
      warned urged pleaded begged promised argued claimed replied cried whispered concluded recalls adds
      shouts cries begs pleads demands urges
    de: sagte sagten sagt erklärte teilte kündigte laut rief riefen ruft schrieb schrieben forderte warnte
      bat flehte versprach behauptete mahnte antwortete meint betont erzählt betonte erzählte
      fordert fordern forderten riet rät
    fr: déclaré annoncé expliqué indiqué selon dit écrit écrivait écrivaient lançait lançaient promettait
      suppliait criait criaient réclamait répétait affirme explique raconte conclut assure ajoute
    demandent demandait demandaient réclament supplient crient lancent conseille conseillent demande supplie
      crie
      réclame
    es: dijo dijeron explicó anunció según afirmó gritó gritaba gritaban pedía pedían escribió prometió
      dice explica concluye asegura aseguró señaló añadió
      piden gritan ruegan exigen aconseja pide pidió pidieron grita gritaron ruega
    pt: disse afirmou segundo explicou gritou gritava gritavam pediu pedia pediam escreveu prometeu diz
      explica conclui afirma acrescentou pedem gritam aconselha pede pediram grita gritaram suplica
    it: detto spiegato secondo gridava gridavano chiedeva chiedevano scrisse prometteva spiega racconta
      conclude afferma sottolinea aggiunge
      chiedono gridano implorano consiglia consigliano chiede chiesto grida gridato implora
    nl: zei zeiden aldus volgens riep riepen schreef schreven smeekte beloofde zegt vertelt vertelde
      roept roepen smeken vroegen vroeg vraagt smeekt
    pl: powiedział powiedziała poinformował według wołał wołała wołali krzyczał napisał napisała prosił
      mówi dodaje podkreśla tłumaczy apelują wołają krzyczą radzi prosi prosiła prosili woła krzyczała wzywa
    cs: řekl řekla uvedl uvedla podle napsal křičel volal prosil říká dodává dodal dodala
      žádají volají křičí radí prosí prosila prosili volala volali křičela
    sk: povedal povedala uviedol podľa napísal kričal hovorí dodal dodala prosí prosil prosila volal volala
      kričala
    sv+da+nb: sade säger enligt skrev ropade sagde siger ifølge råbte uttalte sier ropte avslutar berättar
      konstaterar menar svarar förklarar fortæller understreger mener svarer forklarer tilføjer avslutter
      forteller konstaterer understreker vädjade vädjar frågade ropar råber spurgte beder spurte
    fi: sanoi sanoo kertoi kertoo mukaan kirjoitti huusi toteaa huusivat sanoivat pyysi pyysivät pyytää
      pyytävät
    hu: mondta közölte szerint írta kiáltotta kérte mondja kérték kéri kérik mondták írja kiáltották
    ro: spus declarat potrivit scris strigat spune adaugă cere cer cerea cereau cerut strigau rugat spunea
    hr: rekao rekla kaže kazao poručio poručila moli mole zamolio vikao izjavio
    el: είπε δήλωσε σύμφωνα έγραψε φώναξε λέει λένε είπαν ζητά ζητούν ζήτησε ζήτησαν φωνάζει φωνάζουν
    ru: сказал сказала сообщил сообщила заявил заявила кричал кричала кричали писал писали написал
      написала просил призывал обещал говорит отметил отметила рассказал рассказала подчеркнул добавил
      добавила просят кричат призывают советует просит просила просили крикнул попросил
    uk: сказав повідомив повідомила гукав кричав писав писали просив обіцяв каже розповів розповіла
      зазначив додав просять гукають закликають радить просить просила просили сказала сказали крикнув
    bg: каза казаха заяви моли молят помоли извика написа
    tr: dedi söyledi açikladi göre bağirdi yazdi diye diyor söylüyor dediler seslendi yalvardi istedi
    ar: قال قالت وقال وقالت يقول تقول ناشد ناشدت
    id: kata ujar katanya ujarnya
    vi: nói
    az: deyib deyir bildirib
    be: сказаў кажа паведаміў просіць просяць
    ca: diu diuen demana demanen crida
    cy: meddai dywedodd
    et: ütles sõnas palus hüüdis
    fa: گفت گفتند
    ga: dúirt deir arsa
    he: אמר אמרה אמרו ביקש ביקשה
    hi: कह बोल
    is: sagði segir bað
    lt: sakė prašė teigė
    lv: teica sacīja lūdza
    mk: рече рекоа вели изјави молат
    sl: rekel dejal dejala pravi povedal prosijo
    sq: tha thanë kërkoi kërkojnë
    sr: рекао рекла каже поручио моле
    """
)

# How news says what is written on a banner or in a letter: as the first or the last word of that clause.
INSCRIBED = all_words(
    """
    en: read reads ran
    de: stand steht hieß lautete
    fr: disait disaient lisait proclamait
    es: rezaba rezaban decía decían leía
    pt: dizia diziam lia
    it: diceva dicevano recitava
    nl: stond luidde
    pl: głosił głosiła głosiły
    cs: stálo hlásal
    sv+da+nb: stod
    ru: гласил гласила гласили
    uk: гласив
    tr: yaziyordu
    """
)

# Who speaks for everybody asks nothing for an outlet.
EVERYBODY = (
    *(
        "we all",
        "we must all",
        "wir alle",
        "nous tous",
        "todos nosotros",
        "tutti noi",
        "noi tutti",
        "todos nós",
    ),
    *(
        "wij allemaal",
        "we allemaal",
        "my wszyscy",
        "wszyscy my",
        "my všichni",
        "všichni my",
        "vi alla",
        "vi alle",
    ),
    *("мы все", "все мы", "ми всі", "всі ми"),
)

# How words open that news of gifts of money holds.
GIFTS = tuple(
    all_words(
        """
        en: donat donor gifts fundrais
        de: spende geldspende
        fr: dons cagnotte
        es: donaci donativ
        pt: doaç donativ
        it: donazion
        nl: donati doneer
        pl: darowizn zbiórk
        cs+sk: sbírk zbierk
        sv+da+nb: gåvor insaml gaver indsaml innsaml
        ru: пожертв
        tr: bağiş
        """
    )
)

# What stands between a name and who that is.
COPULAS = all_words(
    """
    en: is was are were
    de: ist war
    fr: est était
    es: es era
    pt: é foi
    it: è fu
    nl: werd
    pl: jest był była
    """
)

# The commonest words of running text; titles, labels and lists hold few of them.
FUNCTION_WORDS = all_words(
    """
    en: the of and to in a is that for it as was with be by on not he his but at are this have from or had an
      they which you were her she there would their we him been has when who will no more if out so what up
    de: der die das und ist den von zu mit sich des auf für nicht dem im ein eine als auch es werden aus er
      hat dass sie nach wird bei einer um am sind noch wie einem über einen zum war haben nur oder aber
    fr: le la les de et en un une du que est pour qui dans sur par pas plus au ne se ce il elle sont avec
    es: el los las del y por con una su para al lo como más pero sus o fue este ha si porque esta entre
    pt: os da do dos das em não na uma mais mas foi ao ele tem à seu sua ou quando muito nos já
    it: di che non è per sono della dei nel alla più anche gli delle ma come questo
    nl: het van een op te dat voor zijn met niet aan ook door maar bij nog naar uit
    pl: w i z się nie że po jest od przez za jak dla był są ale
    cs: je na že v s ale
    sv+da+nb: och att det som på är av för till har inte om ett men og af ikke til
    ru: и в не на что с по как это к из за от для он но а его было о я у так же
    uk: і що з та до як це від він але його про
    tr: ve bir bu için ile olarak çok daha olan gibi sonra kadar ama
    id: yang dan untuk dengan dari ini itu pada
    """
)

# The signs of a plea that no rule knows: a word, or with a hyphen how words open.  Words that mean something
# common in another of the languages are left out ("don", "nas", "has").
SIGNS = {
    # Who asks: whole words, for most lines are done with when they hold none of these and the next.
    "we": """
    en: we us our ours
    de: wir uns unser unsere unserem unseren unserer unseres
    fr: nous notre nos
    es: nosotros nosotras nuestro nuestra nuestros nuestras somos contamos necesitamos queremos hacemos
      vivimos tenemos publicamos seguimos ayúdanos apóyanos ayúdennos
    pt: nós nosso nossa nossos nossas temos precisamos fazemos acreditamos
    it: noi nostro nostra nostri nostre siamo abbiamo facciamo crediamo vogliamo viviamo spieghiamo
      raccontiamo sosteneteci sostienici aiutateci aiutaci dacci dateci
    nl: wij ons onze
    pl: nam nami nasz nasza nasze naszą naszego naszej naszemu naszych naszym naszymi jesteśmy tworzymy
      piszemy bierzemy dziękujemy prosimy potrzebujemy działamy
    cs: nás námi náš naši našeho naší našemu našich našimi potřebujeme děláme píšeme přinášíme žijeme
      prosíme posíláme nám děkujeme tvoříme přežijeme
    sk: našej potrebujeme prinášame
    sv+da+nb: vi oss vår vårt våra vores vore behöver trenger skickar prøver
    fi: meidän meille meitä meistä meiltä lukijamme lukijoidemme lukijoitamme lehtemme työmme työtämme
      toimituksemme uutiskirjeemme journalismimme tarvitsemme teemme kiitämme olemme emme haluamme voimme
      autathan tukesi lähetämme elämme pyydämme toivomme takanamme
    hu: nekünk minket velünk rajtunk tőlünk értünk lapunk lapunkat olvasóink olvasóinkat munkánk munkánkat
      szerkesztőségünk hírlevelünk hírlevelünket hírlevelünkre cikkeink újságunk dolgozunk kérjük szükségünk
      vagyunk tudunk szeretnénk köszönjük küldjük kérünk mögöttünk hozzánk nálunk támogatóink előfizetőink
    ro: nostru noastră noștri noastre suntem avem credem scriem mulțumim rugăm publicăm investigăm
    el: μας εμάς είμαστε χρειαζόμαστε γράφουμε ευχαριστούμε θέλουμε
    ru: мы нас нам нами наш наша наше наши нашего нашей нашему нашем нашу наших нашим нашими
    uk: наші нашого нашої нашому нашій ми пишемо беремо дякуємо працюємо просимо потребуємо надсилаємо
      робимо живемо хочемо тримаємося
    tr: biz bize bizi bizim okurlarimiz okurlarimiza okurlarimizdan okurlarimizi okurlarimizin gücümüz
      gücümüzü destekçimiz destekçimizsiniz destekçilerimiz destekçilerimize destekçilerimizin emeğimiz
      emeğimizi emeğimizin gazetemiz gazetemize gazetemizi gazetemizin sitemiz sitemize sitemizi sitemizin
      aramiza arkamizda bizimle gönderiyoruz haberimize çalişiyoruz yaşiyoruz istiyoruz teşekkür
    bg: ние нашия нашата нашите разчитаме работим пишем благодарим нуждаем
    ca: nosaltres nostre nostra nostres necessitem creiem volem
    hr: nama nam naš naša naše našu našeg našem našim ovisimo trebamo radimo pišemo hvala vjerujemo
    id: kami redaksi
    sl: nam naš naša našo naše našega potrebujemo delamo pišemo verjamemo
    lt: mūsų mums
    lv: mēs mūsu mums
    et: meie meil meid meile
    sr: нас нама наш наша наше нашу нашег
    mk: нашите нашиот нашата
    be: мы нам нас наш наша нашу нашай
    az: bizə bizi bizim oxucularimiz oxucularimizin jurnalistlərimiz
    sq: tonë tona jonë tanë
    is: okkar okkur
    he: אנחנו אנו לנו שלנו אותנו
    ar: نحن لنا عملنا موقعنا صحافتنا قرائنا قراءنا صحفيينا
    fa: خوانندگانمان کارمان
    ko: 저희 저희는 저희가 저희의
    """,
    # Who is asked: whole words too.
    "you": """
    en: you your yours
    de: du dich dir dein deine deinem deinen deiner deines ihnen euch eure euer eurem eurer
    fr: vous votre vos recevez lisez laissez inscrivez rejoignez soutenez
    es: usted ustedes tú tu tus ti contigo puedes quieres hazte únete suscríbete apóyanos ayúdanos apoya
      súmate lees recibes
    pt: você vocês teu tua torne assine apoie ajude contribua junte leia receba
    it: puoi vuoi voi vostro vostra vostri vostre tuo abbonati iscriviti sostienici sosteneteci sostieni
      aiutaci aiutateci pensate leggi ricevi
    nl: jij je jou jouw jullie uw
    pl: ciebie tobie twój twoja twoje twoją twojego twojej twojemu twoim twoich wasz wasza wasze waszą waszego
      waszej waszemu waszych waszym waszymi możesz chcesz cenisz wesprzyj dołącz zostań czytasz otrzymasz
      dorzuć
    cs: vás vám vámi váš vaše vaši vašeho vaší vašemu vašich tvůj tvoje tobě tebe podpořte přispějte staňte
      pomozte přidejte odebírejte přihlaste předplaťte zadejte chcete můžete nechte nestál dostanete vypněte
      objednejte kupte získejte
    sk: podporte prispejte pridajte pomôžte prihláste predplaťte vaša vašej
    sv+da+nb: ditt dina dine jeres dere bidra støt støtt stötta swisha vipps prenumerera teckna tilmeld
      abonnér doner bliv tegn adressen
    fi: sinä sinun sinua sinulle sinulta teidän teille teitä lahjoita tilaa liity osallistu sähköpostiisi
      voit haluat lahjoituksesi tukenne auttaisit haluatko voitko sinäkin saat saisit jätä kirjaudu
    hu: önök önt neked téged hozzád nektek titeket támogass támogasson támogassa támogasd támogassanak
      iratkozz iratkozzon fizess fizessen adományozz adományozzon csatlakozz csatlakozzon segíts segítsen
      kattints teheted fizetsz olvasod kapod kérheted lemondhatod iratkozhatsz
    ro: tău tăi tine ție dumneavoastră vă susține susțineți donează donați abonează abonați înscrie alătură
      ajută ajutați redirecționează poți puteți vrei
    el: σας εσάς εσένα σου εσείς στηρίξτε στήριξε ενισχύστε ενίσχυσε γίνετε βοηθήστε βοήθησε εγγραφείτε
      μπορείτε μπορείς θέλετε
    ru: вы вас вам вами ваш ваша ваше ваши вашего вашей вашему вашем вашу ваших вашим вашими оформите
      поддержите помогите станьте присоединяйтесь подпишитесь читаете получаете получите получайте оставьте
    uk: ваші вашого вашої вашому вашій ви підтримайте допоможіть приєднуйтесь приєднуйтеся долучайтесь
      долучайтеся пригостіть читаєте отримуєте отримуйте залиште скиньтеся підпишіться долучіться переходьте
      хочете скасуйте
    tr: siz sizin sizi sizler sizden sizlerin destekleyin beğendiyseniz okuyun katilin kutunuza kutunuzda
      olur olun olun olunuz misiniz musunuz birakin kaçirmayin kaydolun okuyorsunuz
    bg: вие вас вашата вашия вашето вашите подкрепете дарете станете абонирайте помогнете можете
    ca: vosaltres vostre vostra teu teva vols uneix subscriu apunta
    hr: vaš vaša vaše vašu vašeg vama vas možete želite podržite podrži uplatite doniraj donirajte
      pretplatite prijavite postanite
    id: anda dukung jadilah donasikan berlangganan bergabunglah
    sl: vaša vaše vašo vašega vam vas podprite donirajte postanite naročite prijavite lahko
    lt: jūs jūsų jums jumis galite paremkite aukokite prenumeruokite tapkite
    lv: jūs jūsu jums tavs tavu tev atbalsti atbalstiet ziedo ziedojiet abonē piesakies kļūsti
    et: sinu sina teie sulle toeta toetage anneta annetage telli hakka liitu
    sr: вас вама ваш ваша ваше вашу можете подржите донирајте уплатите постаните пријавите
    mk: вас вашата вашиот вашите поддржете донирајте станете
    be: вы вас вам ваш ваша вашай падтрымайце дапамажыце станьце падпішыцеся
    az: siz sizin sizə sizi dəstəkləyin
    sq: juaj tuaj juve mbështetni dhuroni abonohuni bëhuni mundeni
    is: þú þinn þín þitt þig þér ykkur styrktu skráðu gerstu
    he: אתם לכם שלכם בכם תרומתכם תמיכתכם תמכו תרמו
    ar: لكم دعمكم دعمك تبرعك تبرعكم تبرعاتكم مساهمتك مساهمتكم يمكنك يمكنكم ادعموا ادعمونا ادعمنا بريدك
      بريدكم
    fa: شما
    ko: 여러분 여러분의 여러분이 당신의 당신이
    """,
    # What is asked for: gifts, membership, a coffee.
    "give": """
    en: donat- donor- contribut- subscri- membership member members supporter- patron- gift gifts chip fiver
      kickstarter indiegogo buymeacoffee pledg- crowdfund- coffee fundrais- generosity
    de: spende spenden spendet spenden- unterstütz- förder- abonn- mitglied- genoss- kaffee beitrag
    fr: soutien souten- adhér- adhési- dons cotis-
    es: donación donaciones donar suscri- suscrí- apoya apoyo apoyar apóy- aportación aporta aporte colabora-
      socia socias socio socios café sostienen
    pt: doação doações doar doe apoie apoio assin-
    it: contribu- donazion- sosten- sostien- abbon- destina- quota quote
    nl: doneer donatie donaties steun steunen bijdrag- leden vriend vrienden koffie
    pl: wesprz- wspier- wspar- wpłat- wpłac- darowizn- prenumer- subskry- kawę
    cs+sk: přisp- daruj- darem podpo- předplat- predplat- prispe- člen- sbírk- kávu přispěv- darov- příspěv-
      kávy
    sv+da+nb: stöd stödja stödjer stötta- bidra bidrag- gåva gåvor skänk- medlem- støt- gaver donér- kaffe
      kaffet abonner- stöd- støtte- bidra- fika
    fi: lahjoi- tukea tukeminen tuki tukesi jäsen- tilaa- tilau- kannatu- kahvi- kuukausilahjoi-
      kertalahjoi- kahvikup-
    hu: támog- adomán- előfizet- tagság- csatlakoz- hozzájár- felajánl- kávé- támogató- kávé
    ro: donaț- doneaz- sprijin- susțin- abon- redirecțion- membr- cafea cafele
    el: δωρε- στηρί- στήρι- ενίσχυ- ενισχύ- συνδρομ- μέλος μέλη συνεισφ-
    ru: поддерж- пожертв- подпис- донат- взнос- кофе
    uk: підтрим- підпис- внеск- внесок кавою каву пригост- долуч- кав- збір збору
    tr: destek- bağiş- abone kahve omuz katki- ortak üyelik- üye
    bg: дарен- дари- подкреп- абон- член- кафе
    ca: donació donacions donatiu donatius suport subscri- soci sòcia socis aportaci- mecen- cafè
    hr: donac- donir- podrš- podrž- pretplat- član- uplat- kavu
    id: donasi- dukung- sumbang- anggota berlangganan kontribusi kopi
    sl: donac- donir- podpor- podpr- naroč- član- prispev- kavo
    lt: parama paramą paramos parem- auko- rėm- prenumer- nariu nariai kavos
    lv: ziedo- atbalst- abon- biedr- kafij-
    et: annet- toeta- toetus- tellij- liikme- kohvi
    sr: донаци- донир- подршк- подрж- претплат- члан- уплат- кафу
    mk: донаци- донир- поддрш- поддрж- претплат- член-
    be: падтрым- ахвярав- данат падпіс- узнос- кавы
    az: dəstək- ianə- abunə üzv- qəhvə
    sq: dhur- mbësht- kontrib- abono- anëtar-
    is: styrk- stuðning- áskrif- framlag- félag-
    he: תרומ- לתרום תמיכ- לתמוך מנוי- חברים
    ar: تبرع- التبرع دعم- الدعم اشترك- اشتراك- مساهم- عضو- العضوية
    fa: کمک- حمایت- اهدا- اشتراک مشترک عضو-
    ko: 후원- 기부- 구독- 정기후원- 회원-
    """,
    # That somebody pays.
    "pay": """
    en: give giving support supports pay pays paid fund funds funded funding sponsor sponsors tip appeal raise
      match matched matching doubled
    de: zahlen zahlt bezahlen bezahlt
    fr: paient payer
    es: pagan pagar
    pt: pagam
    it: pagano pagare versano versare
    nl: betalen betaald betaalde betaalden
    pl: płacą płacić
    cs+sk: platí platit financují financujú zaplatit zaplať- hradí
    sv+da+nb: betala betalar betalt betale betaler finansier- betale- bekostar
    fi: maksaa maksavat rahoit- kulut
    hu: fizet fizetnek finanszíroz- fizesd kifizetni
    ro: plătesc plăti finanț-
    el: πληρών- χρηματοδοτ-
    ru: платят платить
    uk: платять платити
    bg: плащат финансир-
    ca: paguen pagar
    hr: plaćaju plaćati financira- finansira-
    id: membayar dibiayai didanai
    sl: plačujejo plačati financira-
    lt: moka mokėti finansuo-
    lv: maksā finansē-
    et: maksa- rahasta-
    sr: плаћају финансира-
    mk: плаќаат финансира-
    be: плацяць фінансу-
    az: ödəyir maliyyələş-
    sq: paguajnë
    is: greiða borga
    he: משלמים לשלם ממומ-
    ar: ندفع يدفعون تمويل-
    fa: میپردازند
    """,
    # The ways to give.
    "means": """
    services: patreon paypal kofi venmo gofundme liberapay steadyhq boosty patronite tikkie bizum pix zrzutka
      helloasso
    en: cheque cheques iban qr deductible
    de: überweisung überweisen konto spendenkonto absetzbar verwendungszweck lastschrift
    fr: virement chèque chèques défiscalis- impôt impôts
    es: transferencia deducible deducibles
    pt: transferência vaquinha dedutív-
    it: detraibil- 5x1000 bonifico
    nl: anbi
    pl: krs przelew przelewem podatku
    cs: převod převodem účtu darujme donio odečíst účet
    sv+da+nb: swish mobilepay bankgiro plusgiro avdrag fradrag skattefradrag
    fi: tilinumero tilille
    hu: számlaszám- átutal- utalás- adószám- bankszámla- bankkártyá- átutalás-
    ro: contul virament formularul
    el: λογαριασμ- τραπεζικ-
    ru: картой криптовалют- реквизит-
    uk: карткою рахунок банку банка рахунку реквізит- монобанк-
    tr: havale kredi papara
    bg: сметка превод
    ca: transferència desgrav-
    hr: račun računa uplatnic-
    id: qris gopay
    sl: dohodnin- trr
    lt: sąskait- pervedim-
    lv: konts kontu pārskait-
    et: pangakont- ülekan-
    sr: рачун рачуна уплатниц-
    mk: сметка уплат-
    be: картк- рахунак рэквізіт-
    az: hesab köçürmə-
    sq: llogari-
    he: ביט פייבוקס
    ar: تحويل- بطاقة
    fa: حساب کارت
    ko: 계좌- 카카오페이-
    """,
    # Sums of money, beside CURRENCIES.
    "sum": """
    en: euro euros dollar dollars cents pound pounds pence quid
    pt: reais
    pl: złotych złotego zł
    cs: korun kč
    sv+da+nb: kr kronor kroner krone kronan
    fi: euroa eurolla euron
    hu: forint forintot forinttal
    el: ευρώ
    ru: рубл-
    uk: грн гривень гривня гривні
    tr: lira liradan liralik
    bg: лева евро лв
    hr: eura kuna dinara
    id: rupiah rp
    sl: evrov evra evre
    lt: eurų eurus eurais
    lv: eiro
    et: eurot
    sr: динара евра
    mk: денари евра
    be: рублеў еўра
    az: manat manatla avro
    sq: lekë
    is: krónur krónum
    he: שקל שקלים
    ar: دولار دولارات يورو درهم ريال جنيه
    fa: تومان یورو دلار
    """,
    # How often one gives or pays.
    "term": """
    en: month months monthly annual annually yearly recurring
    de: monat monatlich jährlich einmalig
    fr: mois mensuel-
    es: mes meses mensual- anual
    pt: mês mensal mensais
    it: mese mensile
    nl: maand maandelijks eenmalig
    pl: miesięc- miesiąc
    cs: měsíčně měsíc ročně jednorázov-
    sk: mesačne mesiac ročne
    sv+da+nb: månad månaden månadsvis månatlig- måned måneden månedlig- mån md mdr
    fi: kuukau- kuussa vuodessa kuukausittain
    hu: havi havonta hónap- évente hónapban
    ro: lună lunare lunară anuală
    el: μήνα μηνιαί- ετήσι-
    ru: ежемесячн- месяц
    uk: щомісяч- щомісяця місяць місяці річн-
    tr: ayda aylik
    bg: месец месечно месечна
    ca: mes mensual- anual
    hr: mjeseč- meseč- mjesec godišnj-
    id: bulan bulanan
    sl: mesec mesečno mesečni
    lt: mėnes- kasmet
    lv: mēnes- gadā
    et: kuus kuu aastas
    sr: месечно месец годишњ-
    mk: месечно месец
    be: штомесяч- месяц
    az: ayda ayliq
    sq: muaj mujor-
    is: mánuð- mánaðarleg-
    he: חודש לחודש בחודש חודשי- שנתי-
    ar: شهر شهريا شهري سنويا
    fa: ماه ماهانه سالانه
    ko: 매월 매달
    """,
    # What is supported.
    "press": """
    en: journalis- reporters reporting newsroom newsrooms newspaper reader readers readership listeners
      coverage editorial independent independence nonprofit story stories article articles magazine podcast
      blog website publication investigations broadcasting writers editors volunteers listener viewers
    de: redak- leser- hörer- unabhängig- berichten berichterstattung recherchen zeitung- artikel texte
    fr: lecteur- lectrice- indépendan- média médias enquêtes rédac-
    es: redac- lector- periodis- periódic- revista independien- artículos medio
    pt: redaç- leitor- jornalis- jornal reportage- notícia-
    it: redaz- giornalis- lettor- indipenden- articol- cronaca giornale
    nl: lezer- onafhankelijk- journalistiek krant
    pl: czytelni- dziennikar- niezależn- portal tekst teksty
    cs+sk: čtenář- čitateľ- novinář- novinár- žurnalis- nezávisl- článk- deník reportáž- posluchač- redakc-
    sv+da+nb: läsar- oberoende uavhengig- uafhængig- nyhed- avis avisen avisa tidning- lyssnar- lytter-
      granskning- artikkel- granskar journalist- läsare- læser- tidningen redaktion-
    fi: lukija- lukijoi- lehti lehden lehte- toimitu- toimittaj- riippumat- juttu- jutut reportaasi-
      toimitt- juttuj-
    hu: olvasó- újságír- független- szerkesztős- tényfeltár- hallgató- cikk- újság- riport-
    ro: cititor- investigaț- presă presei reportaj- ascultător-
    el: αναγνώστ- αναγνωστ- δημοσιογρ- ανεξάρτητ- ρεπορτάζ εφημερίδ- συντακτ- ακροατ-
    ru: журналис- читател- независим- материал- текст тексты
    uk: читач- незалежн- матеріал- тексти новин- редакці- медіа репортаж- читачк-
    tr: okur- gazete- bağimsiz- haberci- haber- habercilik- yazi- gazeteci-
    bg: журналис- читател- независим- медия редакци- статии
    ca: periodis- lector- independent mitjà redacci- articles diari
    hr: novinar- čitatelj- čitalac- neovisn- nezavisn- portal redakcij- članak članke
    id: jurnalis- pembaca independen liputan artikel
    sl: novinar- bralc- neodvisn- uredništv- člank- medij
    lt: žurnalist- skaitytoj- nepriklausom- redakcij- straipsn-
    lv: žurnālist- lasītāj- neatkarīg- redakcij- rakst-
    et: ajakirjan- lugeja- sõltumat- toimetus- artikl-
    sr: новинар- читалац- читаоц- независн- портал редакциј- текст-
    mk: новинар- читател- независн- редакциј- текстов-
    be: журналіст- чытач- незалежн- рэдакц- тэкст-
    az: jurnalist- oxucu- müstəqil- redaksiya- xəbər- məqalə-
    sq: gazetar- lexues- pavarur redaksi- artikuj
    is: blaðam- lesend- óháð- ritstjórn- fréttir
    he: עיתונ- קוראים הקוראים עצמאי- תחקיר- כתבות
    ar: صحاف- الصحافة الصحفي- صحفي- قراء القراء مستقل- المستقل- مقال-
    fa: روزنامه- خبرنگار- خواننده خوانندگان مستقل- رسانه-
    ko: 기자- 언론- 독자- 기사- 취재- 보도- 독립언론-
    """,
    # What it does without: advertising, owners, walls.
    "free": """
    en: ads advert- sponsors paywall paywalls shareholder- billionaire- owner owners grants corporate
      oligarch- algorithm-
    de: werbung bezahlschranke konzern- investoren
    fr: publicité publicités actionnaire- milliardaire- gratuit
    es: publicidad bancos partidos accionistas anuncios
    pt: publicidade acionistas anúncios
    it: pubblicità editori padrone padroni
    nl: advertentie- reclame betaalmuur aandeelhouders
    pl: reklam- sponsorów koncern- partii holding-
    cs+sk: inzer- vlastník- zdarma zadarmo
    sv+da+nb: annons- annonce- betalvägg betalingsmur ejere eiere ägare
    fi: mainok- mainost- maksumuur- omistaj-
    hu: hirdet- reklám- tulajdonos- ingyen-
    ro: reclamă reclamele proprietar- acționar-
    el: διαφημ- διαφήμ- ιδιοκτήτ- χορηγ-
    ru: реклам- спонсор- олигарх- бесплатн-
    uk: олігарх- власник- безкоштовн-
    bg: реклам- олигарх- собствени-
    ca: publicitat accionistes anuncis
    hr: oglas- vlasnik- sponzor-
    id: iklan pemilik oligark-
    sl: oglas- lastnik-
    lt: reklam- savinink-
    lv: reklām- īpašniek-
    et: reklaam- omanik-
    sr: оглас- реклам- власник-
    mk: реклам- сопственик-
    be: рэклам- уладальнік-
    az: reklam- sahib-
    sq: reklam- pronar-
    is: auglýs- eigend-
    he: פרסומ- בעלים מפרסמ-
    ar: إعلان- الإعلانات مالك- معلن-
    fa: تبلیغ- آگهی- مالک-
    ko: 광고- 광고주-
    """,
    # Needing, helping and thanking.
    "bond": """
    en: need needs rely relies depend depends help helps possible thank thanks grateful appreciate join please
      consider enjoyed
    de: brauchen hilf helfen hilft danke dank bitte dabei freuen möglich angewiesen brauchst hilfst mithelfen
    fr: besoin aide aidez merci grâce rejoign- manque aider
    es: necesit- ayuda ayúda- gracias posible faltan únete
    pt: precisamos ajud- obrigad- graças possível
    it: aiut- grazie possibile bisogno
    nl: helpt nodig bedankt dankzij
    pl: pomóż dzięki dziękuj- dołącz zostań
    cs+sk: potřeb- potreb- děkuj- ďakuj- díky vďaka pomoz- děkujeme pomozte
    sv+da+nb: behöver trenger tack takk hjälp- hjælp- hjelp- möjlig- muligt mulig hjälper hjælper hjelper
      tacksam taknemmelig- viktigt vigtigt viktig
    fi: tarvits- kiitos kiitäm- auta auttaa apuasi mahdollis- ansiosta auttavat kiitämme tarvitsemme
    hu: köszön- szükség- segít- köszönöm segítség- fontos
    ro: mulțum- nevoie ajut- posibil datorită
    el: χρειαζ- ευχαριστ- βοήθ- βοηθ- χάρη
    ru: спасиб- благодаря нужна присоединя-
    uk: допомо- дякую- дякує- завдяки потріб- приєдн- дяку- допоможіть можлив- без
    tr: yardim teşekkür- katil-
    bg: помощ помага благодар- нужд- възможн-
    ca: ajuda gràcies possible
    hr: pomoć pomozi- pomaže hvala treba- moguć-
    id: bantu bantuan membantu terima kasih butuh
    sl: pomoč pomaga hvala potreb- mogoč-
    lt: padė- ačiū dėkoj- reikia reikaling- galim-
    lv: palīdz- paldies vajag vajadzīg- iespējam-
    et: aita- aitäh tänu vaja võimal-
    sr: помоћ помаже хвала треба- могућ-
    mk: помош помага благодар- треба возмож-
    be: дапамаг- дапамож- дзякуй дзякуючы патрэб- магчым-
    az: kömək- təşəkkür- lazim mümkün
    sq: ndihm- faleminderit mundëson nevoj-
    is: hjálp- takk þarf- kleift
    he: זקוק- עוזר- תודה בזכות הצטרפו מאפשר-
    ar: نحتاج مساعد- يساعد- شكرا بفضل
    fa: نیاز- سپاس- ممکن امکان
    ko: 도움- 힘이 감사- 함께 덕분- 부탁-
    """,
    # What newsletters come by.
    "mail": """
    en: inbox inboxes mailbox email emails mail mails newsletter newsletters
    de: postfach posteingang rundbrief
    fr: courriel infolettre
    es: correo bandeja buzón boletín
    pt: caixa boletim
    it: casella posta
    nl: nieuwsbrief
    pl: skrzynki skrzynce maila mailem newslettera
    cs: schránky schránce mailu
    sv+da+nb: mejl mejlen nyhetsbrev nyhetsbrevet nyhedsbrev nyhedsbrevet inkorg inkorgen innboks innboksen
      indbakke indbakken
    fi: sähköpostiisi sähköpostiin uutiskirje uutiskirjeen uutiskirjeemme sähköposti- osoitteesi
    hu: hírlevél hírlevelünk hírlevelünkre postaládájába postaládádba postafiók-
    ro: inboxul căsuța buletinul
    ru: почту почте почты письмо рассылка рассылку рассылки
    uk: пошту пошті пошти лист розсилка розсилку розсилки пошт- імейл
    tr: eposta kutunuza kutunuzda bülten bülteni bültenimiz
    bg: имейл пощата бюлетин бюлетина
    ca: butlletí correu bústia
    hr: bilten newslettera
    id: buletin surel
    sl: nabiralnik novičke
    lt: naujienlaišk- paštu paštą
    lv: pastā vēstkop- vēstul-
    et: uudiskir- postkasti meilile
    sr: имејл билтен
    mk: билтен имејл
    be: пошту рассылк- ліст
    az: bülleten- poçt-
    sq: buletin- emailin
    is: póstlist- tölvupóst- fréttabréf-
    he: למייל ניוזלטר לניוזלטר
    ar: بريدك بريدكم نشرتنا
    fa: ایمیل خبرنامه
    ko: 이메일로 메일로 뉴스레터- 메일함-
    """,
    # How often they come.
    "often": """
    en: every each daily weekly weekday weekdays morning evening monday tuesday wednesday thursday friday
      saturday sunday week
    de: jeden jede jedes täglich wöchentlich morgens abends woche montag- dienstag- mittwoch- donnerstag-
      freitag- samstag- sonntag-
    fr: chaque quotidien- hebdomad- semaine matin lundi mardi mercredi jeudi vendredi samedi dimanche
    es: cada semana semanal- diari- lunes martes miércoles jueves viernes sábado domingo
    pt: todo toda manhã sexta
    it: ogni settiman- mattin- sabato venerdì domenica
    nl: elke week wekelijks dagelijks ochtend vrijdag zaterdag zondag maandag
    pl: każd- codziennie tydzień tygodni- piątek niedziel-
    cs: týden týdně denně každý každou každé pátek pondělí neděli sobotu ráno týdne
    sv+da+nb: varje hver hvert vecka veckan uge uke dagligen fredag- måndag- mandag- tirsdag- tisdag-
      onsdag- torsdag- lørdag- lördag- søndag- söndag- morgon- morgen- dagligt ugentlig- ukentlig- veckovis
    fi: viikko viikoittain päivittäin perjantai- maanantai- sunnuntai- lauantai- joka viikon aamu-
    hu: hetente naponta reggel- péntek- hétfő- vasárnap- szombat- hét heti minden reggelente
    ro: fiecare săptămân- zilnic dimineața
    el: κάθε εβδομάδ- καθημεριν- πρωί
    ru: каждый каждое каждую неделю утро утром пятницу еженедельн- ежедневн-
    uk: щодня щоранку щотижн- ранку кожного кожен тиждень щоп ятниц- щопонеділка щосереди неділ- тижня ранок
    tr: hafta- sabah cuma perşembe pazartesi çarşamba pazar günlük haftalik
    bg: всяка всеки седмица сутрин ежедневн-
    ca: cada setman- diari- matí dilluns divendres
    hr: svaki svako tjed- nedelj- dnevn- jutro petak
    id: setiap hari minggu pagi
    sl: vsak vsako teden tedens- dnevn- jutro petek
    lt: kiekvien- savait- rytą
    lv: katru nedēļ- rītu
    et: iga nädal- hommik-
    sr: сваки свако недељ- јутро петак
    mk: секој секоја недел- утро
    be: штодня штотыдзень тыдзень раніц- пятніц-
    az: hər həftə səhər
    sq: çdo javë mëngjes
    is: hverri hvern viku morgun
    he: כל שבוע בוקר שישי
    ar: صباح أسبوع- يوميا جمعة
    fa: هفته روز صبح جمعه
    ko: 매일 매주 아침 아침마다
    """,
    # That they cost nothing.
    "gratis": """
    en: free
    de: gratis kostenlos kostenfrei umsonst
    fr: gratuit-
    pl: darmow- bezpłatn-
    cs+sk: bezplatn- zdarma zadarmo
    sv+da+nb: kostnadsfri- kostnadsfritt omkostningsfri- uforpliktende
    fi: maksutta ilmai- maksuton ilmaiseksi maksuttom-
    hu: ingyen ingyenes- díjment- térítésmente-
    el: δωρεάν
    ru: бесплатн-
    uk: безкоштовн-
    tr: ücretsiz-
    bg: безплатн-
    ca: gratuït- gratis
    hr: besplatn-
    id: gratis
    sl: brezplačn-
    lt: nemokam-
    lv: bezmaksas
    et: tasuta
    sr: бесплатн-
    mk: бесплатн-
    be: бясплатн-
    az: pulsuz
    sq: falas
    is: ókeypis
    he: חינם בחינם
    ar: مجان-
    fa: رایگان
    ko: 무료-
    """,
    # How one gets them.
    "get": """
    en: get receive sign signup enter deliver- subscribe register lands arrives
    de: erhalten bekommen anmeld- trag trage tragen
    fr: recevez recevoir inscri-
    es: recibe recibes recibir apúnta- suscríb- regístra-
    pt: receba receber recebe inscreva cadastr- deixe
    it: ricevi ricevere ricevete iscri- lascia
    nl: ontvang- aanmeld- inschrij- meld vul krijg krijgen
    pl: zapisz otrzymuj- otrzymasz podaj zostaw
    cs+sk: přihlas- prihlás- odebír- odober- registrovat registrujte zadejte posíl- dostáv- dostan-
    sv+da+nb: registrera registrer anmäl- tilmeld- prenumer- modtag motta skickar mejlar
    fi: tilaa vastaanot- ilmoittaud- rekister- lähet- saat
    hu: iratkoz- feliratkoz- kapj kapod elküldjük küldjük
    ro: primești primiți înscri- introdu
    el: εγγραφ- λάβετε λαμβάνετε
    ru: получа- получите подпиш- оставьте присыла-
    uk: отрим- підпиш- залиште надсила- надішл- отрима-
    tr: kaydol- alin gönder-
    bg: получава- получав- запишете
    ca: rebre reps
    hr: primaj- dobij- prijav-
    id: dapatkan terima daftar
    sl: prejem- prijav-
    lt: gauk- gausite užsiprenumeruo-
    lv: saņem- piesak-
    et: saad saate
    sr: добиј- пријав- прима-
    mk: добива- пријав-
    be: атрым- падпіш-
    az: alin qoşul- yazil-
    sq: merrni regjistrohu-
    is: fáðu
    he: קבלו הירשמו
    ar: احصل تصلك تصلكم
    fa: دریافت
    ko: 받아- 신청- 보내드-
    """,
    # How one leaves them again.
    "leave": """
    en: unsubscribe anytime cancel cancelled canceled spam
    de: abbestell- kündbar jederzeit
    fr: désabonn- désinscri-
    es: cancelar cancela permanencia
    pt: descadastr-
    it: disdi- cancell-
    nl: opzeg- afmeld- uitschrij-
    pl: wypisa- wypisz rezygn-
    cs+sk: odhlás- zrušit kdykoli kdykoliv kedykoľvek zrušíte zruš-
    sv+da+nb: avsluta avbryt opsig- avslutt- avregistrer- säg bindning- uppsägning- opsigelse- oppsigelse-
    fi: peruut- milloin lopett- irtisano-
    hu: leiratkoz- lemond- bármikor lemondhat-
    ro: dezabon- oricând renunț-
    el: διαγραφ- ακυρώ-
    ru: отпис- отмени-
    uk: відпис- скасува-
    tr: ayril- iptal vazgeç- iptal-
    bg: отпи- откаж-
    ca: cancel-
    hr: odjav- otkaž-
    id: berhenti batalkan
    sl: odjav- prekli-
    lt: atsisaky-
    lv: atteik- pārtrauk-
    et: loobu- tühista-
    sr: одјав- откаж-
    mk: откаж-
    be: адпіс-
    az: ləğv
    sq: anulo-
    is: uppsögn
    he: לבטל ביטול
    ar: إلغاء
    fa: لغو
    ko: 해지- 취소-
    """,
    "offer": """
    en: access unlimited unlock trial subscriber subscribers subscription subscriptions plan digital archive
      archives premium upgrade
    de: zugang unbegrenzt abo abos abonnement abonnenten angebot
    fr: accès illimité abonné abonnés abonnées offre offres réservé réservée
    es: acceso ilimitado suscripción suscriptor suscriptores hemeroteca
    pt: acesso assinante assinantes assinatura assina
    it: accesso illimitato abbonamento abbonati
    nl: toegang onbeperkt abonnee abonnees
    pl: dostęp prenumerata prenumeraty prenumeratę subskrypcja subskrypcji
    cs+sk: předplatné předplatitel- predplatné predplatiteľ- přístup prístup neomezen- neobmedzen-
    sv+da+nb: prenumeration abonnemang abonnementet adgang tillgång tilgang obegränsad- ubegrænset ubegrenset
    fi: tilaus tilaajat tilaajille tilaajana rajoittamaton
    hu: előfizetés előfizető- hozzáférés korlátlan-
    ro: abonament- nelimitat
    el: συνδρομή συνδρομητές πρόσβαση απεριόριστ-
    ru: доступ подписка подписку подписки
    uk: передплата передплату передплати необмежений
    tr: erişim abone aboneler sinirsiz
    bg: достъп абонамент
    ca: accés subscripció subscriptors
    hr: pristup pretplata pretplatnici neograničen-
    id: akses langganan pelanggan
    sl: dostop naročnina naročniki neomejen-
    lt: prenumerata prieig- neribot-
    lv: abonement- piekļuv- neierobežot-
    et: tellimus juurdepääs piiramat-
    sr: приступ претплата неограничен-
    mk: пристап претплата неограничен-
    be: доступ падпіска
    az: giriş limitsiz
    sq: qasje pakufizuar
    is: aðgang- áskrift
    he: מינוי גישה
    ar: اشتراك- وصول
    fa: دسترسی اشتراک
    ko: 이용권- 무제한- 멤버십-
    """,
    # What one reads.
    "read": """
    en: read reading reads story stories article articles issue
    de: lesen liest artikel texte ausgabe
    fr: lire lisez
    es: leer lees
    pt: ler lê leia reportagens
    it: leggi leggere articol-
    nl: lezen artikelen
    pl: czyta- tekst- artykuł-
    cs: čtěte číst čtete článek články čtení
    sk: čítajte článok
    sv+da+nb: läs läsa læs læse lese artikler artiklar artikkel artikel-
    fi: lue lukea luet juttu luettav-
    hu: olvas- cikk- olvasd olvashat-
    ro: citește citiți citi
    el: διαβάστε διαβάζ- άρθρο άρθρα
    ru: читать читайте читае- статей статьи тексты
    uk: читати читає- статей статті прочит-
    tr: okuyun okuma okuyabil- haber- yazi- okumak okuduğunuz
    bg: четете четене чета
    ca: llegir llegeix llegint
    hr: čitaj- čitati pročita-
    id: membaca baca bacaan
    sl: berite branje brati
    lt: skaity-
    lv: lasi lasīt lasot lasiet
    et: loe lugeda lugemi-
    sr: читај- читати прочита-
    mk: чита-
    be: чытаць чытайце чытаеце
    az: oxuyun oxumaq oxuya
    sq: lexo-
    is: lesa lestu lestur
    he: לקרוא קריאה
    ar: قراءة اقرأ تقرأ
    fa: بخوانید خواندن مطالب
    ko: 읽을 읽고 읽는
    """,
}
# Words of "we" and "you" that mean something common elsewhere: a line with no others is not taken for a plea.
AMBIGUOUS = frozenset({"du"})  # German "you", French "of the"
