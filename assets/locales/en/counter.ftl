### The counter: scan, serve, enrol.

## The scan field

scan-placeholder = Scan a card, or type a name or the end of a phone number
scan-clear = Clear
scan-results = Members found
scan-hits = { $count ->
    [one] { $count } member found
   *[other] { $count } members found
 }
scan-none = Nobody called “{ $text }” yet.
scan-enrol = Enrol “{ $text }”
scan-misread = That was misread
scan-misread-text = The number { $number } has a wrong check digit. Scan it again, or type it with care.
scan-unknown = This card is not from here
scan-unknown-text = No card has the number { $number }. It may belong to another shop.
scan-blocked = This card is blocked
scan-blocked-text = It belongs to { $name }. Open the member to unblock or replace it.
scan-lost = This card was reported lost
scan-lost-text = It belongs to { $name }. If it is their card, open the member and let it work again.
scan-replaced = This card was replaced
scan-replaced-text = { $name } has a newer card. Their stamps are safe; open the member.
scan-open-member = Open member

## The member

member-nameless = No name yet
member-since = member since { $month }
member-visits = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
 }
member-visits-every = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
 }, { $days ->
    [one] about every day
   *[other] about every { $days } days
 }
member-last-here = last here { $when }
member-never-here = not here yet
member-no-visits = No visits yet. A full card gives: { $reward }
member-profile = Profile
member-done = Next guest
stamps-expire = { $count ->
    [one] { $count } stamp counts until { $date }
   *[other] { $count } stamps count until { $date }
 }

## What to say

hint-birthday-today = Birthday today: wish them well
hint-birthday-tomorrow = Birthday tomorrow
hint-birthday-yesterday = Birthday was yesterday
hint-birthday-soon = { $count ->
    [one] Birthday in { $count } day
   *[other] Birthday in { $count } days
 }
hint-birthday-ago = { $count ->
    [one] Birthday was { $count } day ago
   *[other] Birthday was { $count } days ago
 }
hint-birthday-turns = { $when } ({ $turns })
hint-anniversary-today = { $years ->
    [one] One year with you today
   *[other] { $years } years with you today
 }
hint-anniversary-soon = { $years ->
    [one] One year with you
   *[other] { $years } years with you
 } { $count ->
    [one] tomorrow
   *[other] in { $count } days
 }
hint-anniversary-ago = { $years ->
    [one] One year with you
   *[other] { $years } years with you
 } { $count ->
    [one] since yesterday
   *[other] since { $count } days ago
 }
hint-first-visit = First visit: welcome!
hint-absence = { $count ->
    [one] { $count } day since the last visit
   *[other] { $count } days since the last visit
 }
hint-absence-usual = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }, { $usual ->
    [one] usually every day
   *[other] usually every { $usual }
 }
hint-nearly-full = { $count ->
    [one] Only { $count } stamp to go
   *[other] Only { $count } stamps to go
 }
hint-reward-expiring = { $reward }: only until { $date }

## This visit

visit-title = This visit
visit-amount = Amount
visit-note = Note
visit-note-add = Add a note
visit-note-example = e.g. took two to go
visit-reward-part = Of which paid with a reward
visit-add-stamp = Add 1 stamp
visit-add-stamps = { $count ->
    [one] Add { $count } stamp
   *[other] Add { $count } stamps
 }
visit-record = Record visit
visit-how-many = How many stamps
visit-stamps-range = Between 0 and { $most } stamps can be given at once.
visit-cap-reached = Today’s limit is reached: the visit counts, without more stamps.
reward-ready = Reward ready
reward-until = until { $date }
reward-redeem = Redeem

## What was done

done-stamps = { $count ->
    [one] { $count } stamp added
   *[other] { $count } stamps added
 }
done-visit = Visit recorded
done-unlocked = Card full! { $reward }
done-capped = { $count ->
    [one] { $count } stamp over today’s limit
   *[other] { $count } stamps over today’s limit
 }
done-redeemed = Handed over: { $reward }
done-undone = Undone
done-stamps-back = { $count ->
    [one] { $count } stamp taken back
   *[other] { $count } stamps taken back
 }
done-reward-restored = reward available again
done-reward-voided = unused reward taken back
done-written-off = { $count ->
    [one] { $count } spent stamp written off
   *[other] { $count } spent stamps written off
 }
done-enrolled = A regular from now on. Card { $number }

## Last visits

visits-last = Last visits
visit-menu = Change the visit of { $date }
visit-void = Void visit
visit-refund = Refund
visit-is-void = void
visit-refunded = { $amount } refunded
visit-with-reward = With a reward
void-title = Void the visit of { $date }?
void-text = It stays in the history as void. Its stamps are taken back, and a reward handed over then becomes available again.
refund-title = Refund for { $date }
refund-text = Up to { $left } can be given back. Stamps are taken back in proportion.
refund-amount = Amount given back

## The card

card-is-blocked = Card blocked
card-is-lost = Card reported lost
card-menu = Card { $number }
card-print = Print card
card-printed = Opened for printing: { $file }
card-lost = Report lost
card-lost-text = The card stops working at once. The stamps stay with the member; when the card is found it can work again.
card-lost-done = Card reported lost
card-block = Block card
card-block-text = The card stops working at once. The stamps stay with the member; you can unblock it at any time.
card-block-done = Card blocked
card-unblock = Let it work again
card-unblock-text = The card works at the counter again, with all its stamps.
card-unblock-done = Card works again
card-replace = Replace card
card-replace-text = A new card with a new number is issued and the old one stops for good. All stamps move with the member.
card-replace-done = New card issued. Print it from the menu.

## Scanned twice

double-title = Stamp again?
double-text = { $name } got a stamp just a moment ago.
double-yes = Yes, stamp again
double-no = No, once was enough

## A new guest

enrol-new = New guest
enrol-text = A name or a phone number is enough.
enrol-name = Name
enrol-phone = Phone
enrol-name-or-phone = Please enter a name or a phone number.
enrol-more = Birthday, e-mail, consent
enrol-email = E-mail
enrol-notes = Note
enrol-notes-hint = The first line shows at the counter, e.g. “oat milk”.
enrol-card-number = Number of a printed card
enrol-card-number-hint = Scan a card you hand out, or leave empty for a new number.
enrol-consent-email = May be written to by e-mail
enrol-consent-sms = May be written to by SMS
enrol-submit = Enrol
enrol-open-existing = Open the existing member
enrol-anyway = Enrol as another person
birthday-optional-year = Birthday, the year if you like
birthday-day = Day
birthday-month = Month
birthday-year = Year

## Today

today-visits = Visits
today-spend = Spend
today-stamps = Stamps
today-rewards = Rewards
idle-ready = The counter is ready.
idle-quiet = Nobody has been here yet today. The day’s figures show here from the first visit on.
idle-title = Who is next?
idle-text = Scan a card or start typing. New here? Enrol them in a few seconds.
idle-first-title = Welcome your first regular
idle-first-text = Type a name or a phone number, hand over a card, and add the first stamp.
till-title = Today at this till
till-empty = Nothing yet. The day’s stamps and rewards will show here.
till-redeem = reward
till-enrol = new guest
till-void = voided
till-refund = refund
till-card = card
till-undo = undo
till-undone = undone
till-undo-this = Undo for { $name }

## Keys

key-stamp = Add a stamp (amount field empty or filled)
key-redeem = Redeem the reward
key-undo = Undo the last action
key-clear = Clear, close, next guest
