# Inline: handlers/inline.py. Buttons that open the bot, in one line of a phone: at most 42 characters

inline-ask = Кімнің құжаты? Тегі мен атын жазыңыз
inline-more = Тегі мен атын толық жазыңыз
inline-nothing = Әзірге жоқ. 🔔 Табылса, хабар беріңіз
inline-enough = Бүгінге жетеді. 🔔 Табылса, хабар беріңіз
inline-where = { $country } · { $place }, { $day } · коды{"\u00A0"}{ $code }
