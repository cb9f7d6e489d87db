# Handovers: handlers/handovers.py, relay/handovers.py, relay/stories.py

handover-code-shown =
    🔢 <b>{ $digits }</b>

    Say this code to the finder <b>when the document is in your hands</b>, not before. No code at hand later? Then tap the button.
button-received = ✅ I have it back
handover-title = 🤝 Handing over
handover-code = Ask the owner for the <b>6-digit code</b> and write it here.
button-given = ✅ Given back, without a code
handover-wrong =
    This is not the owner’s code.

    { $count ->
        [one] You can try <b>once</b> more.
       *[other] You can try <b>{ $count }</b> more times.
    }
handover-no-tries = The code was wrong too often. When it is handed over, tap “given back”, and the owner confirms it.
handover-waits = ✅ Noted. When the other side confirms it too, report { $code } is closed.
confirm-owner = 🤝 The finder says that you have { $code } back. Is it so?
confirm-finder = 🤝 The owner says that they have { $code } back. Is it so?
handover-done = 🎉 <b>{ $code } is home.</b> Thank you!
thanks-finder =
    ❤️ <b>Thank you!</b> Because of you somebody has their document back.
    { $count ->
        [one] It is the first that came home through Tabyldy.
       *[other] So far { $count } documents have come home through Tabyldy.
    }

    Would you write one line about it for the channel? Without names.
thanks-owner =
    ❤️ <b>How good that { $code } is with you again!</b>
    { $count ->
        [one] It is the first that came home through Tabyldy.
       *[other] So far { $count } documents have come home through Tabyldy.
    }

    Would you write one line of thanks for the channel? Without names.
button-story = ✍️ Write a line
story-title = A line for the channel
story-words = Write <b>one line</b>, up to 200 characters. No names, no numbers. A volunteer reads it first.
story-preview =
    <b>Please check</b>

    { $answers }

    Everybody in the channel will see it, without your name.
button-send-story = ✅ Send
story-done = 🙏 Thank you! A volunteer reads it and puts it into the channel.
story-late = This was too long ago, or is not yours.
story-no-contacts = Please without phone numbers, links and card numbers. Write it once more.

hand_in-title = Handed in
hand_in-handed_to = Where did you hand it in?
hand_in-handed_place = Which one, and where? Tap a place, write it, or send your location 📎.
hand_in-preview =
    <b>Please check</b>

    { $answers }

    Everybody will see where the owner can fetch it.
button-send-hand_in = ✅ Send
handed_to-police = 👮 Police
handed_to-border_service = 🛂 Border service
handed_to-consulate = 🏛 Consulate
handed_to-post_office = 📮 Post office
label-handed_to = Handed in at
label-handed_place = Where exactly
label-words = Your words
handed-in-done =
    🙏 <b>Thank you!</b> The report now says where the owner can fetch it.

    { $card }
handed-in-owner =
    📍 <b>The finder has handed your document in.</b> Fetch it there, and take something along that shows who you are.

    { $card }
