# What Telegram shows of the bot: bot/profile.py (name 64, short description 120, description 512 characters)

profile-name = Tabyldy · topilgan va yoʻqolgan hujjatlar
profile-short = Hujjat topdingizmi? Yoʻqotdingizmi? Ismni istalgan alifboda yozing, egasiga qaytaramiz. Bepul.
profile-description =
    Tabyldy (“topildi!”) yoʻqolgan hujjatlarni egasiga qaytaradi: Oʻzbekiston, Qozogʻiston, Qirgʻiziston, Tojikiston, Rossiya va Turkiyada.

    Pasport topdingizmi? Bir daqiqada eʼlon bering.
    Yoʻqotdingizmi? Ismingizni istalgan alifboda yozing, topilsa, oʻzimiz xabar beramiz.

    Bepul. Maʼlumotlaringiz shifrlangan: /privacy. Hech qachon pul olmaymiz.

command-found = Hujjat topdim
command-lost = Hujjat yoʻqotdim
command-search = Ism boʻyicha qidirish
command-medical = Yaxshi shifokor qidirish
command-doctors = Boshqalarga yordami tekkan shifokorlar
command-appeal = Pul bilan yordam soʻrash
command-check = Murojaat yoki kartani tekshirish
command-ledger = Kelgan va ketgan pulni yozish
command-my = Eʼlonlarim
command-settings = Sozlamalar
command-stop = Yangilik olishni toʻxtatish
command-language = Tilni oʻzgartirish
command-help = Nimalar qila olaman
command-share = Kontaktimni berish
command-privacy = Nimani saqlaymiz va kim koʻradi
command-mydata = Maʼlumotlarimni koʻrish
command-delete = Men haqimdagi hamma narsani oʻchirish
command-cancel = Boshlangan ishni bekor qilish
