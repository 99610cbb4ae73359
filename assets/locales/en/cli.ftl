### What the command line says to a person; with --json it says nothing here.

cli-init = { $name } is ready.
cli-demo = A demo shop with { $members } members and { $visits } visits is ready.
cli-day = Expired: { $stamps } stamps, { $rewards } rewards.
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
