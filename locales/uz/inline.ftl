# Inline: handlers/inline.py. Buttons that open the bot, in one line of a phone: at most 42 characters

inline-ask = Kimning hujjati? Familiya va ismni yozing
inline-more = Familiya va ismni toʻliq yozing
inline-nothing = Hali topilmagan. 🔔 Topilsa, xabar bering
inline-enough = Bugunga yetarli. 🔔 Topilsa, xabar bering
inline-where = { $country } · { $place }, { $day } · kod{"\u00A0"}{ $code }
