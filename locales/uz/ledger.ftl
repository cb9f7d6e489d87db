# The ledger of an appeal: handlers/ledger.py, handlers/receipts.py, relay/ledger.py, relay/ledger_cards.py, relay/ledger_rulings.py, relay/receipts.py; what-…: one word for pictures

what-received = Keldi
what-transferred = Berildi
what-spent = Sarflandi
what-delivered = Tarqatildi

entry-title = Pul haqida yozuv
entry-what = Nima boʻldi?
entry-what-received = 📥 Pul keldi
entry-what-transferred = 📤 Kasalxona yoki oilaga berildi
entry-what-spent = 🧾 Sarflandi
entry-what-delivered = 📦 Buyum yoki ovqat tarqatildi
entry-amount =
    Summasi qancha? Masalan, shunday yozing: <b>1 500 000 soʻm</b>. Buyumlar boʻlsa, ularning narxini yozing.
entry-currency = Qaysi valyutada?
entry-note =
    Bu nima uchun yoki qayerdan? Bir gap yetarli, masalan: <b>Ikki haftalik dori</b>.

    Buni hamma oʻqiydi. Iltimos, <b>odamlarning ismini, telefon va karta raqamlarini yozmang</b>.
entry-receipt =
    Chek, kvitansiya yoki hisob bormi? <b>Fotosini yoki PDF faylini</b> yuboring yoki “Oʻtkazib yuborish” tugmasini bosing.

    Uni shu holida faqat koʻngillilar koʻradi. Hammaga koʻrsatishdan oldin ism va raqamlarni yopamiz.
entry-day = Bu qaysi kuni boʻldi? Tugmani bosing yoki shunday yozing: 22.11.
entry-preview =
    👀 <b>Hamma shuni oʻqiydi:</b>

    { $answers }

    Avval yozuvni koʻngilli tasdiqlaydi. Shundan keyin u <b>doimiy qoladi</b>: uni oʻzgartirib boʻlmaydi, faqat yangi yozuv bilan tuzatish mumkin.
button-send-entry = ✅ Tekshiruvga yuborish
label-what = Nima boʻldi
label-amount = Summasi
label-currency = Valyutasi
label-note = Nima uchun
label-receipt = Cheki
currency-KZT = tenge ₸
currency-UZS = soʻm
currency-KGS = qirgʻiz somi
currency-TJS = somoniy
currency-RUB = rubl ₽
currency-TRY = lira ₺
currency-USD = dollar $
currency-EUR = yevro €

entry_correction-title = Yozuvni tuzatish
entry_correction-amount =
    <b>Toʻgʻri summa</b> qancha? Farqini emas, summaning oʻzini toʻliq yozing. Umuman boʻlmagan boʻlsa, 0 deb yozing.
entry_correction-note =
    Nimasi notoʻgʻri edi? Bitta gap yozing. Uni hamma oʻqiydi.
entry_correction-preview =
    👀 <b>Yozuv shunday tuzatiladi:</b>

    { $answers }

    Notoʻgʻri yozuv joyida qoladi, tagiga esa farqini koʻrsatadigan yangi yozuv qoʻshiladi. Uni koʻngilli tasdiqlaydi.
button-send-entry_correction = ✅ Tekshiruvga yuborish

ledger-card = 📒 <b>{ $title }</b> · kodi <code>{ $code }</code>
ledger-empty = Hozircha hech narsa yozilmagan.
ledger-left = Qoldi
ledger-line =
    { $number }-yozuv · { $day } · { $kind } <b>{ $sum }</b>{ $receipt ->
        [yes] {" "}🧾
       *[no] {""}
    }
    <i>{ $note }</i>
ledger-line-correction =
    { $number }-yozuv · { $day } · ✏️ { $corrects }-yozuvni tuzatadi: { $kind } <b>{ $sum }</b>
    <i>{ $note }</i>
ledger-waiting = 🕐 { $count } ta yozuv koʻngillining tasdigʻini kutmoqda.
button-ledgerof = 📒 Pul hisobi
button-ledger-add = ➕ Summani yozish
button-ledger-correct = ✏️ { $number }-yozuvni tuzatish
button-ledger-older = ◀️ Oldingilari
button-ledger-newer = Keyingilari ▶️
ledger-which = Hozir kanalda sizning murojaatingiz yoʻq. Boshqa murojaatning kodini bilsangiz, shunday yozing: <code>/ledger K7M4Q</code>
ledger-none-yet = Bu murojaat kanalga chiqmagan, shuning uchun pul haqidagi yozuvlari ham hozircha yoʻq.
ledger-closed = Bu murojaat yopilgan: endi unga pul haqida yozuv qoʻshilmaydi.
ledger-day-wrong = Bu kun toʻgʻri kelmaydi: u kelajakda ham, pul yigʻish boshlanishidan bir haftadan koʻproq oldin ham boʻlmasin. Iltimos, kunni oʻzgartiring.
ledger-too-many = Tasdiqni kutayotgan yozuvlar koʻp: { $limit } ta. Iltimos, koʻngilli ayrimlarini tasdiqlaguncha kutib turing.
ledger-correct-first = Buning oʻzi tuzatish. Iltimos, { $number }-yozuvni tuzating.
ledger-correction-waits = { $number }-yozuvning tuzatilishi koʻngillining tasdigʻini kutmoqda.
ledger-same-currency = Bu yozuvning valyutasi: { $currency }. Iltimos, toʻgʻri summani ham shu valyutada yozing.
ledger-same-sum = U yerda xuddi shu summa turibdi.
ledger-sent = ✅ <b>Yuborildi.</b> Koʻngilli tasdiqlashi bilan yozuv koʻrinadi. Keyingisini shu yerda yozishingiz mumkin: /ledger
ledger-sent-with-receipt = ✅ <b>Yuborildi.</b> Koʻngilli chekni koʻrib, undagi shaxsiy maʼlumotlarni yopadi va yozuvni tasdiqlaydi. Keyingisini shu yerda yozishingiz mumkin: /ledger
ledger-confirmed = ✅ <b>{ $code }:</b> { $kind } { $sum }. Endi bu { $number }-yozuv.
ledger-refused =
    <b>{ $code }:</b> “{ $kind } { $sum }” degan yozuv qabul qilinmadi: { $reason }.

    Qaytadan yozishingiz mumkin: /ledger
