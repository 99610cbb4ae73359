### Printing cards, and documents that were written.

document-open = Open
document-print = Print
document-folder = Folder
document-sent = Sent to the printer
document-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
 }
document-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }
document-missing-glyphs = { $count ->
    [one] This character cannot be printed and becomes a box:
   *[other] These characters cannot be printed and become boxes:
 }

## Choosing

cards-about = Choose whose cards, look at the page, print.
cards-choose = Whose cards
cards-choice-new = New since the last print
cards-choice-members = Chosen members
cards-choice-all = All cards
# $date is when it was printed: "21 Nov 2026, 10:42"
cards-choice-run = As printed on { $date }
cards-list = Cards to be printed
cards-printed-on = printed { $date }
cards-add = Add a member
cards-add-placeholder = Name, phone or card number
cards-remove = Leave out { $name }
cards-clear = Clear
cards-without-card = { $count ->
    [one] { $count } has no working card
   *[other] { $count } have no working card
 }
cards-failed = The cards cannot be shown

## On paper

cards-layout = On paper
cards-sheet = Sheet
cards-sheet-single = Card
cards-sides = Sides
cards-sides-both = Both
cards-sides-front = Front
cards-sides-back = Back
cards-ink = Ink
cards-ink-full = Full
cards-ink-less = Less
cards-advice-both = Front and back pages take turns. In the printer’s window choose “double-sided, flip on long edge”, then cut along the small marks.
cards-advice-front = Fronts only. Cut along the small marks.
cards-advice-back = Backs only. Cut along the small marks.
cards-advice-cr80 = One plastic card a page, for a card printer.
cards-advice-cr80-both = For a card printer, one card a page: front, back, front, back. Switch its double-sided printing on.
cards-preview = Preview
cards-preview-page = Preview, { $place }
cards-page-of = { $page } of { $pages }
cards-page-before = Page before
cards-page-next = Next page

## Printing

cards-print = { $count ->
    [one] Print { $count } card
   *[other] Print { $count } cards
 }
cards-print-none = Print
cards-print-key = Print cards
cards-printing = Printing cards
cards-cancelled = Stopped. No file was written, and no card counts as printed.

## Nothing to print

cards-none = There are no cards yet
cards-none-text = Every guest you enrol gets a card with a number. It waits here to be printed.
cards-to-counter = To the counter
cards-no-new = No new cards
cards-no-new-text = Every card has been printed. Choose members to print theirs once more.
cards-choose-some = Whose cards?
cards-choose-some-text = Type a name to add a member, or select many in the list of members.
cards-chosen-none = No working card among them
cards-chosen-none-text = The cards of the chosen members are blocked or lost. Issue new ones in their profiles.
cards-to-members = To the members
cards-run-none = None of these cards works any more
cards-run-none-text = They were all blocked, lost or replaced since.

## What was printed

cards-runs = Printed so far
cards-run-when = When
cards-run-cards = Cards
cards-run-who = For
cards-run-actions = Actions
cards-run-again = Print again
cards-names-more = { $count ->
    [one] { $names } and { $count } more
   *[other] { $names } and { $count } more
 }
cards-runs-all = Show all { $count }
cards-runs-fewer = Show fewer
