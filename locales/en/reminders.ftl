# Reminders: relay/reminders.py, handlers/reminders.py

care-advice =
    🪪 <b>{ $type }</b> · <code>{ $code }</code>

    { $count ->
        [one] The document has been with you for { $count } day, and the owner has not turned up yet.
       *[other] The document has been with you for { $count } days, and the owner has not turned up yet.
    } Thank you for keeping it safe.

    You can also hand it in where its owner can fetch it{ $at ->
        [XX] {""}
       *[other] {" "}({ $there })
    }:
    • the nearest police station
    • the border service, if it was found at the border
    • the consulate of the country that issued it{ $issuer ->
        [XX] {""}
       *[other] {" "}({ $country })
    }
    • the post office

    Then tap “I handed it in” and write where it is: its owner will see that.
care-warning-finder =
    ⏳ <b>{ $type }</b> · <code>{ $code }</code>

    Is the document still with you? Your report is open until { $day }. Tap “Yes”, and its owner can still find it.

    If it is easier for you, hand the document in: police, border service, consulate or post office.
care-warning-elsewhere =
    ⏳ <b>{ $type }</b> · <code>{ $code }</code>

    Is the document still where you left it? Your report is open until { $day }. Tap “Yes”, and its owner can still find it.
button-still-have = 👜 I still have it
button-keep-open = 🔄 Yes, keep it open
button-settled = 🗑 No, take the report back
renewed-claimed = 🤝 The owner of the document { $code } has turned up, so you need not do anything here. Your conversation is in /my.
my-open-until = ⏳ Open until { $day }

care-lost =
    🔔 <b>{ $type }</b> · { $name }

    Are you still looking for this document? We keep watching and write to you as soon as it is found.
button-still-looking = 🔎 Yes, still looking
button-have-it = ❤️ I have it back
care-lost-goes-on = ✅ Good, we go on looking with you. As soon as it is found, we write to you here.
care-lost-home = ❤️ <b>How good that it is with you again!</b> We have stopped waiting for it. May it stay with you.
care-lost-over =
    🔕 <b>{ $type }</b> · { $name }

    We asked twice and heard nothing, so we have stopped waiting for this document. Still looking? Tap the button and we begin again.
care-lost-late = We have stopped waiting for this document. Still looking? Tap the button and we begin again.
button-lost-again = 🔔 Begin again
