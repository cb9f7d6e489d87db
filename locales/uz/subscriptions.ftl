# What people asked to hear of: handlers/subscriptions.py, relay/cards.py, relay/privacy.py

button-news = 🔔 Yangiliklar va murojaatlar
news-nothing =
    <b>Yangiliklar va murojaatlar</b>

    Nimalar haqida xabar beraylik? Keraklisini bosing, shunda yozib turamiz. Hech narsa tanlamasangiz, bezovta qilmaymiz.
news-chosen =
    <b>Yangiliklar va murojaatlar</b>

    ✅ belgisi qoʻyilganlari haqida yozib turamiz. Oʻzgartirish uchun kerakli tugmani bosing. Hammasini birdan toʻxtatish: /stop

topic-documents = Topilgan hujjatlar yangiliklari
topic-medical = Davolanish haqida savollar
topic-appeals = Yordam haqidagi murojaatlar
country-any = Istalgan davlat
quiet-none = Istalgan paytda yozavering

button-news-places =
    { $count ->
        [0] 📍 Joy tanlash
        [one] 📍 { $count } ta joydagi hujjatlar
       *[other] 📍 { $count } ta joydagi hujjatlar
    }
button-news-quiet = 🌙 Tinch vaqt: { $hours }
button-news-stop = 🔕 Hammasini toʻxtatish
button-news-add = ➕ Joy qoʻshish
button-news-everywhere = 🌍 Faqat muhim xabarlarni olish

news-everywhere =
    <b>Topilgan hujjatlar: faqat muhim yangiliklar</b>

    Har bir topilgan hujjat haqida yozmaymiz. Maʼlum bir joyda topilganlari kerakmi? Oʻsha joylarni qoʻshing, koʻpi bilan { $limit } ta. Kuniga koʻpi bilan 5 ta xabar yuboramiz.
news-places =
    { $count ->
        [one] <b>Shu joyda topilgan hujjatlar</b>
       *[other] <b>Shu joylarda topilgan hujjatlar</b>
    }

    Shu atrofda topilganlari haqida yozamiz, kuniga koʻpi bilan 5 ta xabar. Joyni olib tashlash uchun uni bosing. Koʻpi bilan { $limit } ta joy tanlash mumkin.
news-country =
    <b>Qaysi davlat yangiliklari kerak?</b>

    Boshqa davlatlargagina tegishli yangiliklarni yubormaymiz. Tinch vaqtingiz ham shu davlat soatiga qarab hisoblanadi.
news-quiet =
    <b>Qaysi paytda bezovta qilmaylik?</b>

    Shu vaqtda kelgan xabarni keyin yuboramiz. Sizda hozir soat { $clock }, toʻgʻrimi? Unday boʻlmasa, avval davlatingizni tanlang.

near-title = Topilgan hujjatlar
near-place = Qaysi joy atrofida? Roʻyxatdan tanlang, oʻzingiz yozing yoki lokatsiyangizni yuboring 📎.
form-place-unknown = Bu joyni bilmaymiz. Chegara posti, vokzal, aeroport yoki bozorni yozing, masalan: Chorsu.
news-too-many-places =
    { $limit ->
        [one] Siz { $limit } ta joy tanlagansiz, bundan ortiq boʻlmaydi. Avval uni /settings orqali olib tashlang.
       *[other] Siz { $limit } ta joy tanlagansiz, bundan ortiq boʻlmaydi. Avval bittasini /settings orqali olib tashlang.
    }

news-followed =
    🔔 <b>Tayyor, endi sizga yozib turamiz.</b>

    { $what }

    Oʻzgartirish: /settings. Toʻxtatish: /stop
news-stopped =
    🔕 <b>Tayyor: endi yangilik yubormaymiz.</b>

    Oʻz eʼlonlaringiz va siz kutayotgan hujjatlar haqidagi xabarlar avvalgidek keladi. Yangiliklarni qaytarish: /settings

follow-place = 🔔 Shu joyda topilganlardan xabar olish
follow-all = 🔔 Topilgan hujjatlar haqida muhim xabarlarni olish

mydata-subscriptions = Quyidagilar haqida xabar berishni soʻragansiz:
