# What every form says: handlers/questions.py, handlers/forms.py, relay/answers.py

form-step = { $number }-сұрақ, барлығы { $total }
form-answer = <b>{ $question }:</b> { $answer }
answer-none = —
answer-kept = өзгерген жоқ

form-unfinished = Аяқталмай қалған: «{ $title }». Жалғастырасыз ба?
form-place-which = Бұған сәйкес келетін бірнеше жер бар. Қайсысы?
form-finish-first = Бұрын бастаған сұрақтарыңыз аяқталмай тұр. Алдымен соларға жауап беріңіз немесе /cancel деп жазыңыз, содан кейін қайталап көріңіз.
form-cancelled = Тоқтатылды, ештеңе жіберілген жоқ. Қайта бастау үшін төмендегі батырманы басыңыз немесе іздейтін аты-жөнді жазыңыз.
form-cannot-skip = Бұл сұраққа жауап керек. Жауап беріңіз немесе бас тартыңыз.
form-pick-a-button = Төмендегі батырмалардың бірін басыңыз.
form-use-buttons = Жауаптарды тексеріп, батырманы басыңыз: ең жоғарғысы — жіберу не сақтау, ✏️ — өзгерту, ✖️ — бас тарту.
form-text-wanted = Жауабын жазып жіберіңіз. Сурет керек емес, оны сақтамаймыз.
form-name-unreadable = Аты-жөнін түсінбедік. Тек аты-жөнін жазыңыз: алдымен тегі, содан кейін аты. Әріппен ғана, 80 таңбадан аспасын.
form-day-unreadable = Күнін түсінбедік. Былай жазыңыз: 22.11. Бүгіннен кейінгі немесе бір жылдан асқан күн болмасын.
form-tail-unreadable = Нөмірін түсінбедік. Соңғы 4 таңбасын жазыңыз, мысалы: 4821.
form-year-unreadable = Жылын түсінбедік. Төрт цифрмен жазыңыз, мысалы: 1987.
form-issue-place-unreadable = Тек мекеменің атын емес, құжатта жазылған қаланы немесе облысты жазыңыз.
form-code-unreadable = Код 6 цифрдан тұрады, мысалы: 402917. Қайта жазып көріңіз.
form-text-too-long = Сөзбен, қысқа етіп жазыңыз: { $limit } таңбадан аспасын.
form-no-place-near = Ол маңда біз білетін шекара бекеті, вокзал не базар жоқ. Жердің атын өзіңіз жазыңыз.
form-place-no-contacts = Қауіпсіз болу үшін мұнда телефон нөмірін де, сілтемені де жазбаңыз. Тек жердің атын жазыңыз.

button-as-written = Жазғанымдай: { $text }
button-go-on = ▶️ Жалғастыру
button-drop = 🗑 Өшіріп тастау
button-back = ◀️ Артқа
button-skip = Аттап өту
button-cancel = ✖️ Бас тарту
button-keep = ◀️ Өзгертпеу
button-save = ✅ Сақтау
button-change = ✏️ { $what }

label-type = Құжат
label-country = Қай елдікі
label-name = Аты-жөні
label-place = Қай жерде
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
whereabouts-police = Полицияда
whereabouts-border_service = Шекара қызметінде
whereabouts-consulate = Консулдықта
whereabouts-post_office = Поштада
whereabouts-other_place = Өзге сенімді жерде

day-today = Бүгін
day-yesterday = Кеше
