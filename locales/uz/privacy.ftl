# Privacy: handlers/privacy.py, relay/privacy.py

privacy =
    <b>Tabyldyda maxfiylik</b>

    <b>Nimani saqlaymiz.</b> Telegramdagi id raqamingiz va tilingizni. Qanday yangiliklar soʻraganingizni va tinch vaqtingizni. Eʼlon yoki siz kutayotgan hujjat boʻyicha: hujjat turi, davlat, ism-familiya, joy, kun va sizni boshqalardan ajratish uchun bergan maʼlumotlaringizni. Suhbat boʻyicha: ikkovingiz yuborganlaringizni va hujjatni qaytarish kodini. Koʻngillilarga yozganlaringizni. Bir-ikki kun davomida: qaysi ismlarni qidirganingizni. Odamning kimligini bildiradigan hamma narsa shifrlangan, shifr kaliti esa boshqa joyda turadi.

    <b>Nimani hech qachon saqlamaymiz.</b> Eʼlon bilan yuborilgan rasmlarni. Topgan kishi bergan maxfiy maʼlumotlar (raqam, tugʻilgan yil, berilgan joy) raqamli izga aylantiriladi, undan ularni hech kim qayta oʻqiy olmaydi.

    <b>Kim nimani koʻradi.</b> { $public ->
        [full] Hamma: hujjat turini, ism-familiyani, joy va kunni.
        [none] Hamma: hujjat turini, joy va kunni, ism-familiyasiz.
       *[initial] Hamma: hujjat turini, ismni va familiyaning bosh harfini, joy va kunni.
    } Suhbatdoshingiz: faqat oʻziga yuborganlaringizni. Koʻngillilar: eʼlonni, undagi toʻliq ism-familiyani, kimdir yordamga chaqirganda esa suhbatning oxirgi xabarlarini. Boshqa hech kim koʻrmaydi. Hech narsani sotmaymiz va hech kimga bermaymiz.

    <b>Qancha vaqt.</b> Eʼlon { $kept } kun turadi. U yopilganidan { $wiped } kun keyin ism-familiya, joy, berilgan maʼlumotlar va suhbat oʻchiriladi. Sizga yozganlarimiz 2 kundan keyin yoki tegishli eʼlon bilan birga oʻchiriladi. Egasiga qaytgan hujjatlar sanaladi, lekin ismlarsiz. Shifokor haqidagi savol ismingizsiz chiqadi, hammasi shifrlab saqlanadi va savol yopilganidan { $wiped } kun keyin oʻchiriladi. Shifokorga berilgan ovoz qoladi, lekin uni kim bergani saqlanmaydi. Yordam murojaatining hujjatlarini faqat koʻngillilar koʻradi, ular murojaat yopilganidan { $wiped } kun keyin oʻchiriladi. Summalar ochiq qoladi.

    <b>Huquqlaringiz.</b> Siz haqingizda saqlayotgan hamma narsani koʻrish: /mydata. Darhol oʻchirish: /delete. Rozilikni qaytarib olish: pastdagi tugma. Eʼlon qilingan biror narsa siz haqingizda boʻlsa, uni oching va “Bu men haqimda” tugmasini bosing: u darhol yashiriladi.

    Tabyldy ortida koʻngillilar turadi. Bu bepul, pul hech qachon biz orqali oʻtmaydi.
button-privacy = 🔒 Maxfiylik
button-mydata = 📄 Maʼlumotlarimni koʻrish
button-unconsent = ✋ Roziligimni qaytarib olish
button-delete = 🗑 Hammasini oʻchirish
mydata = 📄 Mana, siz haqingizda saqlayotganlarimizning hammasi: oʻqish uchun fayl va shularning toʻliq nusxasi, kompyuter uchun (JSON).
mydata-head = Tabyldy: siz haqingizda nimalarni saqlaymiz (birinchi kelgan kuningiz: { $since })
mydata-reports = Siz topgan hujjatlar:
mydata-watches = Siz kutayotgan hujjatlar:
mydata-appeals = Yordam haqidagi murojaatlaringiz:
mydata-claims = “Meniki” deganlaringiz:
mydata-conversations = Suhbatlarda yozganlaringiz:
mydata-foot = Qolgan hammasi (til, botdan kelgan xabarlar, chala qolgan ishlar) tabyldy.json faylida. Hammasini oʻchirish: /delete
delete-ask =
    <b>Siz haqingizdagi hamma narsa oʻchirilsinmi?</b>

    Eʼlonlaringiz, kutayotgan hujjatlaringiz, suhbatlar va xabarlar darhol yoʻq boʻladi. Buni hech kim ortga qaytara olmaydi, biz ham. Suhbatdoshingizga faqat chiqib ketganingizni aytamiz. Bittagina narsa qoladi: siz idoraga topshirgan hujjat haqidagi eʼlon. Unda siz haqingizda hech narsa boʻlmaydi, egasi esa uni hali qidirayotgan boʻlishi mumkin.
button-delete-sure = 🗑 Ha, hammasi oʻchirilsin
delete-done = 🗑 Bajarildi. Endi siz haqingizda hech narsa bilmaymiz. Bu chatdagi xabarlar Telegramda turibdi: ularni oʻzingiz tozalashingiz mumkin. Sizga yaxshiliklar tilaymiz!
unconsent-ask =
    <b>Roziligingizni qaytarib olasizmi?</b>

    Eʼlonlaringiz, kutayotgan hujjatlaringiz va suhbatlaringiz hozir yopiladi va bir necha kundan keyin oʻchiriladi. Yangilik ham yubormaymiz. Istalgan paytda yana rozilik berishingiz mumkin.
button-unconsent-sure = ✋ Ha, qaytarib olaman
unconsent-done = ✋ Bajarildi. Ochiq turgan hamma narsangiz yopildi. Yana boshlamoqchi boʻlsangiz, botga yozing: u roziligingizni soʻraydi.
