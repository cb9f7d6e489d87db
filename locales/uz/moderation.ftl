# Moderation: handlers/moderation.py, relay/moderation.py

review-card =
    🕐 <b>Bir eʼlon sizni kutyapti</b>

    { $card }
    Toʻliq ism-familiya: <code>{ $name }</code>
button-approve = ✅ Eʼlonni chiqarish
button-reject = ✖️ Rad etish
review-approved = ✅ Eʼlon { $code } chiqdi.
review-rejected = ✖️ Eʼlon { $code } rad etildi, topgan kishiga aytildi.
review-decided = Buni allaqachon kimdir hal qilgan.
review-approved-finder = ✅ Eʼloningiz <code>{ $code }</code> chiqdi. Rahmat!
review-rejected-finder = Eʼloningiz <code>{ $code }</code> chiqmadi: koʻngillining fikricha, unda xato bor. Iltimos, tekshirib, qayta yuboring: /found

trouble-unknown =
    ❓ Eʼlon { $code } kanalga joylanayotganda aloqa uzildi. Iltimos, kanalga qarang: u chiqqanmi?

    Chiqmagan boʻlsa, qayta yuboring.
trouble-undeliverable =
    ⚠️ Eʼlon { $code } kanalga chiqmadi: { $problem }

    Bot kanalda administrator ekanini va yozishga ruxsati borligini tekshiring, keyin qayta yuboring.
trouble-settled = Bu allaqachon hal qilingan.
trouble-resent = 📤 Qayta yuborildi.
trouble-left = Shundayligicha qoldi.
button-send-again = 📤 Qayta yuborish
button-leave = Shundayligicha qoldirish
review-changed = Topgan kishi eʼlonni oʻzgartirdi. Iltimos, eng oxirgi xabardagi tugmani bosing.
trouble-delete = { $code } eʼloni olib tashlandi, lekin kanalga chiqqan-chiqmagani nomaʼlum. Iltimos, kanalni koʻring, u yerda boʻlsa, oʻchiring.
