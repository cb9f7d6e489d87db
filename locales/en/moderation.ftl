# Moderation: handlers/moderation.py, relay/moderation.py, relay/cases.py, relay/case_cards.py, relay/troubles.py

case-review =
    🕐 <b>A report waits for you</b>

    { $card }
    Name in full: <code>{ $name }</code>
case-claim =
    🙋 <b>Somebody says: this is mine</b>

    { $card }
    Name in full: <code>{ $name }</code>
    Secret facts: { $facts }

    <b>The claimant:</b> { $claimant }
    <b>The finder:</b> { $finder }
case-dispute =
    ⚖️ <b>Two say: this is mine</b>

    { $card }
    Name in full: <code>{ $name }</code>

    <b>First</b> (secret facts: { $first_facts }): { $first }
    <b>Second</b> (secret facts: { $second_facts }): { $second }
    <b>The finder:</b> { $finder }
case-money =
    💸 <b>They asked me for money</b>, says { $who }. The conversation rests.

    Report { $code }
    <b>It is about:</b> { $line }
    <b>The last messages:</b>
    { $lines }
case-complaint =
    🚩 <b>A complaint</b> by { $who }. The conversation goes on.

    Report { $code }
    <b>It is about:</b> { $line }
    <b>The last messages:</b>
    { $lines }
case-absence =
    🔇 <b>The other side is gone</b>, says { $who }.

    Report { $code }
    <b>The last messages:</b>
    { $lines }
case-about_me =
    🙈 <b>“This is about me”</b>: the report is hidden until you decide.

    { $card }
    Name in full: <code>{ $name }</code>
case-story =
    ❤️ <b>A line of thanks for the channel</b> ({ $code })

    { $words }
case-appeal =
    🤲 <b>An appeal has to be checked by two</b>

    { $card }
    Name in full: <code>{ $beneficiary }</code> (to be shown: { $consent })
    Organiser: { $relation } · from { $starts }
    Pays into: <code>{ $proposed }</code>

    { $checks }
case-change =
    💳 <b>Another account has to be checked by two.</b> The post asks people to wait.

    { $card }
    Name in full: <code>{ $beneficiary }</code>
    So far: <code>{ $former }</code>
    New: <code>{ $proposed }</code>

    { $checks }
case-ledger =
    📒 <b>An entry for the ledger</b>

    { $card }

    { $entry }
    { $receipt }
    { $balance }
case-outcome =
    ❤️ <b>What came of an appeal</b>

    { $card }

    { $sums }
    { $explained }

    { $words }
case-clone =
    ⚠️ <b>Perhaps a copy of { $code } with another account</b>

    Somebody wrote { $where }:
    { $words }

    Account in it: <code>{ $details }</code>
    Right is only:
    { $card }
case-check = { $sign } { $what }: { $who }
case-approvals = <b>Approved by:</b> { $who }
case-paper = 📎 Paper of { $code }. For you only.
case-no-papers = No paper is kept any more.
approve-twice = You have said yes already. The second yes has to come from another volunteer.
approve-own = This is your own appeal. Two others have to check it.
approve-none = You have not said yes yet.
approve-check-first = Please tick all you have checked yourself first. Each of the two does it alone.
check-papers = papers seen
check-called = the person in need called
check-payee = name and account compared
check-place = hospital, school or office asked
button-check-papers = 📄 Papers seen
button-check-called = 📞 Called
button-check-payee = 💳 Account compared
button-check-place = 🏥 Place asked
button-papers = 📎 Show the papers
button-unvouch = ↩️ Take my yes back
case-asked = <b>You asked:</b> { $words }
case-answered = <b>The answer:</b> { $words }
case-hint = <i>To ask the person, answer this message.</i>
case-decided = <b>{ $decision }</b> · { $name } · { $time }
case-past = { $kind } · { $code } · { $decision }
facts-fit = they fit
facts-unproven = not proven

button-case-approve = ✅ Approve
button-case-reject = ✖️ Reject …
button-case-connect = 🤝 Connect them
button-case-refuse = ✖️ Not theirs
button-case-first = 1️⃣ It is the first one’s
button-case-second = 2️⃣ It is the second one’s
button-case-neither = ✖️ Neither one’s
button-case-resume = ▶️ Let them go on
button-case-end = ⏹ End the conversation
button-case-close = ✖️ Keep it hidden
button-case-show = 👁 Show it again
button-case-publish = 📣 Put into the channel
button-case-drop = ✖️ Leave it
button-case-fraud = 🚫 A fraud: ban for good
button-case-harmless = ✅ It is harmless
button-more = ⋯ More
button-undo = ↩️ Undo
button-hide = 🙈 Hide the report
button-ban-week = 🚫 Ban for 7 days
button-ban-forever = 🚫 Ban for good
button-ban-shadow = 👻 Ban in silence
button-ban-lift = 🕊 Lift the ban

decided-approve = ✅ Approved
decided-reject = ✖️ Rejected
decided-connect = 🤝 Connected
decided-refuse = ✖️ Not theirs
decided-first = 1️⃣ The first one’s
decided-second = 2️⃣ The second one’s
decided-neither = ✖️ Neither one’s
decided-resume = ▶️ Goes on
decided-end = ⏹ Ended
decided-close = ✖️ Stays hidden
decided-show = 👁 Shown again
decided-publish = 📣 In the channel
decided-drop = ✖️ Left out
decided-fraud = 🚫 Fraud, banned
decided-harmless = ✅ Harmless
decided-settled = 🔚 Has settled itself

reason-unclear = Unclear, write it again
reason-not_a_document = Not a document
reason-personal = Too much personal data
reason-duplicate = Reported before
reason-advert = Advertising
reason-unproven = Could not be confirmed
reason-unwanted = We do not collect for this
reason-other = Another reason
rejected-unclear = it is not clear enough. Please write it once more, a little more exactly
rejected-not_a_document = it does not seem to be about a document
rejected-personal = there is something too personal in it. Please leave out numbers, addresses and contacts
rejected-duplicate = the same was reported before
rejected-advert = it reads like advertising. Please leave out offers, prices and invitations
rejected-unproven = it could not be confirmed. Please add what proves it
rejected-unwanted = we do not collect for this
rejected-other = a volunteer thinks something in it is not right

review-approved-finder = ✅ Your report <code>{ $code }</code> is published. Thank you!
review-rejected-finder =
    Your report <code>{ $code }</code> was not published: { $reason }.

    You can send it again with /found.
decision-undone = ↩️ A volunteer has taken the decision about { $code } back and looks at it once more. Please wait a little.
about-me-finder = Your report <code>{ $code }</code> was taken down because somebody it is about has asked for it. If the document is still with you, please hand it in: police or consulate.
moderator-asks =
    🛡 <b>A volunteer asks about { $code }:</b>

    { $words }
answer-title = For the volunteer
answer-words = Write your answer. Only volunteers read it.
answer-done = ✅ Thank you, the volunteer has your answer.

button-about-me = 🙈 This is about me
about-me-ask =
    Shall we <b>hide report { $code } at once</b>, because it is about you? A volunteer looks at it afterwards.

    Is it your lost document? Then rather tap “This is mine”.
button-about-me-sure = 🙈 Yes, hide it
about-me-done = 🙈 Report { $code } is hidden: nobody sees it any more. A volunteer looks at it now.
about-me-too-many = That is the most for one day (limit: { $limit }). Please write to the page’s volunteers.

banned = You cannot use the bot any more. What we hold about you: /mydata. Erase it: /delete
banned-until = You cannot use the bot before { $day }. What we hold about you: /mydata. Erase it: /delete
banned-toast = You cannot use the bot now.
ban-lifted = You can use the bot again.
ban-done = Done.
ban-nobody = There is nobody here who can be banned.
ban-none = There is no ban to lift.

case-decided-already = Somebody has decided this already.
case-undone-already = This was taken back already.
case-moved-on = Things have moved on meanwhile: this is not possible any more.
case-already-claimed = Somebody else is connected with the finder. End that conversation first, or refuse this claim.
case-nobody-to-ask = There is nobody to ask here any more.
undo-late = A decision can be taken back for 5 minutes. That is over.
undo-impossible = Things have moved on meanwhile: this cannot be taken back any more.
not-an-owner = Only the page’s owners can give roles (the first ones stand in OWNER_IDS).

queue = <b>What waits for you:</b>
queue-empty = Nothing waits. Have a good day!
queue-line = • { $kind }: { $count }
queue-reminder =
    { $count ->
        [one] ⏰ One case has been waiting for over a day. See /queue
       *[other] ⏰ { $count } cases have been waiting for over a day. See /queue
    }
kind-review = Reports
kind-claim = Claims
kind-dispute = Disputes
kind-money = Asked for money
kind-complaint = Complaints
kind-absence = Other side gone
kind-about_me = “About me”
kind-story = Lines of thanks
kind-appeal = Appeals
kind-change = Other accounts
kind-ledger = Ledger entries
kind-outcome = Outcomes
kind-clone = Copies of appeals

role-help =
    <b>Roles</b>
    An owner of the page answers a message of a helper here with <code>/role moderator</code>, <code>/role courier</code>, <code>/role owner</code> or <code>/role none</code>. With a Telegram id: <code>/role 1234567 courier</code>.
    A courier who brings a document writes me the report’s code and the owner’s code: <code>K7M4Q 123456</code>.
role-given = ✅ Noted: { $role }.
role-unreadable = Write it like this: /role moderator, /role courier, /role owner or /role none, in answer to the helper’s message. Or with a Telegram id: /role 1234567 courier
role-owner = Owner of the page
role-moderator = Moderator
role-courier = Courier
role-none = no role

audit = <b>The last things that were done</b>
audit-empty = Nothing was done yet.
audit-line = { $time } · { $name } · { $done } · { $note } · { $code }
audit-opened = opened
audit-decided = decided
audit-undone = taken back
audit-asked = asked
audit-answered = answered
audit-banned = banned
audit-pardoned = ban lifted
audit-role = role given
audit-sent_again = sent again
audit-timetable = schedule
audit-vouched = said yes
audit-ended = ended
audit-rate = rate

trouble-unknown =
    ❓ The connection broke while report { $code } was being posted. Please look into the channel: is it there?

    If not, send it again.
trouble-unknown-digest =
    ❓ The connection broke while a digest ({ $code }) was being posted. Please look into the channel: is it there?

    If not, send it again.
trouble-undeliverable =
    ⚠️ Report { $code } could not be posted: { $problem }

    Check that the bot is an administrator of the channel and may post, then send it again.
trouble-undeliverable-digest =
    ⚠️ A digest ({ $code }) could not be posted: { $problem }

    Check that the bot is an administrator of the channel and may post, then send it again.
trouble-overtaken = A digest ({ $code }) was posted anew, and nobody knows whether the former one came out. Please look into the channel: if these posts stand there twice, delete the earlier digest.
trouble-settled = This was settled already.
trouble-resent = 📤 Sent again.
trouble-left = Left as it is.
button-send-again = 📤 Send again
button-leave = Leave it as it is
trouble-delete = Report { $code } is over, but nobody knows whether its post went out. Please look into the channel and delete it if it is there.
trouble-frozen = New details of { $code } are being checked, but nobody knows whether its post went out. Please look into the channel: if it is there, delete it, so that nobody sends money by the old ones.
trouble-notice = ℹ️ An old notice about { $code } in a private chat could be neither changed nor deleted: { $problem }
