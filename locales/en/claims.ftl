# Claims: handlers/claims.py, relay/claims.py

claim-ask =
    { $card }

    Is this yours? A volunteer will write to you and ask about things that only the owner knows. It costs nothing.
claim-told =
    ✅ A volunteer was told about <code>{ $code }</code> and will write to you here in Telegram.

    Please wait, and pay nobody in advance.
claim-own = You reported this document yourself.
claim-again = A volunteer was told already and will write to you. Please wait a little.
claim-too-many = That is the most for one day (limit: { $limit }). Please go on tomorrow.
claim-request =
    🙋 <b>Somebody says: this is mine</b>

    { $card }
    Name in full: <code>{ $name }</code>
    Secret facts the finder gave: { $facts }

    { $claimant } · { $finder }

    Please ask the finder to compare the facts before you bring them together.
claim-claimant = Write to the one who says so
claim-finder = Write to the finder
proof-number_tail = end of number
proof-birth_year = year of birth
proof-issue_place = place of issue
claim-declined = Thank you, so { $code } is somebody else’s. Shall we tell you when yours turns up?
