# Appeals for money: handlers/appeals.py, relay/appeals.py, relay/appeal_cards.py, relay/fundraisers.py, relay/appeal_pictures.py

menu-check = 🛡 Көмек өтінішін тексеру
appeal-title = Көмек сұрау
appeal-purpose = Ақша неге керек?
appeal-beneficiary =
    Көмек кімге керек? Құжаттағыдай <b>аты-жөнін</b> немесе ауылдың, жердің атын жазыңыз.
appeal-consent =
    Аты-жөнін көрсетуге бола ма? Алдымен өзінен сұраңыз. Бала үшін ата-анасы шешеді.
appeal-relation = Ол кісіге кім боласыз?
appeal-words =
    Не болды және ақша неге жұмсалады? Бірнеше сөйлем жеткілікті.

    Мұны бәрі оқиды. <b>Карта нөмірін, телефонды, мекенжайды жазбаңыз</b>.
appeal-amount =
    Барлығы қанша ақша керек? Сомасын жазыңыз, мысалы: <b>5 000 000 теңге</b>.
appeal-currency = Қай валютамен?
appeal-ends =
    Қай күнге дейін жинаймыз? Батырманы басыңыз немесе күнін жазыңыз, мысалы: <b>25.12</b>.
appeal-starts = Қай күннен бастаймыз?
appeal-payee =
    Ақша кімнің шотына түседі?

    Шот <b>көмек қажет адамның өзінікі</b> немесе <b>ұйымдікі</b> болсын: аурухана, мектеп, қор. Сонда жұрт ақшаның жететініне сенеді.
appeal-payee_name = Шот кімнің атында? <b>Атын</b> банк көрсететіндей етіп жазыңыз.
appeal-how = Ақшаны қалай жіберуге болады?
appeal-details =
    <b>Нөмірін</b> жазыңыз. Әр цифрын тексереміз.

    Ресейдегі шот болса, 20 цифрын және БИК кодын жазыңыз.
appeal-papers =
    <b>Растайтын құжаттардың суретін</b> жіберіңіз: дәрігер анықтамасы, төлем шоты, куәлік. Ең көбі 10 сурет не файл.

    Оларды тек еріктілер көреді. Жинау аяқталған соң өшіреміз.
appeal-papers-held = { $count ->
    [one] ✅ Бір файл келді.
   *[other] ✅ { $count } файл келді.
  } Тағы жіберіңіз немесе <b>Дайын</b> батырмасын басыңыз.
button-papers-done = ✅ Дайын, барлығы осы
answer-files = { $count ->
    [one] бір файл
   *[other] { $count } файл
  }
form-lookup-unreadable = Код, карта нөмірін, шот, телефон нөмірін немесе сілтеме жіберіңіз.
appeal-papers-enough = Қазірдің өзінде { $limit } файл бар, бұдан көп болмайды. «Дайын» батырмасын басыңыз.
appeal-papers-none = Алдымен кемінде бір құжаттың суретін жіберіңіз.
form-papers-wanted = Құжаттарды сурет не файл етіп жіберіңіз.
form-file-wanted = Сурет не файл жіберіңіз немесе «Аттап өту» батырмасын басыңыз.

purpose-treatment = емделуге немесе операцияға
purpose-medicine = дәрі-дәрмекке
purpose-disaster = өрт немесе апаттан кейін
purpose-home = баспанаға
purpose-living = азық-түлік пен күнкөріске
purpose-study = мектепке немесе оқуға
purpose-burial = жерлеуге
purpose-community = ауыл-аймаққа
consent-initial = аты мен тегінің бірінші әрпі
consent-full = толық аты-жөні
appeal-consent-initial = 👤 Аты мен тегінің бірінші әрпі
appeal-consent-full = 📢 Толық аты-жөні
appeal-consent-none = ✖️ Әзірге келісімі жоқ
relation-family = туысы
relation-friend = досы
relation-neighbour = көршісі немесе танысы
relation-organisation = көмек көрсететін ұйымнан
relation-self = көмек өзіне керек
appeal-relation-family = 👪 Туысымын
appeal-relation-friend = 🤝 Досымын
appeal-relation-neighbour = 🏘 Көршісі немесе танысымын
appeal-relation-organisation = 🏛 Көмек ұйымында істеймін
appeal-relation-self = 🙋 Көмек маған керек
ends-14 = 2 апта
ends-30 = бір ай
ends-60 = 2 ай
ends-90 = 3 ай
starts-today = бүгін
payee-recipient = көмек қажет адамдікі
payee-organisation = ұйымдікі
payee-mine = өзімдікі
how-card = карта
how-iban = IBAN
how-account = Ресейдегі шот
how-phone = телефон нөмірі
label-purpose = Неге керек
label-beneficiary = Кімге
label-consent = Көрсетілетін аты
label-relation = Сіз
label-ends = Соңғы күні
label-starts = Бірінші күні
label-payee = Шот кімдікі
label-payee_name = Шот иесінің аты
label-how = Жіберу жолы
label-details = Нөмірі
label-papers = Құжаттары

form-amount-number = Сомасын түсінбедік. Цифрмен жазыңыз, мысалы: 5 000 000 теңге.
form-amount-too-much = Мұнша ақшаны жинап болмайды. Нөлдерін тағы бір тексеріңіз.
form-amount-nothing = Сома нөлден көп болуы керек.
form-amount-two = Мұнда екі сома тұр. Біреуін ғана жазыңыз.
form-deadline-unreadable = Күнін түсінбедік. Бүгіннен бастап ең көбі { $limit } күн ішіндегі күнді жазыңыз, мысалы: 25.12.
appeal-days-wrong = Күндері енді сәйкес келмейді. Соңғы күні біріншісінен кейін, ең көбі { $limit } күн ішінде болуы керек. Күнін өзгертіңіз.
form-details-card-length = Карта нөмірінде 16 цифр болады, кейде 12–19. Картаға тағы бір қараңыз.
form-details-card-letters = Карта нөмірінде тек цифр болады. Қайта жазып көріңіз.
form-details-card-check = Бір цифры қате. Әр цифрын картамен салыстырып, қайта жазыңыз.
form-details-card-system = Біз білетін карталар бұлай басталмайды. Алғашқы цифрларын тағы бір тексеріңіз.
form-details-iban-length = IBAN тым қысқа немесе тым ұзын: Қазақстанда 20, Түркияда 26 таңба болады. Тағы бір тексеріңіз.
form-details-iban-letters = Ішінде артық таңба бар: IBAN латын әріптері мен цифрлардан ғана тұрады. Қайта жазып көріңіз.
form-details-iban-check = Бір таңбасы қате. Әр таңбасын банк қосымшасымен салыстырып, қайта жазыңыз.
form-details-iban-country = IBAN елдің екі әрпінен басталады, мысалы: KZ немесе TR. Басын тағы бір тексеріңіз.
form-details-account-length = Шотта 20 цифр болады. Соны жазып, артынан БИК кодының 9 цифрын жазыңыз.
form-details-account-letters = Тек цифр жазыңыз: шоттың 20 цифры мен БИК кодының 9 цифры.
form-details-account-bank = Банктің БИК коды жоқ немесе қате: онда 9 цифр бар, 04 немесе 01 деп басталады. Оны шоттан кейін жазыңыз.
form-details-account-correspondent = Бұл банктің өз шоты. Адамның немесе ұйымның шотын жазыңыз: 20 цифры мен БИК коды.
form-details-account-check = Шоттың немесе БИК кодының бір цифры қате. Екеуін де салыстырып, қайта жазыңыз.
form-details-phone-country = Мұндай нөмір бірнеше елде бар. Елдің кодымен жазыңыз, мысалы: +7 701 …
form-details-phone-phone = Бұл нөмірге ақша жіберуге болмайды. Телефон нөмірін елдің кодымен жазыңыз, мысалы: +7 701 …

appeal-needs-consent = Адамның келісімінсіз өтінішті көрсете алмаймыз. Өзінен, бала болса, ата-анасынан сұрап, қайта келіңіз: /appeal
appeal-not-own-account = Ақша ұйымдастырушының өз шотына түспеуі керек: бұл Сізді де күдік пен өсектен қорғайды. Көмек қажет адамның немесе ұйымның шотын беріңіз: аурухана, мектеп, қор. Көмек өзіңізге керек пе? Онда ұйымның шотын таңдаңыз.
appeal-unwanted-military = Әскери заттарға ақша жинамаймыз. Емделуге, азық-түлікке, баспанаға кез келген уақытта көмек сұрай аласыз.
appeal-unwanted-politics = Партия мен саясатқа ақша жинамаймыз. Көмек қажет отбасы үшін кез келген уақытта сұрай аласыз.
appeal-unwanted-loan = Несие мен қарызға ақша жинамаймыз. Оның артында ауру немесе басқа қиындық тұрса, соған сұраңыз: көмектесуге болады.
appeal-no-contacts = Мұны бәрі оқиды. Карта нөмірін, телефонды, сілтемені алып тастаңыз: шотты бөлек сұраймыз.
appeal-too-many = Бүгінге жетеді (ең көбі { $limit }). Ертең қайта келіңіз.
appeal-one-at-a-time = Сізде аяқталмаған өтініш бар: { $code }. Ол аяқталған соң жаңасын жібере аласыз. Өтінішіңіз осында: /my
appeal-owes-outcome = Алдымен { $code } өтінішінің нәтижесін айтып беріңіз: жұрт білгісі келеді. Ол осында: /my. Содан кейін жаңасын жібере аласыз.
appeal-details-taken = Бұл шот басқа өтініште тұр. Әр өтініштің өз шоты болуы керек. Екеуі бір отбасынан болса, еріктілерге жазыңыз.
appeal-details-same = Бұл — қазіргі деректемелердің өзі. Ештеңе өзгерген жоқ.

appeal-preview =
    👀 <b>Жұртқа былай көрінеді:</b>

    { $card }

    { $papers ->
        [one] 📎 Бір құжат, оны тек еріктілер көреді.
       *[other] 📎 { $papers } құжат, оларды тек еріктілер көреді.
    }
    Екі ерікті бәрін тексеріп, қоңырау шалады. Содан кейін арнаға шығады.
button-send-appeal = ✅ Тексеруге жіберу
appeal-queued =
    ✅ <b>Жіберілді.</b> Коды: <code>{ $code }</code>.

    Кезектегі орныңыз: <b>{ $place }</b>. Екі ерікті құжаттарды қарап, көмек қажет адамға қоңырау шалады. Әр өтініш елеусіз қалмасын деп, аз-аздан шығарамыз. Қай кезеңде тұрғанын көру: /my
appeal-place = 🕐 Кезектегі орны: <b>{ $place }</b>
appeal-approved =
    ✅ <b>{ $code } өтінішін екі ерікті тексерді.</b> Арнада орын болған бойда шығады. Кезектегі орны: <b>{ $place }</b>.
appeal-approval-undone = 🕐 { $code } өтінішін тағы бір қарап жатырмыз. Шешілген бойда хабарлаймыз.
appeal-refusal-undone = 🕐 { $code } өтінішін тағы бір қарап жатырмыз. Шешілген бойда хабарлаймыз.
appeal-opened =
    📣 <b>{ $code } өтініші арнаға шықты.</b>

    Енді келген де, кеткен де әр соманы чегімен жазып отырыңыз: /ledger. Жұрт соған сенеді.
appeal-too-late = Кешіріңіз, { $code } өтініші соңғы күніне дейін шығып үлгермеді: алдында басқалары тұрды. Жаңадан сұрай аласыз: /appeal
appeal-refused-organiser = { $code } өтінішін шығара алмаймыз. Себебі: { $why }. Бірдеңе өзгерсе, жаңадан сұраңыз: /appeal
appeal-cancelled-organiser =
    ⛔ <b>{ $code } өтінішін еріктілер тоқтатты.</b>

    Себебі: { $why }
    Ақша не болады: { $money }
appeal-refused-unproven = жазылғанын растай алмадық
appeal-refused-unclear = нақты не керегі түсініксіз
appeal-refused-unwanted = мұндайға ақша жинамаймыз
appeal-refused-duplicate = мұндай өтініш бұрыннан бар
appeal-refused-other = еріктілер солай шешті

appeal-card =
    <b>{ $title }</b>
    { $words }

    🎯 { $goal }, соңғы күні: { $ends }
    💳 { $payee }
    Коды: <code>{ $code }</code>
appeal-past = Өтініш <code>{ $code }</code>
appeal-state-queued = 🕐 Тексеріліп жатыр. Әзірге ақша жібермеңізші.
appeal-state-approved = ✅ Екі ерікті тексерді, кезегін күтіп тұр.
appeal-state-open = ✅ Екі ерікті тексерді. Соңғы күні: { $ends }.
appeal-state-frozen = ⏸ <b>Әзірге ақша жібермей тұрыңызшы.</b> Жаңа деректемелер тексеріліп жатыр.
appeal-state-ended = 🏁 Жинау аяқталды: { $day }. Енді ақша жібермеңізші. Нәтижесін осында айтамыз.
appeal-state-closed = ❤️ Жинау аяқталды. Нәтижесі айтылған күн: { $day }.
appeal-state-refused = ⛔ Біз бұл өтінішті шығарған жоқпыз.
appeal-state-withdrawn = Ұйымдастырушы өтінішті қайтарып алды.
appeal-state-cancelled = ⛔ Еріктілер тоқтатты: { $day }. Ақша жібермеңіз.
appeal-why-cancelled = Себебі: { $why }
    Жіберіліп қойылған ақша: { $money }
appeal-why-refused = Себебі: { $why }
appeal-line-queued = тексеріліп жатыр
appeal-line-approved = кезегін күтіп тұр
appeal-line-open = жинау жүріп жатыр
appeal-line-frozen = кідіртілді
appeal-line-ended = нәтижесі күтіліп тұр
appeal-line-closed = жабылды
appeal-line-refused = қабылданбады
appeal-line-cancelled = тоқтатылды
my-appeal = 🤲 { $title } · { $state } · { $code }
appeal-converted = { $sums } (≈ { $whole }, бағам: { $day }, { $source })

post-appeal =
    🤲 <b>{ $title }</b>

    { $words }

    🎯 Керегі: <b>{ $goal }</b>
    💚 Келгені: <b>{ $raised }</b> ({ $percent } %)
    🗓 Соңғы күні: { $ends }
    💳 { $payee }{ $changed ->
        [yes] {" "}· өзгерді
       *[no] {""}
    }

    ✅ Екі ерікті тексерді · <code>{ $code }</code>
post-appeal-frozen =
    🤲 <b>{ $title }</b>

    { $state }

    { $words }

    💚 Келгені: <b>{ $raised }</b>, керегі: { $goal } ({ $percent } %) · <code>{ $code }</code>
post-appeal-over =
    🤲 <b>{ $title }</b>

    { $state }

    💚 Келгені: <b>{ $raised }</b> · <code>{ $code }</code>
news-appeal =
    🤲 <b>{ $title }</b>

    { $words }

    🎯 { $goal }, соңғы күні: { $ends }
    ✅ Екі ерікті тексерді · <code>{ $code }</code>
digest-title-appeal = 🤲 <b>Оларға көмек керек</b>
digest-appeal = • { $what } · { $percent } %
digest-appeal-over = • { $what } · аяқталды
button-copy-card = 💳 Карта нөмірін көшіру
button-copy-iban = 🏦 IBAN нөмірін көшіру
button-copy-account = 🏦 Шот нөмірін көшіру
button-copy-phone = 📱 Телефон нөмірін көшіру
button-check = 🛡 Тексеру
button-page = 📒 Барлық соманы көру
button-appeal-open = 🤲 Көмектесу жолын көру
button-story-of = 🖼 Бөлісетін сурет алу
appeal-share-words = Көмек керек: { $title }. Екі адам тексерген.
appeal-story = 🖼 Сториске салатын сурет. Ондағы кодты сканерлесе, { $code } өтініші ашылады.
appeal-gone = Бұл өтініш қазір ашық емес. Кодты не картаны тексеру: /check

picture-goal = керегі: { $goal }
picture-percent = { $percent } %
picture-days = { $days ->
   *[other] күн қалды
  }
picture-entries = Соңғы жазбалар
picture-no-entries = Алғашқы сома осында көрінеді.
picture-foot = Алдымен тексеріңіз: @{ $bot } · { $code }
picture-scan = Сканерлеп, тексеріп, көмектесіңіз
picture-frozen = Кідіртілді: жаңа деректемелер тексеріліп жатыр
picture-ended = Аяқталды: енді ақша жібермеңіз
picture-closed = Аяқталды, нәтижесі бар
picture-cancelled = Еріктілер тоқтатты
picture-refused = Қабылданбады
picture-withdrawn = Қайтарып алынды

button-unappeal = 🗑 Өтінішті қайтарып алу
button-unappealed = 🗑 Иә, қайтарып алу
appeal-unask = { $code } өтінішін қайтарып аласыз ба? Сонда оны ешкім көрмейді.
appeal-unasked = { $code } өтініші қайтарып алынды. Кез келген уақытта жаңадан сұрай аласыз: /appeal
button-endappeal = 🏁 Жинауды аяқтау
button-endedappeal = 🏁 Иә, аяқтау
appeal-end-ask = { $code } өтініші бойынша жинауды аяқтайсыз ба? Содан кейін ақша сұрамаймыз. Нәтижесін кейін айтып беру керек.
appeal-ended =
    🏁 <b>{ $code } өтініші бойынша жинау аяқталды.</b> Әр соманы жазып отырғаныңызға рақмет.

    Енді нәтижесін айтып беріңіз: жұрт көмектесті, соңы не болғанын білгісі келеді.
appeal-not-going = Бұл өтініш енді ашық емес.
button-newpayee = 💳 Шотты ауыстыру
button-oldpayee = ↩️ Бұрынғы шотты қалдыру
payee_change-title = Басқа шот
payee_change-payee = Жаңа шот кімдікі?
payee_change-payee_name = Жаңа шот кімнің атында? <b>Атын</b> банк көрсететіндей етіп жазыңыз.
payee_change-how = Ақшаны қалай жіберуге болады?
payee_change-details =
    Жаңа <b>нөмірін</b> жазыңыз. Әр цифрын тексереміз.

    Ресейдегі шот болса, 20 цифрын және БИК кодын жазыңыз.
payee_change-papers = Шоттың неге ауысқаны көрінетін сурет жіберіңіз: банктің хаты, жаңа шарт. Оны тек еріктілер көреді.
payee_change-preview =
    👀 <b>Жаңа шот:</b>

    { $answers }

    Жіберген бойда <b>арнада жұртқа «күте тұрыңыз» деп айтамыз</b>. Екі ерікті тексерген соң, өзгеріс арнадағы жазбаның астында айтылады.
button-send-payee_change = ✅ Тексеруге жіберу
appeal-change-queued = ⏸ { $code } өтініші кідіртілді. Екі ерікті жаңа шотты тексереді, содан кейін жинау жалғасады. Өзіңізге хабарлаймыз.
appeal-change-waits = Жаңа шот тексеріліп жатыр. Күте тұрыңыз немесе бұрынғысын қалдырыңыз: /my
appeal-change-withdrawn = ✅ { $code }: жинау бұрынғы шотпен жалғасады.
appeal-change-accepted = ✅ { $code }: жинау жаңа шотпен жалғасады.
appeal-change-refused = { $code }: жинау бұрынғы шотпен жалғасады. Жаңасы қабылданбады: { $reason }
appeal-change-begun =
    ⏸ <b>{ $title }: әзірге ақша жібермей тұрыңызшы.</b>
    Ұйымдастырушы шотты ауыстырғысы келеді. Оны екі ерікті тексеріп жатыр. <code>{ $code }</code>
appeal-change-done =
    💳 <b>{ $title }: шот ауысты.</b>
    Енді тек мұнда жіберіңіз: { $payee }
    Екі ерікті тексерді. Бұрынғы шотқа ақша жібермеңізші. <code>{ $code }</code>
appeal-change-declined =
    ✅ <b>{ $title }: жинау бұрынғы шотпен жалғасады.</b> <code>{ $code }</code>

appeals-list = 🤲 <b>Өтініштер</b>
appeals-none = Кезекте де, ашық та өтініш жоқ.
button-cancelappeal = ⛔ Тоқтатып, себебін айту
appeal-in-private = Ботпен жеке чатта жалғастырыңыз: ол жақта жазу ыңғайлы.
cancellation-title = Өтінішті тоқтату
cancellation-why = Неге тоқтатылды? Мұны бәрі оқиды. Бір-екі сөйлем жеткілікті.
cancellation-money = Жіберіліп қойылған ақша не болады? Мұны бәрі оқиды.
cancellation-preview =
    👀 <b>Мұны бәрі оқиды:</b>

    { $answers }
button-send-cancellation = ⛔ Өтінішті тоқтату
label-money = Ақша
appeal-cancelled = ⛔ { $code } өтініші тоқтатылды. Себебі арнадағы жазбада айтылған.
appeal-organiser-left = 🤲 { $code } өтінішінің ұйымдастырушысы кетіп қалды. Енді ақша сұралмайды. Нәтижесі айтылуын қадағалаңыз: /appeals
case-paper-wiped = { $code } өтінішінің құжаты өшірілді.
appeal-cancel-own = Бұл — өз өтінішіңіз: оны басқа ерікті тоқтатуы керек. Не нәтижесін айтып беріңіз.
