# Answers to medical questions: handlers/medical_answers.py, relay/medical_answers.py, relay/medical_cards.py

recommend-title = Recommending a doctor
recommend-doctor = What is the <b>doctor’s name</b>? If you only know the clinic, skip this.
recommend-clinic = Which <b>clinic or hospital</b> is it? If the doctor is enough, skip this.
recommend-city = In which city?
recommend-phone = What is the <b>clinic’s phone number</b>? No private numbers, please.
recommend-why = Why do you recommend them? One sentence is enough: what they helped with, how they treat people.
recommend-paid = Do you work there, or does anybody pay you for this?
recommend-languages = Which languages do they speak with patients? Tap one or write several.
label-doctor = Doctor
label-clinic = Clinic
label-phone = Phone
label-why = Why
label-paid = Working there
label-languages = Languages
recommend-paid-no = 🙂 No, I only want to help
recommend-paid-yes = 💼 I work there or am paid
spoken-kk = Kazakh
spoken-ru = Russian
spoken-uz = Uzbek
spoken-ky = Kyrgyz
spoken-tg = Tajik
spoken-tr = Turkish
spoken-en = English
form-phone-unreadable = I could not read a phone number in this. Please write it with the code, like +7 727 250 00 00, or skip it.
form-label-unreadable = Please write the name in letters, at most { $limit } characters.
form-label-no-contacts = Only the name here, please: no number and no link. The phone number is asked for separately.
form-languages-unknown = Please name one of these languages or several, or skip it.
recommend-preview =
    <b>Please check</b>

    { $answers }

    This goes to the person who asked. They do not see who you are.
button-send-recommend = ✅ Send
recommend-nobody = Please name the doctor or the clinic: without a name nobody can find them.
recommend-too-many = That is the most for one day (limit: { $limit }). Thank you! Please go on tomorrow.
recommend-thanks = 🙏 <b>Thank you!</b> Your answer to { $code } is on its way to the person who asked. If it helps, I will tell you.
recommend-queued = 🙏 <b>Thank you!</b> A volunteer looks at your answer to { $code } first, then we pass it on.
recommend-dose = 💊 I have left out the words about medicine and doses: only a doctor who sees the patient can say that. The rest is passed on.
answer-dose = 💊 Thank you for wanting to help! Medicine and doses I do not pass on: what helped one person can harm another. Please name a good doctor instead.
answer-more = 🙏 <b>Thank you!</b> I have passed your words on ({ $code }). Can you add the doctor’s name and city? Then others will find them too.
answer-queued-more = 🙏 <b>Thank you!</b> A volunteer looks at your words first ({ $code }). Can you add the doctor’s name and city? Then others will find them too.
button-complete = ✍️ Add the doctor’s name
answer-own = This is your own question.
answer-gone = This answer is no longer there.
answer-past = This answer is no longer kept.
answer-withdrawn = ↩️ A volunteer has taken an answer to { $code } back.
answer-arrived =
    🙌 <b>Somebody recommends a doctor</b> ({ $code })

    { $card }

    Please call there first. Pay nothing in advance to anybody who writes to you.
answer-reply-arrived =
    💬 <b>Somebody answers your question</b> ({ $code })

    { $card }
answer-doctor = 👩‍⚕️ <b>{ $doctor }</b>
answer-clinic = 🏥 { $clinic }
answer-place = 📍 { $place }
answer-phone = ☎️ { $phone }
answer-languages = 🗣 { $languages }
answer-why = 💬 { $why }
answer-paid = ⚠️ The person who wrote this works there or is paid for it.
button-answer-helped = 💚 It helped
button-answer-thanks = 🙏 Thanks
button-answer-not_useful = 🤷 Not for us
button-ask-back = ✍️ Ask for details
answer-helped = 💚 <b>Your answer to { $code } helped!</b> Thank you. The doctor now stands in the directory, so that others find them too: /doctors
answer-helped-complete = 💚 <b>Your answer to { $code } helped!</b> Thank you. Please add the doctor’s name and city, so that others find them too.
answer-thanked = 🙏 The person who asked { $code } thanks you for your answer.
answer-author-away = The person who wrote this cannot be reached any more.
answer-approved = ✅ Your answer to { $code } has been passed on. Thank you!
answer-rejected = Your answer to { $code } was not passed on: { $reason }.
answer-why-paid = works there or is paid
answer-why-link = a link or account in it
answer-why-advert = reads like an advert
answer-why-phone = the same number under many questions
case-answer =
    🩺 <b>An answer waits</b>: { $why }

    { $question }

    <b>The answer:</b>
    { $card }
kind-answer = Answers about doctors

# Who asked and who answered talk through the bot

medical-side-finder = the person who answered
medical-side-owner = the person who asked
medical-conversation-opened-finder =
    💬 <b>The person who asked { $code } has a question for you.</b>

    { $card }

    Neither of you sees the other’s account or number.
medical-conversation-opened-owner =
    💬 <b>You can now write to the person who answered { $code }.</b>

    { $card }

    Neither of you sees the other’s account or number.
medical-conversation-card-finder =
    💬 <b>You and the person who asked</b>

    { $card }
medical-conversation-card-owner =
    💬 <b>You and the person who answered</b>

    { $card }
medical-talk-owner = ✍️ What you send now goes to <b>the person who answered { $code }</b>: words, photos, voice, places. They do not see who you are.
medical-talk-finder = ✍️ What you send now goes to <b>the person who asked { $code }</b>: words, photos, voice, places. They do not see who you are.
medical-line-from-finder = 💬 <b>The person who answered · { $code }</b>
medical-line-from-owner = 💬 <b>The person who asked · { $code }</b>
medical-conversation-frozen-notice = ⏸ The conversation about { $code } rests: a volunteer is looking at it. Please pay nothing until you hear from us.
medical-conversation-silent = ⏹ Nobody wrote about { $code } for two weeks, so the conversation is closed.
medical-conversation-undone = ↩️ A volunteer has taken the decision about { $code } back. Please wait a little.
