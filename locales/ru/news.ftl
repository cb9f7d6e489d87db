# A find near a place that somebody follows: relay/news.py

news-find =
    🔔 <b>Рядом с выбранным вами местом нашли документ</b>

    📄 { $type } · { $country }
    📍 { $place }, { $day }
    🔑 <code>{ $code }</code>
button-look = 👀 Посмотреть
button-change-news = 🔔 Изменить, о чём сообщать
