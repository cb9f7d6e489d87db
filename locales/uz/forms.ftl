# What every form says: handlers/questions.py, handlers/forms.py, relay/answers.py

form-step = { $number } / { $total }
form-answer = <b>{ $question }:</b> { $answer }
answer-none = —
answer-kept = oʻzgarmadi

form-unfinished = Boshlab, tugatmagan ishingiz bor: “{ $title }”. Davom etasizmi?
form-place-which = Bir nechta joy toʻgʻri keladi. Qaysi biri?
form-finish-first = Boshlab, tugatmagan ishingiz bor. Avval uni tugating yoki /cancel deb yuboring, keyin qayta urinib koʻring.
form-cancelled = Bekor qilindi, hech narsa yuborilmadi. Qaytadan boshlash uchun pastdagi tugmani bosing yoki ism yozing.
form-cannot-skip = Bu javob kerak. Iltimos, javob bering yoki bekor qiling.
form-pick-a-button = Iltimos, tugmalardan birini bosing.
form-use-buttons = Iltimos, javoblarni tekshirib, tugmani bosing: yuborish, oʻzgartirish yoki bekor qilish.
form-text-wanted = Iltimos, bu yerga soʻz bilan yozing. Rasm kerak emas, rasmlarni saqlamaymiz.
form-name-unreadable = Ismni oʻqiy olmadim. Faqat ism-familiyani harflar bilan yozing, koʻpi bilan 80 ta harf: avval familiya, keyin ism.
form-day-unreadable = Kunni tushunmadim. Shunday yozing: 22.11. Bugundan keyingi kun boʻlmasin.
form-tail-unreadable = Raqamning oxirgi 4 ta belgisini yozing, masalan: 4821.
form-year-unreadable = Yilni toʻrtta raqam bilan yozing, masalan: 1987.
form-text-too-long = Iltimos, soʻz bilan yozing, koʻpi bilan { $limit } ta belgi.
form-no-place-near = Bu atrofda men biladigan chegara posti, vokzal yoki bozor yoʻq. Joyni soʻz bilan yozing.
form-place-no-contacts = Joyni hamma koʻradi, shuning uchun telefon raqami va havola yozmang. Faqat joyni yozing.

button-as-written = Yozganimdek: { $text }
button-go-on = ▶️ Davom etish
button-start-anew = 🗑 Voz kechish
button-back = ◀️ Ortga
button-skip = Oʻtkazib yuborish
button-cancel = ✖️ Bekor qilish
button-keep = ◀️ Shunday qolsin
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
type-driver_licence = Haydovchi guvohnomasi
type-vehicle_papers = Mashina hujjatlari
type-birth_certificate = Tugʻilganlik guvohnomasi
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
whereabouts-police = Politsiyaga topshirilgan
whereabouts-border_service = Chegarachilarga topshirilgan
whereabouts-consulate = Konsulxonaga topshirilgan
whereabouts-post_office = Pochtaga topshirilgan
whereabouts-other_place = Boshqa ishonchli joyda

day-today = Bugun
day-yesterday = Kecha
