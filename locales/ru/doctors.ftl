# The directory of doctors: handlers/doctors.py, relay/doctors.py

doctors-title = Врачи, которые помогли
doctors-speciality = Какой врач нужен? Нажмите или напишите своими словами. Можно написать и <b>имя</b> врача или название клиники.
doctors-city = В каком <b>городе</b>? Напишите страну, чтобы увидеть её всю.
doctors-language = На каком языке должен говорить врач?
doctors-found =
    { $head }
    { $count ->
        [one] { $count } запись: рекомендуют люди, которым помогли:
        [few] { $count } записи: рекомендуют люди, которым помогли:
       *[other] { $count } записей: рекомендуют люди, которым помогли:
    }

    { $cards }

    <i>Это слова людей, не реклама и не диагноз. Нажмите на имя, чтобы увидеть телефон.</i>
doctors-named =
    <b>В справочнике так зовут:</b>

    { $cards }
doctors-nothing =
    { $head }

    Здесь пока никого не порекомендовали. Посмотрите в другом городе или спросите людей: /medical
doctors-place-unknown = Места «{ $place }» я не знаю, поэтому показываю всё, что есть.
doctors-which-city = Где должен быть врач?
doctors-which-language = На каком языке должен говорить врач? Показываю тех, о ком это известно.
doctors-everywhere = все города
doctors-csv = Весь справочник, как его видят все. Кто рекомендует, в нём не сказано.
button-all-cities = 🌍 Все города
button-any-language = 💬 Любой язык
button-other-city = 📍 Другой город
button-other-language = 🗣 Язык

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
standing-paid = ⚠️ Работают там или получают деньги: { $count }. Их слово не считаем
standing-nobody = Сейчас никто из пациентов не рекомендует
standing-disputed = 🔎 Кто-то пишет, что здесь неправда. Волонтёры проверяют

entry-past = Записи больше нет в справочнике ({ $code })
entry-gone = Этой записи больше нет в справочнике. Посмотрите, кто ещё есть: /doctors
entry-share-words = { $name }: здесь помогли людям из нашего сообщества

button-entry-helped = 👍 Мне тоже помогли
button-entry-takeback = ↩️ Забрать своё слово
button-entry-wrong = ✏️ Здесь ошибка
button-entry-correct = ✏️ Исправить
button-entry-about = 🙈 Это обо мне
button-entry-dispute = 🚩 Это неправда
button-entry-hide = 🙈 Да, скрыть
button-entry-card = ↩️ Назад к карточке
endorse-done = 👍 Спасибо! ваше слово учтено. Чьё оно, никто не видит.
endorse-paid = Раньше вы сказали, что работаете там или получаете деньги. Такое слово видно, но оно не считается.
endorse-taken-back = ваше слово убрано.
doctor-endorse-too-many = На сегодня это всё (можно: { $limit }). Пожалуйста, продолжите завтра.

entry-wrong = <b>{ $name }</b>: что не так?
entry-about-ask =
    <b>Скрыть «{ $name }» прямо сейчас</b>, потому что это о вас или о вашей клинике? Волонтёр посмотрит после этого.

    Неверен только телефон или город? Тогда лучше нажмите «Здесь ошибка», а потом «Исправить».
entry-about-done = 🙈 Запись { $code } скрыта: её больше никто не видит. Волонтёр посмотрит её и напишет вам.
doctor-dispute-too-many = На сегодня это всё (можно: { $limit }). Пожалуйста, продолжите завтра или напишите волонтёрам страницы.

correction-title = Исправление
correction-doctor = Как <b>зовут врача</b>? Сначала фамилия, если вы её знаете.
correction-clinic = Как называется <b>клиника</b>?
correction-city = В каком это <b>городе</b>?
correction-phone = Какой <b>телефон у клиники</b>? Личных номеров, пожалуйста, не пишите.
correction-languages = На каких <b>языках</b> там говорят? Нажмите один или напишите несколько: казахский, русский
correction-preview =
    <b>Должно быть так:</b>

    { $answers }

    Перед изменением посмотрит волонтёр.
button-send-correction = ✅ Отправить исправление
correction-done = ✅ Спасибо! Волонтёр посмотрит исправление («{ $name }») и напишет вам.
correction-nobody = Оставьте, пожалуйста, имя врача или название клиники: без них никого не найти.
correction-same = Пока ничего не изменено. Нажмите на то, что неверно, и напишите, как правильно.

dispute-title = Это неправда
dispute-words = Что здесь неправда? Напишите коротко. Прочитают только волонтёры.
dispute-done = ✅ Спасибо. На карточке «{ $name }» теперь написано, что её проверяют. Волонтёр посмотрит и напишет вам.

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
entry-said-untrue = «Это неправда»: на записи написано, что её проверяют
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

entry-removed-told = «{ $name }» ({ $code }) больше нет в справочнике. Спасибо, что написали.
entry-kept-told = Волонтёр посмотрел «{ $name }» ({ $code }): запись остаётся. Если в ней ошибка, откройте её и нажмите «Исправить».
correction-approved-told = ✅ Запись «{ $name }» ({ $code }) исправлена. Спасибо!
correction-rejected-told = Исправление («{ $name }», { $code }) не принято: { $reason }.
