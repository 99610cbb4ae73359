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
