# Broadcasts: handlers/broadcasts.py, relay/broadcasts.py, relay/broadcast_drafts.py, relay/broadcast_cards.py

broadcast-title = Koʻpchilikka xabar
broadcast-text_kk = Matnni qozoqcha yozing yoki oʻtkazib yuboring. Undagi havolalarni bosish mumkin.
broadcast-text_uz = Matnni oʻzbekcha yozing yoki oʻtkazib yuboring.
broadcast-text_ru = Matnni ruscha yozing yoki oʻtkazib yuboring.
broadcast-text_en = Matnni inglizcha yozing yoki oʻtkazib yuboring.
broadcast-topic = Kimga yuboramiz? Shu mavzuni tanlaganlarga:
broadcast-place = Qaysi joy haqida? Shu joyni yoki barcha joylarni tanlaganlar oladi. Joyni bosing yoki yozing. Oʻtkazib yuborsangiz, hamma oladi.
broadcast-country = Qaysi davlat uchun? Davlat tanlamaganlar ham oladi.
broadcast-language = Faqat bitta tilda oʻqiydiganlarga yuboramizmi?
broadcast-picture = Rasmni fayl emas, foto qilib yuboring. Rasm ostiga 1024 ta belgi sigʻadi.
broadcast-links =
    Tugmalarni yozing: har birini yangi qatordan, koʻpi bilan uchta. Avval yozuvi, keyin havolasi:

    <code>Qanday yordam berish mumkin | https://example.org</code>
broadcast-moment = Qachon yuboramiz? Bosing yoki shunday yozing: <code>24.11 18:30</code>, sahifa vaqti bilan.
broadcast-preview =
    <b>Hammasi toʻgʻrimi?</b>

    { $answers }
button-send-broadcast = ▶️ Yuborish …

label-text_kk = Qozoqcha matn
label-text_uz = Oʻzbekcha matn
label-text_ru = Ruscha matn
label-text_en = Inglizcha matn
label-topic = Mavzu
label-language = Tili
label-picture = Rasm
label-links = Tugmalar
label-moment = Qachon
answer-picture = bor

broadcast-topic-everybody = Istalgan mavzu
broadcast-country-all = Barcha davlatlar
broadcast-language-all = Barcha tillar
broadcast-language-kk = Qozoqcha
broadcast-language-uz = Oʻzbekcha
broadcast-language-ru = Ruscha
broadcast-language-en = Inglizcha
broadcast-moment-now = Hozir
broadcast-moment-tonight = Bugun, 19:00
broadcast-moment-tomorrow = Ertaga, 10:00

form-text-first = Bu yerga matn kerak. Rasmni keyin, yuborishdan oldin qoʻshish mumkin.
form-photo-wanted = Rasmni fayl emas, foto qilib yuboring yoki “Oʻtkazib yuborish” tugmasini bosing.
form-link-unreadable = Tugmani tushunmadim. Yozuvini (koʻpi bilan 34 ta belgi), | belgisini va havolani yozing, masalan: Yordam berish | https://example.org
form-links-too-many = Koʻpi bilan { $limit } ta tugma yozing, har birini yangi qatordan.
form-moment-unreadable = Vaqtni tushunmadim. Shunday yozing: 24.11 18:30
form-moment-past = Bu vaqt oʻtib ketgan yoki unga { $limit } kundan koʻp bor. Boshqasini tanlang.

broadcast-no-text = Hali birorta tilda matn yoʻq. Kamida bittasini yozing.
broadcast-too-long = { $name }: matnda { $total } ta belgi bor, sigʻadigani esa { $limit } ta. Matnni qisqartiring yoki rasmni olib tashlang. Yozganingiz saqlanib turibdi.
broadcast-place-unknown = Bu joyni bilmaymiz. Roʻyxatdan tanlang yoki bu savolni oʻtkazib yuboring.
broadcast-not-ready = Hozircha yuborib boʻlmaydi. { $problem }
broadcast-fix = ⚠️ { $problem }
broadcast-nobody = Bunga mos keladigan odam yoʻq. Mavzu, joy, davlat yoki tilni oʻzgartiring.

broadcast-count = 👥 <b>{ $count }</b> kishi oladi
broadcast-readers = • { $name }: { $number }
broadcast-readers-other = • { $name }: { $number }. Bu tilda matn yoʻq, oʻrniga oladigani: { $other }
broadcast-later = 🌙 { $count } kishi keyinroq, tinch vaqti tugaganda oladi.
broadcast-takes = ⏱ Davomiyligi: { $span } (soniyasiga { $pace } ta xabar)
broadcast-moments = bir daqiqadan kam
broadcast-minutes = taxminan { $count } daqiqa
broadcast-hours = taxminan { $count } soat
button-broadcast-sample = 👁 Menga namunasini yuborish
broadcast-ask = <b>Rostdan yuboramizmi?</b> Xabarni { $count } kishi oladi.
button-broadcast-go = ✅ Ha, { $count } kishiga yuborish
broadcast-planned = ✅ Shu vaqtda oʻzi boshlanadi. Shu yerdan yoki /broadcast orqali bekor qilishingiz mumkin.
broadcast-starting = ✅ Boshlaymiz. Hozir bir xabar keladi: yuborish qanday borayotgani unda koʻrinib turadi.
broadcast-waits = ✅ Hozir yuborilayotgani tugashi bilan boshlanadi.

broadcast-head = 📣 <b>Koʻpchilikka xabar</b> · { $state }
broadcast-state-scheduled = vaqtini kutyapti
broadcast-state-running = yuborilyapti
broadcast-state-paused = toʻxtatib turildi
broadcast-state-cancelled = bekor qilindi
broadcast-state-done = tugadi
broadcast-starts = 🕓 Boshlanishi: { $moment }
broadcast-quote = <i>{ $words }</i>
broadcast-line = 🕓 { $moment } · { $words }
broadcast-numbers =
    { $bar } { $percent } %
    👥 Jami: { $recipients }
    ✅ Yetib bordi: { $sent }
    🚫 Botni bloklagan: { $blocked }
    ❓ Yetgan-yetmagani nomaʼlum: { $unknown }
    ⚠️ Yetib bormadi: { $failed }
broadcast-problem = Birinchi xato: { $problem }
broadcast-taken-back = ✖️ Endi yuborilmaydi: { $count }
broadcast-left = ⏳ Qoldi: { $number } kishi, { $span }
broadcast-took = ⏱ Ketgan vaqt: { $span }
button-broadcast-pause = ⏸ Toʻxtatib turish
button-broadcast-resume = ▶️ Davom etish
button-broadcast-cancel = ✖️ Bekor qilish
button-broadcast-cancel-one = ✖️ Bekor qilish: { $moment }
button-broadcast-again = 📤 { $count } kishiga qayta yuborish
button-broadcast-new = ✏️ Yangisini yozish
broadcast-cancel-ask = <b>Xabarni bekor qilamizmi?</b> Olganlarda qoladi. Qolganlarga yubormaymiz.
button-broadcast-stop = ✖️ Ha, bekor qilish
broadcast-again-ask = <b>{ $count } kishiga qayta yuboramizmi?</b> Aloqa uzilib qoldi, xabar yetgan-yetmagani nomaʼlum. Ayrimlarga ikki marta kelishi mumkin.
button-broadcast-resend = 📤 Ha, qayta yuborish
broadcast-already = Bu allaqachon qilingan.
broadcast-over = Bu xabarni yuborish tugagan.
broadcast-wait = Hozir boshqa xabar yuborilyapti. Tugashini kuting yoki uni bekor qiling: /broadcast
broadcast-nobody-again = Yuboradigan odam qolmadi: ular yangilik olishni toʻxtatgan yoki botni bloklagan.
broadcast-dropped = ✖️ Xabar yuborilmadi: uni yozgan odam endi moderator emas. Kerak boʻlsa, qaytadan yozing: /broadcast
broadcast-in-private = Koʻpchilikka xabar bot bilan shaxsiy chatda yoziladi: u yerda /broadcast deb yuboring. Buning uchun moderator yoki sahifa egasi roli kerak: /role

audit-broadcast = koʻpchilikka xabar
broadcast-note-scheduled = rejalashtirildi
broadcast-note-started = boshlandi
broadcast-note-paused = toʻxtatib turildi
broadcast-note-running = davom ettirildi
broadcast-note-cancelled = bekor qilindi
broadcast-note-again = yetgani nomaʼlum boʻlganlarga qayta yuborildi

broadcast-missed = ⏸ Koʻpchilikka xabar { $moment } da yuborila boshlashi kerak edi, lekin oʻsha paytda bot ishlamayotgan edi. Hozir toʻxtatib turilibdi. Hali ham kerak boʻlsa, quyida “Davom etish”, kerak boʻlmasa “Bekor qilish” tugmasini bosing.
broadcast-text-torn = Bu matn ikkita xabar boʻlib keldi: bitta xabarga { $limit } tadan ortiq belgi sigʻmaydi. Qisqartirib, bitta xabar qilib qayta yuboring.
broadcast-text-perhaps-torn = Agar bu uzun matningizning oxiri boʻlsa, faqat boshi saqlandi. Bitta xabarga { $limit } ta belgi sigʻadi. Matnga qaytib, qisqartirib qayta yuboring.
broadcast-more = … yana { $count } ta xabar oʻz vaqtini kutmoqda.
