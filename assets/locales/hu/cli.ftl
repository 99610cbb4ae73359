cli-init = { $name } készen áll.
cli-demo = Elkészült a demóüzlet { $members } vendéggel és { $visits } látogatással.
cli-day = Lejárt: { $stamps } pecsét, { $rewards } jutalom. Tervezett megszólítás: { $touches }.
cli-verify-ok = Minden egyezik ({ $checked } ellenőrzés).
cli-member-added = { $name } felvéve. Kártya: { $number }.
cli-nobody-found = „{ $query }” alapján nincs találat.
cli-visit = { $name }: { $stamps } új pecsét, { $balance } a kártyán, { $rewards } új jutalom.
cli-redeemed = { $name }: átadva – { $reward }.
cli-voided = A látogatás sztornózva: { $stamps } pecsét visszavonva, { $balance } a kártyán.
cli-refunded = Visszatérítve: { $stamps } pecsét visszavonva, { $balance } a kártyán.
cli-imported = { $rows } sor: { $created } létrehozva, { $updated } módosítva, { $unchanged } változatlan, { $rejected } elutasítva.
cli-import-tried = { $rows } sor kipróbálva, semmi sem változott: { $created } jönne létre, { $updated } módosulna, { $unchanged } változatlan, { $rejected } elutasítva.
cli-cards-printed = { $cards } kártya { $pages } oldalon: { $path }
cli-report-empty = { $month } hónapban nem volt látogatás.
cli-schedule-run = Tervezve: { $planned }. Kihagyva: { $skipped }. Lezárva: { $closed }.
cli-schedule-tried = Semmi sem változott. Tervezve lenne: { $planned }, kihagyva: { $skipped }, lezárva: { $closed }.
cli-schedule-off = Az ütemterv ki van kapcsolva, ezért semmi sem lett tervezve.
cli-schedule-clock-back = Ez a nap korábbi az utolsó futásnál, ezért csak ezt a napot néztük.
cli-schedule-empty = Itt nincsenek megszólítások.
cli-touch = { $name }: { $moment } ({ $status ->
    [done] kész
    [skipped] kihagyva
    [failed] nem sikerült
   *[planned] tervezve
 })
cli-moment = { $code }: { $name } ({ $state ->
    [on] bekapcsolva
   *[off] kikapcsolva
 })
cli-outlook = { $name }: { $last } megszólítás az elmúlt 30 napban, { $next } a következő 30-ban.
cli-message = { $name }: { $moment } ({ $status ->
    [waiting] várakozik
    [sending] úton van
    [sent] elküldve
    [failed] nem sikerült
    [unsure] talán elment
    [left_out] kihagyva
   *[cancelled] visszavonva
 })
cli-outbox-empty = Itt nincs üzenet.
cli-outbox-sent = Elküldve: { $sent }. Később: { $later }. Nem sikerült: { $failed }. Talán elment: { $unsure }. Várakozik: { $waiting }.
cli-outbox-busy = Most egy másik program küld.
cli-outbox-paused = A küldés szünetel.
cli-outbox-resumed = A küldés folytatódik.
cli-outbox-quiet = Most csendes órák vannak.
cli-outbox-limit = Ebben a percben nem mehet ki több.
cli-outbox-held = { $channel ->
    [email] Az e-mail
   *[sms] Az üzenetek küldése
 } áll: { $why }
cli-delivery = { $channel ->
    [email] E-mail
   *[sms] Üzenetek
 }: { $state ->
    [on] be
   *[off] ki
 }
cli-member-changed = { $name }: módosítva.
cli-member-merged = { $other } mostantól { $name } része.
cli-member-archived = { $name } archiválva.
cli-member-restored = { $name } visszakerült.
cli-consents = { $count ->
    [0] { $name }: nem írható meg és nem hívható.
   *[other] { $name } így érhető el: { $channels }
 }
cli-consent-withdrawn = Visszavonás: regulars-cli consent undo { $change }
cli-consent-undone = A hozzájárulás újra érvényes. Újra tervezve: { $planned }. Kimarad, mert azóta más is megváltozott: { $stayed }.
cli-appointment = { $date } ({ $status ->
    [kept] megtartva
    [missed] elmaradt
    [cancelled] lemondva
   *[booked] lefoglalva
 })
cli-appointments-none = Nincs időpont.
cli-appointment-removed = Az időpont törölve.
cli-schedule-settings = A köszöntések { $state ->
    [on] be vannak kapcsolva
   *[off] ki vannak kapcsolva
 }. Csendes idő: { $from }–{ $to }. Egy vendégnek havonta legfeljebb { $month } köszöntés, percenként { $minute } üzenet.
cli-secret-forgotten = A jelszó vagy kulcs törölve, mert másik kiszolgálóhoz vagy névhez tartozott. Az új megadása: delivery secret
