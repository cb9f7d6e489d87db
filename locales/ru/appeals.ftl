# Appeals for money: handlers/appeals.py, relay/appeals.py, relay/appeal_cards.py, relay/fundraisers.py, relay/appeal_pictures.py

menu-check = 🛡 Проверить сбор
appeal-title = Просьба о помощи
appeal-purpose = На что нужны деньги?
appeal-beneficiary =
    Кому нужна помощь? Напишите <b>имя и фамилию</b>, как в документах, или название села, места.
appeal-consent =
    Можно ли показать имя? Сначала спросите самого человека. За ребёнка решают родители.
appeal-relation = Кем вы приходитесь этому человеку?
appeal-words =
    Что случилось и на что пойдут деньги? Хватит нескольких предложений.

    Это прочитают все. Пожалуйста, <b>не пишите номера карт, телефоны и адреса</b>.
appeal-amount =
    Сколько денег нужно всего? Напишите сумму, например <b>5 000 000 тенге</b>.
appeal-currency = В какой валюте?
appeal-ends =
    До какого дня собираем? Нажмите кнопку или напишите день, например <b>25.12</b>.
appeal-starts = С какого дня начать?
appeal-payee =
    На чей счёт пойдут деньги?

    Нужен счёт <b>того, кому помогаем,</b> или <b>организации</b>: больницы, школы, фонда. Так люди знают, что деньги дойдут.
appeal-payee_name = На чьё <b>имя</b> этот счёт? Напишите так, как его показывает банк.
appeal-how = Как можно отправить деньги?
appeal-details =
    Напишите <b>номер</b>. Мы проверим каждую цифру.

    Если счёт в России, напишите 20 цифр и БИК.
appeal-papers =
    Пришлите <b>фото документов</b>: справку от врача, счёт на оплату, свидетельство. До 10 фото или файлов.

    Их увидят только волонтёры. После сбора мы их удалим.
appeal-papers-held = { $count ->
    [1] ✅ Один файл получен.
    [one] ✅ Получен { $count } файл.
    [few] ✅ Получено { $count } файла.
    [many] ✅ Получено { $count } файлов.
   *[other] ✅ Получено { $count } файла.
  } Пришлите следующий или нажмите <b>Готово</b>.
button-papers-done = ✅ Готово, это всё
answer-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
    [many] { $count } файлов
   *[other] { $count } файла
  }
form-lookup-unreadable = Пришлите код, номер карты, счёт, номер телефона или ссылку.
appeal-papers-enough = { $limit ->
    [one] Уже есть { $limit } файл, больше нельзя. Пожалуйста, нажмите «Готово».
    [few] Уже есть { $limit } файла, больше нельзя. Пожалуйста, нажмите «Готово».
    [many] Уже есть { $limit } файлов, больше нельзя. Пожалуйста, нажмите «Готово».
   *[other] Уже есть { $limit } файла, больше нельзя. Пожалуйста, нажмите «Готово».
  }
appeal-papers-none = Сначала пришлите, пожалуйста, фото хотя бы одного документа.
form-papers-wanted = Пришлите, пожалуйста, документы как фото или файлы.
form-file-wanted = Пришлите фото или файл или нажмите «Пропустить».

purpose-treatment = лечение или операция
purpose-medicine = лекарства
purpose-disaster = после пожара или стихии
purpose-home = жильё
purpose-living = еда и самое нужное
purpose-study = школа или учёба
purpose-burial = похороны
purpose-community = нужды села или общины
consent-initial = имя и одна буква фамилии
consent-full = имя и фамилия полностью
appeal-consent-initial = 👤 Имя и одна буква фамилии
appeal-consent-full = 📢 Имя и фамилия полностью
appeal-consent-none = ✖️ Согласия пока нет
relation-family = семья
relation-friend = друзья
relation-neighbour = соседи или знакомые
relation-organisation = организация, которая помогает
relation-self = помощь нужна самому организатору
appeal-relation-family = 👪 Мы одна семья
appeal-relation-friend = 🤝 Мы друзья
appeal-relation-neighbour = 🏘 Мы соседи или знакомые
appeal-relation-organisation = 🏛 Работаю в организации помощи
appeal-relation-self = 🙋 Помощь нужна мне
ends-14 = 2 недели
ends-30 = месяц
ends-60 = 2 месяца
ends-90 = 3 месяца
starts-today = сегодня
payee-recipient = того, кому помогаем
payee-organisation = организации
payee-mine = мой собственный
how-card = карта
how-iban = IBAN
how-account = счёт в России
how-phone = номер телефона
label-purpose = На что
label-beneficiary = Кому
label-consent = Как показать имя
label-relation = Кто вы
label-ends = Последний день
label-starts = Первый день
label-payee = Чей счёт
label-payee_name = Имя на счёте
label-how = Как отправить
label-details = Номер
label-papers = Документы

