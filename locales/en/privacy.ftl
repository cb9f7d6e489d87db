# Privacy: handlers/privacy.py, relay/privacy.py

privacy =
    <b>Privacy at Tabyldy</b>

    <b>What we keep.</b> Your Telegram id and language. Which news you asked for, and your quiet hours. Of a report or of what you wait for: document, country, name, place, day, and the facts you give to tell you from others. Of a conversation: what you both send, and the handover code. What you write to volunteers. For a day or two, which names you searched. Everything that says who somebody is stands encrypted, and the key lies elsewhere.

    <b>What we never keep.</b> Photos sent with a report. Secret facts (number, year of birth, place of issue) that a finder gives become a fingerprint that nobody can read back.

    <b>Who sees what.</b> { $public ->
        [full] Everybody: the document, the name, place and day.
        [none] Everybody: the document, place and day, no name.
       *[initial] Everybody: the document, the given name with one letter of the surname, place and day.
    } The other side of a conversation: only what you send them. Volunteers: a report, its full name, and a conversation’s last messages when somebody calls for help. Nobody else. We sell and pass on nothing.

    <b>How long.</b> A report runs { $kept } days. { $wiped } days after it ends, name, place, facts and conversation are erased. What we wrote to you is erased after 2 days, or with the report it is about. That a document came home is counted, without names. Medical questions are published without your name; all of it is encrypted and erased { $wiped } days after they end. That a doctor helped is kept, without who said so. An appeal’s papers are seen by volunteers only and erased { $wiped } days after its end; its sums stay public.

    <b>Your rights.</b> See all we hold: /mydata. Erase it at once: /delete. Take back your consent: the button below. If something published is about you, open it and tap “This is about me”: it is hidden at once.

    Behind Tabyldy stand volunteers. It is free, and no money ever goes through us.
button-privacy = 🔒 Privacy
button-mydata = 📄 Show me my data
button-unconsent = ✋ Take back my consent
button-delete = 🗑 Erase everything
mydata = 📄 This is everything we hold about you: a file to read, and the same in full as JSON for a computer.
mydata-head = Tabyldy: what we hold about you (known since { $since })
mydata-reports = You found:
mydata-watches = You are waiting for:
mydata-appeals = You asked for help:
mydata-claims = You said that these are yours:
mydata-conversations = What you wrote in conversations:
mydata-foot = Everything else (language, messages from the bot, drafts) stands in the file tabyldy.json. Erase it all: /delete
delete-ask =
    <b>Erase everything about you?</b>

    Your reports, what you wait for, conversations and messages vanish at once. Nobody can undo this, us included. Whoever you are talking with will only be told that you have left. Only a report of a document that you handed in stays, without you: its owner may still be looking.
button-delete-sure = 🗑 Yes, erase everything
delete-done = 🗑 Done. We know nothing about you any more. Messages in this chat are with Telegram: you can clear it yourself. All the best to you!
unconsent-ask =
    <b>Take your consent back?</b>

    Your reports, what you wait for and your conversations end now and are erased in a few days. News stops too. You can agree again at any time.
button-unconsent-sure = ✋ Yes, take it back
unconsent-done = ✋ Done. Everything you had open has ended. To begin again, just use the bot: it will ask you.
