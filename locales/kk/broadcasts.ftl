# Broadcasts: handlers/broadcasts.py, relay/broadcasts.py, relay/broadcast_drafts.py, relay/broadcast_cards.py

broadcast-title = Көпшілікке хабарлама
broadcast-text_kk = Мәтінді қазақша жазыңыз немесе аттап өтіңіз. Ішіндегі сілтемелерді басуға болады.
broadcast-text_uz = Мәтінді өзбекше жазыңыз немесе аттап өтіңіз.
broadcast-text_ru = Мәтінді орысша жазыңыз немесе аттап өтіңіз.
broadcast-text_en = Мәтінді ағылшынша жазыңыз немесе аттап өтіңіз.
broadcast-topic = Кімге жібереміз? Мына тақырыпты таңдағандарға:
broadcast-place = Қай жер туралы? Сол жерді немесе барлық жерді таңдағандар алады. Жерді басыңыз немесе жазыңыз. Аттап өтсеңіз, бәрі алады.
broadcast-country = Қай елге арналған? Ел таңдамағандар да алады.
broadcast-language = Тек бір тілде оқитындарға жібереміз бе?
broadcast-picture = Суретті файл емес, фото етіп жіберіңіз. Сурет астына 1024 таңба мәтін сыяды.
broadcast-links =
    Батырмаларды жазыңыз: әрқайсысын жаңа жолдан, үшеуден аспасын. Алдымен жазуы, содан кейін сілтемесі:

    <code>Қалай көмектесуге болады | https://example.org</code>
broadcast-moment = Қашан жібереміз? Басыңыз немесе былай жазыңыз: <code>24.11 18:30</code>, парақшаның уақытымен.
broadcast-preview =
    <b>Бәрі дұрыс па?</b>

    { $answers }
button-send-broadcast = ▶️ Жіберу …

label-text_kk = Қазақша мәтін
label-text_uz = Өзбекше мәтін
label-text_ru = Орысша мәтін
label-text_en = Ағылшынша мәтін
label-topic = Тақырып
label-language = Тілі
label-picture = Сурет
label-links = Батырмалар
label-moment = Қашан
answer-picture = бар

broadcast-topic-everybody = Кез келген тақырып
broadcast-country-all = Барлық ел
broadcast-language-all = Барлық тіл
broadcast-language-kk = Қазақша
broadcast-language-uz = Өзбекше
broadcast-language-ru = Орысша
broadcast-language-en = Ағылшынша
broadcast-moment-now = Қазір
broadcast-moment-tonight = Бүгін, 19:00
broadcast-moment-tomorrow = Ертең, 10:00

form-text-first = Мұнда мәтін керек. Суретті кейін, жіберер алдында қосуға болады.
form-photo-wanted = Суретті файл емес, фото етіп жіберіңіз немесе «Аттап өту» батырмасын басыңыз.
form-link-unreadable = Батырманы түсінбедік. Жазуын (34 таңбадан аспасын), | белгісін және сілтемені жазыңыз, мысалы: Көмектесу | https://example.org
form-links-too-many = Ең көбі { $limit } батырма болады. Әрқайсысын жаңа жолдан жазыңыз.
form-moment-unreadable = Уақытын түсінбедік. Былай жазыңыз: 24.11 18:30
form-moment-past = Бұл уақыт өтіп кетті немесе оған дейін { $limit } күннен көп бар. Басқасын таңдаңыз.

broadcast-no-text = Әзірге бірде-бір тілде мәтін жоқ. Кемінде біреуін жазыңыз.
broadcast-too-long = { $name }: мәтінде { $total } таңба бар, ал сыятыны — { $limit }. Мәтінді қысқартыңыз немесе суретті алып тастаңыз. Жазғаныңыз сақтаулы.
broadcast-place-unknown = Бұл жерді білмейміз. Тізімнен таңдаңыз немесе бұл сұрақты аттап өтіңіз.
broadcast-not-ready = Әзірге жіберуге болмайды. { $problem }
broadcast-fix = ⚠️ { $problem }
broadcast-nobody = Бұған сай адам жоқ. Тақырыпты, жерді, елді немесе тілді өзгертіңіз.

