# Broadcasts: handlers/broadcasts.py, relay/broadcasts.py, relay/broadcast_drafts.py, relay/broadcast_cards.py

broadcast-title = Көпке хабарлама
broadcast-text_kk = Қазақша мәтінін жазыңыз немесе өткізіп жіберіңіз. Мәтіндегі сілтемелерді басуға болады.
broadcast-text_uz = Өзбекше мәтінін жазыңыз немесе өткізіп жіберіңіз.
broadcast-text_ru = Орысша мәтінін жазыңыз немесе өткізіп жіберіңіз.
broadcast-text_en = Ағылшынша мәтінін жазыңыз немесе өткізіп жіберіңіз.
broadcast-topic = Кімге жібереміз? Мыналарға жазылғандарға:
broadcast-place = Қай жер туралы? Сол жерді немесе барлық жерді таңдағандар алады. Басыңыз, жазыңыз немесе өткізіп жіберіңіз: онда бәрі алады.
broadcast-country = Қай елге арналған? Ел таңдамағандар да алады.
broadcast-language = Тек бір тілде оқитындарға ма?
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
label-topic = Кімге
label-language = Тілі
label-picture = Сурет
label-links = Батырмалар
label-moment = Қашан
answer-picture = бар

broadcast-topic-everybody = Кез келген жаңалық
broadcast-country-all = Барлық ел
broadcast-language-all = Барлық тіл
broadcast-language-kk = Қазақша
broadcast-language-uz = Өзбекше
broadcast-language-ru = Орысша
broadcast-language-en = Ағылшынша
broadcast-moment-now = Қазір
broadcast-moment-tonight = Бүгін 19:00-де
broadcast-moment-tomorrow = Ертең 10:00-де

form-text-first = Мұнда мәтін керек. Суретті кейін, жіберер алдында қосуға болады.
form-photo-wanted = Суретті файл емес, фото етіп жіберіңіз немесе «Өткізіп жіберу» батырмасын басыңыз.
form-link-unreadable = Батырманы түсінбедік. Жазуын (34 таңбадан аспасын), | белгісін және сілтемені жазыңыз, мысалы: Көмектесу | https://example.org
form-links-too-many = Батырма саны { $limit } болсын, одан аспасын. Әрқайсысын жаңа жолдан жазыңыз.
form-moment-unreadable = Уақытын түсінбедік. Былай жазыңыз: 24.11 18:30
form-moment-past = Бұл уақыт өтіп кетті немесе оған { $limit } күннен көп бар. Басқасын таңдаңыз.

broadcast-no-text = Әзірге бірде-бір тілде мәтін жоқ. Кемінде біреуін жазыңыз.
broadcast-too-long = { $name }: мәтінде { $total } таңба бар, ал сыятыны — { $limit }. Мәтінді қысқартыңыз немесе суретті алып тастаңыз, ештеңе жоғалған жоқ.
broadcast-place-unknown = Бұл жерді білмейміз. Тізімнен таңдаңыз немесе бұл сұрақты өткізіп жіберіңіз.
broadcast-not-ready = Әзірге жіберуге болмайды. { $problem }
broadcast-fix = ⚠️ { $problem }
broadcast-nobody = Бұған ешкім сай келмейді. Кімге жіберілетінін өзгертіңіз.

broadcast-count = 👥 <b>{ $count }</b> адам алады
broadcast-readers = • { $name }: { $number }
broadcast-readers-other = • { $name }: { $number }. Мәтіні жоқ, орнына алатыны: { $other }
broadcast-later = 🌙 { $count } адам кейін, тыныш уақыты біткенде алады.
broadcast-takes = ⏱ Ұзақтығы: { $span } (секундына жіберілетін хабар: { $pace })
broadcast-moments = бір минуттан аз
broadcast-minutes = шамамен { $count } минут
broadcast-hours = шамамен { $count } сағат
button-broadcast-sample = 👁 Маған үлгісін жіберу
broadcast-ask = <b>Шынымен жібереміз бе?</b> Хабарламаны { $count } адам алады.
button-broadcast-go = ✅ Иә, жіберу: { $count }
broadcast-planned = ✅ Сол уақытта өзі басталады. Осы жерден немесе /broadcast арқылы тоқтата аласыз.
broadcast-starting = ✅ Бастаймыз. Қазір барысын көрсететін хабарлама келеді.
broadcast-waits = ✅ Қазір жіберіліп жатқаны біткен соң бірден басталады.

broadcast-head = 📣 <b>Көпке хабарлама</b> · { $state }
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
    ❓ Жеткені белгісіз: { $unknown }
    ⚠️ Жетпеді: { $failed }
broadcast-problem = Бірінші қате: { $problem }
broadcast-taken-back = ✖️ Енді жіберілмейді: { $count }
broadcast-left = ⏳ Қалғаны: { $number }, тағы { $span }
broadcast-took = ⏱ Кеткен уақыт: { $span }
button-broadcast-pause = ⏸ Кідірту
button-broadcast-resume = ▶️ Жалғастыру
button-broadcast-cancel = ✖️ Тоқтату
button-broadcast-cancel-one = ✖️ Тоқтату: { $moment }
button-broadcast-again = 📤 Белгісізге қайта жіберу: { $count }
button-broadcast-new = ✏️ Жаңасын жазу
broadcast-cancel-ask = <b>Хабарламаны тоқтатамыз ба?</b> Алғандарда қала береді. Қалғандарына жібермейміз.
button-broadcast-stop = ✖️ Иә, тоқтату
broadcast-again-ask = <b>{ $count } адамға қайта жібереміз бе?</b> Байланыс үзіліп қалды, хабарламаның жеткені белгісіз. Кейбіреулерге екі рет келуі мүмкін.
button-broadcast-resend = 📤 Иә, қайта жіберу
broadcast-already = Бұл жасалып қойған.
broadcast-over = Бұл хабарлама жіберіліп біткен.
broadcast-wait = Қазір басқа хабарлама жіберіліп жатыр. Біткенін күтіңіз немесе оны тоқтатыңыз: /broadcast
broadcast-nobody-again = Жіберетін ешкім қалмады: олар жазылудан бас тартқан немесе ботты бұғаттаған.
broadcast-dropped = ✖️ Хабарлама жіберілмеді: оны жазған адам енді модератор емес. Керек болса, қайта жазыңыз: /broadcast
broadcast-in-private = Көпке хабарлама ботпен жеке чатта жазылады: сонда /broadcast деп жіберіңіз. Ол үшін модератор немесе парақша иесі рөлі керек: /role

audit-broadcast = көпке хабарлама
broadcast-note-scheduled = жоспарланды
broadcast-note-started = басталды
broadcast-note-paused = кідіртілді
broadcast-note-running = жалғасты
broadcast-note-cancelled = тоқтатылды
broadcast-note-again = жеткені белгісіздерге қайта