form-amount-number = Не получилось прочитать сумму. Напишите её цифрами, например 5 000 000 тенге.
form-amount-too-much = Столько собрать не получится. Пожалуйста, проверьте нули.
form-amount-nothing = Сумма должна быть больше нуля.
form-amount-two = Здесь две суммы. Пожалуйста, напишите одну.
form-deadline-unreadable =
    { $limit ->
        [one] Напишите день начиная с сегодняшнего, не дальше { $limit } дня вперёд, например 25.12.
        [few] Напишите день начиная с сегодняшнего, не дальше { $limit } дней вперёд, например 25.12.
        [many] Напишите день начиная с сегодняшнего, не дальше { $limit } дней вперёд, например 25.12.
       *[other] Напишите день начиная с сегодняшнего, не дальше { $limit } дня вперёд, например 25.12.
    }
appeal-days-wrong =
    { $limit ->
        [one] Дни больше не подходят. Последний день должен быть после первого, самое большее через { $limit } день. Пожалуйста, измените его.
        [few] Дни больше не подходят. Последний день должен быть после первого, самое большее через { $limit } дня. Пожалуйста, измените его.
        [many] Дни больше не подходят. Последний день должен быть после первого, самое большее через { $limit } дней. Пожалуйста, измените его.
       *[other] Дни больше не подходят. Последний день должен быть после первого, самое большее через { $limit } дня. Пожалуйста, измените его.
    }
form-details-card-length = В номере карты 16 цифр, иногда от 12 до 19. Пожалуйста, посмотрите на карту ещё раз.
form-details-card-letters = В номере карты только цифры. Пожалуйста, напишите его ещё раз.
form-details-card-check = Одна цифра неверна. Пожалуйста, сверьте номер с картой, цифру за цифрой.
form-details-card-system = Так не начинается ни одна известная нам карта. Пожалуйста, проверьте первые цифры.
form-details-iban-length = IBAN слишком короткий или длинный: в Казахстане в нём 20 знаков, в Турции 26. Пожалуйста, проверьте ещё раз.
form-details-iban-letters = Здесь есть лишний знак: в IBAN только латинские буквы и цифры. Пожалуйста, напишите ещё раз.
form-details-iban-check = Один знак неверен. Пожалуйста, сверьте IBAN с приложением банка, знак за знаком.
form-details-iban-country = IBAN начинается с двух букв страны, например KZ или TR. Пожалуйста, проверьте начало.
form-details-account-length = В номере счёта 20 цифр. Напишите их, а следом БИК: 9 цифр.
form-details-account-letters = Пожалуйста, только цифры: 20 цифр счёта и 9 цифр БИК.
form-details-account-bank = БИК банка не указан или неверен: в нём 9 цифр, и начинается он с 04 или 01. Пожалуйста, напишите его после счёта.
form-details-account-correspondent = Это счёт самого банка. Пожалуйста, напишите счёт человека или организации: 20 цифр и БИК.
form-details-account-check = Одна цифра неверна, в счёте или в БИК. Пожалуйста, сверьте оба, цифру за цифрой.
form-details-phone-country = Такой номер может быть в разных странах. Пожалуйста, напишите его с кодом страны, например +7 701 …
form-details-phone-phone = На этот номер деньги отправить нельзя. Пожалуйста, напишите номер телефона с кодом страны, например +7 701 …

appeal-needs-consent = Без согласия человека мы не можем показать сбор. Спросите его самого, а если это ребёнок, его родителей, и возвращайтесь: /appeal
appeal-not-own-account = Деньги не могут идти на счёт самого организатора: это и вас бережёт от подозрений. Укажите счёт того, кому помогаем, или организации: больницы, школы, фонда. Помощь нужна вам? Тогда выберите счёт организации.
appeal-unwanted-military = На военное мы не собираем. На лечение, еду или жильё здесь можно попросить в любое время.
appeal-unwanted-politics = На партии и политику мы не собираем. Для семьи, которой нужна помощь, здесь можно попросить в любое время.
appeal-unwanted-loan = На кредиты и долги мы не собираем. Если за ними болезнь или другая беда, попросите об этом: тут помочь можно.
appeal-no-contacts = Это читают все. Пожалуйста, уберите номера карт, телефоны и ссылки: о счёте мы спросим отдельно.
appeal-too-many = На сегодня хватит (не больше { $limit }). Пожалуйста, возвращайтесь завтра.
appeal-one-at-a-time = У вас уже есть сбор: { $code }. Когда он закончится, можно попросить снова. Он здесь: /my
appeal-owes-outcome = Сначала расскажите, пожалуйста, чем закончился сбор { $code }: люди ждут. Он здесь: /my. Потом можно попросить снова.
appeal-details-taken = Этот счёт указан в другом сборе, а каждому нужен свой. Если это одна семья, напишите волонтёрам.
appeal-details-same = Это те же реквизиты, что и сейчас. Ничего не изменилось.

appeal-preview =
    👀 <b>Вот что прочитают все:</b>

    { $card }

    { $papers ->
        [one] 📎 { $papers } документ, только для волонтёров.
        [few] 📎 { $papers } документа, только для волонтёров.
        [many] 📎 { $papers } документов, только для волонтёров.
       *[other] 📎 { $papers } документа, только для волонтёров.
    }
    Два волонтёра всё проверят и позвонят. Потом сбор выйдет в канале.
button-send-appeal = ✅ Отправить на проверку
appeal-queued =
    ✅ <b>Отправлено.</b> Код <code>{ $code }</code>.

    Место в очереди: <b>{ $place }</b>. Два волонтёра посмотрят документы и позвонят тому, кому нужна помощь. Сборов мы показываем немного, чтобы каждый заметили. Как идут дела: /my
appeal-place = 🕐 Место в очереди: <b>{ $place }</b>
appeal-approved =
    ✅ <b>Два волонтёра проверили сбор { $code }.</b> Он выйдет в канале, как только подойдёт очередь. Место в очереди: <b>{ $place }</b>.
appeal-approval-undone = 🕐 Сбор { $code } смотрят ещё раз. Как только решат, мы напишем.
appeal-refusal-undone = 🕐 Сбор { $code } смотрят ещё раз. Как только решат, мы напишем.
appeal-opened =
    📣 <b>Сбор { $code } вышел в канале.</b>

    Теперь записывайте каждую сумму, которая пришла или ушла, с чеком: /ledger. Этому люди и верят.
appeal-too-late = Нам жаль: сбор { $code } не успел выйти до последнего дня, перед ним были другие. Можно попросить заново: /appeal
appeal-refused-organiser = Мы не можем показать сбор { $code }. Причина: { $why }. Если что-то изменится, попросите заново: /appeal
appeal-cancelled-organiser =
    ⛔ <b>Волонтёры остановили сбор { $code }.</b>

    Почему: { $why }
    Что будет с деньгами: { $money }
appeal-refused-unproven = не удалось подтвердить то, что написано
appeal-refused-unclear = не до конца понятно, что нужно
appeal-refused-unwanted = на такое мы не собираем
appeal-refused-duplicate = такой сбор уже есть
appeal-refused-other = так решили волонтёры

appeal-card =
    <b>{ $title }</b>
    { $words }

    🎯 { $goal }, до { $ends }
    💳 { $payee }
    Код <code>{ $code }</code>
