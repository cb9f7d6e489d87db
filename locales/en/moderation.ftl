# Moderation: handlers/moderation.py, relay/moderation.py

review-card =
    🕐 <b>A report waits for you</b>

    { $card }
    Name in full: <code>{ $name }</code>
button-approve = ✅ Publish
button-reject = ✖️ Reject
review-approved = ✅ Report { $code } is published.
review-rejected = ✖️ Report { $code } is rejected, the finder was told.
review-decided = Somebody has decided this already.
review-approved-finder = ✅ Your report <code>{ $code }</code> is published. Thank you!
review-rejected-finder = Your report <code>{ $code }</code> was not published: a volunteer thinks something in it is not right. Please check it and send it again with /found.

trouble-unknown =
    ❓ The connection broke while report { $code } was being posted. Please look into the channel: is it there?

    If not, send it again.
trouble-undeliverable =
    ⚠️ Report { $code } could not be posted: { $problem }

    Check that the bot is an administrator of the channel and may post, then send it again.
trouble-settled = This was settled already.
trouble-resent = 📤 Sent again.
trouble-left = Left as it is.
button-send-again = 📤 Send again
button-leave = Leave it as it is
review-changed = The finder has changed this report. Please use the newest card.
trouble-delete = Report { $code } was taken back, but nobody knows whether its post went out. Please look into the channel and delete it if it is there.
