# Hello, language, consent, help: handlers/people.py

language-ask = In which language shall we talk?
language-changed = Good, we talk in English now.
button-language = 🌐 Change the language

consent =
    <b>Tabyldy brings lost documents home.</b>

    Before you begin, three things:
    • The name you write is kept encrypted. { $public ->
        [full] Everybody can see the name, but no number, no photo and no date of birth.
        [none] Nobody else can see the name.
       *[initial] Everybody else sees only the given name and one letter of the surname.
    }
    • We never take money, and never show your account or number to strangers: you talk through the bot.
    • You can take back everything at any time with /my. More: /privacy

    Do you agree?
button-agree = ✅ I agree

home =
    👋 <b>Tabyldy</b>: documents that were found and people who look for them.

    🔎 Lost something? <b>Write the name</b> as it stands in the document, in any alphabet.
    🙌 Found something? Tap the button below.
    🩺 Need a good doctor? Ask people: /medical. Doctors who helped others: /doctors
    🤲 Asked for money? Check first: /check. Need help yourself: /appeal
help =
    <b>What I can do</b>

    🙌 /found — I found a document
    🔔 /lost — I lost a document, tell me when it turns up
    🔎 /search — search by name, or just write the name
    🩺 /medical — ask for a good doctor, /doctors — doctors who helped others
    🤲 /appeal — ask for help with money, /check — check an appeal or a card
    📋 /my — my reports: change or take back
    🌐 /language — change the language
    ⚙️ /settings — settings
    🔒 /privacy — what we keep, and how to erase it
    ✖️ /cancel — stop what is half done

    It costs nothing. If anybody asks you for money for your document, do not pay.
settings =
    <b>Settings</b>

    Language: { $current }
    Your reports and what you wait for: /my

menu-found = 🙌 I found a document
menu-lost = 🔔 I lost a document
menu-search = 🔎 Search by name
menu-my = 📋 My reports

tap-stale = This button is from an earlier step. Please use the newest message.
not-a-moderator = Only moderators can do this.
fault = Something broke on our side, and we were told of it. Your last message was not taken: please send it again in a minute.
storage-down = We cannot save anything right now. Nothing of yours was lost: please send your last message again in a few minutes.

# Words that say what happened, when somebody writes a sentence: whole words between commas; no names.
words-found = found, i found, picked
words-lost = lost, stolen, missing
