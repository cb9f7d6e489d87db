# The public page of an appeal: relay/appeal_pages.py, relay/appeal_page_parts.py. Plain text, no tags.

page-day = { $day } { $year }
page-updated = Updated on { $day }, { $time }.
page-bot = Tabyldy in Telegram
page-languages = Languages
page-kicker = Appeal for help { $code }
page-back = Back to the appeal
page-forgotten = An appeal that is over
page-forgotten-words = The words of this appeal have been deleted. What is written about its money stays.

page-open = Open. Last day: { $day }
page-days-left =
    { $count ->
        [one] { $count } day left.
       *[other] { $count } days left.
    }
page-last-day = Today is the last day.
page-frozen = Paused: we are checking new payment details
page-frozen-more = Please do not send money right now. Two volunteers are checking whether the new details are right.
page-ended = Ended: { $day }
page-ended-more = Please send no more money. The organiser still has to tell what it was used for and what came of it.
page-closed = Ended: { $day }. What came of it is told below
page-closed-more = Please send no more money. Thank you to everyone who helped.
page-cancelled = Ended by the volunteers: { $day }
page-cancelled-more = Please do not send money for this appeal.
page-why = Why
page-money-given = What happened to the money already given

page-received = Received { $sum } of { $goal }
page-converted = Money in other currencies is counted at these rates:
page-other-currencies = Money in other currencies is not counted here; you find it in the table below.

page-outcome = What came of it
page-explained = About the sums

page-check-title = Check before you give
page-check-open = Payment details may be changed in forwarded messages and pictures. Ask our bot: it knows the true details of appeal { $code }.
page-check-over = No money is being collected for appeal { $code } now. If somebody asks you in its name, check with our bot first.
page-check = Check in the bot

page-payee = Who gets the money
page-payee-name = Account holder
page-payee-details = Details
page-checked = Two volunteers checked this appeal: { $day }.
page-changed = The details were changed: { $day }. Two volunteers checked the new ones too.
page-not-held = We never hold money: it goes straight to this account.

page-sums = Money in numbers
page-kind =
    { $kind ->
        [received] Received
        [transferred] Passed on
        [spent] Spent
       *[delivered] Handed out as goods
    }
page-left = Left
page-delivered-note = Goods handed out were bought with the money above, so they are not subtracted again.

page-graph = How the money moved
page-graph-in = received
page-graph-out = passed on and spent
page-graph-words = Received so far: { $received }. Passed on and spent: { $used }.
page-graph-only = The chart shows { $currency } only. Other currencies are in the table.

page-receipts = Latest receipts
page-receipts-note = Personal details on receipts are covered.
page-receipt = Receipt
page-receipt-of = Receipt for no. { $number }

page-entries = All entries, newest first
page-no-entries = There are no entries yet. The first money will show up here.
page-number = no. { $number }
page-corrects = corrects no. { $number }
page-older = Older entries
page-newer = Newer entries
page-span = Entries { $first }–{ $last }

page-chain = Nobody can change these entries unseen
page-chain-words =
    { $count ->
        [one] There is { $count } entry here. Every entry carries the fingerprint of the one before it: if anyone changes a single letter, the fingerprints no longer match.
       *[other] There are { $count } entries here. Every entry carries the fingerprint of the one before it: if anyone changes a single letter, the fingerprints no longer match.
    }
page-verify = Anyone can check: download the file and run this command with our open program, even without internet. Every day we also post the newest fingerprint in our channel.
page-export = Download all entries (ledger.jsonl)
page-head = Fingerprint of the newest entry:
