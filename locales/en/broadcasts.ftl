# Broadcasts: handlers/broadcasts.py, relay/broadcasts.py, relay/broadcast_drafts.py, relay/broadcast_cards.py

broadcast-title = Broadcast
broadcast-text_kk = Write the text in Kazakh, or skip it. Links in it can be tapped.
broadcast-text_uz = Write the text in Uzbek, or skip it.
broadcast-text_ru = Write the text in Russian, or skip it.
broadcast-text_en = Write the text in English, or skip it.
broadcast-topic = Who is it for? Those who chose the topic:
broadcast-place = Which place is it about? Those who chose it or all places get it. Tap a place or write it. If you skip this, everybody gets it.
broadcast-country = For which country? Those who chose no country get it too.
broadcast-language = Only for those who read one language?
broadcast-picture = Send the picture as a photo, not as a file. 1024 characters of text fit under a picture.
broadcast-links =
    Write the buttons, one on each line, three at most. First the label, then the link:

    <code>How to help | https://example.org</code>
broadcast-moment = When should it go? Tap or write it like <code>24.11 18:30</code>, by the page’s clock.
broadcast-preview =
    <b>Is everything right?</b>

    { $answers }
button-send-broadcast = ▶️ Send …

label-text_kk = Text in Kazakh
label-text_uz = Text in Uzbek
label-text_ru = Text in Russian
label-text_en = Text in English
label-topic = Topic
label-language = Language
label-picture = Picture
label-links = Buttons
label-moment = When
answer-picture = yes

broadcast-topic-everybody = Any topic
broadcast-country-all = All countries
broadcast-language-all = All languages
broadcast-language-kk = Kazakh
broadcast-language-uz = Uzbek
broadcast-language-ru = Russian
broadcast-language-en = English
broadcast-moment-now = Now
broadcast-moment-tonight = Today at 19:00
broadcast-moment-tomorrow = Tomorrow at 10:00

form-text-first = Here I need words. A picture can be added later, before it is sent.
form-photo-wanted = Send the picture as a photo, not as a file, or tap “Skip”.
form-link-unreadable = I could not read a button in this. Write a label (up to 34 characters), a bar | and a link, for example: How to help | https://example.org
form-links-too-many =
    { $limit ->
        [one] Write { $limit } button at most.
       *[other] Write { $limit } buttons at most, one on each line.
    }
form-moment-unreadable = I could not read a time in this. Write it like 24.11 18:30
form-moment-past =
    { $limit ->
        [one] This time is over, or more than { $limit } day ahead. Please choose another.
       *[other] This time is over, or more than { $limit } days ahead. Please choose another.
    }

broadcast-no-text = There is no text in any language yet. Write at least one.
broadcast-too-long = { $name }: the text has { $total } characters, and { $limit } fit. Shorten it or take the picture away. What you wrote is kept.
broadcast-place-unknown = I do not know this place. Choose one from the list, or skip this question.
broadcast-not-ready = It cannot be sent yet. { $problem }
broadcast-fix = ⚠️ { $problem }
broadcast-nobody = There is nobody like that. Change the topic, place, country or language.

broadcast-count =
    { $count ->
        [one] 👥 <b>{ $count }</b> person gets it
       *[other] 👥 <b>{ $count }</b> people get it
    }
broadcast-readers = • { $name }: { $number }
broadcast-readers-other = • { $name }: { $number }. No text for them, they get instead: { $other }
broadcast-later =
    { $count ->
        [one] 🌙 { $count } person gets it later, after their quiet hours.
       *[other] 🌙 { $count } people get it later, after their quiet hours.
    }
broadcast-takes = ⏱ Takes { $span } (messages per second: { $pace })
broadcast-moments = less than a minute
broadcast-minutes =
    { $count ->
        [one] about { $count } minute
       *[other] about { $count } minutes
    }
broadcast-hours =
    { $count ->
        [one] about { $count } hour
       *[other] about { $count } hours
    }
button-broadcast-sample = 👁 Send me a sample
broadcast-ask =
    { $count ->
        [one] <b>Really send it?</b> { $count } person gets the message.
       *[other] <b>Really send it?</b> { $count } people get the message.
    }
button-broadcast-go = ✅ Yes, send it: { $count }
broadcast-planned = ✅ It starts by itself at that time. You can cancel it here or with /broadcast
broadcast-starting = ✅ Starting. In a moment you get a message that shows how far it is.
broadcast-waits = ✅ It starts right after the broadcast that is going on now.

broadcast-head = 📣 <b>Broadcast</b> · { $state }
broadcast-state-scheduled = waiting for its time
broadcast-state-running = going on
broadcast-state-paused = paused
broadcast-state-cancelled = cancelled
broadcast-state-done = done
broadcast-starts = 🕓 Starts: { $moment }
broadcast-quote = <i>{ $words }</i>
broadcast-line = 🕓 { $moment } · { $words }
broadcast-numbers =
    { $bar } { $percent } %
    👥 All: { $recipients }
    ✅ Delivered: { $sent }
    🚫 Blocked the bot: { $blocked }
    ❓ Not known whether it arrived: { $unknown }
    ⚠️ Failed: { $failed }
broadcast-problem = The first error: { $problem }
broadcast-taken-back = ✖️ Not sent any more: { $count }
broadcast-left = ⏳ Left: { $number }, { $span } more
broadcast-took = ⏱ Took { $span }
button-broadcast-pause = ⏸ Pause
button-broadcast-resume = ▶️ Go on
button-broadcast-cancel = ✖️ Cancel
button-broadcast-cancel-one = ✖️ Cancel: { $moment }
button-broadcast-again = 📤 Send again: { $count }
button-broadcast-new = ✏️ Write a new one
broadcast-cancel-ask = <b>Cancel the broadcast?</b> Those who got it keep it. Nobody else will get it.
button-broadcast-stop = ✖️ Yes, cancel the broadcast
broadcast-again-ask =
    { $count ->
        [one] <b>Send it again to { $count } person?</b> The connection broke, and nobody knows whether they got it. They may get it twice.
       *[other] <b>Send it again to { $count } people?</b> The connection broke, and nobody knows whether they got it. Some may get it twice.
    }
button-broadcast-resend = 📤 Yes, send it again
broadcast-already = This was done already.
broadcast-over = This broadcast is over.
broadcast-wait = Another broadcast is going on. Wait until it is over, or cancel it: /broadcast
broadcast-nobody-again = There is nobody left to send it to: they stopped the news or blocked the bot.
broadcast-dropped = ✖️ The broadcast did not start: its author is not a moderator any more. If it is needed, write it again: /broadcast
broadcast-in-private = Broadcasts are written in a private chat with the bot: send it /broadcast there. It takes the role of a moderator or owner: /role

audit-broadcast = broadcast
broadcast-note-scheduled = scheduled
broadcast-note-started = started
broadcast-note-paused = paused
broadcast-note-running = resumed
broadcast-note-cancelled = cancelled
broadcast-note-again = sent again to those who may not have got it

broadcast-missed = ⏸ This broadcast was to start at { $moment }, but I was not running then. It is paused. If it is still right, tap “Go on” below, otherwise “Cancel”.
broadcast-text-torn = This text came in two messages, because more than { $limit } characters do not fit into one. Shorten it and send it again as one message.
broadcast-text-perhaps-torn = If this was the end of your long text: only its beginning was kept. One message holds { $limit } characters. Go back to the text, shorten it and send it again.
broadcast-more =
    { $count ->
        [one] … and { $count } more is waiting.
       *[other] … and { $count } more are waiting.
    }
