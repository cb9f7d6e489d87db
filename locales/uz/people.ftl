# Hello, language, consent, help: handlers/people.py

language-ask = Qaysi tilda gaplashamiz?
language-changed = Yaxshi, endi oʻzbekcha gaplashamiz.
button-language = 🌐 Tilni oʻzgartirish

consent =
    <b>Tabyldy yoʻqolgan hujjatlarni egasiga qaytaradi.</b>

    Boshlashdan oldin uch narsani bilib qoʻying:
    • Siz yozgan ism-familiya shifrlab saqlanadi. { $public ->
        [full] Hamma ism-familiyani koʻra oladi, lekin hujjat raqamini, rasmini va tugʻilgan sanani koʻrmaydi.
        [none] Uni boshqa hech kim koʻra olmaydi.
       *[initial] Boshqalar faqat ismni va familiyaning bosh harfini koʻradi.
    }
    • Biz hech qachon pul olmaymiz. Akkauntingizni ham, telefon raqamingizni ham begonalarga koʻrsatmaymiz: bot orqali gaplashasiz.
    • Hammasini istalgan paytda olib tashlashingiz mumkin: /my. Batafsil: /privacy

    Rozimisiz?
button-agree = ✅ Roziman

home =
    👋 <b>Tabyldy</b>: topilgan hujjatlar va ularni qidirayotgan odamlar shu yerda uchrashadi.

    🔎 Hujjat yoʻqotdingizmi? <b>Undagi ism-familiyani yozing</b>, istalgan alifboda.
    🙌 Hujjat topdingizmi? Pastdagi “Hujjat topdim” tugmasini bosing.
    🩺 Yaxshi shifokor kerakmi? Odamlardan soʻrang: /medical. Shifokorlar roʻyxati: /doctors
    🤲 Pul soʻrashyaptimi? Avval tekshiring: /check. Oʻzingizga yordam kerakmi: /appeal
help =
    <b>Nimalar qila olaman</b>

    🙌 /found — hujjat topdim
    🔔 /lost — hujjat yoʻqotdim (topilsa, xabar bering)
    🔎 /search — ism boʻyicha qidirish (ismni shunchaki yozsangiz ham boʻladi)
    🩺 /medical — yaxshi shifokor qidirish, /doctors — shifokorlar roʻyxati
    🤲 /appeal — pul bilan yordam soʻrash, /check — murojaat yoki kartani tekshirish
    📋 /my — eʼlonlarim: oʻzgartirish yoki olib tashlash
    🌐 /language — tilni oʻzgartirish
    ⚙️ /settings — sozlamalar
    🔒 /privacy — nimani saqlaymiz va uni qanday oʻchirish mumkin
    ✖️ /cancel — boshlangan ishni bekor qilish

    Bu bepul. Kimdir hujjatingiz uchun pul soʻrasa, bermang.
settings =
    <b>Sozlamalar</b>

    Til: { $current }
    Eʼlonlaringiz va siz kutayotgan hujjatlar: /my

menu-found = 🙌 Hujjat topdim
menu-lost = 🔔 Hujjat yoʻqotdim
menu-search = 🔎 Ism boʻyicha qidirish
menu-my = 📋 Eʼlonlarim

tap-stale = Bu tugma eskirgan. Iltimos, eng oxirgi xabardagi tugmani bosing.
not-a-moderator = Buni faqat moderatorlar qila oladi.
fault = Bizda nosozlik yuz berdi, bundan xabardormiz. Oxirgi xabaringiz qabul qilinmadi: iltimos, bir daqiqadan keyin uni qayta yuboring.
storage-down = Hozir hech narsani saqlay olmayapmiz. Maʼlumotlaringiz yoʻqolgani yoʻq: iltimos, bir necha daqiqadan keyin oxirgi xabaringizni qayta yuboring.

# Words that say what happened, when somebody writes a sentence: whole words between commas; no names.
words-found = topdim, topdik, topib
words-lost = yoʻqotdim, yoʻqotib, yoʻqotdik, yoʻqoldi, yoʻqolib, yoʻqolgan, oʻgʻirlandi, oʻgʻirlashdi, oʻgʻirlatdim, oʻgʻirlatib
