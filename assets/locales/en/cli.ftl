### What the command line says to a person; with --json it says nothing here.

cli-init = { $name } is ready.
cli-demo = A demo shop with { $members } members and { $visits } visits is ready.
cli-day = Expired: { $stamps } stamps, { $rewards } rewards. Greetings planned: { $touches }.
cli-verify-ok = Everything agrees ({ $checked } checks).
cli-member-added = { $name } is enrolled. Card { $number }.
cli-nobody-found = Nobody was found for “{ $query }”.
cli-visit = { $name }: { $stamps } stamps added, { $balance } on the card, { $rewards } rewards unlocked.
cli-redeemed = { $name }: { $reward } handed over.
cli-voided = The visit is void: { $stamps } stamps taken back, { $balance } on the card.
cli-refunded = Refunded: { $stamps } stamps taken back, { $balance } on the card.
cli-imported = { $rows } rows: { $created } created, { $updated } updated, { $unchanged } unchanged, { $rejected } rejected.
cli-import-tried = Tried { $rows } rows, nothing was changed: { $created } would be created, { $updated } updated, { $unchanged } unchanged, { $rejected } rejected.
cli-cards-printed = { $cards } cards on { $pages } pages: { $path }
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
