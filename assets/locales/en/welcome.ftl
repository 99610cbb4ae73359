### The welcome wizard, and the words for a shop that the settings share.

welcome-title = Welcome to Regulars
welcome-text = Three short questions, then your counter is open. Everything can be changed later in the settings.
welcome-step = Step { $step } of { $steps }
welcome-next = Next
welcome-finish = Open the counter
welcome-demo = Try it with demo data
welcome-demo-making = Making a year of a demo shop
welcome-name-example = Corner Café
welcome-card = Which card do your regulars get?
welcome-preset = { $count ->
    [one] { $count } stamp, then: { $reward }
   *[other] { $count } stamps, then: { $reward }
 }
welcome-card-later = This is how the card will look at the counter and in print. Colour and rules are yours to change.

## The shop

shop-name = Name of the shop
shop-kind = What kind of place is it?
shop-kind-cafe = Café
shop-kind-salon = Salon
shop-language = Language
shop-currency = Currency
shop-currency-hint = It is fixed once the first visit is recorded.
shop-time-zone = Time zone
shop-time-zone-hint = It decides on which day a visit counts.
