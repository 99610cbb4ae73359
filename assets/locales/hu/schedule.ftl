### Az ütemterv képernyői: alkalmak, beállítások, mi lett belőle, a vendégek adatai.

nav-moments = Alkalmak

## The list of moments

moments-about = { $count ->
   *[other] { $all } alkalomból { $count } van bekapcsolva. Mindegyik megmondja, mikor, kit és hogyan szólítsunk meg.
 }
moments-about-all = { $count ->
   *[other] Mind a { $count } alkalom be van kapcsolva. Mindegyik megmondja, mikor, kit és hogyan szólítsunk meg.
 }
moments-about-none = Egy alkalom megmondja, mikor, kit és hogyan szólítsunk meg.
moments-all = Minden alkalom
moments-failed = Az alkalmak nem jeleníthetők meg
moments-empty = Még nincs alkalom
moments-empty-text = Kezdje a készekkel: köszöntés, születésnap, évforduló, pár szó az elmaradóknak. Mindegyik módosítható.
moments-order-about = A sorrend akkor számít, ha egy vendég már megkapta a havi köszöntéseit: ami feljebb áll, az megy előbb.
moments-off = Az ütemterv ki van kapcsolva: senkit sem szólítunk meg, bármi van lent bekapcsolva.
moments-switch-on = Ütemterv bekapcsolása
moments-presets = Kész alkalmak
moments-presets-title = Kész alkalmak hozzáadása
moments-presets-about = Azonnal indulnak, és bármikor módosíthatók vagy kikapcsolhatók.
moments-preset-reach = Köszöntések az elmúlt 30 napban: { $last }, a következő 30-ban: { $next }.
moments-presets-add = { $count ->
   *[other] { $count } alkalom hozzáadása
 }
moments-added = { $count ->
   *[other] { $count } alkalom hozzáadva, mától működik
 }
moment-new = Új alkalom
moment-open = { $count ->
   *[other] { $count } köszöntés vár
 }
moment-done = { $count ->
   *[other] { $count } köszöntés 30 nap alatt
 }
moment-is-on = Bekapcsolva
moment-is-off = Kikapcsolva
moment-drag = Húzza más helyre
moment-up = { $name }: feljebb
moment-down = { $name }: lejjebb
moment-moved = { $name } új helye: { $place }. az összesen { $all } közül
moment-menu = Továbbiak: { $name }
moment-delete = Törlés
moment-delete-title = Törli ezt: „{ $name }”?
moment-delete-text = Még senkit sem szólított meg, így az előzményekből semmi sem vész el.
moment-stays-title = „{ $name }” nem törölhető
moment-stays-on = Már választott vendégeket köszöntésre, és az eredmény megmarad az előzményekben. Kikapcsolva már senkit sem köszönt.
moment-stays-off = Már választott vendégeket köszöntésre, és az eredmény megmarad az előzményekben. Ki van kapcsolva, senkit sem köszönt.
moment-deleted = „{ $name }” törölve
moment-switch-off = Kikapcsolás
moment-switch-on = Bekapcsolás

## One moment

moment-gone = Ez az alkalom nem jeleníthető meg
moment-gone-text = Lehet, hogy törölték.
moment-new-about = Akkor számít, ha el van mentve és be van kapcsolva.
moment-saved = Mentve. A módosítás a még nem tervezett köszöntésekre érvényes.
moment-saved-off = Mentve. Még ki van kapcsolva.
moment-unsaved = A módosítások még nincsenek elmentve.
moment-leave-text = Amit ezen az alkalmon módosított, még nincs elmentve.
moment-bad-date = Létező napot válasszon.

moment-when = Mikor
moment-name = Név
moment-trigger = Mikor jön el
moment-on-enrolled = amikor a vendég csatlakozik
moment-on-first-visit = az első látogatáskor
moment-on-nth-visit = egy bizonyos látogatáskor
moment-on-anniversary-first = az első látogatás évfordulóján
moment-on-anniversary-joined = a csatlakozás évfordulóján
moment-on-birthday = a születésnapon
moment-on-not-seen = látogatás nélküli napok után
moment-on-rhythm = amikor a törzsvendég a szokottnál tovább marad el
moment-on-nearly-full = amikor a kártya majdnem megtelt
moment-on-unlocked = amikor a kártya jutalommá válik
moment-on-expiring = a jutalom lejárta előtt
moment-on-date = az év egy napján
moment-on-member-date = a vendég saját dátumán
moment-on-missed = elmulasztott vagy lemondott időpont után
moment-n = Hányadik látogatás
moment-days = Látogatás nélküli napok
moment-factor = Ennyi ideje nem jött
moment-factor-hint = Mindenkit a saját ritmusához mérünk: ahány nap általában eltelik két látogatása között.
moment-times = a szokásos × { $times }
moment-min-days = De legalább ennyi nap
moment-rhythm-visits = Törzsvendég ennyi látogatástól
moment-rhythm-visits-hint = Legalább 4, különben nincs ritmus.
moment-stamps-left = Hiányzó pecsétek
moment-days-before = Nappal az utolsó nap előtt
moment-every-year = minden évben
moment-label-hint = Ahogy a dátum a vendég adatlapján szerepel, például „utolsó festés”.
moment-offset = Köszöntés
moment-offset-days = Nap
moment-on-day = aznap
moment-after = nappal később
moment-before = nappal előbb

moment-whom = Kit
moment-everybody = Mindenkit
moment-only-some = Csak néhányat
moment-only-some-about = Minden kitöltött feltételnek teljesülnie kell aznap.
moment-min-spend = 12 hónapban költött, legalább
moment-min-visits = Látogatás, legalább
moment-max-visits = Látogatás, legfeljebb
moment-seen-within = Ennyi napon belül járt itt
moment-not-seen-for = Ennyi napja nem járt itt
moment-tags = Ezen címkék egyikével
moment-without-tags = E címkék nélkül
moment-consent = Hozzájárult ehhez
moment-consent-any = mindegy

moment-how = Hogyan
moment-how-about = Az első mód számít, amellyel a vendég elérhető.
moment-no-channel = Legalább egy módot válasszon.
moment-prefer = Előbbre: { $channel }
moment-channel-remove = Eltávolítás: { $channel }
channel-counter = A pultnál
channel-counter-needs = nem kell hozzá semmi: akkor mondja, amikor jön
channel-call = Telefon
channel-call-needs = telefonszám és hozzájárulás kell
channel-sms = SMS vagy üzenet
channel-sms-needs = telefonszám vagy cím az üzenetküldőben, és hozzájárulás kell
channel-email = E-mail
channel-email-needs = e-mail-cím és hozzájárulás kell
channel-post = Posta
channel-post-needs = postacím és hozzájárulás kell

moment-say = Mit mondjunk
moment-say-language = A szöveg nyelve
moment-say-elsewhere = Hiba van a szövegben ezen a nyelven: { $language }
moment-subject = Tárgy
moment-subject-hint = Egy sor, e-mailhez és laphoz.
moment-body = Szöveg
moment-body-hint = Mindenki a saját nyelvén kapja; ha azon nincs szöveg, az üzletén.
moment-body-instead = Ezen a nyelven nincs szöveg; ezek a vendégek a másikat kapják: { $language }.
moment-holes = Ennél az alkalomnál ezek mindenkinél üresek: { $fields }. Vegye ki őket, vagy töltse ki ajándékkal, illetve másik alkalommal.
moment-field-unknown = Nincs „{ $value }” mező. Ezek vannak: { $fields }.
moment-fields = Beszúrás a szövegbe:
field-first-name = Keresztnév
field-full-name = Teljes név
field-shop = Üzlet
field-shop-phone = Az üzlet telefonja
field-shop-address = Az üzlet címe
field-slogan = Sor a név alatt
field-reward = Jutalom vagy ajándék
field-reward-code = A jutalom kódja
field-expires-on = Utolsó nap
field-stamps = Pecsétek most
field-stamps-left = Hiányzó pecsétek
field-years = Évek
field-days = Napok az utolsó óta
field-usual-days = Szokásos napok
field-visits = Látogatások
field-date = Dátum

moment-gift = Ajándék
moment-gift-with = Ajándékkal jár
moment-gift-hint = Jutalom, amelyhez nem kell pecsét. A vendég megmutatja a kártyát, Ön átadja.
moment-gift-none = A jutalomra emlékeztetőkhöz nem jár külön ajándék.
moment-gift-name = Mit adunk
moment-gift-cost = Mennyibe kerül Önnek
moment-gift-days = Hány napig vehető át

moment-limits = Korlátok
moment-late = Ennyi nappal késhet
moment-late-hint = Utána kimarad, ha a gép ki volt kapcsolva.
moment-between = Napok a következőig
moment-between-hint = Ugyanannál a vendégnél. Üresen nincs korlát.
moment-per-day = Legtöbb egy napon
moment-per-day-hint = Az összes vendégre. Üresen nincs korlát.
moment-holdout = Köszöntés nélkül, sorsolással (%)
moment-holdout-hint = Így a kimutatásokból látszik, segít-e a köszöntés. 0: mindenki megkapja.
moment-from = Csak egy naptól
moment-from-day = Első nap
moment-until = Csak egy napig
moment-until-day = Utolsó nap

## What it would do

moment-does = Mi fog történni
moment-does-missing = Még semmi sem látható előre. Javítandó:
moment-last-30 = Elmúlt 30 nap
moment-next-30 = Következő 30 nap
moment-greetings = { $count ->
   *[other] köszöntés
 }
moment-unreachable = { $count ->
   *[other] További { $count } vendég így nem érhető el
 }
moment-outlook-about = Mintha egyedül ez lett volna végig bekapcsolva, és a következő 30 napban senki sem jönne.
moment-preview = Az üzenet
moment-preview-choose = Kinek
moment-preview-language = Nyelv: { $language }.
moment-preview-instead = Ezen a nyelven nincs szöveg: { $wanted }. Ezért ez látszik: { $language }.
moment-preview-silent = Még nincs szöveg. A köszöntés emlékezteti, a szavakat Ön találja meg.
moment-preview-faulty = Hiba van a szövegben, alatta olvasható. Az üzenet itt jelenik meg, ha kijavította.
moment-preview-later = Az üzenet itt jelenik meg, ha minden ki van töltve.
moment-preview-nobody = Ha már lesznek vendégek, itt látszik az üzenetük.

## Settings

schedule-title = Köszöntések
schedule-enabled = Köszöntések tervezése minden nap
schedule-enabled-hint = Hogy mikor és kit, azt az alkalmak mondják meg.
schedule-disabled-hint = Kikapcsolva: senkit sem szólítunk meg, bármely alkalom van bekapcsolva.
schedule-quiet = Csendes órák
schedule-quiet-hint = Ilyenkor nem megy ki üzenet. A pultnál mindig lehet szólni.
schedule-quiet-from = Csend kezdete
schedule-quiet-to = Csend vége
schedule-most = Legtöbb köszöntés egy vendégnek havonta
schedule-most-hint = Az összes alkalom együtt, és naponta legfeljebb egy üzenet. Ami a listában feljebb áll, az megy előbb.
schedule-notice = Reggeli értesítés
schedule-notice-hint = Naponta egyszer ezen a gépen, a csendes órák után: hány köszöntés vár. Nevek nélkül.
schedule-last-run = Utolsó tervezés: { $date }

## Did it work?

outcomes-title = Bevált?
outcomes-about = { $count ->
   *[other] A köszöntésre várók közül hányan jöttek el { $count } napon belül; összehasonlításul azok, akik sorsolás alapján nem kaptak köszöntést. Az egész eddigi időre.
 }
outcomes-within = Látogatás számít ennyi időn belül
outcomes-days = { $count ->
   *[other] { $count } nap
 }
outcomes-empty = Még senkit sem szólítottunk meg. Az alkalmak mondják meg, mikor és kit; hogy mi lett belőle, itt látszik.
outcomes-to-moments = Az alkalmakhoz
outcomes-all = Minden alkalom
outcomes-moment = Alkalom
outcomes-greeted = Köszöntve
outcomes-reached = Elérve
outcomes-came = Eljött
outcomes-held-out = Köszöntés nélkül jött el
outcomes-spend = Akkor költött
outcomes-gifts = Átvett ajándék
outcomes-honest = Minden tervezett köszöntés számít, az is, amelyik elmaradt: csak így tisztességes a sorsolás. A törzsvendégek maguktól is visszajönnek; a köszöntés érdeme csak az, amennyivel többen jöttek, mint köszöntés nélkül. Néhány eset semmit sem mond: azt a véletlen mozgatja. Ahol nincs sorsolás (—), nincs mihez hasonlítani.
outcome-came-of = { $all } közül { $came }
outcome-of = { $all } közül
outcome-none-yet = Még senkit sem szólítottunk meg.
outcome-nobody-held-out = Sorsolás nincs, mindenki kap köszöntést, így nincs mihez hasonlítani.
outcome-too-few-held-out = { $count ->
   *[other] Túl kevés az ítélethez: csak { $count } vendég maradt köszöntés nélkül, { $least } kell hozzá.
 }
outcome-too-few-planned = { $count ->
   *[other] Túl kevés az ítélethez: csak { $count } köszöntést terveztünk, { $least } kell hozzá.
 }
outcome-no-difference = Nincs egyértelmű különbség a köszöntés nélküliekhez képest.
outcome-more = { $count ->
   *[other] Százból { $count } fővel többen jöttek, mint köszöntés nélkül.
 }
outcome-fewer = { $count ->
   *[other] Százból { $count } fővel kevesebben jöttek, mint köszöntés nélkül.
 }

## The member's profile

field-address = Postacím
field-address-hint = Ahogy a borítékon áll.
field-messenger = Üzenetküldő
profile-tags = Címkék
profile-tags-add = Címke hozzáadása
tag-add = Címke hozzáadása
tag-add-to = Hozzáadás: { $label }
tag-remove = „{ $tag }” címke eltávolítása
tag-removed = „{ $tag }” címke eltávolítva
profile-dates = Dátumok
profile-no-dates = Egy dátum, amelyre érdemes visszatérni, például az utolsó festés.
date-add = Dátum hozzáadása
date-label = Mi ez
date-day = Nap
date-remove = Eltávolítás: { $label }, { $date }
date-removed = Eltávolítva: { $label }, { $date }
profile-appointments = Időpontok
profile-no-appointments = Nincs feljegyezve. Egy elmulasztott időpont jó ok egy kedves hívásra.
appointment-add = Időpont hozzáadása
appointment-status = Állapot
appointment-booked = foglalt
appointment-kept = megtartva
appointment-missed = elmulasztva
appointment-cancelled = lemondva
appointment-remove = Időpont eltávolítása: { $date }
appointment-removed = Időpont eltávolítva: { $date }
