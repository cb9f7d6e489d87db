# Moderation: handlers/moderation.py, relay/moderation.py, relay/cases.py, relay/case_cards.py, relay/troubles.py

case-review =
    🕐 <b>Bir eʼlon sizni kutyapti</b>

    { $card }
    Toʻliq ism-familiya: <code>{ $name }</code>
case-claim =
    🙋 <b>Kimdir “bu meniki” deyapti</b>

    { $card }
    Toʻliq ism-familiya: <code>{ $name }</code>
    Maxfiy maʼlumotlar: { $facts }

    <b>“Meniki” degan kishi:</b> { $claimant }
    <b>Topgan kishi:</b> { $finder }
case-dispute =
    ⚖️ <b>Ikki kishi “bu meniki” deyapti</b>

    { $card }
    Toʻliq ism-familiya: <code>{ $name }</code>

    <b>Birinchisi</b> (maxfiy maʼlumotlar: { $first_facts }): { $first }
    <b>Ikkinchisi</b> (maxfiy maʼlumotlar: { $second_facts }): { $second }
    <b>Topgan kishi:</b> { $finder }
case-money =
    💸 <b>“Mendan pul soʻrashdi”</b>. Kim aytyapti: { $who }. Suhbat toʻxtatib turildi.

    Eʼlon { $code }
    <b>Shu xabar haqida:</b> { $line }
    <b>Oxirgi xabarlar:</b>
    { $lines }
case-complaint =
    🚩 <b>Shikoyat</b>. Kim shikoyat qilyapti: { $who }. Suhbat davom etyapti.

    Eʼlon { $code }
    <b>Shu xabar haqida:</b> { $line }
    <b>Oxirgi xabarlar:</b>
    { $lines }
case-absence =
    🔇 <b>Suhbatdosh ketib qolgan</b>. Kim aytyapti: { $who }.

    Eʼlon { $code }
    <b>Oxirgi xabarlar:</b>
    { $lines }
case-about_me =
    🙈 <b>“Bu men haqimda”</b>: siz qaror qilguncha eʼlon yashirin turadi.

    { $card }
    Toʻliq ism-familiya: <code>{ $name }</code>
case-story =
    ❤️ <b>Kanal uchun minnatdorchilik soʻzi</b> ({ $code })

    { $words }
case-appeal =
    🤲 <b>Yordam murojaatini ikki kishi tekshirishi kerak</b>

    { $card }
    Toʻliq ism-familiya: <code>{ $beneficiary }</code> (koʻrinadigani: { $consent })
    Tashkilotchi: { $relation } · boshlanishi: { $starts }
    Hisob kimniki: <code>{ $proposed }</code>

    { $checks }
case-change =
    💳 <b>Boshqa hisobni ikki kishi tekshirishi kerak.</b> Postda odamlardan kutib turish soʻralgan.

    { $card }
    Toʻliq ism-familiya: <code>{ $beneficiary }</code>
    Avvalgisi: <code>{ $former }</code>
    Yangisi: <code>{ $proposed }</code>

    { $checks }
case-ledger =
    📒 <b>Pul hisobiga yangi yozuv</b>

    { $card }

    { $entry }
    { $receipt }
    { $balance }
case-outcome =
    ❤️ <b>Yordam murojaatining natijasi</b>

    { $card }

    { $sums }
    { $explained }

    { $words }
case-clone =
    ⚠️ <b>{ $code } murojaatidan nusxa olinganga oʻxshaydi, hisobi boshqa</b>

    Kimdir shunday yozdi ({ $where }):
    { $words }

    Undagi hisob: <code>{ $details }</code>
    Toʻgʻrisi faqat shu:
    { $card }
