"""Small closed word lists, in the languages of the rules and some more, that evidence counts."""

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
    sagte sagten erklärte teilte kündigte laut déclaré annoncé expliqué indiqué selon
    dijo dijeron explicó anunció según afirmó disse afirmou segundo explicou detto spiegato secondo
    zei zeiden aldus volgens powiedział powiedziała poinformował według dedi söyledi açıkladı göre
    сказал сказала сообщил сообщила заявил заявила сказав повідомив повідомила
    """.split()
)

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


def _by_head(openings: str) -> dict[str, tuple[str, ...]]:
    """Group openings of words by their first `HEAD` letters."""
    groups: dict[str, tuple[str, ...]] = {}
    for opening in openings.split():
        groups[opening[:HEAD]] = (*groups.get(opening[:HEAD], ()), opening)
    return groups


# How words open that ask for money or a subscription, and those that speak of the press: what appeals consist
# of, also those that no rule knows.
HEAD = 4
GIVING = _by_head(
    """
    donat donor contribut subscri membership support patron gift crowdfund
    spend unterstütz förder abonn mitglied
    soutien souten adhér donación donar suscri suscrí apoya aport colabor
    doação doações apoi assin contribu donazion sosten sostien abbon
    doneer steun bijdrag wesprz wspier wpłac darowizn prenumer subskry
    destek bağiş abone поддерж пожертв подпис донат підтрим підпис
    """
)
PRESS = _by_head(
    """
    journalis reporters reporting newsroom newspaper readers readership coverage editorial independent
    nonprofit redak redac redaç redaz leser unabhängig lecteur lectrice indépendan
    lectores periodis independien leitores jornalis giornalis lettori indipenden lezers onafhankelijk
    czytelni dziennikar niezależn okur gazete bağimsiz
    журналис журналіс читател читач независим незалежн редакц
    """
)
