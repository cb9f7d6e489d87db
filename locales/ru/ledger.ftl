# The ledger of an appeal: handlers/ledger.py, handlers/receipts.py, relay/ledger.py, relay/ledger_cards.py, relay/ledger_rulings.py, relay/receipts.py; what-…: one word for pictures

what-received = Пришло
what-transferred = Передано
what-spent = Потрачено
what-delivered = Роздано

entry-title = Запись о деньгах
entry-what = Что произошло?
entry-what-received = 📥 Пришли деньги
entry-what-transferred = 📤 Передали больнице или семье
entry-what-spent = 🧾 Потратили
entry-what-delivered = 📦 Раздали вещи или еду
entry-amount =
    Какая сумма? Напишите, например: <b>150 000 тенге</b>. Для вещей напишите, сколько они стоили.
entry-currency = В какой валюте?
entry-note =
    На что эти деньги или откуда они? Хватит одного предложения, например: <b>Лекарства на две недели</b>.

    Это прочитают все. Пожалуйста, <b>не пишите имён, номеров телефонов и карт</b>.
entry-receipt =
    Есть чек, квитанция или счёт? Пришлите <b>фото или PDF</b> или нажмите «Пропустить».

    Целиком его увидят только волонтёры. Имена и номера закроем, прежде чем показать его всем.
entry-day = В какой день это было? Нажмите кнопку или напишите дату так: 22.11.
entry-preview =
    👀 <b>Вот что прочитают все:</b>

    { $answers }

    Сначала запись подтвердит волонтёр. После этого она <b>останется навсегда</b>: изменить её нельзя, можно только исправить новой записью.
button-send-entry = ✅ Отправить на проверку
label-what = Что произошло
label-amount = Сумма
label-currency = Валюта
label-note = На что
label-receipt = Чек
currency-KZT = тенге ₸
currency-UZS = сум
currency-KGS = сом
currency-TJS = сомони
currency-RUB = рубль ₽
currency-TRY = лира ₺
currency-USD = доллар $
currency-EUR = евро €

entry_correction-title = Исправление записи
entry_correction-amount =
    Какая сумма <b>правильная</b>? Напишите её целиком, а не разницу. Если её не было, напишите 0.
entry_correction-note =
    Что было не так? Одно предложение. Его прочитают все.
entry_correction-preview =
    👀 <b>Вот как исправится запись:</b>

    { $answers }

    Ошибочная запись останется на месте, а под ней появится новая, на разницу. Её подтвердит волонтёр.
button-send-entry_correction = ✅ Отправить на проверку

ledger-card = 📒 <b>{ $title }</b> · код <code>{ $code }</code>
ledger-empty = Пока ничего не записано.
ledger-left = Осталось
ledger-line =
    № { $number } · { $day } · { $kind } <b>{ $sum }</b>{ $receipt ->
        [yes] {" "}🧾
       *[no] {""}
    }
    <i>{ $note }</i>
ledger-line-correction =
    № { $number } · { $day } · ✏️ к № { $corrects }: { $kind } <b>{ $sum }</b>
    <i>{ $note }</i>
ledger-waiting =
    { $count ->
        [one] 🕐 { $count } запись ждёт волонтёра.
        [few] 🕐 { $count } записи ждут волонтёра.
        [many] 🕐 { $count } записей ждут волонтёра.
       *[other] 🕐 { $count } записи ждут волонтёра.
    }
button-ledgerof = 📒 Учёт денег
button-ledger-add = ➕ Записать сумму
button-ledger-correct = ✏️ Исправить № { $number }
button-ledger-older = ◀️ Раньше
button-ledger-newer = Позже ▶️
ledger-which = У вас сейчас нет сбора в канале. Знаете код сбора? Напишите так: <code>/ledger K7M4Q</code>
ledger-none-yet = Этого сбора ещё нет в канале, поэтому и записей о деньгах пока нет.
ledger-closed = Этот сбор закрыт: новых записей о его деньгах больше не делают.
ledger-day-wrong = День не подходит: он не может быть в будущем или раньше чем за неделю до начала сбора. Пожалуйста, измените день.
ledger-too-many = Записей, которые ждут волонтёра, уже { $limit }. Пожалуйста, подождите, пока волонтёр подтвердит хотя бы часть.
ledger-correct-first = Это уже исправление. Пожалуйста, исправьте саму запись № { $number }.
ledger-correction-waits = Исправление записи № { $number } уже ждёт волонтёра.
ledger-same-currency = Запись сделана в валюте { $currency }. Пожалуйста, напишите правильную сумму в ней же.
ledger-same-sum = Именно эта сумма там и стоит.
ledger-sent = ✅ <b>Отправлено.</b> Запись появится, как только её подтвердит волонтёр. Следующую можно сделать здесь: /ledger
ledger-sent-with-receipt = ✅ <b>Отправлено.</b> Волонтёр посмотрит чек, закроет на нём личное и подтвердит запись. Следующую можно сделать здесь: /ledger
ledger-confirmed = ✅ <b>{ $code }:</b> { $kind } { $sum }. Это теперь запись № { $number }.
ledger-refused =
    <b>{ $code }:</b> запись «{ $kind } { $sum }» не принята: { $reason }.

    Сделать её заново можно здесь: /ledger
