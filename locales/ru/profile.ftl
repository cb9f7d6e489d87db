# What Telegram shows of the bot: bot/profile.py (name 64, short description 120, description 512 characters)

profile-name = Табылды · найденные и потерянные документы
profile-short = Нашли документ? Потеряли? Напишите фамилию и имя любыми буквами, поможем вернуть. Бесплатно.
profile-description =
    Табылды («нашлось!») возвращает потерянные документы хозяевам в Узбекистане, Казахстане, Кыргызстане, Таджикистане, России и Турции.

    Нашли паспорт? Сообщите за минуту.
    Потеряли? Напишите фамилию и имя любыми буквами. Если документа ещё нет, сообщим, когда он найдётся.

    Бесплатно. Данные зашифрованы: /privacy. Денег мы никогда не берём.

command-found = Сообщить о находке
command-lost = Потерялся документ
command-search = Искать по фамилии
command-medical = Найти хорошего врача
command-doctors = Врачи, которые помогли другим
command-appeal = Попросить о помощи деньгами
command-check = Проверить сбор или карту
command-ledger = Записать деньги моего сбора
command-my = Мои объявления
command-settings = Настройки
command-stop = Больше не присылать новости
command-language = Сменить язык
command-help = Чем мы можем помочь
command-share = Показать мой контакт
command-privacy = Что мы храним и кто это видит
command-mydata = Показать мои данные
command-delete = Стереть всё обо мне
command-cancel = Отменить начатое