appeal-past = Сбор <code>{ $code }</code>
appeal-state-queued = 🕐 Проверяем. Пожалуйста, пока ничего не отправляйте.
appeal-state-approved = ✅ Проверен двумя волонтёрами, ждёт своей очереди.
appeal-state-open = ✅ Проверен двумя волонтёрами. Открыт до { $ends }.
appeal-state-frozen = ⏸ <b>Пожалуйста, пока ничего не отправляйте.</b> Проверяем новые реквизиты.
appeal-state-ended = 🏁 Сбор окончен { $day }. Пожалуйста, больше не отправляйте деньги. Итог расскажем здесь.
appeal-state-closed = ❤️ Сбор окончен. Итог рассказали { $day }.
appeal-state-refused = ⛔ Этот сбор мы не показали.
appeal-state-withdrawn = Организатор передумал и снял сбор.
appeal-state-cancelled = ⛔ Волонтёры остановили сбор { $day }. Не отправляйте деньги.
appeal-why-cancelled = Почему: { $why }
    Деньги, которые уже прислали: { $money }
appeal-why-refused = Почему: { $why }
appeal-line-queued = на проверке
appeal-line-approved = ждёт очереди
appeal-line-open = открыт
appeal-line-frozen = приостановлен
appeal-line-ended = ждём итога
appeal-line-closed = закрыт
appeal-line-refused = отклонён
appeal-line-cancelled = остановлен
my-appeal = 🤲 { $title } · { $state } · { $code }
appeal-converted = { $sums } (≈ { $whole }, курс на { $day }, { $source })

post-appeal =
    🤲 <b>{ $title }</b>

    { $words }

    🎯 Нужно: <b>{ $goal }</b>
    💚 Пришло: <b>{ $raised }</b> ({ $percent } %)
    🗓 До { $ends }
    💳 { $payee }{ $changed ->
        [yes] {" "}· изменено
       *[no] {""}
    }

    ✅ Проверили два волонтёра · <code>{ $code }</code>
post-appeal-frozen =
    🤲 <b>{ $title }</b>

    { $state }

    { $words }

    💚 Пришло: <b>{ $raised }</b> из { $goal } ({ $percent } %) · <code>{ $code }</code>
post-appeal-over =
    🤲 <b>{ $title }</b>

    { $state }

    💚 Пришло: <b>{ $raised }</b> · <code>{ $code }</code>
news-appeal =
    🤲 <b>{ $title }</b>

    { $words }

    🎯 { $goal }, до { $ends }
    ✅ Проверили два волонтёра · <code>{ $code }</code>
digest-title-appeal = 🤲 <b>Им нужна помощь</b>
digest-appeal = • { $what } · { $percent } %
digest-appeal-over = • { $what } · сбор окончен
button-copy-card = 💳 Скопировать номер карты
button-copy-iban = 🏦 Скопировать IBAN
button-copy-account = 🏦 Скопировать счёт
button-copy-phone = 📱 Скопировать номер телефона
button-check = 🛡 Проверить
button-page = 📒 Посмотреть все суммы
button-appeal-open = 🤲 Узнать, как помочь
button-story-of = 🖼 Получить картинку
appeal-share-words = Нужна помощь: { $title }. Проверено двумя людьми.
appeal-story = 🖼 Картинка для сторис. Код на ней ведёт на сбор { $code }.
appeal-gone = Этот сбор сейчас не открыт. Проверить код или карту: /check

picture-goal = из { $goal }
picture-percent = { $percent } %
picture-days = { $days ->
    [one] день остался
    [few] дня осталось
    [many] дней осталось
   *[other] дня осталось
  }
picture-entries = Последние записи
picture-no-entries = Первая сумма появится здесь.
picture-foot = Сначала проверьте: @{ $bot } · { $code }
picture-scan = Наведите камеру: проверить и помочь
picture-frozen = Пауза: проверяем новые реквизиты
picture-ended = Сбор окончен: больше не отправляйте
picture-closed = Сбор окончен, итог известен
picture-cancelled = Остановлен волонтёрами
picture-refused = Сбор отклонён
picture-withdrawn = Сбор снят

