### The outbox: what the app itself sends, and what it needs a person for. Handing a
### message to another program. "No more messages".

outbox-title = Kimenő üzenetek
outbox-about = Amit a program maga küld el, és ami lett belőle.
nav-today-undecided = { $count ->
    [one] { $count } üzenet döntésre vár
   *[other] { $count } üzenet döntésre vár
 }

## Today: what the app does

outbox-app-sends = A program küldi
outbox-app-waiting = várakozik
outbox-app-sending = küldés alatt
outbox-app-sent = ma elküldve
outbox-app-nothing = Semmi sem vár küldésre.
outbox-app-who = Kinek
outbox-app-more = { $count ->
    [one] és még { $count }
   *[other] és még { $count }
 }
outbox-leave-out-of = Kihagyás: { $name }

## What needs a person

outbox-needs-you = Először ezeket nézze meg
outbox-paused = A küldés szünetel { $time } óta.
outbox-paused-waiting = { $count ->
    [0] Semmi sem vár küldésre.
    [one] { $count } üzenet vár.
   *[other] { $count } üzenet vár.
 }
outbox-pause = Szüneteltetés
outbox-resume = Folytatás
outbox-locked = A küldéshez kellő jelszavak zárolva vannak.
outbox-locked-text = Az üzenetek várnak, amíg meg nem adja a jelmondatot.
outbox-passphrase = Jelmondat
outbox-unlock = Feloldás
outbox-held-email = Az e-mailek küldése áll.
outbox-held-sms = Az SMS-ek küldése áll.
outbox-settings = Beállítások
outbox-arrived = Megérkezett
outbox-arrived-hint = A vendég köszöntve van; több üzenet nem megy.
outbox-reached = Elértem másképp
outbox-reached-hint = A vendég köszöntve van; nem megy üzenet.
outbox-again = Újraküldés
# $address is an e-mail address or a number
outbox-again-hint = Még egyszer elmegy ide: { $address }.
outbox-again-twice = Még egyszer elmegy; a vendég kétszer is megkaphatja.
outbox-leave-out = Kihagyás
outbox-leave-out-hint = Nem megy el semmi, és nem jön vissza ide.
outbox-leave-out-gift = Több üzenet nem megy; a benne ígért ajándék elvész.
outbox-correct = Cím javítása
outbox-correct-phone = Szám javítása
outbox-correct-hint = Javítsa ki itt, és az üzenet újra elmegy.
outbox-correct-send = Mentés és újraküldés
outbox-correct-empty = Írja be, hol érhető el a vendég.
outbox-open-guest = A vendég adatlapja
outbox-all-undecided = Mind megnyitása ({ $count })
outbox-noted-arrived = { $name }: megérkezettként feljegyezve
outbox-noted-reached = { $name }: elértként feljegyezve
outbox-noted-again = { $name }: újra elküldjük
outbox-noted-left-out = { $name }: kihagyva

## A message

outbox-status-waiting = várakozik
outbox-status-sending = küldés alatt
outbox-status-sent = elküldve
outbox-status-failed = nem ment el
outbox-status-unsure = talán elment
outbox-status-cancelled = visszavonva
outbox-waits-paused = vár: szünetel
outbox-waits-held = Önre vár
outbox-waits-until = vár eddig: { $time }
outbox-by-word = Feljegyezte, hogy megérkezett.
outbox-attempts = { $count ->
    [one] { $count } kísérlet
   *[other] { $count } kísérlet
 }
outbox-test = Próbaüzenet
outbox-server-said = A kiszolgáló válasza: { $detail }
outbox-text-show = Szöveg megnyitása
outbox-text-hide = Szöveg elrejtése
outbox-text-later = A szöveg küldéskor áll össze, az akkori adatokkal.
outbox-actions = Teendő: { $name }

## The list

outbox-filter = Mely üzenetek
outbox-all = Mind
outbox-waiting = Várakozik
outbox-undecided = Döntésre vár
outbox-sent = Elküldve
outbox-failed = Nem ment el
outbox-cancelled = Visszavonva
outbox-total = { $count ->
    [one] { $count } üzenet
   *[other] { $count } üzenet
 }
outbox-unreadable = A kimenő üzenetek nem jeleníthetők meg
outbox-off = A program még semmit sem küld
outbox-off-text = Ha az e-mail vagy az SMS be van állítva, a köszöntések maguktól elmennek, és csak azoknak, akik hozzájárultak. Itt látszik mindegyik, és az is, mi lett belőle.
outbox-set-up = Küldés beállítása
outbox-empty = Még nincs üzenet
outbox-empty-text = Az e-mailes és SMS-es köszöntések a napjukon jelennek meg itt.
outbox-none = Itt nincs semmi
outbox-none-text = Nézze meg a többi listát.
outbox-clear = Nincs miről dönteni
outbox-clear-text = Ha egy üzenet nem ment el, vagy nem biztos, hogy elment, itt várja Önt.

## Sending now

outbox-send-now = Küldés most
outbox-at-work = Küldés
outbox-result-sent = { $count ->
    [one] { $count } üzenet elküldve.
   *[other] { $count } üzenet elküldve.
 }
outbox-result-waiting = { $count ->
    [one] { $count } üzenet vár.
   *[other] { $count } üzenet vár.
 }
outbox-result-next = A következő egy percen belül megy.
outbox-result-back-off = A következő újabb próbája: { $time }.
outbox-result-failed = { $count ->
    [one] { $count } nem ment el.
   *[other] { $count } nem ment el.
 }
outbox-result-unsure = { $count ->
    [one] { $count } talán elment.
   *[other] { $count } talán elment.
 }
outbox-result-nothing = Nem volt mit küldeni.
outbox-result-busy = A küldés már folyamatban van.
outbox-result-paused = A küldés szünetel.
outbox-result-quiet = Most túl késő vagy túl korán van az üzenetekhez; folytatás: { $time }.
outbox-result-limit = Erre a percre ennyi elég; folytatás: { $time }.
outbox-result-held = Várnak, amíg Ön át nem nézi a beállításokat.
outbox-result-off = A köszöntések ki vannak kapcsolva.
outbox-result-stopped = Leállítva. A többi vár.

## Handing a message to another program

handoff-mail = E-mail írása
handoff-whatsapp = WhatsApp
handoff-call = Hívás
handoff-text = SMS írása
handoff-opened = Megnyitva. Ha elérte, jelölje, mi lett belőle: { $name }.
handoff-key = Hívás vagy üzenet

## No more messages

no-more-email = Nem kér több e-mailt
no-more-sms = Nem kér több SMS-t
no-more-call = Nem kér több hívást
no-more-post = Nem kér több levelet
no-more-messages = Nem kér több üzenetet
no-more-nothing = Nincs mit leállítani: ez a vendég nem kap üzeneteket.
no-more-done = { $name }: { $what }. Ami küldésre várt, visszavontuk.
no-more-undone = { $planned ->
    [0] { $name }: a hozzájárulás újra érvényes.
   *[other] { $name }: a hozzájárulás újra érvényes, és vele { $planned } tervezett köszöntés is.
 }
no-more-stayed = { $stayed } köszöntés kimarad: azóta más is megváltozott.
messenger-hint = Üzenetküldőn át küldött szövegekhez: a vendég címe ott, Telegramban a csevegés száma.
