# Search: handlers/search.py, relay/search.py

search-title = Search
search-name = Write the <b>name as it stands in the document</b>, in any alphabet: surname and given name.
search-type = One word fits many people. Which document is it?
search-country = Which country issued it?
search-found =
    { $count ->
        [one] <b>One document looks like it:</b>
       *[other] <b>{ $count } documents look like it:</b>
    }

    { $cards }
search-nothing =
    Nobody has found a document in the name <b>{ $name }</b> yet.

    Many are handed in days later. Shall we tell you when it turns up?
search-too-many = That is the most for one day (limit: { $limit }). Use /lost, and we tell you by ourselves.
search-too-many-names = You have looked for many different names today (limit: { $limit }). Please go on tomorrow, or use /lost, and we tell you by ourselves.
button-watch = 🔔 Tell me when it is found
button-none-mine = 🔔 None is mine, tell me later
