### Import: why a file or a row was refused. Each says what to do about it.

## The file as a whole

import-file-empty = The file has no rows to import.
import-file-too-large = The file is larger than { $max } MB. Split it into smaller files.
import-file-not-text = This is a file of the type { $what }. Save it as CSV first, then import that.
import-file-nul-byte = Line { $line } holds a zero byte. The file is damaged, or is not a text file.
import-file-malformed = Line { $line } is not valid { $encoding }. The file is damaged, or was put together from files in different encodings. Save it again as UTF-8.
import-file-encoding = The file is encoded as { $encoding }, which can’t be read. Save it as UTF-8.
import-file-unclosed-quote = The quotation mark opened on line { $line } is never closed. Close or remove it.
import-file-record-too-long = Line { $line } is longer than { $max } KB. This doesn’t look like a table with one row per line.
import-file-too-many-columns = Line { $line } has more than { $max } columns. Check which character separates the columns.
import-file-missing-columns = No column was recognised as: { $missing }. The file has: { $found }. Choose what each column means.
import-file-bad-mapping = Choose exactly one column for “{ $column }”.
import-warning-encoding-doubtful = The letters may come out wrong: this doesn’t read like { $encoding } text. Look at the rows first, and if names are garbled, save the file again as UTF-8.

## Amounts

reject-amount-ambiguous = “{ $value }” could be read as two different amounts. Write it with two decimals, such as 1234.00 or 1.23.
reject-amount-exponent = The amount “{ $value }” is in scientific notation. Format the column as a plain number and export it again.
reject-amount-negative = The amount “{ $value }” is negative. A visit can’t have an amount below zero.
reject-amount-not-a-number = “{ $value }” is not an amount.
reject-amount-not-finite = “{ $value }” is not an amount, but the result of a failed calculation.
reject-amount-other-currency = The amount “{ $value }” is in another currency than the shop’s.
reject-amount-too-large = The amount “{ $value }” is too large to be true.
reject-amount-too-many-decimals = The amount “{ $value }” has more decimals than the currency.

## Cards

reject-card-check-digit = The card number “{ $value }” has a typing error: its check digit is wrong.
reject-card-length = The card number “{ $value }” doesn’t have 13 digits.
reject-card-not-digits = The card number “{ $value }” holds something other than digits.
reject-card-rounded = The spreadsheet rounded this card number to “{ $value }”, so its last digits are lost. Format the column as text and export it again.

## Consents

reject-consent-unclear = “{ $value }” in the column “{ $column }” is neither yes nor no.

## Dates and times

reject-date-ambiguous = In “{ $value }” it isn’t clear which is the day and which is the month. Write it as YYYY-MM-DD, or choose the order of day and month.
reject-date-empty = The date is missing.
reject-date-in-future = “{ $value }” is in the future.
reject-date-no-such-day = There is no such day as “{ $value }”.
reject-date-not-a-date = “{ $value }” in the column “{ $column }” is not a date. Write it as YYYY-MM-DD.
reject-date-not-a-time = The time in “{ $value }” is not a time of day.
reject-date-out-of-range = The year in “{ $value }” can’t be right.
reject-date-serial = “{ $value }” is a spreadsheet’s internal number for a date. Format the column “{ $column }” as a date and export it again.
reject-date-two-digit-year = The year in “{ $value }” needs four digits.

## Members

reject-email-invalid = “{ $value }” is not an e-mail address.
reject-locale-unknown = “{ $value }” is not a language. Write en, ru or hu.
reject-member-empty = The row doesn’t say who came.
reject-member-rounded = The spreadsheet rounded this number to “{ $value }”, so its last digits are lost. Format the column “{ $column }” as text and export it again.
reject-name-and-phone-empty = The row has neither a name nor a phone number.

## Phone numbers

reject-phone-extension = The phone number “{ $value }” has an extension, which can’t be stored. Remove it, and put it into the notes.
reject-phone-not-a-phone = “{ $value }” is not a phone number.
reject-phone-not-in-use = There is no such phone number as “{ $value }”. Check its digits.
reject-phone-rounded = The spreadsheet rounded this phone number to “{ $value }”, so its last digits are lost. Format the column as text and export it again.
reject-phone-several = “{ $value }” holds more than one phone number. Keep one of them.
reject-phone-too-long = The phone number “{ $value }” has too many digits.
reject-phone-too-short = The phone number “{ $value }” has too few digits.
reject-phone-unknown-country = The phone number “{ $value }” starts with a country code that doesn’t exist.

## The row as a whole

reject-row-stray-quote = A quotation mark on line { $line } is in the wrong place, so cells may have run together. Double it or remove it.
reject-row-too-few-cells = The row has fewer cells than the header.
reject-row-too-many-cells = The row has more cells than the header. Text that holds the separator must stand in quotation marks.
reject-text-control = The column “{ $column }” holds an invisible control character.
reject-text-too-long = The column “{ $column }” holds more than { $max } characters.
