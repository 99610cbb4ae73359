### Importálás: a fájl, az oszlopai, a próba és maga az importálás.

import-title = Importálás
import-text = Hozza át a vendégeket és a látogatásokat egy táblázatból vagy másik rendszerből.
import-choose-title = Húzzon ide egy CSV-fájlt
import-drop-now = Engedje el a fájl megnyitásához
import-choose-text = Vagy válasszon ki egyet. Először látja, mi van benne; amíg nem dönt, semmi nem íródik be.
import-choose = Fájl kiválasztása
import-members-text = A vendégei listája. Soronként elég egy név vagy egy telefonszám.
import-visits-text = A vendégek eddigi látogatásai. Minden sor megmondja, ki és mikor járt itt.
import-columns = Oszlopok: { $columns }
import-too-large = Túl nagy fájl: { $name }. Ossza kisebb fájlokra.

## The file

import-rows = { $count ->
    [one] { $shown } sor
   *[other] { $shown } sor
 }
import-comma = vesszővel tagolt
import-semicolon = pontosvesszővel tagolt
import-tab = tabulátorral tagolt
import-no-header = fejléc nélkül
import-other-file = Másik fájl
import-kind = Mi van a fájlban?
import-kind-members = Vendégek
import-kind-visits = Látogatások
import-mapping = Melyik oszlop mit jelent
import-leave-out = Kihagyás
import-needed = { $field } (szükséges)
import-missing = Még szükséges: { $field }
import-or = vagy
import-column = { $number }. oszlop
field-member = Ki járt itt
field-at = Mikor
field-note = Megjegyzés

## Options

import-members-known = A már meglévő vendégeket azonosítójuk, kártyájuk, telefonjuk vagy e-mail-címük alapján felismeri és frissíti, nem kettőzi meg.
import-create-members = A hiányzó vendégek felvétele
import-create-members-hint = Enélkül az ismeretlen vendégek látogatásai kimaradnak, és listára kerülnek.
import-earn = Járjon pecsét ezekért a látogatásokért
import-earn-hint = Enélkül az előzmények részei: számítanak a látogatásokba, a költésbe és a kimutatásokba, pecsét nélkül.
import-earn-warning = A fájl minden látogatása az akkori szabályok szerint ad pecsétet. Kártyák telhetnek meg, és jutalmak nyílhatnak meg egyszerre. Csak akkor kapcsolja be, ha ezek a pecsétek még nincsenek a kártyákon.

## Trying and importing

import-try = { $count ->
    [one] { $shown } sor ellenőrzése
   *[other] { $shown } sor ellenőrzése
 }
import-try-text = Megmutatja, mi kerülne be, mi változna és mi maradna ki. Még semmi nem íródik be.
import-trying = A fájl ellenőrzése
import-running = Importálás
import-run = { $count ->
    [one] { $count } sor importálása
   *[other] { $count } sor importálása
 }
import-trial-cancelled = Az ellenőrzés leállt. Semmi nem íródott be.
import-cancelled = Az importálás leállt. Ami addig bekerült, megmarad; a fájl újbóli importálása onnan folytatja, és semmit sem kettőz meg.
import-would-title = Mi fog történni
import-would-text = Még semmi nem íródott be.
import-done-title = Az importálás kész
import-done-text = Ugyanennek a fájlnak az újbóli importálása semmit sem változtatna.
import-new-members = Új vendég
import-new-visits = Új látogatás
import-updated = Frissítve
import-unchanged = Már itt van
import-rejected = Kihagyva
import-rejects-title = Kihagyott sorok és okaik
import-rejects-save = Mentés CSV-ként
import-rejects-saved = { $count ->
    [one] { $count } sor mentve: { $file }
   *[other] { $count } sor mentve: { $file }
 }
import-rejects-more = { $count ->
    [one] és még { $count } a CSV-fájlban
   *[other] és még { $count } a CSV-fájlban
 }
import-line = Sor
import-reason = Ok
import-another = Másik fájl importálása
import-see-members = A vendégekhez
