# Moderation: handlers/moderation.py, relay/moderation.py

review-card =
    🕐 <b>Вас ждёт новое объявление</b>

    { $card }
    Фамилия и имя полностью: <code>{ $name }</code>
button-approve = ✅ Опубликовать
button-reject = ✖️ Отклонить
review-approved = ✅ Объявление { $code } опубликовано.
review-rejected = ✖️ Объявление { $code } отклонено. Мы написали тому, кто нашёл.
review-decided = Это уже решено.
review-approved-finder = ✅ Ваше объявление <code>{ $code }</code> опубликовано. Спасибо вам!
review-rejected-finder = Ваше объявление <code>{ $code }</code> не опубликовано: волонтёру показалось, что в нём что-то не так. Пожалуйста, проверьте и отправьте снова: /found

trouble-unknown =
    ❓ Связь оборвалась, когда публиковалось объявление { $code }. Пожалуйста, посмотрите в канале: оно там?

    Если его нет, отправьте ещё раз.
trouble-undeliverable =
    ⚠️ Не получилось опубликовать объявление { $code }: { $problem }

    Проверьте, что бот назначен администратором канала и может публиковать, потом отправьте ещё раз.
trouble-settled = С этим уже разобрались.
trouble-resent = 📤 Отправлено ещё раз.
trouble-left = Оставлено как есть.
button-send-again = 📤 Отправить ещё раз
button-leave = Оставить как есть
