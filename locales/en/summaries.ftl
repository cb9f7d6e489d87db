# The weekly summary and what is stuck: relay/summaries.py

summary-title = 📊 <b>The week from { $first } to { $last }</b>
summary-returned =
    { $count ->
        [0] No document came home this week. We keep looking together.
        [one] ❤️ <b>{ $count } document</b> came home this week.
       *[other] ❤️ <b>{ $count } documents</b> came home this week.
    }
summary-found =
    { $count ->
        [one] 📄 <b>{ $count } document</b> was found this week.
       *[other] 📄 <b>{ $count } documents</b> were found this week.
    }
summary-waiting =
    { $count ->
        [one] ⏳ <b>{ $count } document</b> is waiting for its owner now.
       *[other] ⏳ <b>{ $count } documents</b> are waiting for their owners now.
    }
summary-owners =
    { $count ->
        [one] 🔎 <b>{ $count } lost document</b> is being looked for.
       *[other] 🔎 <b>{ $count } lost documents</b> are being looked for.
    }
summary-answered =
    { $count ->
        [one] 🩺 <b>{ $count } question</b> about a doctor was answered.
       *[other] 🩺 <b>{ $count } questions</b> about doctors were answered.
    }
summary-appeals =
    { $count ->
        [one] 🤲 <b>{ $count } appeal</b> for help is open now.
       *[other] 🤲 <b>{ $count } appeals</b> for help are open now.
    }
summary-proven =
    { $count ->
        [one] 🧾 <b>{ $count }</b> of them showed new receipts this week.
       *[other] 🧾 <b>{ $count }</b> of them showed new receipts this week.
    }
summary-days =
    { $days ->
        [0] 🕊 The way home usually takes less than a day.
        [one] 🕊 The way home usually takes { $days } day.
       *[other] 🕊 The way home usually takes { $days } days.
    }
summary-thanks = Thank you to everybody who did not walk past.

chart-title = The week in numbers
chart-returned =
    { $amount ->
        [one] document came home
       *[other] documents came home
    }
chart-waiting =
    { $amount ->
        [one] document waits for its owner
       *[other] documents wait for their owners
    }
chart-days =
    { $days ->
        [0] day to get home, usually
        [one] day to get home, usually
       *[other] days to get home, usually
    }
chart-first = came home
chart-second = waiting
chart-elsewhere = Other places
chart-dates = { $first } to { $last }
chart-empty = No document is waiting for its owner now

stuck-title = 🗓 <b>What got stuck this week</b>
stuck-nothing = 🌿 Nothing got stuck this week. Thank you, have a good rest!
stuck-cases =
    { $count ->
        [one] ⏰ { $count } case has been waiting for over 3 days ({ $kinds }). Open /queue
       *[other] ⏰ { $count } cases have been waiting for over 3 days ({ $kinds }). Open /queue
    }
stuck-kind = { $kind }: { $number }
stuck-posts =
    { $count ->
        [one] 📮 { $count } post did not reach the channel, or nobody knows whether it did. Find the bot’s message about it above and tap “Send again”.
       *[other] 📮 { $count } posts did not reach the channel, or nobody knows whether they did. Find the bot’s messages about them above and tap “Send again”.
    }
stuck-claims =
    { $count ->
        [one] 🙋 { $count } person has waited over 3 days to hear whether a document is theirs. Compare the answers in /queue
       *[other] 🙋 { $count } people have waited over 3 days to hear whether a document is theirs. Compare the answers in /queue
    }
stuck-talks =
    { $count ->
        [one] 💬 { $count } conversation has been silent for 5 days or more. Nothing to do: after two weeks of silence the bot closes it and shows the document again.
       *[other] 💬 { $count } conversations have been silent for 5 days or more. Nothing to do: after two weeks of silence the bot closes them and shows the documents again.
    }
stuck-unclaimed =
    { $count ->
        [one] 🕯 { $count } find has had no answer for over 14 days. Try telling other groups about it.
       *[other] 🕯 { $count } finds have had no answer for over 14 days. Try telling other groups about them.
    }
stuck-overdue =
    { $count ->
        [one] 🔁 { $count } post has waited over 3 days for its place in a digest. If this happens every week, ask the page’s owner to allow more posts a day.
       *[other] 🔁 { $count } posts have waited over 3 days for their place in a digest. If this happens every week, ask the page’s owner to allow more posts a day.
    }
stuck-appeals =
    { $count ->
        [one] 🤲 { $count } appeal has been waiting over 3 days to be checked. It needs two of you: /queue
       *[other] 🤲 { $count } appeals have been waiting over 3 days to be checked. Each needs two of you: /queue
    }
stuck-outcomes =
    { $count ->
        [one] 🏁 { $count } appeal ended over 7 days ago, and nobody has told what came of it. Ask its organiser, or tell it yourselves: /appeals
       *[other] 🏁 { $count } appeals ended over 7 days ago, and nobody has told what came of them. Ask their organisers, or tell it yourselves: /appeals
    }
stuck-paused = ⏸ Not shown again for now: { $kinds }. Go on with them: /schedule
stuck-paused-find = finds
stuck-paused-watch = lost documents
stuck-paused-appeal = appeals
stuck-paused-question = medical questions
