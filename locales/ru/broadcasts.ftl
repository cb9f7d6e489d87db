# Broadcasts: handlers/broadcasts.py, relay/broadcasts.py, relay/broadcast_drafts.py, relay/broadcast_cards.py

broadcast-title = Рассылка
broadcast-text_kk = Напишите текст на казахском или пропустите. Ссылки в тексте можно будет нажать.
broadcast-text_uz = Напишите текст на узбекском или пропустите.
broadcast-text_ru = Напишите текст на русском или пропустите.
broadcast-text_en = Напишите текст на английском или пропустите.
broadcast-topic = Кому отправить? Тем, кто выбрал тему:
broadcast-place = О каком месте речь? Получат те, кто выбрал его или все места. Нажмите на место или напишите его. Если пропустите, получат все.
broadcast-country = Для какой страны? Кто страну не выбрал, тоже получит.
broadcast-language = Отправить только тем, кто читает на одном языке?
broadcast-picture = Пришлите картинку как фото, не файлом. Под картинкой помещается 1024 знака текста.
broadcast-links =
    Напишите кнопки, каждую с новой строки, не больше трёх. Сначала надпись, потом ссылка:

    <code>Как помочь | https://example.org</code>
broadcast-moment = Когда отправить? Нажмите или напишите так: <code>24.11 18:30</code>, по часам страницы.
broadcast-preview =
    <b>Всё верно?</b>

    { $answers }
button-send-broadcast = ▶️ Отправить …

label-text_kk = Текст по-казахски
label-text_uz = Текст по-узбекски
label-text_ru = Текст по-русски
label-text_en = Текст по-английски
label-topic = Тема
label-language = Язык
label-picture = Картинка
label-links = Кнопки
label-moment = Когда
answer-picture = есть

broadcast-topic-everybody = Любая тема
broadcast-country-all = Все страны
broadcast-language-all = Все языки
broadcast-language-kk = Казахский
broadcast-language-uz = Узбекский
broadcast-language-ru = Русский
broadcast-language-en = Английский
broadcast-moment-now = Сейчас
broadcast-moment-tonight = Сегодня в 19:00
broadcast-moment-tomorrow = Завтра в 10:00

form-text-first = Здесь нужен текст. Картинку можно добавить потом, перед отправкой.
form-photo-wanted = Пришлите картинку как фото, не файлом, или нажмите «Пропустить».
form-link-unreadable = Не получилось прочитать кнопку. Напишите надпись (до 34 знаков), черту | и ссылку, например: Как помочь | https://example.org
form-links-too-many =
    { $limit ->
        [one] Напишите не больше { $limit } кнопки, каждую с новой строки.
        [few] Напишите не больше { $limit } кнопок, каждую с новой строки.
        [many] Напишите не больше { $limit } кнопок, каждую с новой строки.
       *[other] Напишите не больше { $limit } кнопки, каждую с новой строки.
    }
form-moment-unreadable = Не получилось прочитать время. Напишите его так: 24.11 18:30
form-moment-past =
    { $limit ->
        [one] Это время уже прошло или до него больше { $limit } дня. Выберите другое.
        [few] Это время уже прошло или до него больше { $limit } дней. Выберите другое.
        [many] Это время уже прошло или до него больше { $limit } дней. Выберите другое.
       *[other] Это время уже прошло или до него больше { $limit } дня. Выберите другое.
    }

broadcast-no-text = Текста пока нет ни на одном языке. Напишите хотя бы один.
broadcast-too-long = { $name }: в тексте { $total } знаков, а помещается { $limit }. Сократите текст или уберите картинку. Написанное сохранено.
broadcast-place-unknown = Такого места мы не знаем. Выберите место из списка или пропустите этот вопрос.
broadcast-not-ready = Пока отправить нельзя. { $problem }
broadcast-fix = ⚠️ { $problem }
broadcast-nobody = Таких людей нет. Измените тему, место, страну или язык.

broadcast-count =
    { $count ->
        [one] 👥 Получит <b>{ $count }</b> человек
        [few] 👥 Получат <b>{ $count }</b> человека
        [many] 👥 Получат <b>{ $count }</b> человек
       *[other] 👥 Получат <b>{ $count }</b> человека
    }
broadcast-readers = • { $name }: { $number }
broadcast-readers-other = • { $name }: { $number }. Текста нет, вместо него: { $other }
broadcast-later =
    { $count ->
        [one] 🌙 { $count } человек получит позже, когда закончатся тихие часы.
        [few] 🌙 { $count } человека получат позже, когда закончатся тихие часы.
        [many] 🌙 { $count } человек получат позже, когда закончатся тихие часы.
       *[other] 🌙 { $count } человека получат позже, когда закончатся тихие часы.
    }
broadcast-takes = ⏱ Займёт { $span } (сообщений в секунду: { $pace })
broadcast-moments = меньше минуты
broadcast-minutes =
    { $count ->
        [one] около { $count } минуты
        [few] около { $count } минут
        [many] около { $count } минут
       *[other] около { $count } минуты
    }
