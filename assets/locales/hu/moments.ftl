### Az ütemterv: miért szólítunk meg valakit, mit mondjunk, mit tesz egy alkalom.
### Az üzenetek sablonok, a tulajdonos átírhatja őket; lásd FIELDS a crates/i18n-ben.

## Why

why-when-today = ma
why-when-tomorrow = holnap
why-when-yesterday = tegnap
why-when-in = { $count ->
    [one] { $count } nap múlva
   *[other] { $count } nap múlva
 }
why-when-ago = { $count ->
    [one] { $count } napja
   *[other] { $count } napja
 }
# "birthday tomorrow"
why-dated = { $what } – { $when }
why-enrolled-today = ma csatlakozott
why-enrolled = { $count ->
    [one] { $count } napja csatlakozott
   *[other] { $count } napja csatlakozott
 }
why-first-visit = első látogatás
why-nth-visit = { $count }. látogatás
why-anniversary = { $count ->
    [one] egyéves évforduló
   *[other] { $count } éves évforduló
 }
why-birthday = születésnap
why-birthday-turns = { $what }, { $turns } éves lesz
why-birthday-turned = { $what }, { $turns } éves lett
why-birthday-too-new = { $what } (túl frissen lett felírva az ajándékhoz)
why-drifting = { $count ->
    [one] { $count } napja nem járt itt
   *[other] { $count } napja nem járt itt
 }
why-drifting-usual = { $count ->
    [one] { $count } napja nem járt itt, máskor { $usual } naponta jön
   *[other] { $count } napja nem járt itt, máskor { $usual } naponta jön
 }
why-card-nearly-full = { $count ->
    [one] egy pecsét hiányzik a teli kártyához
   *[other] { $count } pecsét hiányzik a teli kártyához
 }
why-reward-unlocked = új jutalom: { $reward }
why-reward-expiring = { $reward } (utolsó nap: { $date })
why-appointment-missed = elmulasztott időpont: { $date }
why-appointment-cancelled = lemondott időpont: { $date }

## What a rule does

# "On the birthday, 1 day earlier: by e-mail, otherwise by SMS."
does = { $when }: { $how }.
does-enrolled = Amikor egy vendég csatlakozik
does-first-visit = Az első látogatás után
does-nth-visit = A vendég { $count }. látogatása után
does-anniversary-first-visit = Az első látogatás évfordulóján
does-anniversary-joined = A csatlakozás évfordulóján
does-birthday = A születésnapon
does-birthday-before = { $count ->
    [one] Egy nappal a születésnap előtt
   *[other] { $count } nappal a születésnap előtt
 }
does-not-seen = { $count ->
    [one] { $count } látogatás nélküli nap után
   *[other] { $count } látogatás nélküli nap után
 }
does-rhythm = { $count ->
    [one] Amikor egy törzsvendég régebben járt itt, mint szokott (a szokásos kihagyás × { $factor }, de legalább { $count } nap)
   *[other] Amikor egy törzsvendég régebben járt itt, mint szokott (a szokásos kihagyás × { $factor }, de legalább { $count } nap)
 }
does-card-nearly-full = { $count ->
    [one] Amikor egy pecsét hiányzik a teli kártyához
   *[other] Amikor { $count } pecsét hiányzik a teli kártyához
 }
does-reward-unlocked = Amikor egy teli kártyából jutalom lesz
does-reward-expiring = { $count ->
    [one] { $count } nappal egy jutalom lejárta előtt
   *[other] { $count } nappal egy jutalom lejárta előtt
 }
does-date = Ezen a napon: { $date }
does-member-date = A vendég „{ $label }” dátumán
does-missed-appointment = Elmulasztott vagy lemondott időpont után, ha nincs új
does-later = { $count ->
    [one] { $when }, { $count } nappal később
   *[other] { $when }, { $count } nappal később
 }
does-earlier = { $count ->
    [one] { $when }, { $count } nappal korábban
   *[other] { $when }, { $count } nappal korábban
 }
does-by-counter = személyesen a pultnál
does-by-call = hívás
does-by-post = postai levél
does-by-email = e-mail
does-by-sms = SMS
does-else = , különben{" "}
does-gift = { $count ->
    [one] Ajándék jár vele: „{ $gift }”, { $count } napig érvényes.
   *[other] Ajándék jár vele: „{ $gift }”, { $count } napig érvényes.
 }
