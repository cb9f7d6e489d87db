# The directory of doctors: handlers/doctors.py, relay/doctors.py

doctors-title = Yordami tekkan shifokorlar
doctors-speciality = Qanday shifokor kerak? Tugmani bosing yoki oʻz soʻzingiz bilan yozing. Shifokorning <b>ismini</b> yoki klinika nomini yozsangiz ham boʻladi.
doctors-city = Qaysi <b>shaharda</b>? Davlat nomini yozsangiz, uning hamma shaharlarini koʻrsatamiz.
doctors-language = Shifokor qaysi tilda gaplashishi kerak?
doctors-found =
    { $head }
    Bularni yordam olgan odamlar tavsiya qilgan. Jami: { $count } ta

    { $cards }

    <i>Bu odamlarning oʻz soʻzi: reklama ham, tashxis ham emas. Telefonini koʻrish uchun ismini bosing.</i>
doctors-named =
    <b>Roʻyxatdan topilganlar:</b>

    { $cards }
doctors-nothing =
    { $head }

    Bu yerda hozircha hech kim tavsiya qilinmagan. Boshqa shahardan qarang yoki odamlardan soʻrang: /medical
doctors-place-unknown = “{ $place }” degan joyni bilmaymiz, shuning uchun hammasini koʻrsatyapmiz.
doctors-which-city = Shifokor qayerda boʻlsin?
doctors-which-language = Shifokor qaysi tilda gaplashsin? Faqat tili maʼlum boʻlganlari koʻrsatiladi.
doctors-everywhere = barcha shaharlar
doctors-csv = Butun roʻyxat: u hammaga shunday koʻrinadi. Kim tavsiya qilgani unda yozilmagan.
button-all-cities = 🌍 Barcha shaharlar
button-any-language = 💬 Istalgan til
button-other-city = 📍 Shahar tanlash
button-other-language = 🗣 Til tanlash

standing-helped = 👍 { $count } kishiga yordami tekkan, oxirgisi: { $when }
standing-helped-long-ago = 👍 { $count } kishiga yordami tekkan, lekin bir yildan koʻproq oldin, oxirgisi: { $when }
standing-some-old = 🕰 Shundan { $count } tasiga bir yildan oshdi
standing-paid = ⚠️ Tavsiya qilganlardan { $count } kishi oʻsha yerda ishlaydi yoki pul oladi: ular hisobga kirmaydi
standing-nobody = Hozir davolanganlardan hech kim tavsiya qilmayapti
standing-disputed = 🔎 Kimdir bu yerda yozilgani rost emas deyapti. Koʻngillilar tekshirmoqda

entry-past = Bu yozuv endi roʻyxatda yoʻq ({ $code })
entry-gone = Bu yozuv endi roʻyxatda yoʻq. Boshqalarini koʻring: /doctors
entry-share-words = { $name }: yordami tekkan, odamlar tavsiya qiladi

button-entry-helped = 👍 Menga ham yordami tegdi
button-entry-takeback = ↩️ Ovozimni qaytarib olish
button-entry-wrong = ✏️ Xatosi bor
button-entry-correct = ✏️ Tuzatish
button-entry-about = 🙈 Bu men haqimda
button-entry-dispute = 🚩 Bu rost emas
button-entry-hide = 🙈 Ha, yashirilsin
button-entry-card = ↩️ Yozuvga qaytish
endorse-done = 👍 Rahmat! Ovozingiz hisobga olindi. Kimniki ekanini hech kim koʻrmaydi.
endorse-paid = Avval oʻsha yerda ishlashingizni yoki pul olishingizni aytgansiz. Bunday ovoz koʻrinadi, lekin hisobga kirmaydi.
endorse-taken-back = Ovozingiz olib tashlandi.
doctor-endorse-too-many = Bir kunda koʻpi bilan { $limit } marta mumkin. Iltimos, ertaga davom eting.

entry-wrong = <b>{ $name }</b>: nimasi notoʻgʻri?
entry-about-ask =
    Bu siz yoki klinikangiz haqida boʻlgani uchun <b>“{ $name }” yozuvini darhol yashiraylikmi</b>? Keyin uni koʻngilli koʻrib chiqadi.

    Faqat telefoni yoki shahri notoʻgʻrimi? Unda “Xatosi bor”, keyin “Tuzatish” tugmasini bosganingiz maʼqul.
entry-about-done = 🙈 { $code } yozuvi yashirildi: endi uni hech kim koʻrmaydi. Koʻngilli koʻrib chiqib, sizga yozadi.
doctor-dispute-too-many = Bir kunda koʻpi bilan { $limit } marta mumkin. Iltimos, ertaga davom eting yoki sahifa koʻngillilariga yozing.

correction-title = Tuzatish
correction-doctor = <b>Shifokorning ism-familiyasini</b> yozing. Bilsangiz, avval familiyasini.
correction-clinic = <b>Klinika</b> qanday nomlanadi?
correction-city = U qaysi <b>shaharda</b>?
correction-phone = <b>Klinikaning telefon raqami</b> qanday? Iltimos, shaxsiy raqamlarni yozmang.
correction-languages = U yerda qaysi <b>tillarda</b> gaplashishadi? Bittasini tanlang yoki bir nechtasini yozing: oʻzbekcha, ruscha
correction-preview =
    <b>Mana bunday boʻlishi kerak:</b>

    { $answers }

    Buni avval koʻngilli tekshiradi.
button-send-correction = ✅ Tuzatishni yuborish
correction-done = ✅ Rahmat! “{ $name }” yozuviga yuborgan tuzatishingizni koʻngilli koʻrib chiqib, sizga yozadi.
correction-nobody = Shifokorning ismini yoki klinika nomini qoldiring: ikkalasi ham boʻlmasa, hech kim topolmaydi.
correction-same = Hozircha hech narsa oʻzgarmadi. Xato joyini bosing va toʻgʻrisini yozing.

dispute-title = Bu rost emas
dispute-words = Nimasi rost emas? Qisqacha yozing. Buni faqat koʻngillilar oʻqiydi.
dispute-done = ✅ Rahmat. “{ $name }” yozuvi tekshirilmoqda deb belgilandi. Koʻngilli koʻrib chiqib, sizga yozadi.

case-entry =
    🩺 <b>{ $why }</b>

    { $card }

    <b>Yozgani:</b> { $words }
    Yozuv: { $code }
case-correction =
    ✏️ <b>{ $code } yozuviga tuzatish</b>

    { $card }

    <b>Mana bunday boʻlishi kerak:</b>
    { $proposed }
case-duplicate =
    👥 <b>Bu ikkalasi bittami?</b>

    <b>Yangisi</b> ({ $code }):
    { $card }

    <b>Avvaldan bori</b> ({ $other_code }):
    { $other }
entry-said-about = “Bu men haqimda”: siz qaror qilguncha yozuv yashirin turadi
entry-said-untrue = “Bu rost emas”: yozuv tekshirilmoqda deb belgilandi
kind-entry = Roʻyxatdagi yozuvlar
kind-correction = Tuzatishlar
kind-duplicate = Balki bitta shifokordir
button-case-remove = 🗑 Olib tashlash
button-case-keep = 👁 Qoldirish
button-case-merge = 🔗 Ikkalasi bitta
button-case-apart = ✖️ Ikkalasi boshqa-boshqa
decided-remove = 🗑 Olib tashlandi
decided-keep = 👁 Qoldirildi
decided-merge = 🔗 Birlashtirildi
decided-apart = ✖️ Ikkalasi boshqa-boshqa
duplicate-decide-first = Ikkalasidan biri haqida bahs bor. Iltimos, avval shuni hal qiling.

entry-removed-told = “{ $name }” ({ $code }) roʻyxatdan olib tashlandi. Xabar berganingiz uchun rahmat.
entry-kept-told = Koʻngilli “{ $name }” ({ $code }) yozuvini koʻrib chiqdi: yozuv qoladi. Notoʻgʻri joyi boʻlsa, uni oching va “Xatosi bor” tugmasini bosing.
correction-approved-told = ✅ “{ $name }” ({ $code }) yozuvi tuzatildi. Rahmat!
correction-rejected-told = “{ $name }” ({ $code }) yozuviga yuborgan tuzatishingiz qabul qilinmadi: { $reason }.
