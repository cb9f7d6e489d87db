# Appeals for money: handlers/appeals.py, relay/appeals.py, relay/appeal_cards.py, relay/fundraisers.py, relay/appeal_pictures.py

menu-check = 🛡 Check an appeal
appeal-title = Asking for help
appeal-purpose = What is the money for?
appeal-beneficiary =
    Who is it for? Write the <b>name and surname</b> as in the papers, or what the village or place is called.
appeal-consent =
    May their name be shown? Ask them first. For a child, a parent decides.
appeal-relation = Who are you to them?
appeal-words =
    What happened, and what will the money pay for? A few sentences are enough.

    Everybody will read it. Please write <b>no card numbers, no phone numbers, no addresses</b>.
appeal-amount =
    How much money is needed in all? Write a sum, such as <b>5 000 000 tenge</b>.
appeal-currency = In which currency?
appeal-ends =
    Until which day do you ask? Tap, or write a day such as <b>25.12</b>.
appeal-starts = From which day on?
appeal-payee =
    Whose account does the money go to?

    It must belong to <b>the person in need</b> or to <b>an organisation</b> (a hospital, a school, a foundation). That is how donors know that it arrives.
appeal-payee_name = What is the <b>name</b> on that account, as the bank shows it?
appeal-how = How can people send the money?
appeal-details =
    Write the <b>number</b>. We check every digit.

    For an account in Russia write the 20 digits and the BIK.
appeal-papers =
    Send <b>photos of the papers</b>: a doctor’s letter, a bill, a certificate. Up to 10 photos or files.

    Only our volunteers see them. They are deleted after the appeal has ended.
appeal-papers-held = { $count ->
    [one] ✅ One file has arrived.
   *[other] ✅ { $count } files have arrived.
  } Send the next one, or tap <b>Done</b>.
button-papers-done = ✅ Done, that is all
answer-files = { $count ->
    [one] one file
   *[other] { $count } files
  }
form-lookup-unreadable = Please send a code, a card number, an account, a phone number or a link.
appeal-papers-enough = That is { $limit } files already. Please tap “Done”.
appeal-papers-none = Please send at least one photo of a paper first.
form-papers-wanted = Please send the papers as photos or files.
form-file-wanted = Please send a photo or a file, or tap “Skip”.

purpose-treatment = treatment or an operation
purpose-medicine = medicine
purpose-disaster = after a flood, fire or earthquake
purpose-home = a home
purpose-living = food and daily needs
purpose-study = school or studies
purpose-burial = a burial
purpose-community = for a village or community
consent-initial = first name and an initial
consent-full = the whole name
appeal-consent-initial = 👤 First name and an initial
appeal-consent-full = 📢 The whole name
appeal-consent-none = ✖️ They have not agreed
relation-family = family
relation-friend = a friend
relation-neighbour = a neighbour or acquaintance
relation-organisation = an organisation that helps
relation-self = it is about themselves
appeal-relation-family = 👪 Family
appeal-relation-friend = 🤝 A friend
appeal-relation-neighbour = 🏘 A neighbour or acquaintance
appeal-relation-organisation = 🏛 I work for an organisation that helps
appeal-relation-self = 🙋 It is about me
ends-14 = 2 weeks
ends-30 = a month
ends-60 = 2 months
ends-90 = 3 months
starts-today = today
payee-recipient = the person in need
payee-organisation = an organisation
payee-mine = my own account
how-card = card
how-iban = IBAN
how-account = account in Russia
how-phone = transfer by phone number
label-purpose = Purpose
label-beneficiary = For whom
label-consent = Name
label-relation = You are
label-ends = Last day
label-starts = First day
label-payee = Account of
label-payee_name = Name on it
label-how = Way
label-details = Number
label-papers = Papers

form-amount-number = I could not read the sum. Please write it in digits, such as 5 000 000 tenge.
form-amount-too-much = That is more than anybody can collect. Please look at the zeros once more.
form-amount-nothing = The sum has to be more than zero.
form-amount-two = I see two sums. Please write one.
form-deadline-unreadable = Please write a day from today on, at most { $limit } days ahead, such as 25.12.
appeal-days-wrong = The days do not fit any more. The last day has to come after the first, at most { $limit } days later. Please change it.
form-details-card-length = A card number has 16 digits, some have 12 to 19. Please look at the card once more.
form-details-card-letters = A card number has digits only. Please write it once more.
form-details-card-check = One of the digits is wrong. Please compare the number with the card, digit by digit.
form-details-card-system = No card that we know begins like this. Please look at the first digits once more.
form-details-iban-length = The IBAN is too short or too long: in Kazakhstan it has 20 signs, in Türkiye 26. Please look at it once more.
form-details-iban-letters = There is a sign in it that no IBAN has. Please write letters and digits only.
form-details-iban-check = One of the signs is wrong. Please compare the IBAN with the bank’s app, sign by sign.
form-details-iban-country = An IBAN begins with the two letters of a country, such as KZ or TR. Please look at the beginning once more.
form-details-account-length = The account has 20 digits. Please write them, and the BIK with 9 digits behind them.
form-details-account-letters = Please write digits only: 20 of the account and 9 of the BIK.
form-details-account-bank = The BIK of the bank is missing or wrong: it has 9 digits and begins with 04 or 01. Please write it behind the account.
form-details-account-correspondent = This is the bank’s own account. Please write the account of the person or organisation: 20 digits, and the BIK.
form-details-account-check = One of the digits is wrong, in the account or in the BIK. Please compare both, digit by digit.
form-details-phone-country = This number could be of several countries. Please write it with the country’s code, such as +7 701 …
form-details-phone-phone = This is no phone number that can receive money. Please write it with the country’s code, such as +7 701 …

appeal-needs-consent = Without their yes we cannot show an appeal. Please ask them, or a child’s parent, and come back: /appeal
appeal-not-own-account = The money cannot go to the organiser’s own account: that keeps you safe from gossip as well. Please give the account of the person in need or of an organisation: a hospital, a school, a foundation. Is it about yourself? Then choose an organisation.
appeal-unwanted-military = We do not collect for military goods. For medical treatment, food or a home you can ask here at any time.
appeal-unwanted-politics = We do not collect for parties and politics. For a family in need you can ask here at any time.
appeal-unwanted-loan = We do not collect for loans and debts. If there is an illness or another need behind it, ask for that: it can be helped.
appeal-no-contacts = Everybody reads this. Please leave out card numbers, phone numbers and links: the account has a place of its own.
appeal-too-many = That is enough for today ({ $limit }). Please come back tomorrow.
appeal-one-at-a-time = You have an appeal going: { $code }. When it is over you can ask again. You find it under /my
appeal-owes-outcome = Please tell first what came of { $code }: people are waiting to hear. You find it under /my. Then you can ask again.
appeal-details-taken = This account belongs to another appeal. Each needs its own. If it is the same family, please write to the volunteers.
appeal-details-same = These are the same details as now. Nothing was changed.

appeal-preview =
    👀 <b>This is what everybody will read:</b>

    { $card }

    { $papers ->
        [one] 📎 One paper, for volunteers only.
       *[other] 📎 { $papers } papers, for volunteers only.
    }
    Two volunteers check everything and call. Then it goes to the channel.
button-send-appeal = ✅ Send for checking
appeal-queued =
    ✅ <b>Sent.</b> Code <code>{ $code }</code>.

    Your place in the queue: <b>{ $place }</b>. Two volunteers look at the papers and call the person in need. We show few appeals, so that each is heard. How it stands: /my
appeal-place = 🕐 Place in the queue: <b>{ $place }</b>
appeal-approved =
    ✅ <b>Two volunteers have checked { $code }.</b> It goes to the channel as soon as there is room. Place in the queue: <b>{ $place }</b>.
appeal-approval-undone = 🕐 { $code } is being looked at once more. We tell you as soon as it is decided.
appeal-refusal-undone = 🕐 { $code } is being looked at once more. We tell you as soon as it is decided.
appeal-opened =
    📣 <b>{ $code } is in the channel.</b>

    From now on write down every sum that comes and goes, with a receipt: /ledger. That is what donors trust.
appeal-too-late = { $code } could not be shown before its last day: other appeals came first. We are sorry. You can ask anew: /appeal
appeal-refused-organiser = { $code } cannot be shown. The reason: { $why }. If something changes, ask anew: /appeal
appeal-cancelled-organiser =
    ⛔ <b>{ $code } was ended by the volunteers.</b>

    Why: { $why }
    What becomes of the money: { $money }
appeal-refused-unproven = we could not confirm what is said in it
appeal-refused-unclear = it is not clear enough what is needed
appeal-refused-unwanted = we do not collect for this
appeal-refused-duplicate = there is such an appeal already
appeal-refused-other = the volunteers decided so

appeal-card =
    <b>{ $title }</b>
    { $words }

    🎯 { $goal }, until { $ends }
    💳 { $payee }
    Code <code>{ $code }</code>
appeal-past = Appeal <code>{ $code }</code>
appeal-state-queued = 🕐 Being checked. Please send nothing yet.
appeal-state-approved = ✅ Checked by two volunteers, waits for its turn.
appeal-state-open = ✅ Checked by two volunteers. Open until { $ends }.
appeal-state-frozen = ⏸ <b>Please send nothing just now.</b> New details are being checked.
appeal-state-ended = 🏁 Ended on { $day }. Please send no more. What came of it will be told here.
appeal-state-closed = ❤️ Ended. What came of it was told on { $day }.
appeal-state-refused = ⛔ Not shown by us.
appeal-state-withdrawn = Taken back by the organiser.
appeal-state-cancelled = ⛔ Ended by the volunteers on { $day }. Please send nothing.
appeal-why-cancelled = Why: { $why }
    Money given so far: { $money }
appeal-why-refused = Why: { $why }
appeal-line-queued = being checked
appeal-line-approved = waits for its turn
appeal-line-open = open
appeal-line-frozen = paused
appeal-line-ended = outcome is awaited
appeal-line-closed = closed
appeal-line-refused = refused
appeal-line-cancelled = cancelled
my-appeal = 🤲 { $title } · { $state } · { $code }
appeal-converted = { $sums } (≈ { $whole }, rate of { $day }, { $source })

post-appeal =
    🤲 <b>{ $title }</b>

    { $words }

    🎯 Needed: <b>{ $goal }</b>
    💚 Received: <b>{ $raised }</b> ({ $percent } %)
    🗓 Until { $ends }
    💳 { $payee }{ $changed ->
        [yes] {" "}· changed
       *[no] {""}
    }

    ✅ Checked by two volunteers · <code>{ $code }</code>
post-appeal-frozen =
    🤲 <b>{ $title }</b>

    { $state }

    { $words }

    💚 Received: <b>{ $raised }</b> of { $goal } ({ $percent } %) · <code>{ $code }</code>
post-appeal-over =
    🤲 <b>{ $title }</b>

    { $state }

    💚 Received: <b>{ $raised }</b> · <code>{ $code }</code>
news-appeal =
    🤲 <b>{ $title }</b>

    { $words }

    🎯 { $goal }, until { $ends }
    ✅ Checked by two volunteers · <code>{ $code }</code>
digest-title-appeal = 🤲 <b>They need help</b>
digest-appeal = • { $what } · { $percent } %
digest-appeal-over = • { $what } · ended
button-copy-card = 💳 Copy the card number
button-copy-iban = 🏦 Copy the IBAN
button-copy-account = 🏦 Copy the account
button-copy-phone = 📱 Copy the phone number
button-check = 🛡 Check
button-page = 📒 See every sum
button-appeal-open = 🤲 See how to help
button-story-of = 🖼 Get a picture to share
appeal-share-words = Help is needed: { $title }. Checked by two people.
appeal-story = 🖼 A picture for your story. The code on it leads to { $code }.
appeal-gone = This appeal is not open. Do you want to be sure of a card or code? /check

picture-goal = of { $goal }
picture-percent = { $percent } %
picture-days = { $days ->
    [one] day left
   *[other] days left
  }
picture-entries = Last entries
picture-no-entries = The first sum will stand here.
picture-foot = Check first: @{ $bot } · { $code }
picture-scan = Scan to check and to help
picture-frozen = Paused: new details are being checked
picture-ended = Ended: please send no more
picture-closed = Ended, with an outcome
picture-cancelled = Ended by the volunteers
picture-refused = Not shown by us
picture-withdrawn = Taken back

button-unappeal = 🗑 Take it back
button-unappealed = 🗑 Yes, take it back
appeal-unask = Take { $code } back? Nobody sees it then.
appeal-unasked = { $code } was taken back. You can ask anew at any time: /appeal
button-endappeal = 🏁 Ask for no more
button-endedappeal = 🏁 Yes, end it
appeal-end-ask = End { $code }? Nobody can send anything then. What came of it has to be told afterwards.
appeal-ended =
    🏁 <b>{ $code } has ended.</b> Thank you for every sum that was written down.

    Please tell now what came of it: people have given and want to know.
appeal-not-going = This appeal is not open any more.
button-newpayee = 💳 Change the account
button-oldpayee = ↩️ Keep the former account
payee_change-title = Another account
payee_change-payee = Whose account is the new one?
payee_change-payee_name = What is the <b>name</b> on the new account, as the bank shows it?
payee_change-how = How can people send the money?
payee_change-details =
    Write the new <b>number</b>. We check every digit.

    For an account in Russia write the 20 digits and the BIK.
payee_change-papers = Send a photo that shows why: a letter of the bank, the new contract. Only our volunteers see it.
payee_change-preview =
    👀 <b>The new account:</b>

    { $answers }

    As soon as you send it, <b>the post asks people to wait</b>. Two volunteers check it, then the change is told below the post.
button-send-payee_change = ✅ Send for checking
appeal-change-queued = ⏸ { $code } is paused. Two volunteers check the new account, then it goes on. We tell you.
appeal-change-waits = A new account is being checked already. Please wait for it, or keep the former one under /my
appeal-change-withdrawn = ✅ { $code } goes on with the former account.
appeal-change-accepted = ✅ { $code } goes on with the new account.
appeal-change-refused = { $code } goes on with the former account. The new one could not be taken: { $reason }
appeal-change-begun =
    ⏸ <b>{ $title }: please send nothing just now.</b>
    The organiser asks for another account. Two volunteers check it. <code>{ $code }</code>
appeal-change-done =
    💳 <b>{ $title }: the account has changed.</b>
    From now on only: { $payee }
    Two volunteers have checked it. Please do not use the former one. <code>{ $code }</code>
appeal-change-declined =
    ✅ <b>{ $title } goes on with the same account as before.</b> <code>{ $code }</code>

appeals-list = 🤲 <b>Appeals</b>
appeals-none = No appeal waits and none is open.
button-cancelappeal = ⛔ End it and say why
appeal-in-private = Please go on in private, where there is room to write.
cancellation-title = Ending an appeal
cancellation-why = Why does it end? Everybody will read it. One or two sentences.
cancellation-money = What becomes of the money that was given? Everybody will read it.
cancellation-preview =
    👀 <b>Everybody will read this:</b>

    { $answers }
button-send-cancellation = ⛔ End the appeal
label-money = The money
appeal-cancelled = ⛔ { $code } has ended. Its post says why.
appeal-organiser-left = 🤲 The organiser of { $code } has left. It asks for no more money. Please see that its outcome is told: /appeals
case-paper-wiped = The paper of { $code } was deleted.
appeal-cancel-own = This is your own appeal: another volunteer has to end it, or tell its outcome.
