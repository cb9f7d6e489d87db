# Moderation: handlers/moderation.py, relay/moderation.py, relay/cases.py, relay/case_cards.py, relay/troubles.py

case-review =
    🕐 <b>Хабарландыру қарауыңызды күтіп тұр</b>

    { $card }
    Толық аты-жөні: <code>{ $name }</code>
case-claim =
    🙋 <b>Бір адам «бұл менікі» дейді</b>

    { $card }
    Толық аты-жөні: <code>{ $name }</code>
    Құпия мәліметтер: { $facts }

    <b>Иесімін деген адам:</b> { $claimant }
    <b>Тапқан адам:</b> { $finder }
case-dispute =
    ⚖️ <b>Екі адам «бұл менікі» дейді</b>

    { $card }
    Толық аты-жөні: <code>{ $name }</code>

    <b>Біріншісі</b> (құпия мәліметтер: { $first_facts }): { $first }
    <b>Екіншісі</b> (құпия мәліметтер: { $second_facts }): { $second }
    <b>Тапқан адам:</b> { $finder }
case-money =
    💸 <b>«Менен ақша сұрады»</b>. Айтқан: { $who }. Жазысу уақытша тоқтатылды.

    Хабарландыру: { $code }
    <b>Мына хабарлама туралы:</b> { $line }
    <b>Соңғы хабарламалар:</b>
    { $lines }
case-complaint =
    🚩 <b>Шағым</b>. Шағымданған: { $who }. Жазысу жүріп жатыр.

    Хабарландыру: { $code }
    <b>Мына хабарлама туралы:</b> { $line }
    <b>Соңғы хабарламалар:</b>
    { $lines }
case-absence =
    🔇 <b>Екінші адам байланыста жоқ</b>. Айтқан: { $who }.

    Хабарландыру: { $code }
    <b>Соңғы хабарламалар:</b>
    { $lines }
case-about_me =
    🙈 <b>«Бұл мен туралы»</b>: Сіз шешкенше хабарландыру жасырын тұрады.

    { $card }
    Толық аты-жөні: <code>{ $name }</code>
case-story =
    ❤️ <b>Арнаға шығатын алғыс сөз</b> ({ $code })

    { $words }
case-appeal =
    🤲 <b>Көмек өтінішін екі адам тексеруі керек</b>

    { $card }
    Толық аты-жөні: <code>{ $beneficiary }</code> (көрсетілетіні: { $consent })
    Ұйымдастырушы: { $relation } · басталуы: { $starts }
    Шот кімдікі: <code>{ $proposed }</code>

    { $checks }
case-change =
    💳 <b>Басқа шотты екі адам тексеруі керек.</b> Арнада жұрттан күте тұру сұралды.

    { $card }
    Толық аты-жөні: <code>{ $beneficiary }</code>
    Бұрынғысы: <code>{ $former }</code>
    Жаңасы: <code>{ $proposed }</code>

    { $checks }
case-ledger =
    📒 <b>Ақша есебіне жаңа жазба</b>

    { $card }

    { $entry }
    { $receipt }
    { $balance }
case-outcome =
    ❤️ <b>Көмек өтінішінің нәтижесі</b>

    { $card }

    { $sums }
    { $explained }

    { $words }
case-clone =
    ⚠️ <b>{ $code } өтініші көшірілген сияқты, шоты басқа</b>

    Біреу былай жазды ({ $where }):
    { $words }

    Ондағы шот: <code>{ $details }</code>
    Дұрысы тек мынау:
    { $card }
