# Watches and notices: handlers/watches.py, relay/watches.py

lost-title = Yoʻqolgan hujjat
lost-type = Qaysi hujjatni yoʻqotdingiz?
lost-country = Uni qaysi davlat bergan?
lost-name = <b>Ism-familiyangizni hujjatdagidek</b> yozing, istalgan alifboda.
lost-place = Qayerda yoʻqotgan boʻlishingiz mumkin? Joyni tanlang, yozing yoki lokatsiyangizni yuboring 📎. Bilmasangiz, “Oʻtkazib yuborish” tugmasini bosing.
lost-preview =
    <b>Iltimos, tekshirib koʻring</b>

    { $answers }

    Kimdir topsa, sizga darhol xabar beramiz. Kanalda eʼlon qilishni oʻzingiz soʻramasangiz, bu javoblarni boshqa hech kim koʻrmaydi.
button-send-lost = 🔔 Topilsa, xabar bering
lost-saved = 🔔 <b>Yozib oldik.</b> Kimdir { $name } nomidagi hujjatni topsa, sizga darhol shu yerda yozamiz.
lost-changed = ✅ Saqlandi. { $name } nomidagi hujjat topilsa, sizga darhol yozamiz.
lost-advice =
    <b>Hozir nima qilish kerak</b>
    1. Eng yaqin politsiya boʻlimiga (IIB) hujjat yoʻqolganini ayting va shu haqda maʼlumotnoma (spravka) soʻrang. Telefon: 102, Turkiyada 112.
    2. Chet eldamisiz? Oʻz davlatingiz konsulxonasiga{ $code ->
        [XX] {""}
       *[other] {" "}({ $country })
    } qoʻngʻiroq qiling yoki boring. U yerda vatanga qaytish uchun hujjat berishlari mumkin.
    3. Yoʻqotgan joyingizning oʻzidan soʻrang: chegara posti, vokzal, topilgan buyumlar boʻlimi.
    4. “Hujjatingiz menda” degan odamga hech qachon oldindan pul bermang.
lost-already =
    { $saved }

    <b>Bular allaqachon topilgan. Orasida sizniki bormi?</b>

    { $cards }
lost-perhaps =
    { $saved }

    <b>Ehtimol, sizniki chiqib qolar, bir koʻrib qoʻying:</b>

    { $cards }
lost-number_tail =
    Bilsangiz, hujjatingiz <b>raqamining oxirgi 4 ta belgisini</b> yozing.

    Ularni hech kim koʻrmaydi. Ular sizni ismdoshlaringizdan ajratishga yordam beradi.
lost-birth_year = Hujjatda nechanchi yilda tugʻilgan deb yozilgan? Buni hech kim koʻrmaydi.
lost-issue_place = Hujjat qayerda berilgan? Buni hech kim koʻrmaydi.
lost-too-many-today = Bir kunda koʻpi bilan { $limit } ta yoʻqolgan hujjatni yozdirish mumkin. Iltimos, ertaga davom eting.
lost-too-many = Bir odam koʻpi bilan { $limit } ta hujjatni kutishi mumkin. Avval bittasini toʻxtating: /my

match-found =
    🔔 <b>Balki hujjatingiz topilgandir!</b>

    { $card }
match-perhaps =
    🔎 <b>Bir koʻrib qoʻying, bu hujjat sizniki emasmikan?</b>

    { $card }
match-declined = Rahmat, demak, { $code } boshqa odamniki. Sizniki topilsa, darhol yozamiz.

# The channel tells of it too: handlers/public_watches.py, relay/public_watches.py, relay/lost_items.py

button-tell-channel = 📢 Kanalda ham eʼlon qilish
lost-public-preview =
    📢 <b>Kanalda hammaga shunday koʻrinadi:</b>

    { $post }

    Boshqa hech narsa yozilmaydi: hujjat raqami ham, akkauntingiz ham, telefoningiz ham koʻrinmaydi. Istalgan paytda olib tashlashingiz mumkin.
button-publish-lost = ✅ Eʼlon qilish
button-not-now = Hozir emas
lost-public-done =
    📢 <b>Tayyor: eʼlon kanalga ham chiqadi.</b>

    Hujjat topilguncha yoki oʻzingiz kutishni toʻxtatguningizcha u kanalda vaqti-vaqti bilan yana koʻrsatilib turadi. Kodi: <code>{ $code }</code>. Olib tashlash: /my
lost-public-not-now = Yaxshi, kanalga hech narsa chiqarmaymiz. Hujjatingiz topilsa, sizga darhol xabar beramiz. Kanalda keyin ham eʼlon qilish mumkin: /my
lost-public-now = 📢 Kanalda ham bor: <code>{ $code }</code>
lost-public-changed = 📢 Kanaldagi eʼlon ham yangilandi.
button-untell = 🔇 Kanaldan olib tashlash
lost-public-removed = 🔇 Eʼlon kanaldan olib tashlandi. Hujjatingizni kutishda davom etamiz, topilsa, sizga darhol yozamiz.
lost-public-already = Bu eʼlon kanalda bor. Koʻrish: /my
lost-public-rest = Bugun koʻngilli eʼloningizni kanaldan olib tashladi. Ertaga yana eʼlon qilishingiz mumkin.
lost-public-too-many = Kanalda bir kunda koʻpi bilan { $limit } ta yoʻqolgan hujjat haqida eʼlon berish mumkin. Iltimos, ertaga davom eting.
lost-public-hidden =
    🔇 Koʻngilli <code>{ $code }</code> eʼloningizni kanaldan olib tashladi. Hujjatingizni kutishda davom etamiz, topilsa, sizga darhol yozamiz.

    Yozganlaringizni koʻrib chiqib, oʻzgartirishingiz mumkin: /my. Ertaga yana eʼlon qilsa boʻladi.
lost-public-hidden-done = 🔇 { $code } kanaldan olib tashlandi. Egasiga aytdik, u ertaga yana eʼlon qila oladi.
lost-gone = Bu qidiruv tugagan. Hujjat topdingizmi? Pastdagi “Hujjat topdim” tugmasini bosing, egasini qidiramiz.
lost-card =
    📄 <b>{ $type }</b> · { $country }
    👤 { $name }
    📍 { $known ->
        [yes] Yoʻqolgan joyi: { $place }
       *[no] Qayerda yoʻqolgani nomaʼlum
    }
    🔑 <code>{ $code }</code>
lost-share-words = Kimdir hujjatini yoʻqotib qoʻyibdi. Koʻrmadingizmi?
post-lost =
    🔎 <b>Hujjat yoʻqoldi! Koʻrmadingizmi?</b>

    { $card }

    Topib olgan boʻlsangiz, pastdagi tugmani bosing: egasiga darhol xabar beramiz.
post-lost-home = ❤️ <b>Hujjat egasiga qaytdi!</b> Qidirishga yordam berganlarning hammasiga rahmat.
post-lost-over = Bu qidiruv tugadi. Qidirishga yordam berganlarning hammasiga rahmat.
button-found-it = 🙌 Men topdim
audit-hidden = kanaldan olib tashlandi
mydata-public-watch = kanaldagi kodi: { $code }
