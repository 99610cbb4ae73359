### Nyomtatás: törzskártyák, postai köszöntések és kimutatások.

## Kártyák

# $month birtokos alakban áll: „2025 márciusa”
card-since = { $month } óta a vendégünk
card-found-it = Megtalálta? Kérjük, hozza vissza nekünk. Köszönjük!

## Köszöntések: képeslapok és levelek

greeting-title-postcards = Képeslapok
greeting-title-letters = Levelek
greeting-gift = Ajándék Önnek
greeting-gift-code = Kód
# $date: „2026. december 5.”; az ajándék még aznap is beváltható
greeting-gift-last-day = Utolsó nap: { $date }
greeting-card = Az Ön kártyája
greeting-card-how = Mutassa meg ezt a kódot a pultnál.
greeting-sign-off = Szeretettel:

## Havi kimutatás

report-kicker = Havi kimutatás
report-compared = A változás az előző hónaphoz képest értendő.
report-goes-on = A hónapnak még nincs vége: az eddigi számok, mellettük az előző egész hónap.
report-month-before = előző hónap: { $value }
report-visits = Látogatások
report-spend = Költés
report-new-members = Új törzsvendégek
report-rewards = Kiadott jutalmak
report-stamps = { $count ->
    [one] { $count } összegyűjtött pecsét
   *[other] { $count } összegyűjtött pecsét
 }
report-no-comparison = első hónap
report-unchanged = változatlan
report-top-spenders = Legtöbbet költők
report-daily-visits = Látogatások naponta
report-customers = Legjobb vendégek
report-customers-more = Legjobb vendégek, folytatás
report-column-rank = #
report-column-member = Vendég
report-column-visits = Látogatás
report-column-spend = Költés
report-column-average = Átlag
report-column-rewards = Jutalom
report-column-last-visit = Utoljára
report-column-change = Változás
report-change-new = új
report-change-back = újra itt
report-empty-title = Ebben a hónapban nem járt itt törzsvendég
report-empty-text = Olvasson be egy kártyát a pultnál: minden látogatás itt jelenik meg, elöl a hónap legjobb vendégeivel.
report-printed-on = Nyomtatva: { $date }
report-page = { $page } / { $pages }

## Elutasítások

print-error-card-number = Hibás kártyaszám: { $number }. 13 számjegy kell, helyes ellenőrző számjeggyel.
print-error-slots = Egy pecsétkártyán 1–30 pecsét lehet, nem { $slots }.
print-error-color = Ez nem szín: „{ $color }”. Így írja: #a84a24.
print-error-logo = A logó nem olvasható. Legfeljebb 8000 képpontos PNG vagy JPEG kép kell.
print-error-font = Ez a betűkészlet nem használható. TrueType (.ttf) fájl kell.
print-error-page = Nincs { $page }. oldal.
print-error-too-long = A szöveg túl hosszú ehhez a papírhoz. Rövidítse le, vagy nyomtasson képeslap helyett levelet.
print-error-nothing = Nincs mit nyomtatni.
print-error-cancelled = A nyomtatás megszakítva.
print-error-document = A PDF nem készült el: { $reason }
