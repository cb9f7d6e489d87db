# A find near a place that somebody follows: relay/news.py

news-find =
    🔔 <b>Сіз таңдаған жердің маңында құжат табылды</b>

    📄 { $type } · { $country }
    📍 { $place }, { $day }
    🔑 <code>{ $code }</code>
button-look = 👀 Қарау
button-change-news = 🔔 Хабарларды баптау
