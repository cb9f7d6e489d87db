# The timetable for moderators: handlers/schedules.py, relay/schedules.py

schedule-title = 🗓 <b>What will come to the channel</b>
schedule-digest =
    { $count ->
        [one] <b>{ $moment }</b> · { $count } line
       *[other] <b>{ $moment }</b> · { $count } lines
    }
schedule-kind =
    { $kind ->
        [find] find
        [watch] lost document
        [question] question
       *[appeal] appeal
    }
schedule-first = first time
schedule-brought = brought forward
schedule-again = showing { $count }, the last on { $day }
schedule-more = … and { $count } more
schedule-later =
    { $count ->
        [one] { $count } more comes later.
       *[other] { $count } more come later.
    }
schedule-empty = Nothing comes back to the channel in the coming days.
schedule-paused =
    { $kind ->
        [find] ⏸ Finds are paused. Waiting: { $count }
        [watch] ⏸ Lost documents are paused. Waiting: { $count }
        [question] ⏸ Questions are paused. Waiting: { $count }
       *[appeal] ⏸ Appeals are paused. Waiting: { $count }
    }
schedule-posts = Messages in the channel today: { $number } of { $limit }
schedule-appeals = Appeals within 7 days: { $number } of { $limit }
schedule-no-channel = ⚠️ No channel is set, so nothing is posted. The page’s owner sets it with CHANNEL_ID.
schedule-now = Now
schedule-today = Today at { $time }
schedule-tomorrow = Tomorrow at { $time }

schedule-since = Public since: { $day }
schedule-unshown = Not shown yet
schedule-shown =
    { $count ->
        [one] Shown once, on { $day }
       *[other] Shown { $count } times, the last time on { $day }
    }
schedule-due = Its turn comes: { $moment }
schedule-due-now = Its turn has come.
schedule-next = Comes in a digest: <b>{ $moment }</b>
schedule-wait-resting = Why not earlier: its owner has been found. It rests until that is settled.
schedule-wait-paused =
    { $kind ->
        [find] Why not earlier: finds are paused. To go on: ▶️ in the schedule.
        [watch] Why not earlier: lost documents are paused. To go on: ▶️ in the schedule.
        [question] Why not earlier: questions are paused. To go on: ▶️ in the schedule.
       *[appeal] Why not earlier: appeals are paused. To go on: ▶️ in the schedule.
    }
schedule-wait-turn = Why not earlier: its turn has not come yet.
schedule-wait-quiet = Why not now: these are the channel’s quiet hours.
schedule-wait-full = Why not now: the channel has had enough messages for today.
schedule-wait-budget = Why not earlier: no more appeals are allowed within these 7 days.
schedule-wait-others = Why not earlier: what was shown less often or waits longer goes first.

button-schedule-pause =
    { $kind ->
        [find] ⏸ Pause finds
        [watch] ⏸ Pause lost documents
        [question] ⏸ Pause questions
       *[appeal] ⏸ Pause appeals
    }
button-schedule-resume =
    { $kind ->
        [find] ▶️ Go on with finds
        [watch] ▶️ Go on with lost documents
        [question] ▶️ Go on with questions
       *[appeal] ▶️ Go on with appeals
    }
button-schedule-skip = ⏭ Skip once
button-schedule-forward = ⏫ Bring forward
button-schedule-back = ↩️ Back to the schedule

schedule-skipped = ⏭ Skipped once. Its next turn: { $moment }
schedule-forwarded = ⏫ Brought forward. It comes: { $moment }
schedule-forwarded-later = ⏫ Brought forward. It goes first as soon as it may be shown again.
schedule-paused-already = This is paused already.
schedule-resumed-already = This is going on already.
schedule-moved-already = This was done already. Here is how it stands now.
schedule-gone = This does not come back to the channel any more.
schedule-unknown = We do not know this code. Write it like this: /schedule K7M4Q
schedule-over = { $code } is over: it does not come back to the channel.
schedule-not-public = { $code } is hidden from everybody now, so it does not come to the channel.
schedule-absent = { $code } is not on the schedule: there was no channel when it was published.

schedule-note-paused = paused
schedule-note-resumed = resumed
schedule-note-skipped = skipped once
schedule-note-forward = brought forward
