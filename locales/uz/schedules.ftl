# The timetable for moderators: handlers/schedules.py, relay/schedules.py

schedule-title = 🗓 <b>Kanalga nimalar chiqadi</b>
schedule-digest = <b>{ $moment }</b> · { $count } qator
schedule-kind =
    { $kind ->
        [find] topilgan hujjat
        [watch] yoʻqolgan hujjat
        [question] savol
       *[appeal] yordam haqidagi murojaat
    }
schedule-first = birinchi marta
schedule-brought = navbatsiz
schedule-again = { $count }-marta, oldingisi { $day }
schedule-more = … yana { $count } ta
schedule-later = Keyinroq yana { $count } ta eʼlon chiqadi.
schedule-empty = Yaqin kunlarda kanalga qayta chiqadigan hech narsa yoʻq.
schedule-paused =
    { $kind ->
        [find] ⏸ Topilgan hujjatlar toʻxtatib turilibdi. Kutayotgani: { $count } ta
        [watch] ⏸ Yoʻqolgan hujjatlar toʻxtatib turilibdi. Kutayotgani: { $count } ta
        [question] ⏸ Savollar toʻxtatib turilibdi. Kutayotgani: { $count } ta
       *[appeal] ⏸ Yordam haqidagi murojaatlar toʻxtatib turilibdi. Kutayotgani: { $count } ta
    }
schedule-posts = Bugun kanalga chiqqan xabarlar: { $limit } tadan { $number } ta
schedule-appeals = 7 kundagi yordam haqidagi murojaatlar: { $limit } tadan { $number } ta
schedule-no-channel = ⚠️ Kanal koʻrsatilmagan, shuning uchun hech narsa chiqmaydi. Uni sahifa egasi CHANNEL_ID orqali koʻrsatadi.
schedule-now = Hozir
schedule-today = Bugun { $time }
schedule-tomorrow = Ertaga { $time }

schedule-since = Eʼlon qilingan kuni: { $day }
schedule-unshown = Kanalga hali chiqmagan
schedule-shown = Kanalga { $count } marta chiqqan, oxirgisi: { $day }
schedule-due = Navbati keladi: { $moment }
schedule-due-now = Navbati keldi.
schedule-next = Toʻplam bilan chiqadi: <b>{ $moment }</b>
schedule-wait-resting = Nega ertaroq emas: egasi topildi. Masala hal boʻlguncha koʻrsatilmaydi.
schedule-wait-paused =
    { $kind ->
        [find] Nega ertaroq emas: topilgan hujjatlar toʻxtatib turilibdi. Davom ettirish: jadvaldagi ▶️ tugmasi.
        [watch] Nega ertaroq emas: yoʻqolgan hujjatlar toʻxtatib turilibdi. Davom ettirish: jadvaldagi ▶️ tugmasi.
        [question] Nega ertaroq emas: savollar toʻxtatib turilibdi. Davom ettirish: jadvaldagi ▶️ tugmasi.
       *[appeal] Nega ertaroq emas: yordam haqidagi murojaatlar toʻxtatib turilibdi. Davom ettirish: jadvaldagi ▶️ tugmasi.
    }
schedule-wait-turn = Nega ertaroq emas: navbati hali kelmagan.
schedule-wait-quiet = Nega hozir emas: kanalda tinch vaqt.
schedule-wait-full = Nega hozir emas: kanalga bugun chiqadigan xabarlar soni toʻldi.
schedule-wait-budget = Nega ertaroq emas: shu 7 kunda yordam haqidagi murojaatlarni bundan ortiq koʻrsatib boʻlmaydi.
schedule-wait-others = Nega ertaroq emas: avval kamroq koʻrsatilgani yoki uzoqroq kutgani chiqadi.

button-schedule-pause =
    { $kind ->
        [find] ⏸ Topilganlarni toʻxtatib turish
        [watch] ⏸ Yoʻqolganlarni toʻxtatib turish
        [question] ⏸ Savollarni toʻxtatib turish
       *[appeal] ⏸ Murojaatlarni toʻxtatib turish
    }
button-schedule-resume =
    { $kind ->
        [find] ▶️ Topilganlarni davom ettirish
        [watch] ▶️ Yoʻqolganlarni davom ettirish
        [question] ▶️ Savollarni davom ettirish
       *[appeal] ▶️ Murojaatlarni davom ettirish
    }
button-schedule-skip = ⏭ Bir marta oʻtkazib yuborish
button-schedule-forward = ⏫ Ertaroq chiqarish
button-schedule-back = ↩️ Jadvalga qaytish

schedule-skipped = ⏭ Bir marta oʻtkazib yuboramiz. Keyingi navbati: { $moment }
schedule-forwarded = ⏫ Tayyor, navbatsiz chiqadi: { $moment }
schedule-forwarded-later = ⏫ Tayyor: yana koʻrsatish mumkin boʻlganda navbatsiz chiqadi.
schedule-paused-already = Bu allaqachon toʻxtatib turilibdi.
schedule-resumed-already = Bu allaqachon davom etyapti.
schedule-moved-already = Bu allaqachon bajarilgan. Hozirgi holati quyida.
schedule-gone = Bu endi kanalga qayta chiqmaydi.
schedule-unknown = Bunday kodni bilmaymiz. Shunday yozing: /schedule K7M4Q
schedule-over = { $code }: yopilgan, kanalga qayta chiqmaydi.
schedule-not-public = { $code }: hozir hammadan yashirin, shuning uchun kanalga chiqmaydi.
schedule-absent = { $code }: jadvalda yoʻq. Eʼlon qilinganda kanal boʻlmagan.

schedule-note-paused = toʻxtatildi
schedule-note-resumed = davom ettirildi
schedule-note-skipped = bir marta oʻtkazildi
schedule-note-forward = navbatsiz chiqadi
