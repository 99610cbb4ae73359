### Beállítások: hogyan küld maga az alkalmazás üzeneteket.

delivery-title = Küldés
delivery-about = Hogyan mennek ki a köszöntések e-mailben, SMS-ben vagy üzenetküldőn.
delivery-stands-off = Semmi sem megy ki, amíg be nem kapcsolja.
delivery-stands-email = Az e-mail be van kapcsolva.
delivery-stands-sms = Az SMS vagy üzenetküldő be van kapcsolva.
delivery-stands-both = Az e-mail és az SMS vagy üzenetküldő be van kapcsolva.
delivery-stands-paused = A küldés szünetel: az üzenetek várnak.
delivery-panel-about = Köszöntések e-mailben, SMS-ben vagy üzenetküldőn, amelyeket maga a Regulars küld el.
delivery-set-up = Küldés beállítása
delivery-not-set-up = nincs beállítva
delivery-is-on = Bekapcsolva
delivery-is-off = Kikapcsolva
delivery-is-held = Feltartva
delivery-failed = A küldés beállításai nem jeleníthetők meg
delivery-unsaved = Még nincs elmentve.
delivery-saved-off = Mentve. Kikapcsolva marad, amíg ki nem próbálja az új szolgáltatót.
delivery-saved-no-password = Mentve. Kikapcsolva marad, amíg meg nem adja hozzá a jelszót.
delivery-leave = Amit a küldés beállításain módosított, még nincs elmentve.
delivery-save-first = Előbb mentse a módosításokat, aztán kapcsolja be.
delivery-fill-first = Előbb töltse ki és mentse a beállításokat, aztán kapcsolja be.
delivery-secret-first = Hiányzik a jelszó vagy a kulcs. Adja meg, mentse, aztán kapcsolja be.
delivery-held-since = { $time } óta így nem megy ki semmi; az üzenetek várnak.
# a $words a kiszolgálótól vagy a rendszertől jön, akármilyen nyelven
delivery-their-words = Szó szerint: { $words }

## E-mail

delivery-email = E-mail
delivery-email-switch = Küldés e-mailben
delivery-from-address = A feladó címe
delivery-from-address-hint = A postafiók, ahonnan a vendégek a leveleket kapják.
delivery-from-name = A feladó neve
delivery-from-name-hint = Ahogy a vendégek látják, például az üzlet neve.
delivery-filled-in = A kiszolgálót és a portot kitöltöttük: { $provider }.
delivery-gmail = A Gmail csak alkalmazásjelszóval enged be programokat: kapcsolja be a kétlépcsős azonosítást a Google-fiókban, hozzon létre ott egy alkalmazásjelszót, és azt adja meg lent a sajátja helyett.
delivery-app-password = { $provider }: programok csak alkalmazásjelszóval léphetnek be. Hozzon létre egyet a fiók biztonsági beállításaiban, és azt adja meg lent a sajátja helyett.
delivery-no-password-here = { $provider }: programok itt már nem léphetnek be jelszóval. Válasszon más szolgáltatónál vezetett postafiókot.
delivery-host = Kimenő levelek kiszolgálója
delivery-port = Port
delivery-bad-port = Szám 1 és 65535 között.
delivery-security = Védelem
delivery-security-none = Nincs
delivery-security-none-hint = Csak ezen a gépen futó levelezőkiszolgálóhoz.
delivery-username = Felhasználónév
delivery-username-hint = Gyakran maga a cím. Üres, ha a kiszolgáló nem kér ilyet.
delivery-password = Jelszó
delivery-password-of-app = Alkalmazásjelszó
delivery-password-hint = Biztonságban marad ezen a gépen, és többé nem jelenik meg.
delivery-reply-to = A válaszok címe
delivery-reply-to-hint = Csak ha ez egy másik cím.

## Jelszavak és kulcsok

delivery-secret-stored = Eltárolva
delivery-secret-locked = A zárolt fájlban
delivery-secret-replace = Csere
delivery-secret-forget = Elfelejtés
delivery-secret-keep = Marad a tárolt
delivery-secrets = Hol vannak a jelszavak
delivery-in-keyring = A gép operációs rendszerének jelszótárában. Küldeni az tud, aki ebbe a fiókba belépett; elolvasni itt senki sem tudja őket.
delivery-in-file = Az adatmappa egy fájljában, a jelmondata mögött. Nyitva marad, amíg be nem zárja a Regularst.
delivery-in-locked-file = Az adatmappa egy fájljában, a jelmondata mögött. Minden indítás után egyszer kell megadni; addig semmi sem megy ki.
delivery-in-nothing = Ezen a gépen nincs jelszótár. Egy jelmondattal a jelszavak titkosított fájlban maradnak az adatmappában.
delivery-unlock = Feloldás
delivery-unlocked = Feloldva, amíg be nem zárja a Regularst
delivery-unlock-title = A jelszavak feloldása
delivery-unlock-about = Adja meg a jelszavak fájljának jelmondatát. Minden indítás után egyszer kell.
delivery-file-title = Fájl a jelszavaknak
delivery-file-about = Ezen a gépen nincs jelszótár, ezért a jelszavak titkosított fájlban vannak az adatmappában. Válasszon jelmondatot; minden indítás után egyszer kell megadni.
delivery-file-make = Fájl létrehozása
delivery-file-made = A jelszavak fájlja elkészült
delivery-passphrase = Jelmondat
delivery-passphrase-again = Ugyanaz még egyszer
delivery-passphrase-differs = A kettő nem egyezik.
delivery-forgotten-before = Ha elfelejti, a jelszavakat újra meg kell adni. Más nem vész el.
delivery-forgotten = Elfelejtette a jelmondatot?
delivery-forgotten-about = Zárja be a Regularst, törölje a secrets.enc fájlt az adatmappából, indítsa újra, és adja meg ismét a jelszavakat. Más nem vész el.