case-check = { $sign } { $what }: { $who }
case-approvals = <b>Мақұлдағандар:</b> { $who }
case-paper = 📎 { $code } өтінішінің құжаты. Тек Сіз үшін.
case-no-papers = Құжаттар енді сақталмайды.
approve-twice = Сіз мақұлдап қойғансыз. Екінші болып басқа ерікті мақұлдауы керек.
approve-own = Бұл — өз өтінішіңіз. Оны басқа екі адам тексеруі керек.
approve-none = Сіз әлі мақұлдаған жоқсыз.
approve-check-first = Алдымен өзіңіз тексергеннің бәрін белгілеңіз. Екі ерікті де бәрін жеке тексереді.
check-papers = құжаттар қаралды
check-called = көмек қажет адамға қоңырау шалынды
check-payee = аты мен шоты салыстырылды
check-place = ауруханадан, мектептен не мекемеден сұралды
button-check-papers = 📄 Құжаттарды көрдім
button-check-called = 📞 Қоңырау шалдым
button-check-payee = 💳 Шотты салыстырдым
button-check-place = 🏥 Мекемеден сұрадым
button-papers = 📎 Құжаттарды көрсету
button-unvouch = ↩️ Мақұлдағанымнан қайту
case-asked = <b>Сұрағыңыз:</b> { $words }
case-answered = <b>Жауабы:</b> { $words }
case-hint = <i>Адамнан бірдеңе сұрау үшін осы хабарламаға жауап ретінде жазыңыз.</i>
case-decided = <b>{ $decision }</b> · { $name } · { $time }
case-past = { $kind } · { $code } · { $decision }
facts-fit = сәйкес келеді
facts-unproven = дәлелденбеген

button-case-approve = ✅ Мақұлдау
button-case-reject = ✖️ Қабылдамау …
button-case-connect = 🤝 Екеуін байланыстыру
button-case-refuse = ✖️ Ол адамдікі емес
button-case-first = 1️⃣ Біріншісінікі
button-case-second = 2️⃣ Екіншісінікі
button-case-neither = ✖️ Екеуінікі де емес
button-case-resume = ▶️ Жалғастыра берсін
button-case-end = ⏹ Жазысуды аяқтау
button-case-close = ✖️ Жасырын қалсын
button-case-show = 👁 Қайта көрсету
button-case-publish = 📣 Арнаға шығару
button-case-drop = ✖️ Шығармау
button-case-fraud = 🚫 Алаяқтық: біржола бұғаттау
button-case-harmless = ✅ Зияны жоқ
button-more = ⋯ Тағы
button-undo = ↩️ Шешімнен қайту
button-hide = 🙈 Хабарландыруды жасыру
button-ban-week = 🚫 7 күнге бұғаттау
button-ban-forever = 🚫 Біржола бұғаттау
button-ban-shadow = 👻 Білдірмей бұғаттау
button-ban-lift = 🕊 Бұғаттан шығару

decided-approve = ✅ Мақұлданды
decided-reject = ✖️ Қабылданбады
decided-connect = 🤝 Байланыстырылды
decided-refuse = ✖️ Ол адамдікі емес
decided-first = 1️⃣ Біріншісінікі
decided-second = 2️⃣ Екіншісінікі
decided-neither = ✖️ Екеуінікі де емес
decided-resume = ▶️ Жалғасады
decided-end = ⏹ Аяқталды
decided-close = ✖️ Жасырын қалды
decided-show = 👁 Қайта көрсетілді
decided-publish = 📣 Арнаға шықты
decided-drop = ✖️ Шығарылмады
decided-fraud = 🚫 Алаяқтық, бұғатталды
decided-harmless = ✅ Зияны жоқ
decided-settled = 🔚 Өздігінен шешілді

reason-unclear = Түсініксіз, қайта жазсын
reason-not_a_document = Құжат емес
reason-personal = Жеке деректер тым көп
reason-duplicate = Бұрын хабарланған
reason-advert = Жарнама
reason-unproven = Растай алмадық
reason-unwanted = Мұндайға ақша жинамаймыз
reason-other = Басқа себеп
rejected-unclear = жазылғаны түсініксіз. Сәл нақтырақ етіп қайта жазыңыз
rejected-not_a_document = құжат туралы емес сияқты
rejected-personal = ішінде тым жеке мәлімет бар. Нөмірді, мекенжайды, телефон мен аккаунтты жазбаңыз
rejected-duplicate = бұл туралы бұрын хабарланған
rejected-advert = жарнамаға ұқсайды. Жеңілдік, баға, шақыру жазбаңыз
rejected-unproven = жазылғанын растай алмадық. Растайтын құжат қосыңыз
rejected-unwanted = мұндайға ақша жинамаймыз
rejected-other = еріктіміздің ойынша, бір жері дұрыс емес

review-approved-finder = ✅ <code>{ $code }</code> хабарландыруыңыз жарияланды. Рақмет!
review-rejected-finder =
    <code>{ $code }</code> хабарландыруыңыз жарияланбады: { $reason }.

    Қайта жібере аласыз: /found
decision-undone = ↩️ Еріктіміз { $code } туралы шешімінен қайтты, тағы бір қарап шығады. Сәл күте тұрыңыз.
about-me-finder = <code>{ $code }</code> хабарландыруыңыз алып тасталды: «бұл мен туралы» деген адам соны сұрады. Құжат әлі өзіңізде болса, полицияға немесе консулдыққа тапсырыңыз.
moderator-asks =
    🛡 <b>Еріктінің { $code } туралы сұрағы:</b>

    { $words }
answer-title = Ерікті үшін
answer-words = Жауабыңызды жазыңыз. Оны тек еріктілер оқиды.
answer-done = ✅ Рақмет, жауабыңыз еріктіге жетті.

button-about-me = 🙈 Бұл мен туралы
about-me-ask =
    Сіз туралы болғандықтан, <b>{ $code } хабарландыруын бірден жасырайық па</b>? Еріктіміз кейін қарап шығады.

    Бұл өзіңіз жоғалтқан құжат па? Онда «Бұл менікі» батырмасын басқаныңыз дұрыс.
button-about-me-sure = 🙈 Иә, жасыру
about-me-done = 🙈 { $code } хабарландыруы жасырылды: оны енді ешкім көрмейді. Қазір еріктіміз қарап жатыр.
about-me-too-many = Бір күнде ең көбі { $limit } хабарландыруды жасыруға болады. Парақшаның еріктілеріне жазыңыз.

banned = Енді ботты пайдалана алмайсыз. Сіз туралы не сақтаймыз: /mydata. Оны өшіру: /delete
banned-until = Әзірге ботты пайдалана алмайсыз. Қайта ашылатын күні: { $day }. Сіз туралы не сақтаймыз: /mydata. Оны өшіру: /delete
banned-toast = Қазір ботты пайдалана алмайсыз.
ban-lifted = Ботты қайта пайдалана аласыз.
ban-done = Орындалды.
ban-nobody = Мұнда бұғаттайтын адам жоқ.
ban-none = Бұл адам бұғатталмаған.

case-decided-already = Мұны біреу шешіп қойған.
case-undone-already = Бұл шешімнен біреу қайтып қойған.
case-moved-on = Осы арада жағдай өзгерді: мұны енді істеуге болмайды.
case-already-claimed = Тапқан адам қазір басқа біреумен жазысып жатыр. Алдымен сол жазысуды аяқтаңыз немесе «Ол адамдікі емес» дегенді басыңыз.
case-nobody-to-ask = Мұнда сұрайтын адам қалмады.
undo-late = Шешімнен 5 минут ішінде ғана қайтуға болады. Ол уақыт өтіп кетті.
undo-impossible = Осы арада жағдай өзгерді: бұл шешімнен енді қайтуға болмайды.
not-an-owner = Рөлді тек парақша иелері бере алады (алғашқы иелер OWNER_IDS ішінде жазылған).

queue = <b>Қарауыңызды күтіп тұр:</b>
queue-empty = Күтіп тұрған ештеңе жоқ. Күніңіз сәтті өтсін!
queue-line = • { $kind }: { $count }
queue-reminder =
    { $count ->
        [one] ⏰ Бір мәселе бір күннен артық күтіп тұр. Көру: /queue
       *[other] ⏰ { $count } мәселе бір күннен артық күтіп тұр. Көру: /queue
    }
