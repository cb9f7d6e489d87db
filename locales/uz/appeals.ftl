# Appeals for money: handlers/appeals.py, relay/appeals.py, relay/appeal_cards.py, relay/fundraisers.py, relay/appeal_pictures.py

menu-check = 🛡 Murojaatni tekshirish
appeal-title = Yordam soʻrash
appeal-purpose = Pul nima uchun kerak?
appeal-beneficiary =
    Yordam kimga kerak? Hujjatdagidek <b>ism-familiyasini</b> yoki qishloq, joy nomini yozing.
appeal-consent =
    Ismini koʻrsatish mumkinmi? Avval oʻzidan soʻrang. Bola uchun ota-onasi hal qiladi.
appeal-relation = Siz unga kim boʻlasiz?
appeal-words =
    Nima boʻldi va pul nimaga sarflanadi? Bir necha gap yetarli.

    Buni hamma oʻqiydi. Iltimos, <b>karta raqami, telefon va manzil yozmang</b>.
appeal-amount =
    Hammasi boʻlib qancha pul kerak? Summani yozing, masalan: <b>50 000 000 soʻm</b>.
appeal-currency = Qaysi valyutada?
appeal-ends =
    Qaysi kungacha yigʻamiz? Tugmani bosing yoki kunni yozing, masalan: <b>25.12</b>.
appeal-starts = Qaysi kundan boshlaymiz?
appeal-payee =
    Pul kimning hisobiga tushadi?

    Hisob <b>yordam kerak boʻlgan kishining oʻziniki</b> yoki <b>tashkilotniki</b> boʻlsin: kasalxona, maktab, jamgʻarma. Shunda odamlar pul yetib borishiga ishonadi.
appeal-payee_name = Hisob kimning nomida? <b>Ismini yoki tashkilot nomini</b> bank koʻrsatganidek yozing.
appeal-how = Pulni qanday yuborish mumkin?
appeal-details =
    <b>Raqamini</b> yozing. Uni birma-bir tekshiramiz.

    Rossiyadagi hisob boʻlsa, 20 ta raqam va BIK kodini yozing.
appeal-papers =
    <b>Tasdiqlovchi hujjatlar rasmini</b> yuboring: shifokor xulosasi, toʻlov hisobi, guvohnoma. Koʻpi bilan 10 ta rasm yoki fayl.

    Ularni faqat koʻngillilar koʻradi. Pul yigʻish tugagach, oʻchiramiz.
appeal-papers-held = { $count ->
    [one] ✅ Bitta fayl keldi.
   *[other] ✅ { $count } ta fayl keldi.
  } Yana yuboring yoki <b>Tayyor</b> tugmasini bosing.
button-papers-done = ✅ Tayyor, hammasi shu
answer-files = { $count ->
    [one] bitta fayl
   *[other] { $count } ta fayl
  }
form-lookup-unreadable = Kod, karta, hisob yoki telefon raqamini yoxud havola yuboring.
appeal-papers-enough = { $limit } ta fayl keldi, bundan ortiq boʻlmaydi. Iltimos, “Tayyor” tugmasini bosing.
appeal-papers-none = Iltimos, avval kamida bitta hujjat rasmini yuboring.
form-papers-wanted = Iltimos, hujjatlarni rasm yoki fayl qilib yuboring.
form-file-wanted = Rasm yoki fayl yuboring yoxud “Oʻtkazib yuborish” tugmasini bosing.

purpose-treatment = davolanish yoki operatsiya uchun
purpose-medicine = dori-darmon uchun
purpose-disaster = yongʻin yoki ofatdan keyin
purpose-home = uy-joy uchun
purpose-living = oziq-ovqat va tirikchilik uchun
purpose-study = maktab yoki oʻqish uchun
purpose-burial = dafn uchun
purpose-community = qishloq yoki mahalla uchun
consent-initial = ism va familiyaning bosh harfi
consent-full = toʻliq ism-familiya
appeal-consent-initial = 👤 Ism va familiyaning bosh harfi
appeal-consent-full = 📢 Toʻliq ism-familiya
appeal-consent-none = ✖️ Hozircha roziligi yoʻq
relation-family = oila aʼzosi yoki qarindoshi
relation-friend = doʻsti
relation-neighbour = qoʻshnisi yoki tanishi
relation-organisation = yordam beradigan tashkilotdan
relation-self = yordam oʻziga kerak
appeal-relation-family = 👪 Oila aʼzosi yoki qarindoshiman
appeal-relation-friend = 🤝 Doʻstiman
appeal-relation-neighbour = 🏘 Qoʻshnisi yoki tanishiman
appeal-relation-organisation = 🏛 Yordam tashkilotida ishlayman
appeal-relation-self = 🙋 Yordam menga kerak
ends-14 = 2 hafta
ends-30 = bir oy
ends-60 = 2 oy
ends-90 = 3 oy
starts-today = bugun
payee-recipient = yordam kerak boʻlgan kishiniki
payee-organisation = tashkilotniki
payee-mine = oʻzimniki
how-card = karta
how-iban = IBAN
how-account = Rossiyadagi hisob
how-phone = telefon raqami
label-purpose = Nima uchun
label-beneficiary = Kimga
label-consent = Qanday koʻrsatamiz
label-relation = Siz
label-ends = Oxirgi kun
label-starts = Birinchi kun
label-payee = Hisob kimniki
label-payee_name = Hisob egasining nomi
label-how = Yuborish usuli
label-details = Raqami
label-papers = Hujjatlar

form-amount-number = Summani tushunmadik. Raqamlar bilan yozing, masalan: 50 000 000 soʻm.
form-amount-too-much = Buncha pulni yigʻib boʻlmaydi. Iltimos, nollarini yana bir tekshiring.
form-amount-nothing = Summa noldan koʻp boʻlishi kerak.
form-amount-two = Bu yerda ikkita summa bor. Iltimos, bittasini yozing.
form-deadline-unreadable = Kunni tushunmadik. Bugundan boshlab koʻpi bilan { $limit } kun ichidagi kunni yozing, masalan: 25.12.
appeal-days-wrong = Kunlar endi toʻgʻri kelmaydi. Oxirgi kun birinchisidan keyin, koʻpi bilan { $limit } kun ichida boʻlishi kerak. Iltimos, uni oʻzgartiring.
form-details-card-length = Karta raqami 16 xonali boʻladi, ayrimlari 12–19. Iltimos, kartaga yana bir qarang.
form-details-card-letters = Karta raqamida faqat raqamlar boʻladi. Iltimos, qayta yozing.
form-details-card-check = Bitta raqam xato. Iltimos, har birini kartadagi bilan solishtirib, qayta yozing.
form-details-card-system = Biz biladigan kartalar bunday boshlanmaydi. Iltimos, birinchi raqamlarini yana bir tekshiring.
form-details-iban-length = IBAN juda qisqa yoki juda uzun: Qozogʻistonda 20 ta, Turkiyada 26 ta belgi boʻladi. Iltimos, yana bir tekshiring.
form-details-iban-letters = Unda ortiqcha belgi bor: IBAN faqat lotin harflari va raqamlardan iborat. Iltimos, qayta yozing.
form-details-iban-check = Bitta belgi xato. Iltimos, har birini bank ilovasi bilan solishtirib, qayta yozing.
form-details-iban-country = IBAN davlatning ikki harfi bilan boshlanadi, masalan: KZ yoki TR. Iltimos, boshini yana bir tekshiring.
form-details-account-length = Hisob raqami 20 xonali. Uni, ketidan esa 9 xonali BIK kodini yozing.
form-details-account-letters = Iltimos, faqat raqam yozing: hisobning 20 ta va BIK kodining 9 ta raqami.
form-details-account-bank = Bankning BIK kodi yoʻq yoki xato: u 9 xonali, 04 yoki 01 bilan boshlanadi. Iltimos, uni hisobdan keyin yozing.
form-details-account-correspondent = Bu bankning oʻz hisobi. Iltimos, odam yoki tashkilot hisobini yozing: 20 ta raqam va BIK kodi.
form-details-account-check = Hisob yoki BIK kodida bitta raqam xato. Iltimos, ikkalasini ham solishtirib, qayta yozing.
form-details-phone-country = Bunday raqam bir necha davlatda bor. Iltimos, davlat kodi bilan yozing, masalan: +998 90 …
form-details-phone-phone = Bu raqamga pul yuborib boʻlmaydi. Iltimos, telefon raqamini davlat kodi bilan yozing, masalan: +998 90 …

appeal-needs-consent = Uning roziligisiz murojaatni koʻrsata olmaymiz. Oʻzidan, bola boʻlsa, ota-onasidan soʻrab, qayta keling: /appeal
appeal-not-own-account = Pul tashkilotchining oʻz hisobiga tushmasligi kerak: bu sizni ham gap-soʻzdan asraydi. Yordam kerak boʻlgan kishi yoki tashkilot hisobini bering: kasalxona, maktab, jamgʻarma. Yordam oʻzingizga kerakmi? Unda tashkilot hisobini tanlang.
appeal-unwanted-military = Harbiy buyumlar uchun pul yigʻmaymiz. Davolanish, oziq-ovqat yoki uy-joy uchun istalgan paytda soʻrashingiz mumkin.
appeal-unwanted-politics = Partiya va siyosat uchun pul yigʻmaymiz. Yordam kerak boʻlgan oila uchun istalgan paytda soʻrashingiz mumkin.
appeal-unwanted-loan = Kredit va qarz uchun pul yigʻmaymiz. Uning ortida kasallik yoki boshqa qiyinchilik boʻlsa, shuning uchun soʻrang: bunga yordam berish mumkin.
appeal-no-contacts = Buni hamma oʻqiydi. Iltimos, karta raqami, telefon va havolani olib tashlang: hisobni alohida soʻraymiz.
appeal-too-many = Bugunga yetarli (koʻpi bilan { $limit } ta). Iltimos, ertaga qaytib keling.
appeal-one-at-a-time = Tugamagan murojaatingiz bor: { $code }. U tugagach, yangisini yuborishingiz mumkin. U shu yerda: /my
appeal-owes-outcome = Iltimos, avval { $code } murojaatining natijasini aytib bering: odamlar bilmoqchi. U shu yerda: /my. Keyin yangisini yuborishingiz mumkin.
appeal-details-taken = Bu hisob boshqa murojaatda turibdi. Har bir murojaatning oʻz hisobi boʻlishi kerak. Bu bitta oila boʻlsa, koʻngillilarga yozing.
appeal-details-same = Bu hozirgi rekvizitlarning oʻzi. Hech narsa oʻzgarmadi.

appeal-preview =
    👀 <b>Hammaga shunday koʻrinadi:</b>

    { $card }

    { $papers ->
        [one] 📎 Bitta hujjat, uni faqat koʻngillilar koʻradi.
       *[other] 📎 { $papers } ta hujjat, ularni faqat koʻngillilar koʻradi.
    }
    Ikki koʻngilli hammasini tekshiradi va qoʻngʻiroq qiladi. Keyin kanalga chiqadi.
button-send-appeal = ✅ Tekshiruvga yuborish
appeal-queued =
    ✅ <b>Yuborildi.</b> Kodi: <code>{ $code }</code>.

    Navbatdagi oʻrningiz: <b>{ $place }</b>. Ikki koʻngilli hujjatlarni koʻradi va yordam kerak boʻlgan kishiga qoʻngʻiroq qiladi. Har bir murojaat eʼtiborsiz qolmasin deb, oz-ozdan chiqaramiz. Qanday borayotganini koʻrish: /my
appeal-place = 🕐 Navbatdagi oʻrni: <b>{ $place }</b>
appeal-approved =
    ✅ <b>{ $code } murojaatini ikki koʻngilli tekshirdi.</b> Kanalda joy boʻlishi bilan chiqadi. Navbatdagi oʻrni: <b>{ $place }</b>.
appeal-approval-undone = 🕐 { $code } murojaatini yana bir bor koʻrib chiqyapmiz. Hal boʻlishi bilan xabar beramiz.
appeal-refusal-undone = 🕐 { $code } murojaatini yana bir bor koʻrib chiqyapmiz. Hal boʻlishi bilan xabar beramiz.
appeal-opened =
    📣 <b>{ $code } murojaati kanalga chiqdi.</b>

    Endi kelgan va ketgan har bir summani cheki bilan yozib boring: /ledger. Odamlar shunga ishonadi.
appeal-too-late = Afsuski, { $code } murojaati oxirgi kunigacha chiqishga ulgurmadi: undan oldin boshqalari bor edi. Qaytadan soʻrashingiz mumkin: /appeal
appeal-refused-organiser = { $code } murojaatini chiqara olmaymiz. Sababi: { $why }. Biror narsa oʻzgarsa, qaytadan soʻrang: /appeal
appeal-cancelled-organiser =
    ⛔ <b>{ $code } murojaatini koʻngillilar toʻxtatdi.</b>

    Sababi: { $why }
    Pul nima boʻladi: { $money }
appeal-refused-unproven = yozilganlarni tasdiqlay olmadik
appeal-refused-unclear = aynan nima kerakligi tushunarsiz
appeal-refused-unwanted = bunga pul yigʻmaymiz
appeal-refused-duplicate = bunday murojaat allaqachon bor
appeal-refused-other = koʻngillilar shunday qaror qildi

appeal-card =
    <b>{ $title }</b>
    { $words }

    🎯 { $goal }, oxirgi kun: { $ends }
    💳 { $payee }
    Kodi: <code>{ $code }</code>
appeal-past = Yordam murojaati <code>{ $code }</code>
appeal-state-queued = 🕐 Tekshirilyapti. Iltimos, hozircha pul yubormang.
appeal-state-approved = ✅ Ikki koʻngilli tekshirdi, navbatini kutyapti.
appeal-state-open = ✅ Ikki koʻngilli tekshirdi. Oxirgi kun: { $ends }.
appeal-state-frozen = ⏸ <b>Iltimos, hozircha pul yubormay turing.</b> Yangi rekvizitlar tekshirilyapti.
appeal-state-ended = 🏁 Pul yigʻish tugadi: { $day }. Iltimos, endi pul yubormang. Natijasini shu yerda aytamiz.
appeal-state-closed = ❤️ Pul yigʻish tugadi. Natijasi aytilgan kun: { $day }.
appeal-state-refused = ⛔ Biz bu murojaatni chiqarmadik.
appeal-state-withdrawn = Tashkilotchi murojaatni qaytarib oldi.
appeal-state-cancelled = ⛔ Koʻngillilar toʻxtatdi: { $day }. Pul yubormang.
appeal-why-cancelled = Sababi: { $why }
    Yuborib boʻlingan pul: { $money }
appeal-why-refused = Sababi: { $why }
appeal-line-queued = tekshirilyapti
appeal-line-approved = navbatini kutyapti
appeal-line-open = ochiq
appeal-line-frozen = toʻxtatib turildi
appeal-line-ended = natijasi kutilyapti
appeal-line-closed = yopildi
appeal-line-refused = rad etildi
appeal-line-cancelled = toʻxtatildi
my-appeal = 🤲 { $title } · { $state } · { $code }
appeal-converted = { $sums } (≈ { $whole }, kurs: { $day }, { $source })

