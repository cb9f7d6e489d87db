# Conversations: handlers/conversations.py, relay/conversations.py, relay/lines.py

side-finder = the finder
side-owner = the owner
attachment-photo = 🖼 photo
attachment-voice = 🎤 voice message
attachment-location = 📍 place
attachment-video = 🎬 video
attachment-document = 📄 file
my-conversation = 💬 { $code } · { $who }

conversation-opened-owner =
    🎉 <b>That fits: the document is yours!</b>

    { $card }

    You can now write to the finder through me. Neither of you sees the other’s account or number. Agree on a place with people around, and <b>pay nothing in advance</b>.
conversation-opened-finder =
    🎉 <b>The owner of { $code } is here</b> and has proven it.

    { $card }

    You can now write to each other through me. Neither of you sees the other’s account or number. Agree on a place with people around. When you hand it over, ask for the code.
conversation-card-owner =
    💬 <b>You and the finder</b>

    { $card }
conversation-card-finder =
    💬 <b>You and the owner</b>

    { $card }
conversation-resumed-owner =
    ▶️ <b>You can go on</b>: a volunteer has looked at it.

    { $card }
conversation-resumed-finder =
    ▶️ <b>You can go on</b>: a volunteer has looked at it.

    { $card }

button-write = ✍️ Write
button-show-code = 🔢 Show me the handover code
button-type-code = 🤝 I am handing it over
button-hand-in = 🏛 I handed it in
button-share-contact = 📱 Share my contact
button-money = 💸 They ask me for money
button-complain = 🚩 Report
button-stop = ⏹ Stop
button-ask-volunteer = 🛡 Ask a volunteer
button-answer = ✍️ Answer
button-done = ✔️ I am done writing

talk-owner = ✍️ What you send now goes to <b>the finder of { $code }</b>: words, photos, voice, places.
talk-finder = ✍️ What you send now goes to <b>the owner of { $code }</b>: words, photos, voice, places.
talk-left = Good. What you write now is for me again.

line-from-finder = 💬 <b>The finder · { $code }</b>
line-from-owner = 💬 <b>The owner · { $code }</b>
line-warning = ⚠️ There is a link, a number or a card in it. Never pay in advance.

held-ask =
    ✋ There is a link, a phone number or a card number in your message. I have <b>not sent it yet</b>.

    Whoever asks for money in advance is almost always a cheat. Send it anyway?
button-anyway = 📤 Send it anyway
button-unsent = ✖️ Don’t send it
held-sent = 📤 Sent.
held-dropped = ✖️ Not sent.

conversation-wait = Not sent: please wait for an answer first. You can write again in about { $minutes } minutes.
conversation-only = Not sent: I can pass on words, photos, voice messages and places. Files and stickers I cannot.
conversation-frozen = Nothing goes through now: a volunteer is looking at it. You will be told here.
conversation-over = This conversation is over. What you have open: /my
conversation-gone = This is not a conversation of yours. What you have open: /my
conversation-frozen-notice = ⏸ The conversation about { $code } rests: a volunteer is looking at it. Please hand nothing over and pay nothing until you hear from us.
conversation-stopped = ⏹ The other side has ended the conversation about { $code }.
conversation-left = ⏹ The other side has left Tabyldy. The conversation about { $code } is over.
conversation-silent = ⏹ Nobody wrote about { $code } for two weeks, so the conversation is closed. The report is open again.
conversation-absent = 🔇 The other side of { $code } cannot be reached just now: they have stopped the bot. What you write waits for them.
conversation-ended-by-moderator = ⏹ A volunteer has ended the conversation about { $code }.
conversation-undone = ↩️ A volunteer has taken the decision about { $code } back. Please wait, and hand nothing over yet.

share-ask = Shall the other side see your Telegram account, to write or call you directly? This cannot be taken back. ({ $code })
share-done = 📱 Done: the other side sees your account now.
share-received = 📱 You may write directly: { $contact } ({ $code }). They shared this themselves.
share-which = Whom shall we give your contact?
share-nobody = You are in no conversation now, so there is nobody to share your contact with.
button-share-sure = 📱 Yes, share it
stop-ask = End the conversation about { $code }? The other side will be told.
stop-done = ⏹ The conversation is over.
button-stop-sure = ⏹ Yes, end it
money-ask = Did they ask you for money? We stop the conversation about { $code } at once and call a volunteer, who reads your last messages.
money-done = ⏸ The conversation rests, and a volunteer was called. Pay nothing. You will hear from us here.
button-money-sure = 💸 Yes, call a volunteer
complain-ask = Shall a volunteer look at this conversation ({ $code })? They will read your last messages.
complain-done = 🚩 A volunteer was called. You will hear from us here.
button-complain-sure = 🚩 Yes, call a volunteer
complaint-again = A volunteer was called already. Please wait a little.
