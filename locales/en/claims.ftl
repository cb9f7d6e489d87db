# Claims: handlers/claims.py, relay/claims.py, relay/endings.py

claim-title = 🙋 Is it yours?
claim-number_tail = Write the <b>last 4 characters of the document’s number</b>. We compare them with what the finder wrote; nobody sees them.
claim-birth_year = Which <b>year of birth</b> stands in the document?
claim-issue_place = In which city or region was it <b>issued</b>?
button-state = 🛡 I can’t, ask a volunteer
button-try-again = 🔁 Try again
claim-wrong =
    This does not fit together with what the finder wrote.

    { $count ->
        [one] You can try <b>once</b> more.
       *[other] You can try <b>{ $count }</b> more times.
    } Look at a photo or a copy of the document, if you have one.
claim-wrong-last =
    This does not fit together with what the finder wrote, and for today there are no tries left.

    That happens: people mix up digits. A volunteer can look at it.
claim-needs-volunteer = A volunteer has to look at this one. Tell them in your own words why { $code } is yours.
claim-pick-up =
    ✅ You can fetch it yourself. Take something along that shows who you are.

    { $card }
claim-disputed = Somebody else has also said that { $code } is theirs. A volunteer looks at it now and will write to you here. Please wait, and pay nobody.
claim-told =
    ✅ A volunteer was told about <code>{ $code }</code>. You will get the answer here.

    Please wait, and pay nobody in advance.
claim-own = You reported this document yourself.
claim-asked = A volunteer is looking at it already. Please wait for the answer here.
claim-refused = A volunteer has looked at it: the document seems to be somebody else’s.
claim-accepted = You are connected with the finder already: see /my.
claim-stopped = The finder has ended the conversation. Ask a volunteer with the button in that message.
claim-settled = This was settled already. Thank you!
claim-too-many = That is the most for one day (limit: { $limit }). Please go on tomorrow.
claim-refused-notice =
    A volunteer has compared what you wrote about { $code } with the document. It seems to be somebody else’s.

    We are sorry. If yours is still missing: /lost, and we tell you when it turns up.
claim-ended = 🔚 Report { $code } is over: { $state }.
claim-ask-finder =
    Somebody says that the document <code>{ $code }</code> is theirs. A volunteer wants to be sure.

    Please describe in a few words what you see: the cover, its condition, what lies in it. No numbers, no photo.
button-describe = ✍️ Describe it
statement-title = For the volunteer
statement-words = Tell us <b>why it is yours</b>: what the document looks like, what lies in it, where and when you lost it. Only a volunteer reads this.
describe-title = For the volunteer
describe-words = Describe the document <b>in a few words</b>: the cover, its condition, what lies in it. No numbers, please. Only a volunteer reads this.
claim-described = ✅ Thank you, the volunteer has it. Please keep { $code } until they have decided.
claim-declined = Thank you, so { $code } is somebody else’s. Shall we tell you when yours turns up?
