# Reposts and digests: relay/digests.py, relay/items.py

digest-title-find = 🙌 <b>Бұл құжаттар иесін күтіп тұр</b>
digest-title-over = 🕊 <b>Бұл хабарландырулар жабылды</b>
digest-title-watch = 🔎 <b>Бұл құжаттарды иелері іздеп жүр.</b> Біреуін таптыңыз ба? Атауын басыңыз.
digest-place = 📍 { $place }
digest-find = • <b>{ $name }</b> · { $what }, { $day }
digest-watch = • <b>{ $name }</b> · { $what }
digest-claimed = • { $what }: иесі табылды 🤝
digest-returned = • { $what } ❤️ иесіне қайтты
digest-closed = • { $what } · жабылды
digest-expired = • { $what } · хабарландыру мерзімі бітті
digest-foot-find = Өз құжатыңызды таныдыңыз ба? Атауын басыңыз. Немесе ботқа тегіңіз бен атыңызды жазыңыз: ол өзі іздейді.
digest-foot-watch = Сіз де құжат жоғалттыңыз ба? Ботқа тегіңіз бен атыңызды жазыңыз: ол өзі іздейді.
digest-foot-over = Құжат жоғалттыңыз ба? Ботқа тегіңіз бен атыңызды жазыңыз: ол өзі іздейді.
digest-moved = ➡️ Бұл хабарландырулар енді арнаның төменгі жағында. { $link }
digest-look = Құжатымды іздеу
