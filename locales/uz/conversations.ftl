# Conversations: handlers/conversations.py, relay/conversations.py, relay/lines.py

side-finder = topgan kishi
side-owner = hujjat egasi
attachment-photo = 🖼 rasm
attachment-voice = 🎤 ovozli xabar
attachment-location = 📍 lokatsiya
attachment-video = 🎬 videoyozuv
attachment-document = 📄 fayl
my-conversation = 💬 { $code } · { $who }

conversation-opened-owner =
    🎉 <b>Toʻgʻri keldi: bu hujjat sizniki!</b>

    { $card }

    Endi topgan kishiga men orqali yozishingiz mumkin. Akkauntingiz ham, raqamingiz ham bir-biringizga koʻrinmaydi. Odamlar bor joyda uchrashing va <b>oldindan pul bermang</b>.
conversation-opened-finder =
    🎉 <b>{ $code } hujjatining egasi topildi</b>, u hujjat oʻziniki ekanini isbotladi.

    { $card }

    Endi bir-biringizga men orqali yozishingiz mumkin. Akkauntingiz ham, raqamingiz ham bir-biringizga koʻrinmaydi. Odamlar bor joyda uchrashing. Hujjatni berayotganda egasidan kodni soʻrang.
conversation-card-owner =
    💬 <b>Siz va topgan kishi</b>

    { $card }
conversation-card-finder =
    💬 <b>Siz va hujjat egasi</b>

    { $card }
conversation-resumed-owner =
    ▶️ <b>Davom etishingiz mumkin</b>: koʻngilli koʻrib chiqdi.

    { $card }
conversation-resumed-finder =
    ▶️ <b>Davom etishingiz mumkin</b>: koʻngilli koʻrib chiqdi.

    { $card }

button-write = ✍️ Yozish
button-show-code = 🔢 Qaytarish kodini koʻrish
button-type-code = 🤝 Hujjatni egasiga beryapman
button-hand-in = 🏛 Idoraga topshirdim
button-share-contact = 📱 Kontaktimni berish
button-money = 💸 Mendan pul soʻrashyapti
button-complain = 🚩 Shikoyat qilish
button-stop = ⏹ Tugatish
button-ask-volunteer = 🛡 Koʻngillini chaqirish
button-answer = ✍️ Javob yozish
button-done = ✔️ Yozib boʻldim

talk-owner = ✍️ Endi yuborganlaringiz <b>{ $code } hujjatini topgan kishiga</b> boradi: matn, rasm, ovozli xabar, lokatsiya.
talk-finder = ✍️ Endi yuborganlaringiz <b>{ $code } hujjatining egasiga</b> boradi: matn, rasm, ovozli xabar, lokatsiya.
talk-left = Yaxshi. Endi yozganlaringiz yana menga keladi.

line-from-finder = 💬 <b>Topgan kishi · { $code }</b>
line-from-owner = 💬 <b>Hujjat egasi · { $code }</b>
line-warning = ⚠️ Bu xabarda havola, raqam yoki karta bor. Hech qachon oldindan pul bermang.

held-ask =
    ✋ Xabaringizda havola, telefon raqami yoki karta raqami bor. Men uni <b>hali yubormadim</b>.

    Oldindan pul soʻragan odam deyarli har doim firibgar boʻladi. Baribir yuboraymi?
button-anyway = 📤 Baribir yuborish
button-unsent = ✖️ Yubormaslik
held-sent = 📤 Yuborildi.
held-dropped = ✖️ Yuborilmadi.

conversation-wait = Yuborilmadi: iltimos, avval javobni kuting. Taxminan { $minutes } daqiqadan keyin yana yozishingiz mumkin.
conversation-only = Yuborilmadi: men matn, rasm, ovozli xabar va lokatsiyani yetkaza olaman. Fayl va stikerlarni yetkaza olmayman.
conversation-frozen = Hozir hech narsa yetkazilmaydi: suhbatni koʻngilli koʻrib chiqyapti. Natijasini shu yerda aytamiz.
conversation-over = Bu suhbat tugagan. Ochiq turganlari: /my
conversation-gone = Bu sizning suhbatingiz emas. Ochiq turganlari: /my
conversation-frozen-notice = ⏸ { $code } haqidagi suhbat toʻxtatib turildi: uni koʻngilli koʻrib chiqyapti. Iltimos, bizdan xabar kelguncha hech kimga hujjat ham, pul ham bermang.
conversation-stopped = ⏹ Suhbatdoshingiz { $code } haqidagi suhbatni tugatdi.
conversation-left = ⏹ Suhbatdoshingiz Tabyldydan chiqib ketdi. { $code } haqidagi suhbat tugadi.
conversation-silent = ⏹ { $code } haqida ikki hafta hech kim yozmadi, shuning uchun suhbat yopildi. Eʼlon yana ochiq.
conversation-absent = 🔇 { $code } boʻyicha suhbatdoshingizga hozir xabar yetmayapti: u botni toʻxtatgan. Yozganlaringiz uni kutib turadi.
conversation-ended-by-moderator = ⏹ Koʻngilli { $code } haqidagi suhbatni tugatdi.
conversation-undone = ↩️ Koʻngilli { $code } haqidagi qarorini bekor qildi. Iltimos, kuting va hozircha hech narsa bermang.

share-ask = Suhbatdoshingiz Telegram akkauntingizni koʻrsinmi? Shunda u sizga toʻgʻridan toʻgʻri yoza oladi yoki qoʻngʻiroq qila oladi. Keyin buni qaytarib boʻlmaydi. ({ $code })
share-done = 📱 Tayyor: endi suhbatdoshingiz akkauntingizni koʻradi.
share-received = 📱 Toʻgʻridan toʻgʻri yozishingiz mumkin: { $contact } ({ $code }). Kontaktini sizga oʻzi berdi.
share-which = Kontaktingizni kimga beraylik?
share-nobody = Hozir hech kim bilan suhbatingiz yoʻq, shuning uchun kontaktingizni beradigan odam ham yoʻq.
button-share-sure = 📱 Ha, berilsin
stop-ask = { $code } haqidagi suhbatni tugatasizmi? Buni suhbatdoshingizga aytamiz.
stop-done = ⏹ Suhbat tugadi.
button-stop-sure = ⏹ Ha, tugatilsin
money-ask = Sizdan pul soʻrashdimi? { $code } haqidagi suhbatni darhol toʻxtatamiz va koʻngillini chaqiramiz, u suhbatdagi oxirgi xabarlarni oʻqiydi.
money-done = ⏸ Suhbat toʻxtatib turildi, koʻngilli chaqirildi. Hech qanday pul bermang. Natijasini shu yerda aytamiz.
button-money-sure = 💸 Ha, koʻngilli chaqirilsin
complain-ask = Bu suhbatni ({ $code }) koʻngilli koʻrib chiqsinmi? U suhbatdagi oxirgi xabarlarni oʻqiydi.
complain-done = 🚩 Koʻngilli chaqirildi. Natijasini shu yerda aytamiz.
button-complain-sure = 🚩 Ha, koʻngilli chaqirilsin
complaint-again = Koʻngilli allaqachon chaqirilgan. Iltimos, biroz kuting.
