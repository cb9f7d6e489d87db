# What people asked to hear of: handlers/subscriptions.py, relay/cards.py, relay/privacy.py

button-news = 🔔 Yangiliklar va yordam
news-nothing =
    <b>Yangiliklar va yordam</b>

    Nimalar haqida xabar beraylik? Keraklisini bosing, shunda yozib turamiz. Hech narsa tanlamasangiz, bezovta qilmaymiz.
news-chosen =
    <b>Yangiliklar va yordam</b>

    ✅ belgisi qoʻyilganlari haqida yozib turamiz. Oʻzgartirish uchun kerakli tugmani bosing. Hammasini birdan toʻxtatish: /stop

topic-documents = Topilgan hujjatlar yangiliklari
topic-medical = Davolanish haqida savollar
topic-appeals = Yordam soʻraganlar
country-any = Istalgan davlat
quiet-none = Istalgan paytda yozavering

button-news-places =
    { $count ->
        [0] 📍 Joy tanlash
        [one] 📍 { $count } ta joydagi topilmalar
       *[other] 📍 { $count } ta joydagi topilmalar
    }
button-news-quiet = 🌙 Tinch vaqt: { $hours }
button-news-stop = 🔕 Hammasini toʻxtatish
button-news-add = ➕ Joy qoʻshish
button-news-everywhere = 🌍 Faqat muhim xabarlarni olish

news-everywhere =
    <b>Topilgan hujjatlar: faqat muhim yangiliklar</b>

    Har bir topilma haqida yozmaymiz. Maʼlum joylardagi topilmalar kerakmi? Oʻsha joylarni qoʻshing, { $limit } tagacha. Kuniga koʻpi bilan 5 ta xabar yuboramiz.
news-places =
    { $count ->
        [one] <b>Shu joyda topilgan hujjatlar</b>
       *[other] <b>Shu joylarda topilgan hujjatlar</b>
    }

    Shu atrofda topilganlari haqida yozamiz, kuniga koʻpi bilan 5 ta. Joyni olib tashlash uchun uni bosing. Hammasi boʻlib { $limit } tagacha joy boʻlishi mumkin.
news-country =
    <b>Qaysi davlat yangiliklari kerak?</b>

    Faqat boshqa davlatlarga tegishli yangiliklarni yubormaymiz. Tinch vaqtingiz ham shu davlat soatiga qarab hisoblanadi.
news-quiet =
    <b>Qaysi paytda bezovta qilmaylik?</b>

    Shu vaqtda kelgan xabarni keyin yuboramiz. Soatingizda hozir { $clock }. Bunday boʻlmasa, avval davlatingizni tanlang.

near-title = Topilgan hujjatlar
near-place = Qaysi joy atrofida? Roʻyxatdan tanlang, oʻzingiz yozing yoki joylashuvingizni yuboring 📎.
form-place-unknown = Bu joyni bilmaymiz. Chegara posti, vokzal, aeroport yoki bozorni yozing, masalan: Chorsu.
news-too-many-places =
    { $limit ->
        [one] Sizda { $limit } ta joy bor, bundan ortiq boʻlmaydi. Avval uni /settings orqali olib tashlang.
       *[other] Sizda { $limit } ta joy bor, bundan ortiq boʻlmaydi. Avval bittasini /settings orqali olib tashlang.
    }

news-followed =
    🔔 <b>Tayyor, endi sizga yozib turamiz.</b>

    { $what }

    Oʻzgartirish: /settings. Toʻxtatish: /stop
news-stopped =
    🔕 <b>Tayyor: endi yangilik yubormaymiz.</b>

    Oʻz eʼlonlaringiz va siz kutayotgan hujjatlar haqidagi xabarlar avvalgidek keladi. Yangiliklarni qaytarish: /settings

follow-place = 🔔 Shu joydagi topilmalar
follow-all = 🔔 Topilmalar haqida muhim xabarlar

mydata-subscriptions = Quyidagilar haqida xabar berishni soʻragansiz:
