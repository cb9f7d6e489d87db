# The directory of doctors: handlers/doctors.py, relay/doctors.py

doctors-title = Yordami tekkan shifokorlar
doctors-speciality = Qaysi shifokor kerak? Bosing yoki oʻz soʻzingiz bilan yozing. Shifokorning <b>ismini</b> yoki klinika nomini yozsangiz ham boʻladi.
doctors-city = Qaysi <b>shaharda</b>? Davlat nomini yozsangiz, hammasini koʻrsataman.
doctors-language = Shifokor qaysi tilda gaplashishi kerak?
doctors-found =
    { $head }
    Yordami tekkan odamlar tavsiya qiladi. Jami: { $count } ta

    { $cards }

    <i>Bu odamlarning oʻz soʻzi, reklama ham, tashxis ham emas. Telefonini koʻrish uchun ismini bosing.</i>
doctors-named =
    <b>Roʻyxatda shunday nomlanganlar:</b>

    { $cards }
doctors-nothing =
    { $head }

    Bu yerda hozircha hech kim hech kimni tavsiya qilmagan. Boshqa shahardan qarang yoki odamlardan soʻrang: /medical
doctors-place-unknown = “{ $place }” degan joyni bilmayman, shuning uchun borini hammasini koʻrsatyapman.
doctors-which-city = Shifokor qayerda boʻlsin?
doctors-which-language = Shifokor qaysi tilda gaplashsin? Faqat tili maʼlum boʻlganlari koʻrsatiladi.
doctors-everywhere = barcha shaharlar
doctors-csv = Roʻyxatning hammasi, uni hamma shunday koʻradi. Kim tavsiya qilgani bu yerda yozilmagan.
button-all-cities = 🌍 Barcha shaharlar
button-any-language = 💬 Istalgan til
button-other-city = 📍 Boshqa shahar
button-other-language = 🗣 Tili

standing-helped = 👍 { $count } kishiga yordami tekkan, oxirgisi: { $when }
standing-helped-long-ago = 👍 { $count } kishiga yordami tekkan, lekin bir yildan oldin, oxirgisi: { $when }
standing-some-old = 🕰 Shundan { $count } tasiga bir yildan oshdi
standing-paid = ⚠️ Tavsiya qilganlardan { $count } kishi oʻsha yerda ishlaydi yoki pul oladi: ular hisobga kirmaydi
standing-nobody = Hozir davolanganlardan hech kim tavsiya qilmayapti
standing-disputed = 🔎 Kimdir bu yerda yolgʻon yozilgan deyapti. Koʻngillilar tekshirmoqda

entry-past = Bu yozuv endi roʻyxatda yoʻq ({ $code })
entry-gone = Bu yozuv endi roʻyxatda yoʻq. Boshqalarini koʻring: /doctors
entry-share-words = { $name }: bizning odamlarga yordami tekkan

button-entry-helped = 👍 Menga ham yordam berdi
button-entry-takeback = ↩️ Soʻzimni qaytarib olish
button-entry-wrong = ✏️ Xatosi bor
button-entry-correct = ✏️ Tuzatish
button-entry-about = 🙈 Bu men haqimda
button-entry-dispute = 🚩 Bu yolgʻon
button-entry-hide = 🙈 Ha, yashirilsin
button-entry-card = ↩️ Kartochkaga qaytish
endorse-done = 👍 Rahmat! Soʻzingiz hisobga olindi. Kimniki ekanini hech kim koʻrmaydi.
endorse-paid = Avval oʻsha yerda ishlashingizni yoki pul olishingizni aytgansiz. Bunday soʻz koʻrinadi, lekin hisobga kirmaydi.
endorse-taken-back = Soʻzingiz olib tashlandi.
doctor-endorse-too-many = Bir kunda koʻpi bilan { $limit } marta mumkin. Ertaga davom eting.

entry-wrong = <b>{ $name }</b>: nimasi notoʻgʻri?
entry-about-ask =
    Bu siz yoki sizning klinikangiz haqida boʻlgani uchun <b>“{ $name }” yozuvini hoziroq yashiraylikmi</b>? Keyin uni koʻngilli koʻrib chiqadi.

    Faqat telefoni yoki shahri notoʻgʻrimi? Unda “Xatosi bor”, keyin “Tuzatish” tugmasini bosganingiz maʼqul.
entry-about-done = 🙈 { $code } yozuvi yashirildi: endi uni hech kim koʻrmaydi. Koʻngilli koʻrib chiqib, sizga yozadi.
doctor-dispute-too-many = Bir kunda koʻpi bilan { $limit } marta mumkin. Ertaga davom eting yoki sahifa koʻngillilariga yozing.

correction-title = Tuzatish
correction-doctor = <b>Shifokorning ismi</b> nima? Bilsangiz, avval familiyasini yozing.
correction-clinic = <b>Klinika</b> qanday nomlanadi?
correction-city = U qaysi <b>shaharda</b>?
correction-phone = <b>Klinikaning telefoni</b> qanday? Iltimos, shaxsiy raqam yozmang.
correction-languages = U yerda qaysi <b>tillarda</b> gaplashishadi? Bittasini bosing yoki bir nechtasini yozing: oʻzbek, rus
correction-preview =
    <b>Mana bunday boʻlishi kerak:</b>

    { $answers }

    Oʻzgartirishdan oldin koʻngilli koʻrib chiqadi.
button-send-correction = ✅ Tuzatishni yuborish
correction-done = ✅ Rahmat! Koʻngilli “{ $name }” yozuvining tuzatishini koʻrib chiqib, sizga yozadi.
correction-nobody = Shifokorning ismini yoki klinika nomini qoldiring: ikkalasi ham boʻlmasa, hech kim topolmaydi.
correction-same = Hozircha hech narsa oʻzgarmadi. Xato joyini bosing va toʻgʻrisini yozing.

dispute-title = Bu yolgʻon
dispute-words = Nimasi yolgʻon? Qisqacha yozing. Buni faqat koʻngillilar oʻqiydi.
dispute-done = ✅ Rahmat. “{ $name }” tekshirilmoqda deb belgilandi. Koʻngilli koʻrib chiqib, sizga yozadi.

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
entry-said-untrue = “Bu yolgʻon”: yozuv tekshirilmoqda deb belgilandi
kind-entry = Roʻyxatdagi yozuvlar
kind-correction = Tuzatishlar
kind-duplicate = Balki, bitta shifokor
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
entry-kept-told = Koʻngilli “{ $name }” ({ $code }) yozuvini koʻrib chiqdi: yozuv qoladi. Xatosi boʻlsa, uni oching va “Tuzatish” tugmasini bosing.
correction-approved-told = ✅ “{ $name }” ({ $code }) yozuvi tuzatildi. Rahmat!
correction-rejected-told = “{ $name }” ({ $code }) yozuvining tuzatishi qabul qilinmadi: { $reason }.
