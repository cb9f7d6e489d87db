# The directory of doctors: handlers/doctors.py, relay/doctors.py

doctors-title = Doctors who helped
doctors-speciality = Which doctor do you need? Tap one, or write it in your own words. You can also write the <b>name</b> of a doctor or a clinic.
doctors-city = In which <b>city</b>? Write a country to see every city in it.
doctors-language = Which language should they speak?
doctors-found =
    { $head }
    Recommended by people who were helped. In all: { $count }

    { $cards }

    <i>These are people’s words, not advertising and not a diagnosis. Tap a name for the phone number.</i>
doctors-named =
    <b>Found in the directory:</b>

    { $cards }
doctors-nothing =
    { $head }

    Nobody has recommended anybody here yet. Look in another city, or ask people: /medical
doctors-place-unknown = I do not know the place “{ $place }”, so here is everything we have.
doctors-which-city = Where should the doctor be?
doctors-which-language = Which language should they speak? Only doctors whose languages are known are shown.
doctors-everywhere = all cities
doctors-csv = The whole directory, as everybody sees it. It does not say who recommended whom.
button-all-cities = 🌍 All cities
button-any-language = 💬 Any language
button-other-city = 📍 Change city
button-other-language = 🗣 Set language

standing-helped =
    { $count ->
        [one] 👍 Helped one person: { $when }
       *[other] 👍 Helped { $count } people, last: { $when }
    }
standing-helped-long-ago =
    { $count ->
        [one] 👍 Helped one person, but over a year ago: { $when }
       *[other] 👍 Helped { $count } people, but all over a year ago, last: { $when }
    }
standing-some-old =
    { $count ->
        [one] 🕰 One of them was over a year ago
       *[other] 🕰 { $count } of them were over a year ago
    }
standing-paid =
    { $count ->
        [one] ⚠️ One person who recommends this works there or is paid: not counted
       *[other] ⚠️ { $count } people who recommend this work there or are paid: not counted
    }
standing-nobody = No patient recommends this now
standing-disputed = 🔎 Somebody says that something here is not true. Volunteers are checking

entry-past = An entry of the directory that is no longer there ({ $code })
entry-gone = This entry is not in the directory any more. See who else is: /doctors
entry-share-words = { $name }: recommended by people who were helped

button-entry-helped = 👍 It helped me too
button-entry-takeback = ↩️ Take back my vote
button-entry-wrong = ✏️ Something is wrong
button-entry-correct = ✏️ Correct it
button-entry-about = 🙈 This is about me
button-entry-dispute = 🚩 It is not true
button-entry-hide = 🙈 Yes, hide it
button-entry-card = ↩️ Back to the entry
endorse-done = 👍 Thank you! Your vote is counted. Nobody sees whose it is.
endorse-paid = You said before that you work there or are paid. Such a vote is shown, but not counted.
endorse-taken-back = Your vote is taken back.
doctor-endorse-too-many = That is the most for one day (limit: { $limit }). Please go on tomorrow.

entry-wrong = <b>{ $name }</b>: what is wrong?
entry-about-ask =
    Shall we <b>hide “{ $name }” at once</b>, because it is about you or your clinic? A volunteer looks at it afterwards.

    Is only the phone number or the city wrong? Then rather tap “Something is wrong” and “Correct it”.
entry-about-done = 🙈 The entry { $code } is hidden: nobody sees it any more. A volunteer looks at it now and tells you.
doctor-dispute-too-many = That is the most for one day (limit: { $limit }). Please go on tomorrow, or write to the page’s volunteers.

correction-title = Correction
correction-doctor = What is the <b>doctor’s name</b>? Surname first, if you know it.
correction-clinic = What is the <b>clinic</b> called?
correction-city = In which <b>city</b> is it?
correction-phone = What is the <b>clinic’s phone number</b>? No private numbers, please.
correction-languages = Which <b>languages</b> are spoken there? Tap one, or write several: Kazakh, Russian
correction-preview =
    <b>So it should be:</b>

    { $answers }

    A volunteer looks at it before it is changed.
button-send-correction = ✅ Send the correction
correction-done = ✅ Thank you! A volunteer looks at the correction of “{ $name }” and tells you.
correction-nobody = Please leave the doctor’s or the clinic’s name: without both nobody can be found.
correction-same = Nothing is different yet. Tap what is wrong and write it as it should be.

dispute-title = It is not true
dispute-words = What is not true? Write it briefly. Only volunteers read it.
dispute-done = ✅ Thank you. “{ $name }” is marked as being checked. A volunteer looks at it and tells you.

case-entry =
    🩺 <b>{ $why }</b>

    { $card }

    <b>Their words:</b> { $words }
    Entry { $code }
case-correction =
    ✏️ <b>A correction of entry { $code }</b>

    { $card }

    <b>It should be:</b>
    { $proposed }
case-duplicate =
    👥 <b>Are these two the same?</b>

    <b>New</b> ({ $code }):
    { $card }

    <b>Known</b> ({ $other_code }):
    { $other }
entry-said-about = “This is about me”: the entry is hidden until you decide
entry-said-untrue = “It is not true”: the entry is marked as being checked
kind-entry = Entries of the directory
kind-correction = Corrections
kind-duplicate = Perhaps the same doctor
button-case-remove = 🗑 Remove it
button-case-keep = 👁 Keep it
button-case-merge = 🔗 One and the same
button-case-apart = ✖️ Two different ones
decided-remove = 🗑 Removed
decided-keep = 👁 Kept
decided-merge = 🔗 Made one
decided-apart = ✖️ Two different ones
duplicate-decide-first = Somebody disputes one of the two. Please decide that case first.

entry-removed-told = “{ $name }” ({ $code }) is removed from the directory. Thank you for telling us.
entry-kept-told = A volunteer has looked at “{ $name }” ({ $code }): the entry stays. If something in it is wrong, open it and tap “Something is wrong”.
correction-approved-told = ✅ “{ $name }” ({ $code }) is corrected. Thank you!
correction-rejected-told = Your correction of “{ $name }” ({ $code }) was not accepted: { $reason }.
