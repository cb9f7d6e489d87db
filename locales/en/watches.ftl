# Watches and notices: handlers/watches.py, relay/watches.py

lost-title = Lost document
lost-type = What did you lose?
lost-country = Which country issued it?
lost-name = Write your <b>name as it stands in the document</b>, in any alphabet.
lost-place = Where do you think you lost it? Tap a place, write it, send your location 📎, or skip.
lost-preview =
    <b>Please check</b>

    { $answers }

    We will tell you at once when somebody finds it. Nobody else sees this, unless you ask us to post it in the channel too.
button-send-lost = 🔔 Tell me when it is found
lost-saved = 🔔 <b>We are watching.</b> As soon as somebody finds a document in the name { $name }, we write to you here.
lost-changed = ✅ Saved. We are watching for { $name }.
lost-advice =
    <b>What to do meanwhile</b>
    1. Report the loss to the nearest police and ask for a paper that says so. Phone: 102, in Turkey 112.
    2. Abroad? Call or visit the consulate of your country{ $code ->
        [XX] {""}
       *[other] {" "}({ $country })
    }. It can issue a paper to travel home.
    3. Ask at the place itself: border post, station, lost property office.
    4. Never pay anybody in advance who says that they have your document.
lost-already =
    { $saved }

    <b>These are here already. Is one of them yours?</b>

    { $cards }
lost-perhaps =
    { $saved }

    <b>Have a look, it may be yours:</b>

    { $cards }
lost-number_tail =
    Write the <b>last 4 characters of the number</b> of your document, if you know them.

    Nobody sees them. They help to tell you from people with the same name.
lost-birth_year = Which year of birth stands in it? Nobody sees it.
lost-issue_place = Where was it issued? Nobody sees it.
lost-too-many-today = That is the most for one day (limit: { $limit }). Please go on tomorrow.
lost-too-many = You are waiting for as many documents as one person can (limit: { $limit }). End one in /my first.

match-found =
    🔔 <b>Perhaps your document was found!</b>

    { $card }
match-perhaps =
    🔎 <b>This may be yours, look at it</b>

    { $card }
match-declined = Thank you, so { $code } is somebody else’s. We keep watching for yours.

# The channel tells of it too: handlers/public_watches.py, relay/public_watches.py, relay/lost_items.py

button-tell-channel = 📢 Post it in the channel too
lost-public-preview =
    📢 <b>This is what everybody will read in the channel:</b>

    { $post }

    Nothing else is shown: not the document’s number, not your account, not your phone. You can remove it at any time.
button-publish-lost = ✅ Publish
button-not-now = Not now
lost-public-done =
    📢 <b>Done: it goes to the channel too.</b>

    It is shown there again from time to time until the document is found or you stop waiting. Its code: <code>{ $code }</code>. Remove it: /my
lost-public-not-now = Good, nothing goes to the channel. We keep watching for your document. You can post it there later too: /my
lost-public-now = 📢 In the channel too: <code>{ $code }</code>
lost-public-changed = 📢 The post in the channel is up to date too.
button-untell = 🔇 Remove from the channel
lost-public-removed = 🔇 Removed from the channel. We keep watching for your document, and write to you when it is found.
lost-public-already = This is in the channel already. See /my
lost-public-rest = A volunteer removed your post from the channel today. You can publish again tomorrow.
lost-public-too-many = That is the most for the channel in one day (limit: { $limit }). Please go on tomorrow.
lost-public-hidden =
    🔇 A volunteer has removed your post <code>{ $code }</code> from the channel. We keep watching for your document, and write to you when it is found.

    You can look at what you wrote and change it: /my. Tomorrow you can publish it again.
lost-public-hidden-done = 🔇 { $code } is removed from the channel. The owner was told, and can publish it again tomorrow.
lost-gone = This search is over. Did you find a document? Tap “I found a document” below, and we look for its owner.
lost-card =
    📄 <b>{ $type }</b> · { $country }
    👤 { $name }
    📍 { $known ->
        [yes] Lost here: { $place }
       *[no] Where it was lost is not known
    }
    🔑 <code>{ $code }</code>
lost-share-words = Somebody has lost a document. Have you seen it?
post-lost =
    🔎 <b>Lost! Have you seen it?</b>

    { $card }

    Found it? Tap the button below, and the owner hears of it at once.
post-lost-home = ❤️ <b>It is back with its owner!</b> Thank you to everybody who helped to look.
post-lost-over = This search is over. Thank you to everybody who helped to look.
button-found-it = 🙌 I found it
audit-hidden = removed from the channel
mydata-public-watch = in the channel as { $code }
