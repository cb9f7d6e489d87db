# The timetable for moderators: handlers/schedules.py, relay/schedules.py

schedule-title = 🗓 <b>Что выйдет в канале</b>
schedule-digest =
    { $count ->
        [one] <b>{ $moment }</b> · { $count } строка
        [few] <b>{ $moment }</b> · { $count } строки
        [many] <b>{ $moment }</b> · { $count } строк
       *[other] <b>{ $moment }</b> · { $count } строки
    }
schedule-kind =
    { $kind ->
        [find] находка
        [watch] пропажа
        [question] вопрос
       *[appeal] просьба о помощи
    }
schedule-first = впервые
schedule-brought = вне очереди
schedule-again = { $count }-й раз, до этого { $day }
schedule-more = … и ещё { $count }
schedule-later =
    { $count ->
        [one] Позже выйдет ещё { $count } объявление.
        [few] Позже выйдут ещё { $count } объявления.
        [many] Позже выйдут ещё { $count } объявлений.
       *[other] Позже выйдут ещё { $count } объявления.
    }
schedule-empty = На ближайшие дни для канала ничего нет.
schedule-paused =
    { $kind ->
        [find] ⏸ Находки приостановлены. Ждут: { $count }
        [watch] ⏸ Пропажи приостановлены. Ждут: { $count }
        [question] ⏸ Вопросы приостановлены. Ждут: { $count }
       *[appeal] ⏸ Просьбы о помощи приостановлены. Ждут: { $count }
    }
schedule-posts = Сообщений в канале сегодня: { $number } из { $limit }
schedule-appeals = Просьб о помощи за 7 дней: { $number } из { $limit }
schedule-no-channel = ⚠️ Канал не указан, поэтому ничего не выйдет. Его указывает владелец страницы: CHANNEL_ID
schedule-now = Сейчас
schedule-today = Сегодня в { $time }
schedule-tomorrow = Завтра в { $time }

schedule-since = Опубликовано: { $day }
schedule-unshown = Ещё не показано
schedule-shown =
    { $count ->
        [one] Показано { $count } раз, в последний раз { $day }
        [few] Показано { $count } раза, в последний раз { $day }
        [many] Показано { $count } раз, в последний раз { $day }
       *[other] Показано { $count } раза, в последний раз { $day }
    }
schedule-due = Очередь подойдёт: { $moment }
schedule-due-now = Очередь подошла.
schedule-next = Выйдет в подборке: <b>{ $moment }</b>
schedule-wait-resting = Почему не раньше: хозяин нашёлся. Пока всё не решится, не показываем.
schedule-wait-paused =
    { $kind ->
        [find] Почему не раньше: находки приостановлены. Возобновить: ▶️ в расписании.
        [watch] Почему не раньше: пропажи приостановлены. Возобновить: ▶️ в расписании.
        [question] Почему не раньше: вопросы приостановлены. Возобновить: ▶️ в расписании.
       *[appeal] Почему не раньше: просьбы о помощи приостановлены. Возобновить: ▶️ в расписании.
    }
schedule-wait-turn = Почему не раньше: очередь ещё не подошла.
schedule-wait-quiet = Почему не сейчас: в канале тихие часы.
schedule-wait-full = Почему не сейчас: на сегодня сообщений в канале уже достаточно.
schedule-wait-budget = Почему не раньше: за эти 7 дней просьб о помощи показано столько, сколько можно.
schedule-wait-others = Почему не раньше: сначала идёт то, что показывали реже или что ждёт дольше.

button-schedule-pause =
    { $kind ->
        [find] ⏸ Приостановить находки
        [watch] ⏸ Приостановить пропажи
        [question] ⏸ Приостановить вопросы
       *[appeal] ⏸ Приостановить просьбы о помощи
    }
button-schedule-resume =
    { $kind ->
        [find] ▶️ Возобновить находки
        [watch] ▶️ Возобновить пропажи
        [question] ▶️ Возобновить вопросы
       *[appeal] ▶️ Возобновить просьбы о помощи
    }
button-schedule-skip = ⏭ Пропустить один раз
button-schedule-forward = ⏫ Показать раньше
button-schedule-back = ↩️ К расписанию

schedule-skipped = ⏭ Пропустим один раз. Следующая очередь: { $moment }
schedule-forwarded = ⏫ Готово, выйдет вне очереди: { $moment }
schedule-forwarded-later = ⏫ Готово: выйдет вне очереди, как только это снова можно будет показать.
schedule-paused-already = Это уже приостановлено.
schedule-resumed-already = Это уже возобновлено.
schedule-moved-already = Это уже сделано. Вот как всё сейчас.
schedule-gone = Это в канале больше не выйдет.
schedule-unknown = Такого кода мы не знаем. Напишите так: /schedule K7M4Q
schedule-over = { $code }: уже завершено, в канале больше не выйдет.
schedule-not-public = { $code }: сейчас скрыто ото всех, поэтому в канале не выходит.
schedule-absent = { $code }: в расписании этого нет. Когда объявление опубликовали, канала не было.

schedule-note-paused = приостановлено
schedule-note-resumed = возобновлено
schedule-note-skipped = пропущено один раз
schedule-note-forward = вне очереди
