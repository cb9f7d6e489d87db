# Claims: handlers/claims.py, relay/claims.py, relay/endings.py

claim-title = 🙋 Bu siznikimi?
claim-number_tail = <b>Hujjat raqamining oxirgi 4 ta belgisini</b> yozing. Topgan kishi yozgan belgilar bilan solishtiramiz, ularni hech kim koʻrmaydi.
claim-birth_year = Hujjatda <b>nechanchi yilda tugʻilgan</b> deb yozilgan?
claim-issue_place = Hujjat qaysi shahar yoki viloyatda <b>berilgan</b>?
button-state = 🛡 Bilmayman, koʻngilliga yozaman
button-try-again = 🔁 Qayta urinish
claim-wrong =
    Javobingiz topgan kishi yozganiga toʻgʻri kelmadi.

    { $count ->
        [one] Yana <b>bir marta</b> urinib koʻrishingiz mumkin.
       *[other] Yana <b>{ $count } marta</b> urinib koʻrishingiz mumkin.
    } Hujjatning rasmi yoki nusxasi boʻlsa, oʻshanga qarab yozing.
claim-wrong-last =
    Javobingiz topgan kishi yozganiga toʻgʻri kelmadi. Bugunga urinishlar tugadi.

    Bunday boʻlib turadi: odam raqamlarni adashtirib qoʻyadi. Buni koʻngilli koʻrib chiqishi mumkin.
claim-needs-volunteer = Buni koʻngilli koʻrib chiqishi kerak. Nima uchun { $code } sizniki ekanini unga oʻz soʻzlaringiz bilan yozing.
claim-pick-up =
    ✅ Hujjatni oʻzingiz borib olishingiz mumkin. Kimligingizni tasdiqlaydigan biror narsa ola boring.

    { $card }
claim-disputed = { $code } haqida yana bir kishi “meniki” degan. Koʻngilli hozir buni koʻrib chiqyapti, u sizga shu yerda yozadi. Iltimos, kuting va hech kimga pul bermang.
claim-told =
    ✅ Koʻngilliga <code>{ $code }</code> haqida xabar berdik. Javobini shu yerda olasiz.

    Iltimos, biroz kuting va hech kimga oldindan pul bermang.
claim-own = Bu hujjat haqida oʻzingiz eʼlon bergansiz.
claim-asked = Koʻngilli buni allaqachon koʻrib chiqyapti. Iltimos, javobini shu yerda kuting.
claim-refused = Koʻngilli koʻrib chiqdi: bu hujjat boshqa odamnikiga oʻxshaydi.
claim-accepted = Siz topgan kishi bilan allaqachon bogʻlangansiz: /my
claim-stopped = Topgan kishi suhbatni tugatgan. Shu haqdagi xabar ostidagi “Koʻngillini chaqirish” tugmasini bosing.
claim-settled = Bu allaqachon hal boʻlgan. Rahmat!
claim-too-many = Bir kunda koʻpi bilan { $limit } marta “meniki” deyish mumkin. Iltimos, ertaga davom eting.
claim-refused-notice =
    Koʻngilli { $code } haqida yozganlaringizni hujjat bilan solishtirdi. Bu hujjat boshqa odamnikiga oʻxshaydi.

    Afsusdamiz. Hujjatingiz hali topilmagan boʻlsa, /lost buyrugʻini bosing: topilsa, xabar beramiz.
claim-ended = 🔚 Eʼlon { $code } yopildi: { $state }.
claim-ask-finder =
    Kimdir <code>{ $code }</code> hujjatini “meniki” deyapti. Koʻngilli bunga ishonch hosil qilmoqchi.

    Iltimos, koʻrib turganingizni bir necha soʻz bilan yozing: muqovasi va ahvoli qanday, ichida nima bor. Raqam yozmang, rasm yubormang.
button-describe = ✍️ Tasvirlab berish
statement-title = Koʻngilliga xat
statement-words = <b>Nima uchun sizniki ekanini</b> yozing: hujjat qanday koʻrinadi, ichida nima bor, uni qayerda va qachon yoʻqotgansiz. Buni faqat koʻngilli oʻqiydi.
describe-title = Koʻngilliga hujjat tasviri
describe-words = Hujjatni <b>bir necha soʻz bilan</b> tasvirlang: muqovasi va ahvoli qanday, ichida nima bor. Iltimos, raqam yozmang. Buni faqat koʻngilli oʻqiydi.
claim-described = ✅ Rahmat, koʻngilliga yetkazdik. Iltimos, u qaror chiqarguncha { $code } hujjatini asrab turing.
claim-declined = Rahmat, demak, { $code } boshqa odamniki. Sizniki topilsa, xabar beraylikmi?
