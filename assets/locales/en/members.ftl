### Members: the list, a member's profile, duplicates and merging.

## The list

members-count = { $count ->
    [one] { $count } member
   *[other] { $count } members
 }
members-search = Search members
members-search-placeholder = Name, phone or card number
members-filter = Which members
members-filter-all = All
members-filter-new = New this month
members-filter-not-seen = Not here for
members-filter-full = Reward ready
members-filter-archived = Archived
# After "Not here for"; $shown is the number as it is written.
members-days = { $days ->
    [one] { $shown } day
   *[other] { $shown } days
 }
members-days-unit = { $days ->
    [one] day
   *[other] days
 }
members-not-seen-days = Days without a visit
members-sorting = Order of the list
members-sort-by = Sort by: { $column }
members-sorted-up = { $column }, ascending
members-sorted-down = { $column }, descending
members-column-name = Name
members-column-stamps = Stamps
members-column-visits = Visits
members-column-spend = Spend
members-column-last-visit = Last visit
members-column-joined = Joined
members-never = never
members-loading = Loading
members-rewards-ready = { $count ->
    [one] { $count } reward ready
   *[other] { $count } rewards ready
 }
members-key-open = Open the member
members-key-select = Select the member

## Empty lists

members-first-title = No regulars yet
members-first-text = Enrol your first guest at the counter, or bring the list you already have.
members-first-demo = Just looking around? A new data folder offers a demo shop with a year of history.
members-none-title = Nobody here
members-none-found-text = Check the spelling, or try the last digits of the phone number.
members-none-new = Nobody has joined this month yet. New guests are enrolled at the counter.
members-none-not-seen = { $days ->
    [one] Everybody was here within the last { $days } day. Well done!
   *[other] Everybody was here within the last { $days } days. Well done!
 }
members-none-full = Nobody has a reward waiting. A full card puts its owner on this list.
members-none-archived = Nobody is archived. Archive members who will not come back; their history stays.
members-show-all = Show all members

## The selection

members-selection = Selection
members-selected = { $count ->
    [one] { $count } selected
   *[other] { $count } selected
 }
members-select-all = Select all
members-selection-clear = Clear selection
members-print-cards = Print cards
members-archive-title = { $count ->
    [one] Archive { $count } member?
   *[other] Archive { $count } members?
 }
members-and-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
 }
members-archived-toast = { $count ->
    [one] { $count } member archived
   *[other] { $count } members archived
 }
member-archive = Archive
member-archive-text = Archived members no longer show in lists and searches, and their cards no longer work at the counter. Visits and stamps are kept; you can restore them at any time.
member-archived-toast = { $name } is archived
member-restored-toast = { $name } is back
member-is-archived = This member is archived and no longer shows in lists and searches.
member-restore = Restore
member-is-merged = This member was merged into another one, who has the whole history.

## The profile

profile-to-list = To the list of members
profile-missing = This member cannot be shown
profile-edit = Edit
profile-serve = To the counter
profile-details = Details
profile-add-note = Add a note
profile-rewards = Rewards
profile-no-rewards = No rewards yet. A full card unlocks the first one.
profile-show-all-rewards = Show all { $count }
profile-cards = Cards
profile-no-card = No card was issued.
profile-consents = May we write or call?
stat-visits = Visits
stat-spend = Spend
stat-gap = Usually comes every
stat-last-visit = Last visit
stat-first-visit = first on { $date }
stat-average = { $amount } on average
stat-days = { $count ->
    [one] day
   *[other] days
 }
stat-days-ago = { $count ->
    [one] day ago
   *[other] days ago
 }
stat-gap-about = middle of all gaps
stat-gap-unknown = known from three visits on
grant-available = Ready
grant-redeemed = Handed over
grant-expired = Expired
grant-void = Taken back
grant-unlocked = unlocked { $date }
card-state-active = Works
card-state-blocked = Blocked
card-state-lost = Lost
card-state-replaced = Replaced
card-issued = issued { $date }
card-not-printed = not printed yet
card-printed-on = printed { $date }
consent-email = By e-mail
consent-sms = By SMS or messenger
consent-call = By phone call
consent-post = By post
consent-never = never asked
consent-given = given { $date }
consent-withdrawn = withdrawn { $date }
consent-from-counter = at the counter
consent-from-profile = noted here
consent-from-import = from an import
consent-from-demo = demo data
consent-from-merge = from a merge