button-unappeal = 🗑 Снять сбор
button-unappealed = 🗑 Да, снять
appeal-unask = Снять сбор { $code }? Тогда его никто не увидит.
appeal-unasked = Сбор { $code } снят. Попросить заново можно в любое время: /appeal
button-endappeal = 🏁 Закончить сбор
button-endedappeal = 🏁 Да, закончить
appeal-end-ask = Закончить сбор { $code }? Денег больше не попросим. Потом нужно будет рассказать, чем всё закончилось.
appeal-ended =
    🏁 <b>Сбор { $code } окончен.</b> Спасибо за каждую записанную сумму.

    Теперь расскажите, пожалуйста, чем всё закончилось: люди помогли и хотят знать.
appeal-not-going = Этот сбор уже не открыт.
button-newpayee = 💳 Сменить счёт
button-oldpayee = ↩️ Оставить прежний счёт
payee_change-title = Другой счёт
payee_change-payee = Чей это новый счёт?
payee_change-payee_name = На чьё <b>имя</b> новый счёт? Напишите так, как его показывает банк.
payee_change-how = Как можно отправить деньги?
payee_change-details =
    Напишите новый <b>номер</b>. Мы проверим каждую цифру.

    Если счёт в России, напишите 20 цифр и БИК.
payee_change-papers = Пришлите фото, по которому видно почему: письмо банка, новый договор. Его увидят только волонтёры.
payee_change-preview =
    👀 <b>Новый счёт:</b>

    { $answers }

    Как только отправите, <b>в посте попросим людей подождать</b>. Два волонтёра проверят счёт, и под постом появится сообщение о замене.
button-send-payee_change = ✅ Отправить на проверку
appeal-change-queued = ⏸ Сбор { $code } приостановлен. Два волонтёра проверят новый счёт, и сбор продолжится. Мы вам напишем.
appeal-change-waits = Новый счёт уже проверяют. Пожалуйста, подождите или оставьте прежний: /my
appeal-change-withdrawn = ✅ Сбор { $code } продолжается с прежним счётом.
appeal-change-accepted = ✅ Сбор { $code } продолжается с новым счётом.
appeal-change-refused = Сбор { $code } продолжается с прежним счётом. Новый принять не получилось: { $reason }
appeal-change-begun =
    ⏸ <b>{ $title }: пожалуйста, пока ничего не отправляйте.</b>
    Организатор просит сменить счёт. Его проверяют два волонтёра. <code>{ $code }</code>
appeal-change-done =
    💳 <b>{ $title }: счёт изменился.</b>
    Теперь только сюда: { $payee }
    Проверили два волонтёра. Пожалуйста, не отправляйте на прежний счёт. <code>{ $code }</code>
appeal-change-declined =
    ✅ <b>{ $title }: сбор продолжается, счёт прежний.</b> <code>{ $code }</code>

appeals-list = 🤲 <b>Сборы</b>
appeals-none = Нет ни сборов в очереди, ни открытых.
button-cancelappeal = ⛔ Остановить и объяснить
appeal-in-private = Пожалуйста, продолжите в личном чате с ботом: там есть где написать.
cancellation-title = Остановка сбора
cancellation-why = Почему сбор остановлен? Это прочитают все. Одно-два предложения.
cancellation-money = Что будет с деньгами, которые уже прислали? Это прочитают все.
cancellation-preview =
    👀 <b>Вот что прочитают все:</b>

    { $answers }
button-send-cancellation = ⛔ Остановить сбор
label-money = Деньги
appeal-cancelled = ⛔ Сбор { $code } остановлен. В посте сказано почему.
appeal-organiser-left = 🤲 Организатор сбора { $code } больше не с нами. Денег сбор больше не просит. Пожалуйста, проследите, чтобы итог рассказали: /appeals
case-paper-wiped = Документ сбора { $code } удалён.
appeal-cancel-own = Это ваш собственный сбор: завершить его должен другой волонтёр. Или расскажите его итог.
