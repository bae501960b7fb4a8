<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>AgentLines</name>
    <message>
        <source>The original of the mandate was seen</source>
        <translation>The original of the mandate was seen</translation>
    </message>
    <message>
        <source>Date on the mandate (R8.10.30)</source>
        <translation>Date on the mandate (R8.10.30)</translation>
    </message>
    <message>
        <source>The agent&apos;s own name</source>
        <translation>The agent&apos;s own name</translation>
    </message>
    <message>
        <source>The agent&apos;s own address</source>
        <translation>The agent&apos;s own address</translation>
    </message>
</context>
<context>
    <name>ApprovalView</name>
    <message>
        <source>The page as it will print</source>
        <translation>The page as it will print</translation>
    </message>
    <message>
        <source>The page is being laid before the approver</source>
        <translation>The page is being laid before the approver</translation>
    </message>
    <message>
        <source>Waiting for the approval; please serve the next visitor</source>
        <translation>Waiting for the approval; please serve the next visitor</translation>
    </message>
    <message>
        <source>The approval could not be confirmed; nothing is printed</source>
        <translation>The approval could not be confirmed; nothing is printed</translation>
    </message>
    <message>
        <source>The request is being taken back</source>
        <translation>The request is being taken back</translation>
    </message>
    <message>
        <source>The page came back without approval; please put it right</source>
        <translation>The page came back without approval; please put it right</translation>
    </message>
    <message>
        <source>Asked for at %1</source>
        <translation>Asked for at %1</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>F2 begins another case, and this one goes on by itself. F8 takes it back to mend it.</source>
        <translation>F2 begins another case, and this one goes on by itself. F8 takes it back to mend it.</translation>
    </message>
    <message>
        <source>Enter leads back to the items. The numbers of these sheets become void.</source>
        <translation>Enter leads back to the items. The numbers of these sheets become void.</translation>
    </message>
    <message>
        <source>%1 gave it back.</source>
        <translation>%1 gave it back.</translation>
    </message>
    <message>
        <source>It was taken back by the counter.</source>
        <translation>It was taken back by the counter.</translation>
    </message>
    <message>
        <source>Its time was over before it was decided.</source>
        <translation>Its time was over before it was decided.</translation>
    </message>
    <message>
        <source>Page %1 of %2 (turn with ＋ and －)</source>
        <translation>Page %1 of %2 (turn with ＋ and －)</translation>
    </message>
</context>
<context>
    <name>ApproverQueue</name>
    <message>
        <source>Waiting for approval</source>
        <translation>Waiting for approval</translation>
    </message>
</context>
<context>
    <name>BannerView</name>
    <message>
        <source>(as of %1)</source>
        <translation>(as of %1)</translation>
    </message>
    <message>
        <source>(since %1)</source>
        <translation>(since %1)</translation>
    </message>
</context>
<context>
    <name>BottomBarView</name>
    <message>
        <source>Please wait</source>
        <translation>Please wait</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>A card is laid on the reader</source>
        <translation>A card is laid on the reader</translation>
    </message>
    <message>
        <source>Please place the card on the reader</source>
        <translation>Please place the card on the reader</translation>
    </message>
    <message>
        <source>Please leave the card on the reader</source>
        <translation>Please leave the card on the reader</translation>
    </message>
    <message>
        <source>Please wait while the person is found</source>
        <translation>Please wait while the person is found</translation>
    </message>
    <message>
        <source>Please return the card to the visitor</source>
        <translation>Please return the card to the visitor</translation>
    </message>
    <message>
        <source>The visitor&apos;s My Number Card, face up. The screen goes on by itself.</source>
        <translation>The visitor&apos;s My Number Card, face up. The screen goes on by itself.</translation>
    </message>
    <message>
        <source>Looking which card it is.</source>
        <translation>Looking which card it is.</translation>
    </message>
    <message>
        <source>Reading the card.</source>
        <translation>Reading the card.</translation>
    </message>
    <message>
        <source>Finding the person in the resident records.</source>
        <translation>Finding the person in the resident records.</translation>
    </message>
    <message>
        <source>The card has been read.</source>
        <translation>The card has been read.</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Open cases</source>
        <translation>Open cases</translation>
    </message>
    <message>
        <source>Since %1: handed over %2, spoiled %3, refused %4</source>
        <translation>Since %1: handed over %2, spoiled %3, refused %4</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>Slip %1</source>
        <translation>Slip %1</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
</context>
<context>
    <name>CaseSummaryView</name>
    <message>
        <source>The visitor can see this screen</source>
        <translation>The visitor can see this screen</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Printed items</source>
        <translation>Printed items</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>No case</translation>
    </message>
    <message>
        <source>This case&#x3000;%1</source>
        <translation>This case&#x3000;%1</translation>
    </message>
    <message>
        <source>Slip %1</source>
        <translation>Slip %1</translation>
    </message>
    <message>
        <source>%1 (as said). %2: %3</source>
        <translation>%1 (as said). %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 yen</source>
        <translation>%1 yen</translation>
    </message>
    <message>
        <source>all sensitive items omitted</source>
        <translation>all sensitive items omitted</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Please look at the result of the check</source>
        <translation>Please look at the result of the check</translation>
    </message>
    <message>
        <source>The check is under way. Please wait.</source>
        <translation>The check is under way. Please wait.</translation>
    </message>
    <message>
        <source>The certificate can be issued, dated %1.</source>
        <translation>The certificate can be issued, dated %1.</translation>
    </message>
    <message>
        <source>An approver looks at the page first. Others can be served meanwhile.</source>
        <translation>An approver looks at the page first. Others can be served meanwhile.</translation>
    </message>
    <message>
        <source>It cannot be issued at this counter now. Please ask the officer in charge.</source>
        <translation>It cannot be issued at this counter now. Please ask the officer in charge.</translation>
    </message>
</context>
<context>
    <name>ClosedView</name>
    <message>
        <source>Please call the next visitor</source>
        <translation>Please call the next visitor</translation>
    </message>
    <message>
        <source>No case is open. Enter begins a new reception.</source>
        <translation>No case is open. Enter begins a new reception.</translation>
    </message>
    <message>
        <source>Case %1 is finished: handed over.</source>
        <translation>Case %1 is finished: handed over.</translation>
    </message>
    <message>
        <source>Case %1 was withdrawn.</source>
        <translation>Case %1 was withdrawn.</translation>
    </message>
    <message>
        <source>Case %1 is with the officer in charge.</source>
        <translation>Case %1 is with the officer in charge.</translation>
    </message>
    <message>
        <source>Case %1 belongs to another clerk, who can go on with it after signing in.</source>
        <translation>Case %1 belongs to another clerk, who can go on with it after signing in.</translation>
    </message>
    <message>
        <source>A case from before cannot be read. Please count the paper and call the supervisor.</source>
        <translation>A case from before cannot be read. Please count the paper and call the supervisor.</translation>
    </message>
    <message>
        <source>The end of case %1 is not recorded. Please tell the officer in charge.</source>
        <translation>The end of case %1 is not recorded. Please tell the officer in charge.</translation>
    </message>
    <message>
        <source>Request %1 is taken. It goes on by itself when the line is back.</source>
        <translation>Request %1 is taken. It goes on by itself when the line is back.</translation>
    </message>
    <message>
        <source>The line is back: what was taken is a case now, the last is %1. Choose one at the left.</source>
        <translation>The line is back: what was taken is a case now, the last is %1. Choose one at the left.</translation>
    </message>
    <message>
        <source>Case %1 is parked. Choose it at the left to go on.</source>
        <translation>Case %1 is parked. Choose it at the left to go on.</translation>
    </message>
</context>
<context>
    <name>CollateView</name>
    <message>
        <source>Code at the bottom of the sheet</source>
        <translation>Code at the bottom of the sheet</translation>
    </message>
    <message>
        <source>Stop: please put this sheet aside</source>
        <translation>Stop: please put this sheet aside</translation>
    </message>
    <message>
        <source>Please scan every sheet with the reader</source>
        <translation>Please scan every sheet with the reader</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Photo of the card&apos;s face</source>
        <translation>Photo of the card&apos;s face</translation>
    </message>
    <message>
        <source>Said aloud by the visitor (two or more)</source>
        <translation>Said aloud by the visitor (two or more)</translation>
    </message>
    <message>
        <source>Please compare with the register, and let the visitor say two attributes</source>
        <translation>Please compare with the register, and let the visitor say two attributes</translation>
    </message>
    <message>
        <source>Please compare who gave the mandate; the agent says two attributes of that person</source>
        <translation>Please compare who gave the mandate; the agent says two attributes of that person</translation>
    </message>
    <message>
        <source>Agent at the counter</source>
        <translation>Agent at the counter</translation>
    </message>
    <message>
        <source>Said aloud by the agent (two or more)</source>
        <translation>Said aloud by the agent (two or more)</translation>
    </message>
    <message>
        <source>My Number Card</source>
        <translation>My Number Card</translation>
    </message>
    <message>
        <source>As said</source>
        <translation>As said</translation>
    </message>
    <message>
        <source>Who gave the mandate</source>
        <translation>Who gave the mandate</translation>
    </message>
    <message>
        <source>Resident record (as of %1)</source>
        <translation>Resident record (as of %1)</translation>
    </message>