does-min-spend = Csak azoknak, akik 12 hónap alatt legalább ennyit költöttek: { $amount }.
does-min-visits = { $count ->
    [one] Csak azoknak, akik legalább { $count } alkalommal jártak itt.
   *[other] Csak azoknak, akik legalább { $count } alkalommal jártak itt.
 }
does-max-visits = { $count ->
    [one] Csak azoknak, akik legfeljebb { $count } alkalommal jártak itt.
   *[other] Csak azoknak, akik legfeljebb { $count } alkalommal jártak itt.
 }
does-seen-within = { $count ->
    [one] Csak azoknak, akik az utóbbi { $count } napban itt jártak.
   *[other] Csak azoknak, akik az utóbbi { $count } napban itt jártak.
 }
does-not-seen-for = { $count ->
    [one] Csak azoknak, akik { $count } napja nem jártak itt.
   *[other] Csak azoknak, akik { $count } napja nem jártak itt.
 }
does-tags = Csak az ilyen címkéjű vendégeknek: { $tags }.
does-without-tags = Nem az ilyen címkéjű vendégeknek: { $tags }.
does-only-email = Csak azoknak, akik hozzájárultak az e-mailhez.
does-only-sms = Csak azoknak, akik hozzájárultak az SMS-hez.
does-only-call = Csak azoknak, akik hozzájárultak a híváshoz.
does-only-post = Csak azoknak, akik hozzájárultak a postai levélhez.
does-days-between = { $count ->
    [one] Egy vendégnek legfeljebb { $count } naponta egyszer.
   *[other] Egy vendégnek legfeljebb { $count } naponta egyszer.
 }
does-per-day = { $count ->
    [one] Naponta legfeljebb { $count } vendégnek.
   *[other] Naponta legfeljebb { $count } vendégnek.
 }
does-holdout = A vendégek { $count }%-a sorsolás alapján nem kap köszöntést, hogy látszódjon, használ-e.
does-from = Kezdete: { $date }
does-until = Utolsó napja: { $date }

## Ready-made rules

# What a message calls a guest whose name is not known.
message-nameless = Vendégünk

moment-birthday-name = Születésnap
moment-birthday-gift-cafe = Születésnapi kávé és süti
moment-birthday-gift-salon = Születésnapi ápoló kezelés
moment-birthday-subject = Boldog születésnapot, kedves { $first_name }!
moment-birthday-body-cafe =
    Boldog születésnapot, kedves { $first_name }! Csodás évet kíván az egész csapat: { $shop }.
    Ajándékunk: „{ $reward }”. A kód: { $reward_code }, érvényes eddig: { $expires_on }
moment-birthday-body-salon =
    Boldog születésnapot, kedves { $first_name }! Szépségben gazdag évet kíván az egész csapat: { $shop }.
    Ajándékunk: „{ $reward }”. A kód: { $reward_code }, érvényes eddig: { $expires_on }
moment-anniversary-name = Az első látogatás évfordulója
moment-anniversary-gift-cafe = Évfordulós kávé
moment-anniversary-gift-salon = Évfordulós hajpakolás
moment-anniversary-subject = Évfordulónk van!
moment-anniversary-body-cafe =
    Kedves { $first_name }! Évfordulónk van: ezekben a napokban járt nálunk először. Köszönjük, hogy velünk maradt!
    Ünnepeljünk együtt! Ajándékunk: „{ $reward }”. A kód: { $reward_code }, érvényes eddig: { $expires_on }
moment-anniversary-body-salon =
    Kedves { $first_name }! Évfordulónk van: ezekben a napokban járt nálunk először. Köszönjük a bizalmát!
    A következő alkalommal ajándék várja: „{ $reward }”. A kód: { $reward_code }, érvényes eddig: { $expires_on }
moment-recall-name = Ideje a következő hajfestésnek
moment-recall-label = Hajfestés
moment-recall-subject = Frissítsük fel a színét?
moment-recall-body-salon =
    Kedves { $first_name }! Felfrissítsük a színt? Legutóbb ekkor festettük a haját: { $date }
    Írjon vissza, vagy hívjon minket, és keresünk egy jó időpontot: { $shop }, { $phone }
moment-missed-appointment-name = Elmaradt időpont
moment-missed-appointment-subject = Keressünk új időpontot?
moment-missed-appointment-body-salon =
    Kedves { $first_name }! Ezúttal nem sikerült találkoznunk. Előfordul!
    Keressünk egy új időpontot, amely jobban megfelel? { $shop }, { $phone }
moment-welcome-day-0-name = Üdvözlés: az első nap
moment-welcome-day-0-subject = Üdvözöljük! { $shop }
moment-welcome-day-0-body-cafe =
    Kedves { $first_name }! Örülünk, hogy velünk tart. A kártyája már gyűjti a pecséteket, a teli kártyáért jutalom jár: „{ $reward }”.
    Várjuk vissza! { $shop }
moment-welcome-day-0-body-salon =
    Kedves { $first_name }! Örülünk, hogy minket választott. A kártyája már gyűjti a pecséteket, a teli kártyáért jutalom jár: „{ $reward }”.
    Várjuk vissza! { $shop }
moment-welcome-day-3-name = Üdvözlés: három nap után
moment-welcome-day-3-subject = Jól érezte magát nálunk?
moment-welcome-day-3-body-cafe =
    Kedves { $first_name }! Hogy tetszett nálunk? Ha bármi hiányzott, mondja el, szívesen vesszük. { $shop }
moment-welcome-day-3-body-salon =
    Kedves { $first_name }! Elégedett az eredménnyel? Ha bármit igazítani kell rajta, szóljon, és megoldjuk.
moment-welcome-day-14-name = Üdvözlés: két hét után
moment-welcome-day-14-subject = Várja a kártyája
moment-welcome-day-14-body-cafe =
    Kedves { $first_name }! Már csak { $stamps_left } pecsét, és az Öné: „{ $reward }”.
    Szeretettel várjuk!
moment-welcome-day-14-body-salon =
    Kedves { $first_name }! Már csak { $stamps_left } pecsét, és az Öné: „{ $reward }”.
    Egyeztessünk időpontot a következő alkalomra?
moment-reward-expiring-name = Lejáró jutalom
moment-reward-expiring-subject = Még várja Önt: „{ $reward }”
moment-reward-expiring-body-cafe =
    Kedves { $first_name }! Még várja Önt a jutalma: „{ $reward }”. Nézzen be hozzánk, érvényes eddig: { $expires_on }
    A kód: { $reward_code }.
moment-reward-expiring-body-salon =
    Kedves { $first_name }! Még várja Önt a jutalma: „{ $reward }”. Foglaljon időpontot, érvényes eddig: { $expires_on }
    A kód: { $reward_code }.
moment-card-nearly-full-name = Majdnem teli kártya
moment-card-nearly-full-subject = Már majdnem megvan!
moment-card-nearly-full-body-cafe =
    Kedves { $first_name }! Már csak { $stamps_left } pecsét hiányzik a jutalmához: „{ $reward }”. Mikor látjuk?
moment-card-nearly-full-body-salon =
    Kedves { $first_name }! Már csak { $stamps_left } pecsét hiányzik a jutalmához: „{ $reward }”. Mikor várhatjuk?
moment-drifting-name = Elmaradozó törzsvendég
moment-drifting-subject = Hiányzik nekünk, kedves { $first_name }
moment-drifting-body-cafe =
    Kedves { $first_name }! Régen láttuk. Minden rendben? A kedvenc helye várja Önt! { $shop }
moment-drifting-body-salon =
    Kedves { $first_name }! Régen láttuk. Minden rendben? Szívesen látnánk újra nálunk! { $shop }
moment-not-seen-name = Régen nem járt itt
moment-not-seen-gift-cafe = Kávé a visszatérés örömére
moment-not-seen-gift-salon = Ápoló kezelés a visszatérés örömére
moment-not-seen-subject = Várjuk vissza, kedves { $first_name }
moment-not-seen-body-cafe =
    Kedves { $first_name }! Régen találkoztunk, és nagyon örülnénk, ha újra benézne.
    Ajándékkal várjuk: „{ $reward }”. A kód: { $reward_code }, érvényes eddig: { $expires_on }
moment-not-seen-body-salon =
    Kedves { $first_name }! Régen találkoztunk, és nagyon örülnénk, ha újra eljönne hozzánk.
    Ajándékkal várjuk: „{ $reward }”. A kód: { $reward_code }, érvényes eddig: { $expires_on }

## A language without a text

message-language-en = angol
message-language-ru = orosz
message-language-hu = magyar
message-fallback-shop = Ezen a nyelven ({ $wanted }) nincs szöveg. A vendégek az üzlet nyelvén kapják: { $given }.
message-fallback-other = Sem ezen a nyelven ({ $wanted }), sem az üzlet nyelvén nincs szöveg. A vendégek ezen kapják: { $given }.
