### The outbox: what the app itself sends, and what it needs a person for. Handing a
### message to another program. "No more messages".

outbox-title = Kimenő üzenetek
outbox-about = Amit a program maga küld el, és ami lett belőle.

## Today: what the app does

outbox-app-sends = A program küldi
outbox-app-waiting = várakozik
outbox-app-waiting-from = várakozik, indul: { $time }
outbox-app-sending = küldés alatt
outbox-app-sent = ma elküldve
outbox-app-nothing = Semmi sem vár küldésre.
outbox-app-who = Kinek
outbox-app-more = { $count ->
    [one] és még { $count }
   *[other] és még { $count }
 }
outbox-leave-out-of = Nem küldöm el: { $name }

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
outbox-again-hint = Még egyszer elküldjük: { $address }.
outbox-again-twice = Még egyszer elmegy; a vendég kétszer is megkaphatja.
outbox-leave-out = Nem küldöm el
outbox-leave-out-hint = Nem megy el semmi, és nem jön vissza ide.
outbox-leave-out-gift = Több üzenet nem megy; a benne ígért ajándék elvész.
outbox-correct = Cím javítása
outbox-correct-phone = Szám javítása
outbox-correct-hint = Javítsa ki itt, és az üzenet újra elmegy.
outbox-correct-send = Mentés és újraküldés
outbox-correct-empty = Írja be, hol érhető el a vendég.
outbox-correct-same = Még nincs kijavítva: éppen ezt utasították vissza.
outbox-open-guest = A vendég adatlapja
outbox-all-undecided = Mind megnyitása ({ $count })
outbox-all-again = Mind újraküldése
outbox-all-again-work = Az üzenetek sorba kerülnek
outbox-all-again-text = { $count ->
    [one] { $count } üzenet újra elmegy. Ez nem vonható vissza.
   *[other] { $count } üzenet újra elmegy. Ez nem vonható vissza.
 }
outbox-all-again-lost = { $count ->
    [one] { $count } üzenethez előbb más cím kell, ez itt marad.
   *[other] { $count } üzenethez előbb más cím kell, ezek itt maradnak.
 }
outbox-all-again-done = { $count ->
    [one] { $count } üzenetet újraküldünk
   *[other] { $count } üzenetet újraküldünk
 }
outbox-noted-arrived = { $name }: megérkezettként feljegyezve
outbox-noted-reached = { $name }: elértként feljegyezve
outbox-noted-again = { $name }: újra elküldjük
outbox-noted-left-out = { $name }: nem küldjük el

## A message

outbox-status-waiting = várakozik
outbox-status-sending = küldés alatt
outbox-status-sent = elküldve
outbox-status-failed = nem ment el
outbox-status-unsure = talán elment
outbox-status-cancelled = visszavonva
outbox-waits-paused = vár: szünetel
outbox-waits-held = Önre vár
outbox-waits-until = küldés: { $time }
outbox-by-word = Feljegyezte, hogy megérkezett.
outbox-reached-noted = Másképp elérte a vendéget.
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
outbox-result-one-a-day = Egy vendég naponta egy üzenetet kap; a következő: { $time }.
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
no-more-stayed = { $stayed } köszöntés visszavonva marad: azóta más is megváltozott.
messenger-hint = Üzenetküldőn át küldött szövegekhez: a vendég címe ott, Telegramban a csevegés száma.
