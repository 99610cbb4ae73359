### The stamp card's rules and their versions.

program-save = Mentés
program-discard = Változtatások elvetése
program-unsaved = A változtatások még nincsenek elmentve. Itt maradnak, ha közben máshová lép.
program-leave = Amit a programon módosított, még nincs elmentve.
program-in-force-since = Érvényes ettől: { $date }
program-planned-from = Az ettől tervezett szabályokat látja: { $date }
program-failed = A pecsétkártya nem jeleníthető meg
program-saved-today = Mentve. A szabályok mostantól érvényesek.
program-saved-from = Mentve. A szabályok első napja: { $date }
program-bad-number = Egész számot írjon be.
program-bad-amount = Ez nem összeg. Így írja: 12,50.
program-missing-amount = Írja be, mekkora összeg után jár egy pecsét.

## Fields

program-card = A kártya
program-name = Név
program-icon = Pecsét
program-icon-cup = Csésze
program-icon-croissant = Croissant
program-icon-scissors = Olló
program-icon-leaf = Levél
program-icon-star = Csillag
program-icon-heart = Szív
program-required = Pecsét egy jutalomhoz
program-required-hint = 1 és { $max } között
program-starter = Kezdő pecsétek
program-starter-hint = Az új vendég első kártyájára.
program-fewer = { $label }: eggyel kevesebb
program-more = { $label }: eggyel több
program-reward-title = A jutalom
program-reward = A teli kártyáért jár
program-cost = Mennyibe kerül Önnek
program-cost-hint = A havi kimutatáshoz. Üres, ha nem ismert.
program-reward-lifetime = Meddig váltható be
program-earn-title = Gyűjtés
program-earn = Pecsét jár
program-earn-item = minden tételért
program-earn-amount = elköltött összegért
program-earn-item-from = minden tételért legalább { $amount } esetén
program-earn-amount-of = minden { $amount } után
program-min-spend = Legkisebb összeg pecsétenként
program-min-spend-hint = Üres, ha nincs. Különben a pult kéri az összeget.
program-amount = Egy pecséthez elköltendő
program-cap = Legtöbb pecsét naponta
program-cap-hint = Vendégenként. Üresen nincs korlát.
program-stamp-lifetime = Meddig él egy pecsét
program-reward-part = A jutalommal fizetett rész után is jár pecsét
program-reward-part-hint = Kikapcsolva csak a pénzzel fizetett rész számít.
program-lifetime-count = { $label }: mennyi
program-lifetime-unit = { $label }: nap, hónap vagy év
program-forever = örökké
program-unit-days = { $count ->
   *[other] nap
 }
program-unit-months = { $count ->
   *[other] hónap
 }
program-unit-years = { $count ->
   *[other] év
 }
program-time-days = { $count } nap
program-time-months = { $count } hónap
program-time-years = { $count } év
program-none = nincs
program-unknown = nem ismert
program-yes = igen
program-no = nem

## In plain words

program-in-words = Egyszerű szavakkal
program-printed = Nyomtatva
program-printed-front = A nyomtatott kártya előlapja
program-printed-back = A nyomtatott kártya hátlapja
program-word-coffee = Minden kávé egy pecsét.
program-word-haircut = Minden hajvágás egy pecsét.
program-word-item = Minden beszámító tétel egy pecsét.
program-word-min-spend = Pecsétenként legalább { $amount } a vásárlás.
program-word-per-amount = Minden elköltött { $amount } egy pecsét.
program-word-part-earns = A jutalommal fizetett rész után is jár pecsét.
program-word-part-not = A jutalommal fizetett rész után nem jár pecsét.
program-word-reward = { $count } pecsétért jutalom jár: { $reward }.
program-word-starter = Az új vendég { $count } pecséttel kezd.
program-word-stamps-live = A pecsétek { $time }ig élnek.
program-word-stamps-stay = A pecsétek nem járnak le.
program-word-reward-lives = A jutalom { $time }ig váltható be.
program-word-reward-stays = A jutalom bármikor beváltható.
program-word-cap = Naponta legfeljebb { $count } pecsét.
program-word-cost = Egy jutalom { $cost } költség Önnek.

## Saving

program-save-title = Elmenti ezeket a szabályokat?
program-from = Mikortól érvényesek
program-from-today = ma, { $date }
program-from-tomorrow = holnap, { $date }
program-from-date = { $date }
program-from-other = másik naptól
program-from-bad = Létező napot válasszon, amely nem túl korai.
program-after-planned = Ettől már vannak tervezett szabályok: { $date }. Ezek akkor vagy később kezdődhetnek.
program-not-retroactive = Visszamenőleg semmi nem változik: a vendégek meglévő pecsétjei és jutalmai megmaradnak.
program-becomes = új érték

## Versions

program-versions = Változatok
program-version-from = Ettől: { $date }
program-version = { $number }. változat
program-state-current = érvényes
program-state-planned = tervezett
program-state-past = korábbi
program-first-version = Az első szabályok
