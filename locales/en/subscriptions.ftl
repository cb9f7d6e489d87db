# What people asked to hear of: handlers/subscriptions.py, relay/cards.py, relay/privacy.py

button-news = 🔔 News and appeals
news-nothing =
    <b>News and appeals</b>

    What would you like to hear of? Tap it and I write to you. Until then I stay quiet.
news-chosen =
    <b>News and appeals</b>

    You hear of what is marked ✅. Tap anything to change it. To end everything at once: /stop

topic-documents = News of found documents
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
button-news-quiet = 🌙 Quiet: { $hours }
button-news-stop = 🔕 Stop everything
button-news-add = ➕ Add a place
button-news-everywhere = 🌍 Important news only

news-everywhere =
    <b>Found documents: important news</b>

    I do not write to you about each find. To hear of finds near a place, add it: up to { $limit } places, at most 5 messages a day.
news-places =
    { $count ->
        [one] <b>Found documents near this place</b>
       *[other] <b>Found documents near these places</b>
    }

    I tell you of finds there, at most 5 a day. Tap a place to take it off. There may be up to { $limit }.
news-country =
    <b>News of which country?</b>

    I leave out what is meant for other countries only. Your quiet hours go by the clock of this country.
news-quiet =
    <b>When shall I keep quiet?</b>

    What comes in these hours is sent to you afterwards. Your clock shows { $clock } now. If that is wrong, choose your country first.

near-title = Found documents
near-place = Near which place? Tap it, write it, or send your location 📎.
form-place-unknown = I do not know this place. Write a border post, station, airport or bazaar, for example Chorsu.
news-too-many-places =
    { $limit ->
        [one] You have { $limit } place already, that is the most. Take it off in /settings first.
       *[other] You have { $limit } places already, that is the most. Take one off in /settings first.
    }

news-followed =
    🔔 <b>Done, I will write to you.</b>

    { $what }

    Change it: /settings. End it: /stop
news-stopped =
    🔕 <b>Done: no more news from me.</b>

    Answers about your own reports and what you wait for still come. To hear of news again: /settings

follow-place = 🔔 Finds at this place
follow-all = 🔔 Important news about finds

mydata-subscriptions = You asked to hear of:
