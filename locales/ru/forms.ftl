# What every form says: handlers/questions.py, handlers/forms.py, relay/answers.py

form-step = { $number } из { $total }
form-answer = <b>{ $question }:</b> { $answer }
answer-none = —
answer-kept = без изменений

form-unfinished = Вы начали, но не закончили: «{ $title }». Продолжим?
form-place-which = Подходит несколько мест. Какое из них?
form-finish-first = Вы ещё не ответили на все вопросы. Закончите или отправьте /cancel, потом попробуйте снова.
form-cancelled = Всё отменено, ничего не отправлено. Чтобы начать заново, нажмите кнопку внизу или напишите фамилию и имя.
form-cannot-skip = Без этого ответа не обойтись. Пожалуйста, ответьте или нажмите «Отменить».
form-pick-a-button = Нажмите, пожалуйста, одну из кнопок.
form-use-buttons = Проверьте, пожалуйста, ответы и нажмите кнопку: отправить, изменить или отменить.
form-text-wanted = Здесь, пожалуйста, ответьте словами. Фото не нужны, мы их не храним.
form-name-unreadable = Не получилось прочитать имя. Напишите только фамилию и имя, только буквами, до 80 знаков: сначала фамилия, потом имя.
form-day-unreadable = Не получилось прочитать дату. Напишите её так: 22.11. Она не может быть позже сегодняшнего дня.
form-tail-unreadable = Напишите последние 4 знака номера, например 4821.
form-year-unreadable = Напишите год четырьмя цифрами, например 1987.
form-issue-place-unreadable = Напишите, пожалуйста, город или область, как в документе, а не только учреждение.
form-code-unreadable = В коде 6 цифр, например 402917. Пожалуйста, напишите его ещё раз.
form-text-too-long =
    { $limit ->
        [one] Напишите, пожалуйста, словами, не больше { $limit } знака.
        [few] Напишите, пожалуйста, словами, не больше { $limit } знаков.
        [many] Напишите, пожалуйста, словами, не больше { $limit } знаков.
       *[other] Напишите, пожалуйста, словами, не больше { $limit } знака.
    }
form-no-place-near = Мы не знаем рядом ни пограничного поста, ни вокзала, ни базара. Напишите место словами.
form-place-no-contacts = Здесь, пожалуйста, без телефонов и ссылок. Напишите только место.

button-as-written = Оставить так: { $text }
button-go-on = ▶️ Продолжить
button-drop = 🗑 Не продолжать
button-back = ◀️ Назад
button-skip = Пропустить
button-cancel = ✖️ Отменить
button-keep = ◀️ Оставить как есть
button-save = ✅ Сохранить
button-change = ✏️ { $what }

label-type = Документ
label-country = Страна
label-name = Фамилия и имя
label-place = Место
label-day = День
label-whereabouts = Где сейчас
label-number_tail = Конец номера
label-birth_year = Год рождения
label-issue_place = Где выдан

type-passport = Паспорт
type-id_card = ID-карта, удостоверение
type-driver_licence = Водительские права
type-vehicle_papers = Документы на машину
type-birth_certificate = Свидетельство о рождении
type-migration_card = Миграционная карта
type-student_card = Студенческий билет
type-pension_card = Пенсионное удостоверение
type-other = Другой документ

country-UZ = Узбекистан
country-KZ = Казахстан
country-KG = Кыргызстан
country-TJ = Таджикистан
country-RU = Россия
country-TR = Турция
country-XX = Другая страна

whereabouts-finder = У того, кто нашёл
whereabouts-police = В полиции
whereabouts-border_service = У пограничников
whereabouts-consulate = В консульстве
whereabouts-post_office = На почте
whereabouts-other_place = В другом надёжном месте

day-today = Сегодня
day-yesterday = Вчера
