# Reposts and digests: relay/digests.py, relay/items.py

digest-title-find = 🙌 <b>Bu hujjatlar egasini kutmoqda</b>
digest-title-over = 🕊 <b>Bu eʼlonlar yopilgan</b>
digest-title-watch = 🔎 <b>Bu hujjatlarni egalari qidirmoqda.</b> Birini topdingizmi? Ustiga bosing.
digest-place = 📍 { $place }
digest-find = • <b>{ $name }</b> · { $what }, { $day }
digest-watch = • <b>{ $name }</b> · { $what }
digest-claimed = • { $what }: egasi topildi 🤝
digest-returned = • { $what } ❤️ egasiga qaytdi
digest-closed = • { $what } · yopildi
digest-expired = • { $what } · eʼlon muddati tugadi
digest-foot-find = Hujjatingizni tanidingizmi? Ustiga bosing. Yoki botga familiya va ismingizni yozing: oʻzi qidiradi.
digest-foot-watch = Siz ham hujjat yoʻqotdingizmi? Botga familiya va ismingizni yozing: oʻzi qidiradi.
digest-foot-over = Hujjat yoʻqotdingizmi? Botga familiya va ismingizni yozing: oʻzi qidiradi.
digest-moved = ➡️ Bu eʼlonlar endi kanalning pastida. { $link }
digest-look = Hujjatimni qidirish
