### Printing cards, and documents that were written.

document-open = Megnyitás
document-print = Nyomtatás
document-folder = Mappa
document-sent = Elküldve a nyomtatóra
document-pages = { $count } oldal
document-rows = { $count } sor
document-missing-glyphs = { $count ->
    [one] Ez a karakter nem nyomtatható, keret kerül a helyére:
   *[other] Ezek a karakterek nem nyomtathatók, keret kerül a helyükre:
 }

## Choosing

cards-about = Válassza ki, kinek a kártyáját, nézze meg az oldalt, és nyomtasson.
cards-choose = Kinek a kártyája
cards-choice-new = Újak a legutóbbi nyomtatás óta
cards-choice-members = Kiválasztott vendégek
cards-choice-all = Minden kártya
# $date is when it was printed: "21 Nov 2026, 10:42"
cards-choice-run = Ahogy akkor: { $date }
cards-list = Nyomtatandó kártyák
cards-printed-on = nyomtatva: { $date }
cards-add = Vendég hozzáadása
cards-add-placeholder = Név, telefon vagy kártyaszám
cards-remove = Kihagyás: { $name }
cards-clear = Törlés
cards-without-card = { $count } vendégnek nincs működő kártyája
cards-failed = A kártyák nem jeleníthetők meg

## On paper

cards-layout = Papíron
cards-sheet = Lap
cards-sheet-single = Kártya
cards-sides = Oldalak
cards-sides-both = Mindkettő
cards-sides-front = Elő
cards-sides-back = Hát
cards-ink = Festék
cards-ink-full = Teljes
cards-ink-less = Kevesebb
cards-advice-both = Az elő- és hátoldalak felváltva követik egymást. A nyomtató ablakában válassza ezt: „kétoldalas, átfordítás a hosszú él mentén”, majd vágjon a kis jelek mentén.
cards-advice-front = Csak előlapok. Vágjon a kis jelek mentén.
cards-advice-back = Csak hátlapok. Vágjon a kis jelek mentén.
cards-advice-cr80 = Oldalanként egy műanyag kártya, kártyanyomtatóhoz.
cards-advice-cr80-both = Kártyanyomtatóhoz, oldalanként egy: előlap, hátlap, előlap, hátlap. Kapcsolja be rajta a kétoldalas nyomtatást.
cards-preview = Előnézet
cards-preview-page = Előnézet, oldal: { $place }
cards-page-of = { $page } / { $pages }
cards-page-before = Előző oldal
cards-page-next = Következő oldal

## Printing

cards-print = { $count } kártya nyomtatása
cards-print-none = Nyomtatás
cards-print-key = Kártyák nyomtatása
cards-printing = Kártyák nyomtatása folyamatban
cards-cancelled = Leállítva. Nem készült fájl, és egy kártya sem számít kinyomtatottnak.

## Nothing to print

cards-none = Még nincsenek kártyák
cards-none-text = Minden új vendég számozott kártyát kap. Az itt várja a nyomtatást.
cards-to-counter = A pulthoz
cards-no-new = Nincs új kártya
cards-no-new-text = Minden kártyát kinyomtattak már. Válasszon vendégeket, ha az övékét újra kinyomtatná.
cards-choose-some = Kinek a kártyája?
cards-choose-some-text = Írjon be egy nevet, vagy jelöljön ki többet a vendégek listájában.
cards-chosen-none = Egyiküknek sincs működő kártyája
cards-chosen-none-text = A kiválasztott vendégek kártyája le van tiltva vagy elveszett. Adjon ki újat az adatlapjukon.
cards-to-members = A vendégekhez
cards-run-none = Ezek közül egyik kártya sem működik már
cards-run-none-text = Azóta mindet letiltották, elvesztették vagy lecserélték.

## What was printed

cards-runs = Eddigi nyomtatások
cards-run-when = Mikor
cards-run-cards = Kártya
cards-run-who = Kinek
cards-run-actions = Műveletek
cards-run-again = Újra
cards-names-more = { $names } és még { $count }
cards-runs-all = Mind a { $count } mutatása
cards-runs-fewer = Kevesebb
