# Medical questions: handlers/medical.py, relay/medical.py, relay/referrals.py, relay/medical_care.py

menu-medical = 🩺 Найти врача
words-doctor = врач, врача, врачи, врачей, врачу, доктор, доктора, докторов, доктору, клиника, клинику, больница, больницу, поликлиника, поликлинику, хирург, хирурга, специалист, специалиста, терапевт, терапевта, педиатр, педиатра, стоматолог, стоматолога, гинеколог, гинеколога, кардиолог, кардиолога, невролог, невролога, окулист, окулиста
medical-title = Поиск врача
medical-speciality =
    Какой врач нужен? Нажмите кнопку или <b>напишите своими словами</b>: «врач по сердцу», «болит колено».
medical-city =
    Где искать? Выберите место или напишите город или страну.
medical-patient = Для кого ищете врача?
medical-urgency = Когда нужен врач?
medical-budget = Сколько вы можете заплатить?
medical-words =
    О чём вы хотите спросить людей? Хватит одного-двух предложений.

    Это прочитают все. Пожалуйста, <b>не пишите имён, телефонов и дат рождения</b>.
label-speciality = Какой врач
label-city = Где
label-patient = Для кого
label-urgency = Когда нужен
label-budget = Оплата
patient-adult = для взрослого
patient-child = для ребёнка
medical-patient-adult = 🧑 Для взрослого
medical-patient-child = 👶 Для ребёнка
urgency-now = срочно, сегодня
urgency-days = в ближайшие дни
urgency-later = можно подождать
medical-urgency-now = 🔴 Срочно, сегодня
medical-urgency-days = 🟡 В ближайшие дни
medical-urgency-later = 🟢 Можно подождать
budget-free = только бесплатно
budget-modest = недорого
budget-any = цена не главное
medical-budget-free = Только бесплатно
medical-budget-modest = Недорого
medical-budget-any = Цена не главное
form-speciality-which = Кто из них вам нужен?
form-speciality-unknown = Мы не поняли, какой врач нужен. Напишите по-другому («врач по сердцу», «детский врач») или откройте весь список.
button-all-specialities = 📋 Показать всех врачей

medical-emergency =
    🚑 <b>Если жизнь в опасности, сразу звоните по номеру { $ambulance ->
        [112] 112
       *[other] { $ambulance } или { $all }
    }.</b> Не ждите ответов здесь: сначала скорая.
medical-known =
    💚 <b>Эти врачи уже помогли другим:</b>

    { $cards }

    Кто-нибудь из них вам подходит? Если нет, просто продолжайте ниже.
button-medical-enough = ✅ Этого хватит, спасибо
medical-enough = 💚 Хорошо, мы очень рады. Здоровья вам и вашим близким! Если понадобится ещё: /medical
medical-preview =
    👀 <b>Вот что прочитают все:</b>

    { $card }

    Ваше имя и аккаунт мы никому не показываем. Ответы придут вам сюда.
medical-exposes-contact =
    ⛔ <b>Здесь телефон, ссылка или аккаунт:</b> { $words }
    Пожалуйста, уберите это из вопроса. Тогда его можно будет опубликовать.
medical-exposes-name =
    ⚠️ <b>Похоже, здесь чьё-то имя:</b> { $words }
    Лучше уберите его. Если опубликовать так, вопрос сначала посмотрит волонтёр.
medical-exposes-identity =
    ⚠️ <b>По этому можно узнать, кто болен:</b> { $words }
    Лучше уберите это. Если опубликовать так, вопрос сначала посмотрит волонтёр.
button-send-medical = ✅ Опубликовать
medical-has-contact = В вопросе телефон, ссылка или аккаунт. Пожалуйста, уберите это и опубликуйте снова.
medical-too-many =
    { $limit ->
        [one] Сегодня вы задали { $limit } вопрос, больше за один день нельзя. Пожалуйста, спросите завтра.
        [few] Сегодня вы задали { $limit } вопроса, больше за один день нельзя. Пожалуйста, спросите завтра.
        [many] Сегодня вы задали { $limit } вопросов, больше за один день нельзя. Пожалуйста, спросите завтра.
       *[other] Сегодня вы задали { $limit } вопроса, больше за один день нельзя. Пожалуйста, спросите завтра.
    }
