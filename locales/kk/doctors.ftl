# The directory of doctors: handlers/doctors.py, relay/doctors.py

doctors-title = Көмегі тиген дәрігерлер
doctors-speciality = Қандай дәрігер керек? Басыңыз немесе өз сөзіңізбен жазыңыз. Дәрігердің <b>аты-жөнін</b> немесе емхананың атауын да жазуға болады.
doctors-city = Қай <b>қалада</b>? Елді жазсаңыз, бүкіл ел бойынша көрсетеміз.
doctors-language = Дәрігер қай тілде сөйлесуі керек?
doctors-found =
    { $head }
    Көмегі тиген адамдар ұсынады. Барлығы: { $count }

    { $cards }

    <i>Бұл – адамдардың өз сөзі, жарнама да, диагноз да емес. Телефонын көру үшін атын басыңыз.</i>
doctors-named =
    <b>Анықтамалықта осылай аталатындар:</b>

    { $cards }
doctors-nothing =
    { $head }

    Мұнда әзірге ешкім ешкімді ұсынған жоқ. Басқа қаладан қараңыз немесе адамдардан сұраңыз: /medical
doctors-place-unknown = «{ $place }» деген жерді білмейміз, сондықтан барлығын көрсетіп тұрмыз.
doctors-which-city = Дәрігер қай жерде болуы керек?
doctors-which-language = Дәрігер қай тілде сөйлесуі керек? Тілі белгілі дәрігерлер ғана көрсетіледі.
doctors-everywhere = барлық қала
doctors-csv = Анықтамалық түгелімен, оны барлығы осылай көреді. Кім ұсынғаны мұнда жазылмаған.
button-all-cities = 🌍 Барлық қала
button-any-language = 💬 Кез келген тіл
button-other-city = 📍 Басқа қала
button-other-language = 🗣 Тілі

standing-helped = 👍 { $count } адамға көмегі тиді, соңғысы: { $when }
standing-helped-long-ago = 👍 { $count } адамға көмегі тиді, бірақ бір жылдан астам бұрын, соңғысы: { $when }
standing-some-old = 🕰 Оның { $count } рет айтылғанына бір жылдан асты
standing-paid = ⚠️ Ұсынғандардың { $count } адамы сол жерде жұмыс істейді немесе ақы алады: олар есепке кірмейді
standing-nobody = Қазір емделгендердің ешқайсысы ұсынып тұрған жоқ
standing-disputed = 🔎 Біреу мұнда өтірік жазылған дейді. Еріктілер тексеріп жатыр

entry-past = Бұл жазба анықтамалықта жоқ ({ $code })
entry-gone = Бұл жазба енді анықтамалықта жоқ. Басқаларын қараңыз: /doctors
entry-share-words = { $name }: біздің адамдарға көмегі тиген

button-entry-helped = 👍 Маған да көмектесті
button-entry-takeback = ↩️ Сөзімді қайтарып алу
button-entry-wrong = ✏️ Қатесі бар
button-entry-correct = ✏️ Түзету
button-entry-about = 🙈 Бұл мен туралы
button-entry-dispute = 🚩 Бұл өтірік
button-entry-hide = 🙈 Иә, жасыру
button-entry-card = ↩️ Карточкаға қайту
endorse-done = 👍 Рақмет! Сөзіңіз есепке алынды. Кімдікі екенін ешкім көрмейді.
endorse-paid = Бұрын сол жерде жұмыс істейтініңізді немесе ақы алатыныңызды айттыңыз. Ондай сөз көрінеді, бірақ есепке кірмейді.
endorse-taken-back = Сөзіңіз алынып тасталды.
doctor-endorse-too-many = Бір күнде ең көбі { $limit } рет болады. Ертең жалғастырыңыз.

