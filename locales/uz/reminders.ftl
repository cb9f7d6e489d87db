# Reminders: relay/reminders.py, handlers/reminders.py

care-advice =
    🪪 <b>{ $type }</b> · <code>{ $code }</code>

    Hujjat sizda turganiga { $count } kun boʻldi, egasi hali topilmadi. Uni asrab turganingiz uchun rahmat.

    Xohlasangiz, egasi borib ola oladigan joyga topshiring{ $at ->
        [XX] {""}
       *[other] {" "}({ $there })
    }:
    • eng yaqin politsiya boʻlimiga (IIB)
    • chegarada topgan boʻlsangiz, chegara xizmatiga
    • hujjatni bergan davlat konsulxonasiga{ $issuer ->
        [XX] {""}
       *[other] {" "}({ $country })
    }
    • pochtaga

    Keyin “Idoraga topshirdim” tugmasini bosing va qayerdaligini yozing: egasi buni koʻradi.
care-warning-finder =
    ⏳ <b>{ $type }</b> · <code>{ $code }</code>

    Hujjat hali sizdami? Eʼlon { $day } kunigacha ochiq. “Ha” tugmasini bossangiz, egasi uni bundan keyin ham topa oladi.

    Sizga osonroq boʻlsa, hujjatni topshiring: politsiyaga, chegara xizmatiga, konsulxonaga yoki pochtaga.
care-warning-elsewhere =
    ⏳ <b>{ $type }</b> · <code>{ $code }</code>

    Hujjat hali siz qoldirgan joydami? Eʼlon { $day } kunigacha ochiq. “Ha” tugmasini bossangiz, egasi uni bundan keyin ham topa oladi.
button-still-have = 👜 Hozircha menda
button-keep-open = 🔄 Ha, ochiq tursin
button-settled = 🗑 Yoʻq, eʼlonni olib tashlash
renewed-claimed = 🤝 { $code } hujjatining egasi topilgan, bu yerda endi hech narsa qilishingiz shart emas. Suhbatni shu yerda koʻring: /my
my-open-until = ⏳ { $day } kunigacha ochiq

care-lost =
    🔔 <b>{ $type }</b> · { $name }

    Bu hujjatni hali ham qidiryapsizmi? Biz kuzatib turibmiz, topilsa, darhol yozamiz.
button-still-looking = 🔎 Ha, hali ham qidiryapman
button-have-it = ❤️ Hujjat yana oʻzimda
care-lost-goes-on = ✅ Yaxshi, siz bilan birga qidirishda davom etamiz. Hujjat topilsa, darhol shu yerda yozamiz.
care-lost-home = ❤️ <b>Hujjatingiz oʻzingizga qaytganidan xursandmiz!</b> Endi uni kutmaymiz. Boshqa yoʻqolmasin.
care-lost-over =
    🔕 <b>{ $type }</b> · { $name }

    Ikki marta soʻradik, javob boʻlmadi, shuning uchun bu hujjatni endi kutmayapmiz. Hali ham qidiryapsizmi? Tugmani bosing, qaytadan boshlaymiz.
care-lost-late = Bu hujjatni endi kutmayapmiz. Hali ham qidiryapsizmi? Tugmani bosing, qaytadan boshlaymiz.
button-lost-again = 🔔 Qaytadan boshlash
