# Moderation: handlers/moderation.py, relay/moderation.py, relay/cases.py, relay/case_cards.py, relay/troubles.py

case-review =
    🕐 <b>Вас ждёт новое объявление</b>

    { $card }
    Фамилия и имя полностью: <code>{ $name }</code>
case-claim =
    🙋 <b>Кто-то говорит: это мой документ</b>

    { $card }
    Фамилия и имя полностью: <code>{ $name }</code>
    Секретные данные: { $facts }

    <b>Тот, кто откликнулся:</b> { $claimant }
    <b>Тот, кто нашёл:</b> { $finder }
case-dispute =
    ⚖️ <b>Двое говорят: это мой документ</b>

    { $card }
    Фамилия и имя полностью: <code>{ $name }</code>

    <b>Первый</b> (секретные данные: { $first_facts }): { $first }
    <b>Второй</b> (секретные данные: { $second_facts }): { $second }
    <b>Тот, кто нашёл:</b> { $finder }
case-money =
    💸 <b>«У меня просят деньги»</b>. Кто сообщает: { $who }. Переписка приостановлена.

    Объявление { $code }
    <b>О каком сообщении речь:</b> { $line }
    <b>Последние сообщения:</b>
    { $lines }
case-complaint =
    🚩 <b>Жалоба</b>. Кто жалуется: { $who }. Переписка продолжается.

    Объявление { $code }
    <b>О каком сообщении речь:</b> { $line }
    <b>Последние сообщения:</b>
    { $lines }
case-absence =
    🔇 <b>Собеседник пропал</b>. Кто сообщает: { $who }.

    Объявление { $code }
    <b>Последние сообщения:</b>
    { $lines }
case-about_me =
    🙈 <b>«Это обо мне»</b>: объявление скрыто, пока вы не решите.

    { $card }
    Фамилия и имя полностью: <code>{ $name }</code>
case-story =
    ❤️ <b>Строчка благодарности для канала</b> ({ $code })

    { $words }
case-appeal =
    🤲 <b>Сбор должны проверить двое</b>

    { $card }
    Имя полностью: <code>{ $beneficiary }</code> (показать: { $consent })
    Организатор: { $relation } · начало: { $starts }
    Чей счёт: <code>{ $proposed }</code>

    { $checks }
case-change =
    💳 <b>Новый счёт должны проверить двое.</b> В посте людей просят подождать.

    { $card }
    Имя полностью: <code>{ $beneficiary }</code>
    Сейчас: <code>{ $former }</code>
    Новый: <code>{ $proposed }</code>

    { $checks }
case-ledger =
    📒 <b>Новая запись в учёте денег</b>

    { $card }

    { $entry }
    { $receipt }
    { $balance }
case-outcome =
    ❤️ <b>Итог сбора</b>

    { $card }

    { $sums }
    { $explained }

    { $words }
case-clone =
    ⚠️ <b>Похоже на копию сбора { $code } с другим счётом</b>

    Кто-то написал { $where }:
    { $words }

    Счёт в этом сообщении: <code>{ $details }</code>
    Верно только это:
    { $card }
case-check = { $sign } { $what }: { $who }
case-approvals = <b>Одобрили:</b> { $who }
case-paper = 📎 Документ сбора { $code }. Только для вас.
case-no-papers = Документы уже удалены.
approve-twice = Вы уже одобрили. Вторым должен быть другой волонтёр.
approve-own = Это ваш собственный сбор. Его должны проверить двое других.
approve-none = Вы ещё не одобряли.
approve-check-first = Сначала отметьте всё, что проверили сами. Каждый из двоих проверяет отдельно.
check-papers = документы посмотрели
check-called = позвонили тому, кому нужна помощь
check-payee = сверили имя и счёт
check-place = спросили в больнице, школе или учреждении
button-check-papers = 📄 Документы проверены
button-check-called = 📞 Звонок сделан
button-check-payee = 💳 Счёт сверен
button-check-place = 🏥 Место проверено
button-papers = 📎 Показать документы
button-unvouch = ↩️ Забрать своё одобрение
case-asked = <b>Вопрос:</b> { $words }
case-answered = <b>Ответ:</b> { $words }
case-hint = <i>Чтобы спросить человека, ответьте на это сообщение.</i>
case-decided = <b>{ $decision }</b> · { $name } · { $time }
case-past = { $kind } · { $code } · { $decision }
facts-fit = совпадают
facts-unproven = не подтверждены

button-case-approve = ✅ Одобрить
button-case-reject = ✖️ Отклонить …
button-case-connect = 🤝 Соединить их
button-case-refuse = ✖️ Документ чужой
button-case-first = 1️⃣ Это документ первого
button-case-second = 2️⃣ Это документ второго
button-case-neither = ✖️ Не первого и не второго
button-case-resume = ▶️ Пусть продолжают
button-case-end = ⏹ Завершить переписку
button-case-close = ✖️ Оставить скрытым
button-case-show = 👁 Показать снова
button-case-publish = 📣 Опубликовать в канале
button-case-drop = ✖️ Не публиковать
button-case-fraud = 🚫 Обман: заблокировать навсегда
button-case-harmless = ✅ Ничего страшного
button-more = ⋯ Ещё
button-undo = ↩️ Отменить решение
button-hide = 🙈 Скрыть объявление
button-ban-week = 🚫 Заблокировать на 7 дней
button-ban-forever = 🚫 Заблокировать навсегда
button-ban-shadow = 👻 Заблокировать незаметно
button-ban-lift = 🕊 Снять блокировку

decided-approve = ✅ Одобрено
decided-reject = ✖️ Отклонено
decided-connect = 🤝 Соединили
decided-refuse = ✖️ Документ чужой
decided-first = 1️⃣ Документ первого
decided-second = 2️⃣ Документ второго
decided-neither = ✖️ Не первого и не второго
decided-resume = ▶️ Продолжается
decided-end = ⏹ Завершено
decided-close = ✖️ Остаётся скрытым
decided-show = 👁 Снова показано
decided-publish = 📣 В канале
decided-drop = ✖️ Не опубликовано
decided-fraud = 🚫 Обман, заблокирован автор
decided-harmless = ✅ Ничего страшного
decided-settled = 🔚 Решилось само

reason-unclear = Непонятно, пусть напишет снова
reason-not_a_document = Не документ
reason-personal = Слишком много личного
reason-duplicate = Уже было
reason-advert = Реклама
reason-unproven = Не удалось подтвердить
reason-unwanted = На такое не собираем
reason-other = Другая причина
rejected-unclear = не всё понятно. Пожалуйста, напишите ещё раз, чуть точнее
rejected-not_a_document = похоже, оно не о документе
rejected-personal = в нём слишком много личного. Пожалуйста, не пишите номера, адреса и контакты
rejected-duplicate = об этом уже сообщали
rejected-advert = это похоже на рекламу. Пожалуйста, напишите без скидок, цен и приглашений
rejected-unproven = это не удалось подтвердить. Пожалуйста, добавьте то, что это подтверждает
rejected-unwanted = на такое мы не собираем
rejected-other = волонтёру показалось, что в нём что-то не так

review-approved-finder = ✅ Ваше объявление <code>{ $code }</code> опубликовано. Спасибо вам!
review-rejected-finder =
    Ваше объявление <code>{ $code }</code> не опубликовано: { $reason }.

    Отправить снова можно здесь: /found
decision-undone = ↩️ Волонтёр отменил решение ({ $code }) и посмотрит ещё раз. Подождите, пожалуйста, немного.
about-me-finder = Ваше объявление <code>{ $code }</code> снято: об этом попросил человек, которого оно касается. Если документ ещё у вас, пожалуйста, сдайте его в полицию или в консульство.
moderator-asks =
    🛡 <b>Волонтёр спрашивает о документе { $code }:</b>

    { $words }
answer-title = Ответ волонтёру
answer-words = Напишите ответ. Прочитают его только волонтёры.
answer-done = ✅ Спасибо, мы передали ваш ответ волонтёру.

button-about-me = 🙈 Это обо мне
about-me-ask =
    <b>Сразу скрыть объявление { $code }</b>, потому что оно о вас? Потом его посмотрит волонтёр.

    Это ваш потерянный документ? Тогда лучше нажмите «Это мой документ».
button-about-me-sure = 🙈 Да, скрыть
about-me-done = 🙈 Объявление { $code } скрыто: его больше никто не видит. Теперь его посмотрит волонтёр.
about-me-too-many =
    { $limit ->
        [one] Сегодня вы { $limit } раз нажали «Это обо мне», больше за один день нельзя. Пожалуйста, напишите волонтёрам страницы.
        [few] Сегодня вы { $limit } раза нажали «Это обо мне», больше за один день нельзя. Пожалуйста, напишите волонтёрам страницы.
        [many] Сегодня вы { $limit } раз нажали «Это обо мне», больше за один день нельзя. Пожалуйста, напишите волонтёрам страницы.
       *[other] Сегодня вы { $limit } раза нажали «Это обо мне», больше за один день нельзя. Пожалуйста, напишите волонтёрам страницы.
    }

banned = Вы больше не можете пользоваться ботом. Что мы о вас храним: /mydata. Стереть это: /delete
banned-until = Вы не можете пользоваться ботом до { $day }. Что мы о вас храним: /mydata. Стереть это: /delete
banned-toast = Сейчас вы не можете пользоваться ботом.
ban-lifted = Вы снова можете пользоваться ботом.
ban-done = Готово.
ban-nobody = Здесь некого блокировать.
ban-none = Блокировки нет, снимать нечего.

