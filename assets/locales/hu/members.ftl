### Vendégek: a lista, az adatlap, az ismétlődések és az összevonás.

## The list

members-count = { $count ->
    [one] { $count } vendég
   *[other] { $count } vendég
 }
members-search = Vendég keresése
members-search-placeholder = Név, telefon vagy kártyaszám
members-filter = Melyik vendégek
members-filter-all = Mind
members-filter-new = E havi újak
members-filter-not-seen = Nem járt itt
members-filter-full = Jutalom vár
members-filter-archived = Archivált
# After "Not here for"; $shown is the number as it is written.
members-days = { $days ->
    [one] { $shown } napja
   *[other] { $shown } napja
 }
members-days-unit = { $days ->
    [one] napja
   *[other] napja
 }
members-not-seen-days = Látogatás nélküli napok
members-sorting = A lista sorrendje
members-sort-by = Rendezés: { $column }
members-sorted-up = { $column }, növekvő
members-sorted-down = { $column }, csökkenő
members-column-name = Név
members-column-stamps = Pecsétek
members-column-visits = Látogatás
members-column-spend = Költés
members-column-last-visit = Utolsó látogatás
members-column-joined = Csatlakozott
members-never = még soha
members-loading = Betöltés
members-rewards-ready = { $count ->
    [one] { $count } jutalom vár
   *[other] { $count } jutalom vár
 }
members-key-open = Vendég megnyitása
members-key-select = Vendég kijelölése

## Empty lists

members-first-title = Még nincs törzsvendég
members-first-text = Vegye fel az első vendéget a pultnál, vagy hozza át a meglévő listáját.
members-first-demo = Csak nézelődik? Egy új adatmappában egyévnyi múlttal rendelkező bemutatóüzlet is nyitható.
members-none-title = Itt nincs senki
members-none-found-text = Ellenőrizze az írásmódot, vagy próbálja a telefonszám utolsó számjegyeit.
members-none-new = Ebben a hónapban még nem csatlakozott senki. Új vendéget a pultnál vehet fel.
members-none-not-seen = { $days ->
    [one] Az elmúlt { $days } napban mindenki járt itt. Szép munka!
   *[other] Az elmúlt { $days } napban mindenki járt itt. Szép munka!
 }
members-none-full = Senkire nem vár jutalom. Aki megtölti a kártyáját, ide kerül.
members-none-archived = Nincs archivált vendég. Ide teheti azokat, akik már nem jönnek; a múltjuk megmarad.
members-show-all = Minden vendég

## The selection

members-selection = Kijelölés
members-selected = { $count ->
    [one] { $count } kijelölve
   *[other] { $count } kijelölve
 }
members-select-all = Összes kijelölése
members-selection-clear = Kijelölés törlése
members-print-cards = Kártyák nyomtatása
members-archive-title = { $count ->
    [one] Archivál { $count } vendéget?
   *[other] Archivál { $count } vendéget?
 }
members-and-more = { $count ->
    [one] és még { $count }
   *[other] és még { $count }
 }
members-archived-toast = { $count ->
    [one] { $count } vendég archiválva
   *[other] { $count } vendég archiválva
 }
member-archive = Archiválás
member-archive-text = Az archivált vendég nem látszik a listákban és a keresésben, és a kártyája nem működik a pultnál. A látogatásai és pecsétjei megmaradnak; bármikor visszaállítható.
member-archived-toast = Archiválva: { $name }
member-restored-toast = Visszaállítva: { $name }
member-is-archived = Ez a vendég archivált, nem látszik a listákban és a keresésben.
member-restore = Visszaállítás
member-is-merged = Ezt a vendéget összevonták egy másikkal, a teljes múltja nála van.

## The profile

profile-to-list = A vendégek listájához
profile-missing = Ez a vendég nem jeleníthető meg
profile-edit = Szerkesztés
profile-serve = A pulthoz
profile-details = Adatok
profile-add-note = Megjegyzés hozzáadása
profile-rewards = Jutalmak
profile-no-rewards = Még nincs jutalom. Az elsőt egy teli kártya hozza.
profile-show-all-rewards = Mind a { $count } megjelenítése
profile-cards = Kártyák
profile-no-card = Nincs kiadott kártya.
profile-consents = Írhatunk vagy hívhatjuk?
stat-visits = Látogatás
stat-spend = Költés
stat-gap = Szokásos időköz
stat-last-visit = Utolsó látogatás
stat-first-visit = először { $date }
stat-average = átlagosan { $amount }
stat-days = { $count ->
    [one] nap
   *[other] nap
 }
stat-days-ago = { $count ->
    [one] napja
   *[other] napja
 }
stat-gap-about = az időközök közepe
stat-gap-unknown = három látogatástól ismert
grant-available = Vár
grant-redeemed = Átadva
grant-expired = Lejárt
grant-void = Visszavonva
grant-unlocked = megnyílt: { $date }
card-state-active = Működik
card-state-blocked = Letiltva
card-state-lost = Elveszett
card-state-replaced = Lecserélve
card-issued = kiadva: { $date }
card-not-printed = még nincs kinyomtatva
card-printed-on = nyomtatva: { $date }
consent-email = E-mailben
consent-sms = SMS-ben vagy üzenetben
consent-call = Telefonon
consent-post = Postán
consent-never = még nem kérdeztük
consent-given = megadva: { $date }
consent-withdrawn = visszavonva: { $date }
consent-from-counter = a pultnál
consent-from-profile = itt rögzítve
consent-from-import = importból
consent-from-demo = bemutató adat
consent-from-merge = összevonásból

