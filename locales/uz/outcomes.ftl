# What came of an appeal, and rates: handlers/outcomes.py, relay/outcomes.py, relay/outcome_cards.py, relay/appeal_care.py, relay/rates.py

outcome-title = Yordam natijasi
outcome-words =
    <b>Natijasi qanday boʻldi?</b> Ikki-uch gap yetarli: pul nimaga sarflandi, yordam olgan odamning ahvoli hozir qanday.

    Buni hamma oʻqiydi. Iltimos, karta va telefon raqamini, manzilni yozmang.
outcome-explained =
    Kelgan pul bilan ketgan pul hozircha mos kelmayapti. <b>Nega?</b> Bir-ikki gap yetarli, uni hamma oʻqiydi.

    Biror yozuv yetishmayaptimi? Unda shu yerda “Bekor qilish” tugmasini bosib, avval oʻshani yozing: /ledger
outcome-picture =
    Natija koʻrinib turgan <b>surat yoki video</b> bormi? Uni hamma koʻradi, shuning uchun unda hujjat ham, rozi boʻlmagan odamning yuzi ham koʻrinmasin. Boʻlmasa, oʻtkazib yuboring.
outcome-picture-unfit = Bu fayl boʻlib keldi, faylning nomini esa hamma koʻradi. Iltimos, surat yoki video qilib yuboring yoki oʻtkazib yuboring.
outcome-preview =
    👀 <b>Hamma shuni oʻqiydi:</b>

    { $card }

    { $picture ->
        [yes] 📎 Matn ustida siz yuborgan surat yoki video turadi.
       *[no] 📎 Surat va video yoʻq.
    } Avval buni koʻngilli koʻrib chiqadi.
button-outcome = ❤️ Natijasini aytish
button-send-outcome = ✅ Yuborish
label-explained = Summalar
outcome-queued = ✅ <b>Yuborildi.</b> Koʻngilli { $code } natijasini koʻrib chiqadi, keyin uni hamma oʻqiy oladi. Sizga xabar beramiz.
outcome-accepted = ❤️ <b>{ $code } natijasini endi hamma oʻqiy oladi.</b> Har bir summani yozib borganingiz uchun rahmat: ishonch shundan tugʻiladi.
outcome-refused = { $code } natijasi hozircha eʼlon qilinmadi: { $reason }. Iltimos, pastdagi tugmani bosib, yana bir bor aytib bering.
outcome-refused-unproven = yozilganini tasdiqlay olmadik
outcome-refused-unclear = nima qilingani yetarlicha tushunarli emas
outcome-refused-personal = unda shaxsiy maʼlumot koʻrinib turibdi
outcome-refused-other = koʻngillining fikricha, unda nimadir notoʻgʻri
outcome-refusal-undone = 🕐 Koʻngilli { $code } natijasini yana bir bor koʻrib chiqyapti. Qaror chiqishi bilan xabar beramiz.
outcome-own = Bu oʻzingizning murojaatingiz yoki natijasini oʻzingiz yozgansiz. Boshqa moderator hal qilsin.
outcome-waits = Koʻngilli natijani koʻrib chiqyapti. Qaror chiqishi bilan xabar beramiz.
outcome-entries-wait = Bu murojaatning baʼzi summalarini koʻngilli hali tasdiqlamagan. Avval oʻshalar, keyin natijasi.
outcome-end-first = Murojaat hali ochiq. Avval uni tugating, keyin natijasini aytasiz.
outcome-told = Natijasi aytib boʻlingan. Rahmat!
outcome-sums-changed = Shu orada summalar oʻzgardi va endi mos kelmayapti. Iltimos, avval sababini yozing.
outcome-sums-moved = Oʻshandan beri summalar oʻzgargan, sababi esa yozilmagan. Rad eting: tashkilotchi yana bir bor aytib beradi.
case-outcome-picture = 📎 { $code } natijasi bilan birga shu koʻrsatiladi.

