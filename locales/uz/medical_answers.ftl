# Answers to medical questions: handlers/medical_answers.py, relay/medical_answers.py, relay/medical_cards.py

recommend-title = Shifokor tavsiya qilish
recommend-doctor = <b>Shifokorning ism-familiyasini</b> yozing. Faqat klinikasini bilsangiz, oʻtkazib yuboring.
recommend-clinic = Qaysi <b>klinika yoki kasalxona</b>? Shifokorning ismi yetarli boʻlsa, oʻtkazib yuboring.
recommend-city = Qaysi shaharda?
recommend-phone = <b>Klinikaning telefon raqami</b> qanday? Iltimos, shaxsiy raqamlarni yozmang.
recommend-why = Nima uchun tavsiya qilyapsiz? Bir gap yetarli: nimani davoladi, odamlarga munosabati qanday.
recommend-paid = U yerda ishlaysizmi yoki buning uchun pul olasizmi?
recommend-languages = U yerda bemorlar bilan qaysi tillarda gaplashishadi? Bittasini tanlang yoki bir nechtasini yozing.
label-doctor = Shifokor
label-clinic = Klinika
label-phone = Telefon
label-why = Nima uchun
label-paid = Ishlaysizmi
label-languages = Tillari
recommend-paid-no = 🙂 Yoʻq, yordam bermoqchiman
recommend-paid-yes = 💼 Ishlayman yoki pul olaman
spoken-kk = qozoqcha
spoken-ru = ruscha
spoken-uz = oʻzbekcha
spoken-ky = qirgʻizcha
spoken-tg = tojikcha
spoken-tr = turkcha
spoken-en = inglizcha
form-phone-unreadable = Raqamni tushunmadik. Uni kodi bilan yozing, masalan: +7 727 250 00 00, yoki oʻtkazib yuboring.
form-label-unreadable = Ism yoki nomni harflar bilan yozing: koʻpi bilan { $limit } ta belgi.
form-label-no-contacts = Bu yerga faqat ism yoki nomni yozing: raqam va havola kerak emas. Telefonini alohida soʻraymiz.
form-languages-unknown = Iltimos, shu tillardan birini yoki bir nechtasini yozing yoxud oʻtkazib yuboring.
recommend-preview =
    <b>Iltimos, tekshirib koʻring</b>

    { $answers }

    Buni soʻragan kishiga yetkazamiz. U sizning kimligingizni koʻrmaydi.
button-send-recommend = ✅ Yuborish
recommend-nobody = Shifokorning ismini yoki klinikaning nomini yozing: busiz hech kim topa olmaydi.
recommend-too-many = Bir kunda koʻpi bilan { $limit } ta javob berish mumkin. Rahmat! Iltimos, ertaga davom eting.
recommend-thanks = 🙏 <b>Rahmat!</b> { $code } savoliga javobingizni soʻragan kishiga yetkazamiz. Yordami tegsa, sizga aytamiz.
recommend-queued = 🙏 <b>Rahmat!</b> { $code } savoliga javobingizni avval koʻngilli koʻrib chiqadi, keyin yetkazamiz.
recommend-dose = 💊 Dori va uning miqdori haqidagi soʻzlarni olib tashladik: buni faqat bemorni koʻrgan shifokor ayta oladi. Qolganini yetkazamiz.
answer-dose = 💊 Yordam bermoqchi boʻlganingiz uchun rahmat! Dori va uning miqdori haqidagi maslahatlarni yetkazmaymiz: biriga foyda qilgani boshqasiga zarar qilishi mumkin. Yaxshisi, biror shifokorni tavsiya qiling.
answer-more = 🙏 <b>Rahmat!</b> Yozganlaringizni yetkazdik ({ $code }). Shifokorning ismi va shahrini ham qoʻsha olasizmi? Shunda uni boshqalar ham topadi.
answer-queued-more = 🙏 <b>Rahmat!</b> Yozganlaringizni avval koʻngilli koʻrib chiqadi ({ $code }). Shifokorning ismi va shahrini ham qoʻsha olasizmi? Shunda uni boshqalar ham topadi.
button-complete = ✍️ Shifokor ismini qoʻshish
answer-own = Bu oʻzingizning savolingiz.
answer-gone = Bu javob endi yoʻq.
answer-past = Bu javob endi saqlanmaydi.
answer-withdrawn = ↩️ Koʻngilli { $code } savoliga berilgan bir javobni qaytarib oldi.
answer-arrived =
    🙌 <b>Sizga shifokor tavsiya qilishdi</b> ({ $code })

    { $card }

    Iltimos, avval u yerga qoʻngʻiroq qiling. Sizga yozgan hech kimga oldindan pul bermang.