</context>
<context>
    <name>ComparedRow</name>
    <message numerus="yes">
        <source>%n attribute(s) said aloud</source>
        <translation>
            <numerusform>%n attribute said aloud</numerusform>
            <numerusform>%n attributes said aloud</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (valid until %2)</source>
        <translation>%1 (valid until %2)</translation>
    </message>
    <message>
        <source>questions only</source>
        <translation>questions only</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s).</source>
        <translation>
            <numerusform>%n person.</numerusform>
            <numerusform>%n persons.</numerusform>
        </translation>
    </message>
    <message>
        <source>all sensitive items omitted</source>
        <translation>all sensitive items omitted</translation>
    </message>
    <message>
        <source>As chosen on the request form (%1).</source>
        <translation>As chosen on the request form (%1).</translation>
    </message>
    <message>
        <source>Not as chosen on the request form (%1).</source>
        <translation>Not as chosen on the request form (%1).</translation>
    </message>
    <message>
        <source>no restriction</source>
        <translation>no restriction</translation>
    </message>
    <message>
        <source>Signed request form.</source>
        <translation>Signed request form.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>Original of the mandate (%1) seen.</source>
        <translation>Original of the mandate (%1) seen.</translation>
    </message>
    <message>
        <source>%1, for: %2</source>
        <translation>%1, for: %2</translation>
    </message>
    <message>
        <source>Confirmed against the records at %1.</source>
        <translation>Confirmed against the records at %1.</translation>
    </message>
    <message>
        <source>%1&#x3000;%2&#x3000;%3 yen</source>
        <translation>%1&#x3000;%2&#x3000;%3 yen</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 yen a copy. No exemption.</source>
        <translation>%1 yen a copy. No exemption.</translation>
    </message>
    <message>
        <source>To be given to: %1.</source>
        <translation>To be given to: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message>
        <source>Of this requester, by the ledger at %1.</source>
        <translation>Of this requester, by the ledger at %1.</translation>
    </message>
</context>
<context>
    <name>CredentialView</name>
    <message>
        <source>The visitor keys the four digits. They are not shown.</source>
        <translation>The visitor keys the four digits. They are not shown.</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>Valid until, year</source>
        <translation>Valid until, year</translation>
    </message>
    <message>
        <source>Security code</source>
        <translation>Security code</translation>
    </message>
    <message>
        <source>PIN, four digits</source>
        <translation>PIN, four digits</translation>
    </message>
    <message>
        <source>Where the three numbers are printed on the card</source>
        <translation>Where the three numbers are printed on the card</translation>
    </message>
    <message>
        <source>As printed on the card, for example 600403 for 3 April Showa 60.</source>
        <translation>As printed on the card, for example 600403 for 3 April Showa 60.</translation>
    </message>
    <message>
        <source>Please key number B as printed on the card</source>
        <translation>Please key number B as printed on the card</translation>
    </message>
    <message>
        <source>Please ask the visitor to key the PIN</source>
        <translation>Please ask the visitor to key the PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n try(s) left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeferredView</name>
    <message>
        <source>Number of the slip</source>
        <translation>Number of the slip</translation>
    </message>
    <message>
        <source>Nothing is issued now, and no fee is taken.</source>
        <translation>Nothing is issued now, and no fee is taken.</translation>
    </message>
    <message>
        <source>When the line is back, the request appears at the left as a case to go on with.</source>
        <translation>When the line is back, the request appears at the left as a case to go on with.</translation>
    </message>
    <message>
        <source>The request is taken. Please give the visitor this number</source>
        <translation>The request is taken. Please give the visitor this number</translation>
    </message>
    <message>
        <source>Taken at %1. %2: %3</source>
        <translation>Taken at %1. %2: %3</translation>
    </message>
</context>
<context>
    <name>ExamineView</name>
    <message>
        <source>The page as it will print</source>
        <translation>The page as it will print</translation>
    </message>
    <message>
        <source>What to compare</source>
        <translation>What to compare</translation>
    </message>
    <message>
        <source>Please wait while this PC draws the page</source>
        <translation>Please wait while this PC draws the page</translation>
    </message>
    <message>
        <source>This page will be printed as it is: please compare it</source>
        <translation>This page will be printed as it is: please compare it</translation>
    </message>
    <message>
        <source>You sign the approval of this page</source>
        <translation>You sign the approval of this page</translation>
    </message>
    <message>
        <source>Please wait while the approval is sent</source>
        <translation>Please wait while the approval is sent</translation>
    </message>
    <message>
        <source>Check value %1</source>
        <translation>Check value %1</translation>
    </message>
    <message>
        <source>Please read on to the end: %1</source>
        <translation>Please read on to the end: %1</translation>
    </message>
    <message>
        <source>seen to the end</source>
        <translation>seen to the end</translation>
    </message>
    <message>
        <source>%1 of %2 sheets&#x3000;%3</source>
        <translation>%1 of %2 sheets&#x3000;%3</translation>
    </message>
