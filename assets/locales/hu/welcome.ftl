### The welcome wizard, and the words for a shop that the settings share.

welcome-title = Üdvözli a Regulars
welcome-text = Három rövid kérdés, és nyithat a pult. Később a beállításokban minden módosítható.
welcome-step = { $step }. lépés, összesen { $steps }
welcome-next = Tovább
welcome-finish = Pult megnyitása
welcome-demo = Kipróbálás mintaadatokkal
welcome-demo-making = Egy mintaüzlet egy évének előkészítése
welcome-name-example = Sarki Kávézó
welcome-card = Milyen kártyát kapjanak a törzsvendégek?
welcome-preset = { $count ->
    [one] { $count } pecsét, utána: „{ $reward }”
   *[other] { $count } pecsét, utána: „{ $reward }”
 }
welcome-card-later = Így néz majd ki a kártya a pultnál és nyomtatva. A szín és a szabályok szabadon módosíthatók.

## The shop

shop-name = Az üzlet neve
shop-kind = Milyen hely ez?
shop-kind-cafe = Kávézó
shop-kind-salon = Szalon
shop-language = Nyelv
shop-currency = Pénznem
shop-currency-hint = Az első látogatás rögzítése után már nem módosítható.
shop-time-zone = Időzóna
shop-time-zone-hint = Ez dönti el, melyik naphoz tartozik egy látogatás.
