# The ledger of an appeal: handlers/ledger.py, handlers/receipts.py, relay/ledger.py, relay/ledger_cards.py, relay/ledger_rulings.py, relay/receipts.py; what-…: one word for pictures

what-received = Келді
what-transferred = Берілді
what-spent = Жұмсалды
what-delivered = Таратылды

entry-title = Ақша туралы жазба
entry-what = Не болды?
entry-what-received = 📥 Ақша келді
entry-what-transferred = 📤 Ауруханаға не отбасына берілді
entry-what-spent = 🧾 Жұмсалды
entry-what-delivered = 📦 Зат не азық таратылды
entry-amount =
    Сомасы қанша? Мысалы, былай жазыңыз: <b>150 000 теңге</b>. Зат болса, оның құнын жазыңыз.
entry-currency = Қай валютада?
entry-note =
    Бұл ақша не үшін немесе қайдан? Бір сөйлем жеткілікті, мысалы: <b>Екі аптаға жететін дәрі</b>.

    Мұны бәрі оқиды. <b>Адамның атын, телефон мен карта нөмірін жазбаңыз</b>.
entry-receipt =
    Чек, түбіртек немесе шот бар ма? <b>Фотосын не PDF файлын</b> жіберіңіз немесе «Аттап өту» батырмасын басыңыз.

    Оны сол күйінде тек еріктілер көреді. Бәріне көрсетпес бұрын аты-жөні мен нөмірлерді жабамыз.
entry-day = Бұл қай күні болды? Батырманы басыңыз немесе былай жазыңыз: 22.11.
entry-preview =
    👀 <b>Бәрі мынаны оқиды:</b>

    { $answers }

    Алдымен жазбаны еріктіміз растайды. Содан кейін ол <b>мәңгі қалады</b>: өзгерту мүмкін емес, тек жаңа жазбамен түзетуге болады.
button-send-entry = ✅ Тексеруге жіберу
label-what = Не болды
label-amount = Сомасы
label-currency = Валютасы
label-note = Не үшін
label-receipt = Чегі
currency-KZT = теңге ₸
currency-UZS = сум
currency-KGS = сом
currency-TJS = сомони
currency-RUB = рубль ₽
currency-TRY = лира ₺
currency-USD = доллар $
currency-EUR = еуро €

entry_correction-title = Жазбаны түзету
entry_correction-amount =
    <b>Дұрыс сомасы</b> қанша? Айырмасын емес, соманың өзін толық жазыңыз. Ондай болмаса, 0 деп жазыңыз.
entry_correction-note =
    Қай жері қате болды? Бір сөйлем жазыңыз. Оны бәрі оқиды.
entry_correction-preview =
    👀 <b>Жазба былай түзетіледі:</b>

    { $answers }

    Қате жазба орнында қалады, ал астына айырмасын көрсететін жаңа жазба қосылады. Оны еріктіміз растайды.
button-send-entry_correction = ✅ Тексеруге жіберу

ledger-card = 📒 <b>{ $title }</b> · коды <code>{ $code }</code>
ledger-empty = Әзірге ештеңе жазылмаған.
ledger-left = Қалды
ledger-line =
    № { $number } · { $day } · { $kind } <b>{ $sum }</b>{ $receipt ->
        [yes] {" "}🧾
       *[no] {""}
    }
    <i>{ $note }</i>
ledger-line-correction =
    № { $number } · { $day } · ✏️ № { $corrects } жазбаны түзетеді: { $kind } <b>{ $sum }</b>
    <i>{ $note }</i>
ledger-waiting = 🕐 { $count } жазба еріктінің растауын күтіп тұр.
button-ledgerof = 📒 Ақша есебі
button-ledger-add = ➕ Соманы жазу
button-ledger-correct = ✏️ Түзету: № { $number }
button-ledger-older = ◀️ Ертерек
button-ledger-newer = Кейінірек ▶️
ledger-which = Қазір арнада Сіздің өтінішіңіз жоқ. Басқа өтініштің кодын білсеңіз, былай жазыңыз: <code>/ledger K7M4Q</code>
ledger-none-yet = Бұл өтініш арнаға шыққан жоқ, сондықтан ақша туралы жазбасы да әзірге жоқ.
ledger-closed = Бұл өтініш жабылған: енді оған ақша туралы жазба қосылмайды.
ledger-day-wrong = Бұл күн сай келмейді: ол болашақта да, жинау басталғаннан бір аптадан астам бұрын да болмауы керек. Күнін өзгертіңіз.
ledger-too-many = Растауды күтіп тұрған жазба көп: { $limit }. Еріктіміз кейбірін растағанша күте тұрыңыз.
ledger-correct-first = Мұның өзі — түзету. № { $number } жазбаны түзетіңіз.
ledger-correction-waits = № { $number } жазбаның түзетуі еріктінің растауын күтіп тұр.
ledger-same-currency = Бұл жазбаның валютасы: { $currency }. Дұрыс соманы да сол валютада жазыңыз.
ledger-same-sum = Онда дәл осы сома тұр.
ledger-sent = ✅ <b>Жіберілді.</b> Еріктіміз растаған соң жазба көрінеді. Келесісін осы жерде жаза аласыз: /ledger
ledger-sent-with-receipt = ✅ <b>Жіберілді.</b> Еріктіміз чекті қарап, ондағы жеке деректерді жабады да, жазбаны растайды. Келесісін осы жерде жаза аласыз: /ledger
ledger-confirmed = ✅ <b>{ $code }:</b> { $kind } { $sum }. Бұл енді № { $number } жазба.
ledger-refused =
    <b>{ $code }:</b> «{ $kind } { $sum }» деген жазба қабылданбады: { $reason }.

    Қайта жаза аласыз: /ledger
ledger-refused-unproven = солай болғанын растайтын ештеңе жоқ. Чегін қоса жіберіңіз
ledger-refused-unclear = бұл соманың не үшін екені түсініксіз
ledger-refused-personal = ішінде жеке дерек бар. Аты-жөні мен нөмірлерді алып тастаңыз
ledger-refused-duplicate = мұндай жазба бұрыннан бар
ledger-refused-other = еріктіміздің ойынша, бір жері дұрыс емес

receipt-unreadable = 😔 { $code } өтінішіне жіберген чегіңіз ашылмады. Оны қайта жіберіңіз: <b>фото немесе PDF</b>, көлемі 20 МБ-тан аспасын. Басқа жазғаныңыздың бәрі сақталды.
button-reentry = 📎 Чекті қайта жіберу

# What moderators see

ledger-proposed =
    { $kind } <b>{ $sum }</b> · { $day }
    <i>{ $note }</i>
    Жазған адам: { $by }
ledger-proposed-correction =
    ✏️ № { $number } жазбаны ({ $kind } { $former }) түзетеді, айырмасы <b>{ $sum }</b> · { $day }
    <i>{ $note }</i>
    Жазған адам: { $by }
ledger-by-organiser = ұйымдастырушы
ledger-by-volunteer = ерікті
ledger-receipt-none = 🧾 Чегі жоқ
ledger-receipt-waiting = 🧾 Чегі жүктеліп жатыр …
ledger-receipt-ready = 🧾 Чегі бар. Жеке деректерді жауып, «Жариялау» батырмасын баспасаңыз, оны <b>ешкім көрмейді</b>
ledger-receipt-unreadable = 🧾 Чегі ашылмады, жазған адамнан басқасын сұрадық
ledger-receipt-covered = 🧾 Чекті <b>бәрі көреді</b>, жабылған ұяшық: { $count }
ledger-balance = 💰 Содан кейін қалатыны: <b>{ $sum }</b>
ledger-balance-short = ⚠️ Келгенінен көп кеткен болып шығады: <b>{ $sum }</b>. Келген бір сома әлі жазылмаған шығар.
ledger-own = Бұл — өз жазбаңыз немесе өз өтінішіңіз. Оны басқа ерікті растауы керек.
ledger-for-ever = Расталған жазба мәңгі қалады. Қатесі болса, түзету енгізіңіз: /ledger және өтініштің коды.
ledger-receipt-waits = Чек әлі жүктеліп жатыр. Бір минуттан кейін қайталап көріңіз.
button-receipt-open = 🧾 Чектегі жеке деректі жабу
receipt-cover = 🧾 <b>{ $code }: жеке деректерді жабыңыз</b>: аты-жөні, карта мен телефон нөмірі, мекенжай, қолтаңба. Ұяшықты бассаңыз, ол жабылады немесе ашылады. «Жариялау» батырмасы басылып, жазба расталғанша суретті ешкім көрмейді.
receipt-as-published = 👁 <b>{ $code }: бәрі осыны көреді.</b> Бір жерде аты-жөні не нөмір қалып қойған жоқ па?
receipt-published-so = ✅ <b>{ $code }: чек осылай көрсетіледі</b>, жабылған ұяшық: { $count }. Жазба расталған соң жарияланады.
receipt-bare = ❓ <b>{ $code }: ештеңе жабылмаған.</b> Чекте шынымен ешқандай жеке дерек, аты-жөні не нөмір жоқ па?
receipt-withheld = Чек ешкімге көрсетілмейді.
receipt-changed = Чекті жаңа ғана басқа ерікті өзгертті. Тағы бір қарап шығыңыз.
receipt-not-there = Бұл чекті қазір көру мүмкін емес.
receipt-gone = 🧾 { $code }: бұл жазба туралы шешім шықты, сондықтан суреті мұнда енді жоқ.
button-receipt-found = 🔎 Табылған сөздерді жабу
button-receipt-all = ■ Бәрін жабу
button-receipt-clear = □ Бәрін ашу
button-receipt-show = 👁 Бәріне қалай көрінеді
button-receipt-publish = ✅ Жариялау
button-receipt-withhold = 🚫 Көрсетпеу
button-receipt-bare = ✅ Иә, осы күйінде көрсету
button-receipt-back = ◀️ Чекке қайту

# In the channel, once a day

ledger-head =
    🔐 <b>Ақша есебінде { $count } жазба бар.</b> Ең жаңасының белгісі: <code>{ $head }</code>

    Әр жазбада алдыңғысының белгісі тұрады. Ескі жазба өзгертілсе, белгілер сәйкес келмей қалады: осы жолды сақтап қойған адам мұны дәлелдей алады.{ $pages ->
        [yes] {" "}Кез келген адам тексере алады: әр өтініштің бетінде барлық жазба бар және қалай тексеру керегі жазылған.
       *[no] {""}
    }
