# Found documents: handlers/documents.py, relay/cards.py, relay/posts.py

found-title = Topilgan hujjat
found-type = Qanday hujjat topdingiz?
found-country = Uni qaysi davlat bergan?
found-name =
    Hujjat kimniki? <b>Ism-familiyani undagidek</b> yozing: avval familiya, keyin ism.

    { $public ->
        [full] Hamma faqat ism-familiyani koʻradi, hujjatdagi boshqa hech narsani koʻrmaydi.
        [none] Ism-familiyani boshqa hech kim koʻrmaydi.
       *[initial] Boshqalar faqat ismni va familiyaning bosh harfini koʻradi.
    }
found-place = Qayerda topdingiz? Joyni tanlang, yozing yoki lokatsiyangizni yuboring 📎.
found-number_tail =
    <b>Hujjat raqamining oxirgi 4 ta belgisini</b> yozing, masalan: 4821.

    Ularni hech kim koʻrmaydi. Ular keyin haqiqiy egasini aniqlashga yordam beradi.
found-day = Qaysi kuni topdingiz? Tugmani bosing yoki shunday yozing: 22.11.
found-whereabouts = Hujjat hozir qayerda?
found-birth_year = Hujjatda nechanchi yilda tugʻilgan deb yozilgan? Buni hech kim koʻrmaydi, bu keyin egasini aniqlashga yordam beradi.
found-issue_place = Hujjat qayerda berilgan? Buni hech kim koʻrmaydi, bu keyin egasini aniqlashga yordam beradi.
found-preview =
    <b>Iltimos, tekshirib koʻring</b>

    { $answers }

    { $public ->
        [none] Ism-familiyani boshqa hech kim koʻrmaydi.
       *[other] Boshqalarga ism shunday koʻrinadi: <b>{ $name }</b>
    }
button-send-found = ✅ Yuborish
found-thanks =
    🙏 <b>Rahmat! Hujjatlar mana shunday egasiga qaytadi.</b>

    Eʼloningiz chiqdi, uning kodi: <code>{ $code }</code>. Egasi topilsa, sizga shu yerda yozamiz.
    Hujjat sizda boʻlsa, iltimos, uni asrab turing. Oʻzgartirish yoki olib tashlash: /my
found-queued =
    🙏 <b>Rahmat!</b>

    Koʻngilli eʼloningizni tekshiradi, keyin u hammaga koʻrinadi. Eʼlon kodi: <code>{ $code }</code>. Natijasini sizga shu yerda aytamiz.
found-changed = ✅ Saqlandi. Eʼlon <code>{ $code }</code> yangilandi.
found-handed_place = Aynan qaysi birida? U qayerda? Joyni tanlang, yozing yoki lokatsiyangizni yuboring 📎.
found-expired =
    ⌛ { $days } kun oʻtdi va <code>{ $code }</code> eʼloningizning muddati tugadi. Endi uni hech kim koʻrmaydi.

    Hujjat hali sizdami? Eʼlonni qayta oching yoki hujjatni topshiring: politsiyaga, konsulxonaga yoki pochtaga.
button-renew = 🔄 Qayta ochish
found-renewed = ✅ Rahmat! { $code } eʼloni { $day } kunigacha ochiq turadi.
found-too-many = Bir kunda koʻpi bilan { $limit } ta eʼlon berish mumkin. Iltimos, ertaga davom eting.

document-card =
    📄 <b>{ $type }</b> · { $country }
    👤 { $name }
    📍 { $place }, { $day }
    🏷 { $whereabouts }
    🔑 <code>{ $code }</code>
document-name-hidden = ism koʻrsatilmaydi
document-gone = Bu eʼlon yopilgan: hujjat egasiga qaytgan yoki eʼlon olib tashlangan.
document-share-words = Hujjat topildi. Balki egasini tanirsiz?
place-unknown = joyi nomaʼlum

post-found =
    🙌 <b>Topildi!</b>

    { $card }
post-claimed =
    🤝 <b>Egasi topildi: hujjat unga qaytarilmoqda.</b>

    { $card }
post-returned = ❤️ <b>Qaytdi!</b> Hujjat { $code } yana egasining qoʻlida.
post-closed = Eʼlon { $code } yopildi.
mention-returned = ❤️ Hujjat { $code } yana egasining qoʻlida.
mention-closed = Eʼlon { $code } yopildi.
post-story =
    ❤️ <i>{ $words }</i>

    Bir hujjat egasiga qaytdi.
post-story-gone = ❤️ Bir hujjat egasiga qaytdi.

button-mine = 🙋 Bu meniki
button-mine-code = 🙋 { $code } meniki
button-not-mine = Meniki emas
button-share = 📤 Ulashish

photo-not-kept =
    Hujjat rasmlarini saqlamaymiz: egasi uchun shunisi xavfsizroq.

    Hujjat topgan boʻlsangiz, tugmani bosing va bir nechta qisqa savolga javob bering.
location-near = Siz shu joyga yaqinsiz: <b>{ $place }</b>. U yerda nima boʻldi?

my-title = <b>Eʼlonlaringiz va siz kutayotgan hujjatlar</b>
my-nothing = Hozir ochiq eʼloningiz yoʻq. Hujjat topdingizmi yoki yoʻqotdingizmi? Pastdagi tugmani bosing.
my-report = 🙌 { $type } · { $name }
my-watch = 🔔 { $type } · { $name }
my-report-card =
    <b>Buni siz topgansiz</b> · { $state }

    { $card }

    Toʻliq ism-familiyani faqat siz va koʻngillilar koʻrasiz: <code>{ $name }</code>
my-watch-card =
    <b>Siz shu hujjatni kutyapsiz</b>

    📄 { $type } · { $country }
    👤 <code>{ $name }</code>
    📍 { $place }
my-gone = Bu endi yopilgan. Ochiq turganlari: /my
my-claimed = Egasi topilgan, shuning uchun endi oʻzgartirib boʻlmaydi. Suhbatni shu yerda koʻring: /my
my-hidden = Bu eʼlonni koʻngilli koʻrib chiqyapti. Iltimos, biroz kuting.
state-queued = koʻngilli tekshiruvida
state-open = eʼlon chiqqan
state-claimed = egasi topilgan
state-with_authorities = idoraga topshirilgan
state-hidden = hozircha yashirilgan
state-returned = egasiga qaytgan
state-rejected = eʼlon chiqmagan
state-withdrawn = olib tashlangan
state-expired = muddati tugagan

button-edit = ✏️ Oʻzgartirish
button-withdraw-r = 🗑 Olib tashlash
button-withdraw-w = ✖️ Toʻxtatish
button-withdraw-r-sure = 🗑 Ha, olib tashlansin
button-withdraw-w-sure = ✖️ Ha, toʻxtatilsin
withdraw-r-ask = Bu eʼlonni olib tashlaysizmi? Shunda egasi uni topa olmaydi.
withdraw-w-ask = Bu hujjatni kutishni toʻxtatasizmi? Shunda u topilsa ham, sizga xabar bermaymiz.
withdraw-r-done = Olib tashlandi. Endi uni hech kim topa olmaydi.
withdraw-w-done = Toʻxtatildi. Hujjatingiz qoʻlingizga qaytgan degan umiddamiz.
found-whereabouts-finder = Oʻzimda
