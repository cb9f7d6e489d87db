# The weekly summary and what is stuck: relay/summaries.py

summary-title = 📊 <b>Hafta yakuni: { $first } – { $last }</b>
summary-returned =
    { $count ->
        [0] Bu hafta birorta hujjat egasiga qaytmadi. Birga qidirishda davom etamiz.
        [one] ❤️ Bu hafta <b>{ $count } ta hujjat</b> egasiga qaytdi.
       *[other] ❤️ Bu hafta <b>{ $count } ta hujjat</b> egalariga qaytdi.
    }
summary-found =
    { $count ->
        [one] 📄 Odamlar <b>{ $count } ta hujjat</b> topib, bizga xabar berishdi.
       *[other] 📄 Odamlar <b>{ $count } ta hujjat</b> topib, bizga xabar berishdi.
    }
summary-waiting =
    { $count ->
        [one] ⏳ Hozir <b>{ $count } ta hujjat</b> egasini kutyapti.
       *[other] ⏳ Hozir <b>{ $count } ta hujjat</b> egalarini kutyapti.
    }
summary-owners =
    { $count ->
        [one] 🔎 Yoʻqolgan <b>{ $count } ta hujjatni</b> egasi qidiryapti.
       *[other] 🔎 Yoʻqolgan <b>{ $count } ta hujjatni</b> egalari qidiryapti.
    }
summary-answered =
    { $count ->
        [one] 🩺 Shifokor haqidagi <b>{ $count } ta savolga</b> javob keldi.
       *[other] 🩺 Shifokor haqidagi <b>{ $count } ta savolga</b> javob keldi.
    }
summary-appeals =
    { $count ->
        [one] 🤲 Hozir yordam soʻralgan <b>{ $count } ta murojaat</b> ochiq.
       *[other] 🤲 Hozir yordam soʻralgan <b>{ $count } ta murojaat</b> ochiq.
    }
summary-proven =
    { $count ->
        [one] 🧾 Bu hafta shulardan <b>{ $count } tasi</b> boʻyicha yangi cheklar koʻrsatildi.
       *[other] 🧾 Bu hafta shulardan <b>{ $count } tasi</b> boʻyicha yangi cheklar koʻrsatildi.
    }
summary-days =
    { $days ->
        [0] 🕊 Hujjat odatda bir kun oʻtmay egasiga qaytadi.
        [one] 🕊 Hujjat odatda { $days } kunda egasiga qaytadi.
       *[other] 🕊 Hujjat odatda { $days } kunda egasiga qaytadi.
    }
summary-thanks = Befarq oʻtib ketmagan har bir insonga rahmat.

chart-title = Hafta yakuni
chart-returned =
    { $amount ->
        [one] ta hujjat egasiga qaytdi
       *[other] ta hujjat egalariga qaytdi
    }
chart-waiting =
    { $amount ->
        [one] ta hujjat egasini kutyapti
       *[other] ta hujjat egalarini kutyapti
    }
chart-days =
    { $days ->
        [0] kun ichida odatda egasiga qaytadi
        [one] kunda odatda egasiga qaytadi
       *[other] kunda odatda egasiga qaytadi
    }
chart-first = egasiga qaytdi
chart-second = egasini kutyapti
chart-elsewhere = Boshqa joylar
chart-dates = { $first } – { $last }
chart-empty = Hozir egasini kutayotgan hujjat yoʻq

stuck-title = 🗓 <b>Bu hafta nimalar kechikib qoldi</b>
stuck-nothing = 🌿 Bu hafta hech narsa kechikmadi. Rahmat, yaxshi dam oling!
stuck-cases =
    { $count ->
        [one] ⏰ { $count } ta ish qaroringizni 3 kundan ortiq kutyapti ({ $kinds }). Koʻrish: /queue
       *[other] ⏰ { $count } ta ish qaroringizni 3 kundan ortiq kutyapti ({ $kinds }). Koʻrish: /queue
    }
stuck-kind = { $kind }: { $number }
stuck-posts =
    { $count ->
        [one] 📮 { $count } ta eʼlon kanalga chiqmadi yoki chiqqani nomaʼlum. Yuqoridan botning shu haqdagi xabarini topib, “Qayta yuborish” tugmasini bosing.
       *[other] 📮 { $count } ta eʼlon kanalga chiqmadi yoki chiqqani nomaʼlum. Yuqoridan botning shu haqdagi xabarlarini topib, “Qayta yuborish” tugmasini bosing.
    }
stuck-claims =
    { $count ->
        [one] 🙋 { $count } kishi hujjat oʻzinikimi yoki yoʻqmi, javobini 3 kundan ortiq kutyapti. Javoblarni solishtiring: /queue
       *[other] 🙋 { $count } kishi hujjat oʻzinikimi yoki yoʻqmi, javobini 3 kundan ortiq kutyapti. Javoblarni solishtiring: /queue
    }
stuck-talks =
    { $count ->
        [one] 💬 { $count } ta suhbatda kamida 5 kundan beri hech kim yozmadi. Hech narsa qilish shart emas: ikki hafta jim tursa, bot uni yopadi va hujjatni yana koʻrsatadi.
       *[other] 💬 { $count } ta suhbatda kamida 5 kundan beri hech kim yozmadi. Hech narsa qilish shart emas: ikki hafta jim tursa, bot ularni yopadi va hujjatlarni yana koʻrsatadi.
    }
stuck-unclaimed =
    { $count ->
        [one] 🕯 Topilgan { $count } ta hujjatni 14 kundan beri hech kim “meniki” demadi. Boshqa guruhlarga ham yozib koʻring.
       *[other] 🕯 Topilgan { $count } ta hujjatni 14 kundan beri hech kim “meniki” demadi. Boshqa guruhlarga ham yozib koʻring.
    }
stuck-overdue =
    { $count ->
        [one] 🔁 { $count } ta eʼlon toʻplamdagi navbatini 3 kundan ortiq kutyapti. Har hafta shunday boʻlsa, sahifa egasidan kunlik xabarlar sonini koʻpaytirishni soʻrang.
       *[other] 🔁 { $count } ta eʼlon toʻplamdagi navbatini 3 kundan ortiq kutyapti. Har hafta shunday boʻlsa, sahifa egasidan kunlik xabarlar sonini koʻpaytirishni soʻrang.
    }
stuck-appeals =
    { $count ->
        [one] 🤲 Yordam soʻralgan { $count } ta murojaat 3 kundan ortiq tekshiruvni kutyapti. Uni orangizdan ikki kishi koʻrishi kerak: /queue
       *[other] 🤲 Yordam soʻralgan { $count } ta murojaat 3 kundan ortiq tekshiruvni kutyapti. Har birini orangizdan ikki kishi koʻrishi kerak: /queue
    }
stuck-outcomes =
    { $count ->
        [one] 🏁 { $count } ta murojaat tugaganiga 7 kundan oshdi, natijasini hech kim aytmadi. Tashkilotchidan soʻrang yoki oʻzingiz aytib bering: /appeals
       *[other] 🏁 { $count } ta murojaat tugaganiga 7 kundan oshdi, natijasini hech kim aytmadi. Tashkilotchilardan soʻrang yoki oʻzingiz aytib bering: /appeals
    }
stuck-paused = ⏸ Hozircha qayta koʻrsatilmaydi: { $kinds }. Davom ettirish: /schedule
stuck-paused-find = topilgan hujjatlar
stuck-paused-watch = yoʻqolgan hujjatlar
stuck-paused-appeal = yordam haqidagi murojaatlar
stuck-paused-question = davolanish haqidagi savollar
