# Medical questions: handlers/medical.py, relay/medical.py, relay/referrals.py, relay/medical_care.py

menu-medical = 🩺 Find a doctor
words-doctor = doctor, doctors, clinic, hospital, surgeon, physician, specialist
medical-title = Finding a doctor
medical-speciality =
    Which doctor do you need? Tap one, or <b>write it in your own words</b>: “heart doctor”, “knee hurts”.
medical-city =
    Where are you looking? Tap a place or write a city or a country.
medical-patient = Who is it for?
medical-urgency = How soon do you need a doctor?
medical-budget = How much can you pay?
medical-words =
    What would you like to ask people? One or two sentences are enough.

    Everybody will read it. Please write <b>no names, no phone numbers, no dates of birth</b>.
label-speciality = Doctor
label-city = Where
label-patient = For
label-urgency = How soon
label-budget = Budget
patient-adult = for an adult
patient-child = for a child
medical-patient-adult = 🧑 An adult
medical-patient-child = 👶 A child
urgency-now = today, it is urgent
urgency-days = within a few days
urgency-later = it can wait
medical-urgency-now = 🔴 Today, it is urgent
medical-urgency-days = 🟡 Within a few days
medical-urgency-later = 🟢 It can wait
budget-free = free of charge only
budget-modest = a small sum
budget-any = cost is not what matters
medical-budget-free = Free of charge only
medical-budget-modest = A small sum
medical-budget-any = Cost is not what matters
form-speciality-which = Which of these do you mean?
form-speciality-unknown = I did not understand which doctor you need. Please write it differently (“heart doctor”, “children’s doctor”), or open the whole list.
button-all-specialities = 📋 Show all doctors

medical-emergency =
    🚑 <b>If life is in danger, call { $ambulance ->
        [112] 112
       *[other] { $ambulance } or { $all }
    } now.</b> Do not wait for answers here: the ambulance comes first.
medical-known =
    💚 <b>These doctors have helped others:</b>

    { $cards }

    Is one of them right for you? If not, just go on below.
button-medical-enough = ✅ That helps, thank you
medical-enough = 💚 Good, we are glad. Get well soon! If you need more: /medical
medical-preview =
    👀 <b>This is what everybody will read:</b>

    { $card }

    Your name and your account are shown to nobody. Answers come to you here.
medical-exposes-contact =
    ⛔ <b>There is a phone number, link or account in it:</b> { $words }
    Please change the question and leave it out. Then you can publish it.
medical-exposes-name =
    ⚠️ <b>This looks like a name:</b> { $words }
    It is better to leave it out. If you publish it like this, a volunteer looks at it first.
medical-exposes-identity =
    ⚠️ <b>People could tell from this who is ill:</b> { $words }
    It is better to leave it out. If you publish it like this, a volunteer looks at it first.
button-send-medical = ✅ Publish
medical-has-contact = There is a phone number, link or account in the question. Please take it out, then publish.
medical-too-many = That is the most for one day (limit: { $limit }). Please ask again tomorrow.
medical-asked =
    🩺 <b>Your question is published</b>, without your name. Its code: <code>{ $code }</code>

    As soon as somebody recommends a doctor, I write to you here. All your questions: /my
medical-queued = 🩺 Thank you. A volunteer will look at your question and publish it. You will be told here. Its code: <code>{ $code }</code>
medical-approved = ✅ Your question <code>{ $code }</code> is published. Answers come to you here.
medical-rejected =
    Your question <code>{ $code }</code> was not published: { $reason }.

    You can write it again: /medical
medical-found = 💚 We are glad you have found help! The question { $code } is closed. Get well soon!
medical-kept = 👍 Good, the question { $code } stays open. New answers come to you here.
medical-close = 💚 We are glad it helped! Shall I close the question { $code }, or are you still looking?
medical-unask = Take the question back? Its words will be removed from the channel.
button-unask = ✖️ Take it back
button-unask-sure = ✖️ Yes, take it back
medical-unasked = The question { $code } is taken back, its words are gone from the channel.
medical-still-looking =
    🩺 <b>{ $title }</b>: are you still looking? ({ $code })
button-medical-found = 💚 I found what I need
button-medical-still = 🔎 Still looking
medical-expired =
    🩺 Your question { $code } has run out. { $count ->
        [0] Nobody could answer it, we are sorry.
        [one] It got one answer.
       *[other] It got { $count } answers.
    }{ $helped ->
        [0] {""}
       *[other] {" "}Helped: { $helped }.
    }
medical-expired-known =
    <b>What the directory knows by now:</b>

    { $cards }
button-ask-again = 🔁 Ask again

# A question as everybody reads it

question-card =
    🩺 <b>{ $speciality }</b> · { $patient }
    📍 { $place }
    ⏳ { $urgency } · 💰 { $budget }

    { $words }

    🔑 <code>{ $code }</code>
question-past = Question { $code }: its words are no longer kept.
question-asked =
    <b>Somebody is looking for a good doctor:</b>

    { $card }

    Do you know one? Tap the button, or just reply to this message.
question-gone = This question is closed. Thank you for wanting to help!
question-share-words = Somebody is looking for a good doctor. Do you know one?
question-open = 🟢 published
question-queued = 🕓 a volunteer is looking at it
my-question = 🩺 { $title } · { $code }
my-question-card =
    { $card }

    { $state }
post-question =
    🩺 <b>Who knows a good doctor?</b>

    { $card }

    Tap the button below or reply in the comments. We pass your answer on. Nobody learns the name of the person who asks.
button-recommend = 🙌 Recommend a doctor
post-question-found = 💚 <b>The doctor has been found.</b> Thank you to everybody who helped!
post-question-over = This question is closed. Thank you to everybody who helped.
digest-title-question = 🩺 <b>These people are looking for a doctor.</b> Do you know one? Tap it.
digest-question = • { $what } · { $patient }
digest-question-found = • { $what } 💚 found
digest-question-over = • { $what } · closed
digest-foot-question = Looking for a doctor too? Ask the bot: it asks everybody, without your name.
exposure-contact = a phone number, link or account
exposure-name = a name
exposure-identity = tells who is ill
case-question-first = every question is looked at first
case-question =
    🩺 <b>A question about a doctor waits</b>

    { $card }

    ⚠️ { $why }
kind-question = Questions about doctors
mydata-questions = Your questions about doctors:
