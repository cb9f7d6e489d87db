# Found documents: handlers/documents.py, relay/cards.py, relay/posts.py

found-title = Found document
found-type = What did you find?
found-country = Which country issued it?
found-name =
    Whose is it? Write the <b>name as printed</b>: surname, given name.

    { $public ->
        [full] Everybody will see the name, but nothing else from the document.
        [none] Nobody else will see the name.
       *[initial] Everybody else will see only the given name and one letter of the surname.
    }
found-place = Where did you find it? Tap a place, write it, or send your location 📎.
found-number_tail =
    Write the <b>last 4 characters of the document’s number</b>, for example 4821.

    Nobody will see them. They prove later who the real owner is.
found-day = On which day did you find it? Tap, or write it like 22.11.
found-whereabouts = Where is the document now?
found-birth_year = Which year of birth stands in it? It stays secret and proves the owner.
found-issue_place = Where was it issued? It stays secret and proves the owner.
found-preview =
    <b>Please check</b>

    { $answers }

    { $public ->
        [none] Nobody else will see the name.
       *[other] Everybody else will see the name like this: <b>{ $name }</b>
    }
button-send-found = ✅ Send
found-thanks =
    🙏 <b>Thank you! This is how documents come home.</b>

    The report is out under the code <code>{ $code }</code>. When the owner turns up, we write to you here.
    If the document is with you, please keep it safe. Change or take back: /my
found-queued =
    🙏 <b>Thank you!</b>

    A volunteer will look at your report <code>{ $code }</code> and publish it. You will be told here.
found-changed = ✅ Saved. Report <code>{ $code }</code> is up to date.
found-handed_place = Which one, and where? Tap a place, write it, or send your location 📎.
found-expired =
    ⌛ Your report <code>{ $code }</code> has run out after { $days } days, and nobody sees it any more.

    Is the document still with you? Open the report again, or hand it in: police, consulate or post office.
button-renew = 🔄 Open it again
found-renewed = ✅ Thank you! Report { $code } is open until { $day }.
found-too-many = That is the most for one day (limit: { $limit }). Please go on tomorrow.

document-card =
    📄 <b>{ $type }</b> · { $country }
    👤 { $name }
    📍 { $place }, { $day }
    🏷 { $whereabouts }
    🔑 <code>{ $code }</code>
document-name-hidden = name not shown
document-gone = This report is closed: the document was returned or the report was taken back.
document-share-words = A document was found. Maybe you know the owner?
place-unknown = place not known

post-found =
    🙌 <b>Found!</b>

    { $card }
post-claimed =
    🤝 <b>The owner is here: the handover is under way.</b>

    { $card }
post-returned = ❤️ <b>Returned!</b> Document { $code } is with its owner again.
post-closed = Report { $code } is closed.
mention-returned = ❤️ Document { $code } is with its owner again.
mention-closed = Report { $code } is closed.
post-story =
    ❤️ <i>{ $words }</i>

    A document came home.
post-story-gone = ❤️ A document came home.

button-mine = 🙋 This is mine
button-mine-code = 🙋 { $code } is mine
button-not-mine = Not mine
button-share = 📤 Share

photo-not-kept =
    We keep no photos of documents: it is safer for the owner.

    If you found a document, tap the button and answer a few short questions.
location-near = This is near: <b>{ $place }</b>. What happened there?

my-title = <b>Your reports and what you wait for</b>
my-nothing = You have no open reports. Found a document or lost one? Tap a button below.
my-report = 🙌 { $type } · { $name }
my-watch = 🔔 { $type } · { $name }
my-report-card =
    <b>You found this</b> · { $state }

    { $card }

    Name in full, seen only by you and the volunteers: <code>{ $name }</code>
my-watch-card =
    <b>You are waiting for this</b>

    📄 { $type } · { $country }
    👤 <code>{ $name }</code>
    📍 { $place }
my-gone = This is not open any more. See /my for what is.
my-claimed = The owner is here already, so it cannot be changed now. See the conversation in /my.
my-hidden = A volunteer is looking at this report. Please wait a little.
state-queued = waits for a volunteer
state-open = published
state-claimed = the owner is here
state-with_authorities = handed in
state-hidden = hidden for now
state-returned = returned
state-rejected = not published
state-withdrawn = taken back
state-expired = run out

button-edit = ✏️ Change
button-withdraw-r = 🗑 Take back
button-withdraw-w = ✖️ Stop waiting
button-withdraw-r-sure = 🗑 Yes, take it back
button-withdraw-w-sure = ✖️ Yes, stop waiting
withdraw-r-ask = Take this report back? The owner will not find it any more.
withdraw-w-ask = Stop waiting for this document? We will not tell you any more when it is found.
withdraw-r-done = Taken back. Nobody can find it any more.
withdraw-w-done = Done. We hope the document is with you again.
found-whereabouts-finder = With me
