### What the command line says to a person; with --json it says nothing here.

cli-init = { $name } is ready.
cli-demo = A demo shop with { $members } members and { $visits } visits is ready.
cli-day = Expired: { $stamps ->
    [one] 1 stamp
   *[other] { $stamps } stamps
 }, { $rewards ->
    [one] 1 reward
   *[other] { $rewards } rewards
 }. Greetings planned: { $touches }.
cli-verify-ok = Everything agrees ({ $checked } checks).
cli-member-added = { $name } is enrolled. Card { $number }.
cli-nobody-found = Nobody was found for “{ $query }”.
cli-visit = { $name }: { $stamps ->
    [one] 1 stamp
   *[other] { $stamps } stamps
 } added, { $balance } on the card, { $rewards ->
    [one] 1 reward
   *[other] { $rewards } rewards
 } unlocked.
cli-redeemed = { $name }: { $reward } handed over.
cli-voided = The visit is void: { $stamps ->
    [one] 1 stamp
   *[other] { $stamps } stamps
 } taken back, { $balance } on the card.
cli-refunded = Refunded: { $stamps ->
    [one] 1 stamp
   *[other] { $stamps } stamps
 } taken back, { $balance } on the card.
cli-imported = { $rows } rows: { $created } created, { $updated } updated, { $unchanged } unchanged, { $rejected } rejected.
cli-import-tried = Tried { $rows } rows, nothing was changed: { $created } would be created, { $updated } updated, { $unchanged } unchanged, { $rejected } rejected.
cli-cards-printed = { $cards ->
    [one] 1 card
   *[other] { $cards } cards
 } on { $pages ->
    [one] 1 page
   *[other] { $pages } pages
 }: { $path }
cli-report-empty = There were no visits in { $month }.
cli-schedule-run = Planned: { $planned }. Left out: { $skipped }. Closed: { $closed }.
cli-schedule-tried = Nothing was changed. Would be planned: { $planned }, left out: { $skipped }, closed: { $closed }.
cli-schedule-off = The schedule is switched off, so nothing was planned.
cli-schedule-clock-back = This date lies before the last run, so only that day was looked at.
cli-schedule-empty = There are no greetings here.
cli-touch = { $name }: { $moment } ({ $status ->
    [done] done
    [skipped] left out
    [failed] failed
   *[planned] planned
 })
cli-moment = { $code }: { $name } ({ $state ->
    [on] on
   *[off] off
 })
cli-outlook = { $name }: { $last } greetings in the last 30 days, { $next } in the next 30.
cli-message = { $name }: { $moment } ({ $status ->
    [waiting] waiting
    [sending] being sent
    [sent] sent
    [failed] failed
    [unsure] perhaps sent
    [left_out] left out
   *[cancelled] withdrawn
 })
cli-outbox-empty = There are no messages here.
cli-outbox-sent = Sent: { $sent }. Later: { $later }. Failed: { $failed }. Perhaps sent: { $unsure }. Waiting: { $waiting }.
cli-outbox-busy = Another program is sending at this moment.
cli-outbox-paused = The outbox is paused.
cli-outbox-resumed = The outbox sends again.
cli-outbox-quiet = These are quiet hours.
cli-outbox-limit = No more may go out in this minute.
cli-outbox-held = { $channel ->
    [email] E-mail
   *[sms] Texts
 } held back: { $why }
cli-delivery = { $channel ->
    [email] E-mail
   *[sms] Texts
 }: { $state ->
    [on] on
   *[off] off
 }.
cli-member-changed = { $name }: changed.
cli-member-merged = { $other } is part of { $name } now.
cli-member-archived = { $name } is archived.
cli-member-restored = { $name } is back.
cli-consents = { $count ->
    [0] { $name } may not be written to or called.
   *[other] { $name } may be reached by: { $channels }
 }
cli-consent-withdrawn = To undo it: regulars-cli consent undo { $change }
cli-consent-undone = The consent is back. Planned again: { $planned }. Left out all the same, because something else has changed: { $stayed }.
cli-appointment = { $date } ({ $status ->
    [kept] kept
    [missed] missed
    [cancelled] cancelled
   *[booked] booked
 })
cli-appointments-none = There are no appointments.
cli-appointment-removed = The appointment is taken away.
cli-schedule-settings = Greetings are { $state ->
    [on] on
   *[off] off
 }. Quiet hours: { $from } to { $to }. At most { $month } greetings for a member in a month, { $minute } messages in a minute.
cli-secret-forgotten = The password or key is forgotten, because it was given for another server or name. Enter the new one with: delivery secret
