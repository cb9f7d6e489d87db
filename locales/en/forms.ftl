# What every form says: handlers/questions.py, handlers/forms.py, relay/answers.py

form-step = { $number } of { $total }
form-answer = <b>{ $question }:</b> { $answer }
answer-none = —
answer-kept = kept as it was

form-unfinished = You began “{ $title }” and did not finish. Go on with it?
form-place-which = Several places fit. Which one is it?
form-finish-first = You have a half-filled form. Finish it or send /cancel, then try again.
form-cancelled = Cancelled, nothing was sent. To begin again, tap a button below or write a name.
form-cannot-skip = This one is needed. Please answer it, or cancel.
form-pick-a-button = Please tap one of the buttons.
form-use-buttons = Please check the answers and tap a button: send, change or cancel.
form-text-wanted = Here I need words, please. Photos are not needed and are not kept.
form-name-unreadable = I could not read a name in this. Write only the name, letters only, up to 80 characters: first the surname, then the given name.
form-day-unreadable = I could not read a day in this. Write it like 22.11, not later than today.
form-tail-unreadable = Write the last 4 characters of the number, for example 4821.
form-year-unreadable = Write the year in four digits, for example 1987.
form-issue-place-unreadable = Please name the city or region that stands there, not only the office.
form-code-unreadable = The code has 6 digits, for example 402917. Please write it once more.
form-text-too-long = Please write it in words, { $limit } characters at most.
form-no-place-near = I know no border post, station or bazaar near there. Write the place in words.
form-place-no-contacts = Please no phone numbers or links here. Write only the place.

button-as-written = As I wrote it: { $text }
button-go-on = ▶️ Go on
button-drop = 🗑 Drop it
button-back = ◀️ Back
button-skip = Skip
button-cancel = ✖️ Cancel
button-keep = ◀️ Leave as it is
button-save = ✅ Save
button-change = ✏️ { $what }

label-type = Document
label-country = Country
label-name = Name
label-place = Place
label-day = Day
label-whereabouts = Now it is
label-number_tail = End of number
label-birth_year = Year of birth
label-issue_place = Issued in

type-passport = Passport
type-id_card = ID card
type-driver_licence = Driver’s licence
type-vehicle_papers = Vehicle papers
type-birth_certificate = Birth certificate
type-migration_card = Migration card
type-student_card = Student card
type-pension_card = Pension card
type-other = Another document

country-UZ = Uzbekistan
country-KZ = Kazakhstan
country-KG = Kyrgyzstan
country-TJ = Tajikistan
country-RU = Russia
country-TR = Turkey
country-XX = Another country

whereabouts-finder = With the finder
whereabouts-police = Handed to the police
whereabouts-border_service = Handed to the border service
whereabouts-consulate = Handed to a consulate
whereabouts-post_office = Handed to a post office
whereabouts-other_place = In another safe place

day-today = Today
day-yesterday = Yesterday