case-decided-already = Это уже решено.
case-undone-already = Это решение уже отменили.
case-moved-on = За это время всё изменилось: так уже нельзя.
case-already-claimed = С тем, кто нашёл, уже соединили другого человека. Сначала завершите ту переписку или нажмите «Документ чужой».
case-nobody-to-ask = Спросить здесь уже некого.
undo-late = Отменить решение можно только в течение 5 минут. Они уже прошли.
undo-impossible = За это время всё изменилось: отменить уже нельзя.
not-an-owner = Давать роли могут только владельцы страницы (первые указаны в OWNER_IDS).

queue = <b>Ждут вашего решения:</b>
queue-empty = Никто не ждёт. Хорошего дня!
queue-line = • { $kind }: { $count }
queue-reminder =
    { $count ->
        [one] ⏰ { $count } обращение ждёт больше суток. Смотрите: /queue
        [few] ⏰ { $count } обращения ждут больше суток. Смотрите: /queue
        [many] ⏰ { $count } обращений ждут больше суток. Смотрите: /queue
       *[other] ⏰ { $count } обращения ждут больше суток. Смотрите: /queue
    }
kind-review = Объявления
kind-claim = «Это мой документ»
kind-dispute = Споры
kind-money = Просят деньги
kind-complaint = Жалобы
kind-absence = Пропавшие собеседники
kind-about_me = «Это обо мне»
kind-story = Строчки благодарности
kind-appeal = Сборы
kind-change = Смена счёта
kind-ledger = Записи учёта
kind-outcome = Итоги
kind-clone = Копии сборов

role-help =
    <b>Роли</b>
    Владелец страницы отвечает здесь на сообщение помощника: <code>/role moderator</code>, <code>/role courier</code>, <code>/role owner</code> или <code>/role none</code>. Можно и с id в Telegram: <code>/role 1234567 courier</code>.
    Курьер, который привёз документ, пишет боту код объявления и код хозяина: <code>K7M4Q 123456</code>.
role-given = ✅ Записано: { $role }.
role-unreadable = Напишите так: /role moderator, /role courier, /role owner или /role none в ответ на сообщение помощника. Или с id в Telegram: /role 1234567 courier
role-owner = Владелец страницы
role-moderator = Модератор
role-courier = Курьер
role-none = без роли

audit = <b>Последние действия</b>
audit-empty = Пока ничего не было.
audit-line = { $time } · { $name } · { $done } · { $note } · { $code }
audit-opened = открыто
audit-decided = решено
audit-undone = отменено
audit-asked = задан вопрос
audit-answered = получен ответ
audit-banned = блокировка
audit-pardoned = блокировка снята
audit-role = дана роль
audit-sent_again = отправлено ещё раз
audit-timetable = расписание
audit-vouched = одобрено
audit-ended = сбор остановлен
audit-rate = курс валюты

trouble-unknown =
    ❓ Связь оборвалась, когда публиковалось объявление { $code }. Пожалуйста, посмотрите в канале: оно там?

    Если его нет, отправьте ещё раз.
trouble-unknown-digest =
    ❓ Связь оборвалась, когда публиковалась подборка ({ $code }). Пожалуйста, посмотрите в канале: она там?

    Если её нет, отправьте ещё раз.
trouble-undeliverable =
    ⚠️ Не получилось опубликовать объявление { $code }: { $problem }

    Проверьте, что бот назначен администратором канала и может публиковать, потом отправьте ещё раз.
trouble-undeliverable-digest =
    ⚠️ Не получилось опубликовать подборку ({ $code }): { $problem }

    Проверьте, что бот назначен администратором канала и может публиковать, потом отправьте ещё раз.
trouble-overtaken = Подборка ({ $code }) вышла заново, а о прежней неизвестно, вышла ли она. Пожалуйста, посмотрите в канале: если этих объявлений там два раза, удалите более раннюю подборку.
trouble-settled = С этим уже разобрались.
trouble-resent = 📤 Отправлено ещё раз.
trouble-left = Оставлено как есть.
button-send-again = 📤 Отправить ещё раз
button-leave = Оставить как есть
trouble-delete = Объявление { $code } закрыто, но неизвестно, вышло ли оно в канале. Пожалуйста, посмотрите в канале и удалите его, если оно там.
trouble-frozen = Новый счёт сбора { $code } проверяют, но неизвестно, вышел ли его пост в канале. Пожалуйста, посмотрите в канале: если пост там, удалите его, чтобы никто не отправил деньги по старому счёту.
trouble-notice = ℹ️ Старое уведомление о документе { $code } в личном чате не удалось ни изменить, ни удалить: { $problem }