entry-wrong = <b>{ $name }</b>: қай жері дұрыс емес?
entry-about-ask =
    Бұл Сіз туралы немесе Сіздің емханаңыз туралы болғандықтан, <b>«{ $name }» жазбасын бірден жасырайық па</b>? Содан кейін еріктіміз қарайды.

    Тек телефоны немесе қаласы қате ме? Онда «Қатесі бар», сосын «Түзету» батырмасын басқаныңыз жөн.
entry-about-done = 🙈 { $code } жазбасы жасырылды: оны енді ешкім көрмейді. Еріктіміз қарап, Сізге жазады.
doctor-dispute-too-many = Бір күнде ең көбі { $limit } рет болады. Ертең жалғастырыңыз немесе парақшаның еріктілеріне жазыңыз.

correction-title = Түзету
correction-doctor = <b>Дәрігердің аты-жөні</b> кім? Білсеңіз, алдымен тегін жазыңыз.
correction-clinic = <b>Емхана</b> қалай аталады?
correction-city = Ол қай <b>қалада</b>?
correction-phone = <b>Емхананың телефоны</b> қандай? Жеке нөмір жазбаңыз.
correction-languages = Онда қандай <b>тілдерде</b> сөйлеседі? Біреуін басыңыз немесе бірнешеуін жазыңыз: қазақ, орыс
correction-preview =
    <b>Мынадай болуы керек:</b>

    { $answers }

    Өзгертпес бұрын еріктіміз қарайды.
button-send-correction = ✅ Түзетуді жіберу
correction-done = ✅ Рақмет! Еріктіміз «{ $name }» жазбасының түзетуін қарап, Сізге жазады.
correction-nobody = Дәрігердің аты-жөнін немесе емхананың атауын қалдырыңыз: екеуі де болмаса, ешкім таппайды.
correction-same = Әзірге ештеңе өзгерген жоқ. Қате жерін басып, дұрысын жазыңыз.

dispute-title = Бұл өтірік
dispute-words = Қай жері өтірік? Қысқаша жазыңыз. Мұны тек еріктілер оқиды.
dispute-done = ✅ Рақмет. «{ $name }» тексеріліп жатыр деп белгіленді. Еріктіміз қарап, Сізге жазады.

case-entry =
    🩺 <b>{ $why }</b>

    { $card }

    <b>Жазғаны:</b> { $words }
    Жазба: { $code }
case-correction =
    ✏️ <b>{ $code } жазбасына түзету</b>

    { $card }

    <b>Мынадай болуы керек:</b>
    { $proposed }
case-duplicate =
    👥 <b>Бұл екеуі бір ме?</b>

    <b>Жаңасы</b> ({ $code }):
    { $card }

    <b>Бұрыннан бары</b> ({ $other_code }):
    { $other }
entry-said-about = «Бұл мен туралы»: Сіз шешкенше жазба жасырын тұрады
entry-said-untrue = «Бұл өтірік»: жазба тексеріліп жатыр деп белгіленді
kind-entry = Анықтамалық жазбалары
kind-correction = Түзетулер
kind-duplicate = Бәлкім, бір дәрігер
button-case-remove = 🗑 Алып тастау
button-case-keep = 👁 Қалдыру
button-case-merge = 🔗 Екеуі бір
button-case-apart = ✖️ Екеуі бөлек
decided-remove = 🗑 Алып тасталды
decided-keep = 👁 Қалдырылды
decided-merge = 🔗 Біріктірілді
decided-apart = ✖️ Екеуі бөлек
duplicate-decide-first = Екеуінің бірі туралы дау бар. Алдымен соны шешіңіз.

entry-removed-told = «{ $name }» ({ $code }) анықтамалықтан алынды. Хабарлағаныңызға рақмет.
entry-kept-told = Еріктіміз «{ $name }» ({ $code }) жазбасын қарап шықты: жазба қалады. Қатесі болса, оны ашып, «Түзету» батырмасын басыңыз.
correction-approved-told = ✅ «{ $name }» ({ $code }) жазбасы түзетілді. Рақмет!
correction-rejected-told = «{ $name }» ({ $code }) жазбасының түзетуі қабылданбады: { $reason }.