post-appeal =
    🤲 <b>{ $title }</b>

    { $words }

    🎯 Kerak: <b>{ $goal }</b>
    💚 Keldi: <b>{ $raised }</b> ({ $percent } %)
    🗓 Oxirgi kun: { $ends }
    💳 { $payee }{ $changed ->
        [yes] {" "}· oʻzgardi
       *[no] {""}
    }

    ✅ Ikki koʻngilli tekshirdi · <code>{ $code }</code>
post-appeal-frozen =
    🤲 <b>{ $title }</b>

    { $state }

    { $words }

    💚 Keldi: <b>{ $raised }</b>, kerak: { $goal } ({ $percent } %) · <code>{ $code }</code>
post-appeal-over =
    🤲 <b>{ $title }</b>

    { $state }

    💚 Keldi: <b>{ $raised }</b> · <code>{ $code }</code>
news-appeal =
    🤲 <b>{ $title }</b>

    { $words }

    🎯 { $goal }, oxirgi kun: { $ends }
    ✅ Ikki koʻngilli tekshirdi · <code>{ $code }</code>
digest-title-appeal = 🤲 <b>Ularga yordam kerak</b>
digest-appeal = • { $what } · { $percent } %
digest-appeal-over = • { $what } · tugadi
button-copy-card = 💳 Karta raqamidan nusxa olish
button-copy-iban = 🏦 IBAN raqamidan nusxa olish
button-copy-account = 🏦 Hisob raqamidan nusxa olish
button-copy-phone = 📱 Telefon raqamidan nusxa olish
button-check = 🛡 Tekshirish
button-page = 📒 Barcha summalarni koʻrish
button-appeal-open = 🤲 Qanday yordam berishni koʻrish
button-story-of = 🖼 Ulashish uchun rasm olish
appeal-share-words = Yordam kerak: { $title }. Ikki kishi tekshirgan.
appeal-story = 🖼 Storis uchun rasm. Undagi kod skanerlansa, { $code } murojaati ochiladi.
appeal-gone = Bu murojaat hozir ochiq emas. Kod yoki kartani tekshirish: /check

picture-goal = kerak: { $goal }
picture-percent = { $percent } %
picture-days = { $days ->
   *[other] kun qoldi
  }
picture-entries = Oxirgi yozuvlar
picture-no-entries = Birinchi summa shu yerda koʻrinadi.
picture-foot = Avval tekshiring: @{ $bot } · { $code }
picture-scan = Skanerlab tekshiring va yordam bering
picture-frozen = Toʻxtab turibdi: yangi rekvizitlar tekshirilyapti
picture-ended = Tugadi: endi pul yubormang
picture-closed = Tugadi, natijasi bor
picture-cancelled = Koʻngillilar toʻxtatdi
picture-refused = Qabul qilinmadi
picture-withdrawn = Qaytarib olindi

button-unappeal = 🗑 Murojaatni qaytarib olish
button-unappealed = 🗑 Ha, qaytarib olish
appeal-unask = { $code } murojaatini qaytarib olasizmi? Shunda uni hech kim koʻrmaydi.
appeal-unasked = { $code } murojaati qaytarib olindi. Istalgan paytda qaytadan soʻrashingiz mumkin: /appeal
button-endappeal = 🏁 Pul yigʻishni tugatish
button-endedappeal = 🏁 Ha, tugatish
appeal-end-ask = { $code } murojaati boʻyicha pul yigʻishni tugatasizmi? Shundan keyin pul soʻramaymiz. Natijasini keyin aytib berish kerak boʻladi.
appeal-ended =
    🏁 <b>{ $code } murojaati boʻyicha pul yigʻish tugadi.</b> Har bir summani yozib borganingiz uchun rahmat.

    Iltimos, endi natijasini aytib bering: odamlar yordam berdi, oxiri nima boʻlganini bilmoqchi.
appeal-not-going = Bu murojaat endi ochiq emas.
button-newpayee = 💳 Hisobni almashtirish
button-oldpayee = ↩️ Avvalgi hisobni qoldirish
payee_change-title = Boshqa hisob
payee_change-payee = Yangi hisob kimniki?
payee_change-payee_name = Yangi hisob kimning nomida? <b>Ismini yoki tashkilot nomini</b> bank koʻrsatganidek yozing.
payee_change-how = Pulni qanday yuborish mumkin?
payee_change-details =
    Yangi <b>raqamini</b> yozing. Uni birma-bir tekshiramiz.

    Rossiyadagi hisob boʻlsa, 20 ta raqam va BIK kodini yozing.
payee_change-papers = Hisob nega almashgani koʻrinadigan rasm yuboring: bank xati, yangi shartnoma. Uni faqat koʻngillilar koʻradi.
payee_change-preview =
    👀 <b>Yangi hisob:</b>

    { $answers }

    Yuborishingiz bilan <b>postda odamlardan kutib turish soʻraladi</b>. Ikki koʻngilli tekshirgach, oʻzgarish post ostida aytiladi.
button-send-payee_change = ✅ Tekshiruvga yuborish
appeal-change-queued = ⏸ { $code } murojaati toʻxtatib turildi. Ikki koʻngilli yangi hisobni tekshiradi, keyin pul yigʻish davom etadi. Sizga xabar beramiz.
appeal-change-waits = Yangi hisob tekshirilyapti. Iltimos, kutib turing yoki avvalgisini qoldiring: /my
appeal-change-withdrawn = ✅ { $code }: pul yigʻish avvalgi hisob bilan davom etadi.
appeal-change-accepted = ✅ { $code }: pul yigʻish yangi hisob bilan davom etadi.
appeal-change-refused = { $code }: pul yigʻish avvalgi hisob bilan davom etadi. Yangisi qabul qilinmadi: { $reason }
appeal-change-begun =
    ⏸ <b>{ $title }: iltimos, hozircha pul yubormay turing.</b>
    Tashkilotchi hisobni almashtirmoqchi. Uni ikki koʻngilli tekshiryapti. <code>{ $code }</code>
appeal-change-done =
    💳 <b>{ $title }: hisob almashdi.</b>
    Endi faqat shunga yuboring: { $payee }
    Ikki koʻngilli tekshirdi. Iltimos, avvalgi hisobga pul yubormang. <code>{ $code }</code>
appeal-change-declined =
    ✅ <b>{ $title }: pul yigʻish avvalgi hisob bilan davom etadi.</b> <code>{ $code }</code>

appeals-list = 🤲 <b>Yordam murojaatlari</b>
appeals-none = Navbatda ham, ochiq ham murojaat yoʻq.
button-cancelappeal = ⛔ Toʻxtatib, sababini aytish
appeal-in-private = Iltimos, bot bilan shaxsiy chatda davom eting: u yerda yozish qulay.
cancellation-title = Murojaatni toʻxtatish
cancellation-why = Nega toʻxtatildi? Buni hamma oʻqiydi. Bir-ikki gap yetarli.
cancellation-money = Yuborib boʻlingan pul nima boʻladi? Buni hamma oʻqiydi.
cancellation-preview =
    👀 <b>Buni hamma oʻqiydi:</b>

    { $answers }
button-send-cancellation = ⛔ Murojaatni toʻxtatish
label-money = Pul
appeal-cancelled = ⛔ { $code } murojaati toʻxtatildi. Sababi uning postida yozilgan.
appeal-organiser-left = 🤲 { $code } murojaatining tashkilotchisi ketib qoldi. Endi pul soʻralmaydi. Iltimos, natijasi aytilishini kuzatib boring: /appeals
case-paper-wiped = { $code } murojaatining hujjati oʻchirildi.
appeal-cancel-own = Bu sizning murojaatingiz: uni boshqa koʻngilli toʻxtatishi kerak. Yoki natijasini aytib bering.
