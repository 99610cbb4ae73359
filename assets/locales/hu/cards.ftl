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
