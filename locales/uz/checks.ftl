# Checks: handlers/checks.py, relay/checks.py, relay/check_cards.py, handlers/inline.py (inline-check-…: one line of a phone, at most 42 characters)

check-title = Tekshirish
check-looked_up =
    Sizdan kimdir pul soʻrayaptimi? Avval bizdan soʻrang. Quyidagilardan birini yuboring:

    🔑 murojaatning kodi, masalan <code>K7M4Q</code>
    💳 pul yuborish soʻralgan karta, hisob yoki telefon raqami
    🔗 murojaatning havolasi

    Nimani tekshirganingizni hech qayerda saqlamaymiz.
check-too-many = Bugunga yetarli: siz { $limit } marta tekshirdingiz. Iltimos, ertaga davom eting. Shubhangiz boʻlsa, hozircha pul yubormang.
button-check-again = 🔎 Yana tekshirish
button-check-yourself = 🔎 Oʻzingiz tekshiring

# What was asked about

check-what-appeal = murojaat { $code }
check-what-code = murojaatning kodi
check-what-link = havola

# The verdict, and what everybody may know of the appeal

checked-open =
    { $asked ->
        [details] ✅ <b>Rekvizitlar toʻgʻri.</b> Ularni ikki koʻngilli tekshirgan. Pul yigʻish davom etyapti.
       *[other] ✅ <b>Bu murojaat haqiqiy.</b> Uni ikki koʻngilli tekshirgan. Pulni faqat quyidagi rekvizitlarga yuboring: ism va raqamlarni solishtiring.
    }
checked-waiting = ⏸ <b>Iltimos, hozircha pul yubormang.</b> Bizga shunday murojaat kelgan, lekin u hali ochilmagan. Avval uni ikki koʻngilli tekshiradi.
checked-frozen = ⏸ <b>Iltimos, kutib turing, hozircha hech narsa yubormang.</b> Tashkilotchi boshqa rekvizitlar berdi, hozir ularni ikki koʻngilli tekshiryapti.
checked-proposed = ⏸ <b>Iltimos, bu yerga hozircha pul yubormang.</b> Bu rekvizitlar hali tasdiqlanmagan: ularni ikki koʻngilli tekshiryapti.
checked-ended = 🏁 <b>Pul yigʻish tugadi: { $day }. Iltimos, endi pul yubormang.</b> Tashkilotchi natijasini hali aytib berishi kerak.
checked-closed = 🏁 <b>Pul yigʻish tugadi, iltimos, endi pul yubormang.</b> Tashkilotchi natijasini aytib berdi ({ $day }).
checked-cancelled =
    ⛔ <b>Koʻngillilar pul yigʻishni toʻxtatdi: { $day }. Pul yubormang.</b>
    Sababi: { $why }
    Yuborib boʻlingan pul nima boʻladi: { $money }
checked-refused =
    ⛔ <b>Biz bu murojaatni qabul qilmadik. Pul yubormang.</b>
    Sababi: { $why }
checked-withdrawn = ⛔ <b>Tashkilotchi bu murojaatni qaytarib oldi. Pul yubormang.</b>
checked-changed = ⛔ <b>Bu yerga endi pul yubormang.</b> Bu rekvizitlar eskirgan: tashkilotchi ularni almashtirgan ({ $day }).
checked-mismatch = ⛔ <b>Bu yerga pul yubormang.</b> Xabarda { $code } kodi aytilgan, lekin u murojaatning rekvizitlari boshqa.
checked-unknown =
    { $asked ->
        [details] ⚠️ <b>Biz bu rekvizitlarni bilmaymiz.</b> Bizning nomimizdan bu yerga pul yuborishni soʻrashsa, yubormang. Tashkilotchidan murojaat kodini soʻrab, shu yerda tekshiring.
        [link] ⚠️ <b>Bu havola bizdagi hech bir murojaatga olib bormaydi.</b> Hozircha pul yubormang. Tashkilotchidan murojaat kodini soʻrab, shu yerda tekshiring.
       *[code] ⚠️ <b>Bizda bunday kodli murojaat yoʻq.</b> Hozircha pul yubormang. Kodni solishtirib, qayta yuboring.
    }
checked-unreadable =
    🔢 <b>Raqamning bir xonasi tushib qolgan yoki xato.</b> Har bir raqamini solishtirib, qayta yuboring. Hozircha pul yubormang.

    20 xonali hisob raqamini bankning BIK kodi bilan birga yuboring.
checked-nothing = 🤔 <b>Biz buni tekshira olmaymiz.</b> Murojaat kodini (beshta harf va raqam) yoki karta, hisob yoxud telefon raqamini yuboring. Hozircha pul yubormang.
check-right = Bu murojaatning toʻgʻri rekvizitlari:
check-ends = 📅 oxirgi kun: { $day }
check-changed = 🔁 rekvizitlar almashgan kun: { $day }

# In any chat

check-short-good = ✅ Tekshirildi: hammasi toʻgʻri
check-short-wait = ⏸ Hozircha pul yubormang
check-short-over = 🏁 Pul yigʻish tugadi
check-short-stop = ⛔ Pul yubormang
check-short-unknown = ⚠️ Bu bizga tanish emas
inline-check = 🛡 Botda oʻzingiz tekshiring
inline-check-more = Raqamni toʻliq va xatosiz yozing
inline-check-enough = Bugunga tekshirish yetarli

# Where a copy of an appeal came from, for moderators

clone-where-comment = post ostidagi izohlarda
clone-where-private = botga shaxsiy xabarda (balki xabarni faqat uzatgan)
clone-where-appeal = yangi murojaatda
