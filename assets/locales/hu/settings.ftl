### The settings.

settings-shop = Az üzlet
settings-look = Logó és szín
settings-place = Nyelv, pénz és idő
settings-data = Adatok
settings-about = Névjegy
settings-saved = Mentve
settings-demo = Mintaüzlet: itt minden vendég kitalált
settings-theme = Világos vagy sötét ezen a gépen
theme-system = A rendszer szerint
theme-light = Világos
theme-dark = Sötét

shop-slogan = Sor a név alatt
shop-slogan-hint = A kártyákon, pl. „10 pecsét után egy kávé ajándék”.
shop-address = Cím
shop-address-hint = A kártyák hátoldalán és a kimutatásokon.
shop-phone = Telefon
shop-logo = Logó
shop-logo-hint = PNG vagy JPEG, legfeljebb 2 MB. A kártyákon, kimutatásokon és a menüben.
shop-logo-choose = Kép választása
shop-logo-remove = Eltávolítás
shop-logo-too-large = Ez a kép nagyobb 2 MB-nál.
shop-brand = Az üzlet színe
shop-brand-swatch = { $number }. szín
shop-brand-own = Másik szín
shop-brand-hint = A pecsétkártyán, a nyomtatott kártyákon és a gombokon.
shop-currency-fixed = Nem módosítható, mert már rögzítettek benne látogatást.
shop-day-start = A nap kezdete
shop-day-start-hint = Éjfél után is nyitva vannak? Adja meg a zárás idejét, és a késői látogatások az előző estéhez számítanak.
shop-region = A telefonszámok országa
shop-region-hint = Az országkód nélkül beírt számokhoz.
shop-negative = Ha a visszatérítés már elköltött pecsétet vonna vissza
shop-negative-allow = Ledolgozza
shop-negative-clamp = Elengedjük
shop-negative-allow-hint = A kártya nulla alá megy, és a következő pecsétek törlesztik.
shop-negative-clamp-hint = A kártya nullánál megáll; az elköltött rész az előzményekben láthatóan leíródik.

data-folder = Adatmappa
data-folder-hint = Minden, amit a Regulars tud, ebben a mappában van. Másolja le, és kész a biztonsági mentés.
documents-folder = Dokumentumok
documents-folder-hint = Ide kerülnek a nyomtatható kártyák, kimutatások és exportok.
folder-open = Megnyitás
folder-choose = Módosítás
verify-title = Könyvelés ellenőrzése
verify-hint = Az előzményekből újraszámol minden pecsétet és jutalmat, és összeveti őket.
verify-run = Ellenőrzés
verify-good = Minden rendben: { $checked } adat egyezik.
verify-bad = { $count ->
    [one] { $count } adat nem egyezik:
   *[other] { $count } adat nem egyezik:
 }
import-link-title = Hozza át a listáját
import-link-hint = Vendégek és látogatások egy másik rendszer vagy táblázat CSV-fájljából.
import-link = Importálás
about-members = Vendégek
about-offline = A Regulars ezen a gépen működik. Csak azok az üzenetek hagyják el, amelyek küldésével megbízta.
about-made-of = Készült ezekkel:
