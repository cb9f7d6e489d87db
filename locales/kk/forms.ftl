# What every form says: handlers/questions.py, handlers/forms.py, relay/answers.py

form-step = { $number }-сұрақ, барлығы { $total }
form-answer = <b>{ $question }:</b> { $answer }
answer-none = —
answer-kept = өзгерген жоқ

form-unfinished = Аяқталмай қалған: «{ $title }». Жалғастырасыз ба?
form-place-which = Мұндай бірнеше орын бар. Қайсысы?
form-finish-first = Бастағаныңыз аяқталмай тұр. Алдымен соны аяқтаңыз немесе /cancel жіберіңіз, содан кейін қайталап көріңіз.
form-cancelled = Бас тарттыңыз, ештеңе жіберілген жоқ. Қайта бастау үшін төмендегі батырманы басыңыз немесе аты-жөнін жазыңыз.
form-cannot-skip = Бұл сұраққа жауап керек. Жауап беріңіз немесе бас тартыңыз.
form-pick-a-button = Батырмалардың бірін басыңыз.
form-use-buttons = Жауаптарды тексеріп, батырманы басыңыз: жіберу, өзгерту немесе бас тарту.
form-text-wanted = Мұнда сөзбен жазыңыз. Сурет керек емес, оны сақтамаймыз.
form-name-unreadable = Бұдан аты-жөнін таба алмадық. Тек аты-жөнін әріппен жазыңыз, 80 таңбаға дейін: алдымен тегі, сосын аты.
form-day-unreadable = Күнін түсінбедік. Былай жазыңыз: 22.11. Бүгіннен кейінгі күн болмасын.
form-tail-unreadable = Нөмірдің соңғы 4 таңбасын жазыңыз, мысалы: 4821.
form-year-unreadable = Жылды төрт цифрмен жазыңыз, мысалы: 1987.
form-text-too-long = Сөзбен қысқа жазыңыз, { $limit } таңбадан аспасын.
form-no-place-near = Ол маңнан шекара бекетін, вокзал не базар таба алмадық. Орынды сөзбен жазыңыз.
form-place-no-contacts = Мұны бәрі көреді, сондықтан телефон нөмірін де, сілтеме де жазбаңыз. Тек орынды жазыңыз.

button-as-written = Жазғанымдай: { $text }
button-go-on = ▶️ Жалғастыру
button-start-anew = 🗑 Өшіріп тастау
button-back = ◀️ Артқа
button-skip = Өткізу
button-cancel = ✖️ Бас тарту
button-keep = ◀️ Сол күйі қалдыру
button-save = ✅ Сақтау
button-change = ✏️ { $what }

label-type = Құжат
label-country = Берген ел
label-name = Аты-жөні
label-place = Орны
label-day = Күні
label-whereabouts = Қазір қайда
label-number_tail = Нөмірінің соңы
label-birth_year = Туған жылы
label-issue_place = Берілген жері

type-passport = Паспорт
type-id_card = Жеке куәлік
type-driver_licence = Жүргізуші куәлігі
type-vehicle_papers = Көлік құжаттары
type-birth_certificate = Туу туралы куәлік
type-migration_card = Миграциялық карта
type-student_card = Студенттік билет
type-pension_card = Зейнеткер куәлігі
type-other = Басқа құжат

country-UZ = Өзбекстан
country-KZ = Қазақстан
country-KG = Қырғызстан
country-TJ = Тәжікстан
country-RU = Ресей
country-TR = Түркия
country-XX = Басқа ел

whereabouts-finder = Тапқан адамның қолында
whereabouts-police = Полицияға тапсырылды
whereabouts-border_service = Шекара қызметіне тапсырылды
whereabouts-consulate = Консулдыққа тапсырылды
whereabouts-post_office = Поштаға тапсырылды
whereabouts-other_place = Басқа сенімді жерде

day-today = Бүгін
day-yesterday = Кеше