case-check = { $sign } { $what }: { $who }
case-approvals = <b>Maʼqullaganlar:</b> { $who }
case-paper = 📎 { $code } murojaatining hujjati. Faqat siz uchun.
case-no-papers = Hujjatlar endi saqlanmaydi.
approve-twice = Siz allaqachon maʼqullagansiz. Ikkinchi boʻlib boshqa koʻngilli maʼqullashi kerak.
approve-own = Bu oʻzingizning murojaatingiz. Uni boshqa ikki kishi tekshirishi kerak.
approve-none = Siz hali maʼqullamagansiz.
approve-check-first = Avval oʻzingiz tekshirganlarning hammasini belgilang. Ikki koʻngillining har biri alohida tekshiradi.
check-papers = hujjatlar koʻrildi
check-called = yordam kerak boʻlgan kishiga qoʻngʻiroq qilindi
check-payee = ism va hisob solishtirildi
check-place = kasalxona, maktab yoki idoradan soʻraldi
button-check-papers = 📄 Hujjatlarni koʻrdim
button-check-called = 📞 Qoʻngʻiroq qildim
button-check-payee = 💳 Hisobni solishtirdim
button-check-place = 🏥 Idoradan soʻradim
button-papers = 📎 Hujjatlarni koʻrsatish
button-unvouch = ↩️ Maʼqullaganimdan qaytish
case-asked = <b>Siz soʻradingiz:</b> { $words }
case-answered = <b>Javob:</b> { $words }
case-hint = <i>Bu odamdan biror narsa soʻrash uchun shu xabarga javob yozing.</i>
case-decided = <b>{ $decision }</b> · { $name } · { $time }
case-past = { $kind } · { $code } · { $decision }
facts-fit = toʻgʻri keldi
facts-unproven = isbotlanmagan

button-case-approve = ✅ Maʼqullash
button-case-reject = ✖️ Rad etish …
button-case-connect = 🤝 Ularni bogʻlash
button-case-refuse = ✖️ Uniki emas
button-case-first = 1️⃣ Birinchisiniki
button-case-second = 2️⃣ Ikkinchisiniki
button-case-neither = ✖️ Hech qaysisiniki emas
button-case-resume = ▶️ Davom ettirish
button-case-end = ⏹ Suhbatni tugatish
button-case-close = ✖️ Yashirin qolsin
button-case-show = 👁 Qayta koʻrsatish
button-case-publish = 📣 Kanalga chiqarish
button-case-drop = ✖️ Chiqarmaslik
button-case-fraud = 🚫 Firibgar: butunlay bloklash
button-case-harmless = ✅ Zarari yoʻq
button-more = ⋯ Yana
button-undo = ↩️ Qarorni bekor qilish
button-hide = 🙈 Eʼlonni yashirish
button-ban-week = 🚫 7 kunga bloklash
button-ban-forever = 🚫 Butunlay bloklash
button-ban-shadow = 👻 Sezdirmasdan bloklash
button-ban-lift = 🕊 Blokdan chiqarish

decided-approve = ✅ Maʼqullandi
decided-reject = ✖️ Rad etildi
decided-connect = 🤝 Bogʻlandi
decided-refuse = ✖️ Uniki emas
decided-first = 1️⃣ Birinchisiniki
decided-second = 2️⃣ Ikkinchisiniki
decided-neither = ✖️ Hech qaysisiniki emas
decided-resume = ▶️ Davom etyapti
decided-end = ⏹ Tugatildi
decided-close = ✖️ Yashirin qoldi
decided-show = 👁 Qayta koʻrsatildi
decided-publish = 📣 Kanalga chiqdi
decided-drop = ✖️ Chiqarilmadi
decided-fraud = 🚫 Firibgarlik, bloklandi
decided-harmless = ✅ Zarari yoʻq
decided-settled = 🔚 Oʻzi hal boʻldi

reason-unclear = Tushunarsiz, qayta yozsin
reason-not_a_document = Hujjat haqida emas
reason-personal = Ortiqcha shaxsiy maʼlumot bor
reason-duplicate = Avval ham eʼlon berilgan
reason-advert = Reklama
reason-unproven = Tasdiqlab boʻlmadi
reason-unwanted = Bunga pul yigʻmaymiz
reason-other = Boshqa sabab
rejected-unclear = u yetarlicha tushunarli emas. Iltimos, biroz aniqroq qilib qayta yozing
rejected-not_a_document = u hujjat haqida emasga oʻxshaydi
rejected-personal = unda ortiqcha shaxsiy maʼlumot bor. Iltimos, raqam, manzil va kontaktlarni yozmang
rejected-duplicate = bu haqda avval eʼlon berilgan
rejected-advert = u reklamaga oʻxshaydi. Iltimos, chegirma, narx va chaqiriqlarni yozmang
rejected-unproven = uni tasdiqlab boʻlmadi. Iltimos, tasdiqlaydigan hujjat qoʻshing
rejected-unwanted = bunga pul yigʻmaymiz
rejected-other = koʻngillining fikricha, unda nimadir notoʻgʻri

review-approved-finder = ✅ Eʼloningiz <code>{ $code }</code> chiqdi. Rahmat!
review-rejected-finder =
    Eʼloningiz <code>{ $code }</code> chiqmadi: { $reason }.

    Uni qayta yuborishingiz mumkin: /found
decision-undone = ↩️ Koʻngilli { $code } haqidagi qarorini bekor qildi va bu ishni yana bir bor koʻrib chiqyapti. Iltimos, biroz kuting.
about-me-finder = Eʼloningiz <code>{ $code }</code> olib tashlandi, chunki unda tilga olingan odam shuni soʻradi. Hujjat hali sizda boʻlsa, iltimos, uni politsiya yoki konsulxonaga topshiring.
moderator-asks =
    🛡 <b>Koʻngilli { $code } haqida soʻrayapti:</b>

    { $words }
answer-title = Koʻngilliga javob
answer-words = Javobingizni yozing. Uni faqat koʻngillilar oʻqiydi.
answer-done = ✅ Rahmat, javobingiz koʻngilliga yetdi.

button-about-me = 🙈 Bu men haqimda
about-me-ask =
    { $code } eʼloni siz haqingizda ekan, uni <b>darhol yashiraylikmi</b>? Keyin uni koʻngilli koʻrib chiqadi.

    Bu siz yoʻqotgan hujjatmi? Unda “Bu meniki” tugmasini bosganingiz maʼqul.
button-about-me-sure = 🙈 Ha, yashirilsin
about-me-done = 🙈 Eʼlon { $code } yashirildi: endi uni hech kim koʻrmaydi. Uni hozir koʻngilli koʻrib chiqadi.
about-me-too-many = Bir kunda koʻpi bilan { $limit } ta eʼlonni yashirish mumkin. Iltimos, sahifa koʻngillilariga yozing.

banned = Endi botdan foydalana olmaysiz. Siz haqingizda nimalarni saqlaymiz: /mydata. Hammasini oʻchirish: /delete
banned-until = Bot siz uchun vaqtincha yopiq. Qayta ochiladigan kun: { $day }. Siz haqingizda nimalarni saqlaymiz: /mydata. Hammasini oʻchirish: /delete
banned-toast = Hozir botdan foydalana olmaysiz.
ban-lifted = Botdan yana foydalanishingiz mumkin.
ban-done = Bajarildi.
ban-nobody = Bu yerda bloklaydigan odam yoʻq.
ban-none = Bu odam bloklanmagan.

case-decided-already = Buni allaqachon kimdir hal qilgan.
case-undone-already = Bu qaror allaqachon bekor qilingan.
case-moved-on = Bu orada vaziyat oʻzgardi: endi buni qilib boʻlmaydi.
case-already-claimed = Topgan kishi boshqa odam bilan bogʻlangan. Avval oʻsha suhbatni tugating yoki bunisiga “Uniki emas” deng.
case-nobody-to-ask = Bu yerda endi soʻraydigan odam yoʻq.
undo-late = Qarorni faqat 5 daqiqa ichida bekor qilish mumkin. Bu vaqt oʻtdi.
undo-impossible = Bu orada vaziyat oʻzgardi: endi buni bekor qilib boʻlmaydi.
not-an-owner = Rolni faqat sahifa egalari bera oladi (birinchilari OWNER_IDS ichida yozilgan).

queue = <b>Sizni kutayotgan ishlar:</b>
queue-empty = Kutayotgan ish yoʻq. Kuningiz xayrli oʻtsin!
queue-line = • { $kind }: { $count }
queue-reminder =
    { $count ->
        [one] ⏰ Bitta ish bir kundan ortiq kutyapti: /queue
       *[other] ⏰ { $count } ta ish bir kundan ortiq kutyapti: /queue
    }
