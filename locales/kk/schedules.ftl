# The timetable for moderators: handlers/schedules.py, relay/schedules.py

schedule-title = 🗓 <b>Арнаға не шығады</b>
schedule-digest = <b>{ $moment }</b> · { $count } жол
schedule-kind =
    { $kind ->
        [find] табылған құжат
        [watch] жоғалған құжат
        [question] сұрақ
       *[appeal] көмек туралы өтініш
    }
schedule-first = бірінші рет
schedule-brought = кезектен тыс
schedule-again = { $count }-рет, алдыңғысы { $day }
schedule-more = … тағы { $count }
schedule-later = Кейінірек тағы { $count } хабарландыру шығады.
schedule-empty = Таяу күндері арнаға қайта шығатын ештеңе жоқ.
schedule-paused =
    { $kind ->
        [find] ⏸ Табылған құжаттар тоқтатылып тұр. Күтіп тұрғаны: { $count }
        [watch] ⏸ Жоғалған құжаттар тоқтатылып тұр. Күтіп тұрғаны: { $count }
        [question] ⏸ Сұрақтар тоқтатылып тұр. Күтіп тұрғаны: { $count }
       *[appeal] ⏸ Көмек туралы өтініштер тоқтатылып тұр. Күтіп тұрғаны: { $count }
    }
schedule-posts = Бүгін арнаға шыққан хабарламалар: { $limit } ішінен { $number }
schedule-appeals = 7 күндегі көмек туралы өтініштер: { $limit } ішінен { $number }
schedule-no-channel = ⚠️ Арна көрсетілмеген, сондықтан ештеңе шықпайды. Оны парақша иесі CHANNEL_ID арқылы көрсетеді.
schedule-now = Қазір
schedule-today = Бүгін { $time }
schedule-tomorrow = Ертең { $time }

schedule-since = Жарияланған күні: { $day }
schedule-unshown = Арнаға әлі шықпады
schedule-shown = Арнаға { $count } рет шықты, соңғысы: { $day }
schedule-due = Кезегі келеді: { $moment }
schedule-due-now = Кезегі келді.
schedule-next = Жинақпен шығады: <b>{ $moment }</b>
schedule-wait-resting = Неге ертерек емес: иесі табылды. Мәселе шешілгенше көрсетілмейді.
schedule-wait-paused =
    { $kind ->
        [find] Неге ертерек емес: табылған құжаттар тоқтатылып тұр. Жалғастыру: кестедегі ▶️ батырмасы.
        [watch] Неге ертерек емес: жоғалған құжаттар тоқтатылып тұр. Жалғастыру: кестедегі ▶️ батырмасы.
        [question] Неге ертерек емес: сұрақтар тоқтатылып тұр. Жалғастыру: кестедегі ▶️ батырмасы.
       *[appeal] Неге ертерек емес: көмек туралы өтініштер тоқтатылып тұр. Жалғастыру: кестедегі ▶️ батырмасы.
    }
schedule-wait-turn = Неге ертерек емес: кезегі әлі келген жоқ.
schedule-wait-quiet = Неге қазір емес: арнада тыныш уақыт.
schedule-wait-full = Неге қазір емес: арнаға бүгін шығатын хабарламалар саны толды.
schedule-wait-budget = Неге ертерек емес: осы 7 күнде көмек туралы өтініштерді бұдан артық көрсетуге болмайды.
schedule-wait-others = Неге ертерек емес: алдымен азырақ көрсетілгені немесе ұзағырақ күткені шығады.

button-schedule-pause =
    { $kind ->
        [find] ⏸ Табылғандарды тоқтата тұру
        [watch] ⏸ Жоғалғандарды тоқтата тұру
        [question] ⏸ Сұрақтарды тоқтата тұру
       *[appeal] ⏸ Өтініштерді тоқтата тұру
    }
button-schedule-resume =
    { $kind ->
        [find] ▶️ Табылғандарды жалғастыру
        [watch] ▶️ Жоғалғандарды жалғастыру
        [question] ▶️ Сұрақтарды жалғастыру
       *[appeal] ▶️ Өтініштерді жалғастыру
    }
button-schedule-skip = ⏭ Бір рет өткізіп жіберу
button-schedule-forward = ⏫ Ертерек шығару
button-schedule-back = ↩️ Кестеге оралу

schedule-skipped = ⏭ Бір рет өткізіп жібереміз. Келесі кезегі: { $moment }
schedule-forwarded = ⏫ Дайын, кезектен тыс шығады: { $moment }
schedule-forwarded-later = ⏫ Дайын: қайта көрсетуге болған кезде кезектен тыс шығады.
schedule-paused-already = Бұл тоқтатылып қойған.
schedule-resumed-already = Бұл жалғасып жатыр.
schedule-moved-already = Бұл істеліп қойған. Қазіргі жайы төменде.
schedule-gone = Бұл енді арнаға қайта шықпайды.
schedule-unknown = Мұндай кодты білмейміз. Былай жазыңыз: /schedule K7M4Q
schedule-over = { $code }: жабылған, арнаға қайта шықпайды.
schedule-not-public = { $code }: қазір бәрінен жасырын, сондықтан арнаға шықпайды.
schedule-absent = { $code }: кестеде жоқ. Ол жарияланғанда арна болмаған.

schedule-note-paused = тоқтатылды
schedule-note-resumed = жалғастырылды
schedule-note-skipped = бір рет өткізілді
schedule-note-forward = кезектен тыс шығады
