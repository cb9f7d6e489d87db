# Watches and notices: handlers/watches.py, relay/watches.py

lost-title = Yoʻqolgan hujjat
lost-type = Qaysi hujjatni yoʻqotdingiz?
lost-country = Uni qaysi davlat bergan?
lost-name = <b>Ism-familiyangizni hujjatdagidek</b> yozing, istalgan alifboda.
lost-place = Qayerda yoʻqotgan boʻlishingiz mumkin? Joyni tanlang, yozing yoki lokatsiyangizni yuboring 📎. Bilmasangiz, “Oʻtkazib yuborish” tugmasini bosing.
lost-preview =
    <b>Iltimos, tekshirib koʻring</b>

    { $answers }

    Kimdir topsa, sizga darhol xabar beramiz. Bu javoblarni boshqa hech kim koʻrmaydi.
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
