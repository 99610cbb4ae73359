### The settings.

settings-shop = The shop
settings-look = Logo and colour
settings-place = Language, money and time
settings-data = Data
settings-about = About
settings-saved = Saved
settings-demo = Demo shop: everybody here is made up
settings-theme = Light or dark on this PC
theme-system = As the system
theme-light = Light
theme-dark = Dark

shop-slogan = Line under the name
shop-slogan-hint = On cards, e.g. “10 stamps, one coffee on us”.
shop-address = Address
shop-address-hint = On the back of cards and on reports.
shop-phone = Phone
shop-logo = Logo
shop-logo-hint = PNG or JPEG, up to 2 MB. On cards, reports and in the menu.
shop-logo-choose = Choose a picture
shop-logo-remove = Remove
shop-logo-too-large = This picture is larger than 2 MB.
shop-brand = Your colour
shop-brand-swatch = Colour { $number }
shop-brand-own = Another colour
shop-brand-hint = On the stamp card, on printed cards and on buttons.
shop-currency-fixed = It is fixed, because a visit has been recorded in it.
shop-day-start = A day begins at
shop-day-start-hint = Open past midnight? Set this to your closing time, and late visits count for the evening before.
shop-region = Country of phone numbers
shop-region-hint = For numbers typed without a country code.
shop-negative = A refund takes back stamps that are already spent
shop-negative-allow = Earn them back
shop-negative-clamp = Let them go
shop-negative-allow-hint = The card goes below zero, and the next stamps repay it.
shop-negative-clamp-hint = The card stops at zero; what was spent is written off in the history.

data-folder = Data folder
data-folder-hint = Everything Regulars knows is in this folder. Copy it to keep a backup.
documents-folder = Documents
documents-folder-hint = Printed cards, reports and exports are written here.
folder-open = Open
folder-choose = Change
verify-title = Check the books
verify-hint = Recomputes every stamp and reward from the history and compares.
verify-run = Check now
verify-good = All is well: { $checked } figures agree.
verify-bad = { $count ->
    [one] { $count } figure does not agree:
   *[other] { $count } figures do not agree:
 }
import-link-title = Bring your list along
import-link-hint = Members and visits from a CSV file of another system or a spreadsheet.
import-link = Import
about-members = Members
about-offline = Regulars works on this PC. Nothing leaves it but the messages you have it send.
about-made-of = Made with
