### The counter: scan, serve, enrol.

## The scan field

scan-placeholder = Olvasson be kártyát, vagy írjon be nevet vagy a telefonszám végét
scan-clear = Törlés
scan-results = Talált vendégek
scan-hits = { $count ->
    [one] { $count } vendég található
   *[other] { $count } vendég található
 }
scan-none = „{ $text }” néven még nincs senki.
scan-enrol = „{ $text }” felvétele
scan-misread = Hibás beolvasás
scan-misread-text = Hibás ellenőrző számjegy: { $number }. Olvassa be újra, vagy írja be gondosan.
scan-unknown = Ez a kártya nem innen való
scan-unknown-text = Nincs { $number } számú kártya. Lehet, hogy egy másik üzleté.
scan-blocked = Ez a kártya le van tiltva
scan-blocked-text = Tulajdonosa: { $name }. Nyissa meg a vendéget a feloldáshoz vagy cseréhez.
scan-lost = Ezt a kártyát elveszettnek jelentették
scan-lost-text = Tulajdonosa: { $name }. Ha ő hozta, nyissa meg a vendéget, és engedélyezze újra.
scan-replaced = Ezt a kártyát lecserélték
scan-replaced-text = { $name } újabb kártyát kapott. A pecsétek megvannak; nyissa meg a vendéget.
scan-open-member = Vendég megnyitása

## The member

member-nameless = Még nincs neve
member-since = { $month } óta vendég
member-visits = { $count ->
    [one] { $count } látogatás
   *[other] { $count } látogatás
 }
member-visits-every = { $count ->
    [one] { $count } látogatás
   *[other] { $count } látogatás
 }, { $days ->
    [one] kb. naponta
   *[other] kb. { $days } naponta
 }
member-last-here = utoljára { $when }
member-never-here = még nem járt itt
member-no-visits = Még nincs látogatás. A teli kártyáért jár: { $reward }
member-profile = Adatlap
member-done = Következő vendég
stamps-expire = { $count ->
    [one] { $count } pecsét érvényes eddig: { $date }
   *[other] { $count } pecsét érvényes eddig: { $date }
 }

## What to say

hint-birthday-today = Ma van a születésnapja: köszöntse fel
hint-birthday-tomorrow = Holnap lesz a születésnapja
hint-birthday-yesterday = Tegnap volt a születésnapja
hint-birthday-soon = { $count ->
    [one] { $count } nap múlva születésnap
   *[other] { $count } nap múlva születésnap
 }
hint-birthday-ago = { $count ->
    [one] { $count } napja volt a születésnapja
   *[other] { $count } napja volt a születésnapja
 }
hint-birthday-turns = { $when } ({ $turns })
hint-anniversary-today = { $years ->
    [one] Ma { $years } éve jár ide
   *[other] Ma { $years } éve jár ide
 }
hint-anniversary-soon = { $count ->
    [one] Holnap
   *[other] { $count } nap múlva
 } { $years ->
    [one] { $years } éve jár ide
   *[other] { $years } éve jár ide
 }
hint-anniversary-ago = { $count ->
    [one] Tegnap
   *[other] { $count } napja
 } volt { $years ->
    [one] { $years } éve, hogy ide jár
   *[other] { $years } éve, hogy ide jár
 }
hint-first-visit = Első látogatás: üdvözölje!
hint-absence = { $count ->
    [one] { $count } napja nem járt itt
   *[other] { $count } napja nem járt itt
 }
hint-absence-usual = { $count ->
    [one] { $count } napja
   *[other] { $count } napja
 } nem járt itt, { $usual ->
    [one] általában naponta jön
   *[other] általában { $usual } naponta jön
 }
hint-nearly-full = { $count ->
    [one] Már csak { $count } pecsét kell
   *[other] Már csak { $count } pecsét kell
 }
hint-reward-expiring = { $reward }: csak eddig: { $date }

## This visit

visit-title = Ez a látogatás
visit-amount = Összeg
visit-note = Megjegyzés
visit-note-add = Megjegyzés hozzáadása
visit-note-example = pl. kettőt vitt elvitelre
visit-reward-part = Ebből jutalommal fizetve
visit-add-stamp = 1 pecsét hozzáadása
visit-add-stamps = { $count ->
    [one] { $count } pecsét hozzáadása
   *[other] { $count } pecsét hozzáadása
 }
visit-record = Látogatás rögzítése
visit-how-many = Hány pecsét
visit-stamps-range = Egyszerre 0 és { $most } közötti pecsét adható.
visit-cap-reached = A mai keret elfogyott: a látogatás számít, de több pecsét nem jár.
reward-ready = Jutalom vár
reward-until = eddig: { $date }
reward-redeem = Beváltás

## What was done

done-stamps = { $count ->
    [one] { $count } pecsét hozzáadva
   *[other] { $count } pecsét hozzáadva
 }
