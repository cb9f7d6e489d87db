# Handovers: handlers/handovers.py, relay/handovers.py, relay/stories.py

handover-code-shown =
    🔢 <b>{ $digits }</b>

    Topgan kishiga bu kodni faqat <b>hujjat qoʻlingizga tekkandan keyin</b> ayting, undan oldin emas. Oʻsha paytda kod yoningizda boʻlmasa, “Hujjatni qaytarib oldim” tugmasini bosing.
button-received = ✅ Hujjatni qaytarib oldim
handover-title = 🤝 Hujjatni egasiga berish
handover-code = Egasidan <b>6 xonali kodni</b> soʻrang va shu yerga yozing.
button-given = ✅ Kodsiz qaytarib berdim
handover-wrong =
    Bu kod egasidagi kodga toʻgʻri kelmadi.

    { $count ->
        [one] Yana <b>bir marta</b> urinib koʻrishingiz mumkin.
       *[other] Yana <b>{ $count } marta</b> urinib koʻrishingiz mumkin.
    }
handover-no-tries = Kod juda koʻp marta xato yozildi. Hujjatni berganingizdan keyin “Kodsiz qaytarib berdim” tugmasini bosing, egasi buni tasdiqlaydi.
handover-waits = ✅ Yozib qoʻydik. Suhbatdoshingiz ham tasdiqlasa, { $code } eʼloni yopiladi.
confirm-owner = 🤝 Topgan kishi { $code } hujjatini sizga qaytarganini aytyapti. Shundaymi?
confirm-finder = 🤝 Egasi { $code } hujjatini qaytarib olganini aytyapti. Shundaymi?
handover-done = 🎉 <b>{ $code } egasiga qaytdi.</b> Rahmat!
thanks-finder =
    ❤️ <b>Rahmat!</b> Siz tufayli bir odamning hujjati oʻziga qaytdi.
    { $count ->
        [one] Bu Tabyldy orqali egasiga qaytgan birinchi hujjat.
       *[other] Shu paytgacha Tabyldy orqali { $count } ta hujjat egasiga qaytdi.
    }

    Kanal uchun shu haqda bir jumla yozib berasizmi? Ism yozmang.
thanks-owner =
    ❤️ <b>Qanday yaxshi, { $code } yana oʻzingizda!</b>
    { $count ->
        [one] Bu Tabyldy orqali egasiga qaytgan birinchi hujjat.
       *[other] Shu paytgacha Tabyldy orqali { $count } ta hujjat egasiga qaytdi.
    }

    Kanal uchun bir jumla minnatdorchilik soʻzi yozib berasizmi? Ism yozmang.
button-story = ✍️ Bir jumla yozish
story-title = Kanal uchun bir jumla
story-words = <b>Bir jumla</b> yozing, koʻpi bilan 200 ta belgi. Ism va raqam yozmang. Avval uni koʻngilli oʻqiydi.
story-preview =
    <b>Iltimos, tekshirib koʻring</b>

    { $answers }

    Buni kanalda hamma koʻradi, lekin ismingiz koʻrinmaydi.
button-send-story = ✅ Yuborish
story-done = 🙏 Rahmat! Koʻngilli uni oʻqib, kanalga chiqaradi.
story-late = Bunga ancha vaqt boʻlgan yoki bu sizga tegishli emas.
story-no-contacts = Iltimos, telefon raqami, havola va karta raqamisiz qayta yozing.

hand_in-title = Idoraga topshirish
hand_in-handed_to = Hujjatni qayerga topshirdingiz?
hand_in-handed_place = Aynan qaysi biriga? U qayerda? Joyni tanlang, yozing yoki lokatsiyangizni yuboring 📎.
hand_in-preview =
    <b>Iltimos, tekshirib koʻring</b>

    { $answers }

    Egasi hujjatni qayerdan olishini hamma koʻradi.
button-send-hand_in = ✅ Yuborish
handed_to-police = 👮 Politsiyaga
handed_to-border_service = 🛂 Chegara xizmatiga
handed_to-consulate = 🏛 Konsulxonaga
handed_to-post_office = 📮 Pochtaga
label-handed_to = Topshirildi
label-handed_place = Aniq joyi
label-words = Yozganingiz
handed-in-done =
    🙏 <b>Rahmat!</b> Endi egasi hujjatni qayerdan olishni eʼlondan bilib oladi.

    { $card }
handed-in-owner =
    📍 <b>Topgan kishi hujjatingizni idoraga topshirdi.</b> Uni oʻsha yerdan oling. Kimligingizni tasdiqlaydigan biror narsa ola boring.

    { $card }
