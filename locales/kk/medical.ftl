# Medical questions: handlers/medical.py, relay/medical.py, relay/referrals.py, relay/medical_care.py

menu-medical = 🩺 Дәрігер іздеу
words-doctor = дәрігер, дәрігерді, дәрігерге, дәрігері, дәрігерін, дәрігеріне, дәрігерлер, дәрігерлерді, dariger, доктор, докторды, клиника, клиниканы, емхана, емхананы, аурухана, аурухананы, маманы, маманын, маманды, маманға, хирург, хирургты, хирургке
medical-title = Дәрігер іздеу
medical-speciality =
    Қандай дәрігер керек? Батырманы басыңыз немесе <b>өз сөзіңізбен жазыңыз</b>: «жүрек дәрігері», «тізем ауырады».
medical-city =
    Қай жерден іздейміз? Тізімнен таңдаңыз немесе қаланы не елді жазыңыз.
medical-patient = Дәрігер кімге керек?
medical-urgency = Дәрігер қашан керек?
medical-budget = Қанша төлей аласыз?
medical-words =
    Жұрттан не сұрағыңыз келеді? Бір-екі сөйлем жеткілікті.

    Мұны бәрі оқиды. <b>Адамның аты-жөнін, телефон нөмірін, туған күнін жазбаңыз</b>.
label-speciality = Дәрігер
label-city = Қайда
label-patient = Кімге
label-urgency = Қашан керек
label-budget = Төлемі
patient-adult = ересек адамға
patient-child = балаға
medical-patient-adult = 🧑 Ересек адамға
medical-patient-child = 👶 Балаға
urgency-now = шұғыл, бүгін керек
urgency-days = таяу күндері
urgency-later = күте тұруға болады
medical-urgency-now = 🔴 Шұғыл, бүгін керек
medical-urgency-days = 🟡 Таяу күндері
medical-urgency-later = 🟢 Күте тұруға болады
budget-free = тек тегін
budget-modest = қымбат болмасын
budget-any = бағасы маңызды емес
medical-budget-free = Тек тегін
medical-budget-modest = Қымбат болмасын
medical-budget-any = Бағасы маңызды емес
form-speciality-which = Осылардың қайсысы керек?
form-speciality-unknown = Қандай дәрігер керегін түсінбедік. Басқаша жазып көріңіз («жүрек дәрігері», «балалар дәрігері») немесе толық тізімді ашыңыз.
button-all-specialities = 📋 Барлығын көрсету

medical-emergency =
    🚑 <b>Өмірге қауіп төнсе, дереу { $ambulance ->
        [112] 112
       *[other] { $ambulance } немесе { $all }
    } нөміріне қоңырау шалыңыз.</b> Мұнда жауап күтпеңіз: алдымен жедел жәрдем шақырыңыз.
medical-known =
    💚 <b>Мына дәрігерлер басқаларға көмектескен:</b>

    { $cards }

    Сізге келетіні бар ма? Болмаса, төменде жалғастыра беріңіз.
button-medical-enough = ✅ Осы жетеді, рақмет
medical-enough = 💚 Қуанып қалдық. Деніңіз сау болсын! Тағы керек болса: /medical
medical-preview =
    👀 <b>Жұртқа былай көрінеді:</b>

    { $card }

    Аты-жөніңізді де, аккаунтыңызды да ешкімге көрсетпейміз. Жауаптар осында келеді.
medical-exposes-contact =
    ⛔ <b>Мұнда телефон нөмірі, сілтеме не аккаунт бар:</b> { $words }
    Сұрақты өзгертіп, соны алып тастаңыз. Сонда жариялауға болады.
medical-exposes-name =
    ⚠️ <b>Бұл біреудің аты-жөні сияқты:</b> { $words }
    Алып тастағаныңыз дұрыс. Осылай жарияласаңыз, алдымен еріктіміз қарап шығады.
medical-exposes-identity =
    ⚠️ <b>Бұдан кімнің ауырып жүргенін білуге болады:</b> { $words }
    Алып тастағаныңыз дұрыс. Осылай жарияласаңыз, алдымен еріктіміз қарап шығады.
button-send-medical = ✅ Жариялау
medical-has-contact = Сұрақта телефон нөмірі, сілтеме не аккаунт бар. Соны алып тастап, қайта жариялаңыз.
medical-too-many = Бір күнде ең көбі { $limit } сұрақ қоюға болады. Ертең қайта сұраңыз.
medical-asked =
    🩺 <b>Сұрағыңыз жарияланды</b>, аты-жөніңіз көрсетілмеді. Коды: <code>{ $code }</code>

    Біреу дәрігер ұсынса, осында бірден жазамыз. Барлық сұрақтарыңыз: /my
