# Reposts and digests: relay/digests.py, relay/items.py

digest-title-find = 🙌 <b>Эти документы ждут своих хозяев</b>
digest-title-over = 🕊 <b>Эти объявления уже закрыты</b>
digest-title-watch = 🔎 <b>Хозяева ищут эти документы.</b> Нашли один из них? Нажмите на него.
digest-place = 📍 { $place }
digest-find = • <b>{ $name }</b> · { $what }, { $day }
digest-watch = • <b>{ $name }</b> · { $what }
digest-claimed = • { $what }: хозяин нашёлся 🤝
digest-returned = • { $what } ❤️ уже у хозяина
digest-closed = • { $what } · закрыто
digest-expired = • { $what } · срок объявления истёк
digest-foot-find = Узнали свой документ? Нажмите на него. А ещё можно написать боту фамилию и имя: он поищет сам.
digest-foot-watch = Тоже потеряли документ? Напишите боту фамилию и имя: он поищет сам.
digest-foot-over = Потеряли документ? Напишите боту фамилию и имя: он поищет сам.
digest-moved = ➡️ Эти объявления теперь ниже в канале. { $link }
digest-look = Найти свой документ