</context>
<context>
    <name>ExerciseStripView</name>
    <message>
        <source>Practice cards</source>
        <translation>Practice cards</translation>
    </message>
    <message>
        <source>Training: scan a sheet, or choose the practice card on the reader</source>
        <translation>Training: scan a sheet, or choose the practice card on the reader</translation>
    </message>
    <message>
        <source>Training: choose the practice card on the reader</source>
        <translation>Training: choose the practice card on the reader</translation>
    </message>
    <message>
        <source>Take the card away</source>
        <translation>Take the card away</translation>
    </message>
    <message>
        <source>Scan the next sheet</source>
        <translation>Scan the next sheet</translation>
    </message>
    <message>
        <source>Scan another sheet (practice)</source>
        <translation>Scan another sheet (practice)</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>the systems staff</source>
        <translation>the systems staff</translation>
    </message>
    <message>
        <source>the supervisor</source>
        <translation>the supervisor</translation>
    </message>
    <message>
        <source>the My Number Card desk</source>
        <translation>the My Number Card desk</translation>
    </message>
    <message>
        <source>Tries left: %1.</source>
        <translation>Tries left: %1.</translation>
    </message>
    <message>
        <source>Character: %1.</source>
        <translation>Character: %1.</translation>
    </message>
    <message>
        <source>No card is on the reader.</source>
        <translation>No card is on the reader.</translation>
    </message>
    <message>
        <source>The card was not placed, or lies askew.</source>
        <translation>The card was not placed, or lies askew.</translation>
    </message>
    <message>
        <source>Please place the card on the reader, face up.</source>
        <translation>Please place the card on the reader, face up.</translation>
    </message>
    <message>
        <source>The card was taken away while being read.</source>
        <translation>The card was taken away while being read.</translation>
    </message>
    <message>
        <source>The card moved or was lifted.</source>
        <translation>The card moved or was lifted.</translation>
    </message>
    <message>
        <source>Please place the card again and leave it until the screen goes on.</source>
        <translation>Please place the card again and leave it until the screen goes on.</translation>
    </message>
    <message>
        <source>The card does not answer.</source>
        <translation>The card does not answer.</translation>
    </message>
    <message>
        <source>The card is upside down, dirty, or its chip is broken.</source>
        <translation>The card is upside down, dirty, or its chip is broken.</translation>
    </message>
    <message>
        <source>Please wipe the card and place it again. If it stays so, go on without a card.</source>
        <translation>Please wipe the card and place it again. If it stays so, go on without a card.</translation>
    </message>
    <message>
        <source>This is not a My Number Card.</source>
        <translation>This is not a My Number Card.</translation>
    </message>
    <message>
        <source>Another card was placed.</source>
        <translation>Another card was placed.</translation>
    </message>
    <message>
        <source>Please ask for the My Number Card, or go on without a card.</source>
        <translation>Please ask for the My Number Card, or go on without a card.</translation>
    </message>
    <message>
        <source>The content of the card cannot be read.</source>
        <translation>The content of the card cannot be read.</translation>
    </message>
    <message>
        <source>The record on the card is not as it should be.</source>
        <translation>The record on the card is not as it should be.</translation>
    </message>
    <message>
        <source>Please go on without a card, and tell the visitor that the card should be looked at.</source>
        <translation>Please go on without a card, and tell the visitor that the card should be looked at.</translation>
    </message>
    <message>
        <source>The signature of the card&apos;s face is wrong.</source>
        <translation>The signature of the card&apos;s face is wrong.</translation>
    </message>
    <message>
        <source>The card may have been altered.</source>
        <translation>The card may have been altered.</translation>
    </message>
    <message>
        <source>Please do not go on with this card. Keep to the papers and ask the officer in charge.</source>
        <translation>Please do not go on with this card. Keep to the papers and ask the officer in charge.</translation>
    </message>
    <message>
        <source>Number B does not match.</source>
        <translation>Number B does not match.</translation>
    </message>
    <message>
        <source>A digit differs from what is printed.</source>
        <translation>A digit differs from what is printed.</translation>
    </message>
    <message>
        <source>Please look at the three numbers on the card and key them again.</source>
        <translation>Please look at the three numbers on the card and key them again.</translation>
    </message>
    <message>
        <source>The PIN does not match.</source>
        <translation>The PIN does not match.</translation>
    </message>
    <message>
        <source>A digit differs.</source>
        <translation>A digit differs.</translation>
    </message>
    <message>
        <source>Please ask the visitor to key it once more, without haste.</source>
        <translation>Please ask the visitor to key it once more, without haste.</translation>
    </message>
    <message>
        <source>One try is left.</source>
        <translation>One try is left.</translation>
    </message>
    <message>
        <source>After one more mistake the card is locked.</source>
        <translation>After one more mistake the card is locked.</translation>
    </message>
    <message>
        <source>Please make sure of the number before going on, or go on without a card.</source>
        <translation>Please make sure of the number before going on, or go on without a card.</translation>
    </message>
    <message>
        <source>This number of the card is locked.</source>
        <translation>This number of the card is locked.</translation>
    </message>
    <message>
        <source>It was keyed wrongly too many times.</source>
        <translation>It was keyed wrongly too many times.</translation>
    </message>
    <message>
        <source>Please go on without a card. Unlocking is done at the My Number Card desk.</source>
        <translation>Please go on without a card. Unlocking is done at the My Number Card desk.</translation>
    </message>
    <message>
        <source>The number of digits is not right.</source>
        <translation>The number of digits is not right.</translation>
    </message>
    <message>
        <source>A digit is missing or too many.</source>
        <translation>A digit is missing or too many.</translation>
    </message>
    <message>
        <source>Please look at the boxes and key the number again.</source>
        <translation>Please look at the boxes and key the number again.</translation>
    </message>
    <message>
        <source>It is not known whether the number was accepted.</source>
        <translation>It is not known whether the number was accepted.</translation>
    </message>
    <message>
        <source>The card went away just as it answered.</source>
        <translation>The card went away just as it answered.</translation>
    </message>
    <message>
        <source>Please place the card again; the tries left are counted first.</source>
        <translation>Please place the card again; the tries left are counted first.</translation>
    </message>
    <message>
        <source>The card is no longer valid.</source>
        <translation>The card is no longer valid.</translation>
    </message>
    <message>
        <source>Its date of expiry has passed.</source>
        <translation>Its date of expiry has passed.</translation>
    </message>
    <message>
        <source>Please go on without a card, by other papers.</source>
        <translation>Please go on without a card, by other papers.</translation>
    </message>
    <message>
        <source>No card reader is connected.</source>
        <translation>No card reader is connected.</translation>
    </message>
    <message>
        <source>The cable is loose, or the reader is off.</source>
        <translation>The cable is loose, or the reader is off.</translation>
    </message>
    <message>
        <source>Please connect the reader again, or go on without a card.</source>
        <translation>Please connect the reader again, or go on without a card.</translation>
    </message>
    <message>
        <source>The card reader is in use by another program.</source>
        <translation>The card reader is in use by another program.</translation>
    </message>
    <message>
        <source>Another window is reading a card.</source>
        <translation>Another window is reading a card.</translation>
    </message>
    <message>
        <source>Please close the other program that uses cards.</source>
        <translation>Please close the other program that uses cards.</translation>
    </message>
    <message>
        <source>The card service of this PC has stopped.</source>
        <translation>The card service of this PC has stopped.</translation>
    </message>
    <message>
        <source>The service that drives the reader is not running.</source>
        <translation>The service that drives the reader is not running.</translation>
    </message>
    <message>
        <source>Please wait a little. If it stays so, go on without a card.</source>
        <translation>Please wait a little. If it stays so, go on without a card.</translation>
    </message>
    <message>
        <source>The resident records cannot be reached.</source>
        <translation>The resident records cannot be reached.</translation>
    </message>
    <message>
        <source>The line is down, or the service is not running.</source>
        <translation>The line is down, or the service is not running.</translation>
    </message>
    <message>
        <source>Please wait a little and try again. If it stays so, ask the supervisor about the outage.</source>
        <translation>Please wait a little and try again. If it stays so, ask the supervisor about the outage.</translation>
    </message>
    <message>
        <source>The resident records are slow to answer.</source>
        <translation>The resident records are slow to answer.</translation>
    </message>
    <message>
        <source>The line or the service is busy.</source>
        <translation>The line or the service is busy.</translation>
    </message>
    <message>
        <source>Please wait. Nothing has been lost; pressing again does no harm.</source>
        <translation>Please wait. Nothing has been lost; pressing again does no harm.</translation>
    </message>
    <message>
        <source>The resident records could not answer.</source>
        <translation>The resident records could not answer.</translation>
    </message>
    <message>
        <source>A fault on the side of the records.</source>
        <translation>A fault on the side of the records.</translation>
    </message>
    <message>
        <source>Please try again. If it stays so, read out the code below.</source>
        <translation>Please try again. If it stays so, read out the code below.</translation>
    </message>
    <message>
        <source>The answer of the resident records cannot be used.</source>
        <translation>The answer of the resident records cannot be used.</translation>
    </message>
    <message>
        <source>This program and the records do not agree on the form of the answer.</source>
        <translation>This program and the records do not agree on the form of the answer.</translation>
    </message>
    <message>
        <source>Please do not go on with this case. Read out the code below.</source>
        <translation>Please do not go on with this case. Read out the code below.</translation>
    </message>
    <message>
        <source>The resident records cannot prove who they are.</source>
        <translation>The resident records cannot prove who they are.</translation>
    </message>
    <message>
        <source>The certificate of the connection is not the expected one.</source>
        <translation>The certificate of the connection is not the expected one.</translation>
    </message>
    <message>
        <source>Please stop and do not enter anything. Read out the code below.</source>
        <translation>Please stop and do not enter anything. Read out the code below.</translation>
    </message>
    <message>
        <source>The receipt of the records is not valid.</source>
        <translation>The receipt of the records is not valid.</translation>
    </message>
    <message>
        <source>The receipt&apos;s signature does not match.</source>
        <translation>The receipt&apos;s signature does not match.</translation>
    </message>
    <message>
        <source>Please do not hand anything over. Read out the code below.</source>
        <translation>Please do not hand anything over. Read out the code below.</translation>
    </message>
    <message>
        <source>The request was not accepted.</source>
        <translation>The request was not accepted.</translation>
    </message>
    <message>
        <source>Something in it is not allowed for this counter or has already been done.</source>
        <translation>Something in it is not allowed for this counter or has already been done.</translation>
    </message>
    <message>
        <source>Please go one step back and look at the request.</source>
        <translation>Please go one step back and look at the request.</translation>
    </message>
    <message>
        <source>The clock of this PC is wrong.</source>
        <translation>The clock of this PC is wrong.</translation>
    </message>
    <message>
        <source>It differs too much from the clock of the records.</source>
        <translation>It differs too much from the clock of the records.</translation>
    </message>
    <message>
        <source>Please do not go on; the clock has to be set.</source>
        <translation>Please do not go on; the clock has to be set.</translation>
    </message>
    <message>
        <source>The sign-in was not finished.</source>
        <translation>The sign-in was not finished.</translation>
    </message>
    <message>
        <source>The page was closed or left.</source>
        <translation>The page was closed or left.</translation>
    </message>
    <message>
        <source>Please press Enter and sign in again.</source>
        <translation>Please press Enter and sign in again.</translation>
    </message>
    <message>
        <source>Signing in was refused.</source>
        <translation>Signing in was refused.</translation>
    </message>
    <message>
        <source>The account may not use this counter, or the password is wrong.</source>
        <translation>The account may not use this counter, or the password is wrong.</translation>
    </message>
    <message>
        <source>Please check the account, and try again.</source>
        <translation>Please check the account, and try again.</translation>
    </message>
    <message>
        <source>Your sign-in has run out.</source>
        <translation>Your sign-in has run out.</translation>
    </message>
    <message>
        <source>Too much time has passed since signing in.</source>
        <translation>Too much time has passed since signing in.</translation>
    </message>
    <message>
        <source>Please sign in again. Open cases stay as they are.</source>
        <translation>Please sign in again. Open cases stay as they are.</translation>
    </message>
    <message>
        <source>Another clerk&apos;s cases are open here.</source>
        <translation>Another clerk&apos;s cases are open here.</translation>
    </message>
    <message>
        <source>They were not parked when the sign-in ran out.</source>
        <translation>They were not parked when the sign-in ran out.</translation>
    </message>
    <message>
        <source>Please let that clerk sign in and finish or park them.</source>
        <translation>Please let that clerk sign in and finish or park them.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>No browser could be opened.</translation>
    </message>
    <message>
        <source>No browser is set up on this PC.</source>
        <translation>No browser is set up on this PC.</translation>
    </message>
    <message>
        <source>Please open the address shown on the page in another browser of this PC.</source>
        <translation>Please open the address shown on the page in another browser of this PC.</translation>
    </message>
    <message>
        <source>A character cannot be printed.</source>
        <translation>A character cannot be printed.</translation>
    </message>
    <message>
        <source>The font of the certificates lacks it.</source>
        <translation>The font of the certificates lacks it.</translation>
    </message>
    <message>
        <source>Please do not issue; the character has to be added first.</source>
        <translation>Please do not issue; the character has to be added first.</translation>
    </message>
    <message>
        <source>A text does not fit into its place on the page.</source>
        <translation>A text does not fit into its place on the page.</translation>
    </message>
    <message>
        <source>It is longer than the form allows.</source>
        <translation>It is longer than the form allows.</translation>
    </message>
    <message>
        <source>Please do not issue; the page has to be looked at.</source>
        <translation>Please do not issue; the page has to be looked at.</translation>
    </message>
    <message>
        <source>The page is not what was approved.</source>
        <translation>The page is not what was approved.</translation>
    </message>
    <message>
        <source>Page and record differ.</source>
        <translation>Page and record differ.</translation>
    </message>
    <message>
        <source>Nothing was printed. Please press Enter: the request is checked again under new numbers.</source>
        <translation>Nothing was printed. Please press Enter: the request is checked again under new numbers.</translation>
    </message>
    <message>
        <source>The page waited too long for the printer.</source>
        <translation>The page waited too long for the printer.</translation>
    </message>
    <message>
        <source>It must be printed within a minute of its release.</source>
        <translation>It must be printed within a minute of its release.</translation>
    </message>
    <message>
        <source>Nothing was printed. Please press Enter: it is checked again.</source>
        <translation>Nothing was printed. Please press Enter: it is checked again.</translation>
    </message>
    <message>
        <source>The page cannot be made.</source>
        <translation>The page cannot be made.</translation>
    </message>
    <message>
        <source>A part of the record is missing or not as it should be.</source>
        <translation>A part of the record is missing or not as it should be.</translation>
    </message>
    <message>
        <source>Please do not issue. Read out the code below.</source>
        <translation>Please do not issue. Read out the code below.</translation>
    </message>
    <message>
        <source>The font of the certificates is missing.</source>
        <translation>The font of the certificates is missing.</translation>
    </message>
    <message>
        <source>It is not installed on this PC.</source>
        <translation>It is not installed on this PC.</translation>
    </message>
    <message>
        <source>Certificates cannot be issued from this PC now. Please use another counter.</source>
        <translation>Certificates cannot be issued from this PC now. Please use another counter.</translation>
    </message>
    <message>
        <source>The code of the sheet is not valid.</source>
        <translation>The code of the sheet is not valid.</translation>
    </message>
    <message>
        <source>It is damaged, or not from this office.</source>
        <translation>It is damaged, or not from this office.</translation>
    </message>
    <message>
        <source>Please do not accept the sheet. Read out the code below.</source>
        <translation>Please do not accept the sheet. Read out the code below.</translation>
    </message>
    <message>
        <source>The printer cannot be reached.</source>
        <translation>The printer cannot be reached.</translation>
    </message>
    <message>
        <source>It is off, or its cable is loose.</source>
        <translation>It is off, or its cable is loose.</translation>
    </message>
    <message>
        <source>Please switch the printer on and look at its cable.</source>
        <translation>Please switch the printer on and look at its cable.</translation>
    </message>
    <message>
        <source>The printer has stopped.</source>
        <translation>The printer has stopped.</translation>
    </message>
    <message>
        <source>It waits for a person.</source>
        <translation>It waits for a person.</translation>
    </message>
    <message>
        <source>Please look at the printer&apos;s display and clear what it shows.</source>
        <translation>Please look at the printer&apos;s display and clear what it shows.</translation>
    </message>
    <message>
        <source>Paper is jammed in the printer.</source>
        <translation>Paper is jammed in the printer.</translation>
    </message>
    <message>
        <source>A sheet stuck on its way.</source>
        <translation>A sheet stuck on its way.</translation>
    </message>
    <message>
        <source>Please open the cover, take the sheet out and keep it: it is counted as spoiled.</source>
        <translation>Please open the cover, take the sheet out and keep it: it is counted as spoiled.</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>The printer is out of paper.</translation>
    </message>
    <message>
        <source>The tray is empty.</source>
        <translation>The tray is empty.</translation>
    </message>
    <message>
        <source>Please put certificate paper into the tray. Printing goes on by itself.</source>
        <translation>Please put certificate paper into the tray. Printing goes on by itself.</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open.</source>
        <translation>The printer&apos;s cover is open.</translation>
    </message>
    <message>
        <source>The cover is not shut.</source>
        <translation>The cover is not shut.</translation>
    </message>
    <message>
        <source>Please shut the cover. Printing goes on by itself.</source>
        <translation>Please shut the cover. Printing goes on by itself.</translation>
    </message>
    <message>
        <source>The printer did not accept the page.</source>
        <translation>The printer did not accept the page.</translation>
    </message>
    <message>
        <source>The printer cannot print this page as it is set up.</source>
        <translation>The printer cannot print this page as it is set up.</translation>
    </message>
    <message>
        <source>Please use another printer.</source>
        <translation>Please use another printer.</translation>
    </message>
    <message>
        <source>The sheets of the case before have not all been checked.</source>
        <translation>The sheets of the case before have not all been checked.</translation>
    </message>
    <message>
        <source>One case at a time prints, so that no sheets are mixed.</source>
        <translation>One case at a time prints, so that no sheets are mixed.</translation>
    </message>
    <message>
        <source>Please scan every sheet of that case or record it as spoiled, then try this one again.</source>
        <translation>Please scan every sheet of that case or record it as spoiled, then try this one again.</translation>
    </message>
    <message>
        <source>The printer gave up printing.</source>
        <translation>The printer gave up printing.</translation>
    </message>
    <message>
        <source>The printer ended the job by itself.</source>
        <translation>The printer ended the job by itself.</translation>
    </message>
    <message>
        <source>Please look whether sheets came out, and answer for each of them.</source>
        <translation>Please look whether sheets came out, and answer for each of them.</translation>
    </message>
    <message>
        <source>Printing was cancelled.</source>
        <translation>Printing was cancelled.</translation>
    </message>
    <message>
        <source>It was cancelled at the printer or here.</source>
        <translation>It was cancelled at the printer or here.</translation>
    </message>
    <message>
        <source>It is not known whether the sheets came out.</source>
        <translation>It is not known whether the sheets came out.</translation>
    </message>
    <message>
        <source>The printer&apos;s answer was lost.</source>
        <translation>The printer&apos;s answer was lost.</translation>
    </message>
    <message>
        <source>Please look at the tray and answer for each sheet. Nothing is printed again by itself.</source>
        <translation>Please look at the tray and answer for each sheet. Nothing is printed again by itself.</translation>
    </message>
    <message>
        <source>This sheet is not one of this issue.</source>
        <translation>This sheet is not one of this issue.</translation>
    </message>
    <message>
        <source>It is of another case, or was spoiled before.</source>
        <translation>It is of another case, or was spoiled before.</translation>
    </message>
    <message>
        <source>Please put this sheet aside and look for the sheets of this case at the printer.</source>
        <translation>Please put this sheet aside and look for the sheets of this case at the printer.</translation>
    </message>
    <message>
        <source>This sheet has already been scanned.</source>
        <translation>This sheet has already been scanned.</translation>
    </message>
    <message>
        <source>The same sheet was scanned twice.</source>
        <translation>The same sheet was scanned twice.</translation>
    </message>
    <message>
        <source>Please scan the next sheet.</source>
        <translation>Please scan the next sheet.</translation>
    </message>
    <message>
        <source>No sheet is scanned on this page.</source>
        <translation>No sheet is scanned on this page.</translation>
    </message>
    <message>
        <source>The reader typed a code that this page has no use for.</source>
        <translation>The reader typed a code that this page has no use for.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Please go on here; sheets are scanned at the collation.</source>
        <translation>Nothing was recorded. Please go on here; sheets are scanned at the collation.</translation>
    </message>
    <message>
        <source>The code of the sheet cannot be read.</source>
        <translation>The code of the sheet cannot be read.</translation>
    </message>
    <message>
        <source>It is dirty, folded, or another code was scanned.</source>
        <translation>It is dirty, folded, or another code was scanned.</translation>
    </message>
    <message>
        <source>Please scan the code at the bottom of the sheet again.</source>
        <translation>Please scan the code at the bottom of the sheet again.</translation>
    </message>
    <message>
        <source>The key store of this PC cannot be opened.</source>
        <translation>The key store of this PC cannot be opened.</translation>
    </message>
    <message>
        <source>It is locked or not running.</source>
        <translation>It is locked or not running.</translation>
    </message>
    <message>
        <source>Please sign in to this PC again.</source>
        <translation>Please sign in to this PC again.</translation>
    </message>
    <message>
        <source>The counter is already open on this PC.</source>
        <translation>The counter is already open on this PC.</translation>
    </message>
    <message>
        <source>Another window of the same counter is running.</source>
        <translation>Another window of the same counter is running.</translation>
    </message>
    <message>
        <source>Please use the window that is already open.</source>
        <translation>Please use the window that is already open.</translation>
    </message>
    <message>
        <source>The records of this PC are from a newer version.</source>
        <translation>The records of this PC are from a newer version.</translation>
    </message>
    <message>
        <source>An older program was started.</source>
        <translation>An older program was started.</translation>
    </message>
    <message>
        <source>Please start the newest program.</source>
        <translation>Please start the newest program.</translation>
    </message>
    <message>
        <source>The records of this PC cannot be read.</source>
        <translation>The records of this PC cannot be read.</translation>
    </message>
    <message>
        <source>The file is damaged or its key is missing.</source>
        <translation>The file is damaged or its key is missing.</translation>
    </message>
    <message>
        <source>Please use another counter. Do not delete anything.</source>
        <translation>Please use another counter. Do not delete anything.</translation>
    </message>
    <message>
        <source>The disk of this PC is full.</source>
        <translation>The disk of this PC is full.</translation>
    </message>
    <message>
        <source>No space is left for the records.</source>
        <translation>No space is left for the records.</translation>
    </message>
    <message>
        <source>Please do not begin a new case; finish the open ones at another counter.</source>
        <translation>Please do not begin a new case; finish the open ones at another counter.</translation>
    </message>
    <message>
        <source>The settings of this PC are not right.</source>
        <translation>The settings of this PC are not right.</translation>
    </message>
    <message>
        <source>A value is missing or wrong.</source>
        <translation>A value is missing or wrong.</translation>
    </message>
    <message>
        <source>Please use another counter until they are put right.</source>
        <translation>Please use another counter until they are put right.</translation>
    </message>
    <message>
        <source>The program was started again.</source>
        <translation>The program was started again.</translation>
    </message>
    <message>
        <source>It had ended while this case was open.</source>
        <translation>It had ended while this case was open.</translation>
    </message>
    <message>
        <source>Please look where the paper is, and go on from this screen.</source>
        <translation>Please look where the paper is, and go on from this screen.</translation>
    </message>
    <message>
        <source>The program could not go on here.</source>
        <translation>The program could not go on here.</translation>
    </message>
    <message>
        <source>A fault of the program. The case is kept as it was.</source>
        <translation>A fault of the program. The case is kept as it was.</translation>
    </message>
    <message>
        <source>Please park the case and try again. If it stays so, read out the code below.</source>
        <translation>Please park the case and try again. If it stays so, read out the code below.</translation>
    </message>
    <message>
        <source>The date cannot be read.</source>
        <translation>The date cannot be read.</translation>
    </message>
    <message>
        <source>It is not a day of the calendar, or the era is missing.</source>
        <translation>It is not a day of the calendar, or the era is missing.</translation>
    </message>
    <message>
        <source>Please key it like S60.4.3 or 1985.4.3.</source>
        <translation>Please key it like S60.4.3 or 1985.4.3.</translation>
    </message>
    <message>
        <source>A paper shown has expired.</source>
        <translation>A paper shown has expired.</translation>
    </message>
    <message>
        <source>Please ask for another paper.</source>
        <translation>Please ask for another paper.</translation>
    </message>
    <message>
        <source>No such person was found.</source>
        <translation>No such person was found.</translation>
    </message>
    <message>
        <source>The spelling or the birth date differs, or the person lives elsewhere.</source>
        <translation>The spelling or the birth date differs, or the person lives elsewhere.</translation>
    </message>
    <message>
        <source>Please check kana and birth date with the visitor.</source>
        <translation>Please check kana and birth date with the visitor.</translation>
    </message>
    <message>
        <source>More than one person was found.</source>
        <translation>More than one person was found.</translation>
    </message>
    <message>
        <source>Name and birth date are the same.</source>
        <translation>Name and birth date are the same.</translation>
    </message>
    <message>
        <source>Please tell them apart by address and head of household.</source>
        <translation>Please tell them apart by address and head of household.</translation>
    </message>
    <message>
        <source>The officer in charge confirms this request.</source>
        <translation>The officer in charge confirms this request.</translation>
    </message>
    <message>
        <source>A confirmation is needed before the issue.</source>
        <translation>A confirmation is needed before the issue.</translation>
    </message>
    <message>
        <source>Please ask the visitor to wait, and hand the case to the officer in charge.</source>
        <translation>Please ask the visitor to wait, and hand the case to the officer in charge.</translation>
    </message>
    <message>
        <source>The record was changed just now.</source>
        <translation>The record was changed just now.</translation>
    </message>
    <message>
        <source>An entry was made while this case was open.</source>
        <translation>An entry was made while this case was open.</translation>
    </message>
    <message>
        <source>Please press Enter: the record is read again.</source>
        <translation>Please press Enter: the record is read again.</translation>
    </message>
    <message>
        <source>The approval is not one of this page.</source>
        <translation>The approval is not one of this page.</translation>
    </message>
    <message>
        <source>The page, the record or the approval was changed on its way.</source>
        <translation>The page, the record or the approval was changed on its way.</translation>
    </message>
    <message>
        <source>Please neither approve nor print, and read out the code below. At the counter, Enter makes the page anew.</source>
        <translation>Please neither approve nor print, and read out the code below. At the counter, Enter makes the page anew.</translation>
    </message>
    <message>
        <source>This page has not been approved.</source>
        <translation>This page has not been approved.</translation>
    </message>
    <message>
        <source>The approval was taken back, or its time is over.</source>
        <translation>The approval was taken back, or its time is over.</translation>
    </message>
    <message>
        <source>Please press Enter: the page is laid before the approver again.</source>
        <translation>Please press Enter: the page is laid before the approver again.</translation>
    </message>
    <message>
        <source>Nobody approves a request that he took himself.</source>
        <translation>Nobody approves a request that he took himself.</translation>
    </message>
    <message>
        <source>You are the clerk of this request, under this or another account.</source>
        <translation>You are the clerk of this request, under this or another account.</translation>
    </message>
    <message>
        <source>Please leave it to another approver.</source>
        <translation>Please leave it to another approver.</translation>
    </message>
    <message>
        <source>This PC cannot draw the page as the counter&apos;s PC drew it.</source>
        <translation>This PC cannot draw the page as the counter&apos;s PC drew it.</translation>
    </message>
    <message>
        <source>The two programs or their fonts are not of the same version.</source>
        <translation>The two programs or their fonts are not of the same version.</translation>
    </message>
    <message>
        <source>Please have this PC updated. Until then, approve at another PC.</source>
        <translation>Please have this PC updated. Until then, approve at another PC.</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>The signature was seen: on to the check</source>
        <translation>The signature was seen: on to the check</translation>
    </message>
    <message>
        <source>Number of a paper form (if used)</source>
        <translation>Number of a paper form (if used)</translation>
    </message>
    <message>
        <source>Please have the visitor check and sign the form</source>
        <translation>Please have the visitor check and sign the form</translation>
    </message>
    <message>
        <source>F3 prints the filled form.</source>
        <translation>F3 prints the filled form.</translation>
    </message>
    <message>
        <source>The form is being printed.</source>
        <translation>The form is being printed.</translation>
    </message>
    <message>
        <source>Enter prints the form again.</source>
        <translation>Enter prints the form again.</translation>
    </message>
    <message>
        <source>The form %1 was printed. Please have it signed.</source>
        <translation>The form %1 was printed. Please have it signed.</translation>
    </message>
    <message>
        <source>The paper form %1 is used.</source>
        <translation>The paper form %1 is used.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Requester (agent)</source>
        <translation>Requester (agent)</translation>
    </message>
    <message>
        <source>Who gave the mandate</source>
        <translation>Who gave the mandate</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>all omitted</source>
        <translation>all omitted</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Purpose</translation>
    </message>
</context>
<context>
    <name>HandOverView</name>
    <message>
        <source>Handed to</source>
        <translation>Handed to</translation>
    </message>
    <message>
        <source>Please let the visitor state the name, and count the sheets together</source>
        <translation>Please let the visitor state the name, and count the sheets together</translation>
    </message>
    <message>
        <source>Please let the agent state his own name, and count the sheets together</source>
        <translation>Please let the agent state his own name, and count the sheets together</translation>
    </message>
    <message>
        <source>Handed to the agent</source>
        <translation>Handed to the agent</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldView</name>
    <message>
        <source>This request is recorded. It is not issued until the officer has confirmed it.</source>
        <translation>This request is recorded. It is not issued until the officer has confirmed it.</translation>
    </message>
    <message>
        <source>Please tell the visitor: the officer in charge will confirm. Please wait a little.</source>
        <translation>Please tell the visitor: the officer in charge will confirm. Please wait a little.</translation>
    </message>
    <message>
        <source>Then hand the case to the officer in charge.</source>
        <translation>Then hand the case to the officer in charge.</translation>
    </message>
    <message>
        <source>For another request of the same visitor, press F11. What identified the visitor is kept, if that was done.</source>
        <translation>For another request of the same visitor, press F11. What identified the visitor is kept, if that was done.</translation>
    </message>
    <message>
        <source>The officer in charge confirms this request</source>
        <translation>The officer in charge confirms this request</translation>
    </message>
</context>
<context>
    <name>IssueView</name>
    <message>
        <source>The page as it will print</source>
        <translation>The page as it will print</translation>
    </message>
    <message>
        <source>Please wait while the certificate is made</source>
        <translation>Please wait while the certificate is made</translation>
    </message>
    <message>
        <source>This page will be printed as it is; please look at it</source>
        <translation>This page will be printed as it is; please look at it</translation>
    </message>
    <message>
        <source>Please wait for the sheets at the printer</source>
        <translation>Please wait for the sheets at the printer</translation>
    </message>
    <message>
        <source>Please fetch the sheets from the printer</source>
        <translation>Please fetch the sheets from the printer</translation>
    </message>
    <message>
        <source>Page %1 of %2 (turn with ＋ and －)</source>
        <translation>Page %1 of %2 (turn with ＋ and －)</translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>Items printed only when asked for</source>
        <translation>Items printed only when asked for</translation>
    </message>
    <message>
        <source>My Number and the resident record code are not printed for this visitor here.</source>
        <translation>My Number and the resident record code are not printed for this visitor here.</translation>
    </message>
    <message>
        <source>The page as it will print</source>
        <translation>The page as it will print</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Fewer</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Please ask which items are needed, and how many copies</source>
        <translation>Please ask which items are needed, and how many copies</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>omitted</source>
        <translation>omitted</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>Sheet %1 of %2</source>
        <translation>Sheet %1 of %2</translation>
    </message>
    <message>
        <source>%1&#x3000;(PgUp, PgDn)</source>
        <translation>%1&#x3000;(PgUp, PgDn)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Madoguchi</source>
        <translation>Madoguchi</translation>
    </message>
</context>
<context>
    <name>PaperLine</name>
    <message>
        <source>Valid until</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Valid until (if any)</source>
        <translation>Valid until (if any)</translation>
    </message>
    <message>
        <source>Last 4 of the number</source>
        <translation>Last 4 of the number</translation>
    </message>
</context>
<context>
    <name>PapersView</name>
    <message>
        <source>Please take down the mandate, and look at the agent&apos;s own papers</source>
        <translation>Please take down the mandate, and look at the agent&apos;s own papers</translation>
    </message>
    <message>
        <source>Name in kana</source>
        <translation>Name in kana</translation>
    </message>
    <message>
        <source>Birth date (S60.4.3)</source>
        <translation>Birth date (S60.4.3)</translation>
    </message>
    <message>
        <source>Papers shown</source>
        <translation>Papers shown</translation>
    </message>
    <message>
        <source>Name in kana of who gave the mandate</source>
        <translation>Name in kana of who gave the mandate</translation>
    </message>
    <message>
        <source>His birth date (S60.4.3)</source>
        <translation>His birth date (S60.4.3)</translation>
    </message>
    <message>
        <source>The agent&apos;s own papers</source>
        <translation>The agent&apos;s own papers</translation>
    </message>
    <message>
        <source>Please ask for name and birth date, and look at the papers</source>
        <translation>Please ask for name and birth date, and look at the papers</translation>
    </message>
</context>
<context>
    <name>PaymentView</name>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Please take the fee</source>
        <translation>Please take the fee</translation>
    </message>
    <message>
        <source>%1 yen</source>
        <translation>%1 yen</translation>
    </message>
</context>
<context>
    <name>PersonsView</name>
    <message>
        <source>Please confirm who will be on the certificate</source>
        <translation>Please confirm who will be on the certificate</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on the page</source>
        <translation>
            <numerusform>%n person on the page</numerusform>
            <numerusform>%n persons on the page</numerusform>
        </translation>
    </message>
    <message>
        <source>Put %1 on the page</source>
        <translation>Put %1 on the page</translation>
    </message>
    <message>
        <source>Inquiry restricted</source>
        <translation>Inquiry restricted</translation>
    </message>
    <message>
        <source>issue withheld</source>
        <translation>issue withheld</translation>
    </message>
    <message>
        <source>on the page</source>
        <translation>on the page</translation>
    </message>
    <message>
        <source>not on the page</source>
        <translation>not on the page</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>counter %1</source>
        <translation>counter %1</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>The pages that wait are being asked for</source>
        <translation>The pages that wait are being asked for</translation>
    </message>
    <message>
        <source>No page waits for an approval</source>
        <translation>No page waits for an approval</translation>
    </message>
    <message>
        <source>Please choose a case to examine</source>
        <translation>Please choose a case to examine</translation>
    </message>
    <message>
        <source>PgUp and PgDn choose in the list at left, Enter opens the page.</source>
        <translation>PgUp and PgDn choose in the list at left, Enter opens the page.</translation>
    </message>
    <message>
        <source>New ones appear at left by themselves.</source>
        <translation>New ones appear at left by themselves.</translation>
    </message>
</context>
<context>
    <name>ReceptionView</name>
    <message>
        <source>What is it for?</source>
        <translation>What is it for?</translation>
    </message>
    <message>
        <source>Who is asking?</source>
        <translation>Who is asking?</translation>
    </message>
    <message>
        <source>Ticket number (if any)</source>
        <translation>Ticket number (if any)</translation>
    </message>
    <message>
        <source>Where it goes (if needed)</source>
        <translation>Where it goes (if needed)</translation>
    </message>
    <message>
        <source>Please ask what it is for, who is asking and where it goes</source>
        <translation>Please ask what it is for, who is asking and where it goes</translation>
    </message>
</context>
<context>
    <name>ResidentListView</name>
    <message>
        <source>Please choose the visitor by birth date, address and head of household</source>
        <translation>Please choose the visitor by birth date, address and head of household</translation>
    </message>
</context>
<context>
    <name>ResidentPanel</name>
    <message>
        <source>Inquiry restricted</source>
        <translation>Inquiry restricted</translation>
    </message>
    <message>
        <source>Head of household: %1</source>
        <translation>Head of household: %1</translation>
    </message>
</context>
<context>
    <name>ReturnView</name>
    <message>
        <source>The counter sees the reason, corrects the case and asks anew.</source>
        <translation>The counter sees the reason, corrects the case and asks anew.</translation>
    </message>
    <message>
        <source>Please choose why %1 goes back to the counter</source>
        <translation>Please choose why %1 goes back to the counter</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Enter copies the password: in the browser %1 pastes it.</source>
        <translation>Enter copies the password: in the browser %1 pastes it.</translation>
    </message>
    <message>
        <source>Please sign in with the practice account</source>
        <translation>Please sign in with the practice account</translation>
    </message>
    <message>
        <source>Please sign in with your own account</source>
        <translation>Please sign in with your own account</translation>
    </message>
    <message>
        <source>Enter opens the sign-in page in the browser.</source>
        <translation>Enter opens the sign-in page in the browser.</translation>
    </message>
    <message>
        <source>Please sign in there. This window goes on by itself.</source>
        <translation>Please sign in there. This window goes on by itself.</translation>
    </message>
    <message>
        <source>Your account is being checked. Please wait.</source>
        <translation>Your account is being checked. Please wait.</translation>
    </message>
    <message>
        <source>Practice account: %1, password: %2</source>
        <translation>Practice account: %1, password: %2</translation>
    </message>
    <message>
        <source>The practice account will stand here in a moment.</source>
        <translation>The practice account will stand here in a moment.</translation>
    </message>
    <message>
        <source>The password is copied: in the browser %1 pastes it.</source>
        <translation>The password is copied: in the browser %1 pastes it.</translation>
    </message>
    <message>
        <source>If no browser opens: Esc, then Enter once more.</source>
        <translation>If no browser opens: Esc, then Enter once more.</translation>
    </message>
    <message>
        <source>Sign-in page: %1</source>
        <translation>Sign-in page: %1</translation>
    </message>
</context>
<context>
    <name>SpoilView</name>
    <message>
        <source>Sheets</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Please mark the spoiled sheets and say why</source>
        <translation>Please mark the spoiled sheets and say why</translation>
    </message>
</context>
<context>
    <name>TakingView</name>
    <message>
        <source>Name in kana and birth date are those of the person whose certificate it is.</source>
        <translation>Name in kana and birth date are those of the person whose certificate it is.</translation>
    </message>
    <message>
        <source>Name as said</source>
        <translation>Name as said</translation>
    </message>
    <message>
        <source>Name in kana</source>
        <translation>Name in kana</translation>
    </message>
    <message>
        <source>Birth date (S60.4.3)</source>
        <translation>Birth date (S60.4.3)</translation>
    </message>
    <message>
        <source>Telephone or address</source>
        <translation>Telephone or address</translation>
    </message>
    <message>
        <source>Day promised (if any)</source>
        <translation>Day promised (if any)</translation>
    </message>
    <message>
        <source>How does the visitor get it?</source>
        <translation>How does the visitor get it?</translation>
    </message>
    <message>
        <source>Papers shown (if any)</source>
        <translation>Papers shown (if any)</translation>
    </message>
    <message>
        <source>Please write down what the visitor says</source>
        <translation>Please write down what the visitor says</translation>
    </message>
</context>
<context>
    <name>TopBarView</name>
    <message>
        <source>Madoguchi</source>
        <translation>Madoguchi</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>counter %1</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>approval</translation>
    </message>
    <message>
        <source>training</source>
        <translation>training</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>TroublePanel</name>
    <message>
        <source>To call: %1.</source>
        <translation>To call: %1.</translation>
    </message>
</context>
<context>
    <name>UncertainView</name>
    <message>
        <source>The printer&apos;s answer was lost. Please look at the tray and answer for each sheet.</source>
        <translation>The printer&apos;s answer was lost. Please look at the tray and answer for each sheet.</translation>
    </message>
    <message>
        <source>Did these sheets come out of the printer?</source>
        <translation>Did these sheets come out of the printer?</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>It did not</source>
        <translation>It did not</translation>
    </message>
