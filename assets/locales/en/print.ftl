### What is printed: loyalty cards, greetings by post and reports.

## Cards

# $month is "March 2025"
card-since = regular since { $month }
card-found-it = Found it? Please bring it back to us. Thank{"\u00A0"}you!

## Greetings: postcards and letters

greeting-title-postcards = Postcards
greeting-title-letters = Letters
greeting-gift = A gift for you
greeting-gift-code = Code
# $date is "5 December 2026"; the gift can still be had on that day
greeting-gift-last-day = Last day: { $date }
greeting-card = Your card
greeting-card-how = Show this code at the counter.
greeting-sign-off = Warm regards,

## Monthly report

report-kicker = Monthly report
report-compared = Changes compare with the month before.
report-goes-on = The month is not over: its figures so far, and the whole month before.
report-month-before = month before: { $value }
report-visits = Visits
report-spend = Spend
report-new-members = New regulars
report-rewards = Rewards given
report-stamps = { $count ->
    [one] { $count } stamp collected
   *[other] { $count } stamps collected
 }
report-no-comparison = first month
report-unchanged = unchanged
report-top-spenders = Top spenders
report-daily-visits = Visits by day
report-customers = Top customers
report-customers-more = Top customers, continued
report-column-rank = #
report-column-member = Member
report-column-visits = Visits
report-column-spend = Spend
report-column-average = Average
report-column-rewards = Rewards
report-column-last-visit = Last visit
report-column-change = Change
report-change-new = new
report-change-back = back
report-empty-title = No member visits in this month
report-empty-text = Scan a card at the counter: every visit shows up here, with the month’s best customers first.
report-printed-on = Printed { $date }
report-page = { $page } / { $pages }

## Refusals

print-error-card-number = The card number { $number } is not valid: 13 digits with the right check digit are needed.
print-error-slots = A stamp card has 1 to 30 stamps, not { $slots }.
print-error-color = “{ $color }” is not a colour. Write it like #a84a24.
print-error-logo = The logo cannot be read. A PNG or JPEG picture of up to 8,000 pixels is needed.
print-error-font = The font file cannot be used. A TrueType font (.ttf) is needed.
print-error-page = There is no page { $page } to show.
print-error-too-long = The text is too long for this paper. Shorten it, or print a letter instead of a postcard.
print-error-nothing = There is nothing to print.
print-error-cancelled = Printing was cancelled.
print-error-document = The PDF could not be made: { $reason }
