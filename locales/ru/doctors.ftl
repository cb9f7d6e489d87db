# The directory of doctors: handlers/doctors.py, relay/doctors.py

doctors-title = Врачи, которые помогли
doctors-speciality = Какой врач нужен? Нажмите кнопку или напишите своими словами. Можно написать и <b>имя</b> врача или название клиники.
doctors-city = В каком <b>городе</b>? Можно написать и страну: покажем все её города.
doctors-language = На каком языке должен говорить врач?
doctors-found =
    { $head }
    Советуют люди, которым помогли. Всего: { $count }

    { $cards }

    <i>Это слова людей, не реклама и не диагноз. Нажмите на имя, чтобы увидеть телефон.</i>
doctors-named =
    <b>Вот кто нашёлся в справочнике:</b>

    { $cards }
doctors-nothing =
    { $head }

    Здесь пока никого не посоветовали. Посмотрите в другом городе или спросите людей: /medical
doctors-place-unknown = Мы не знаем места «{ $place }», поэтому показываем всё, что есть.
doctors-which-city = Где должен быть врач?
doctors-which-language = На каком языке должен говорить врач? Покажем только тех, о ком это известно.
doctors-everywhere = все города
doctors-csv = Весь справочник, каким его видят все. Кто кого посоветовал, в нём не указано.
button-all-cities = 🌍 Все города
button-any-language = 💬 Любой язык
button-other-city = 📍 Сменить город
button-other-language = 🗣 Выбрать язык

standing-helped =
    { $count ->
        [one] 👍 Помогли { $count } человеку, последний раз: { $when }
       *[other] 👍 Помогли { $count } людям, последний раз: { $when }
    }
standing-helped-long-ago =
    { $count ->
        [one] 👍 Помогли { $count } человеку, но больше года назад: { $when }
       *[other] 👍 Помогли { $count } людям, но больше года назад, последний раз: { $when }
    }
standing-some-old = 🕰 Из них больше года назад: { $count }
standing-paid = ⚠️ Советуют те, кто там работает или получает деньги: { $count }. Их голоса не считаем
standing-nobody = Сейчас никто из пациентов не советует
standing-disputed = 🔎 Кто-то пишет, что здесь неправда. Волонтёры это проверяют

entry-past = Этой записи больше нет в справочнике ({ $code })
entry-gone = Этой записи больше нет в справочнике. Посмотрите, кто ещё есть: /doctors
entry-share-words = { $name }: советуют люди, которым помогли

button-entry-helped = 👍 Мне тоже помогли
button-entry-takeback = ↩️ Забрать свой голос
button-entry-wrong = ✏️ Здесь ошибка
button-entry-correct = ✏️ Исправить
button-entry-about = 🙈 Это обо мне
button-entry-dispute = 🚩 Это неправда
button-entry-hide = 🙈 Да, скрыть
button-entry-card = ↩️ Вернуться к записи
endorse-done = 👍 Спасибо! Ваш голос учтён. Чей он, никто не видит.
endorse-paid = Раньше вы сказали, что работаете там или получаете деньги. Такой голос виден, но не считается.
endorse-taken-back = Ваш голос убран.
doctor-endorse-too-many = На сегодня это всё (можно: { $limit }). Пожалуйста, продолжите завтра.

entry-wrong = <b>{ $name }</b>: что не так?
entry-about-ask =
    <b>Сразу скрыть запись «{ $name }»</b>, потому что она о вас или о вашей клинике? Потом её посмотрит волонтёр.

    Ошибка только в телефоне или в городе? Тогда лучше нажмите «Здесь ошибка», а потом «Исправить».
entry-about-done = 🙈 Запись { $code } скрыта: её больше никто не видит. Волонтёр посмотрит её и напишет вам.
doctor-dispute-too-many = На сегодня это всё (можно: { $limit }). Пожалуйста, продолжите завтра или напишите волонтёрам страницы.

correction-title = Исправление
correction-doctor = Как <b>зовут врача</b>? Сначала фамилия, если вы её знаете.
correction-clinic = Как называется <b>клиника</b>?
correction-city = В каком это <b>городе</b>?
correction-phone = Какой <b>телефон у клиники</b>? Личных номеров, пожалуйста, не пишите.
correction-languages = На каких <b>языках</b> там говорят? Выберите один или напишите несколько: казахский, русский
correction-preview =
    <b>Должно быть так:</b>

    { $answers }

    Сначала исправление проверит волонтёр.
button-send-correction = ✅ Отправить исправление
correction-done = ✅ Спасибо! Волонтёр проверит исправление («{ $name }») и напишет вам.
correction-nobody = Оставьте, пожалуйста, имя врача или название клиники: без них никого не найти.
correction-same = Пока ничего не изменено. Нажмите на то, что неверно, и напишите, как правильно.

dispute-title = Это неправда
dispute-words = Что здесь неправда? Напишите коротко. Прочитают только волонтёры.
dispute-done = ✅ Спасибо. В записи «{ $name }» теперь сказано, что её проверяют. Волонтёр посмотрит её и напишет вам.

case-entry =
    🩺 <b>{ $why }</b>

    { $card }

    <b>Что написали:</b> { $words }
    Запись { $code }
case-correction =
    ✏️ <b>Исправление записи { $code }</b>

    { $card }

    <b>Должно быть:</b>
    { $proposed }
case-duplicate =
    👥 <b>Это одно и то же?</b>

    <b>Новая запись</b> ({ $code }):
    { $card }

    <b>Уже была</b> ({ $other_code }):
    { $other }
entry-said-about = «Это обо мне»: запись скрыта, пока вы не решите
entry-said-untrue = «Это неправда»: в записи сказано, что её проверяют
kind-entry = Записи справочника
kind-correction = Исправления
kind-duplicate = Возможно, один и тот же врач
button-case-remove = 🗑 Убрать
button-case-keep = 👁 Оставить
button-case-merge = 🔗 Одно и то же
button-case-apart = ✖️ Разные
decided-remove = 🗑 Убрано
decided-keep = 👁 Оставлено
decided-merge = 🔗 Объединено
decided-apart = ✖️ Разные
duplicate-decide-first = Об одной из двух записей идёт спор. Сначала решите его, пожалуйста.

entry-removed-told = Записи «{ $name }» ({ $code }) больше нет в справочнике. Спасибо, что сообщили.
entry-kept-told = Волонтёр посмотрел запись «{ $name }» ({ $code }): она остаётся. Если в ней что-то не так, откройте её и нажмите «Здесь ошибка».
correction-approved-told = ✅ Запись «{ $name }» ({ $code }) исправлена. Спасибо!
correction-rejected-told = Ваше исправление («{ $name }», { $code }) не принято: { $reason }.
