# Medical questions: handlers/medical.py, relay/medical.py, relay/referrals.py, relay/medical_care.py

menu-medical = 🩺 Shifokor qidirish
words-doctor = shifokor, shifokorni, shifokorga, shifokori, shifokorini, shifokorlar, shifokorlarni, doktor, doktorni, doktorga, doktori, doktorini, vrach, vrachni, vrachga, vrachi, klinika, klinikani, poliklinika, poliklinikani, kasalxona, kasalxonani, shifoxona, shifoxonani, jarroh, jarrohni, xirurg, xirurgni, mutaxassis, mutaxassisni
medical-title = Shifokor qidirish
medical-speciality =
    Qanday shifokor kerak? Tugmani bosing yoki <b>oʻz soʻzingiz bilan yozing</b>: “yurak shifokori”, “tizzam ogʻriyapti”.
medical-city =
    Qayerdan qidiramiz? Joyni tanlang yoki shahar yoxud davlat nomini yozing.
medical-patient = Shifokor kimga kerak?
medical-urgency = Shifokor qachon kerak?
medical-budget = Qancha toʻlay olasiz?
medical-words =
    Odamlardan nimani soʻramoqchisiz? Bir-ikki gap yetarli.

    Buni hamma oʻqiydi. Iltimos, <b>ism-familiya, telefon raqami va tugʻilgan sanani yozmang</b>.
label-speciality = Shifokor
label-city = Qayerda
label-patient = Kimga
label-urgency = Qachon kerak
label-budget = Toʻlov
patient-adult = katta odamga
patient-child = bolaga
medical-patient-adult = 🧑 Katta odamga
medical-patient-child = 👶 Bolaga
urgency-now = shoshilinch, bugun kerak
urgency-days = yaqin kunlarda
urgency-later = kutsa boʻladi
medical-urgency-now = 🔴 Shoshilinch, bugun kerak
medical-urgency-days = 🟡 Yaqin kunlarda
medical-urgency-later = 🟢 Kutsa boʻladi
budget-free = faqat bepul
budget-modest = qimmat boʻlmasin
budget-any = narxi muhim emas
medical-budget-free = Faqat bepul
medical-budget-modest = Qimmat boʻlmasin
medical-budget-any = Narxi muhim emas
form-speciality-which = Shulardan qaysi biri kerak?
form-speciality-unknown = Qanday shifokor kerakligini tushunmadik. Boshqacha yozib koʻring (“yurak shifokori”, “bolalar shifokori”) yoki toʻliq roʻyxatni oching.
button-all-specialities = 📋 Hammasini koʻrsatish

medical-emergency =
    🚑 <b>Hayot xavf ostida boʻlsa, darhol { $ambulance ->
        [112] 112
       *[other] { $ambulance } yoki { $all }
    } raqamiga qoʻngʻiroq qiling.</b> Bu yerda javob kutmang: avval tez yordam chaqiring.
medical-known =
    💚 <b>Bu shifokorlar boshqalarga yordam bergan:</b>

    { $cards }

    Orasida sizga toʻgʻri keladigani bormi? Boʻlmasa, pastda davom etavering.
button-medical-enough = ✅ Shu yetarli, rahmat
medical-enough = 💚 Juda xursandmiz. Sogʻ-salomat boʻling! Yana kerak boʻlsa: /medical
medical-preview =
    👀 <b>Hammaga shunday koʻrinadi:</b>

    { $card }

    Ismingizni ham, akkauntingizni ham hech kimga koʻrsatmaymiz. Javoblar sizga shu yerga keladi.
medical-exposes-contact =
    ⛔ <b>Bunda telefon raqami, havola yoki akkaunt bor:</b> { $words }
    Iltimos, savolni oʻzgartirib, shuni olib tashlang. Shunda uni eʼlon qilish mumkin.
medical-exposes-name =
    ⚠️ <b>Bu kimningdir ismiga oʻxshaydi:</b> { $words }
    Olib tashlaganingiz maʼqul. Shunday eʼlon qilsangiz, avval koʻngilli koʻrib chiqadi.
medical-exposes-identity =
    ⚠️ <b>Bundan kim kasal ekanini bilib olish mumkin:</b> { $words }
    Olib tashlaganingiz maʼqul. Shunday eʼlon qilsangiz, avval koʻngilli koʻrib chiqadi.
button-send-medical = ✅ Eʼlon qilish
medical-has-contact = Savolda telefon raqami, havola yoki akkaunt bor. Iltimos, shuni olib tashlab, qayta eʼlon qiling.
medical-too-many = Bir kunda koʻpi bilan { $limit } ta savol berish mumkin. Iltimos, ertaga soʻrang.
medical-asked =
    🩺 <b>Savolingiz chiqdi</b>, ismingiz koʻrsatilmadi. Savol kodi: <code>{ $code }</code>

    Kimdir shifokor tavsiya qilsa, sizga darhol shu yerda yozamiz. Hamma savollaringiz: /my
medical-queued = 🩺 Rahmat. Savolingizni avval koʻngilli koʻrib chiqadi, keyin u hammaga koʻrinadi. Natijasini shu yerda aytamiz. Savol kodi: <code>{ $code }</code>
medical-approved = ✅ Savolingiz <code>{ $code }</code> chiqdi. Javoblar sizga shu yerga keladi.
medical-rejected =
    Savolingiz <code>{ $code }</code> chiqmadi: { $reason }.

    Uni qaytadan yozishingiz mumkin: /medical
medical-found = 💚 Yordam topganingizdan xursandmiz! { $code } savoli yopildi. Sogʻ-salomat boʻling!
medical-kept = 👍 Yaxshi, { $code } savoli ochiq turadi. Yangi javoblar sizga shu yerga keladi.
medical-close = 💚 Yordami tekkanidan xursandmiz! { $code } savolini yopaylikmi yoki hali qidiryapsizmi?
medical-unask = Savolni olib tashlaysizmi? Uning matni kanaldan oʻchiriladi.
button-unask = ✖️ Savolni olib tashlash
button-unask-sure = ✖️ Ha, olib tashlansin
medical-unasked = { $code } savoli olib tashlandi, uning matni kanaldan oʻchirildi.
medical-still-looking =
    🩺 <b>{ $title }</b>: hali ham qidiryapsizmi? ({ $code })
button-medical-found = 💚 Shifokor topdim
button-medical-still = 🔎 Hali qidiryapman
medical-expired =
    🩺 { $code } savolingizning muddati tugadi. { $count ->
        [0] Afsuski, unga hech kim javob bera olmadi.
        [one] Unga bitta javob keldi.
       *[other] Unga { $count } ta javob keldi.
    }{ $helped ->
        [0] {""}
       *[other] {" "}Yordami tekkani: { $helped } ta.
    }
medical-expired-known =
    <b>Roʻyxatda hozir mana bu shifokorlar bor:</b>

    { $cards }
button-ask-again = 🔁 Qayta soʻrash

# A question as everybody reads it

question-card =
    🩺 <b>{ $speciality }</b> · { $patient }
    📍 { $place }
    ⏳ { $urgency } · 💰 { $budget }

    { $words }

    🔑 <code>{ $code }</code>
question-past = { $code } savoli: uning matni endi saqlanmaydi.
question-asked =
    <b>Kimdir yaxshi shifokor qidiryapti:</b>

    { $card }

    Bunday shifokorni bilasizmi? Tugmani bosing yoki shu xabarga javob yozing.
question-gone = Bu savol yopilgan. Yordam bermoqchi boʻlganingiz uchun rahmat!
question-share-words = Kimdir yaxshi shifokor qidiryapti. Balki siz bilarsiz?
question-open = 🟢 eʼlon qilingan
question-queued = 🕓 koʻngilli koʻrib chiqyapti
my-question = 🩺 { $title } · { $code }
my-question-card =
    { $card }

    { $state }
post-question =
    🩺 <b>Yaxshi shifokorni kim biladi?</b>

    { $card }

    Pastdagi tugmani bosing yoki izohlarda javob yozing. Javobingizni soʻragan kishiga yetkazamiz, uning ismi aytilmaydi.
button-recommend = 🙌 Shifokor tavsiya qilish
post-question-found = 💚 <b>Shifokor topildi.</b> Yordam berganlarning hammasiga rahmat!
post-question-over = Bu savol yopildi. Yordam berganlarning hammasiga rahmat.
digest-title-question = 🩺 <b>Bu odamlar shifokor qidirmoqda.</b> Yaxshisini bilasizmi? Ustiga bosing.
digest-question = • { $what } · { $patient }
digest-question-found = • { $what } 💚 topildi
digest-question-over = • { $what } · yopildi
digest-foot-question = Siz ham shifokor qidiryapsizmi? Botga yozing: savolingizni hammaga yetkazadi, ismingiz koʻrinmaydi.
exposure-contact = telefon, havola yoki akkaunt
exposure-name = ism
exposure-identity = kim kasal ekani bilinib turibdi
case-question-first = har bir savol avval tekshiriladi
case-question =
    🩺 <b>Shifokor haqidagi savol sizni kutyapti</b>

    { $card }

    ⚠️ { $why }
kind-question = Shifokor haqidagi savollar
mydata-questions = Shifokor haqidagi savollaringiz:
