### Az alkalmazás által küldött üzenetek: ami körülöttük áll, és ami lett velük.

# a levél vége; az $address az üzleté, a $subject az, amit oda kell írni
sending-unsubscribe = Feladó: { $shop }. Azért írtunk, mert Ön a vendégünk. Ha nem kér több levelet, írjon a következő címre: { $address } – a tárgy legyen „{ $subject }”.
# a tárgy, amelyről az üzlet megismeri a vendéget; a $member kártyaszám vagy név
sending-unsubscribe-subject = Leiratkozás { $member }
sending-card-caption = Fizetéskor mutassa fel ezt a kártyát.
sending-test-subject = Próbaüzenet a Regularsból
sending-test-body = Próbaüzenet, feladó: { $shop }. Ha olvassa, a vendégeknek szóló üzenetek is megérkeznek.
sending-test-sent = A próbaüzenet úton van. Nézze meg, megérkezik-e.
sending-verified = A levelezőkiszolgáló felismerte Önt: a beállítások működnek.

## Miért áll így egy üzenet

sending-unreachable = A kiszolgáló nem érhető el. Van internet, és jó a kiszolgáló neve?
sending-broke-off = A kiszolgáló nem válaszolt időben, vagy megszakadt a kapcsolat.
sending-unprotected = Nem jön létre védett kapcsolat a kiszolgálóval. Ellenőrizze a nevét, a portot és a védelmet.
sending-auth = A kiszolgáló nem fogadja el a nevet, a jelszót vagy a kulcsot.
sending-no-login = A kiszolgáló így nem fogad bejelentkezést. Hagyja üresen a felhasználónevet, vagy válasszon más portot vagy védelmet.
sending-sender = A kiszolgáló nem enged küldeni erről a fiókról. Ellenőrizze a feladó címét és a fiókot.
sending-busy = A kiszolgáló elfoglalt, később kell újra próbálni.
sending-limit = A szolgáltató most nem enged több üzenetet.
sending-refused = A kiszolgáló elutasította ezt az üzenetet.
sending-given-up = { $attempts } kísérlet után feladva. { $why }
sending-bad-address = { $to ->
    [email] Ez az e-mail-cím nem létezik, vagy a kiszolgáló nem ismeri.
    [phone] Ez a szám nem létezik, vagy a szolgáltató nem éri el.
    [messenger] Ezen a címen senki sem ismert az üzenetküldőben.
   *[other] Ez a cím vagy szám nem létezik, vagy a kiszolgáló nem ismer ilyet.
 }
sending-bad-message = Az üzenetet nem sikerült összeállítani.
sending-empty = A köszöntésnek nincs szövege a vendég nyelvén.
sending-balance = A szolgáltatónál kimerült az egyenleg.
sending-settings = A beállítások nem illenek ehhez a szolgáltatóhoz.
sending-no-answer = Az üzenetet átadtuk, de a kiszolgáló nem jelezte, hogy átvette-e. Lehet, hogy megérkezett.
sending-interrupted = A Regularst küldés közben leállították. Lehet, hogy az üzenet megérkezett.
sending-secret-missing = Hiányzik a jelszó vagy a kulcs.
sending-secrets-locked = A jelszavak fájlja zárva van: adja meg a jelmondatot.
sending-secrets-failed = A jelszó nem olvasható onnan, ahol őrizzük.
sending-by-hand = Ezt a köszöntést Ön vette kézbe.
sending-channel-off = Az ilyen küldés ki van kapcsolva.
sending-no-consent = A vendég visszavonta a hozzájárulását.
sending-no-contact = A vendég címe vagy száma már nincs meg.
sending-member-gone = A vendéget archiválták vagy összevonták.
sending-moment-off = Az alkalmat kikapcsolták.
sending-too-late = Már túl későn érkezett volna.
sending-no-longer-useful = Már nem volt oka.
# what broke a round of sending off, after something was sent
sending-round-broken = { $code ->
    [disk_full] Megtelt a lemez, ezért félbeszakadt a küldés.
    [busy] Az adatbázist egy másik program használja, ezért félbeszakadt a küldés.
    [read_only] Az adatmappába nem lehet írni, ezért félbeszakadt a küldés.
   *[other] A lemez nem tudta elvégezni a dolgát ({ $detail }), ezért félbeszakadt a küldés.
 } Ami addig történt, fel van jegyezve, a többi várakozik.
sending-unknown = Valami nem sikerült.

## Mire vár egy üzenet

waits-next = A következő körrel megy, egy percen belül.
waits-back-off = Újabb próba: { $time }.
waits-quiet = Most túl késő vagy túl korán van az üzenetekhez; küldés: { $time }.
waits-limit = Egy percre ennyi elég; küldés: { $time }.
waits-one-a-day = Egy vendég naponta egy üzenetet kap; küldés: { $time }.
waits-held = Az ilyen küldés áll, amíg Ön át nem nézi a beállításokat.
waits-paused = A küldés szünetel.
waits-off = A köszöntések ki vannak kapcsolva.