## What is known of a member

field-birthday = Születésnap
field-locale = Nyelv
field-joined-on = Csatlakozás napja
field-external-id = Azonosító másik rendszerben
field-notes = Megjegyzések
field-card-number = Kártyaszám
field-consent-email = E-mail-hozzájárulás
field-consent-sms = SMS-hozzájárulás
edit-title = Vendég szerkesztése
edit-locale = Levelek és kártyák nyelve
edit-locale-shop = Az üzleté ({ $language })
edit-external-id-hint = A vendég azonosítója a pénztárgépben vagy a foglalási rendszerben, ha van ilyen.
edit-unsaved = A módosítások nincsenek elmentve.
edit-discard = Elvetés

## The history

timeline-title = Előzmények
timeline-empty = Még nem történt semmi.
timeline-more = { $count ->
    [one] Még { $shown } korábbi sor
   *[other] Korábbiak ({ $shown })
 }
timeline-visit = Látogatás
timeline-imported = importált
timeline-unlocked = Új jutalom: { $reward }
timeline-redemption-undone = Átadás visszavonva, újra elérhető: { $reward }
timeline-reward-voided = Fel nem használt jutalom visszavonva: { $reward }
timeline-reward-expired = Felhasználatlanul lejárt: { $reward }
timeline-stamps-expired = { $count ->
    [one] { $count } pecsét lejárt
   *[other] { $count } pecsét lejárt
 }
timeline-starter = { $count ->
    [one] { $count } pecsét ajándékba, kezdésként
   *[other] { $count } pecsét ajándékba, kezdésként
 }
timeline-refund = { $count ->
    [one] { $count } pecsét visszavonva visszatérítés miatt
   *[other] { $count } pecsét visszavonva visszatérítés miatt
 }
timeline-written-off = { $count ->
    [one] { $count } elköltött pecsét leírva
   *[other] { $count } elköltött pecsét leírva
 }
timeline-merge-stamps = { $count ->
    [one] { $count } pecsét átkerült összevonáskor
   *[other] { $count } pecsét átkerült összevonáskor
 }
timeline-enrolled = Törzsvendég lett
timeline-merged = Összevonva vele: { $name }
timeline-merged-nameless = Összevonva egy másik vendéggel
timeline-edited = Adatok módosítva
timeline-archived = Archiválva
timeline-restored = Visszaállítva
timeline-card-issued = { $number } kártya kiadva
timeline-card-printed = { $number } kártya kinyomtatva
timeline-card-blocked = { $number } kártya letiltva
timeline-card-unblocked = { $number } kártya újra működik
timeline-card-lost = { $number } kártya elveszett
timeline-card-replaced = { $number } kártya lecserélve
timeline-consent-email = E-mailben írhatunk neki
timeline-consent-sms = SMS-ben írhatunk neki
timeline-consent-call = Felhívhatjuk
timeline-consent-post = Postán írhatunk neki
timeline-no-consent-email = Nem kér több e-mailt
timeline-no-consent-sms = Nem kér több SMS-t
timeline-no-consent-call = Nem kér több hívást
timeline-no-consent-post = Nem kér több postai levelet

## Duplicates and merging

same-person-title = Ugyanaz a személy?
same-person-text = Ezeknek a vendégeknek azonos a nevük vagy az e-mail-címük.
duplicates-title = Lehetséges ismétlődések
duplicates-text = Azonos nevű vagy e-mail-című vendégek. Az összevonás mindkettő múltját megőrzi.
duplicates-none = Nincs ismétlődés
duplicates-none-text = Úgy tűnik, senki sem szerepel kétszer.
duplicate-same-name = Azonos név
duplicate-same-email = Azonos e-mail-cím
duplicate-no-contact = Nincs telefon vagy e-mail
duplicate-dismiss = Két személy
duplicate-dismissed = Megjegyezve: ők két külön személy.
merge = Összevonás
merge-title = Két vendég összevonása
merge-question = Kinek a neve és adatai maradjanak?
merge-stays = Marad
merge-goes = Beolvad
merge-effects = Mi fog történni
merge-effect-history = { $count ->
    [one] { $name } kapja mindkét múltat: { $count } látogatás, { $spend }.
   *[other] { $name } kapja mindkét múltat: { $count } látogatás, { $spend }.
 }
merge-effect-stamps = { $stamps ->
    [one] A pecsétek összeadódnak: { $stamps } pecsét lesz a kártyán.
   *[other] A pecsétek összeadódnak: { $stamps } pecsét lesz a kártyán.
 }
merge-effect-rewards = { $stamps ->
    [one] A pecsétek összeadódnak: { $stamps } pecsét.
   *[other] A pecsétek összeadódnak: { $stamps } pecsét.
 } { $rewards ->
    [one] Ez egy teli kártya: { $rewards } jutalom nyílik meg, az új kártyán { $rest } marad.
   *[other] Ez { $rewards } teli kártya, mindegyik egy jutalommal; az új kártyán { $rest } marad.
 }
merge-effect-cards = Mindkettőjük kártyái tovább működnek.
merge-effect-consents = Hozzájárulás csak ott marad, ahol egyikük sem vonta vissza.
merge-effect-dropped = Nem marad meg, mert a másiknál más szerepel: { $values }
merge-effect-final = Két vendég helyett egy marad. Ez nem vonható vissza.
merge-confirm = Összevonás
merge-done = Mindkét múlt most itt van: { $name }