medical-queued = 🩺 Рақмет. Еріктіміз сұрағыңызды қарап шығып, жариялайды. Нәтижесін осында жазамыз. Коды: <code>{ $code }</code>
medical-approved = ✅ <code>{ $code }</code> сұрағыңыз жарияланды. Жауаптар осында келеді.
medical-rejected =
    <code>{ $code }</code> сұрағыңыз жарияланбады: { $reason }.

    Қайта жаза аласыз: /medical
medical-found = 💚 Көмек тапқаныңызға қуаныштымыз! { $code } сұрағы жабылды. Деніңіз сау болсын!
medical-kept = 👍 Жақсы, { $code } сұрағы ашық тұрады. Жаңа жауаптар осында келеді.
medical-close = 💚 Көмегі тигеніне қуаныштымыз! { $code } сұрағын жабайық па, әлде әлі іздеп жүрсіз бе?
medical-unask = Сұрақты алып тастайсыз ба? Мәтіні арнадан өшіріледі.
button-unask = ✖️ Сұрақты алып тастау
button-unask-sure = ✖️ Иә, алып тастау
medical-unasked = { $code } сұрағы алып тасталды, мәтіні арнадан өшірілді.
medical-still-looking =
    🩺 <b>{ $title }</b>: әлі іздеп жүрсіз бе? ({ $code })
button-medical-found = 💚 Дәрігер таптым
button-medical-still = 🔎 Әлі іздеп жүрмін
medical-expired =
    🩺 { $code } сұрағыңыздың мерзімі бітті. { $count ->
        [0] Өкінішке қарай, оған ешкім жауап бере алмады.
        [one] Оған бір жауап келді.
       *[other] Оған { $count } жауап келді.
    }{ $helped ->
        [0] {""}
       *[other] {" "}Көмегі тигені: { $helped }.
    }
medical-expired-known =
    <b>Анықтамалықта қазір мына дәрігерлер бар:</b>

    { $cards }
button-ask-again = 🔁 Қайта сұрау

# A question as everybody reads it

question-card =
    🩺 <b>{ $speciality }</b> · { $patient }
    📍 { $place }
    ⏳ { $urgency } · 💰 { $budget }

    { $words }

    🔑 <code>{ $code }</code>
question-past = { $code } сұрағы: мәтіні енді сақталмайды.
question-asked =
    <b>Біреу жақсы дәрігер іздеп жүр:</b>

    { $card }

    Білетін дәрігеріңіз бар ма? Батырманы басыңыз немесе осы хабарламаға жауап жазыңыз.
question-gone = Бұл сұрақ жабылған. Көмектескіңіз келгеніне рақмет!
question-share-words = Біреу жақсы дәрігер іздеп жүр. Білетін дәрігеріңіз бар ма?
question-open = 🟢 жарияланды
question-queued = 🕓 еріктіміз қарап жатыр
my-question = 🩺 { $title } · { $code }
my-question-card =
    { $card }

    { $state }
post-question =
    🩺 <b>Жақсы дәрігерді кім біледі?</b>

    { $card }

    Төмендегі батырманы басыңыз немесе пікірлерге жазыңыз. Жауабыңызды сұраған адамға жеткіземіз, оның аты-жөні айтылмайды.
button-recommend = 🙌 Дәрігер ұсыну
post-question-found = 💚 <b>Дәрігер табылды.</b> Көмектескендердің бәріне рақмет!
post-question-over = Бұл сұрақ жабылды. Көмектескендердің бәріне рақмет.
digest-title-question = 🩺 <b>Бұл адамдар дәрігер іздеп жүр.</b> Жақсы дәрігер білсеңіз, үстінен басыңыз.
digest-question = • { $what } · { $patient }
digest-question-found = • { $what } 💚 табылды
digest-question-over = • { $what } · жабылды
digest-foot-question = Сіз де дәрігер іздеп жүрсіз бе? Ботқа жазыңыз: сұрағыңызды бәріне жеткізеді, аты-жөніңіз көрінбейді.
exposure-contact = телефон, сілтеме не аккаунт
exposure-name = аты-жөні
exposure-identity = кім ауырғаны білінеді
case-question-first = әр сұрақ алдымен қаралады
case-question =
    🩺 <b>Дәрігер туралы сұрақ қарауыңызды күтіп тұр</b>

    { $card }

    ⚠️ { $why }
kind-question = Дәрігер туралы сұрақтар
mydata-questions = Дәрігер туралы сұрақтарыңыз:
