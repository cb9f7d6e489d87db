# What people asked to hear of: handlers/subscriptions.py, relay/cards.py, relay/privacy.py

button-news = 🔔 News and appeals
news-nothing =
    <b>News and appeals</b>

    What would you like to hear about? Tap it, and we will write to you. Until then we stay quiet.
news-chosen =
    <b>News and appeals</b>

    We write to you about what is marked ✅. Tap anything to change it. To stop everything at once: /stop

topic-documents = News about found documents
topic-medical = Medical questions
topic-appeals = Appeals for help
country-any = Any country
quiet-none = Write at any hour

button-news-places =
    { $count ->
        [0] 📍 Choose places
        [one] 📍 Finds near { $count } place
       *[other] 📍 Finds near { $count } places
    }
button-news-quiet = 🌙 Quiet hours: { $hours }
button-news-stop = 🔕 Stop everything
button-news-add = ➕ Add a place
button-news-everywhere = 🌍 Important news only

news-everywhere =
    <b>Found documents: important news only</b>

    We do not write to you about every find. To hear about finds near a place, add it: up to { $limit } in all. We send at most 5 messages a day.
news-places =
    { $count ->
        [one] <b>Found documents near this place</b>
       *[other] <b>Found documents near these places</b>
    }

    We tell you about finds there, at most 5 a day. Tap a place to take it off. You can have up to { $limit }.
news-country =
    <b>News for which country?</b>

    We leave out what is only for other countries. Your quiet hours go by this country’s clock.
news-quiet =
    <b>When shall we keep quiet?</b>

    What comes in these hours is sent to you afterwards. It is { $clock } where you are, right? If not, choose your country first.

near-title = Found documents
near-place = Near which place? Tap it, write it, or send your location 📎.
form-place-unknown = I do not know this place. Write a border post, station, airport or bazaar, for example Chorsu.
news-too-many-places =
    { $limit ->
        [one] You have chosen { $limit } place, that is the most. Take it off in /settings first.
       *[other] You have chosen { $limit } places, that is the most. Take one off in /settings first.
    }

news-followed =
    🔔 <b>Done, we will write to you.</b>

    { $what }

    Change it: /settings. Stop it: /stop
news-stopped =
    🔕 <b>Done: no more news from us.</b>

    Messages about your own reports and what you wait for still come. To get news again: /settings

follow-place = 🔔 Tell me about finds at this place
follow-all = 🔔 Get important news about finds

mydata-subscriptions = You asked to hear about:
