### The month's review.

reports-month = Hónap
reports-older = Előző hónap
reports-newer = Következő hónap
reports-month-before = Az előző hónap megnyitása
reports-csv = CSV
reports-print = Kimutatás nyomtatása
reports-failed = Ez a hónap nem jeleníthető meg

## The headline

# Answers "when?" for the month before: "than in October"
reports-month-in = { $month ->
    [1] januárban
    [2] februárban
    [3] márciusban
    [4] áprilisban
    [5] májusban
    [6] júniusban
    [7] júliusban
    [8] augusztusban
    [9] szeptemberben
    [10] októberben
    [11] novemberben
   *[12] decemberben
 }
# Answers "against what?": "8% on October"
reports-month-compared = { $month ->
    [1] januárhoz
    [2] februárhoz
    [3] márciushoz
    [4] áprilishoz
    [5] májushoz
    [6] júniushoz
    [7] júliushoz
    [8] augusztushoz
    [9] szeptemberhez
    [10] októberhez
    [11] novemberhez
   *[12] decemberhez
 }
reports-new = { $count ->
    [0] Nincs új törzsvendég.
   *[other] { $count } új törzsvendég.
 }
reports-new-so-far = { $count ->
    [0] Eddig nincs új törzsvendég.
   *[other] Eddig { $count } új törzsvendég.
 }
reports-new-more = { $count ->
   *[other] { $count } új törzsvendég, { $difference } fővel több, mint { $month }.
 }
reports-new-fewer = { $count ->
    [0] Nincs új törzsvendég, { $difference } fővel kevesebb, mint { $month }.
   *[other] { $count } új törzsvendég, { $difference } fővel kevesebb, mint { $month }.
 }
reports-new-same = { $count ->
    [0] Nincs új törzsvendég, ahogy { $month } sem volt.
   *[other] { $count } új törzsvendég, ugyanannyi, mint { $month }.
 }
reports-best-missing = { $count ->
   *[other] A { $best } legjobb vendég közül { $count } már 5 hete nem járt itt.
 }
reports-best-seen = { $best ->
    [1] A legjobb vendég járt itt az elmúlt 5 hétben.
   *[other] Mind a { $best } legjobb vendég járt itt az elmúlt 5 hétben.
 }
reports-nothing-yet = Ebben a hónapban még nem történt semmi.

## Figures

reports-visits = Vendégek látogatásai
reports-spend = Vendégek költése
reports-again = Visszatértek
reports-rewards = Kiadott jutalmak
reports-rewards-cost = a költés { $share }-a
reports-new-members = Új törzsvendég
reports-members-seen = Itt járt vendég
reports-stamps = Kiadott pecsét
reports-trend = { $amount } { $month } képest
reports-points = { $points } pont
reports-spoken-up = { $amount } növekedés { $month } képest
reports-spoken-down = { $amount } csökkenés { $month } képest
reports-unchanged = változatlan { $month } képest
reports-no-comparison = még nincs mihez mérni
reports-whole-month = { $month } összesen: { $value }

## Top customers

reports-top = Legjobb vendégek
reports-rank = Helyezés
reports-member = Vendég
reports-column-visits = Látogatás
reports-column-spend = Költés
reports-column-average = Átlag
reports-column-rewards = Jutalom
reports-column-last = Utoljára
reports-column-change = Változás
reports-change-new = új
reports-change-back = újra itt
reports-places-up = { $count } hellyel előrébb
reports-places-down = { $count } hellyel hátrébb
reports-places-same = ugyanazon a helyen
reports-row-average = átlag { $average }
reports-row-rewards = { $count } jutalom
reports-shown = { $shown } / { $all }
reports-more = Több megjelenítése

## Charts

reports-spenders = Költés vendégenként
reports-days = Napról napra
reports-days-measure = Mit mutasson
reports-day = Nap
reports-day-detail = { $date }: { $count } látogatás, { $spend }
reports-weekend = hétvége

## Nothing yet

reports-empty = Ebben a hónapban nem járt itt törzsvendég
reports-empty-text = Olvasson be egy kártyát a pultnál: minden látogatás itt jelenik meg, elöl a hónap legjobb vendégeivel.
reports-to-counter = A pulthoz
