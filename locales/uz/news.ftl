# A find near a place that somebody follows: relay/news.py

news-find =
    🔔 <b>Siz tanlagan joy atrofida hujjat topildi</b>

    📄 { $type } · { $country }
    📍 { $place }, { $day }
    🔑 <code>{ $code }</code>
button-look = 👀 Koʻrish
button-change-news = 🔔 Xabarlarni sozlash