## SMS és üzenetküldők

delivery-sms = SMS és üzenetküldők
delivery-sms-switch = Küldés SMS-ben vagy üzenetküldőn
delivery-preset = Szolgáltató
delivery-preset-choose = Válasszon szolgáltatót
delivery-preset-hint = Az SMS annyiba kerül, amennyit a szolgáltató kér; a Telegram-bot ingyenes.
delivery-preset-twilio = Twilio: SMS, világszerte
delivery-preset-seeme = SeeMe: SMS, Magyarország és környéke
delivery-preset-sms-ru = SMS.ru: SMS, Oroszország
delivery-preset-telegram = Telegram-bot
delivery-preset-own = Más átjáró
delivery-about-twilio = Fiók és szám kell hozzá a twilio.com oldalon. Az Account SID és az Auth Token a konzol első lapján áll.
delivery-about-seeme = Fiók kell hozzá a seememobile.com oldalon, API-kulcs a beállításaiból, és egy feladó, amelyet a SeeMe jóváhagyott.
delivery-about-sms-ru = Fiók kell hozzá az sms.ru oldalon, az api_id-ja, és egy feladó, amelyet az SMS.ru jóváhagyott.
delivery-about-own = Bármely szolgáltatóhoz, amelynek HTTP-felülete van. Hogy mi kerül ide, azt a leírása mondja meg.
delivery-account = Fiók
delivery-key = Kulcs vagy jelszó
delivery-sender = Feladó
delivery-sender-hint = A szám vagy név, amelyet a vendég lát.
delivery-own-hint = Csak ha a szolgáltató kéri.
delivery-bot-token = A bot tokenje
delivery-telegram-bot = Írja a Telegramban a @BotFather botnak: /newbot. Megadja a bot tokenjét: írja be lent.
delivery-telegram-start = Egy bot csak annak a vendégnek írhat, aki már írt neki: nyissa meg a botot, és nyomja meg a Start gombot.
delivery-telegram-chat = Ezután nyissa meg böngészőben ezt a címet, benne a saját tokenjével:
delivery-telegram-note = A "chat":{"{"}"id": utáni számot írja be a vendég adatlapjára mint címét az üzenetküldőben.

## Más átjáró

delivery-request = A kérés részletei
delivery-method = Módszer
delivery-url = Cím
delivery-url-hint = Így kezdődik: https://
delivery-recipient = A vendéget erről ismeri
delivery-recipient-phone = Telefonszám
delivery-recipient-messenger = Cím az üzenetküldőben
delivery-headers = Fejlécek
delivery-body = Mit küldünk
delivery-body-form = Űrlap
delivery-body-none = Semmit
delivery-form-fields = Az űrlap mezői
delivery-pair-name = Név
delivery-pair-value = Érték
delivery-pair-name-of = { $label }: { $number }. név
delivery-pair-value-of = { $label }: { $number }. érték
delivery-pair-add = Új sor
delivery-pair-remove = { $label }: { $number }. sor törlése
delivery-placeholders = Ezek állnak a helyén annak, ami üzenetenként más, vagy az Öné:
delivery-is-phone = a vendég száma: +36301234567
delivery-is-phone-digits = ugyanaz plusz nélkül: 36301234567
delivery-is-messenger-id = a vendég címe az üzenetküldőben
delivery-is-text = az üzenet
delivery-is-account = a fenti fiók
delivery-is-sender = a fenti feladó
delivery-is-secret = a fenti kulcs vagy jelszó
delivery-is-basic-auth = fiók és kulcs az alapszintű hitelesítéshez
delivery-is-message-id = az üzenet saját azonosítója, hogy ne menjen ki kétszer
delivery-success = Elküldöttnek számít, ha
delivery-success-hint = Az állapotkód ebben a tartományban van, és ha megad egy mezőt, a JSON-válaszban annak az értéke is egyezik.
delivery-status-from = Állapotkód ettől
delivery-status-to = Állapotkód eddig
delivery-pointer = Mező a JSON-válaszban
delivery-equals = A mező elvárt értéke
delivery-equals-hint = Üresen bármelyik jó.

## Kipróbálás

delivery-try-out = Kipróbálás
delivery-try-saved = Azt próbáljuk ki, ami el van mentve: előbb mentse.
delivery-verify = Kapcsolat ellenőrzése
delivery-verify-about = Bejelentkezik a kiszolgálóra, és nem küld semmit.
delivery-verifying = Kapcsolódás a kiszolgálóhoz…
delivery-test = Próbaüzenet küldése
delivery-testing = Küldés…
delivery-test-email = Az Ön e-mail-címe
delivery-test-phone = Az Ön telefonszáma
delivery-test-chat = A saját csevegésének száma
delivery-test-costs = Annyiba kerül, mint bármely SMS.

## Ütem

delivery-pace = Ütem
delivery-paused = Küldés szüneteltetése
delivery-paused-hint = Semmi sem vész el: az üzenetek várnak, amíg nem folytatja.
delivery-paused-since = Szünetel { $time } óta. Az üzenetek várnak.
delivery-per-minute = Legtöbb üzenet egy perc alatt
delivery-per-minute-hint = Lassabban küldve kevésbé hasonlít reklámra; sok szolgáltatónál korlát is van.
delivery-quiet = A csendes órákban semmi sem megy ki: { $from }–{ $until }.
delivery-quiet-none = Nincsenek csendes órák: üzenet éjjel is kimehet.
delivery-quiet-open = Csendes órák
