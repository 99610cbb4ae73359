### Today: whom to greet, why, and what to say. The coming weeks.

nav-today = Ma
nav-today-waiting = { $count ->
    [one] { $count } teendő vár
   *[other] { $count } teendő vár
 }
today-people = { $count ->
    [0] Ma nincs kit köszönteni.
    [one] { $count } vendéget kell köszönteni.
   *[other] { $count } vendéget kell köszönteni.
 }
# More greetings than people: "24 köszöntés 23 vendégnek."
today-greetings-for = { $count ->
   *[other] { $greetings } { $count } vendégnek.
 }
today-look = { $count ->
    [one] { $count } üzenetet meg kell nézni.
   *[other] { $count } üzenetet meg kell nézni.
 }
today-by-app = { $count ->
    [one] { $count } magától elmegy.
   *[other] { $count } magától elmegy.
 }
today-failed = A mai lista nem jeleníthető meg
today-weeks = Következő hetek
today-more = { $count ->
    [one] További { $count } mutatása
   *[other] További { $count } mutatása
 }

## A line

touch-at-counter = a pultnál
touch-by-call = hívás
touch-by-post = postán
touch-by-email = e-mailben
touch-by-sms = SMS-ben
outcome-reached = Elérve
outcome-came = Bejött
outcome-no-answer = Nem érhető el
outcome-not-wanted = Nem kéri
today-gift = Ajándék: { $gift }
today-gift-until = Ajándék: { $gift } (utolsó nap: { $date })
today-since = { $date } óta
today-done-button = Kész
today-actions = Mi lett belőle: { $name }
today-snooze = Később
today-skip = Kihagyás
today-open = Megnyitás a pultnál
today-copy-text = Szöveg másolása
today-copy-this = Másolás: { $text }
today-menu = Továbbiak: { $name }
today-copy-contact = Telefonszám vagy cím másolása
today-key-down = Következő sor
today-key-up = Előző sor
today-key-done = Kész

## What was done

today-done = { $name }: { $outcome }
today-skipped = { $name }: kihagyva
today-snoozed = { $name } újra a listán: { $date }
today-reopened = { $name } újra a listán van
today-copied-text = { $name } szövege a vágólapon
today-copied = Vágólapon: { $text }
today-copy-failed = A másolás nem sikerült. Jelölje ki a szöveget, és nyomjon Ctrl C-t.

## Later

today-snooze-title = Köszöntés elhalasztása: { $name }
today-snooze-useful = Utolsó nap, amikor még van értelme: { $date }
today-snooze-tomorrow = Holnap
today-snooze-3-days = 3 nap múlva
today-snooze-week = Egy hét múlva
today-snooze-own = Másik napon
today-snooze-late = akkor már késő
today-snooze-date = Nap
today-snooze-set = Akkor mutassa újra
today-snooze-range = Válasszon egy napot holnaptól eddig: { $date }.
today-snooze-last = Ma van az utolsó napja: nem halasztható.

## Beside the list

today-month = Ez a hónap
today-month-none = Még nem volt köszöntés. Itt látszik majd, ami történt.
today-of = { $done } / { $all }
today-month-on-the-day = köszöntés a maga napján megtörtént
today-month-reached = vendéget sikerült elérni
today-month-reached-came = { $came ->
    [one] vendéget sikerült elérni, közülük { $came } bejött
   *[other] vendéget sikerült elérni, közülük { $came } bejött
 }
today-month-left-out = Kihagyva vagy már nem időszerű
today-month-failed = Kézbesítetlen
today-next = Következő napok
today-next-none = A következő négy hétre semmi sem várható.
today-times = { $count } × { $name }
today-greetings = { $count ->
    [0] nincs köszöntés
    [one] { $count } köszöntés
   *[other] { $count } köszöntés
 }

## Nothing to do

today-empty = Nyugodt nap
today-all-done = Mára minden kész
today-empty-next = Legközelebb – { $date }: { $what }.
today-empty-nothing = A lista megtelik, ahogy a vendégek jönnek, és Ön beírja a születésnapokat.
today-no-moments = Egy alkalom sincs bekapcsolva
today-no-moments-text = Születésnap, évforduló, új vendég, elmaradó törzsvendég: kapcsolja be, ami köszöntést érdemel, és a maga napján itt megjelenik.
today-to-moments = Alkalmak kiválasztása
today-off = Az ütemezés ki van kapcsolva
today-off-text = Most senkit sem tervez be. Ha bekapcsolja, a mai lista azonnal elkészül, utána minden reggel.
today-off-notice = Az ütemezés ki van kapcsolva: új köszöntés nem készül.
today-switch-on = Bekapcsolás

## Coming weeks

weeks-about = Mit tartogat egy-egy nap, ha addig senki sem jön be.
weeks-planned = betervezve
weeks-foreseen = várható
weeks-foreseen-text = Várható: aki addig bejön, vagy ebben a hónapban már elég köszöntést kapott, kimarad.
weeks-failed = A naptár nem jeleníthető meg
weeks-empty = Ezekben a hetekben nincs semmi betervezve, és semmi sem várható.
weeks-back = Vissza a mai naphoz
weeks-key-days = Napról napra
weeks-key-open = A nap megnyitása
weeks-status-open = nyitott
weeks-status-done = kész
weeks-status-failed = nem kézbesíthető
weeks-status-foreseen = várható
weeks-more = { $count ->
    [one] és még { $count }
   *[other] és még { $count }
 }
weeks-unnamed = { $count ->
    [one] { $count } vendég, a neve a nap közeledtével látszik
   *[other] { $count } vendég, a nevük a nap közeledtével látszik
 }

## At the counter

greeting-title = Mit mondjon
greeting-more = Továbbiak: { $why }
done-greeted = Köszöntés feljegyezve: { $outcome }
done-greeting-skipped = Köszöntés kihagyva
key-greeted = Köszöntés elmondva
idle-greet = { $count ->
   *[other] Ma { $count } köszöntés vár
 }

## Reggeli értesítés

notice-title = Ma { $count } köszöntés vár
notice-moment = { $moment }: { $count }
