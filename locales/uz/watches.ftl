# Watches and notices: handlers/watches.py, relay/watches.py

lost-title = Yoʻqolgan hujjat
lost-type = Nima yoʻqotdingiz?
lost-country = Uni qaysi davlat bergan?
lost-name = <b>Ism-familiyangizni hujjatdagidek</b> yozing, istalgan alifboda.
lost-place = Qayerda yoʻqotgan boʻlishingiz mumkin? Joyni tanlang, yozing, lokatsiyangizni yuboring 📎 yoki oʻtkazib yuboring.
lost-preview =
    <b>Iltimos, tekshirib koʻring</b>

    { $answers }

    Kimdir topsa, sizga darhol xabar beramiz. Buni boshqa hech kim koʻrmaydi.
button-send-lost = 🔔 Topilsa, xabar bering
lost-saved = 🔔 <b>Kuzatib turibmiz.</b> Kimdir { $name } nomidagi hujjatni topishi bilan sizga shu yerda yozamiz.
lost-changed = ✅ Saqlandi. { $name } nomidagi hujjatni kuzatib turibmiz.
lost-advice =
    <b>Hozir nima qilish kerak</b>
    1. Eng yaqin politsiyaga (IIB) hujjat yoʻqolganini ayting va shu haqda maʼlumotnoma (spravka) soʻrang. Telefon: 102, Turkiyada 112.
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
lost-too-many = Bir odam koʻpi bilan { $limit } ta hujjatni kutishi mumkin. Avval bittasini toʻxtating: /my

match-found =
    🔔 <b>Balki hujjatingiz topilgandir!</b>

    { $card }
match-declined = Rahmat, demak, { $code } boshqa odamniki. Sizniki topilishini kuzatib turamiz.
