# What every form says: handlers/questions.py, handlers/forms.py, relay/answers.py

form-step = { $number } / { $total }
form-answer = <b>{ $question }:</b> { $answer }
answer-none = —
answer-kept = oʻzgarmadi

form-unfinished = Chala qolgan ishingiz bor: “{ $title }”. Davom etasizmi?
form-place-which = Bir nechta joy toʻgʻri keladi. Qaysi biri?
form-finish-first = Chala qolgan ishingiz bor. Avval uni tugating yoki /cancel deb yuboring, keyin qayta urinib koʻring.
form-cancelled = Bekor qilindi, hech narsa yuborilmadi. Qaytadan boshlash uchun pastdagi tugmalardan birini bosing yoki ism yozing.
form-cannot-skip = Bu javob kerak. Iltimos, javob bering yoki bekor qiling.
form-pick-a-button = Iltimos, tugmalardan birini bosing.
form-use-buttons = Javoblar toʻgʻri boʻlsa, eng yuqoridagi tugmani bosing. Oʻzgartirish uchun: ✏️, bekor qilish uchun: ✖️.
form-text-wanted = Iltimos, javobni yozib yuboring. Rasm kerak emas, biz rasmlarni saqlamaymiz.
form-name-unreadable = Ismni tushunmadim. Faqat harflar bilan yozing: avval familiya, keyin ism, masalan: Karimova Dilnoza. Koʻpi bilan 80 ta belgi.
form-day-unreadable = Kunni tushunmadim. Shunday yozing: 22.11. Bugungi yoki oʻtgan kun boʻlsin.
form-tail-unreadable = Hujjat raqamining oxirgi 4 ta belgisini yozing, masalan: 4821.
form-year-unreadable = Yilni toʻrtta raqam bilan yozing, masalan: 1987.
form-issue-place-unreadable = Iltimos, faqat idorani emas, hujjatda yozilgan shahar yoki viloyatni ham yozing.
form-code-unreadable = Kod 6 ta raqamdan iborat, masalan: 402917. Iltimos, uni qayta yozing.
form-text-too-long = Iltimos, soʻz bilan va qisqa yozing: koʻpi bilan { $limit } ta belgi.
form-no-place-near = Bu atrofda men biladigan chegara posti, vokzal yoki bozor yoʻq. Joyni soʻz bilan yozing.
form-place-no-contacts = Iltimos, telefon raqami va havola yozmang: bu yerga faqat joy yoziladi.

button-as-written = Yozganimdek: { $text }
button-go-on = ▶️ Davom etish
button-drop = 🗑 Voz kechish
button-back = ◀️ Ortga
button-skip = Oʻtkazib yuborish
button-cancel = ✖️ Bekor qilish
button-keep = ◀️ Qolsin
button-save = ✅ Saqlash
button-change = ✏️ { $what }

label-type = Hujjat
label-country = Davlat
label-name = Ism-familiya
label-place = Joy
label-day = Kun
label-whereabouts = Hozir qayerda
label-number_tail = Raqam oxiri
label-birth_year = Tugʻilgan yili
label-issue_place = Berilgan joyi

type-passport = Pasport
type-id_card = ID-karta
type-driver_licence = Haydovchi pravasi
type-vehicle_papers = Mashina hujjatlari
type-birth_certificate = Metrika (tugʻilish)
type-migration_card = Migratsiya kartasi
type-student_card = Talaba guvohnomasi
type-pension_card = Pensiya guvohnomasi
type-other = Boshqa hujjat

country-UZ = Oʻzbekiston
country-KZ = Qozogʻiston
country-KG = Qirgʻiziston
country-TJ = Tojikiston
country-RU = Rossiya
country-TR = Turkiya
country-XX = Boshqa davlat

whereabouts-finder = Topgan kishida
whereabouts-police = Politsiyada
whereabouts-border_service = Chegara xizmatida
whereabouts-consulate = Konsulxonada
whereabouts-post_office = Pochtada
whereabouts-other_place = Ishonchli joyda

day-today = Bugun
day-yesterday = Kecha