answer-reply-arrived =
    💬 <b>Savolingizga javob keldi</b> ({ $code })

    { $card }
answer-doctor = 👩‍⚕️ <b>{ $doctor }</b>
answer-clinic = 🏥 { $clinic }
answer-place = 📍 { $place }
answer-phone = ☎️ { $phone }
answer-languages = 🗣 { $languages }
answer-why = 💬 { $why }
answer-paid = ⚠️ Buni yozgan kishi oʻsha yerda ishlaydi yoki buning uchun pul oladi.
button-answer-helped = 💚 Yordami tegdi
button-answer-thanks = 🙏 Rahmat
button-answer-not_useful = 🤷 Mos kelmadi
button-ask-back = ✍️ Batafsil soʻrash
answer-helped = 💚 <b>{ $code } savoliga javobingizning yordami tegdi!</b> Rahmat. Bu shifokor endi roʻyxatda turibdi, uni boshqalar ham topadi: /doctors
answer-helped-complete = 💚 <b>{ $code } savoliga javobingizning yordami tegdi!</b> Rahmat. Iltimos, shifokorning ismi va shahrini ham qoʻshing, shunda uni boshqalar ham topadi.
answer-thanked = 🙏 { $code } savolini bergan kishi javobingiz uchun rahmat aytdi.
answer-author-away = Buni yozgan kishi bilan endi bogʻlanib boʻlmaydi.
answer-approved = ✅ { $code } savoliga javobingiz yetkazildi. Rahmat!
answer-rejected = { $code } savoliga javobingiz yetkazilmadi: { $reason }.
answer-why-paid = u yerda ishlaydi yoki pul oladi
answer-why-link = havola yoki akkaunt bor
answer-why-advert = reklamaga oʻxshaydi
answer-why-phone = bir raqam koʻp savolda uchraydi
case-answer =
    🩺 <b>Bir javob sizni kutyapti</b>: { $why }

    { $question }

    <b>Javob:</b>
    { $card }
kind-answer = Shifokor haqidagi javoblar

# Who asked and who answered talk through the bot

medical-side-finder = javob bergan kishi
medical-side-owner = soʻragan kishi
medical-conversation-opened-finder =
    💬 <b>{ $code } savolini bergan kishi sizdan batafsil soʻramoqchi.</b>

    { $card }

    Akkauntingiz ham, raqamingiz ham bir-biringizga koʻrinmaydi.
medical-conversation-opened-owner =
    💬 <b>Endi { $code } savoliga javob bergan kishiga yozishingiz mumkin.</b>

    { $card }

    Akkauntingiz ham, raqamingiz ham bir-biringizga koʻrinmaydi.
medical-conversation-card-finder =
    💬 <b>Siz va soʻragan kishi</b>

    { $card }
medical-conversation-card-owner =
    💬 <b>Siz va javob bergan kishi</b>

    { $card }
medical-talk-owner = ✍️ Endi yuborganlaringiz <b>{ $code } savoliga javob bergan kishiga</b> boradi: matn, rasm, ovozli xabar, lokatsiya. U sizning kimligingizni koʻrmaydi.
medical-talk-finder = ✍️ Endi yuborganlaringiz <b>{ $code } savolini bergan kishiga</b> boradi: matn, rasm, ovozli xabar, lokatsiya. U sizning kimligingizni koʻrmaydi.
medical-line-from-finder = 💬 <b>Javob bergan kishi · { $code }</b>
medical-line-from-owner = 💬 <b>Soʻragan kishi · { $code }</b>
medical-conversation-frozen-notice = ⏸ { $code } savoli haqidagi suhbat toʻxtatib turildi: uni koʻngilli koʻrib chiqyapti. Iltimos, bizdan xabar kelguncha hech kimga pul bermang.
medical-conversation-silent = ⏹ { $code } savoli haqida ikki hafta hech kim yozmadi, shuning uchun suhbat yopildi.
medical-conversation-undone = ↩️ Koʻngilli { $code } haqidagi qarorini bekor qildi. Iltimos, kuting.