## What is known of a member

field-birthday = Birthday
field-locale = Language
field-joined-on = Member since
field-external-id = Id in another system
field-notes = Notes
field-card-number = Card number
field-consent-email = E-mail consent
field-consent-sms = SMS consent
edit-title = Edit member
edit-locale = Language of letters and cards
edit-locale-shop = The shop’s ({ $language })
edit-external-id-hint = The key of this guest in your till or booking system, if there is one.
edit-unsaved = Your changes are not saved.
edit-discard = Discard

## The history

timeline-title = History
timeline-empty = Nothing has happened yet.
timeline-more = { $count ->
    [one] Show { $shown } earlier line
   *[other] Show earlier ({ $shown })
 }
timeline-visit = Visit
timeline-imported = imported
timeline-unlocked = New reward: { $reward }
timeline-redemption-undone = Taken back, available again: { $reward }
timeline-reward-voided = Unused reward taken back: { $reward }
timeline-reward-expired = Expired unused: { $reward }
timeline-stamps-expired = { $count ->
    [one] { $count } stamp expired
   *[other] { $count } stamps expired
 }
timeline-starter = { $count ->
    [one] { $count } stamp as a welcome
   *[other] { $count } stamps as a welcome
 }
timeline-refund = { $count ->
    [one] { $count } stamp taken back by a refund
   *[other] { $count } stamps taken back by a refund
 }
timeline-written-off = { $count ->
    [one] { $count } spent stamp written off
   *[other] { $count } spent stamps written off
 }
timeline-merge-stamps = { $count ->
    [one] { $count } stamp moved by a merge
   *[other] { $count } stamps moved by a merge
 }
timeline-enrolled = Became a regular
timeline-merged = { $name } was merged in
timeline-merged-nameless = Another member was merged in
timeline-edited = Details changed
timeline-archived = Archived
timeline-restored = Restored
timeline-card-issued = Card { $number } issued
timeline-card-printed = Card { $number } printed
timeline-card-blocked = Card { $number } blocked
timeline-card-unblocked = Card { $number } works again
timeline-card-lost = Card { $number } reported lost
timeline-card-replaced = Card { $number } replaced
timeline-consent-email = May be written to by e-mail
timeline-consent-sms = May be written to by SMS
timeline-consent-call = May be called
timeline-consent-post = May be sent post
timeline-no-consent-email = No more e-mails, please
timeline-no-consent-sms = No more SMS, please
timeline-no-consent-call = No more calls, please
timeline-no-consent-post = No more post, please

## Duplicates and merging

same-person-title = The same person?
same-person-text = These members have the same name or e-mail address.
duplicates-title = Possible duplicates
duplicates-text = Members with the same name or e-mail address. Merging keeps both histories.
duplicates-none = No duplicates
duplicates-none-text = Nobody seems to be here twice.
duplicate-same-name = Same name
duplicate-same-email = Same e-mail address
duplicate-no-contact = No phone or e-mail
duplicate-dismiss = Two people
duplicate-dismissed = Noted: these are two people.
merge = Merge
merge-title = Merge two members
merge-question = Whose name and details shall stay?
merge-stays = Stays
merge-goes = Is merged in
merge-effects = What will happen
merge-effect-history = { $count ->
    [one] { $name } gets both histories: { $count } visit, { $spend }.
   *[other] { $name } gets both histories: { $count } visits, { $spend }.
 }
merge-effect-stamps = { $stamps ->
    [one] Stamps of both are added up: { $stamps } stamp on the card.
   *[other] Stamps of both are added up: { $stamps } stamps on the card.
 }
merge-effect-rewards = { $stamps ->
    [one] Stamps of both are added up: { $stamps } stamp.
   *[other] Stamps of both are added up: { $stamps } stamps.
 } { $rewards ->
    [one] That is a full card: { $rewards } reward is unlocked, { $rest } left on the new card.
   *[other] That makes { $rewards } full cards with a reward each, { $rest } left on the new card.
 }
merge-effect-cards = The cards of both keep working.
merge-effect-consents = A consent stays only where neither of them has withdrawn it.
merge-effect-dropped = Not kept, because the other one differs: { $values }
merge-effect-final = There will be one member instead of two. This cannot be undone.
merge-confirm = Merge them
merge-done = { $name } has both histories now
