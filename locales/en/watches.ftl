# Watches and notices: handlers/watches.py, relay/watches.py

lost-title = Lost document
lost-type = What did you lose?
lost-country = Which country issued it?
lost-name = Write your <b>name as it stands in the document</b>, in any alphabet.
lost-place = Where do you think you lost it? Tap a place, write it, send your location 📎, or skip.
lost-preview =
    <b>Please check</b>

    { $answers }

    We will tell you at once when somebody finds it. Nobody else sees this.
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