broadcast-hours =
    { $count ->
        [one] около { $count } часа
        [few] около { $count } часов
        [many] около { $count } часов
       *[other] около { $count } часа
    }
button-broadcast-sample = 👁 Прислать мне образец
broadcast-ask =
    { $count ->
        [one] <b>Точно отправить?</b> Сообщение получит { $count } человек.
        [few] <b>Точно отправить?</b> Сообщение получат { $count } человека.
        [many] <b>Точно отправить?</b> Сообщение получат { $count } человек.
       *[other] <b>Точно отправить?</b> Сообщение получат { $count } человека.
    }
button-broadcast-go = ✅ Да, отправить: { $count }
broadcast-planned = ✅ Начнётся сама в это время. Отменить можно здесь или командой /broadcast
broadcast-starting = ✅ Начинаем. Сейчас придёт сообщение: по нему видно, как идёт рассылка.
broadcast-waits = ✅ Начнётся сразу после рассылки, которая идёт сейчас.

broadcast-head = 📣 <b>Рассылка</b> · { $state }
broadcast-state-scheduled = ждёт своего времени
broadcast-state-running = идёт
broadcast-state-paused = приостановлена
broadcast-state-cancelled = отменена
broadcast-state-done = завершена
broadcast-starts = 🕓 Начало: { $moment }
broadcast-quote = <i>{ $words }</i>
broadcast-line = 🕓 { $moment } · { $words }
broadcast-numbers =
    { $bar } { $percent } %
    👥 Всего: { $recipients }
    ✅ Доставлено: { $sent }
    🚫 Заблокировали бота: { $blocked }
    ❓ Неизвестно, дошло ли: { $unknown }
    ⚠️ Не получилось: { $failed }
broadcast-problem = Первая ошибка: { $problem }
broadcast-taken-back = ✖️ Уже не отправляем: { $count }
broadcast-left = ⏳ Осталось: { $number }, ещё { $span }
broadcast-took = ⏱ Заняло { $span }
button-broadcast-pause = ⏸ Приостановить
button-broadcast-resume = ▶️ Продолжить
button-broadcast-cancel = ✖️ Отменить
button-broadcast-cancel-one = ✖️ Отменить: { $moment }
button-broadcast-again = 📤 Отправить ещё раз: { $count }
button-broadcast-new = ✏️ Написать новую
broadcast-cancel-ask = <b>Отменить рассылку?</b> Кто уже получил, у тех она останется. Остальным не отправим.
button-broadcast-stop = ✖️ Да, отменить рассылку
broadcast-again-ask =
    { $count ->
        [one] <b>Отправить ещё раз { $count } человеку?</b> Связь оборвалась, и неизвестно, дошло ли сообщение. Возможно, кому-то оно придёт дважды.
        [few] <b>Отправить ещё раз { $count } людям?</b> Связь оборвалась, и неизвестно, дошло ли сообщение. Возможно, кому-то оно придёт дважды.
        [many] <b>Отправить ещё раз { $count } людям?</b> Связь оборвалась, и неизвестно, дошло ли сообщение. Возможно, кому-то оно придёт дважды.
       *[other] <b>Отправить ещё раз { $count } людям?</b> Связь оборвалась, и неизвестно, дошло ли сообщение. Возможно, кому-то оно придёт дважды.
    }
button-broadcast-resend = 📤 Да, отправить ещё раз
broadcast-already = Это уже сделано.
broadcast-over = Эта рассылка уже закончилась.
broadcast-wait = Сейчас идёт другая рассылка. Подождите, пока она закончится, или отмените её: /broadcast
broadcast-nobody-again = Отправлять уже некому: эти люди отписались или заблокировали бота.
broadcast-dropped = ✖️ Рассылка не началась: её автор больше не модератор. Если она нужна, напишите её заново: /broadcast
broadcast-in-private = Рассылку пишут в личном чате с ботом: отправьте ему там /broadcast. Для этого нужна роль модератора или владельца: /role

audit-broadcast = рассылка
broadcast-note-scheduled = запланирована
broadcast-note-started = началась
broadcast-note-paused = приостановлена
broadcast-note-running = продолжена
broadcast-note-cancelled = отменена
broadcast-note-again = ещё раз отправлена тем, до кого могла не дойти

broadcast-missed = ⏸ Эта рассылка должна была начаться { $moment }, но бот тогда не работал. Она приостановлена. Если она ещё нужна, нажмите ниже «Продолжить», если нет — «Отменить».
broadcast-text-torn = Этот текст пришёл двумя сообщениями: в одно помещается не больше { $limit } знаков. Сократите его и отправьте ещё раз одним сообщением.
broadcast-text-perhaps-torn = Если это был конец вашего длинного текста: сохранилось только его начало. В одно сообщение помещается { $limit } знаков. Вернитесь к тексту, сократите его и отправьте ещё раз.
broadcast-more =
    { $count ->
        [one] … и ещё { $count } рассылка ждёт своего времени.
        [few] … и ещё { $count } рассылки ждут своего времени.
        [many] … и ещё { $count } рассылок ждут своего времени.
       *[other] … и ещё { $count } рассылки ждут своего времени.
    }
