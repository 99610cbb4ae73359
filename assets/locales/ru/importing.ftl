### Импорт: файл, его столбцы, проба и сам импорт.

import-title = Импорт
import-text = Перенесите гостей и визиты из таблицы или другой системы.
import-choose-title = Перетащите сюда файл CSV
import-drop-now = Отпустите, чтобы открыть файл
import-choose-text = Или выберите его. Сначала вы увидите содержимое; без вашего решения ничего не записывается.
import-choose = Выбрать файл
import-members-text = Ваш список гостей. В каждой строке достаточно имени или телефона.
import-visits-text = Визиты ваших гостей до сих пор. В каждой строке — кто приходил и когда.
import-columns = Столбцы: { $columns }
import-too-large = Файл { $name } слишком большой. Разделите его на части.

## The file

import-rows = { $count ->
    [one] { $shown } строка
    [few] { $shown } строки
   *[many] { $shown } строк
 }
import-comma = через запятую
import-semicolon = через точку с запятой
import-tab = через табуляцию
import-no-header = без строки заголовков
import-other-file = Другой файл
import-kind = Что в файле?
import-kind-members = Гости
import-kind-visits = Визиты
import-mapping = Что означает каждый столбец
import-leave-out = Не брать
import-needed = { $field } (нужно)
import-missing = Ещё нужно: { $field }
import-or = или
import-column = Столбец { $number }
field-member = Кто пришёл
field-at = Когда
field-note = Заметка

## Options

import-members-known = Гости, которые у вас уже есть, узнаются по коду, карте, телефону или почте: они обновятся, а не удвоятся.
import-create-members = Создавать гостей, которых ещё нет
import-create-members-hint = Иначе визиты незнакомых гостей пропускаются и попадают в список.
import-earn = Начислять штампы за эти визиты
import-earn-hint = Иначе они войдут в историю: в визиты, суммы и отчёты, но без штампов.
import-earn-warning = Каждый визит из файла добавит штампы по правилам своего дня. Карты могут сразу заполниться и открыть награды. Включайте, только если этих штампов на картах ещё нет.

## Trying and importing

import-try = { $count ->
    [one] Проверить { $shown } строку
    [few] Проверить { $shown } строки
   *[many] Проверить { $shown } строк
 }
import-try-text = Покажет, что добавится, изменится и будет пропущено. Пока ничего не записывается.
import-trying = Проверка файла
import-running = Идёт импорт
import-run = { $count ->
    [one] Импортировать { $count } строку
    [few] Импортировать { $count } строки
   *[many] Импортировать { $count } строк
 }
import-trial-cancelled = Проверка остановлена. Ничего не записано.
import-cancelled = Импорт остановлен. Уже перенесённое сохранено; повторный импорт этого файла продолжит с того же места и ничего не удвоит.
import-would-title = Что произойдёт
import-would-text = Пока ничего не записано.
import-done-title = Импорт завершён
import-done-text = Повторный импорт этого файла ничего не изменит.
import-new-members = Новые гости
import-new-visits = Новые визиты
import-updated = Обновлено
import-unchanged = Уже есть
import-rejected = Пропущено
import-rejects-title = Пропущенные строки и причины
import-rejects-save = Сохранить как CSV
import-rejects-saved = { $count ->
    [one] Сохранена { $count } строка: { $file }
    [few] Сохранены { $count } строки: { $file }
   *[many] Сохранено { $count } строк: { $file }
 }
import-rejects-more = { $count ->
    [one] и ещё { $count } — в файле CSV
    [few] и ещё { $count } — в файле CSV
   *[many] и ещё { $count } — в файле CSV
 }
import-line = Строка
import-reason = Причина
import-another = Импортировать другой файл
import-see-members = К гостям