</context>
<context>
    <name>WithdrawView</name>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Please choose why the request is withdrawn</source>
        <translation>Please choose why the request is withdrawn</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>slow line</source>
        <translation>slow line</translation>
    </message>
    <message>
        <source>partly out</source>
        <translation>partly out</translation>
    </message>
    <message>
        <source>records out</source>
        <translation>records out</translation>
    </message>
    <message>
        <source>line down</source>
        <translation>line down</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>recovering</translation>
    </message>
    <message>
        <source>Everything can be issued.</source>
        <translation>Everything can be issued.</translation>
    </message>
    <message>
        <source>The line is slow. Please go on; each answer takes longer.</source>
        <translation>The line is slow. Please go on; each answer takes longer.</translation>
    </message>
    <message>
        <source>Part of the service is out. Requests can be taken.</source>
        <translation>Part of the service is out. Requests can be taken.</translation>
    </message>
    <message>
        <source>The resident records are out. Requests can be taken for later.</source>
        <translation>The resident records are out. Requests can be taken for later.</translation>
    </message>
    <message>
        <source>The line is back. What was taken is being sent.</source>
        <translation>The line is back. What was taken is being sent.</translation>
    </message>
    <message>
        <source>card</source>
        <translation>card</translation>
    </message>
    <message>
        <source>printer</source>
        <translation>printer</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>paper</translation>
    </message>
    <message>
        <source>unsent</source>
        <translation>unsent</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>placed</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>being read</translation>
    </message>
    <message>
        <source>read</source>
        <translation>read</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>not connected</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>printing</translation>
    </message>
    <message>
        <source>paper jam</source>
        <translation>paper jam</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>no paper</translation>
    </message>
    <message>
        <source>cover open</source>
        <translation>cover open</translation>
    </message>
    <message>
        <source>running low</source>
        <translation>running low</translation>
    </message>
    <message>
        <source>left</source>
        <translation>left</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>counter</translation>
    </message>
    <message>
        <source>contracted</source>
        <translation>contracted</translation>
    </message>
    <message>
        <source>certifier</source>
        <translation>certifier</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>protection officer</source>
        <translation>protection officer</translation>
    </message>
    <message>
        <source>cash officer</source>
        <translation>cash officer</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrator</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Items, copies</source>
        <translation>Items, copies</translation>
    </message>
    <message>
        <source>Request form</source>
        <translation>Request form</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Collation</source>
        <translation>Collation</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>at reception</source>
        <translation>at reception</translation>
    </message>
    <message>
        <source>being identified</source>
        <translation>being identified</translation>
    </message>
    <message>
        <source>choosing persons</source>
        <translation>choosing persons</translation>
    </message>
    <message>
        <source>choosing items</source>
        <translation>choosing items</translation>
    </message>
    <message>
        <source>at the form</source>
        <translation>at the form</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>being checked</translation>
    </message>
    <message>
        <source>being issued</source>
        <translation>being issued</translation>
    </message>
    <message>
        <source>being printed</source>
        <translation>being printed</translation>
    </message>
    <message>
        <source>paper to be confirmed</source>
        <translation>paper to be confirmed</translation>
    </message>
    <message>
        <source>being collated</source>
        <translation>being collated</translation>
    </message>
    <message>
        <source>fee to be paid</source>
        <translation>fee to be paid</translation>
    </message>
    <message>
        <source>being handed over</source>
        <translation>being handed over</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <translation>waiting for approval</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>parked</translation>
    </message>
    <message>
        <source>held</source>
        <translation>held</translation>
    </message>
    <message>
        <source>Resident record, whole household</source>
        <translation>Resident record, whole household</translation>
    </message>
    <message>
        <source>Resident record, part of the household</source>
        <translation>Resident record, part of the household</translation>
    </message>
    <message>
        <source>Resident record, one person</source>
        <translation>Resident record, one person</translation>
    </message>
    <message>
        <source>Whole household</source>
        <translation>Whole household</translation>
    </message>
    <message>
        <source>Part of the household</source>
        <translation>Part of the household</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>One person</translation>
    </message>
    <message>
        <source>the person or the household</source>
        <translation>the person or the household</translation>
    </message>
    <message>
        <source>the person himself</source>
        <translation>the person himself</translation>
    </message>
    <message>
        <source>of the same household</source>
        <translation>of the same household</translation>
    </message>
    <message>
        <source>legal representative</source>
        <translation>legal representative</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agent</translation>
    </message>
    <message>
        <source>messenger</source>
        <translation>messenger</translation>
    </message>
    <message>
        <source>third party</source>
        <translation>third party</translation>
    </message>
    <message>
        <source>professional</source>
        <translation>professional</translation>
    </message>
    <message>
        <source>public office</source>
        <translation>public office</translation>
    </message>
    <message>
        <source>My Number Card (face photo, number B)</source>
        <translation>My Number Card (face photo, number B)</translation>
    </message>
    <message>
        <source>My Number Card (face photo, PIN)</source>
        <translation>My Number Card (face photo, PIN)</translation>
    </message>
    <message>
        <source>My Number Card (PIN of the owner)</source>
        <translation>My Number Card (PIN of the owner)</translation>
    </message>
    <message>
        <source>Papers shown</source>
        <translation>Papers shown</translation>
    </message>
    <message>
        <source>Head of household, relationship</source>
        <translation>Head of household, relationship</translation>
    </message>
    <message>
        <source>Registered domicile, its head</source>
        <translation>Registered domicile, its head</translation>
    </message>
    <message>
        <source>Nationality, residence status</source>
        <translation>Nationality, residence status</translation>
    </message>
    <message>
        <source>My Number</source>
        <translation>My Number</translation>
    </message>
    <message>
        <source>Resident record code</source>
        <translation>Resident record code</translation>
    </message>
    <message>
        <source>identified by questions</source>
        <translation>identified by questions</translation>
    </message>
    <message>
        <source>%1 is approved.</source>
        <translation>%1 is approved.</translation>
    </message>
    <message>
        <source>%1 was given back to the counter.</source>
        <translation>%1 was given back to the counter.</translation>
    </message>
    <message>
        <source>%1 was put off. It waits in the list.</source>
        <translation>%1 was put off. It waits in the list.</translation>
    </message>
    <message>
        <source>%1 was not approved: its record has changed. The counter begins it again.</source>
        <translation>%1 was not approved: its record has changed. The counter begins it again.</translation>
    </message>
    <message>
        <source>%1 waits no more: the counter took it back, or it was decided.</source>
        <translation>%1 waits no more: the counter took it back, or it was decided.</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>Who came</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>On the page</translation>
    </message>
    <message>
        <source>Printed items</source>
        <translation>Printed items</translation>
    </message>
    <message>
        <source>Restrictions</source>
        <translation>Restrictions</translation>
    </message>
    <message>
        <source>Copies, fee</source>
        <translation>Copies, fee</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>agrees</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>attention</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>differs</translation>
    </message>
    <message>
        <source>The requester is to be confirmed</source>
        <translation>The requester is to be confirmed</translation>
    </message>
    <message>
        <source>Papers are missing or to be confirmed</source>
        <translation>Papers are missing or to be confirmed</translation>
    </message>
    <message>
        <source>The persons on the page differ</source>
        <translation>The persons on the page differ</translation>
    </message>
    <message>
        <source>The printed items differ</source>
        <translation>The printed items differ</translation>
    </message>
    <message>
        <source>Copies or fee differ</source>
        <translation>Copies or fee differ</translation>
    </message>
    <message>
        <source>The page is wrong</source>
        <translation>The page is wrong</translation>
    </message>
    <message>
        <source>Something differs: no approval is possible. F8 gives it back.</source>
        <translation>Something differs: no approval is possible. F8 gives it back.</translation>
    </message>
    <message>
        <source>This page cannot be approved here.</source>
        <translation>This page cannot be approved here.</translation>
    </message>
    <message>
        <source>A page of one person. Nobody else is on it.</source>
        <translation>A page of one person. Nobody else is on it.</translation>
    </message>
    <message>
        <source>Part of the household. Nobody else is on it.</source>
        <translation>Part of the household. Nobody else is on it.</translation>
    </message>
    <message>
        <source>The whole household.</source>
        <translation>The whole household.</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>Driving licence</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>Residence card</source>
        <translation>Residence card</translation>
    </message>
    <message>
        <source>Disability certificate</source>
        <translation>Disability certificate</translation>
    </message>
    <message>
        <source>Health insurance eligibility</source>
        <translation>Health insurance eligibility</translation>
    </message>
    <message>
        <source>Pension book</source>
        <translation>Pension book</translation>
    </message>
    <message>
        <source>Care insurance card</source>
        <translation>Care insurance card</translation>
    </message>
    <message>
        <source>Questions only</source>
        <translation>Questions only</translation>
    </message>
    <message>
        <source>Please key the last four of the number.</source>
        <translation>Please key the last four of the number.</translation>
    </message>
    <message>
        <source>Please key the day until which it is valid.</source>
        <translation>Please key the day until which it is valid.</translation>
    </message>
    <message>
        <source>Please key the day like R9.4.3 or 2027.4.3.</source>
        <translation>Please key the day like R9.4.3 or 2027.4.3.</translation>
    </message>
    <message>
        <source>It has expired and proves nothing. Please ask for another paper.</source>
        <translation>It has expired and proves nothing. Please ask for another paper.</translation>
    </message>
    <message>
        <source>Please key the date on the mandate like R8.10.30.</source>
        <translation>Please key the date on the mandate like R8.10.30.</translation>
    </message>
    <message>
        <source>This day has not come yet. Please look at the mandate.</source>
        <translation>This day has not come yet. Please look at the mandate.</translation>
    </message>
    <message>
        <source>Please look at the original of the mandate, and tick it.</source>
        <translation>Please look at the original of the mandate, and tick it.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Domicile</source>
        <translation>Domicile</translation>
    </message>
    <message>
        <source>Signature of the face: verified</source>
        <translation>Signature of the face: verified</translation>
    </message>
    <message>
        <source>Signature of the face: wrong</source>
        <translation>Signature of the face: wrong</translation>
    </message>
    <message>
        <source>Signature of the face: issuer not known</source>
        <translation>Signature of the face: issuer not known</translation>
    </message>
    <message>
        <source>Signature of the face: not read</source>
        <translation>Signature of the face: not read</translation>
    </message>
    <message>
        <source>Revocation: none</source>
        <translation>Revocation: none</translation>
    </message>
    <message>
        <source>Revocation: revoked</source>
        <translation>Revocation: revoked</translation>
    </message>
    <message>
        <source>Revocation: not checked</source>
        <translation>Revocation: not checked</translation>
    </message>
    <message>
        <source>“%1” on the card is a substitute character. The certificate prints “%2” of the register.</source>
        <translation>“%1” on the card is a substitute character. The certificate prints “%2” of the register.</translation>
    </message>
    <message>
        <source>Only the spaces differ. The certificate prints the register&apos;s.</source>
        <translation>Only the spaces differ. The certificate prints the register&apos;s.</translation>
    </message>
    <message>
        <source>Only the way of writing differs. The register&apos;s is printed.</source>
        <translation>Only the way of writing differs. The register&apos;s is printed.</translation>
    </message>
    <message>
        <source>The Latin letters are written differently. Please compare them.</source>
        <translation>The Latin letters are written differently. Please compare them.</translation>
    </message>
    <message>
        <source>The address differs. Please ask whether the visitor has moved.</source>
        <translation>The address differs. Please ask whether the visitor has moved.</translation>
    </message>
    <message>
        <source>Card and register differ. Please ask the visitor.</source>
        <translation>Card and register differ. Please ask the visitor.</translation>
    </message>
    <message>
        <source>The requester may ask for this</source>
        <translation>The requester may ask for this</translation>
    </message>
    <message>
        <source>The visitor is identified</source>
        <translation>The visitor is identified</translation>
    </message>
    <message>
        <source>Two attributes were said aloud</source>
        <translation>Two attributes were said aloud</translation>
    </message>
    <message>
        <source>The form is signed</source>
        <translation>The form is signed</translation>
    </message>
    <message>
        <source>Persons and copies are in order</source>
        <translation>Persons and copies are in order</translation>
    </message>
    <message>
        <source>The items need no approval</source>
        <translation>The items need no approval</translation>
    </message>
    <message>
        <source>All persons are of the same household</source>
        <translation>All persons are of the same household</translation>
    </message>
    <message>
        <source>Confirmed against the records</source>
        <translation>Confirmed against the records</translation>
    </message>
    <message>
        <source>An agent asks, by a mandate</source>
        <translation>An agent asks, by a mandate</translation>
    </message>
    <message>
        <source>The visitor is identified by questions</source>
        <translation>The visitor is identified by questions</translation>
    </message>
    <message>
        <source>My Number or the resident record code is printed</source>
        <translation>My Number or the resident record code is printed</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>needs approval</source>
        <translation>needs approval</translation>
    </message>
    <message>
        <source>cannot be issued</source>
        <translation>cannot be issued</translation>
    </message>
    <message>
        <source>not printed yet</source>
        <translation>not printed yet</translation>
    </message>
    <message>
        <source>to be scanned</source>
        <translation>to be scanned</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>to be confirmed</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>scanned</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>handed over</translation>
    </message>
    <message>
        <source>spoiled</source>
        <translation>spoiled</translation>
    </message>
    <message>
        <source>void</source>
        <translation>void</translation>
    </message>
    <message>
        <source>Paper jam</source>
        <translation>Paper jam</translation>
    </message>
    <message>
        <source>Badly printed</source>
        <translation>Badly printed</translation>
    </message>
    <message>
        <source>Did not come out</source>
        <translation>Did not come out</translation>
    </message>
    <message>
        <source>The visitor left</source>
        <translation>The visitor left</translation>
    </message>
    <message>
        <source>To be corrected</source>
        <translation>To be corrected</translation>
    </message>
    <message>
        <source>The record changed</source>
        <translation>The record changed</translation>
    </message>
    <message>
        <source>Came back without approval</source>
        <translation>Came back without approval</translation>
    </message>
    <message>
        <source>The visitor wishes so</source>
        <translation>The visitor wishes so</translation>
    </message>
    <message>
        <source>Papers are missing</source>
        <translation>Papers are missing</translation>
    </message>
    <message>
        <source>Taken by mistake</source>
        <translation>Taken by mistake</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Card, electronic money</source>
        <translation>Card, electronic money</translation>
    </message>
    <message>
        <source>The visitor stated this name</source>
        <translation>The visitor stated this name</translation>
    </message>
    <message>
        <source>Sheets counted before the visitor</source>
        <translation>Sheets counted before the visitor</translation>
    </message>
    <message>
        <source>The printer is ready.</source>
        <translation>The printer is ready.</translation>
    </message>
    <message>
        <source>The printer is printing.</source>
        <translation>The printer is printing.</translation>
    </message>
    <message>
        <source>Paper is jammed in the printer.</source>
        <translation>Paper is jammed in the printer.</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>The printer is out of paper.</translation>
    </message>
    <message>
        <source>The printer has stopped.</source>
        <translation>The printer has stopped.</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open.</source>
        <translation>The printer&apos;s cover is open.</translation>
    </message>
    <message>
        <source>The printer is not connected.</source>
        <translation>The printer is not connected.</translation>
    </message>
    <message>
        <source>The printer is being asked.</source>
        <translation>The printer is being asked.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Print the form</source>
        <translation>Print the form</translation>
    </message>
    <message>
        <source>Visitor&apos;s PIN</source>
        <translation>Visitor&apos;s PIN</translation>
    </message>
    <message>
        <source>Number B</source>
        <translation>Number B</translation>
    </message>
    <message>
        <source>Without a card</source>
        <translation>Without a card</translation>
    </message>
    <message>
        <source>With a card</source>
        <translation>With a card</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Take back to mend</source>
        <translation>Take back to mend</translation>
    </message>
    <message>
        <source>End without a record</source>
        <translation>End without a record</translation>
    </message>
    <message>
        <source>Take the request only</source>
        <translation>Take the request only</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>Print the slip</translation>
    </message>
    <message>
        <source>Ask for the approval</source>
        <translation>Ask for the approval</translation>
    </message>
    <message>
        <source>Wait for the approval</source>
        <translation>Wait for the approval</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Mend</translation>
    </message>
    <message>
        <source>On to what is said</source>
        <translation>On to what is said</translation>
    </message>
    <message>
        <source>Take the request</source>
        <translation>Take the request</translation>
    </message>
    <message>
        <source>Next visitor</source>
        <translation>Next visitor</translation>
    </message>
    <message>
        <source>Examine this case</source>
        <translation>Examine this case</translation>
    </message>
    <message>
        <source>On to the approval</source>
        <translation>On to the approval</translation>
    </message>
    <message>
        <source>Sign the approval</source>
        <translation>Sign the approval</translation>
    </message>
    <message>
        <source>Give back to the clerk</source>
        <translation>Give back to the clerk</translation>
    </message>
    <message>
        <source>Spoiled sheet</source>
        <translation>Spoiled sheet</translation>
    </message>
    <message>
        <source>The line is down. Requests can be taken for later (F2, F5); nothing can be issued.</source>
        <translation>The line is down. Requests can be taken for later (F2, F5); nothing can be issued.</translation>
    </message>
    <message>
        <source>being written down</source>
        <translation>being written down</translation>
    </message>
    <message>
        <source>taken, waits for the line</source>
        <translation>taken, waits for the line</translation>
    </message>
    <message>
        <source>taken, to go on with</source>
        <translation>taken, to go on with</translation>
    </message>
    <message>
        <source>given back, to be mended</source>
        <translation>given back, to be mended</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>Please look</source>
        <translation>Please look</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Cancel printing</source>
        <translation>Cancel printing</translation>
    </message>
    <message>
        <source>See the page (while held)</source>
        <translation>See the page (while held)</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>One more</translation>
    </message>
    <message>
        <source>Practice card</source>
        <translation>Practice card</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>To the list</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>Training: F12 shows the practice cards to put on the reader.</source>
        <translation>Training: F12 shows the practice cards to put on the reader.</translation>
    </message>
    <message>
        <source>Training: F12, then 0 takes the practice card away.</source>
        <translation>Training: F12, then 0 takes the practice card away.</translation>
    </message>
    <message>
        <source>Training: F12, then 8 scans the next printed sheet.</source>
        <translation>Training: F12, then 8 scans the next printed sheet.</translation>
    </message>
    <message>
        <source>Training: number B of this practice card is %1.</source>
        <translation>Training: number B of this practice card is %1.</translation>
    </message>
    <message>
        <source>Training: the PIN of this practice card is %1.</source>
        <translation>Training: the PIN of this practice card is %1.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>New reception</source>
        <translation>New reception</translation>
    </message>
    <message>
        <source>On to identity</source>
        <translation>On to identity</translation>
    </message>
    <message>
        <source>Read the card</source>
        <translation>Read the card</translation>
    </message>
    <message>
        <source>Use the last try</source>
        <translation>Use the last try</translation>
    </message>
    <message>
        <source>Find the person</source>
        <translation>Find the person</translation>
    </message>
    <message>
        <source>On with this person</source>
        <translation>On with this person</translation>
    </message>
    <message>
        <source>On to persons</source>
        <translation>On to persons</translation>
    </message>
    <message>
        <source>On to items</source>
        <translation>On to items</translation>
    </message>
    <message>
        <source>On to the form</source>
        <translation>On to the form</translation>
    </message>
    <message>
        <source>On to the check</source>
        <translation>On to the check</translation>
    </message>
    <message>
        <source>On to the issue</source>
        <translation>On to the issue</translation>
    </message>
    <message>
        <source>Record as held</source>
        <translation>Record as held</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>On to collation</source>
        <translation>On to collation</translation>
    </message>
    <message>
        <source>On to the fee</source>
        <translation>On to the fee</translation>
    </message>
    <message>
        <source>On to hand-over</source>
        <translation>On to hand-over</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Record the answers</source>
        <translation>Record the answers</translation>
    </message>
    <message>
        <source>Record as spoiled</source>
        <translation>Record as spoiled</translation>
    </message>
    <message>
        <source>Record as withdrawn</source>
        <translation>Record as withdrawn</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>The visitor comes again</source>
        <translation>The visitor comes again</translation>
    </message>
    <message>
        <source>By telephone first</source>
        <translation>By telephone first</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>By mail</translation>
    </message>
    <message>
        <source>The slip is being printed. If it does not come out, press F3.</source>
        <translation>The slip is being printed. If it does not come out, press F3.</translation>
    </message>
    <message>
        <source>Please hand the slip to the visitor.</source>
        <translation>Please hand the slip to the visitor.</translation>
    </message>
    <message>
        <source>The slip was not printed. Please write this number down for the visitor, or press F3.</source>
        <translation>The slip was not printed. Please write this number down for the visitor, or press F3.</translation>
    </message>
    <message>
        <source>If the visitor has no slip yet, press F3.</source>
        <translation>If the visitor has no slip yet, press F3.</translation>
    </message>
    <message>
        <source>The line is back. The request is being sent.</source>
        <translation>The line is back. The request is being sent.</translation>
    </message>
</context>
</TS>
