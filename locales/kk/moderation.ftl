# Moderation: handlers/moderation.py, relay/moderation.py

review-card =
    🕐 <b>Хабарландыру қарауыңызды күтіп тұр</b>

    { $card }
    Толық аты-жөні: <code>{ $name }</code>
button-approve = ✅ Жариялау
button-reject = ✖️ Қабылдамау
review-approved = ✅ { $code } хабарландыруы жарияланды.
review-rejected = ✖️ { $code } хабарландыруы қабылданбады, тапқан адамға айттық.
review-decided = Мұны біреу шешіп қойған.
review-approved-finder = ✅ <code>{ $code }</code> хабарландыруыңыз жарияланды. Рақмет!
review-rejected-finder = <code>{ $code }</code> хабарландыруыңыз жарияланбады: еріктіміздің ойынша, бір жері дұрыс емес. Тексеріп, қайта жіберіңіз: /found

trouble-unknown =
    ❓ { $code } хабарландыруын арнаға жіберіп жатқанда байланыс үзілді. Арнаны қараңызшы: шығып тұр ма?

    Шықпаса, қайта жіберіңіз.
trouble-undeliverable =
    ⚠️ { $code } хабарландыруы арнаға шықпады: { $problem }

    Бот арнаның әкімшісі ме, жазуға құқығы бар ма, тексеріңіз, содан кейін қайта жіберіңіз.
trouble-settled = Бұл мәселе шешіліп қойған.
trouble-resent = 📤 Қайта жіберілді.
trouble-left = Сол күйі қалды.
button-send-again = 📤 Қайта жіберу
button-leave = Солай қалдыру
review-changed = Тапқан адам хабарландыруды өзгертті. Ең соңғы хабардағы батырманы басыңыз.
trouble-delete = Хабарландыру алып тасталды, бірақ жазбасының шыққан-шықпағаны белгісіз. Арнаны қарап, тұрса, өшіріңіз. Коды: { $code }
