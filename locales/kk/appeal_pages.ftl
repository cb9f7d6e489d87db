# The public page of an appeal: relay/appeal_pages.py, relay/appeal_page_parts.py. Plain text, no tags.

page-day = { $year } ж. { $day }
page-updated = Бет жаңартылған уақыт: { $day }, { $time }.
page-bot = Telegram-дағы «Табылды»
page-languages = Тілдер
page-kicker = Көмек туралы өтініш { $code }
page-back = Өтінішке оралу
page-forgotten = Жабылған өтініш
page-forgotten-words = Бұл өтініштің мәтіні өшірілді. Ақша туралы жазбалар қалады.

page-open = Жинау жүріп жатыр. Соңғы күні: { $day }
page-days-left = { $count } күн қалды.
page-last-day = Бүгін соңғы күн.
page-frozen = Кідіртілді: жаңа деректемелерді тексеріп жатырмыз
page-frozen-more = Әзірге ақша жібермеңізші. Екі ерікті жаңа деректемелердің дұрыстығын тексеріп жатыр.
page-ended = Жинау аяқталды: { $day }
page-ended-more = Енді ақша жібермеңізші. Ұйымдастырушы ақшаның неге жұмсалғанын және не болғанын әлі айтып беруі керек.
page-closed = Жинау аяқталды: { $day }. Нәтижесі төменде
page-closed-more = Енді ақша жібермеңізші. Көмектескен әрбір адамға рақмет.
page-cancelled = Еріктілер тоқтатты: { $day }
page-cancelled-more = Бұл өтініш бойынша ақша жібермеңізші.
page-why = Себебі
page-money-given = Жіберіліп қойылған ақша не болды

page-received = Келгені: { $sum }, керегі: { $goal }
page-converted = Басқа валютадағы ақша мына бағаммен есептелді:
page-other-currencies = Басқа валютадағы ақша мұнда есептелмеген, ол төмендегі кестеде бар.

page-outcome = Нәтижесі
page-explained = Сомаларға түсінік

page-check-title = Көмектеспес бұрын тексеріңіз
page-check-open = Қайта жіберілген хабарламалар мен суреттерде деректемелер ауыстырылып қойылуы мүмкін. Біздің боттан сұраңыз: { $code } өтінішінің шын деректемелерін ол біледі.
page-check-over = Қазір { $code } өтініші бойынша ақша жиналмайды. Оның атынан ақша сұраса, алдымен біздің боттан тексеріңіз.
page-check = Боттан тексеру

page-payee = Ақша кімге барады
page-payee-name = Шот иесі
page-payee-details = Деректемелер
page-checked = Бұл өтінішті екі ерікті тексерді: { $day }.
page-changed = Деректемелер өзгерді: { $day }. Жаңасын да екі ерікті тексерді.
page-not-held = Ақша бізде ешқашан сақталмайды: ол тікелей осы шотқа барады.

page-sums = Ақша санмен
page-kind =
    { $kind ->
        [received] Келді
        [transferred] Берілді
        [spent] Жұмсалды
       *[delivered] Зат түрінде таратылды
    }
page-left = Қалды
page-delivered-note = Таратылған заттар осы кестедегі ақшаға алынған, сондықтан олар екінші рет шегерілмейді.

page-graph = Ақшаның келуі мен жұмсалуы
page-graph-in = келді
page-graph-out = берілді және жұмсалды
page-graph-words = Әзірге { $received } келді, { $used } берілді және жұмсалды.
page-graph-only = Графикте тек { $currency }. Басқа валюталар кестеде бар.

page-receipts = Соңғы чектер
page-receipts-note = Чектердегі жеке деректер жабылған.
page-receipt = Чек
page-receipt-of = № { $number } жазбаның чегі

page-entries = Барлық жазба, алдымен жаңасы
page-no-entries = Әзірге жазба жоқ. Алғашқы ақша осы жерде көрінеді.
page-number = № { $number }
page-corrects = № { $number } жазбаны түзетеді
page-older = Ертерек жазбалар
page-newer = Кейінгі жазбалар
page-span = № { $first }–{ $last } жазбалар

page-chain = Бұл жазбаларды білдіртпей өзгерту мүмкін емес
page-chain-words = Мұнда { $count } жазба бар. Әр жазбада алдыңғысының белгісі тұрады: бір әріпті өзгертсе де, белгілер сәйкес келмей қалады.
page-verify = Кез келген адам тексере алады: файлды жүктеп алып, біздің ашық бағдарламада осы команданы орындаңыз, интернетсіз де болады. Ең жаңа белгіні күн сайын арнамызда да жариялаймыз.
page-export = Барлық жазбаны жүктеп алу (ledger.jsonl)
page-head = Ең жаңа жазбаның белгісі:
