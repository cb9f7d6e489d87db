# Inline: handlers/inline.py. Buttons that open the bot, in one line of a phone: at most 42 characters

inline-ask = Чей документ? Напишите фамилию и имя
inline-more = Напишите фамилию и имя полностью
inline-nothing = Пока не нашли. 🔔 Сообщить, когда найдут
inline-enough = На сегодня всё. 🔔 Сообщить, когда найдут
inline-where = { $country } · { $place }, { $day } · код{"\u00A0"}{ $code }
