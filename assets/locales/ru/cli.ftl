cli-init = { $name }: всё готово.
cli-demo = Демо-заведение готово. Гостей: { $members }, визитов: { $visits }.
cli-day = Истёк срок: штампов — { $stamps }, наград — { $rewards }. Запланировано приветствий: { $touches }.
cli-verify-ok = Всё сходится (проверок: { $checked }).
cli-member-added = { $name } в программе. Карта { $number }.
cli-nobody-found = По запросу «{ $query }» никого не нашлось.
cli-visit = { $name }: добавлено штампов — { $stamps }, на карте — { $balance }, новых наград — { $rewards }.
cli-redeemed = { $name }: выдана награда «{ $reward }».
cli-voided = Визит отменён: снято штампов — { $stamps }, на карте — { $balance }.
cli-refunded = Возврат оформлен: снято штампов — { $stamps }, на карте — { $balance }.
cli-imported = Строк: { $rows }. Создано: { $created }, изменено: { $updated }, без изменений: { $unchanged }, отклонено: { $rejected }.
cli-import-tried = Проверено строк: { $rows }, ничего не изменено. Было бы создано: { $created }, изменено: { $updated }, без изменений: { $unchanged }, отклонено: { $rejected }.
cli-cards-printed = Карт: { $cards }, страниц: { $pages }. Файл: { $path }
cli-report-empty = За { $month } визитов не было.
cli-schedule-run = Запланировано: { $planned }. Пропущено: { $skipped }. Закрыто: { $closed }.
cli-schedule-tried = Ничего не изменено. Было бы запланировано: { $planned }, пропущено: { $skipped }, закрыто: { $closed }.
cli-schedule-off = Расписание выключено, поэтому ничего не запланировано.
cli-schedule-clock-back = Эта дата раньше последнего запуска, поэтому просмотрен только этот день.
cli-schedule-empty = Приветствий здесь нет.
cli-touch = { $name }: { $moment } ({ $status ->
    [done] сделано
    [skipped] пропущено
    [failed] не удалось
   *[planned] запланировано
 })
cli-moment = { $code }: { $name } ({ $state ->
    [on] включено
   *[off] выключено
 })
cli-outlook = { $name }: приветствий за последние 30 дней — { $last }, за следующие 30 — { $next }.
cli-message = { $name }: { $moment } ({ $status ->
    [waiting] ждёт
    [sending] отправляется
    [sent] отправлено
    [failed] не удалось
    [unsure] возможно, отправлено
    [left_out] пропущено
   *[cancelled] отозвано
 })
cli-outbox-empty = Сообщений здесь нет.
cli-outbox-sent = Отправлено: { $sent }. Позже: { $later }. Не удалось: { $failed }. Возможно, отправлено: { $unsure }. Ждут: { $waiting }.
cli-outbox-busy = Сейчас отправляет другая программа.
cli-outbox-paused = Отправка приостановлена.
cli-outbox-resumed = Отправка продолжается.
cli-outbox-quiet = Сейчас тихие часы.
cli-outbox-limit = В эту минуту больше отправлять нельзя.
cli-outbox-held = { $channel ->
    [email] Почта задержана
   *[sms] Сообщения задержаны
 }: { $why }
cli-delivery = { $channel ->
    [email] Почта
   *[sms] Сообщения
 }: { $state ->
    [on] вкл.
   *[off] выкл.
 }
cli-member-changed = { $name }: изменено.
cli-member-merged = { $other } теперь часть записи { $name }.
cli-member-archived = { $name }: в архиве.
cli-member-restored = { $name }: снова с нами.
cli-consents = { $count ->
    [0] { $name }: писать и звонить нельзя.
   *[other] { $name }: можно связаться через { $channels }
 }
cli-consent-withdrawn = Вернуть: regulars-cli consent undo { $change }
cli-consent-undone = Согласие возвращено. Снова запланировано: { $planned }. Остаётся отменённым, потому что изменилось что-то ещё: { $stayed }.
cli-appointment = { $date } ({ $status ->
    [kept] состоялась
    [missed] пропущена
    [cancelled] отменена
   *[booked] назначена
 })
cli-appointments-none = Записей нет.
cli-appointment-removed = Запись убрана.
cli-schedule-settings = Приветствия { $state ->
    [on] включены
   *[off] выключены
 }. Тихие часы: с { $from } до { $to }. Не больше { $month } приветствий одному гостю в месяц, сообщений в минуту: { $minute }.
cli-secret-forgotten = Пароль или ключ забыт: он был для другого сервера или имени. Введите новый: delivery secret