medical-asked =
    🩺 <b>Ваш вопрос опубликован</b>, без вашего имени. Его код: <code>{ $code }</code>

    Как только кто-нибудь посоветует врача, мы напишем вам сюда. Все ваши вопросы: /my
medical-queued = 🩺 Спасибо. Волонтёр проверит ваш вопрос и опубликует его. Мы сообщим вам здесь. Код вопроса: <code>{ $code }</code>
medical-approved = ✅ Ваш вопрос <code>{ $code }</code> опубликован. Ответы придут вам сюда.
medical-rejected =
    Ваш вопрос <code>{ $code }</code> не опубликован: { $reason }.

    Задать его заново можно здесь: /medical
medical-found = 💚 Как хорошо, что помощь нашлась! Вопрос { $code } закрыт. Здоровья вам и вашим близким!
medical-kept = 👍 Хорошо, вопрос { $code } остаётся открытым. Новые ответы придут вам сюда.
medical-close = 💚 Как хорошо, что это помогло! Закрыть вопрос { $code } или вы ещё ищете?
medical-unask = Снять вопрос? Его текст исчезнет из канала.
button-unask = ✖️ Снять вопрос
button-unask-sure = ✖️ Да, снять
medical-unasked = Вопрос { $code } снят, его текста в канале больше нет.
medical-still-looking =
    🩺 <b>{ $title }</b>: вы всё ещё ищете? ({ $code })
button-medical-found = 💚 Врач нашёлся
button-medical-still = 🔎 Ещё ищу
medical-expired =
    🩺 Срок вашего вопроса { $code } истёк. { $count ->
        [0] Никто не смог на него ответить, нам очень жаль.
        [one] На него пришёл { $count } ответ.
        [few] На него пришло { $count } ответа.
        [many] На него пришло { $count } ответов.
       *[other] На него пришло { $count } ответа.
    }{ $helped ->
        [0] {""}
       *[other] {" "}Из них помогло: { $helped }.
    }
medical-expired-known =
    <b>Вот кто уже есть в справочнике:</b>

    { $cards }
button-ask-again = 🔁 Спросить снова

# A question as everybody reads it

question-card =
    🩺 <b>{ $speciality }</b> · { $patient }
    📍 { $place }
    ⏳ { $urgency } · 💰 { $budget }

    { $words }

    🔑 <code>{ $code }</code>
question-past = Вопрос { $code }: его текст больше не хранится.
question-asked =
    <b>Человек ищет хорошего врача:</b>

    { $card }

    Знаете такого? Нажмите кнопку или просто ответьте на это сообщение.
question-gone = Этот вопрос закрыт. Спасибо, что хотели помочь!
question-share-words = Человек ищет хорошего врача. Может быть, вы знаете такого?
question-open = 🟢 опубликован
question-queued = 🕓 его смотрит волонтёр
my-question = 🩺 { $title } · { $code }
my-question-card =
    { $card }

    { $state }
post-question =
    🩺 <b>Кто знает хорошего врача?</b>

    { $card }

    Нажмите кнопку внизу или ответьте в комментариях. Ответ получит тот, кто спрашивает, а его имени не узнает никто.
button-recommend = 🙌 Посоветовать врача
post-question-found = 💚 <b>Врач нашёлся.</b> Спасибо всем, кто помог!
post-question-over = Этот вопрос закрыт. Спасибо всем, кто помог.
digest-title-question = 🩺 <b>Эти люди ищут врача.</b> Знаете хорошего? Нажмите на строчку.
digest-question = • { $what } · { $patient }
digest-question-found = • { $what } 💚 врач нашёлся
digest-question-over = • { $what } · вопрос закрыт
digest-foot-question = Тоже ищете врача? Спросите через бота: вопрос увидят все, а вашего имени не увидит никто.
exposure-contact = телефон, ссылка или аккаунт
exposure-name = чьё-то имя
exposure-identity = видно, кто болен
case-question-first = сначала проверяем каждый вопрос
case-question =
    🩺 <b>Вас ждёт вопрос о враче</b>

    { $card }

    ⚠️ { $why }
kind-question = Вопросы о врачах
mydata-questions = Ваши вопросы о врачах:
