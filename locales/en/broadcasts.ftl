# Broadcasts: handlers/broadcasts.py, relay/broadcasts.py, relay/broadcast_drafts.py, relay/broadcast_cards.py

broadcast-title = Broadcast
broadcast-text_kk = Write the text in Kazakh, or skip it. Links in it can be tapped.
broadcast-text_uz = Write the text in Uzbek, or skip it.
broadcast-text_ru = Write the text in Russian, or skip it.
broadcast-text_en = Write the text in English, or skip it.
broadcast-topic = Who is it for? Those who asked to hear of:
broadcast-place = Which place is it about? Those who chose it or all places get it. Tap, write or skip: then all of them do.
broadcast-country = For which country? Those who chose none get it too.
broadcast-language = Only for those who read one language?
broadcast-picture = Send the picture as a photo, not as a file. 1024 characters of text fit under a picture.
broadcast-links =
    Write the buttons, one on each line, three at most. First the label, then the link:

    <code>How to help | https://example.org</code>
broadcast-moment = When should it go? Tap or write it like <code>24.11 18:30</code>, by the page's clock.
broadcast-preview =
    <b>Is everything right?</b>

    { $answers }
button-send-broadcast = ▶️ Send …

label-text_kk = Text in Kazakh
label-text_uz = Text in Uzbek
label-text_ru = Text in Russian
label-text_en = Text in English
label-topic = For whom
label-language = Language
label-picture = Picture
label-links = Buttons
label-moment = When
answer-picture = yes

broadcast-topic-everybody = Anything at all
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
broadcast-too-long = { $name }: the text has { $total } characters, and { $limit } fit. Shorten it or take the picture away; nothing is lost.
broadcast-place-unknown = I do not know this place. Choose one from the list, or skip this question.
broadcast-not-ready = It cannot be sent yet. { $problem }
broadcast-fix = ⚠️ { $problem }
broadcast-nobody = Nobody fits this. Change who it is for.

broadcast-count =
    { $count ->
        [one] 👥 <b>{ $count }</b> person gets it
       *[other] 👥 <b>{ $count }</b> people get it
    }
broadcast-readers = • { $name }: { $number }
broadcast-readers-other = • { $name }: { $number }. No text, they get instead: { $other }
broadcast-later =
    { $count ->
        [one] 🌙 { $count } person gets it later, when their quiet hours end.
       *[other] 🌙 { $count } people get it later, when their quiet hours end.
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
broadcast-starting = ✅ Here we go. A message that shows how it gets on comes in a moment.
broadcast-waits = ✅ It starts right after the broadcast that is going on now.

broadcast-head = 📣 <b>Broadcast</b> · { $state }
broadcast-state-scheduled = waits for its time
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
    ❓ Perhaps delivered: { $unknown }
    ⚠️ Failed: { $failed }
broadcast-problem = The first error: { $problem }
broadcast-taken-back = ✖️ Not sent any more: { $count }
broadcast-left = ⏳ Left: { $number }, { $span } more
broadcast-took = ⏱ Took { $span }
button-broadcast-pause = ⏸ Pause
button-broadcast-resume = ▶️ Go on
button-broadcast-cancel = ✖️ Cancel
button-broadcast-cancel-one = ✖️ Cancel: { $moment }
button-broadcast-again = 📤 Again to those in doubt: { $count }
button-broadcast-new = ✏️ Write a new one
broadcast-cancel-ask = <b>Cancel the broadcast?</b> Those who got it keep it. Nobody else will get it.
button-broadcast-stop = ✖️ Yes, cancel the broadcast
broadcast-again-ask =
    { $count ->
        [one] <b>Send it again to { $count } person?</b> The line broke, and nobody knows whether they got it. They may get it twice.
       *[other] <b>Send it again to { $count } people?</b> The line broke, and nobody knows whether they got it. Some may get it twice.
    }
button-broadcast-resend = 📤 Yes, send it again
broadcast-already = That is done already.
broadcast-over = This broadcast is over.
broadcast-wait = Another broadcast is going on. Wait until it is over, or cancel it: /broadcast
broadcast-nobody-again = There is nobody left to send it to: they unsubscribed or blocked the bot.
broadcast-dropped = ✖️ The broadcast did not start: who wrote it is no moderator any more. If it is needed, write it anew: /broadcast
broadcast-in-private = Broadcasts are written in a private chat with the bot: send it /broadcast there. It takes the role of a moderator or owner: /role

audit-broadcast = broadcast
broadcast-note-scheduled = scheduled
broadcast-note-started = started
broadcast-note-paused = paused
broadcast-note-running = resumed
broadcast-note-cancelled = cancelled
broadcast-note-again = again to those in doubt
