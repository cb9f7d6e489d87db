# The ledger of an appeal: handlers/ledger.py, handlers/receipts.py, relay/ledger.py, relay/ledger_cards.py, relay/ledger_rulings.py, relay/receipts.py; what-…: one word for pictures

what-received = Received
what-transferred = Passed on
what-spent = Spent
what-delivered = Handed out

entry-title = A line for the ledger
entry-what = What has happened?
entry-what-received = 📥 Money came in
entry-what-transferred = 📤 Passed on to clinic or family
entry-what-spent = 🧾 Spent
entry-what-delivered = 📦 Goods were handed out
entry-amount =
    Which sum? Write it, such as <b>150 000 tenge</b>. For goods: what they cost.
entry-currency = In which currency?
entry-note =
    What was it for, or where did it come from? One sentence, such as <b>Medicine for two weeks</b>.

    Everybody will read it. Please write <b>no names, phone or card numbers</b>.
entry-receipt =
    Is there a receipt, a transfer slip or a bill? Send it as a <b>photo or PDF</b>, or tap “Skip”.

    Nobody but volunteers sees it as it is. Names and numbers are covered before it is shown.
entry-day = On which day was it? Tap, or write it like 22.11.
entry-preview =
    👀 <b>This is what everybody will read:</b>

    { $answers }

    A volunteer confirms it. Then it <b>stands for ever</b>: it cannot be changed, only corrected by another line.
button-send-entry = ✅ Send for confirming
label-what = What happened
label-amount = Sum
label-currency = Currency
label-note = What for
label-receipt = Receipt
currency-KZT = ₸ tenge
currency-UZS = soʻm (UZ)
currency-KGS = som (KG)
currency-TJS = somoni
currency-RUB = ₽ rouble
currency-TRY = ₺ lira
currency-USD = $ dollar
currency-EUR = € euro

entry_correction-title = Correcting an entry
entry_correction-amount =
    What is the <b>right sum</b>? Write the whole sum, not the difference. If it never was, write 0.
entry_correction-note =
    What was wrong with it? One sentence. Everybody will read it.
entry_correction-preview =
    👀 <b>This is how the entry is corrected:</b>

    { $answers }

    The wrong entry stays where it is, and a new one with the difference comes below it. A volunteer confirms it.
button-send-entry_correction = ✅ Send for confirming

ledger-card = 📒 <b>{ $title }</b> · <code>{ $code }</code>
ledger-empty = Nothing is written down yet.
ledger-left = Left
ledger-line =
    No. { $number } · { $day } · { $kind } <b>{ $sum }</b>{ $receipt ->
        [yes] {" "}🧾
       *[no] {""}
    }
    <i>{ $note }</i>
ledger-line-correction =
    No. { $number } · { $day } · ✏️ no. { $corrects }: { $kind } <b>{ $sum }</b>
    <i>{ $note }</i>
ledger-waiting =
    { $count ->
        [one] 🕐 One entry waits for a volunteer.
       *[other] 🕐 { $count } entries wait for a volunteer.
    }
button-ledgerof = 📒 The ledger
button-ledger-add = ➕ Write down a sum
button-ledger-correct = ✏️ Correct no. { $number }
button-ledger-older = ◀️ Older
button-ledger-newer = Newer ▶️
ledger-which = You have no appeal in the channel just now. Do you know the code of one? Write it like this: <code>/ledger K7M4Q</code>
ledger-none-yet = This appeal is not in the channel, so it has no ledger yet.
ledger-closed = This appeal is over: nothing more is written into its ledger.
ledger-day-wrong = The day does not fit: not in the future, and at most a week before the appeal began. Please change the day.
ledger-too-many = { $limit } entries wait for a volunteer already. Please wait until some are confirmed.
ledger-correct-first = This is a correction itself. Please correct no. { $number }.
ledger-correction-waits = A correction of no. { $number } waits for a volunteer already.
ledger-same-currency = The entry is in { $currency }. Please write the right sum in that currency.
ledger-same-sum = That is the sum that stands there already.
ledger-sent = ✅ <b>Sent.</b> As soon as a volunteer has confirmed it, it stands in the ledger. You can write the next one: /ledger
ledger-sent-with-receipt = ✅ <b>Sent.</b> A volunteer looks at the receipt, covers what is private and confirms the entry. You can write the next one: /ledger
ledger-confirmed = ✅ <b>{ $code }:</b> { $kind } { $sum }. It stands in the ledger as no. { $number }.
ledger-refused =
    <b>{ $code }:</b> the entry “{ $kind } { $sum }” was not taken: { $reason }.

    You can write it anew: /ledger
ledger-refused-unproven = nothing shows that it was so. Please add the receipt
ledger-refused-unclear = it is not clear what it was for
ledger-refused-personal = there is something private in it. Please leave out names and numbers
ledger-refused-duplicate = it is there already
ledger-refused-other = a volunteer thinks something in it is not right

receipt-unreadable = 😔 We could not open the receipt for { $code }. Please send it once more, as a <b>photo or PDF</b> of at most 20 MB. All else that you wrote is kept.
button-reentry = 📎 Send the receipt again

# What moderators see

ledger-proposed =
    { $kind } <b>{ $sum }</b> · { $day }
    <i>{ $note }</i>
    Written by { $by }
ledger-proposed-correction =
    ✏️ Corrects no. { $number } ({ $kind } { $former }) by <b>{ $sum }</b> · { $day }
    <i>{ $note }</i>
    Written by { $by }
ledger-by-organiser = the organiser
ledger-by-volunteer = a volunteer
ledger-receipt-none = 🧾 No receipt
ledger-receipt-waiting = 🧾 The receipt is being fetched …
ledger-receipt-ready = 🧾 Receipt: here, <b>will not be shown</b> unless you cover and publish it
ledger-receipt-unreadable = 🧾 The receipt could not be opened, the author was asked for another one
ledger-receipt-covered =
    { $count ->
        [one] 🧾 Receipt: <b>will be shown</b>, one cell covered
       *[other] 🧾 Receipt: <b>will be shown</b>, { $count } cells covered
    }
ledger-balance = 💰 Left after it: <b>{ $sum }</b>
ledger-balance-short = ⚠️ More would have gone than came: <b>{ $sum }</b>. Perhaps a sum that came in is not written down yet.
ledger-own = It is your own entry or your own appeal. Another volunteer has to confirm it.
ledger-for-ever = What stands in the ledger stays there for ever. If something is wrong, enter a correction: /ledger and the code.
ledger-receipt-waits = The receipt is still being fetched. Please try again in a minute.
button-receipt-open = 🧾 Cover the receipt
receipt-cover = 🧾 <b>{ $code }: cover what is private</b>: names, card and phone numbers, addresses, signatures. A tap covers a cell or opens it. Nobody sees the picture before you tap “Publish” and the entry is confirmed.
receipt-as-published = 👁 <b>{ $code }: this is what everybody would see.</b> Is a name or a number left anywhere?
receipt-published-so =
    { $count ->
        [one] ✅ <b>{ $code }: it will be shown like this</b>, one cell covered, as soon as the entry is confirmed.
       *[other] ✅ <b>{ $code }: it will be shown like this</b>, { $count } cells covered, as soon as the entry is confirmed.
    }
receipt-bare = ❓ <b>{ $code }: nothing is covered.</b> Is there really nothing private on it, no name, no number?
receipt-withheld = The receipt will not be shown.
receipt-changed = Another volunteer has just changed it. Please look at it once more.
receipt-not-there = This receipt is not here to be seen.
receipt-gone = 🧾 { $code }: the receipt’s entry was decided, so the picture is gone from here.
button-receipt-found = 🔎 Cover all words found
button-receipt-all = ■ Cover everything
button-receipt-clear = □ Cover nothing
button-receipt-show = 👁 See it as everybody would
button-receipt-publish = ✅ Publish
button-receipt-withhold = 🚫 Do not show
button-receipt-bare = ✅ Yes, show it as it is
button-receipt-back = ◀️ Back to covering

# In the channel, once a day

ledger-head =
    { $count ->
        [one] 🔐 <b>One entry stands in the ledger.</b>
       *[other] 🔐 <b>{ $count } entries stand in the ledger.</b>
    } The fingerprint of the newest: <code>{ $head }</code>

    Each entry carries the fingerprint of the one before. If anybody changed an old one, the fingerprints would not fit any more: whoever keeps this line can prove it.{ $pages ->
        [yes] {" "}Anybody can check it: each appeal’s page has all entries and says how.
       *[no] {""}
    }
