### The import screen: a file, its columns, a trial, the import.

import-title = Import
import-text = Bring members and visits from a spreadsheet or another system.
import-choose-title = Drop a CSV file here
import-drop-now = Let go to open the file
import-choose-text = Or choose one. First you see what is in it; nothing is written before you say so.
import-choose = Choose a file
import-members-text = Your list of guests. A name or a phone number in each row is enough.
import-visits-text = The visits of your guests so far. Each row says who came and when.
import-columns = Columns: { $columns }
import-too-large = { $name } is too large. Split it into smaller files.

## The file

import-rows = { $count ->
    [one] { $shown } row
   *[other] { $shown } rows
 }
import-comma = separated by commas
import-semicolon = separated by semicolons
import-tab = separated by tabs
import-no-header = without a header row
import-other-file = Another file
import-kind = What is in the file?
import-kind-members = Members
import-kind-visits = Visits
import-mapping = What each column means
import-leave-out = Leave out
import-needed = { $field } (needed)
import-missing = Still needed: { $field }
import-or = or
import-column = Column { $number }
field-member = Who came
field-at = When
field-note = Note

## Options

import-members-known = Guests you already have are recognised by their id, card, phone or e-mail and are updated, not doubled.
import-create-members = Create guests who are not here yet
import-create-members-hint = Otherwise visits of unknown guests are left out and listed.
import-earn = Let these visits earn stamps
import-earn-hint = Otherwise they count as history: for visits, spend and reports, without stamps.
import-earn-warning = Every visit in the file will add stamps under the rules of its day. Cards can become full and rewards be unlocked at once. Only do this if these stamps are not yet on the cards.

## Trying and importing

import-try = { $count ->
    [one] Check { $shown } row
   *[other] Check { $shown } rows
 }
import-try-text = Shows what would be added, changed and left out. Nothing is written yet.
import-trying = Checking the file
import-running = Importing
import-run = { $count ->
    [one] Import { $count } row
   *[other] Import { $count } rows
 }
import-trial-cancelled = Checking was stopped. Nothing was written.
import-cancelled = The import was stopped. What was imported until then stays; importing the file again goes on where it stopped and doubles nothing.
import-would-title = What would happen
import-would-text = Nothing has been written yet.
import-done-title = Imported
import-done-text = Importing the same file again would change nothing.
import-new-members = New members
import-new-visits = New visits
import-updated = Updated
import-unchanged = Already here
import-rejected = Left out
import-rejects-title = Rows left out, and why
import-rejects-save = Save as CSV
import-rejects-saved = { $count ->
    [one] { $count } row saved: { $file }
   *[other] { $count } rows saved: { $file }
 }
import-rejects-more = { $count ->
    [one] and { $count } more, in the CSV file
   *[other] and { $count } more, in the CSV file
 }
import-line = Line
import-reason = Reason
import-another = Import another file
import-see-members = See the members
