preset-coffee10-card = Kávékártya
preset-coffee10-reward = Ingyenkávé bármely méretben
preset-coffee8-card = Kávékártya
preset-coffee8-reward = Ingyenkávé
preset-breakfast6-card = Reggelikártya
preset-breakfast6-reward = Ingyenreggeli
preset-spend10-card = Törzsvendégkártya
preset-spend10-reward = Egy kávé és egy süti ajándékba
preset-haircut6-card = Hajvágáskártya
preset-haircut6-reward = Ingyenes hajvágás
preset-care5-card = Ápoláskártya
preset-care5-reward = Ajándék kezelés
preset-colour8-card = Szépségkártya
preset-colour8-reward = Féláras hajfestés

card-tagline = { $stamps } pecsét: { $reward }
card-sample-name = Szűcs Boglárka

demo-cafe-name = Kávézó Liget
demo-cafe-address = Liget tér 4., Budapest
demo-cafe-phone = +36 1 555 0142
demo-cafe-orders = flat white; cappuccino; hosszú kávé; latte, mandulás croissant; flat white, pogácsa; filterkávé; tea, rétes; jeges latte; presszókávé
demo-salon-name = Fűzfa Szépségszalon
demo-salon-address = Malom utca 8., Budapest
demo-salon-phone = +36 1 555 0177
demo-salon-orders = vágás és szárítás; festés; férfi hajvágás; frufruigazítás; manikűr; szemöldök; balayage
demo-notes = Zabtejjel; Délután koffeinmentes; Dióallergiás; Az ablaknál ül; Saját bögrét hoz; Mindig siet; A kutyáját Keksznek hívják; Inkább üzenetet kér

csv-rank = Helyezés
csv-member = Vendég
csv-external-id = Külső azonosító
csv-visits = Látogatások
csv-spend = Költés
csv-currency = Pénznem
csv-average = Átlag
csv-rewards = Jutalmak
csv-last-visit = Utolsó látogatás
csv-rank-before = Helyezés az előző hónapban

file-cards = Kártyák { $date }
file-greetings = Köszöntések { $date }
file-report = Legjobb vendégek, { $month }
file-rejects = { $file }, elutasított sorok

dialog-choose-import = Válasszon CSV-fájlt
dialog-choose-documents = Válasszon mappát a dokumentumoknak
