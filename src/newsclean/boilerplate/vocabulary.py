"""Small closed word lists, in the languages of the rules and some more, that evidence counts."""

from functools import cache

CURRENCIES = frozenset("$€£¥₹₺₽₴")

MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    januar februar märz mai juni juli oktober dezember
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    januari februari maart mei augustus
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    ocak şubat mart nisan mayis haziran temmuz ağustos eylül ekim kasim aralik
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    ledna února března dubna května června července srpna září října listopadu prosince
    januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
    mars maj augusti marts mai desember
    tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta
    heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
    január február március április május június július augusztus szeptember október
    ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie
    siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna studenoga studenog prosinca
    януари февруари март април май юни юли август септември октомври ноември декември
    ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου
    δεκεμβρίου maret agustus tháng
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    """.split()
)

WE = frozenset(
    """
    we us our ours wir uns unser unsere unseren unserem unserer nous notre nos nosotros nosotras nuestro
    nuestra nuestros nuestras nós nosso nossa nossos nossas noi nostro nostra nostri nostre wij ons onze
    my nas nam nasz nasza nasze naszą naszego naszej naszych naszym biz bize bizi bizim
    мы нас нам наш наша наше наши нашу нашего нашей наших нашим ми наші нашої нашій
    oss vår vårt våra vores nás nám náš naše naši našej minket ние нашия нашата нашите εμάς μας kami chúng
    """.split()
)

YOU = frozenset(
    """
    you your yours sie ihnen ihr ihre ihren ihrem ihrer du dich dir dein deine deiner euch eure eurer
    vous votre vos usted ustedes tu você vocês seu sua teu lei voi tuo tua vostro vostra u uw jouw jullie ty
    twój twoje twoja twoją twojej twojemu wasz wasza wasze waszej wam państwo państwa siz sizin sizi sizler
    вы вас вам ваш ваша ваше ваши вашу вашего вашей ваших вашим ви вашого ваші вашої вашій
    deg ditt dina vás vám váš vaše vaši ön önök önt dumneavoastră вие вашия вашата вашите εσάς σας anda bạn
    """.split()
)

# What news attributes with.
SAYING = frozenset(
    """
    said says told tells asked added shouted announced explained according
    wrote insisted demanded warned urged pleaded begged promised argued claimed replied cried whispered
    sagte sagten sagt erklärte teilte kündigte laut rief riefen ruft schrieb schrieben forderte warnte bat
    flehte versprach behauptete mahnte antwortete
    déclaré annoncé expliqué indiqué selon dit écrit écrivait écrivaient lançait lançaient promettait
    suppliait criait criaient réclamait répétait
    dijo dijeron explicó anunció según afirmó gritó gritaba gritaban pedía pedían escribió prometió
    disse afirmou segundo explicou gritou gritava gritavam pediu pedia pediam escreveu prometeu
    detto spiegato secondo gridava gridavano chiedeva chiedevano scrisse prometteva
    zei zeiden aldus volgens riep riepen schreef schreven smeekte beloofde
    powiedział powiedziała poinformował według wołał wołała wołali krzyczał napisał napisała prosił
    dedi söyledi açıkladı göre bağırdı yazdı diye
    сказал сказала сообщил сообщила заявил заявила кричал кричала кричали писал писали написал написала
    просил призывал обещал сказав повідомив повідомила гукав кричав писав писали просив обіцяв
    řekl řekla uvedl uvedla podle napsal křičel volal prosil povedal povedala uviedol podľa napísal kričal
    sade säger enligt skrev ropade sagde siger ifølge råbte uttalte sier ropte
    sanoi sanoo kertoi kertoo mukaan kirjoitti huusi mondta közölte szerint írta kiáltotta kérte
    spus declarat potrivit scris strigat είπε δήλωσε σύμφωνα έγραψε φώναξε
    """.split()
)

# What stands between a name and who that is.
COPULAS = frozenset("is was are were ist war est était es era è fu é foi jest był była werd".split())

# The commonest words of running text; titles, labels and lists hold few of them.
FUNCTION_WORDS = frozenset(
    """
    the of and to in a is that for it as was with be by on not he his but at are this have from or had an
    they which you were her she there would their we him been has when who will no more if out so what up
    der die das und ist den von zu mit sich des auf für nicht dem im ein eine als auch es werden aus
    er hat dass sie nach wird bei einer um am sind noch wie einem über einen zum war haben nur oder aber
    le la les de et en un une du que est pour qui dans sur par pas plus au ne se ce il elle sont avec
    el los las del y por con una su para al lo como más pero sus o fue este ha si porque esta entre
    os da do dos das em não na uma mais mas foi ao ele tem à seu sua ou quando muito nos já
    di che non è per sono della dei nel alla più anche gli delle ma come questo
    het van een op te dat voor zijn met niet aan ook door maar bij nog naar uit
    w i z się nie że po jest od przez za jak dla był są ale
    ve bir bu için ile olarak çok daha olan gibi sonra kadar ama
    и в не на что с по как это к из за от для он но а его было о я у так же
    і що з та до як це від він але його про
    och att det som på är av för till har inte om ett men og af ikke til
    je na že v s ale yang dan untuk dengan dari ini itu pada
    """.split()
)


# What appeals consist of, also those that no rule knows: a word, or with a hyphen how words open.  Words that
# mean something common in another of the languages are left out ("don", "nas", "has").
# We and you are whole words, for most lines are done with when they hold none of them.
SIGNS = {
    "we": """
        we us our ours wir uns unser unsere unserem unseren unserer unseres nous notre nos nosotros
        nosotras nuestro nuestra nuestros nuestras nós nosso nossa nossos nossas noi nostro nostra nostri
        nostre wij ons onze nam nami nasz nasza nasze naszą naszego naszej naszemu naszych naszym naszymi
        biz bize bizi bizim мы нас нам нами наш наша наше наши нашего нашей нашему нашем нашу наших нашим
        нашими наші нашого нашої нашому нашій ми somos contamos necesitamos queremos hacemos vivimos
        tenemos publicamos seguimos ayúdanos apóyanos temos precisamos fazemos acreditamos siamo abbiamo
        facciamo crediamo vogliamo viviamo spieghiamo raccontiamo sosteneteci sostienici aiutateci aiutaci
        jesteśmy tworzymy piszemy bierzemy dziękujemy prosimy potrzebujemy działamy okurlarimiz
        okurlarimiza okurlarimizdan okurlarimizi okurlarimizin gücümüz gücümüzü destekçimiz
        destekçimizsiniz destekçilerimiz destekçilerimize destekçilerimizin emeğimiz emeğimizi emeğimizin
        gazetemiz gazetemize gazetemizi gazetemizin sitemiz sitemize sitemizi sitemizin пишемо беремо
        дякуємо працюємо просимо потребуємо dacci dateci aramiza arkamizda bizimle ayúdennos
        nás námi náš naši našeho naší našemu našich našimi potřebujeme děláme píšeme přinášíme
        žijeme prosíme našej potrebujeme prinášame vi oss vår vårt våra vores vore behöver trenger
        meidän meille meitä meistä meiltä lukijamme lukijoidemme lukijoitamme lehtemme työmme
        työtämme toimituksemme uutiskirjeemme journalismimme tarvitsemme teemme kiitämme olemme emme
        haluamme voimme autathan tukesi nekünk minket velünk rajtunk tőlünk értünk lapunk lapunkat
        olvasóink olvasóinkat munkánk munkánkat szerkesztőségünk hírlevelünk hírlevelünket
        hírlevelünkre cikkeink újságunk dolgozunk kérjük szükségünk vagyunk nostru noastră noștri
        noastre suntem avem credem scriem mulțumim rugăm publicăm investigăm μας εμάς είμαστε
        χρειαζόμαστε γράφουμε ευχαριστούμε θέλουμε
        """,
    "you": """
        you your yours du dich dir dein deine deinem deinen deiner deines ihnen euch eure euer eurem eurer
        vous votre vos usted ustedes tú tu tus ti contigo puedes quieres hazte únete suscríbete apóyanos
        ayúdanos apoya você vocês teu tua torne assine apoie ajude contribua junte puoi vuoi voi vostro
        vostra vostri vostre tuo abbonati iscriviti sostienici sosteneteci sostieni aiutaci aiutateci
        pensate jij je jou jouw jullie uw ciebie tobie twój twoja twoje twoją twojego twojej twojemu twoim
        twoich wasz wasza wasze waszą waszego waszej waszemu waszych waszym waszymi możesz chcesz cenisz
        wesprzyj dołącz zostań siz sizin sizi sizler sizden sizlerin destekleyin beğendiyseniz вы вас вам
        вами ваш ваша ваше ваши вашего вашей вашему вашем вашу ваших вашим вашими ваші вашого вашої вашому
        вашій ви оформите поддержите помогите станьте присоединяйтесь подпишитесь підтримайте допоможіть
        приєднуйтесь приєднуйтеся долучайтесь долучайтеся пригостіть recevez lisez laissez inscrivez
        rejoignez soutenez súmate lees recibes leggi ricevi leia receba czytasz otrzymasz dorzuć okuyun
        katilin kutunuza kutunuzda читаете получаете получите получайте оставьте читаєте отримуєте отримуйте
        залиште скиньтеся
        vás vám vámi váš vaše vaši vašeho vaší vašemu vašich tvůj tvoje tobě tebe podpořte přispějte
        staňte pomozte přidejte odebírejte přihlaste předplaťte zadejte chcete můžete podporte
        prispejte pridajte pomôžte prihláste predplaťte vaša vašej ditt dina dine jeres dere
        bidra støt støtt stötta swisha vipps prenumerera teckna tilmeld abonnér doner bliv tegn sinä
        sinun sinua sinulle sinulta teidän teille teitä lahjoita tilaa liity osallistu sähköpostiisi
        voit haluat lahjoituksesi tukenne önök önt neked téged hozzád nektek titeket támogass
        támogasson támogassa támogasd támogassanak iratkozz iratkozzon fizess fizessen adományozz
        adományozzon csatlakozz csatlakozzon segíts segítsen kattints tău tăi tine ție dumneavoastră
        vă susține susțineți donează donați abonează abonați înscrie alătură ajută ajutați
        redirecționează poți puteți vrei σας εσάς εσένα σου εσείς στηρίξτε στήριξε ενισχύστε
        ενίσχυσε γίνετε βοηθήστε βοήθησε εγγραφείτε μπορείτε μπορείς θέλετε
        """,
    "give": """
        donat- donor- contribut- subscri- membership member members supporter- patron- gift gifts chip
        fiver kickstarter indiegogo buymeacoffee pledg- crowdfund- coffee fundrais- generosity spende
        spenden spendet spenden- unterstütz- förder- abonn- mitglied- genoss- kaffee beitrag soutien
        souten- adhér- adhési- dons cotis- donación donaciones donar suscri- suscrí- apoya apoyo apoyar
        apóy- aportación aporta aporte colabora- socia socias socio socios café sostienen doação doações
        doar doe apoie apoio assin- contribu- donazion- sosten- sostien- abbon- destina- doneer donatie
        donaties steun steunen bijdrag- leden vriend vrienden koffie wesprz- wspier- wspar- wpłat- wpłac-
        darowizn- prenumer- subskry- kawę destek- bağiş- abone kahve omuz поддерж- пожертв- подпис- донат-
        взнос- кофе quota quote katki- підтрим- підпис- внеск- внесок кавою каву пригост- долуч-
        přisp- daruj- darem podpo- předplat- predplat- prispe- člen- sbírk- kávu stöd stödja stödjer
        stötta- bidra bidrag- gåva gåvor skänk- medlem- støt- gaver donér- kaffe kaffet lahjoi-
        tukea tukeminen tuki tukesi jäsen- tilaa- tilau- kannatu- kahvi- támog- adomán- előfizet-
        tagság- csatlakoz- hozzájár- felajánl- kávé- donaț- doneaz- sprijin- susțin- abon-
        redirecțion- membr- cafea cafele δωρε- στηρί- στήρι- ενίσχυ- ενισχύ- συνδρομ- μέλος μέλη
        συνεισφ-
        """,
    "pay": """
        give giving support supports pay pays paid fund funds funded funding sponsor sponsors tip appeal
        raise match matched matching doubled zahlen zahlt bezahlen bezahlt paient payer pagan pagar pagano
        pagare pagam versano versare betalen betaald betaalde betaalden płacą płacić платят платить
        платять платити
        platí platit financují financujú betala betalar betalt betale betaler finansier- maksaa
        maksavat rahoit- fizet fizetnek finanszíroz- plătesc plăti finanț- πληρών- χρηματοδοτ-
        """,
    "means": """
        patreon paypal kofi venmo gofundme liberapay steadyhq boosty patronite tikkie bizum pix zrzutka
        helloasso cheque cheques iban qr deductible überweisung überweisen konto spendenkonto absetzbar
        verwendungszweck lastschrift virement chèque chèques défiscalis- impôt impôts transferencia
        deducible deducibles transferência vaquinha dedutív- detraibil- 5x1000 bonifico anbi krs przelew
        przelewem podatku havale картой криптовалют- реквизит- карткою рахунок банку банка
        převod převodem účtu darujme donio odečíst účet swish mobilepay bankgiro plusgiro avdrag
        fradrag skattefradrag tilinumero tilille számlaszám- átutal- utalás- adószám- bankszámla-
        contul virament formularul λογαριασμ- τραπεζικ-
        """,
    "sum": """
        euro euros dollar dollars cents pound pounds pence quid złotych złotego zł lira liradan liralik
        reais kr kronor рубл- грн гривень гривня гривні
        korun kč kroner euroa eurolla forint forintot forinttal ευρώ
        """,
    "term": """
        month months monthly annual annually yearly recurring monat monatlich jährlich einmalig mois
        mensuel- mes meses mensual- anual mês mensal mensais mese mensile maand maandelijks eenmalig
        miesięc- miesiąc ayda aylik ежемесячн- месяц щомісяч- щомісяця місяць
        měsíčně měsíc ročně jednorázov- mesačne mesiac ročne månad månaden månadsvis månatlig- måned
        måneden månedlig- kuukau- kuussa vuodessa havi havonta hónap- évente lună lunare
        lunară anuală μήνα μηνιαί- ετήσι-
        """,
    "press": """
        journalis- reporters reporting newsroom newsrooms newspaper reader readers readership listeners
        coverage editorial independent independence nonprofit story stories article articles magazine
        podcast blog website publication investigations broadcasting writers editors volunteers listener
        viewers redak- redac- redaç- redaz- leser- hörer- unabhängig- berichten berichterstattung
        recherchen zeitung- artikel texte lecteur- lectrice- indépendan- média médias enquêtes rédac-
        lector- periodis- periódic- revista independien- artículos medio leitor- jornalis- jornal
        reportage- notícia- giornalis- lettor- indipenden- articol- cronaca giornale lezer- onafhankelijk-
        journalistiek krant czytelni- dziennikar- niezależn- portal tekst teksty okur- gazete- bağimsiz-
        haberci- журналис- читател- независим- материал- текст тексты читач- незалежн- матеріал- тексти
        новин-
        čtenář- čitateľ- novinář- novinár- žurnalis- nezávisl- článk- deník reportáž- posluchač-
        läsar- oberoende uavhengig- uafhængig- nyhed- avis avisen avisa tidning- lyssnar- lytter-
        granskning- artikkel- lukija- lukijoi- lehti lehden lehte- toimitu- toimittaj- riippumat-
        juttu- jutut olvasó- újságír- független- szerkesztős- tényfeltár- hallgató- cititor-
        investigaț- presă presei reportaj- ascultător- αναγνώστ- αναγνωστ- δημοσιογρ- ανεξάρτητ-
        ρεπορτάζ εφημερίδ- συντακτ- ακροατ-
        """,
    "free": """
        ads advert- sponsors paywall paywalls shareholder- billionaire- owner owners grants corporate
        oligarch- algorithm- werbung bezahlschranke konzern- investoren publicité publicités actionnaire-
        milliardaire- gratuit publicidad bancos partidos accionistas publicidade acionistas pubblicità
        anuncios anúncios editori padrone padroni advertentie- reclame betaalmuur aandeelhouders reklam-
        sponsorów koncern- partii holding- реклам- спонсор- олигарх- олігарх- власник- бесплатн-
        безкоштовн-
        inzer- vlastník- zdarma zadarmo annons- annonce- betalvägg betalingsmur ejere eiere ägare
        mainok- mainost- maksumuur- omistaj- hirdet- reklám- tulajdonos- ingyen- reclamă reclamele proprietar-
        acționar- διαφημ- διαφήμ- ιδιοκτήτ- χορηγ-
        """,
    "bond": """
        need needs rely relies depend depends help helps possible thank thanks grateful appreciate join
        please consider enjoyed brauchen hilf helfen hilft danke dank bitte dabei freuen möglich
        angewiesen besoin aide aidez merci grâce rejoign- manque necesit- ayuda ayúda- gracias posible
        faltan únete brauchst hilfst mithelfen aider precisamos ajud- obrigad- graças possível aiut-
        grazie possibile bisogno helpt nodig bedankt dankzij pomóż dzięki dziękuj- dołącz zostań yardim
        teşekkür- katil- спасиб- благодаря нужна присоединя- допомо- дякую- дякує- завдяки потріб- приєдн-
        potřeb- potreb- děkuj- ďakuj- díky vďaka pomoz- behöver trenger tack takk hjälp-
        hjælp- hjelp- möjlig- muligt mulig tarvits- kiitos kiitäm- auta auttaa apuasi mahdollis-
        ansiosta köszön- szükség- segít- mulțum- nevoie ajut- posibil datorită χρειαζ- ευχαριστ-
        βοήθ- βοηθ- χάρη
        """,
    # What newsletters come by, how often, for nothing, how one gets them and leaves them again.
    "mail": """
        inbox inboxes mailbox email emails mail mails newsletter newsletters postfach posteingang rundbrief
        courriel infolettre correo bandeja buzón boletín casella caixa boletim nieuwsbrief skrzynki skrzynce
        maila mailem newslettera posta eposta kutunuza kutunuzda bülten bülteni bültenimiz почту почте почты
        письмо рассылка рассылку рассылки пошту пошті пошти лист розсилка розсилку розсилки
        schránky schránce mailu mejl mejlen nyhetsbrev nyhetsbrevet nyhedsbrev nyhedsbrevet inkorg
        inkorgen innboks innboksen indbakke indbakken sähköpostiisi sähköpostiin uutiskirje
        uutiskirjeen uutiskirjeemme hírlevél hírlevelünk hírlevelünkre postaládájába postaládádba
        inboxul căsuța buletinul
        """,
    "often": """
        every each daily weekly weekday weekdays morning evening monday tuesday wednesday thursday friday
        saturday sunday week jeden jede jedes täglich wöchentlich morgens abends woche montag- dienstag-
        mittwoch- donnerstag- freitag- samstag- sonntag- chaque quotidien- hebdomad- semaine matin lundi
        mardi mercredi jeudi vendredi samedi dimanche cada semana semanal- diari- lunes martes miércoles
        jueves viernes sábado domingo ogni settiman- mattin- sabato venerdì domenica todo toda manhã sexta
        elke week wekelijks dagelijks ochtend vrijdag zaterdag zondag maandag każd- codziennie tydzień
        tygodni- piątek niedziel- hafta- sabah cuma каждый каждое каждую неделю утро утром пятницу
        еженедельн- ежедневн- щодня щоранку щотижн- ранку кожного кожен тиждень
        týden týdně denně varje hver hvert vecka veckan uge uke dagligen viikko viikoittain
        päivittäin hetente naponta reggel- fiecare săptămân- zilnic dimineața κάθε εβδομάδ-
        καθημεριν- πρωί
        """,
    "gratis": """
        free gratis kostenlos kostenfrei umsonst gratuit- darmow- bezpłatn- ücretsiz- бесплатн- безкоштовн-
        bezplatn- zdarma zadarmo kostnadsfri- maksutta ilmai- maksuton ingyen ingyenes- díjment-
        δωρεάν
        """,
    "get": """
        get receive sign signup enter deliver- subscribe register lands arrives erhalten bekommen anmeld-
        trag trage tragen recevez recevoir inscri- recibe recibes recibir apúnta- suscríb- regístra- ricevi
        ricevere ricevete iscri- lascia receba receber recebe inscreva cadastr- deixe ontvang- aanmeld-
        inschrij- meld vul krijg krijgen zapisz otrzymuj- otrzymasz podaj zostaw kaydol- alin получа-
        получите подпиш- оставьте присыла- отрим- підпиш- залиште надсила-
        přihlas- prihlás- odebír- odober- registrovat registrujte registrera registrer zadejte anmäl- tilmeld-
        prenumer- modtag motta
        tilaa vastaanot- ilmoittaud- rekister- iratkoz- feliratkoz- primești primiți înscri- introdu
        εγγραφ- λάβετε λαμβάνετε
        """,
    "leave": """
        unsubscribe anytime cancel cancelled canceled spam abbestell- kündbar jederzeit désabonn- désinscri-
        cancelar cancela permanencia disdi- cancell- descadastr- opzeg- afmeld- uitschrij- wypisa-
        wypisz rezygn- ayril- iptal отпис- отмени- відпис- скасува-
        odhlás- zrušit kdykoli kdykoliv kedykoľvek avsluta avbryt opsig- avslutt- avregistrer-
        peruut- milloin leiratkoz- lemond- bármikor dezabon- oricând renunț- διαγραφ- ακυρώ-
        """,
    # What is sold to readers.
    "offer": """
        access unlimited unlock trial subscriber subscribers subscription subscriptions plan digital archive
        archives premium upgrade zugang unbegrenzt abo abos abonnement abonnenten angebot accès illimité
        abonné abonnés abonnées offre offres réservé réservée acceso ilimitado suscripción suscriptor
        suscriptores hemeroteca accesso illimitato abbonamento abbonati acesso assinante assinantes
        assinatura assina toegang onbeperkt abonnee abonnees dostęp prenumerata prenumeraty prenumeratę
        subskrypcja subskrypcji erişim abone aboneler sinirsiz доступ подписка подписку подписки передплата
        передплату передплати необмежений
        předplatné předplatitel- predplatné predplatiteľ- přístup prístup neomezen- neobmedzen-
        prenumeration abonnemang abonnementet adgang tillgång tilgang obegränsad- ubegrænset
        ubegrenset tilaus tilaajat tilaajille tilaajana rajoittamaton előfizetés előfizető-
        hozzáférés korlátlan- abonament- nelimitat συνδρομή συνδρομητές πρόσβαση απεριόριστ-
        """,
    "read": """
        read reading reads story stories article articles issue lesen liest artikel texte ausgabe lire lisez
        leer lees leggi leggere articol- ler lê leia reportagens lezen artikelen czyta- tekst- artykuł- okuyun
        okuma okuyabil- haber- yazi- читать читайте читае- статей статьи тексты читати читає- статей статті
        čtěte číst čtete článek články čítajte článok läs läsa læs læse lese artikler artiklar
        artikkel lue lukea luet juttu olvas- cikk- citește citiți citi διαβάστε διαβάζ- άρθρο άρθρα
        """,
}
HEAD = 3  # letters of an opening by which it is looked up


@cache
def sign_tables() -> tuple[dict[str, frozenset[str]], dict[str, list[tuple[str, str]]]]:
    """Return the signs of each word, and the openings with their signs by their first `HEAD` letters.

    Most articles hold no line that is asked for them.
    """
    whole: dict[str, frozenset[str]] = {}
    openings: dict[str, list[tuple[str, str]]] = {}
    for sign, entries in SIGNS.items():
        alone = frozenset({sign})
        for entry in entries.split():
            if entry[-1] == "-":
                openings.setdefault(entry[:HEAD], []).append((entry[:-1], sign))
            else:
                whole[entry] = whole[entry] | alone if entry in whole else alone
    return whole, openings
