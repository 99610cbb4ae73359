preset-coffee10-card = Кофейная карта
preset-coffee10-reward = Бесплатный кофе любого размера
preset-coffee8-card = Кофейная карта
preset-coffee8-reward = Бесплатный кофе
preset-breakfast6-card = Карта завтраков
preset-breakfast6-reward = Бесплатный завтрак
preset-spend10-card = Карта постоянного гостя
preset-spend10-reward = Кофе и десерт в подарок
preset-haircut6-card = Карта стрижек
preset-haircut6-reward = Бесплатная стрижка
preset-care5-card = Карта ухода
preset-care5-reward = Процедура в подарок
preset-colour8-card = Карта красоты
preset-colour8-reward = Окрашивание за полцены

card-tagline = { $stamps } { $stamps ->
    [one] штамп
    [few] штампа
   *[many] штампов
  }: { $reward }
card-sample-name = Мария Ёлкина

demo-cafe-name = Кофейня «Двор»
demo-cafe-address = ул. Садовая, 14, Москва
demo-cafe-phone = +7 495 555-01-42
demo-cafe-orders = флэт уайт; капучино; американо; латте, миндальный круассан; раф; фильтр-кофе; чай, сырники; холодный латте; эспрессо
demo-salon-name = Салон «Ива»
demo-salon-address = ул. Мельничная, 8, Москва
demo-salon-phone = +7 495 555-01-77
demo-salon-orders = стрижка и укладка; окрашивание; мужская стрижка; чёлка; маникюр; брови; балаяж
demo-notes = Овсяное молоко; После обеда без кофеина; Аллергия на орехи; Сидит у окна; Приходит со своей кружкой; Всегда торопится; Собаку зовут Печенька; Лучше писать, чем звонить

csv-rank = Место
csv-member = Гость
csv-external-id = Внешний код
csv-visits = Визиты
csv-spend = Сумма
csv-currency = Валюта
csv-average = Средний чек
csv-rewards = Награды
csv-last-visit = Последний визит
csv-rank-before = Место месяцем раньше

file-cards = Карты { $date }
file-greetings = Поздравления { $date }
file-report = Лучшие гости, { $month }
file-rejects = { $file }, отклонённые строки

dialog-choose-import = Выберите файл CSV
dialog-choose-documents = Выберите папку для документов