kind-review = Eʼlonlar
kind-claim = “Meniki” deganlar
kind-dispute = Bahslar
kind-money = Pul soʻrashgan
kind-complaint = Shikoyatlar
kind-absence = Ketib qolgan suhbatdoshlar
kind-about_me = “Bu men haqimda”
kind-story = Minnatdorchilik soʻzlari
kind-appeal = Yordam murojaatlari
kind-change = Hisob almashtirish
kind-ledger = Pul hisobi yozuvlari
kind-outcome = Natijalar
kind-clone = Murojaat nusxalari

role-help =
    <b>Rollar</b>
    Sahifa egasi yordamchining shu yerdagi xabariga javob qilib <code>/role moderator</code>, <code>/role courier</code>, <code>/role owner</code> yoki <code>/role none</code> deb yozadi. Telegram id bilan: <code>/role 1234567 courier</code>.
    Hujjatni olib borgan kuryer menga eʼlon kodi va egasi aytgan kodni yozadi: <code>K7M4Q 123456</code>.
role-given = ✅ Yozib qoʻydim: { $role }.
role-unreadable = Yordamchining xabariga javob qilib shunday yozing: /role moderator, /role courier, /role owner yoki /role none. Telegram id bilan ham boʻladi: /role 1234567 courier
role-owner = sahifa egasi
role-moderator = moderator
role-courier = kuryer
role-none = roli yoʻq

audit = <b>Oxirgi bajarilgan ishlar</b>
audit-empty = Hali hech narsa qilinmagan.
audit-line = { $time } · { $name } · { $done } · { $note } · { $code }
audit-opened = ochildi
audit-decided = hal qilindi
audit-undone = bekor qilindi
audit-asked = savol berildi
audit-answered = javob berildi
audit-banned = bloklandi
audit-pardoned = blokdan chiqarildi
audit-role = rol berildi
audit-sent_again = qayta yuborildi
audit-timetable = jadval
audit-vouched = maʼqulladi
audit-ended = toʻxtatildi
audit-rate = valyuta kursi

trouble-unknown =
    ❓ Eʼlon { $code } kanalga joylanayotganda aloqa uzildi. Iltimos, kanalga qarang: u chiqqanmi?

    Chiqmagan boʻlsa, qayta yuboring.
trouble-unknown-digest =
    ❓ Toʻplam ({ $code }) kanalga joylanayotganda aloqa uzildi. Iltimos, kanalga qarang: u chiqqanmi?

    Chiqmagan boʻlsa, qayta yuboring.
trouble-undeliverable =
    ⚠️ Eʼlon { $code } kanalga chiqmadi: { $problem }

    Bot kanalda administrator ekanini va yozishga ruxsati borligini tekshiring, keyin qayta yuboring.
trouble-undeliverable-digest =
    ⚠️ Toʻplam ({ $code }) kanalga chiqmadi: { $problem }

    Bot kanalda administrator ekanini va yozishga ruxsati borligini tekshiring, keyin qayta yuboring.
trouble-overtaken = Toʻplam ({ $code }) qaytadan chiqdi, avvalgisi chiqqan-chiqmagani nomaʼlum. Iltimos, kanalga qarang: bu eʼlonlar ikki marta tursa, avvalgi toʻplamni oʻchiring.
trouble-settled = Bu allaqachon hal qilingan.
trouble-resent = 📤 Qayta yuborildi.
trouble-left = Shundayligicha qoldi.
button-send-again = 📤 Qayta yuborish
button-leave = Shundayligicha qoldirish
trouble-delete = { $code } eʼloni yopildi, lekin kanalga chiqqan-chiqmagani nomaʼlum. Iltimos, kanalni koʻring, u yerda boʻlsa, oʻchiring.
trouble-frozen = { $code } murojaatining yangi hisobi tekshirilmoqda, lekin posti kanalga chiqqan-chiqmagani nomaʼlum. Iltimos, kanalni koʻring: post u yerda boʻlsa, oʻchiring, toki hech kim pulni eski hisobga yubormasin.
trouble-notice = ℹ️ { $code } haqidagi eski xabarni shaxsiy chatda oʻzgartirib ham, oʻchirib ham boʻlmadi: { $problem }
