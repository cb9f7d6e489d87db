# Search: handlers/search.py, relay/search.py

search-title = Qidiruv
search-name = <b>Ism-familiyani hujjatdagidek</b> yozing, istalgan alifboda: avval familiya, keyin ism.
search-type = Bitta soʻz koʻp odamga toʻgʻri keladi. Qaysi hujjatni qidiryapsiz?
search-country = Uni qaysi davlat bergan?
search-found =
    { $count ->
        [one] <b>Bitta oʻxshash hujjat bor:</b>
       *[other] <b>{ $count } ta oʻxshash hujjat bor:</b>
    }

    { $cards }
search-nothing =
    <b>{ $name }</b> nomidagi hujjatni hali hech kim topmagan.

    Hujjatlar koʻpincha bir necha kundan keyin topiladi. Topilsa, sizga xabar beraylikmi?
search-too-many = Bir kunda koʻpi bilan { $limit } marta qidirish mumkin. Endi /lost buyrugʻini bosing: topilsa, oʻzimiz xabar beramiz.
search-too-many-names = Bugun juda koʻp turli ismlarni qidirdingiz (koʻpi bilan { $limit } ta mumkin). Ertaga davom eting yoki /lost buyrugʻini bosing: topilsa, oʻzimiz xabar beramiz.
button-watch = 🔔 Topilsa, xabar bering
button-none-mine = 🔔 Meniki yoʻq, topilsa, ayting