# What everybody reads

post-outcome = ❤️ <b>Yordam natijasi: { $title }</b>
post-outcome-thanks = 🙏 Pul bilan yordam bergan, boshqalarga yetkazgan har bir insonga rahmat. <code>{ $code }</code>
outcome-sum =
    { $kind ->
        [received] 💚 Keldi: <b>{ $sum }</b>
        [transferred] ➡️ Berildi: <b>{ $sum }</b>
        [spent] 🧾 Sarflandi: <b>{ $sum }</b>
       *[delivered] 📦 Buyum qilib tarqatildi: <b>{ $sum }</b>
    }
outcome-left = ⚖️ Qoldi: <b>{ $sum }</b>
outcome-lacking = ⚖️ Kelganidan koʻproq sarflandi: <b>{ $sum }</b>
outcome-receipts = 📎 Koʻrsatilgan cheklar: { $count }
outcome-no-sums = Pul kelmadi.
outcome-because = <b>Summalarga izoh:</b> { $words }

# Reminders, and what is forgotten

outcome-owed =
    🏁 <b>{ $code } murojaatining oxirgi kuni oʻtdi.</b> Endi hech kimdan pul soʻralmaydi.

    Iltimos, natijasini aytib bering: yordam bergan odamlar bilishni istaydi.
outcome-reminder =
    { $count ->
        [one] ⏰ <b>{ $code } murojaati { $count } kun oldin tugadi.</b> Yordam bergan odamlar natijasini kutyapti. Ikki-uch gap yetarli.
       *[other] ⏰ <b>{ $code } murojaati { $count } kun oldin tugadi.</b> Yordam bergan odamlar natijasini kutyapti. Ikki-uch gap yetarli.
    }
outcomes-late =
    { $count ->
        [one] ⏰ { $count } ta murojaat tugaganiga 14 kun boʻldi, natijasini hech kim aytmadi: { $codes }. Tashkilotchidan soʻrang yoki oʻzingiz aytib bering: /appeals
       *[other] ⏰ { $count } ta murojaat tugaganiga 14 kun boʻldi, natijasini hech kim aytmadi: { $codes }. Tashkilotchilardan soʻrang yoki oʻzingiz aytib bering: /appeals
    }

# Rates

rate-line = 1 { $of } = <b>{ $worth } { $into }</b> · { $day } · { $source }
rates-list =
    💱 <b>Valyuta kurslari</b>
    { $rates }

    Kurs kiritish uchun shunday yozing: <code>/rate USD KZT 512.40 21.11 nationalbank.kz</code>
    Yaʼni: bir dollar 512,40 tenge turadi, 21.11 kuni nationalbank.kz saytida shunday yozilgan. Kuni yozilmasa, bugungi kurs boʻladi.
rates-none = Hozircha birorta kurs kiritilmagan.
rate-entered =
    ✅ <b>Kiritildi:</b> { $rate }

    Postlar va sahifalarda bir necha daqiqadan keyin koʻrinadi.
rate-unreadable = Iltimos, shunday yozing: <code>/rate USD KZT 512.40 21.11 nationalbank.kz</code>
rate-currency = Valyutalardan birini bilmaymiz. Iltimos, shulardan ikkitasini yozing: { $codes }.
rate-same = Ikkalasi ham { $currency }. Iltimos, ikki xil valyuta yozing, masalan: USD KZT.
rate-number = Iltimos, bir birligi qancha turishini raqam bilan yozing: noldan katta boʻlsin, nuqtadan keyin 6 tadan oshmasin. Masalan: 512.40
rate-day = Iltimos, kurs kunini yozing: bugun yoki koʻpi bilan { $limit } kun oldin. Masalan: 21.11. Kuni yozilmasa, bugungi kurs boʻladi.
rate-source = Iltimos, oxirida qayerdan oʻqiganingizni yozing, masalan: nationalbank.kz. { $limit } belgidan oshmasin.
