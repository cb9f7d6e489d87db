# Claims: handlers/claims.py, relay/claims.py

claim-ask =
    { $card }

    Bu siznikimi? “Ha” desangiz, koʻngilli sizga yozadi va faqat egasi biladigan narsalarni soʻraydi. Bu bepul.
claim-told =
    ✅ Koʻngilliga xabar berdik, u sizga shu yerda, Telegramda yozadi. Eʼlon kodi: <code>{ $code }</code>

    Iltimos, biroz kuting va hech kimga oldindan pul bermang.
claim-own = Bu hujjat haqida oʻzingiz eʼlon bergansiz.
claim-again = Koʻngilliga xabar berilgan, u sizga yozadi. Iltimos, biroz kuting.
claim-too-many = Bir kunda koʻpi bilan { $limit } marta “meniki” deyish mumkin. Iltimos, ertaga davom eting.
claim-request =
    🙋 <b>Kimdir “bu meniki” deyapti</b>

    { $card }
    Toʻliq ism-familiya: <code>{ $name }</code>
    Topgan kishi bergan maxfiy maʼlumotlar: { $facts }

    { $claimant } · { $finder }

    Iltimos, ularni bir-biri bilan bogʻlashdan oldin topgan kishidan shu maʼlumotlarni solishtirib koʻrishni soʻrang.
claim-claimant = “Meniki” degan kishiga yozish
claim-finder = Topgan kishiga yozish
proof-number_tail = raqam oxiri
proof-birth_year = tugʻilgan yili
proof-issue_place = berilgan joyi
claim-declined = Rahmat, demak, { $code } boshqa odamniki. Sizniki topilsa, xabar beraylikmi?