ledger-refused-unproven = shunday boʻlganini tasdiqlaydigan hech narsa yoʻq. Iltimos, chekini ham yuboring
ledger-refused-unclear = bu summa nima uchunligi tushunarsiz
ledger-refused-personal = ichida shaxsiy maʼlumot bor. Iltimos, ism va raqamlarni olib tashlang
ledger-refused-duplicate = bunday yozuv bor
ledger-refused-other = koʻngillining fikricha, bir joyi notoʻgʻri

receipt-unreadable = 😔 { $code } murojaati uchun yuborgan chekingiz ochilmadi. Iltimos, uni yana yuboring: <b>foto yoki PDF</b>, hajmi 20 MB dan oshmasin. Boshqa yozganlaringizning hammasi saqlandi.
button-reentry = 📎 Chekni qayta yuborish

# What moderators see

ledger-proposed =
    { $kind } <b>{ $sum }</b> · { $day }
    <i>{ $note }</i>
    Kim yozgan: { $by }
ledger-proposed-correction =
    ✏️ { $number }-yozuvni ({ $kind } { $former }) tuzatadi, farqi <b>{ $sum }</b> · { $day }
    <i>{ $note }</i>
    Kim yozgan: { $by }
ledger-by-organiser = tashkilotchi
ledger-by-volunteer = koʻngilli
ledger-receipt-none = 🧾 Chek yoʻq
ledger-receipt-waiting = 🧾 Chek yuklanmoqda …
ledger-receipt-ready = 🧾 Chek bor. Shaxsiy maʼlumotlarni yopib, «Eʼlon qilish» tugmasini bosmasangiz, uni <b>hech kim koʻrmaydi</b>
ledger-receipt-unreadable = 🧾 Chek ochilmadi, yozgan kishidan boshqasini soʻradik
ledger-receipt-covered = 🧾 Chekni <b>hamma koʻradi</b>, yopilgan katak: { $count } ta
ledger-balance = 💰 Shundan keyin qoladi: <b>{ $sum }</b>
ledger-balance-short = ⚠️ Kelganidan koʻp ketgan boʻlib chiqadi: <b>{ $sum }</b>. Balki kelgan bir summa hali yozilmagandir.
ledger-own = Bu oʻzingizning yozuvingiz yoki oʻzingizning murojaatingiz. Uni boshqa koʻngilli tasdiqlashi kerak.
ledger-for-ever = Tasdiqlangan yozuv doimiy qoladi. Xatosi boʻlsa, tuzatish kiriting: /ledger va murojaatning kodi.
ledger-receipt-waits = Chek hali yuklanmoqda. Iltimos, bir daqiqadan keyin qayta urinib koʻring.
button-receipt-open = 🧾 Chekdagi shaxsiy narsani yopish
receipt-cover = 🧾 <b>{ $code }: shaxsiy maʼlumotlarni yoping</b>: ismlar, karta va telefon raqamlari, manzil, imzo. Katakni bossangiz, u yopiladi yoki ochiladi. “Eʼlon qilish” tugmasi bosilib, yozuv tasdiqlanmaguncha rasmni hech kim koʻrmaydi.
receipt-as-published = 👁 <b>{ $code }: hamma shuni koʻradi.</b> Biror joyda ism yoki raqam qolib ketmadimi?
receipt-published-so = ✅ <b>{ $code }: chek shunday koʻrsatiladi</b>, yopilgan katak: { $count } ta. Yozuv tasdiqlangach, eʼlon qilinadi.
receipt-bare = ❓ <b>{ $code }: hech narsa yopilmagan.</b> Chekda rostdan ham hech qanday shaxsiy maʼlumot, ism yoki raqam yoʻqmi?
receipt-withheld = Chek hech kimga koʻrsatilmaydi.
receipt-changed = Chekni hozirgina boshqa koʻngilli oʻzgartirdi. Iltimos, yana bir qarab chiqing.
receipt-not-there = Bu chekni hozir koʻrib boʻlmaydi.
receipt-gone = 🧾 { $code }: bu yozuv boʻyicha qaror chiqdi, shuning uchun rasmi endi bu yerda yoʻq.
button-receipt-found = 🔎 Topilgan soʻzlarni yopish
button-receipt-all = ■ Hammasini yopish
button-receipt-clear = □ Hammasini ochish
button-receipt-show = 👁 Hammaga qanday koʻrinadi
button-receipt-publish = ✅ Eʼlon qilish
button-receipt-withhold = 🚫 Koʻrsatmaslik
button-receipt-bare = ✅ Ha, shu holida koʻrsatish
button-receipt-back = ◀️ Chekka qaytish

# In the channel, once a day

ledger-head =
    🔐 <b>Pul hisobida { $count } ta yozuv bor.</b> Eng yangisining izi: <code>{ $head }</code>

    Har bir yozuvda oldingisining izi turadi. Eski yozuv oʻzgartirilsa, izlar mos kelmay qoladi: shu satrni saqlab qoʻygan kishi buni isbotlay oladi.{ $pages ->
        [yes] {" "}Har kim tekshira oladi: har bir murojaatning sahifasida barcha yozuvlar bor va qanday tekshirish yozilgan.
       *[no] {""}
    }