broadcast-count = 👥 <b>{ $count }</b> адам алады
broadcast-readers = • { $name }: { $number }
broadcast-readers-other = • { $name }: { $number }. Бұл тілде мәтін жоқ, орнына алатыны: { $other }
broadcast-later = 🌙 { $count } адам кейін, тыныш уақыты біткенде алады.
broadcast-takes = ⏱ Ұзақтығы: { $span } (секундына { $pace } хабарлама)
broadcast-moments = бір минуттан аз
broadcast-minutes = шамамен { $count } минут
broadcast-hours = шамамен { $count } сағат
button-broadcast-sample = 👁 Маған үлгісін жіберу
broadcast-ask = <b>Шынымен жібереміз бе?</b> Хабарламаны { $count } адам алады.
button-broadcast-go = ✅ Иә, { $count } адамға жіберу
broadcast-planned = ✅ Сол уақытта өзі басталады. Осы жерден немесе /broadcast арқылы тоқтата аласыз.
broadcast-starting = ✅ Бастаймыз. Қазір барысын көрсететін хабарлама келеді.
broadcast-waits = ✅ Қазір жіберіліп жатқаны біткен соң бірден басталады.

broadcast-head = 📣 <b>Көпшілікке хабарлама</b> · { $state }
broadcast-state-scheduled = уақытын күтіп тұр
broadcast-state-running = жіберіліп жатыр
broadcast-state-paused = кідіртілді
broadcast-state-cancelled = тоқтатылды
broadcast-state-done = аяқталды
broadcast-starts = 🕓 Басталуы: { $moment }
broadcast-quote = <i>{ $words }</i>
broadcast-line = 🕓 { $moment } · { $words }
broadcast-numbers =
    { $bar } { $percent } %
    👥 Барлығы: { $recipients }
    ✅ Жетті: { $sent }
    🚫 Ботты бұғаттаған: { $blocked }
    ❓ Жеткен-жетпегені белгісіз: { $unknown }
    ⚠️ Жетпеді: { $failed }
broadcast-problem = Бірінші қате: { $problem }
broadcast-taken-back = ✖️ Енді жіберілмейді: { $count }
broadcast-left = ⏳ Қалғаны: { $number } адам, { $span }
broadcast-took = ⏱ Кеткен уақыт: { $span }
button-broadcast-pause = ⏸ Кідірту
button-broadcast-resume = ▶️ Жалғастыру
button-broadcast-cancel = ✖️ Тоқтату
button-broadcast-cancel-one = ✖️ Тоқтату: { $moment }
button-broadcast-again = 📤 { $count } адамға қайта жіберу
button-broadcast-new = ✏️ Жаңасын жазу
broadcast-cancel-ask = <b>Хабарламаны тоқтатамыз ба?</b> Алғандарда қала береді. Қалғандарына жібермейміз.
button-broadcast-stop = ✖️ Иә, тоқтату
broadcast-again-ask = <b>{ $count } адамға қайта жібереміз бе?</b> Байланыс үзіліп қалды, хабарламаның жеткен-жетпегені белгісіз. Кейбіреулерге екі рет келуі мүмкін.
button-broadcast-resend = 📤 Иә, қайта жіберу
broadcast-already = Бұл жасалып қойған.
broadcast-over = Бұл хабарламаны жіберу аяқталған.
broadcast-wait = Қазір басқа хабарлама жіберіліп жатыр. Біткенін күтіңіз немесе оны тоқтатыңыз: /broadcast
broadcast-nobody-again = Жіберетін ешкім қалмады: олар жаңалық алуды тоқтатқан немесе ботты бұғаттаған.
broadcast-dropped = ✖️ Хабарлама жіберілмеді: оны жазған адам енді модератор емес. Керек болса, қайта жазыңыз: /broadcast
broadcast-in-private = Көпшілікке хабарлама ботпен жеке чатта жазылады: сонда /broadcast деп жіберіңіз. Ол үшін модератор немесе парақша иесі рөлі керек: /role

audit-broadcast = көпшілікке хабарлама
broadcast-note-scheduled = жоспарланды
broadcast-note-started = басталды
broadcast-note-paused = кідіртілді
broadcast-note-running = жалғастырылды
broadcast-note-cancelled = тоқтатылды
broadcast-note-again = жетпеуі мүмкін адамдарға қайта жіберілді

broadcast-missed = ⏸ Көпшілікке хабарлама { $moment } жіберіле бастауы керек еді, бірақ ол кезде бот жұмыс істемеді. Қазір кідіртулі тұр. Әлі керек болса, төмендегі «Жалғастыру», керек болмаса «Тоқтату» түймесін басыңыз.
broadcast-text-torn = Бұл мәтін екі хабарлама болып келді: бір хабарламаға { $limit } таңбадан артық сыймайды. Қысқартып, бір хабарламамен қайта жіберіңіз.
broadcast-text-perhaps-torn = Егер бұл ұзын мәтініңіздің соңы болса, тек басы сақталды. Бір хабарламаға { $limit } таңба сыяды. Мәтінге оралып, қысқартып қайта жіберіңіз.
broadcast-more = … тағы { $count } хабарлама өз уақытын күтіп тұр.
