### Ready-made stamp cards, the demo shop, and the names of files.

preset-coffee10-card = Coffee card
preset-coffee10-reward = Free coffee of any size
preset-coffee8-card = Coffee card
preset-coffee8-reward = Free coffee
preset-breakfast6-card = Breakfast card
preset-breakfast6-reward = Free breakfast
preset-spend10-card = Regulars’ card
preset-spend10-reward = Coffee and cake on us
preset-haircut6-card = Haircut card
preset-haircut6-reward = Free haircut
preset-care5-card = Care card
preset-care5-reward = Free treatment
preset-colour8-card = Beauty card
preset-colour8-reward = Half-price colouring

card-tagline = { $stamps } stamps: { $reward }
card-sample-name = Emma O’Sullivan

demo-cafe-name = Harbour Lane Coffee
demo-cafe-address = 12 Harbour Lane, Dublin
demo-cafe-phone = +353 1 555 0142
demo-cafe-orders = flat white; cappuccino; americano; latte, almond croissant; flat white, croissant; filter coffee; pot of tea, scone; iced latte; espresso
demo-salon-name = Willow Hair & Beauty
demo-salon-address = 8 Mill Street, Dublin
demo-salon-phone = +353 1 555 0177
demo-salon-orders = cut and blow-dry; colour; men’s cut; fringe trim; manicure; brow shaping; balayage
demo-notes = Oat milk; Decaf after noon; Allergic to nuts; Sits by the window; Brings her own cup; Always in a hurry; Dog is called Biscuit; Prefers a text message

csv-rank = Rank
csv-member = Member
csv-external-id = External id
csv-visits = Visits
csv-spend = Spend
csv-currency = Currency
csv-average = Average
csv-rewards = Rewards
csv-last-visit = Last visit
csv-rank-before = Rank the month before

file-cards = Cards { $date }
file-greetings = Greetings { $date }
file-report = Top customers, { $month }
file-rejects = { $file }, rejected rows

dialog-choose-import = Choose a CSV file
dialog-choose-documents = Choose a folder for documents
