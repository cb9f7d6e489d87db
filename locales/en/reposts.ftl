# Reposts and digests: relay/digests.py, relay/items.py

digest-title-find = 🙌 <b>These documents are waiting for their owners</b>
digest-title-over = 🕊 <b>These posts are closed</b>
digest-title-watch = 🔎 <b>Lost: their owners are looking for these.</b> Found one? Tap it.
digest-place = 📍 { $place }
digest-find = • <b>{ $name }</b> · { $what }, { $day }
digest-watch = • <b>{ $name }</b> · { $what }
digest-claimed = • { $what }: the owner has been found 🤝
digest-returned = • { $what } ❤️ back with its owner
digest-closed = • { $what } · closed
digest-expired = • { $what } · the post has run out
digest-foot-find = Is one of them yours? Tap it. Or send the bot your surname and given name: it does the looking.
digest-foot-watch = Lost something too? Send the bot your surname and given name: it does the looking.
digest-foot-over = Lost a document? Send the bot your surname and given name: it does the looking.
digest-moved = ➡️ These posts are further down in the channel now. { $link }
digest-look = Find your document
