# What came of an appeal, and rates: handlers/outcomes.py, relay/outcomes.py, relay/outcome_cards.py, relay/appeal_care.py, relay/rates.py

outcome-title = What came of it
outcome-words =
    <b>What came of it?</b> Two or three sentences: what the money paid for, and how the person is now.

    Everybody will read it. Please leave out card numbers, phone numbers and addresses.
outcome-explained =
    What came in and what went out do not match yet. <b>Why?</b> One or two sentences are enough. Everybody will read them.

    Is an entry missing? Then cancel here and write it down first: /ledger
outcome-picture =
    Do you have <b>a photo or a video</b> that shows it? Everybody will see it, so no papers, and nobody’s face without their yes. If you have none, skip this.
outcome-picture-unfit = This came as a file, and files show everybody their name. Please send it as a photo or a video, or skip this.
outcome-preview =
    👀 <b>This is what everybody will read:</b>

    { $card }

    { $picture ->
        [yes] 📎 Your photo or video stands above it.
       *[no] 📎 No photo or video.
    } A volunteer looks at it first.
button-outcome = ❤️ Tell what came of it
button-send-outcome = ✅ Send
label-explained = The sums
outcome-queued = ✅ <b>Sent.</b> A volunteer looks at what came of { $code }, then everybody can read it. We tell you.
outcome-accepted = ❤️ <b>Everybody can now read what came of { $code }.</b> Thank you for writing down every sum: that is what trust grows from.
outcome-refused = What you told of { $code } was not published yet: { $reason }. Please tap below and tell it once more.
outcome-refused-unproven = we could not confirm what is said in it
outcome-refused-unclear = it is not clear enough what was done
outcome-refused-personal = it shows something private
outcome-refused-other = a volunteer thought that something is not right
outcome-refusal-undone = 🕐 A volunteer is looking once more at what you told of { $code }. We tell you as soon as it is decided.
outcome-own = It is your own appeal, or you told this yourself. Please let another moderator decide.
outcome-waits = A volunteer is looking at it already. We tell you as soon as it is decided.
outcome-entries-wait = Some sums of this appeal still wait for a volunteer’s yes. First those, then what came of it.
outcome-end-first = The appeal is still open. Please end it first, then tell what came of it.
outcome-told = What came of it was told already. Thank you!
outcome-sums-changed = The sums have changed meanwhile and do not match any more. Please say why first.
outcome-sums-moved = The sums have changed since, and nothing explains it. Please reject it: the organiser tells it once more.
case-outcome-picture = 📎 This will be shown with what came of { $code }.

# What everybody reads

post-outcome = ❤️ <b>What came of it: { $title }</b>
post-outcome-thanks = 🙏 Thank you to everybody who gave and to everybody who passed it on. <code>{ $code }</code>
outcome-sum =
    { $kind ->
        [received] 💚 Received: <b>{ $sum }</b>
        [transferred] ➡️ Passed on: <b>{ $sum }</b>
        [spent] 🧾 Spent: <b>{ $sum }</b>
       *[delivered] 📦 Handed out as goods: <b>{ $sum }</b>
    }
outcome-left = ⚖️ Left: <b>{ $sum }</b>
outcome-lacking = ⚖️ More went out than came in: <b>{ $sum }</b>
outcome-receipts = 📎 Receipts shown: { $count }
outcome-no-sums = No money came in.
outcome-because = <b>About the sums:</b> { $words }

# Reminders, and what is forgotten

outcome-owed =
    🏁 <b>The last day of { $code } is over.</b> Nobody is asked to send anything any more.

    Please tell now what came of it: people have given and want to know.
outcome-reminder =
    { $count ->
        [one] ⏰ <b>{ $code } ended { $count } day ago.</b> People who gave are waiting to hear what came of it. Two or three sentences are enough.
       *[other] ⏰ <b>{ $code } ended { $count } days ago.</b> People who gave are waiting to hear what came of it. Two or three sentences are enough.
    }
outcomes-late =
    { $count ->
        [one] ⏰ { $count } appeal ended 14 days ago, and nobody has told what came of it: { $codes }. Please ask the organiser, or tell it yourselves: /appeals
       *[other] ⏰ { $count } appeals ended 14 days ago, and nobody has told what came of them: { $codes }. Please ask the organisers, or tell it yourselves: /appeals
    }

# Rates

rate-line = 1 { $of } = <b>{ $worth } { $into }</b> · { $day } · { $source }
rates-list =
    💱 <b>Rates</b>
    { $rates }

    To enter one, write: <code>/rate USD KZT 512.40 21.11 nationalbank.kz</code>
    That is: one dollar is worth 512.40 tenge, read on 21.11 at nationalbank.kz. Without a day it is today’s.
rates-none = No rate is known yet.
rate-entered =
    ✅ <b>Noted:</b> { $rate }

    Posts and pages tell it within a few minutes.
rate-unreadable = Please write it like this: <code>/rate USD KZT 512.40 21.11 nationalbank.kz</code>
rate-currency = We do not know one of these currencies. Please write two of { $codes }.
rate-same = Both are { $currency }. Please write two different ones, such as USD KZT.
rate-number = Please write what one is worth as a number above zero, with at most 6 digits after the point: 512.40
rate-day = Please write a day that is today or at most { $limit } days ago, such as 21.11. Without a day it is today’s rate.
rate-source = Please write at the end where you read it, such as nationalbank.kz, in at most { $limit } characters.
