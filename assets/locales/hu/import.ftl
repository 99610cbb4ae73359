### Importálás: miért nem fogadtunk el egy fájlt vagy sort, és mi a teendő.

## A teljes fájl

import-file-empty = A fájlban nincs importálható sor.
import-file-too-large = A fájl nagyobb, mint { $max } MB. Bontsa kisebb fájlokra.
import-file-not-text = Ez egy { $what } típusú fájl. Mentse előbb CSV-ként, és azt importálja.
import-file-nul-byte = { $line }. sorban nulla bájt van. A fájl sérült, vagy nem szövegfájl.
import-file-malformed = { $line }. sor nem érvényes { $encoding } szöveg. A fájl sérült, vagy különböző kódolású fájlokból állították össze. Mentse újra UTF-8 kódolással.
import-file-encoding = A fájl kódolása { $encoding }, ezt nem tudjuk beolvasni. Mentse UTF-8 kódolással.
import-file-unclosed-quote = { $line }. sorban megnyitott idézőjel sehol sincs lezárva. Zárja le vagy törölje.
import-file-record-too-long = { $line }. sor hosszabb, mint { $max } KB. Ez nem olyan táblázatnak tűnik, amelyben minden bejegyzés egy sor.
import-file-too-many-columns = { $line }. sorban több mint { $max } oszlop van. Ellenőrizze, milyen karakter választja el az oszlopokat.
import-file-missing-columns = Nem található oszlop ehhez: { $missing }. A fájl oszlopai: { $found }. Adja meg, melyik oszlop mit jelent.
import-file-bad-mapping = Pontosan egy oszlopot válasszon ehhez: „{ $column }”.
import-warning-encoding-doubtful = A betűk hibásak lehetnek: ez nem olvasható { $encoding } kódolású szövegként. Előbb nézze meg a sorokat, és ha a nevek olvashatatlanok, mentse újra a fájlt UTF-8 kódolással.

## Összegek

reject-amount-ambiguous = „{ $value }” kétféle összegként is olvasható. Írja két tizedesjeggyel, például 1234,00 vagy 1,23.
reject-amount-exponent = „{ $value }” összeg hatványalakban van. Állítsa az oszlopot egyszerű számformátumra, és exportálja újra.
reject-amount-negative = „{ $value }” összeg negatív. Egy látogatás összege nem lehet nullánál kisebb.
reject-amount-not-a-number = „{ $value }” nem összeg.
reject-amount-not-finite = „{ $value }” nem összeg, hanem egy hibás számítás eredménye.
reject-amount-other-currency = „{ $value }” összeg nem az üzlet pénznemében van.
reject-amount-too-large = „{ $value }” összeg túl nagy ahhoz, hogy igaz legyen.
reject-amount-too-many-decimals = „{ $value }” összegben több tizedesjegy van, mint amennyit a pénznem ismer.

## Kártyák

reject-card-check-digit = „{ $value }” kártyaszámban elírás van: nem stimmel az ellenőrző számjegy.
reject-card-length = „{ $value }” kártyaszám nem 13 számjegyű.
reject-card-not-digits = „{ $value }” kártyaszámban nem csak számjegyek vannak.
reject-card-rounded = A táblázatkezelő erre kerekítette a kártyaszámot: „{ $value }”, az utolsó számjegyek elvesztek. Állítsa az oszlopot szöveg formátumra, és exportálja újra.

## Hozzájárulások

reject-consent-unclear = „{ $column }” oszlopban „{ $value }” áll, ez se nem igen, se nem nem.

## Dátumok és időpontok

reject-date-ambiguous = „{ $value }” dátumban nem egyértelmű, melyik a nap és melyik a hónap. Írja ÉÉÉÉ-HH-NN alakban, vagy válassza ki a nap és a hónap sorrendjét.
reject-date-empty = Hiányzik a dátum.
reject-date-in-future = „{ $value }” a jövőben van.
reject-date-no-such-day = Nincs ilyen nap: „{ $value }”.
reject-date-not-a-date = „{ $column }” oszlopban „{ $value }” áll, ez nem dátum. Írja ÉÉÉÉ-HH-NN alakban.
reject-date-not-a-time = „{ $value }” időpontja nem érvényes.
reject-date-out-of-range = „{ $value }” évszáma nem lehet helyes.
reject-date-serial = „{ $value }” a táblázatkezelő belső dátumszáma. Állítsa dátum formátumra ezt az oszlopot: „{ $column }”, és exportálja újra.
reject-date-two-digit-year = „{ $value }” dátumban négy számjeggyel adja meg az évet.

## Vendégek

reject-email-invalid = „{ $value }” nem e-mail-cím.
reject-locale-unknown = „{ $value }” nem nyelv. Írja be: en, ru vagy hu.
reject-member-empty = A sorból nem derül ki, ki járt itt.
reject-member-rounded = A táblázatkezelő erre kerekítette a számot: „{ $value }”, az utolsó számjegyek elvesztek. Állítsa szöveg formátumra ezt az oszlopot: „{ $column }”, és exportálja újra.
reject-name-and-phone-empty = A sorban sem név, sem telefonszám nincs.

## Telefonszámok

reject-phone-extension = „{ $value }” telefonszámnak melléke van, ezt nem lehet tárolni. Törölje, és írja a megjegyzésbe.
reject-phone-not-a-phone = „{ $value }” nem telefonszám.
reject-phone-not-in-use = Nincs ilyen telefonszám: „{ $value }”. Ellenőrizze a számjegyeket.
reject-phone-rounded = A táblázatkezelő erre kerekítette a telefonszámot: „{ $value }”, az utolsó számjegyek elvesztek. Állítsa az oszlopot szöveg formátumra, és exportálja újra.
reject-phone-several = „{ $value }” több telefonszámot tartalmaz. Hagyjon meg egyet.
reject-phone-too-long = „{ $value }” telefonszám túl hosszú.
reject-phone-too-short = „{ $value }” telefonszám túl rövid.
reject-phone-unknown-country = „{ $value }” telefonszám nem létező országhívóval kezdődik.

## A teljes sor

reject-row-stray-quote = { $line }. sorban rossz helyen áll egy idézőjel, ezért cellák csúszhattak össze. Duplázza meg vagy törölje.
reject-row-too-few-cells = A sorban kevesebb cella van, mint a fejlécben.
reject-row-too-many-cells = A sorban több cella van, mint a fejlécben. Az elválasztójelet tartalmazó szöveget idézőjelbe kell tenni.
reject-text-control = „{ $column }” oszlopban láthatatlan vezérlőkarakter van.
reject-text-too-long = „{ $column }” oszlopban hosszabb a szöveg, mint { $max } karakter.
