# A find near a place that somebody follows: relay/news.py

news-find =
    🔔 <b>A document was found near a place you chose</b>

    📄 { $type } · { $country }
    📍 { $place }, { $day }
    🔑 <code>{ $code }</code>
button-look = 👀 Look at it
button-change-news = 🔔 Change my news
