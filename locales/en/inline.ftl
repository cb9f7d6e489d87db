# Inline: handlers/inline.py. Buttons that open the bot, in one line of a phone: at most 42 characters

inline-ask = Whose document? Type surname and name
inline-more = Type the surname and the name in full
inline-nothing = Not found yet. 🔔 Tell me when it is
inline-enough = Enough for today. 🔔 Tell me if it is found
inline-where = { $country } · { $place }, { $day } · code{"\u00A0"}{ $code }
