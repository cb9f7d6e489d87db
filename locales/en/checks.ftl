# Checks: handlers/checks.py, relay/checks.py, relay/check_cards.py, handlers/inline.py (inline-check-…: one line of a phone, at most 42 characters)

check-title = Check
check-looked_up =
    Is somebody asking you for money? Ask us first. Send one of these:

    🔑 the code of the appeal, such as <code>K7M4Q</code>
    💳 the number of the card, account or phone the money is to go to
    🔗 a link to the appeal

    We keep nothing of what you check.
check-too-many =
    { $limit ->
        [one] You have checked { $limit } time today. Please go on tomorrow. If you are in doubt, do not send money yet.
       *[other] You have checked { $limit } times today. Please go on tomorrow. If you are in doubt, do not send money yet.
    }
button-check-again = 🔎 Check another
button-check-yourself = 🔎 Check it yourself

# What was asked about

check-what-appeal = appeal { $code }
check-what-code = the code of an appeal
check-what-link = a link

# The verdict, and what everybody may know of the appeal

checked-open =
    { $asked ->
        [details] ✅ <b>These details are right.</b> Two volunteers have checked them, and the appeal is open.
       *[other] ✅ <b>This appeal is real.</b> Two volunteers have checked it, and it is open. Send only to the details below: compare the name and the digits.
    }
checked-waiting = ⏸ <b>Please do not send money yet.</b> We were asked to open such an appeal, but it is not open. Two volunteers have to check it first.
checked-frozen = ⏸ <b>Please wait and send nothing for now.</b> The organiser has given us other details, and two volunteers are checking them.
checked-proposed = ⏸ <b>Please do not send money there yet.</b> These details are not confirmed: two volunteers are checking them.
checked-ended = 🏁 <b>The appeal ended: { $day }. Please send no more money.</b> The organiser still has to tell what came of it.
checked-closed = 🏁 <b>The appeal is over. Please send no more money.</b> The organiser has told what came of it ({ $day }).
checked-cancelled =
    ⛔ <b>The volunteers ended this appeal: { $day }. Do not send money.</b>
    Why: { $why }
    What becomes of the money that was sent: { $money }
checked-refused =
    ⛔ <b>We did not accept this appeal. Do not send money.</b>
    Why: { $why }
checked-withdrawn = ⛔ <b>The organiser took this appeal back. Do not send money.</b>
checked-changed = ⛔ <b>Send no more money there.</b> These details are out of date: the organiser has changed them ({ $day }).
checked-mismatch = ⛔ <b>Do not send money there.</b> The code { $code } is named here, but that appeal has other details.
checked-unknown =
    { $asked ->
        [details] ⚠️ <b>We do not know these details.</b> If somebody asks you in our name to send money there, do not send it. Ask the organiser for the code of the appeal and check it here.
        [link] ⚠️ <b>This link leads to no appeal of ours.</b> Do not send money yet. Ask the organiser for the code of the appeal and check it here.
       *[code] ⚠️ <b>We have no appeal with this code.</b> Do not send money yet. Compare the code and send it once more.
    }
checked-unreadable =
    🔢 <b>A digit of this number is missing or wrong.</b> Compare it digit by digit and send it once more. Do not send money yet.

    Send an account number of 20 digits together with the bank’s BIK.
checked-nothing = 🤔 <b>We cannot check it like this.</b> Send the code of the appeal (five letters and digits) or the number of the card, account or phone. Do not send money yet.
check-right = The right details of this appeal:
check-ends = 📅 last day: { $day }
check-changed = 🔁 details changed: { $day }

# In any chat

check-short-good = ✅ Checked: all is right
check-short-wait = ⏸ Do not send money yet
check-short-over = 🏁 The appeal has ended
check-short-stop = ⛔ Do not send money
check-short-unknown = ⚠️ We do not know this
inline-check = 🛡 Check it yourself in the bot
inline-check-more = Type the whole number, digit by digit
inline-check-enough = That was enough checking for today

# Where a copy of an appeal came from, for moderators

clone-where-comment = in the comments below a post
clone-where-private = in private to the bot (perhaps only forwarded)
clone-where-appeal = in a new appeal