done-visit = Látogatás rögzítve
done-unlocked = Betelt a kártya! { $reward }
done-capped = { $count ->
    [one] { $count } pecsét a napi kereten felül
   *[other] { $count } pecsét a napi kereten felül
 }
done-redeemed = Átadva: { $reward }
done-undone = Visszavonva
done-stamps-back = { $count ->
    [one] { $count } pecsét visszavéve
   *[other] { $count } pecsét visszavéve
 }
done-reward-restored = a jutalom újra elérhető
done-reward-voided = a fel nem használt jutalom visszavonva
done-written-off = { $count ->
    [one] { $count } elköltött pecsét leírva
   *[other] { $count } elköltött pecsét leírva
 }
done-enrolled = Mostantól törzsvendég. Kártya: { $number }

## Last visits

visits-last = Legutóbbi látogatások
visit-menu = Látogatás módosítása: { $date }
visit-void = Látogatás érvénytelenítése
visit-refund = Visszatérítés
visit-is-void = érvénytelen
visit-refunded = visszatérítve { $amount }
visit-with-reward = Jutalommal
void-title = Érvényteleníti a látogatást ({ $date })?
void-text = Az előzményekben érvénytelenként megmarad. A pecsétek visszavonódnak, az akkor átadott jutalom pedig újra elérhető lesz.
refund-title = Visszatérítés: { $date }
refund-text = Legfeljebb { $left } téríthető vissza. A pecsétek arányosan visszavonódnak.
refund-amount = Visszaadott összeg

## The card

card-is-blocked = Kártya letiltva
card-is-lost = Kártya elveszett
card-menu = Kártya: { $number }
card-print = Kártya nyomtatása
card-printed = Nyomtatásra megnyitva: { $file }
card-lost = Elveszett
card-lost-text = A kártya azonnal megszűnik működni. A pecsétek a vendégé maradnak; ha a kártya előkerül, újra engedélyezhető.
card-lost-done = Elveszettként megjelölve
card-block = Kártya letiltása
card-block-text = A kártya azonnal megszűnik működni. A pecsétek a vendégé maradnak; bármikor feloldható.
card-block-done = Kártya letiltva
card-unblock = Újra engedélyezés
card-unblock-text = A kártya az összes pecséttel újra működik a pultnál.
card-unblock-done = A kártya újra működik
card-replace = Kártya cseréje
card-replace-text = Új kártya készül új számmal, a régi végleg megszűnik. Minden pecsét a vendégé marad.
card-replace-done = Új kártya elkészült. Nyomtassa ki a menüből.

## Scanned twice

double-title = Még egy pecsét?
double-text = { $name } egy pillanattal ezelőtt már kapott pecsétet.
double-yes = Igen, még egyet
double-no = Nem, elég volt egy

## A new guest

enrol-new = Új vendég
enrol-text = Elég egy név vagy egy telefonszám.
enrol-name = Név
enrol-phone = Telefon
enrol-name-or-phone = Írjon be egy nevet vagy egy telefonszámot.
enrol-more = Születésnap, e-mail, hozzájárulás
enrol-email = E-mail
enrol-notes = Megjegyzés
enrol-notes-hint = Az első sora a pultnál is látszik, pl. „zabtej”.
enrol-card-number = Kész kártya száma
enrol-card-number-hint = Olvassa be az átadott kártyát, vagy hagyja üresen.
enrol-consent-email = E-mailben kereshető
enrol-consent-sms = SMS-ben kereshető
enrol-submit = Felvétel
enrol-open-existing = Meglévő vendég megnyitása
enrol-anyway = Ez egy másik ember
birthday-optional-year = Születésnap, az év elhagyható
birthday-day = Nap
birthday-month = Hónap
birthday-year = Év

## Today

today-visits = Látogatás
today-spend = Forgalom
today-stamps = Pecsét
today-rewards = Jutalom
idle-ready = A pult készen áll.
idle-quiet = Ma még nem járt itt senki. Az első látogatástól itt látszanak a nap számai.
idle-title = Ki a következő?
idle-text = Olvasson be egy kártyát, vagy kezdjen gépelni. Új vendég? Pár másodperc a felvétele.
idle-first-title = Üdvözölje az első törzsvendéget
idle-first-text = Írjon be egy nevet vagy telefonszámot, adjon át egy kártyát, és üsse be az első pecsétet.
till-title = Ma ennél a kasszánál
till-empty = Még semmi. Itt jelennek meg a nap pecsétjei és jutalmai.
till-redeem = jutalom
till-enrol = új vendég
till-void = érvénytelenítve
till-refund = visszatérítés
till-card = kártya
till-undo = visszavonás
till-undone = visszavonva
till-undo-this = Visszavonás: { $name }

## Keys

key-stamp = Pecsét (összeggel vagy anélkül)
key-redeem = Jutalom beváltása
key-undo = Utolsó művelet visszavonása
key-clear = Törlés, bezárás, következő vendég
