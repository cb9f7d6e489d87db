# What Telegram shows of the bot: bot/profile.py (name 64, short description 120, description 512 characters)

profile-name = Tabyldy · lost and found documents
profile-short = Found a document? Lost one? Write the name in any alphabet, we bring it home. Free.
profile-description =
    Tabyldy (“found!”) brings lost documents back to their owners in Uzbekistan, Kazakhstan, Kyrgyzstan, Tajikistan, Russia and Turkey.

    Found a passport? Report it in a minute.
    Lost one? Write your name in any alphabet, or let us watch for you.

    Free. Your data are encrypted: /privacy. We never take money.

command-found = I found a document
command-lost = I lost a document
command-search = Search by name
command-medical = Ask for a good doctor
command-doctors = Doctors who helped others
command-appeal = Ask for help with money
command-check = Check an appeal or a card
command-ledger = Write down money of my appeal
command-my = My reports
command-settings = Settings
command-stop = Stop sending me news
command-language = Change the language
command-help = What I can do
command-share = Share my contact
command-privacy = What we keep and who sees it
command-mydata = Show me my data
command-delete = Erase everything about me
command-cancel = Stop what is half done
