# The public page of an appeal: relay/appeal_pages.py, relay/appeal_page_parts.py. Plain text, no tags.

page-day = { $year }-yil { $day }
page-updated = Sahifa yangilangan vaqt: { $day }, { $time }.
page-bot = Telegramdagi Tabyldy
page-languages = Tillar
page-kicker = Yordam haqidagi murojaat { $code }
page-back = Murojaatga qaytish
page-forgotten = Yopilgan murojaat
page-forgotten-words = Bu murojaatning matni oʻchirilgan. Pul haqidagi yozuvlar qoladi.

page-open = Pul yigʻish davom etyapti. Oxirgi kun: { $day }
page-days-left = { $count } kun qoldi.
page-last-day = Bugun oxirgi kun.
page-frozen = Toʻxtatib turildi: yangi rekvizitlarni tekshiryapmiz
page-frozen-more = Iltimos, hozircha pul yubormang. Ikki koʻngilli yangi rekvizitlar toʻgʻriligini tekshiryapti.
page-ended = Pul yigʻish tugadi: { $day }
page-ended-more = Iltimos, endi pul yubormang. Tashkilotchi pul nimaga ketgani va natijasi qanday boʻlgani haqida hali aytib berishi kerak.
page-closed = Pul yigʻish tugadi: { $day }. Natijasi quyida
page-closed-more = Iltimos, endi pul yubormang. Yordam bergan har bir kishiga rahmat.
page-cancelled = Koʻngillilar toʻxtatdi: { $day }
page-cancelled-more = Iltimos, bu murojaat boʻyicha pul yubormang.
page-why = Sababi
page-money-given = Yuborib boʻlingan pul nima boʻldi

page-received = Keldi: { $sum }, kerak: { $goal }
page-converted = Boshqa valyutadagi pul quyidagi kurslar boʻyicha hisoblandi:
page-other-currencies = Boshqa valyutadagi pul bu yerda hisobga olinmagan, u quyidagi jadvalda bor.

page-outcome = Natijasi
page-explained = Summalarga izoh

page-check-title = Yordam berishdan oldin tekshiring
page-check-open = Uzatilgan xabarlar va rasmlarda rekvizitlar almashtirilgan boʻlishi mumkin. Botimizdan soʻrang: { $code } murojaatining haqiqiy rekvizitlarini u biladi.
page-check-over = Hozir { $code } murojaati boʻyicha pul yigʻilmayapti. Uning nomidan pul soʻrashsa, avval botimizdan tekshiring.
page-check = Botda tekshirish

page-payee = Pul kimga boradi
page-payee-name = Hisob egasi
page-payee-details = Rekvizitlar
page-checked = Bu murojaatni ikki koʻngilli tekshirdi: { $day }.
page-changed = Rekvizitlar oʻzgardi: { $day }. Yangisini ham ikki koʻngilli tekshirdi.
page-not-held = Pul bizda hech qachon saqlanmaydi: u toʻgʻridan-toʻgʻri shu hisobga boradi.

page-sums = Pul raqamlarda
page-kind =
    { $kind ->
        [received] Keldi
        [transferred] Berildi
        [spent] Sarflandi
       *[delivered] Buyum qilib tarqatildi
    }
page-left = Qoldi
page-delivered-note = Tarqatilgan buyumlar shu jadvaldagi pulga olingan, shuning uchun ular ikkinchi marta ayirilmaydi.

page-graph = Pulning kelishi va sarflanishi
page-graph-in = keldi
page-graph-out = berildi va sarflandi
page-graph-words = Hozircha { $received } keldi, { $used } berildi va sarflandi.
page-graph-only = Grafikda faqat { $currency }. Boshqa valyutalar jadvalda bor.

page-receipts = Oxirgi cheklar
page-receipts-note = Cheklardagi shaxsiy maʼlumotlar yopilgan.
page-receipt = Chek
page-receipt-of = { $number }-yozuvning cheki

page-entries = Barcha yozuvlar, avval yangilari
page-no-entries = Hozircha yozuv yoʻq. Birinchi pul shu yerda koʻrinadi.
page-number = { $number }-yozuv
page-corrects = { $number }-yozuvni tuzatadi
page-older = Oldingi yozuvlar
page-newer = Keyingi yozuvlar
page-span = { $first }–{ $last }-yozuvlar

page-chain = Bu yozuvlarni bildirmasdan oʻzgartirib boʻlmaydi
page-chain-words = Bu yerda { $count } ta yozuv bor. Har bir yozuvda oldingisining izi turadi: bitta harf oʻzgartirilsa ham, izlar mos kelmay qoladi.
page-verify = Har kim tekshira oladi: faylni yuklab oling va ochiq dasturimizda shu buyruqni bajaring, internetsiz ham boʻladi. Eng yangi izni har kuni kanalimizda ham eʼlon qilamiz.
page-export = Barcha yozuvlarni yuklab olish (ledger.jsonl)
page-head = Eng yangi yozuvning izi:
