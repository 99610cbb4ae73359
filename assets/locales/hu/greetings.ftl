### Greetings on paper: what of today's list goes by post.

greetings-by-post = { $count ->
    [one] { $count } köszöntés megy postán
   *[other] { $count } köszöntés megy postán
 }
greetings-printed = { $count ->
    [one] { $count } kinyomtatva, de még nincs késznek jelölve
   *[other] { $count } kinyomtatva, de még nincs késznek jelölve
 }
greetings-open = Nyomtatás…
greetings-title = Köszöntések nyomtatása

## On paper

greetings-format = Formátum
greetings-postcard-a6 = Képeslap, A6
greetings-postcard-a4 = Képeslap, négy egy A4-es lapon
greetings-letter-a4 = Levél, A4
greetings-postcard-a6-advice = A6-os kartonra: elöl a köszöntés, hátul a cím. Kapcsolja be a kétoldalas nyomtatást.
greetings-postcard-a4-advice = A nyomtató ablakában válassza a „kétoldalas, fordítás a hosszú él mentén” beállítást, majd vágja négybe a lapokat.
greetings-letter-a4-advice = Vendégenként egy oldal. Hajtsa három részre: a cím az ablakos boríték ablakában látszik.
greetings-without-address = { $count ->
    [one] { $count } vendégnek nincs címe. Írja kézzel a nyomtatott vonalakra, vagy előbb jegyezze fel:
   *[other] { $count } vendégnek nincs címe. Írja kézzel a nyomtatott vonalakra, vagy előbb jegyezze fel:
 }
greetings-too-long = { $count ->
    [one] { $count } köszöntés nem fér el a papíron. Kimarad a nyomtatásból, és a listán marad:
   *[other] { $count } köszöntés nem fér el a papíron. Kimaradnak a nyomtatásból, és a listán maradnak:
 }
greetings-part-address = túl hosszú cím
greetings-part-subject = túl hosszú címsor
greetings-part-body = túl hosszú szöveg
greetings-part-gift = túl hosszú ajándéknév

## Printing

greetings-print = { $count ->
    [one] { $count } köszöntés nyomtatása
   *[other] { $count } köszöntés nyomtatása
 }
greetings-print-again = Nyomtatás újra
greetings-printing = Köszöntések nyomtatása folyamatban
greetings-cancelled = Leállítva. Nem készült fájl.

## Afterwards

greetings-mark = { $count ->
    [one] { $count } köszöntés késznek jelölése
   *[other] { $count } köszöntés késznek jelölése
 }
greetings-marking = Késznek jelölés
greetings-done = { $count ->
    [one] { $count } postai köszöntés kész
   *[other] { $count } postai köszöntés kész
 }
greetings-reopened = { $count ->
    [one] { $count } köszöntés újra a listán van
   *[other] { $count } köszöntés újra a listán van
 }