kind-review = Хабарландырулар
kind-claim = Иесімін дегендер
kind-dispute = Даулар
kind-money = Ақша сұрағандар
kind-complaint = Шағымдар
kind-absence = Байланыста жоқтар
kind-about_me = «Бұл мен туралы»
kind-story = Алғыс сөздер
kind-appeal = Көмек өтініштері
kind-change = Шот ауыстыру
kind-ledger = Ақша есебінің жазбалары
kind-outcome = Нәтижелер
kind-clone = Өтініш көшірмелері

role-help =
    <b>Рөлдер</b>
    Парақша иесі осы чатта көмекшінің хабарламасына жауап ретінде жазады: <code>/role moderator</code>, <code>/role courier</code>, <code>/role owner</code> немесе <code>/role none</code>. Telegram id арқылы: <code>/role 1234567 courier</code>.
    Құжатты жеткізген курьер осы ботқа хабарландыру коды мен құжат иесінің кодын жазады: <code>K7M4Q 123456</code>.
role-given = ✅ Жазып алдық: { $role }.
role-unreadable = Көмекшінің хабарламасына жауап ретінде жазыңыз: /role moderator, /role courier, /role owner немесе /role none. Не Telegram id арқылы: /role 1234567 courier
role-owner = Парақша иесі
role-moderator = Модератор
role-courier = Курьер
role-none = рөлі жоқ

audit = <b>Соңғы әрекеттер</b>
audit-empty = Әзірге ештеңе істелген жоқ.
audit-line = { $time } · { $name } · { $done } · { $note } · { $code }
audit-opened = ашылды
audit-decided = шешілді
audit-undone = шешімнен қайтты
audit-asked = сұралды
audit-answered = жауап берілді
audit-banned = бұғатталды
audit-pardoned = бұғаттан шықты
audit-role = рөл берілді
audit-sent_again = қайта жіберілді
audit-timetable = кесте
audit-vouched = мақұлдады
audit-ended = тоқтатылды
audit-rate = валюта бағамы

trouble-unknown =
    ❓ { $code } хабарландыруын арнаға жіберіп жатқанда байланыс үзілді. Арнаны қараңызшы: шығып тұр ма?

    Шықпаса, қайта жіберіңіз.
trouble-unknown-digest =
    ❓ Жинақты ({ $code }) арнаға жіберіп жатқанда байланыс үзілді. Арнаны қараңызшы: шығып тұр ма?

    Шықпаса, қайта жіберіңіз.
trouble-undeliverable =
    ⚠️ { $code } хабарландыруы арнаға шықпады: { $problem }

    Бот арнаның әкімшісі ме, жазба шығаруға құқығы бар ма, соны тексеріп, қайта жіберіңіз.
trouble-undeliverable-digest =
    ⚠️ Жинақ ({ $code }) арнаға шықпады: { $problem }

    Бот арнаның әкімшісі ме, жазба шығаруға құқығы бар ма, соны тексеріп, қайта жіберіңіз.
trouble-overtaken = Жинақ ({ $code }) қайта шықты, ал алдыңғысының шыққан-шықпағаны белгісіз. Арнаны қараңызшы: бұл хабарландырулар екі рет тұрса, ертеректегі жинақты өшіріңіз.
trouble-settled = Бұл мәселе шешіліп қойған.
trouble-resent = 📤 Қайта жіберілді.
trouble-left = Сол күйі қалды.
button-send-again = 📤 Қайта жіберу
button-leave = Солай қалдыру
trouble-delete = { $code } хабарландыруы жабылды, бірақ жазбасының шыққан-шықпағаны белгісіз. Арнаны қарап, тұрса, өшіріңіз.
trouble-frozen = { $code } өтінішінің жаңа шоты тексеріліп жатыр, бірақ жазбасының шыққан-шықпағаны белгісіз. Арнаны қараңыз: жазба тұрса, өшіріңіз, әйтпесе біреу ақшаны бұрынғы шотқа жіберіп қояды.
trouble-notice = ℹ️ { $code } құжаты туралы жеке чаттағы ескі хабарламаны өзгерту де, өшіру де мүмкін болмады: { $problem }
