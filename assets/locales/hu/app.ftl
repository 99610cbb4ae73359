### The frame of the app: menu, help, what every screen shares.

## Menu

nav-label = Képernyők
nav-counter = Pult
nav-members = Vendégek
nav-cards = Kártyák
nav-program = Program
nav-reports = Kimutatások
nav-settings = Beállítások
nav-till = { $till }. kassza
theme-to-dark = Váltás sötétre
theme-to-light = Váltás világosra

## Keys

help-title = Billentyűk
help-scanner = A vonalkódolvasó minden képernyőn működik: olvassa be a kártyát, és a tulajdonosa megnyílik a pultnál.
scan-dialog-open = Előbb zárja be ezt az ablakot, majd olvassa be újra. Semmi sem változott.
key-scan = Beolvasás vagy keresés
key-theme = Világos vagy sötét
key-toasts = Üzenetek elrejtése

## Shared words

cancel = Mégse
close = Bezárás
leave-title = Kilép mentés nélkül?
leave-closing = Bezárja mentés nélkül?
leave-stay = Tovább szerkesztem
leave-discard = Elvetés
save = Mentés
undo = Visszavonás
back = Vissza
try-again = Újra
nothing-found = Nincs találat
progress-of = { $done } / { $total }
# Beside a large number of stamps: "8 of 10"
stamps-of = / { $required }
stamps-owed = { $count ->
    [one] { $count } pecsét a visszatérítés miatt még hiányzik
   *[other] { $count } pecsét a visszatérítés miatt még hiányzik
 }
pdf-failed = Ez az oldal itt nem jeleníthető meg. A nyomtatást ez nem érinti.

## Time

clock-behind = A gép órája késik: az utolsó bejegyzés ideje { $last }. Állítsa be az órát; semmi nem veszett el.
day-expired = Új nap. Az éjjel lejárt: { $what }.
day-expired-stamps = { $count ->
    [one] { $count } pecsét
   *[other] { $count } pecsét
 }
day-expired-rewards = { $count ->
    [one] { $count } jutalom
   *[other] { $count } jutalom
 }

## When something goes wrong

error-transport = A Regulars nem válaszolt. Amit beírt, megmaradt; próbálja újra.
refused-title = Az üzlet adatai most nem nyithatók meg
refused-kept-title = Mi van biztonságban
refused-kept = Semmi nem változott. A fájlok pontosan olyanok, mint előtte.
refused-next-title = Mi a teendő
refused-next = Szüntesse meg a fent leírt okot, majd próbálja újra. Ha van mentése az adatmappáról, őrizze meg; ne töröljön semmit.