ledger-refused-unproven = ничего не подтверждает, что так и было. Пожалуйста, приложите чек
ledger-refused-unclear = непонятно, на что эта сумма
ledger-refused-personal = в ней есть личное. Пожалуйста, уберите имена и номера
ledger-refused-duplicate = такая запись уже есть
ledger-refused-other = волонтёру показалось, что в ней что-то не так

receipt-unreadable = 😔 Чек к сбору { $code } не открылся. Пожалуйста, пришлите его ещё раз: <b>фото или PDF</b> не больше 20 МБ. Всё остальное, что вы написали, сохранилось.
button-reentry = 📎 Прислать чек ещё раз

# What moderators see

ledger-proposed =
    { $kind } <b>{ $sum }</b> · { $day }
    <i>{ $note }</i>
    Кто записал: { $by }
ledger-proposed-correction =
    ✏️ Исправляет № { $number } ({ $kind } { $former }), разница <b>{ $sum }</b> · { $day }
    <i>{ $note }</i>
    Кто записал: { $by }
ledger-by-organiser = организатор
ledger-by-volunteer = волонтёр
ledger-receipt-none = 🧾 Чека нет
ledger-receipt-waiting = 🧾 Чек загружается …
ledger-receipt-ready = 🧾 Чек есть. Его <b>никто не увидит</b>, пока вы не закроете на нём личное и не нажмёте «Опубликовать»
ledger-receipt-unreadable = 🧾 Чек не открылся, автора попросили прислать другой
ledger-receipt-covered =
    { $count ->
        [one] 🧾 Чек <b>увидят все</b>, закрыта { $count } клетка
        [few] 🧾 Чек <b>увидят все</b>, закрыты { $count } клетки
        [many] 🧾 Чек <b>увидят все</b>, закрыто { $count } клеток
       *[other] 🧾 Чек <b>увидят все</b>, закрыто { $count } клетки
    }
ledger-balance = 💰 После этого останется: <b>{ $sum }</b>
ledger-balance-short = ⚠️ Ушло бы больше, чем пришло: <b>{ $sum }</b>. Возможно, какая-то сумма ещё не записана.
ledger-own = Это ваша собственная запись или ваш сбор. Подтвердить должен другой волонтёр.
ledger-for-ever = Подтверждённая запись остаётся навсегда. Если в ней ошибка, внесите исправление: /ledger и код сбора.
ledger-receipt-waits = Чек ещё загружается. Пожалуйста, попробуйте через минуту.
button-receipt-open = 🧾 Закрыть личное на чеке
receipt-cover = 🧾 <b>{ $code }: закройте личное</b>: имена, номера карт и телефонов, адреса, подписи. Нажатие закрывает клетку или открывает её. Картинку никто не увидит, пока вы не нажмёте «Опубликовать» и запись не подтвердят.
receipt-as-published = 👁 <b>{ $code }: вот что увидят все.</b> Не осталось ли где-нибудь имени или номера?
receipt-published-so =
    { $count ->
        [one] ✅ <b>{ $code }: чек покажем так</b>, закрыта { $count } клетка, как только запись подтвердят.
        [few] ✅ <b>{ $code }: чек покажем так</b>, закрыты { $count } клетки, как только запись подтвердят.
        [many] ✅ <b>{ $code }: чек покажем так</b>, закрыто { $count } клеток, как только запись подтвердят.
       *[other] ✅ <b>{ $code }: чек покажем так</b>, закрыто { $count } клетки, как только запись подтвердят.
    }
receipt-bare = ❓ <b>{ $code }: ничего не закрыто.</b> На чеке точно нет ничего личного, ни имени, ни номера?
receipt-withheld = Чек никому не покажем.
receipt-changed = Чек только что изменил другой волонтёр. Пожалуйста, посмотрите ещё раз.
receipt-not-there = Этот чек сейчас посмотреть нельзя.
receipt-gone = 🧾 { $code }: по этой записи уже решили, поэтому картинки здесь больше нет.
button-receipt-found = 🔎 Закрыть найденные слова
button-receipt-all = ■ Закрыть всё
button-receipt-clear = □ Открыть всё
button-receipt-show = 👁 Как увидят все
button-receipt-publish = ✅ Опубликовать
button-receipt-withhold = 🚫 Не показывать
button-receipt-bare = ✅ Да, показать как есть
button-receipt-back = ◀️ Вернуться к чеку

# In the channel, once a day

ledger-head =
    { $count ->
        [one] 🔐 <b>В учёте денег { $count } запись.</b>
        [few] 🔐 <b>В учёте денег { $count } записи.</b>
        [many] 🔐 <b>В учёте денег { $count } записей.</b>
       *[other] 🔐 <b>В учёте денег { $count } записи.</b>
    } Отпечаток самой новой: <code>{ $head }</code>

    Каждая запись несёт отпечаток предыдущей. Если изменить старую запись, отпечатки не сойдутся: кто сохранил эту строчку, сможет это доказать.{ $pages ->
        [yes] {" "}Проверить может каждый: на странице каждого сбора есть все записи и написано, как это сделать.
       *[no] {""}
    }
