<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>AgentLines</name>
    <message>
        <source>The original of the mandate was seen</source>
        <translation>委任状の原本を確認した</translation>
    </message>
    <message>
        <source>Date on the mandate (R8.10.30)</source>
        <translation>委任状の日付（令和8.10.30）</translation>
    </message>
    <message>
        <source>The agent&apos;s own name</source>
        <translation>代理人の氏名（書類のとおり）</translation>
    </message>
    <message>
        <source>The agent&apos;s own address</source>
        <translation>代理人の住所（書類のとおり）</translation>
    </message>
</context>
<context>
    <name>ApprovalView</name>
    <message>
        <source>The page as it will print</source>
        <translation>印刷される紙面</translation>
    </message>
    <message>
        <source>The page is being laid before the approver</source>
        <translation>承認者に紙面を送っています</translation>
    </message>
    <message>
        <source>Waiting for the approval; please serve the next visitor</source>
        <translation>承認を待っています。次の方の受付ができます</translation>
    </message>
    <message>
        <source>The approval could not be confirmed; nothing is printed</source>
        <translation>承認を確かめられません。印刷はしません</translation>
    </message>
    <message>
        <source>The request is being taken back</source>
        <translation>承認の依頼を取り下げています</translation>
    </message>
    <message>
        <source>The page came back without approval; please put it right</source>
        <translation>承認されずに戻りました。内容を直してください</translation>
    </message>
    <message>
        <source>Asked for at %1</source>
        <translation>%1 に承認をお願いしました</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1分%2秒</translation>
    </message>
    <message>
        <source>F2 begins another case, and this one goes on by itself. F8 takes it back to mend it.</source>
        <translation>F2 で次の受付を始められます。承認されると、この案件は自動で印刷へ進みます。直すときは F8 で取り下げます。</translation>
    </message>
    <message>
        <source>Enter leads back to the items. The numbers of these sheets become void.</source>
        <translation>Enter で項目・通数に戻って直します。この用紙番号は無効として記録されます。</translation>
    </message>
    <message>
        <source>%1 gave it back.</source>
        <translation>%1 さんが差し戻しました。</translation>
    </message>
    <message>
        <source>It was taken back by the counter.</source>
        <translation>窓口から取り下げました。</translation>
    </message>
    <message>
        <source>Its time was over before it was decided.</source>
        <translation>承認の期限（30分）が過ぎました。</translation>
    </message>
    <message>
        <source>Page %1 of %2 (turn with ＋ and －)</source>
        <translation>%2枚のうち %1枚目（＋ － でめくる）</translation>
    </message>
</context>
<context>
    <name>ApproverQueue</name>
    <message>
        <source>Waiting for approval</source>
        <translation>承認を待つ案件</translation>
    </message>
</context>
<context>
    <name>BannerView</name>
    <message>
        <source>(as of %1)</source>
        <translation>（%1 現在）</translation>
    </message>
    <message>
        <source>(since %1)</source>
        <translation>（%1から）</translation>
    </message>
</context>
<context>
    <name>BottomBarView</name>
    <message>
        <source>Please wait</source>
        <translation>お待ちください</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>A card is laid on the reader</source>
        <translation>カードを読み取り機に置く図</translation>
    </message>
    <message>
        <source>Please place the card on the reader</source>
        <translation>カードを読み取り機に置いてください</translation>
    </message>
    <message>
        <source>Please leave the card on the reader</source>
        <translation>カードをそのまま置いておいてください</translation>
    </message>
    <message>
        <source>Please wait while the person is found</source>
        <translation>住民記録を探しています。お待ちください</translation>
    </message>
    <message>
        <source>Please return the card to the visitor</source>
        <translation>カードを来庁者に返してください</translation>
    </message>
    <message>
        <source>The visitor&apos;s My Number Card, face up. The screen goes on by itself.</source>
        <translation>来庁者のマイナンバーカードを、表を上にして置きます。画面は自動で進みます。</translation>
    </message>
    <message>
        <source>Looking which card it is.</source>
        <translation>カードを確かめています。</translation>
    </message>
    <message>
        <source>Reading the card.</source>
        <translation>カードを読み取っています。</translation>
    </message>
    <message>
        <source>Finding the person in the resident records.</source>
        <translation>住民記録から探しています。</translation>
    </message>
    <message>
        <source>The card has been read.</source>
        <translation>カードの読み取りが終わりました。</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Open cases</source>
        <translation>受付中の案件</translation>
    </message>
    <message>
        <source>Since %1: handed over %2, spoiled %3, refused %4</source>
        <translation>%1 から&#x2028;交付 %2&#x3000;書損 %3&#x3000;拒否 %4</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n通</numerusform>
        </translation>
    </message>
    <message>
        <source>Slip %1</source>
        <translation>受付票 %1</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1分%2秒</translation>
    </message>
</context>
<context>
    <name>CaseSummaryView</name>
    <message>
        <source>The visitor can see this screen</source>
        <translation>画面は来庁者から見えます</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>請求者</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Printed items</source>
        <translation>記載</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>通数</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>使用目的</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手数料</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>案件なし</translation>
    </message>
    <message>
        <source>This case&#x3000;%1</source>
        <translation>この案件&#x3000;%1</translation>
    </message>
    <message>
        <source>Slip %1</source>
        <translation>受付票 %1</translation>
    </message>
    <message>
        <source>%1 (as said). %2: %3</source>
        <translation>%1 様（申し出）&#x3000;%2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n通</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 yen</source>
        <translation>%1円</translation>
    </message>
    <message>
        <source>all sensitive items omitted</source>
        <translation>すべて省略</translation>
    </message>
    <message>
        <source>, </source>
        <translation>・</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Please look at the result of the check</source>
        <translation>審査の結果を確かめてください</translation>
    </message>
    <message>
        <source>The check is under way. Please wait.</source>
        <translation>審査しています。お待ちください。</translation>
    </message>
    <message>
        <source>The certificate can be issued, dated %1.</source>
        <translation>発行できます。発行日は%1です。</translation>
    </message>
    <message>
        <source>An approver looks at the page first. Others can be served meanwhile.</source>
        <translation>承認が必要です。待つ間に、ほかの方の受付ができます。</translation>
    </message>
    <message>
        <source>It cannot be issued at this counter now. Please ask the officer in charge.</source>
        <translation>この窓口ではすぐに発行できません。担当者が確認いたします。</translation>
    </message>
</context>
<context>
    <name>ClosedView</name>
    <message>
        <source>Please call the next visitor</source>
        <translation>次の方をお呼びください</translation>
    </message>
    <message>
        <source>No case is open. Enter begins a new reception.</source>
        <translation>受付中の案件はありません。Enterで新しい受付を始めます。</translation>
    </message>
    <message>
        <source>Case %1 is finished: handed over.</source>
        <translation>案件 %1 の交付が終わりました。</translation>
    </message>
    <message>
        <source>Case %1 was withdrawn.</source>
        <translation>案件 %1 を取り下げました。</translation>
    </message>
    <message>
        <source>Case %1 is with the officer in charge.</source>
        <translation>案件 %1 を担当者に引き継ぎました。</translation>
    </message>
    <message>
        <source>Case %1 belongs to another clerk, who can go on with it after signing in.</source>
        <translation>案件 %1 は、ほかの職員が受け付けました。担当の職員がサインインすると続けられます。</translation>
    </message>
    <message>
        <source>A case from before cannot be read. Please count the paper and call the supervisor.</source>
        <translation>前回の案件の中に、読み取れないものがあります。プリンターの用紙を数え、係長（担当者）を呼んでください。</translation>
    </message>
    <message>
        <source>The end of case %1 is not recorded. Please tell the officer in charge.</source>
        <translation>案件 %1 は終わりが記録できていません。担当者に知らせてください。</translation>
    </message>
    <message>
        <source>Request %1 is taken. It goes on by itself when the line is back.</source>
        <translation>請求 %1 を受け付けました。回線が戻ると、左の一覧に案件として出ます。</translation>
    </message>
    <message>
        <source>The line is back: what was taken is a case now, the last is %1. Choose one at the left.</source>
        <translation>回線が戻り、受け付けた請求は案件になりました。最後は %1 です。左の一覧から選ぶと続けられます。</translation>
    </message>
    <message>
        <source>Case %1 is parked. Choose it at the left to go on.</source>
        <translation>案件 %1 を保留にしました。左の一覧から選ぶと再開できます。</translation>
    </message>
</context>
<context>
    <name>CollateView</name>
    <message>
        <source>Code at the bottom of the sheet</source>
        <translation>用紙の下にあるコード</translation>
    </message>
    <message>
        <source>Stop: please put this sheet aside</source>
        <translation>止まってください。この用紙を脇に置いてください</translation>
    </message>
    <message>
        <source>Please scan every sheet with the reader</source>
        <translation>すべての用紙のコードを読み取ってください</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Photo of the card&apos;s face</source>
        <translation>券面の顔写真</translation>
    </message>
    <message>
        <source>Said aloud by the visitor (two or more)</source>
        <translation>来庁者が口頭で答えた項目（2つ以上）</translation>
    </message>
    <message>
        <source>Please compare with the register, and let the visitor say two attributes</source>
        <translation>住民記録と見比べ、来庁者に2項目を言っていただいてください</translation>
    </message>
    <message>
        <source>Please compare who gave the mandate; the agent says two attributes of that person</source>
        <translation>委任した方を見比べ、代理人に2項目を言っていただいてください</translation>
    </message>
    <message>
        <source>Agent at the counter</source>
        <translation>窓口に来た代理人</translation>
    </message>
    <message>
        <source>Said aloud by the agent (two or more)</source>
        <translation>代理人が口頭で答えた、委任した方の項目（2つ以上）</translation>
    </message>
    <message>
        <source>My Number Card</source>
        <translation>マイナンバーカード</translation>
    </message>
    <message>
        <source>As said</source>
        <translation>来庁者の申し出</translation>
    </message>
    <message>
        <source>Who gave the mandate</source>
        <translation>委任した方</translation>
    </message>
    <message>
        <source>Resident record (as of %1)</source>
        <translation>住民記録（%1 現在）</translation>
    </message>
</context>
<context>
    <name>ComparedRow</name>
    <message numerus="yes">
        <source>%n attribute(s) said aloud</source>
        <translation>
            <numerusform>口頭で%n項目</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (valid until %2)</source>
        <translation>%1（有効期限：%2）</translation>
    </message>
    <message>
        <source>questions only</source>
        <translation>聞き取りだけの確認</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s).</source>
        <translation>
            <numerusform>%n人。</numerusform>
        </translation>
    </message>
    <message>
        <source>all sensitive items omitted</source>
        <translation>続柄・本籍など、すべて省略</translation>
    </message>
    <message>
        <source>As chosen on the request form (%1).</source>
        <translation>請求書（%1）の選択と一致。</translation>
    </message>
    <message>
        <source>Not as chosen on the request form (%1).</source>
        <translation>請求書（%1）の選択と紙面が違います。</translation>
    </message>
    <message>
        <source>no restriction</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>Signed request form.</source>
        <translation>署名のある請求書あり。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>確認できません</translation>
    </message>
    <message>
        <source>Original of the mandate (%1) seen.</source>
        <translation>委任状の原本（%1付）あり</translation>
    </message>
    <message>
        <source>%1, for: %2</source>
        <translation>%1&#x3000;委任した方：%2</translation>
    </message>
    <message>
        <source>Confirmed against the records at %1.</source>
        <translation>%1 の記録で確認。</translation>
    </message>
    <message>
        <source>%1&#x3000;%2&#x3000;%3 yen</source>
        <translation>%1&#x3000;%2&#x3000;%3円</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n通</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 yen a copy. No exemption.</source>
        <translation>1通 %1円。免除なし。</translation>
    </message>
    <message>
        <source>To be given to: %1.</source>
        <translation>提出先：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Of this requester, by the ledger at %1.</source>
        <translation>同じ方の請求。%1 の台帳で確認。</translation>
    </message>
</context>
<context>
    <name>CredentialView</name>
    <message>
        <source>The visitor keys the four digits. They are not shown.</source>
        <translation>来庁者に4けたの数字を入力していただきます。数字は表示されません。</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Valid until, year</source>
        <translation>有効期限の年</translation>
    </message>
    <message>
        <source>Security code</source>
        <translation>セキュリティコード</translation>
    </message>
    <message>
        <source>PIN, four digits</source>
        <translation>暗証番号（4けた）</translation>
    </message>
    <message>
        <source>Where the three numbers are printed on the card</source>
        <translation>3つの番号が印字されている場所の図</translation>
    </message>
    <message>
        <source>As printed on the card, for example 600403 for 3 April Showa 60.</source>
        <translation>券面のとおりに入力します。昭和60年4月3日なら 600403、有効期限が2035年なら 2035 です。</translation>
    </message>
    <message>
        <source>Please key number B as printed on the card</source>
        <translation>券面を見て、照合番号Bを入力してください</translation>
    </message>
    <message>
        <source>Please ask the visitor to key the PIN</source>
        <translation>来庁者に暗証番号を入力していただいてください</translation>
    </message>
    <message numerus="yes">
        <source>%n try(s) left</source>
        <translation>
            <numerusform>あと%n回</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeferredView</name>
    <message>
        <source>Number of the slip</source>
        <translation>受付票の番号</translation>
    </message>
    <message>
        <source>Nothing is issued now, and no fee is taken.</source>
        <translation>いまは発行しません。手数料もいただきません。</translation>
    </message>
    <message>
        <source>When the line is back, the request appears at the left as a case to go on with.</source>
        <translation>回線が戻ると、左の一覧に案件として出ます。続きはそこから進めてください。</translation>
    </message>
    <message>
        <source>The request is taken. Please give the visitor this number</source>
        <translation>請求を受け付けました。この番号をお渡しください</translation>
    </message>
    <message>
        <source>Taken at %1. %2: %3</source>
        <translation>受付 %1&#x3000;%2：%3</translation>
    </message>
</context>
<context>
    <name>ExamineView</name>
    <message>
        <source>The page as it will print</source>
        <translation>印刷される紙面</translation>
    </message>
    <message>
        <source>What to compare</source>
        <translation>見くらべる項目</translation>
    </message>
    <message>
        <source>Please wait while this PC draws the page</source>
        <translation>このパソコンで紙面を作っています。お待ちください</translation>
    </message>
    <message>
        <source>This page will be printed as it is: please compare it</source>
        <translation>この紙面が、このまま印刷されます</translation>
    </message>
    <message>
        <source>You sign the approval of this page</source>
        <translation>この紙面に承認の署名をします</translation>
    </message>
    <message>
        <source>Please wait while the approval is sent</source>
        <translation>承認を送っています。お待ちください</translation>
    </message>
    <message>
        <source>Check value %1</source>
        <translation>照合値 %1</translation>
    </message>
    <message>
        <source>Please read on to the end: %1</source>
        <translation>最後までご確認ください&#x3000;%1</translation>
    </message>
    <message>
        <source>seen to the end</source>
        <translation>最後まで確認しました</translation>
    </message>
    <message>
        <source>%1 of %2 sheets&#x3000;%3</source>
        <translation>%1 / %2 枚&#x3000;%3</translation>
    </message>
</context>
<context>
    <name>ExerciseStripView</name>
    <message>
        <source>Practice cards</source>
        <translation>練習用のカード</translation>
    </message>
    <message>
        <source>Training: scan a sheet, or choose the practice card on the reader</source>
        <translation>訓練：読み取る紙か、読み取り機に置く練習用カードを選んでください</translation>
    </message>
    <message>
        <source>Training: choose the practice card on the reader</source>
        <translation>訓練：読み取り機に置く練習用カードを選んでください</translation>
    </message>
    <message>
        <source>Take the card away</source>
        <translation>カードを取る</translation>
    </message>
    <message>
        <source>Scan the next sheet</source>
        <translation>次の紙を読み取る</translation>
    </message>
    <message>
        <source>Scan another sheet (practice)</source>
        <translation>練習：別の紙を読み取る</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>the systems staff</source>
        <translation>情報システム担当</translation>
    </message>
    <message>
        <source>the supervisor</source>
        <translation>係長（担当者）</translation>
    </message>
    <message>
        <source>the My Number Card desk</source>
        <translation>マイナンバーカード担当</translation>
    </message>
    <message>
        <source>Tries left: %1.</source>
        <translation>あと%1回です。</translation>
    </message>
    <message>
        <source>Character: %1.</source>
        <translation>文字は %1 です。</translation>
    </message>
    <message>
        <source>No card is on the reader.</source>
        <translation>カードが読み取り機にありません。</translation>
    </message>
    <message>
        <source>The card was not placed, or lies askew.</source>
        <translation>カードが置かれていないか、ずれています。</translation>
    </message>
    <message>
        <source>Please place the card on the reader, face up.</source>
        <translation>カードの表を上にして、読み取り機に置いてください。</translation>
    </message>
    <message>
        <source>The card was taken away while being read.</source>
        <translation>読み取りの途中でカードが離れました。</translation>
    </message>
    <message>
        <source>The card moved or was lifted.</source>
        <translation>カードが動いたか、持ち上げられました。</translation>
    </message>
    <message>
        <source>Please place the card again and leave it until the screen goes on.</source>
        <translation>カードを置き直し、画面が進むまで動かさないでください。</translation>
    </message>
    <message>
        <source>The card does not answer.</source>
        <translation>カードの応答がありません。</translation>
    </message>
    <message>
        <source>The card is upside down, dirty, or its chip is broken.</source>
        <translation>向きが逆か、汚れているか、ICチップが故障しています。</translation>
    </message>
    <message>
        <source>Please wipe the card and place it again. If it stays so, go on without a card.</source>
        <translation>カードを拭いて置き直してください。続くときは、カードなしで進めてください。</translation>
    </message>
    <message>
        <source>This is not a My Number Card.</source>
        <translation>マイナンバーカードではありません。</translation>
    </message>
    <message>
        <source>Another card was placed.</source>
        <translation>ほかのカードが置かれています。</translation>
    </message>
    <message>
        <source>Please ask for the My Number Card, or go on without a card.</source>
        <translation>マイナンバーカードを置いてください。お持ちでなければ、カードなしで進めてください。</translation>
    </message>
    <message>
        <source>The content of the card cannot be read.</source>
        <translation>カードの内容を読み取れません。</translation>
    </message>
    <message>
        <source>The record on the card is not as it should be.</source>
        <translation>カードの記録が正しい形ではありません。</translation>
    </message>
    <message>
        <source>Please go on without a card, and tell the visitor that the card should be looked at.</source>
        <translation>カードなしで進め、カードの点検をご案内ください。</translation>
    </message>
    <message>
        <source>The signature of the card&apos;s face is wrong.</source>
        <translation>券面の署名を確認できません。</translation>
    </message>
    <message>
        <source>The card may have been altered.</source>
        <translation>カードが書き換えられているおそれがあります。</translation>
    </message>
    <message>
        <source>Please do not go on with this card. Keep to the papers and ask the officer in charge.</source>
        <translation>このカードでは進めないでください。担当者を呼び、書類で確認してください。</translation>
    </message>
    <message>
        <source>Number B does not match.</source>
        <translation>照合番号Bが一致しません。</translation>
    </message>
    <message>
        <source>A digit differs from what is printed.</source>
        <translation>券面の数字と違うところがあります。</translation>
    </message>
    <message>
        <source>Please look at the three numbers on the card and key them again.</source>
        <translation>券面の3つの数字を見て、もう一度入力してください。</translation>
    </message>
    <message>
        <source>The PIN does not match.</source>
        <translation>暗証番号が一致しません。</translation>
    </message>
    <message>
        <source>A digit differs.</source>
        <translation>数字が違っています。</translation>
    </message>
    <message>
        <source>Please ask the visitor to key it once more, without haste.</source>
        <translation>来庁者に、もう一度ゆっくり入力していただいてください。</translation>
    </message>
    <message>
        <source>One try is left.</source>
        <translation>入力できるのは、あと1回です。</translation>
    </message>
    <message>
        <source>After one more mistake the card is locked.</source>
        <translation>次に間違えると、カードがロックされます。</translation>
    </message>
    <message>
        <source>Please make sure of the number before going on, or go on without a card.</source>
        <translation>番号を確かめてから進めてください。不安なときは、カードなしで進めてください。</translation>
    </message>
    <message>
        <source>This number of the card is locked.</source>
        <translation>カードの番号がロックされています。</translation>
    </message>
    <message>
        <source>It was keyed wrongly too many times.</source>
        <translation>続けて間違えて入力されました。</translation>
    </message>
    <message>
        <source>Please go on without a card. Unlocking is done at the My Number Card desk.</source>
        <translation>カードなしで進めてください。ロックの解除はカード担当でできます。</translation>
    </message>
    <message>
        <source>The number of digits is not right.</source>
        <translation>けた数が合っていません。</translation>
    </message>
    <message>
        <source>A digit is missing or too many.</source>
        <translation>数字が足りないか、多くなっています。</translation>
    </message>
    <message>
        <source>Please look at the boxes and key the number again.</source>
        <translation>枠を見ながら、もう一度入力してください。</translation>
    </message>
    <message>
        <source>It is not known whether the number was accepted.</source>
        <translation>番号が受け付けられたか分かりません。</translation>
    </message>
    <message>
        <source>The card went away just as it answered.</source>
        <translation>カードが答える瞬間に離れました。</translation>
    </message>
    <message>
        <source>Please place the card again; the tries left are counted first.</source>
        <translation>カードを置き直してください。残りの回数を先に確かめます。</translation>
    </message>
    <message>
        <source>The card is no longer valid.</source>
        <translation>カードの有効期限が切れています。</translation>
    </message>
    <message>
        <source>Its date of expiry has passed.</source>
        <translation>有効期限を過ぎています。</translation>
    </message>
    <message>
        <source>Please go on without a card, by other papers.</source>
        <translation>カードなしで、ほかの書類で確認してください。</translation>
    </message>
    <message>
        <source>No card reader is connected.</source>
        <translation>カード読み取り機がつながっていません。</translation>
    </message>
    <message>
        <source>The cable is loose, or the reader is off.</source>
        <translation>ケーブルが抜けているか、電源が入っていません。</translation>
    </message>
    <message>
        <source>Please connect the reader again, or go on without a card.</source>
        <translation>読み取り機をつなぎ直してください。カードなしでも進められます。</translation>
    </message>
    <message>
        <source>The card reader is in use by another program.</source>
        <translation>読み取り機をほかのソフトが使っています。</translation>
    </message>
    <message>
        <source>Another window is reading a card.</source>
        <translation>別の画面でカードを読み取っています。</translation>
    </message>
    <message>
        <source>Please close the other program that uses cards.</source>
        <translation>カードを使うほかのソフトを閉じてください。</translation>
    </message>
    <message>
        <source>The card service of this PC has stopped.</source>
        <translation>このパソコンのカード機能が止まっています。</translation>
    </message>
    <message>
        <source>The service that drives the reader is not running.</source>
        <translation>読み取り機を動かすサービスが停止しています。</translation>
    </message>
    <message>
        <source>Please wait a little. If it stays so, go on without a card.</source>
        <translation>少しお待ちください。続くときは、カードなしで進めてください。</translation>
    </message>
    <message>
        <source>The resident records cannot be reached.</source>
        <translation>住民記録につながりません。</translation>
    </message>
    <message>
        <source>The line is down, or the service is not running.</source>
        <translation>回線が切れているか、サービスが止まっています。</translation>
    </message>
    <message>
        <source>Please wait a little and try again. If it stays so, ask the supervisor about the outage.</source>
        <translation>少し待って、もう一度お試しください。続くときは、係長に停止時の対応を確かめてください。</translation>
    </message>
    <message>
        <source>The resident records are slow to answer.</source>
        <translation>住民記録の応答に時間がかかっています。</translation>
    </message>
    <message>
        <source>The line or the service is busy.</source>
        <translation>回線かサービスが混み合っています。</translation>
    </message>
    <message>
        <source>Please wait. Nothing has been lost; pressing again does no harm.</source>
        <translation>少し待って、もう一度お試しください。入力は消えず、二重にもなりません。</translation>
    </message>
    <message>
        <source>The resident records could not answer.</source>
        <translation>住民記録側で処理できませんでした。</translation>
    </message>
    <message>
        <source>A fault on the side of the records.</source>
        <translation>住民記録側の不具合です。</translation>
    </message>
    <message>
        <source>Please try again. If it stays so, read out the code below.</source>
        <translation>もう一度お試しください。続くときは、下の番号をお伝えください。</translation>
    </message>
    <message>
        <source>The answer of the resident records cannot be used.</source>
        <translation>住民記録の応答を読み取れません。</translation>
    </message>
    <message>
        <source>This program and the records do not agree on the form of the answer.</source>
        <translation>このソフトと住民記録の版が合っていません。</translation>
    </message>
    <message>
        <source>Please do not go on with this case. Read out the code below.</source>
        <translation>この案件は進めず、下の番号をお伝えください。</translation>
    </message>
    <message>
        <source>The resident records cannot prove who they are.</source>
        <translation>接続先が正しいことを確かめられません。</translation>
    </message>
    <message>
        <source>The certificate of the connection is not the expected one.</source>
        <translation>接続の証明書が登録と違います。</translation>
    </message>
    <message>
        <source>Please stop and do not enter anything. Read out the code below.</source>
        <translation>操作を止め、何も入力しないでください。下の番号をお伝えください。</translation>
    </message>
    <message>
        <source>The receipt of the records is not valid.</source>
        <translation>受領の控えが正しくありません。</translation>
    </message>
    <message>
        <source>The receipt&apos;s signature does not match.</source>
        <translation>控えの署名が合いません。</translation>
    </message>
    <message>
        <source>Please do not hand anything over. Read out the code below.</source>
        <translation>証明書を渡さず、下の番号をお伝えください。</translation>
    </message>
    <message>
        <source>The request was not accepted.</source>
        <translation>この内容では受け付けられません。</translation>
    </message>
    <message>
        <source>Something in it is not allowed for this counter or has already been done.</source>
        <translation>この窓口では扱えないか、すでに処理されています。</translation>
    </message>
    <message>
        <source>Please go one step back and look at the request.</source>
        <translation>1つ戻り、請求の内容を確かめてください。</translation>
    </message>
    <message>
        <source>The clock of this PC is wrong.</source>
        <translation>このパソコンの時刻が合っていません。</translation>
    </message>
    <message>
        <source>It differs too much from the clock of the records.</source>
        <translation>住民記録の時刻と大きくずれています。</translation>
    </message>
    <message>
        <source>Please do not go on; the clock has to be set.</source>
        <translation>操作を止めてください。時刻合わせが必要です。</translation>
    </message>
    <message>
        <source>The sign-in was not finished.</source>
        <translation>サインインが終わっていません。</translation>
    </message>
    <message>
        <source>The page was closed or left.</source>
        <translation>サインインの画面が閉じられました。</translation>
    </message>
    <message>
        <source>Please press Enter and sign in again.</source>
        <translation>Enterを押し、もう一度サインインしてください。</translation>
    </message>
    <message>
        <source>Signing in was refused.</source>
        <translation>サインインできませんでした。</translation>
    </message>
    <message>
        <source>The account may not use this counter, or the password is wrong.</source>
        <translation>この窓口を使えないアカウントか、パスワードが違います。</translation>
    </message>
    <message>
        <source>Please check the account, and try again.</source>
        <translation>アカウントを確かめ、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Your sign-in has run out.</source>
        <translation>サインインの期限が切れました。</translation>
    </message>
    <message>
        <source>Too much time has passed since signing in.</source>
        <translation>サインインから時間がたちました。</translation>
    </message>
    <message>
        <source>Please sign in again. Open cases stay as they are.</source>
        <translation>もう一度サインインしてください。受付中の案件はそのまま残ります。</translation>
    </message>
    <message>
        <source>Another clerk&apos;s cases are open here.</source>
        <translation>別の職員の案件が受付中です。</translation>
    </message>
    <message>
        <source>They were not parked when the sign-in ran out.</source>
        <translation>サインインの期限が切れたとき、保留にしていない案件がありました。</translation>
    </message>
    <message>
        <source>Please let that clerk sign in and finish or park them.</source>
        <translation>受付していた職員がサインインし、案件を終えるか保留にしてください。</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>ブラウザーを開けません。</translation>
    </message>
    <message>
        <source>No browser is set up on this PC.</source>
        <translation>このパソコンにブラウザーが設定されていません。</translation>
    </message>
    <message>
        <source>Please open the address shown on the page in another browser of this PC.</source>
        <translation>画面に出ているアドレスを、ほかのブラウザーで開いてください。</translation>
    </message>
    <message>
        <source>A character cannot be printed.</source>
        <translation>印字できない文字があります。</translation>
    </message>
    <message>
        <source>The font of the certificates lacks it.</source>
        <translation>証明書の文字セットに、その文字がありません。</translation>
    </message>
    <message>
        <source>Please do not issue; the character has to be added first.</source>
        <translation>発行せず、文字の追加を依頼してください。</translation>
    </message>
    <message>
        <source>A text does not fit into its place on the page.</source>
        <translation>紙面に収まらない項目があります。</translation>
    </message>
    <message>
        <source>It is longer than the form allows.</source>
        <translation>様式の枠より長い内容です。</translation>
    </message>
    <message>
        <source>Please do not issue; the page has to be looked at.</source>
        <translation>発行せず、紙面の確認を依頼してください。</translation>
    </message>
    <message>
        <source>The page is not what was approved.</source>
        <translation>紙面が確認した内容と違います。</translation>
    </message>
    <message>
        <source>Page and record differ.</source>
        <translation>紙面と記録が一致しません。</translation>
    </message>
    <message>
        <source>Nothing was printed. Please press Enter: the request is checked again under new numbers.</source>
        <translation>印刷していません。Enter を押すと、新しい番号で審査からやり直します。</translation>
    </message>
    <message>
        <source>The page waited too long for the printer.</source>
        <translation>ページの印刷待ちが長すぎました。</translation>
    </message>
    <message>
        <source>It must be printed within a minute of its release.</source>
        <translation>発行の確認から1分以内に印刷する必要があります。</translation>
    </message>
    <message>
        <source>Nothing was printed. Please press Enter: it is checked again.</source>
        <translation>印刷はされていません。Enterを押すと、もう一度確認します。</translation>
    </message>
    <message>
        <source>The page cannot be made.</source>
        <translation>紙面を作れません。</translation>
    </message>
    <message>
        <source>A part of the record is missing or not as it should be.</source>
        <translation>記録に足りないところがあります。</translation>
    </message>
    <message>
        <source>Please do not issue. Read out the code below.</source>
        <translation>発行せず、下の番号をお伝えください。</translation>
    </message>
    <message>
        <source>The font of the certificates is missing.</source>
        <translation>証明書の文字がこのパソコンにありません。</translation>
    </message>
    <message>
        <source>It is not installed on this PC.</source>
        <translation>フォントが入っていません。</translation>
    </message>
    <message>
        <source>Certificates cannot be issued from this PC now. Please use another counter.</source>
        <translation>いまはこのパソコンで発行できません。ほかの窓口をお使いください。</translation>
    </message>
    <message>
        <source>The code of the sheet is not valid.</source>
        <translation>用紙のコードが正しくありません。</translation>
    </message>
    <message>
        <source>It is damaged, or not from this office.</source>
        <translation>傷んでいるか、この役場のものではありません。</translation>
    </message>
    <message>
        <source>Please do not accept the sheet. Read out the code below.</source>
        <translation>この用紙は使わず、下の番号をお伝えください。</translation>
    </message>
    <message>
        <source>The printer cannot be reached.</source>
        <translation>プリンターにつながりません。</translation>
    </message>
    <message>
        <source>It is off, or its cable is loose.</source>
        <translation>電源が切れているか、ケーブルが抜けています。</translation>
    </message>
    <message>
        <source>Please switch the printer on and look at its cable.</source>
        <translation>プリンターの電源とケーブルを確かめてください。</translation>
    </message>
    <message>
        <source>The printer has stopped.</source>
        <translation>プリンターが止まっています。</translation>
    </message>
    <message>
        <source>It waits for a person.</source>
        <translation>操作を待っています。</translation>
    </message>
    <message>
        <source>Please look at the printer&apos;s display and clear what it shows.</source>
        <translation>プリンターの表示を見て、対処してください。</translation>
    </message>
    <message>
        <source>Paper is jammed in the printer.</source>
        <translation>プリンターに紙が詰まっています。</translation>
    </message>
    <message>
        <source>A sheet stuck on its way.</source>
        <translation>用紙が途中で止まっています。</translation>
    </message>
    <message>
        <source>Please open the cover, take the sheet out and keep it: it is counted as spoiled.</source>
        <translation>カバーを開けて用紙を取り、書損として残してください。</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>用紙がありません。</translation>
    </message>
    <message>
        <source>The tray is empty.</source>
        <translation>給紙トレイが空です。</translation>
    </message>
    <message>
        <source>Please put certificate paper into the tray. Printing goes on by itself.</source>
        <translation>証明書用紙を入れてください。印刷は自動で続きます。</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open.</source>
        <translation>プリンターのカバーが開いています。</translation>
    </message>
    <message>
        <source>The cover is not shut.</source>
        <translation>カバーが閉まっていません。</translation>
    </message>
    <message>
        <source>Please shut the cover. Printing goes on by itself.</source>
        <translation>カバーを閉めてください。印刷は自動で続きます。</translation>
    </message>
    <message>
        <source>The printer did not accept the page.</source>
        <translation>プリンターが受け付けませんでした。</translation>
    </message>
    <message>
        <source>The printer cannot print this page as it is set up.</source>
        <translation>いまの設定では、この紙面を印刷できません。</translation>
    </message>
    <message>
        <source>Please use another printer.</source>
        <translation>ほかのプリンターをお使いください。</translation>
    </message>
    <message>
        <source>The sheets of the case before have not all been checked.</source>
        <translation>前の案件の用紙の照合が終わっていません。</translation>
    </message>
    <message>
        <source>One case at a time prints, so that no sheets are mixed.</source>
        <translation>用紙が混ざらないよう、1件ずつ印刷します。</translation>
    </message>
    <message>
        <source>Please scan every sheet of that case or record it as spoiled, then try this one again.</source>
        <translation>前の案件の用紙をすべて読み取るか、書損にしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The printer gave up printing.</source>
        <translation>プリンターが印刷をやめました。</translation>
    </message>
    <message>
        <source>The printer ended the job by itself.</source>
        <translation>プリンター側で中止されました。</translation>
    </message>
    <message>
        <source>Please look whether sheets came out, and answer for each of them.</source>
        <translation>用紙が出ているか見て、1枚ずつ答えてください。</translation>
    </message>
    <message>
        <source>Printing was cancelled.</source>
        <translation>印刷が取り消されました。</translation>
    </message>
    <message>
        <source>It was cancelled at the printer or here.</source>
        <translation>プリンターかこの画面で取り消されました。</translation>
    </message>
    <message>
        <source>It is not known whether the sheets came out.</source>
        <translation>用紙が出たかどうか分かりません。</translation>
    </message>
    <message>
        <source>The printer&apos;s answer was lost.</source>
        <translation>プリンターの返事が途切れました。</translation>
    </message>
    <message>
        <source>Please look at the tray and answer for each sheet. Nothing is printed again by itself.</source>
        <translation>トレイを見て、1枚ずつ答えてください。自動では刷り直しません。</translation>
    </message>
    <message>
        <source>This sheet is not one of this issue.</source>
        <translation>この発行の用紙ではありません。</translation>
    </message>
    <message>
        <source>It is of another case, or was spoiled before.</source>
        <translation>ほかの案件の用紙か、書損にした用紙です。</translation>
    </message>
    <message>
        <source>Please put this sheet aside and look for the sheets of this case at the printer.</source>
        <translation>この用紙を脇に置き、プリンターでこの案件の用紙を探してください。</translation>
    </message>
    <message>
        <source>This sheet has already been scanned.</source>
        <translation>読み取り済みの用紙です。</translation>
    </message>
    <message>
        <source>The same sheet was scanned twice.</source>
        <translation>同じ用紙を2回読み取りました。</translation>
    </message>
    <message>
        <source>Please scan the next sheet.</source>
        <translation>次の用紙を読み取ってください。</translation>
    </message>
    <message>
        <source>No sheet is scanned on this page.</source>
        <translation>この画面では用紙を読み取りません。</translation>
    </message>
    <message>
        <source>The reader typed a code that this page has no use for.</source>
        <translation>読み取り機から、この画面では使わないコードが届きました。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Please go on here; sheets are scanned at the collation.</source>
        <translation>何も記録していません。このまま続けてください。用紙は照合の画面で読み取ります。</translation>
    </message>
    <message>
        <source>The code of the sheet cannot be read.</source>
        <translation>用紙のコードを読み取れません。</translation>
    </message>
    <message>
        <source>It is dirty, folded, or another code was scanned.</source>
        <translation>汚れや折れがあるか、別のコードを読み取りました。</translation>
    </message>
    <message>
        <source>Please scan the code at the bottom of the sheet again.</source>
        <translation>用紙の下にあるコードを、もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>The key store of this PC cannot be opened.</source>
        <translation>このパソコンの鍵の保管場所を開けません。</translation>
    </message>
    <message>
        <source>It is locked or not running.</source>
        <translation>ロックされているか、動いていません。</translation>
    </message>
    <message>
        <source>Please sign in to this PC again.</source>
        <translation>パソコンにサインインし直してください。</translation>
    </message>
    <message>
        <source>The counter is already open on this PC.</source>
        <translation>この窓口はすでに開いています。</translation>
    </message>
    <message>
        <source>Another window of the same counter is running.</source>
        <translation>同じ窓口の画面がほかに動いています。</translation>
    </message>
    <message>
        <source>Please use the window that is already open.</source>
        <translation>開いている画面をお使いください。</translation>
    </message>
    <message>
        <source>The records of this PC are from a newer version.</source>
        <translation>このパソコンの記録は新しい版のものです。</translation>
    </message>
    <message>
        <source>An older program was started.</source>
        <translation>古い版のソフトを開いています。</translation>
    </message>
    <message>
        <source>Please start the newest program.</source>
        <translation>新しい版のソフトを開いてください。</translation>
    </message>
    <message>
        <source>The records of this PC cannot be read.</source>
        <translation>このパソコンの記録を読み取れません。</translation>
    </message>
    <message>
        <source>The file is damaged or its key is missing.</source>
        <translation>ファイルが傷んでいるか、鍵がありません。</translation>
    </message>
    <message>
        <source>Please use another counter. Do not delete anything.</source>
        <translation>ほかの窓口をお使いください。何も消さないでください。</translation>
    </message>
    <message>
        <source>The disk of this PC is full.</source>
        <translation>このパソコンの空き容量がありません。</translation>
    </message>
    <message>
        <source>No space is left for the records.</source>
        <translation>記録を残す場所がありません。</translation>
    </message>
    <message>
        <source>Please do not begin a new case; finish the open ones at another counter.</source>
        <translation>新しい受付をせず、ほかの窓口をお使いください。</translation>
    </message>
    <message>
        <source>The settings of this PC are not right.</source>
        <translation>このパソコンの設定に誤りがあります。</translation>
    </message>
    <message>
        <source>A value is missing or wrong.</source>
        <translation>足りないか、正しくない設定があります。</translation>
    </message>
    <message>
        <source>Please use another counter until they are put right.</source>
        <translation>設定が直るまで、ほかの窓口をお使いください。</translation>
    </message>
    <message>
        <source>The program was started again.</source>
        <translation>ソフトが再起動しました。</translation>
    </message>
    <message>
        <source>It had ended while this case was open.</source>
        <translation>この案件の途中で終了していました。</translation>
    </message>
    <message>
        <source>Please look where the paper is, and go on from this screen.</source>
        <translation>用紙の場所を確かめ、この画面から続けてください。</translation>
    </message>
    <message>
        <source>The program could not go on here.</source>
        <translation>処理を続けられませんでした。</translation>
    </message>
    <message>
        <source>A fault of the program. The case is kept as it was.</source>
        <translation>ソフトの不具合です。案件はそのまま残っています。</translation>
    </message>
    <message>
        <source>Please park the case and try again. If it stays so, read out the code below.</source>
        <translation>案件を保留にして、もう一度お試しください。続くときは、下の番号をお伝えください。</translation>
    </message>
    <message>
        <source>The date cannot be read.</source>
        <translation>日付を読み取れません。</translation>
    </message>
    <message>
        <source>It is not a day of the calendar, or the era is missing.</source>
        <translation>暦にない日か、元号がありません。</translation>
    </message>
    <message>
        <source>Please key it like S60.4.3 or 1985.4.3.</source>
        <translation>S60.4.3 や 1985.4.3 のように入力してください。</translation>
    </message>
    <message>
        <source>A paper shown has expired.</source>
        <translation>提示された書類の期限が切れています。</translation>
    </message>
    <message>
        <source>Please ask for another paper.</source>
        <translation>ほかの書類を見せていただいてください。</translation>
    </message>
    <message>
        <source>No such person was found.</source>
        <translation>該当する方が見つかりません。</translation>
    </message>
    <message>
        <source>The spelling or the birth date differs, or the person lives elsewhere.</source>
        <translation>読みか生年月日が違うか、ほかの市区町村の方です。</translation>
    </message>
    <message>
        <source>Please check kana and birth date with the visitor.</source>
        <translation>読みと生年月日を、来庁者に確かめてください。</translation>
    </message>
    <message>
        <source>More than one person was found.</source>
        <translation>該当する方が複数います。</translation>
    </message>
    <message>
        <source>Name and birth date are the same.</source>
        <translation>氏名と生年月日が同じ方がいます。</translation>
    </message>
    <message>
        <source>Please tell them apart by address and head of household.</source>
        <translation>住所と世帯主を伺って選んでください。</translation>
    </message>
    <message>
        <source>The officer in charge confirms this request.</source>
        <translation>担当者が確認いたします。</translation>
    </message>
    <message>
        <source>A confirmation is needed before the issue.</source>
        <translation>発行の前に確認が必要です。</translation>
    </message>
    <message>
        <source>Please ask the visitor to wait, and hand the case to the officer in charge.</source>
        <translation>来庁者にお待ちいただき、担当者に引き継いでください。</translation>
    </message>
    <message>
        <source>The record was changed just now.</source>
        <translation>住民記録がいま更新されました。</translation>
    </message>
    <message>
        <source>An entry was made while this case was open.</source>
        <translation>この案件の間に記録が変わりました。</translation>
    </message>
    <message>
        <source>Please press Enter: the record is read again.</source>
        <translation>Enter を押すと、いまの記録を読み直します。</translation>
    </message>
    <message>
        <source>The approval is not one of this page.</source>
        <translation>承認の内容が、この紙面のものではありません。</translation>
    </message>
    <message>
        <source>The page, the record or the approval was changed on its way.</source>
        <translation>紙面か記録か承認が、途中で変わっています。</translation>
    </message>
    <message>
        <source>Please neither approve nor print, and read out the code below. At the counter, Enter makes the page anew.</source>
        <translation>承認も印刷もせず、下の番号をお伝えください。窓口では、Enter を押すと、紙面を作り直して承認を受け直します。</translation>
    </message>
    <message>
        <source>This page has not been approved.</source>
        <translation>この紙面は承認されていません。</translation>
    </message>
    <message>
        <source>The approval was taken back, or its time is over.</source>
        <translation>承認が取り下げられたか、有効な時間が過ぎました。</translation>
    </message>
    <message>
        <source>Please press Enter: the page is laid before the approver again.</source>
        <translation>Enter を押すと、もう一度承認をお願いします。</translation>
    </message>
    <message>
        <source>Nobody approves a request that he took himself.</source>
        <translation>ご自身が受け付けた案件は承認できません。</translation>
    </message>
    <message>
        <source>You are the clerk of this request, under this or another account.</source>
        <translation>この案件を受け付けた方です（別のアカウントの場合も同じです）。</translation>
    </message>
    <message>
        <source>Please leave it to another approver.</source>
        <translation>ほかの承認者にお任せください。</translation>
    </message>
    <message>
        <source>This PC cannot draw the page as the counter&apos;s PC drew it.</source>
        <translation>このパソコンでは、窓口と同じ紙面を作れません。</translation>
    </message>
    <message>
        <source>The two programs or their fonts are not of the same version.</source>
        <translation>ソフトかフォントの版が、窓口のパソコンと違います。</translation>
    </message>
    <message>
        <source>Please have this PC updated. Until then, approve at another PC.</source>
        <translation>このパソコンの更新が必要です。それまでは、ほかのパソコンで承認してください。</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>The signature was seen: on to the check</source>
        <translation>署名を確認した（確認へ進む）</translation>
    </message>
    <message>
        <source>Number of a paper form (if used)</source>
        <translation>手書きの請求書の番号</translation>
    </message>
    <message>
        <source>Please have the visitor check and sign the form</source>
        <translation>請求書を確かめて署名していただいてください</translation>
    </message>
    <message>
        <source>F3 prints the filled form.</source>
        <translation>F3で、記入済みの請求書を印刷します。</translation>
    </message>
    <message>
        <source>The form is being printed.</source>
        <translation>請求書を印刷しています。</translation>
    </message>
    <message>
        <source>Enter prints the form again.</source>
        <translation>Enter で請求書をもう一度印刷します。</translation>
    </message>
    <message>
        <source>The form %1 was printed. Please have it signed.</source>
        <translation>請求書 %1 を印刷しました。署名していただいてください。</translation>
    </message>
    <message>
        <source>The paper form %1 is used.</source>
        <translation>手書きの請求書 %1 を使います。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>・</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>請求者</translation>
    </message>
    <message>
        <source>Requester (agent)</source>
        <translation>請求者（代理人）</translation>
    </message>
    <message>
        <source>Who gave the mandate</source>
        <translation>委任した方</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>対象者</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>記載項目</translation>
    </message>
    <message>
        <source>all omitted</source>
        <translation>すべて省略</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>通数</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n通</numerusform>
        </translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>使用目的</translation>
    </message>
</context>
<context>
    <name>HandOverView</name>
    <message>
        <source>Handed to</source>
        <translation>お渡しする方</translation>
    </message>
    <message>
        <source>Please let the visitor state the name, and count the sheets together</source>
        <translation>来庁者に氏名を名のっていただき、枚数を一緒に数えてください</translation>
    </message>
    <message>
        <source>Please let the agent state his own name, and count the sheets together</source>
        <translation>代理人ご自身の氏名を言っていただき、枚数をいっしょに数えてください</translation>
    </message>
    <message>
        <source>Handed to the agent</source>
        <translation>お渡しする代理人</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n通</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldView</name>
    <message>
        <source>This request is recorded. It is not issued until the officer has confirmed it.</source>
        <translation>この請求は、担当者の確認待ちとして記録しました。確認が済むまで発行しません。</translation>
    </message>
    <message>
        <source>Please tell the visitor: the officer in charge will confirm. Please wait a little.</source>
        <translation>「担当者が確認いたします。少々お待ちください。」とお伝えください。</translation>
    </message>
    <message>
        <source>Then hand the case to the officer in charge.</source>
        <translation>案件を担当者に引き継いでください。</translation>
    </message>
    <message>
        <source>For another request of the same visitor, press F11. What identified the visitor is kept, if that was done.</source>
        <translation>同じ来庁者の別の請求は、F11 で受け付けます。本人確認が済んでいれば、そのまま引き継ぎます。</translation>
    </message>
    <message>
        <source>The officer in charge confirms this request</source>
        <translation>担当者が確認いたします</translation>
    </message>
</context>
<context>
    <name>IssueView</name>
    <message>
        <source>The page as it will print</source>
        <translation>印刷される紙面</translation>
    </message>
    <message>
        <source>Please wait while the certificate is made</source>
        <translation>証明書を作っています。お待ちください</translation>
    </message>
    <message>
        <source>This page will be printed as it is; please look at it</source>
        <translation>この紙面が、このまま印刷されます</translation>
    </message>
    <message>
        <source>Please wait for the sheets at the printer</source>
        <translation>印刷しています。お待ちください</translation>
    </message>
    <message>
        <source>Please fetch the sheets from the printer</source>
        <translation>プリンターから用紙を取ってきてください</translation>
    </message>
    <message>
        <source>Page %1 of %2 (turn with ＋ and －)</source>
        <translation>%2枚のうち %1枚目（＋ － でめくる）</translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>Items printed only when asked for</source>
        <translation>求められたときだけ載せる項目</translation>
    </message>
    <message>
        <source>My Number and the resident record code are not printed for this visitor here.</source>
        <translation>個人番号・住民票コードは、この請求では窓口で記載できません。</translation>
    </message>
    <message>
        <source>The page as it will print</source>
        <translation>印刷される紙面</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>通数</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>減らす</translation>
    </message>
    <message>
        <source>More</source>
        <translation>増やす</translation>
    </message>
    <message>
        <source>Please ask which items are needed, and how many copies</source>
        <translation>必要な項目と通数を伺ってください</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>記載</translation>
    </message>
    <message>
        <source>omitted</source>
        <translation>省略</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n通</numerusform>
        </translation>
    </message>
    <message>
        <source>Sheet %1 of %2</source>
        <translation>%1 / %2 枚</translation>
    </message>
    <message>
        <source>%1&#x3000;(PgUp, PgDn)</source>
        <translation>%1&#x3000;（PgUp・PgDn で前後）</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Madoguchi</source>
        <translation>窓口</translation>
    </message>
</context>
<context>
    <name>PaperLine</name>
    <message>
        <source>Valid until</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Valid until (if any)</source>
        <translation>有効期限（あれば）</translation>
    </message>
    <message>
        <source>Last 4 of the number</source>
        <translation>番号の下4けた</translation>
    </message>
</context>
<context>
    <name>PapersView</name>
    <message>
        <source>Please take down the mandate, and look at the agent&apos;s own papers</source>
        <translation>委任状と、代理人ご自身の本人確認書類を確認してください</translation>
    </message>
    <message>
        <source>Name in kana</source>
        <translation>氏名（カナ）</translation>
    </message>
    <message>
        <source>Birth date (S60.4.3)</source>
        <translation>生年月日（S60.4.3）</translation>
    </message>
    <message>
        <source>Papers shown</source>
        <translation>提示された書類</translation>
    </message>
    <message>
        <source>Name in kana of who gave the mandate</source>
        <translation>委任した方の氏名（カナ）</translation>
    </message>
    <message>
        <source>His birth date (S60.4.3)</source>
        <translation>委任した方の生年月日（S60.4.3）</translation>
    </message>
    <message>
        <source>The agent&apos;s own papers</source>
        <translation>代理人の本人確認書類</translation>
    </message>
    <message>
        <source>Please ask for name and birth date, and look at the papers</source>
        <translation>氏名と生年月日を伺い、書類を確かめてください</translation>
    </message>
</context>
<context>
    <name>PaymentView</name>
    <message>
        <source>Received</source>
        <translation>お預かり</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>おつり</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手数料</translation>
    </message>
    <message>
        <source>Please take the fee</source>
        <translation>手数料を受け取ってください</translation>
    </message>
    <message>
        <source>%1 yen</source>
        <translation>%1円</translation>
    </message>
</context>
<context>
    <name>PersonsView</name>
    <message>
        <source>Please confirm who will be on the certificate</source>
        <translation>証明書に載る方を確かめてください</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on the page</source>
        <translation>
            <numerusform>載る方&#x3000;%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>Put %1 on the page</source>
        <translation>%1 の方を載せる</translation>
    </message>
    <message>
        <source>Inquiry restricted</source>
        <translation>照会制限</translation>
    </message>
    <message>
        <source>issue withheld</source>
        <translation>発行を保留</translation>
    </message>
    <message>
        <source>on the page</source>
        <translation>載ります</translation>
    </message>
    <message>
        <source>not on the page</source>
        <translation>載りません</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>counter %1</source>
        <translation>%1番窓口</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1分%2秒</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>The pages that wait are being asked for</source>
        <translation>承認を待つ案件を確認しています</translation>
    </message>
    <message>
        <source>No page waits for an approval</source>
        <translation>承認を待つ案件はありません</translation>
    </message>
    <message>
        <source>Please choose a case to examine</source>
        <translation>確認する案件を選んでください</translation>
    </message>
    <message>
        <source>PgUp and PgDn choose in the list at left, Enter opens the page.</source>
        <translation>左の一覧を PgUp と PgDn で選び、Enter で紙面を開きます。</translation>
    </message>
    <message>
        <source>New ones appear at left by themselves.</source>
        <translation>新しい案件は、自動で左の一覧に出ます。</translation>
    </message>
</context>
<context>
    <name>ReceptionView</name>
    <message>
        <source>What is it for?</source>
        <translation>使用目的</translation>
    </message>
    <message>
        <source>Who is asking?</source>
        <translation>どなたの請求ですか</translation>
    </message>
    <message>
        <source>Ticket number (if any)</source>
        <translation>受付番号（あれば）</translation>
    </message>
    <message>
        <source>Where it goes (if needed)</source>
        <translation>提出先（必要なとき）</translation>
    </message>
    <message>
        <source>Please ask what it is for, who is asking and where it goes</source>
        <translation>何に使うか、どなたの請求か、どこへ出すかを伺ってください</translation>
    </message>
</context>
<context>
    <name>ResidentListView</name>
    <message>
        <source>Please choose the visitor by birth date, address and head of household</source>
        <translation>生年月日・住所・世帯主を伺い、該当する方を選んでください</translation>
    </message>
</context>
<context>
    <name>ResidentPanel</name>
    <message>
        <source>Inquiry restricted</source>
        <translation>照会制限</translation>
    </message>
    <message>
        <source>Head of household: %1</source>
        <translation>世帯主&#x3000;%1</translation>
    </message>
</context>
<context>
    <name>ReturnView</name>
    <message>
        <source>The counter sees the reason, corrects the case and asks anew.</source>
        <translation>理由は窓口の画面に出ます。窓口で直して、承認をもう一度お願いします。</translation>
    </message>
    <message>
        <source>Please choose why %1 goes back to the counter</source>
        <translation>%1 番を差し戻す理由を選んでください</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Enter copies the password: in the browser %1 pastes it.</source>
        <translation>Enterを押すとパスワードがコピーされます。ブラウザーでは %1 で貼り付けます。</translation>
    </message>
    <message>
        <source>Please sign in with the practice account</source>
        <translation>練習用アカウントでサインインしてください</translation>
    </message>
    <message>
        <source>Please sign in with your own account</source>
        <translation>ご自身のアカウントでサインインしてください</translation>
    </message>
    <message>
        <source>Enter opens the sign-in page in the browser.</source>
        <translation>Enterで、ブラウザーのサインイン画面を開きます。</translation>
    </message>
    <message>
        <source>Please sign in there. This window goes on by itself.</source>
        <translation>ブラウザーでサインインしてください。この画面は自動で進みます。</translation>
    </message>
    <message>
        <source>Your account is being checked. Please wait.</source>
        <translation>アカウントを確かめています。お待ちください。</translation>
    </message>
    <message>
        <source>Practice account: %1, password: %2</source>
        <translation>練習用アカウント&#x3000;%1&#x3000;&#x3000;パスワード&#x3000;%2</translation>
    </message>
    <message>
        <source>The practice account will stand here in a moment.</source>
        <translation>練習用アカウントは、準備ができるとここに出ます。</translation>
    </message>
    <message>
        <source>The password is copied: in the browser %1 pastes it.</source>
        <translation>パスワードをコピーしました。ブラウザーでは %1 で貼り付けます。</translation>
    </message>
    <message>
        <source>If no browser opens: Esc, then Enter once more.</source>
        <translation>ブラウザーが開かないときは、Esc で戻ってから、もう一度 Enter を押してください。</translation>
    </message>
    <message>
        <source>Sign-in page: %1</source>
        <translation>サインイン画面&#x3000;%1</translation>
    </message>
</context>
<context>
    <name>SpoilView</name>
    <message>
        <source>Sheets</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Please mark the spoiled sheets and say why</source>
        <translation>書損の用紙と理由を選んでください</translation>
    </message>
</context>
<context>
    <name>TakingView</name>
    <message>
        <source>Name in kana and birth date are those of the person whose certificate it is.</source>
        <translation>フリガナと生年月日は、証明書に載る方（委任した方など）のものです。</translation>
    </message>
    <message>
        <source>Name as said</source>
        <translation>氏名（申し出のとおり）</translation>
    </message>
    <message>
        <source>Name in kana</source>
        <translation>氏名（カナ）</translation>
    </message>
    <message>
        <source>Birth date (S60.4.3)</source>
        <translation>生年月日（S60.4.3）</translation>
    </message>
    <message>
        <source>Telephone or address</source>
        <translation>電話番号または住所</translation>
    </message>
    <message>
        <source>Day promised (if any)</source>
        <translation>お約束の日（あれば）</translation>
    </message>
    <message>
        <source>How does the visitor get it?</source>
        <translation>お渡しの方法</translation>
    </message>
    <message>
        <source>Papers shown (if any)</source>
        <translation>提示された書類（あれば）</translation>
    </message>
    <message>
        <source>Please write down what the visitor says</source>
        <translation>来庁者のお話を書き取ってください</translation>
    </message>
</context>
<context>
    <name>TopBarView</name>
    <message>
        <source>Madoguchi</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>%1番窓口</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>TroublePanel</name>
    <message>
        <source>To call: %1.</source>
        <translation>&#x3000;連絡先は%1です。</translation>
    </message>
</context>
<context>
    <name>UncertainView</name>
    <message>
        <source>The printer&apos;s answer was lost. Please look at the tray and answer for each sheet.</source>
        <translation>プリンターの返事が途切れました。トレイを見て、1枚ずつ答えてください。</translation>
    </message>
    <message>
        <source>Did these sheets come out of the printer?</source>
        <translation>この用紙はプリンターから出ましたか</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>出た</translation>
    </message>
    <message>
        <source>It did not</source>
        <translation>出ていない</translation>
    </message>
</context>
<context>
    <name>WithdrawView</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Please choose why the request is withdrawn</source>
        <translation>取り下げる理由を選んでください</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>normal</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>slow line</source>
        <translation>遅延</translation>
    </message>
    <message>
        <source>partly out</source>
        <translation>一部停止</translation>
    </message>
    <message>
        <source>records out</source>
        <translation>住民記録停止</translation>
    </message>
    <message>
        <source>line down</source>
        <translation>回線停止</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>復旧中</translation>
    </message>
    <message>
        <source>Everything can be issued.</source>
        <translation>すべての発行ができます。</translation>
    </message>
    <message>
        <source>The line is slow. Please go on; each answer takes longer.</source>
        <translation>回線が混み合っています。応答に時間がかかりますが、そのまま続けられます。</translation>
    </message>
    <message>
        <source>Part of the service is out. Requests can be taken.</source>
        <translation>一部の機能が止まっています。受付はできます。</translation>
    </message>
    <message>
        <source>The resident records are out. Requests can be taken for later.</source>
        <translation>住民記録が止まっています。後日交付の受付ができます。</translation>
    </message>
    <message>
        <source>The line is back. What was taken is being sent.</source>
        <translation>回線が戻りました。受付済みの内容を送っています。</translation>
    </message>
    <message>
        <source>card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>unsent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>読取中</translation>
    </message>
    <message>
        <source>read</source>
        <translation>読取済</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>印刷中</translation>
    </message>
    <message>
        <source>paper jam</source>
        <translation>紙詰まり</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>用紙切れ</translation>
    </message>
    <message>
        <source>cover open</source>
        <translation>カバー開</translation>
    </message>
    <message>
        <source>running low</source>
        <translation>残りわずか</translation>
    </message>
    <message>
        <source>left</source>
        <translation>残</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待ち</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>contracted</source>
        <translation>受託</translation>
    </message>
    <message>
        <source>certifier</source>
        <translation>認証者</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>係長</translation>
    </message>
    <message>
        <source>protection officer</source>
        <translation>担当官</translation>
    </message>
    <message>
        <source>cash officer</source>
        <translation>出納</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>対象者</translation>
    </message>
    <message>
        <source>Items, copies</source>
        <translation>項目・通数</translation>
    </message>
    <message>
        <source>Request form</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>発行</translation>
    </message>
    <message>
        <source>Collation</source>
        <translation>照合</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手数料</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>at reception</source>
        <translation>受付中</translation>
    </message>
    <message>
        <source>being identified</source>
        <translation>本人確認中</translation>
    </message>
    <message>
        <source>choosing persons</source>
        <translation>対象者の確認中</translation>
    </message>
    <message>
        <source>choosing items</source>
        <translation>項目の確認中</translation>
    </message>
    <message>
        <source>at the form</source>
        <translation>請求書の署名待ち</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>審査中</translation>
    </message>
    <message>
        <source>being issued</source>
        <translation>発行の準備中</translation>
    </message>
    <message>
        <source>being printed</source>
        <translation>印刷中</translation>
    </message>
    <message>
        <source>paper to be confirmed</source>
        <translation>用紙の確認待ち</translation>
    </message>
    <message>
        <source>being collated</source>
        <translation>照合中</translation>
    </message>
    <message>
        <source>fee to be paid</source>
        <translation>手数料待ち</translation>
    </message>
    <message>
        <source>being handed over</source>
        <translation>交付中</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>held</source>
        <translation>担当者確認中</translation>
    </message>
    <message>
        <source>Resident record, whole household</source>
        <translation>住民票の写し&#x3000;世帯全員</translation>
    </message>
    <message>
        <source>Resident record, part of the household</source>
        <translation>住民票の写し&#x3000;世帯の一部</translation>
    </message>
    <message>
        <source>Resident record, one person</source>
        <translation>住民票の写し&#x3000;個人票</translation>
    </message>
    <message>
        <source>Whole household</source>
        <translation>世帯全員</translation>
    </message>
    <message>
        <source>Part of the household</source>
        <translation>世帯の一部</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>個人票</translation>
    </message>
    <message>
        <source>the person or the household</source>
        <translation>本人・同じ世帯の方</translation>
    </message>
    <message>
        <source>the person himself</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>of the same household</source>
        <translation>同一世帯の方</translation>
    </message>
    <message>
        <source>legal representative</source>
        <translation>法定代理人の方</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>代理の方（委任状）</translation>
    </message>
    <message>
        <source>messenger</source>
        <translation>使者の方</translation>
    </message>
    <message>
        <source>third party</source>
        <translation>第三者の方</translation>
    </message>
    <message>
        <source>professional</source>
        <translation>職務上の請求</translation>
    </message>
    <message>
        <source>public office</source>
        <translation>公用の請求</translation>
    </message>
    <message>
        <source>My Number Card (face photo, number B)</source>
        <translation>マイナンバーカード（顔写真・照合番号B）</translation>
    </message>
    <message>
        <source>My Number Card (face photo, PIN)</source>
        <translation>マイナンバーカード（顔写真・暗証番号）</translation>
    </message>
    <message>
        <source>My Number Card (PIN of the owner)</source>
        <translation>マイナンバーカード（本人の暗証番号）</translation>
    </message>
    <message>
        <source>Papers shown</source>
        <translation>提示された書類</translation>
    </message>
    <message>
        <source>Head of household, relationship</source>
        <translation>世帯主・続柄</translation>
    </message>
    <message>
        <source>Registered domicile, its head</source>
        <translation>本籍・筆頭者</translation>
    </message>
    <message>
        <source>Nationality, residence status</source>
        <translation>国籍・在留資格等</translation>
    </message>
    <message>
        <source>My Number</source>
        <translation>個人番号</translation>
    </message>
    <message>
        <source>Resident record code</source>
        <translation>住民票コード</translation>
    </message>
    <message>
        <source>identified by questions</source>
        <translation>聞き取り確認</translation>
    </message>
    <message>
        <source>%1 is approved.</source>
        <translation>%1 番を承認しました。</translation>
    </message>
    <message>
        <source>%1 was given back to the counter.</source>
        <translation>%1 番を窓口へ差し戻しました。</translation>
    </message>
    <message>
        <source>%1 was put off. It waits in the list.</source>
        <translation>%1 番を保留にしました。一覧に残っています。</translation>
    </message>
    <message>
        <source>%1 was not approved: its record has changed. The counter begins it again.</source>
        <translation>%1 番は、記録が変わったため承認していません。窓口でやり直します。</translation>
    </message>
    <message>
        <source>%1 waits no more: the counter took it back, or it was decided.</source>
        <translation>%1 番は、窓口が取り下げたか、ほかの方が決裁しました。</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>請求者</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>窓口に来た人</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>紙面に載る人</translation>
    </message>
    <message>
        <source>Printed items</source>
        <translation>載せる項目</translation>
    </message>
    <message>
        <source>Restrictions</source>
        <translation>制限</translation>
    </message>
    <message>
        <source>Copies, fee</source>
        <translation>通数・手数料</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>使用目的</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>過去30日</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>The requester is to be confirmed</source>
        <translation>請求者の確認</translation>
    </message>
    <message>
        <source>Papers are missing or to be confirmed</source>
        <translation>書類の不足・確認</translation>
    </message>
    <message>
        <source>The persons on the page differ</source>
        <translation>紙面に載る人の相違</translation>
    </message>
    <message>
        <source>The printed items differ</source>
        <translation>載せる項目の相違</translation>
    </message>
    <message>
        <source>Copies or fee differ</source>
        <translation>通数・手数料の相違</translation>
    </message>
    <message>
        <source>The page is wrong</source>
        <translation>紙面の誤り</translation>
    </message>
    <message>
        <source>Something differs: no approval is possible. F8 gives it back.</source>
        <translation>不一致があり、承認できません。F8 で差し戻してください。</translation>
    </message>
    <message>
        <source>This page cannot be approved here.</source>
        <translation>この紙面は、ここでは承認できません。</translation>
    </message>
    <message>
        <source>A page of one person. Nobody else is on it.</source>
        <translation>個人票。ほかの世帯員は載りません。</translation>
    </message>
    <message>
        <source>Part of the household. Nobody else is on it.</source>
        <translation>世帯の一部。ほかの世帯員は載りません。</translation>
    </message>
    <message>
        <source>The whole household.</source>
        <translation>世帯の全員が載ります。</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>運転免許証</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>旅券</translation>
    </message>
    <message>
        <source>Residence card</source>
        <translation>在留カード</translation>
    </message>
    <message>
        <source>Disability certificate</source>
        <translation>障害者手帳</translation>
    </message>
    <message>
        <source>Health insurance eligibility</source>
        <translation>資格確認書</translation>
    </message>
    <message>
        <source>Pension book</source>
        <translation>年金手帳</translation>
    </message>
    <message>
        <source>Care insurance card</source>
        <translation>介護保険の被保険者証</translation>
    </message>
    <message>
        <source>Questions only</source>
        <translation>質問で確認</translation>
    </message>
    <message>
        <source>Please key the last four of the number.</source>
        <translation>番号の下4けたを入力してください。</translation>
    </message>
    <message>
        <source>Please key the day until which it is valid.</source>
        <translation>有効期限を入力してください。</translation>
    </message>
    <message>
        <source>Please key the day like R9.4.3 or 2027.4.3.</source>
        <translation>令和9.4.3 か 2027.4.3 のように入力してください。</translation>
    </message>
    <message>
        <source>It has expired and proves nothing. Please ask for another paper.</source>
        <translation>期限が切れているため、確認に使えません。ほかの書類を見せていただいてください。</translation>
    </message>
    <message>
        <source>Please key the date on the mandate like R8.10.30.</source>
        <translation>委任状の日付を 令和8.10.30 か 2026.10.30 のように入力してください。</translation>
    </message>
    <message>
        <source>This day has not come yet. Please look at the mandate.</source>
        <translation>まだ来ていない日付です。委任状を確かめてください。</translation>
    </message>
    <message>
        <source>Please look at the original of the mandate, and tick it.</source>
        <translation>委任状の原本を確かめ、9 で印を付けてください。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>世帯主</translation>
    </message>
    <message>
        <source>Domicile</source>
        <translation>本籍</translation>
    </message>
    <message>
        <source>Signature of the face: verified</source>
        <translation>券面の署名&#x3000;検証済</translation>
    </message>
    <message>
        <source>Signature of the face: wrong</source>
        <translation>券面の署名&#x3000;不一致</translation>
    </message>
    <message>
        <source>Signature of the face: issuer not known</source>
        <translation>券面の署名&#x3000;発行者不明</translation>
    </message>
    <message>
        <source>Signature of the face: not read</source>
        <translation>券面の署名&#x3000;未確認</translation>
    </message>
    <message>
        <source>Revocation: none</source>
        <translation>失効&#x3000;なし</translation>
    </message>
    <message>
        <source>Revocation: revoked</source>
        <translation>失効しています</translation>
    </message>
    <message>
        <source>Revocation: not checked</source>
        <translation>失効&#x3000;未確認</translation>
    </message>
    <message>
        <source>“%1” on the card is a substitute character. The certificate prints “%2” of the register.</source>
        <translation>カードの「%1」は代替文字です。証明書には住民記録の「%2」で印字します。</translation>
    </message>
    <message>
        <source>Only the spaces differ. The certificate prints the register&apos;s.</source>
        <translation>空白だけが違います。証明書には住民記録のとおり印字します。</translation>
    </message>
    <message>
        <source>Only the way of writing differs. The register&apos;s is printed.</source>
        <translation>書き方だけが違います。証明書には住民記録のとおり印字します。</translation>
    </message>
    <message>
        <source>The Latin letters are written differently. Please compare them.</source>
        <translation>ローマ字の書き方が違います。よく見比べてください。</translation>
    </message>
    <message>
        <source>The address differs. Please ask whether the visitor has moved.</source>
        <translation>住所が違います。引っ越しをされたか伺ってください。</translation>
    </message>
    <message>
        <source>Card and register differ. Please ask the visitor.</source>
        <translation>カードと住民記録が違います。来庁者に伺ってください。</translation>
    </message>
    <message>
        <source>The requester may ask for this</source>
        <translation>請求できる方です</translation>
    </message>
    <message>
        <source>The visitor is identified</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Two attributes were said aloud</source>
        <translation>口頭での2項目</translation>
    </message>
    <message>
        <source>The form is signed</source>
        <translation>請求書と署名</translation>
    </message>
    <message>
        <source>Persons and copies are in order</source>
        <translation>対象者と通数</translation>
    </message>
    <message>
        <source>The items need no approval</source>
        <translation>記載項目</translation>
    </message>
    <message>
        <source>All persons are of the same household</source>
        <translation>世帯の記録</translation>
    </message>
    <message>
        <source>Confirmed against the records</source>
        <translation>住民記録での確認</translation>
    </message>
    <message>
        <source>An agent asks, by a mandate</source>
        <translation>代理人からの請求です（委任状あり）</translation>
    </message>
    <message>
        <source>The visitor is identified by questions</source>
        <translation>本人確認は質問によるものです</translation>
    </message>
    <message>
        <source>My Number or the resident record code is printed</source>
        <translation>個人番号・住民票コードを記載します</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>needs approval</source>
        <translation>承認が必要</translation>
    </message>
    <message>
        <source>cannot be issued</source>
        <translation>発行できません</translation>
    </message>
    <message>
        <source>not printed yet</source>
        <translation>印刷前</translation>
    </message>
    <message>
        <source>to be scanned</source>
        <translation>未照合</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>照合済</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>交付済</translation>
    </message>
    <message>
        <source>spoiled</source>
        <translation>書損</translation>
    </message>
    <message>
        <source>void</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Paper jam</source>
        <translation>紙詰まり</translation>
    </message>
    <message>
        <source>Badly printed</source>
        <translation>印刷が不鮮明</translation>
    </message>
    <message>
        <source>Did not come out</source>
        <translation>出ていない</translation>
    </message>
    <message>
        <source>The visitor left</source>
        <translation>来庁者が帰られた</translation>
    </message>
    <message>
        <source>To be corrected</source>
        <translation>内容の訂正</translation>
    </message>
    <message>
        <source>The record changed</source>
        <translation>記録の変更</translation>
    </message>
    <message>
        <source>Came back without approval</source>
        <translation>承認されずに戻った</translation>
    </message>
    <message>
        <source>The visitor wishes so</source>
        <translation>来庁者の申し出</translation>
    </message>
    <message>
        <source>Papers are missing</source>
        <translation>書類がそろわない</translation>
    </message>
    <message>
        <source>Taken by mistake</source>
        <translation>受付の誤り</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>Card, electronic money</source>
        <translation>カード・電子マネー</translation>
    </message>
    <message>
        <source>The visitor stated this name</source>
        <translation>来庁者が氏名を名のった</translation>
    </message>
    <message>
        <source>Sheets counted before the visitor</source>
        <translation>来庁者の前で枚数を数えた</translation>
    </message>
    <message>
        <source>The printer is ready.</source>
        <translation>プリンターは待機中です。</translation>
    </message>
    <message>
        <source>The printer is printing.</source>
        <translation>印刷しています。</translation>
    </message>
    <message>
        <source>Paper is jammed in the printer.</source>
        <translation>プリンターに紙が詰まっています。</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>用紙がありません。</translation>
    </message>
    <message>
        <source>The printer has stopped.</source>
        <translation>プリンターが止まっています。</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open.</source>
        <translation>プリンターのカバーが開いています。</translation>
    </message>
    <message>
        <source>The printer is not connected.</source>
        <translation>プリンターがつながっていません。</translation>
    </message>
    <message>
        <source>The printer is being asked.</source>
        <translation>プリンターに問い合わせています。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新しい受付</translation>
    </message>
    <message>
        <source>Print the form</source>
        <translation>請求書を印刷</translation>
    </message>
    <message>
        <source>Visitor&apos;s PIN</source>
        <translation>暗証番号で</translation>
    </message>
    <message>
        <source>Number B</source>
        <translation>照合番号Bで</translation>
    </message>
    <message>
        <source>Without a card</source>
        <translation>カードなしで</translation>
    </message>
    <message>
        <source>With a card</source>
        <translation>カードで</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Take back to mend</source>
        <translation>取り下げて直す</translation>
    </message>
    <message>
        <source>End without a record</source>
        <translation>記録せずに終える</translation>
    </message>
    <message>
        <source>Take the request only</source>
        <translation>受付のみ</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>受付票を印刷</translation>
    </message>
    <message>
        <source>Ask for the approval</source>
        <translation>承認をお願いする</translation>
    </message>
    <message>
        <source>Wait for the approval</source>
        <translation>承認を待つ</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>On to what is said</source>
        <translation>聞き取りへ</translation>
    </message>
    <message>
        <source>Take the request</source>
        <translation>受け付ける</translation>
    </message>
    <message>
        <source>Next visitor</source>
        <translation>次の方へ</translation>
    </message>
    <message>
        <source>Examine this case</source>
        <translation>紙面を開く</translation>
    </message>
    <message>
        <source>On to the approval</source>
        <translation>承認へ進む</translation>
    </message>
    <message>
        <source>Sign the approval</source>
        <translation>承認の署名をする</translation>
    </message>
    <message>
        <source>Give back to the clerk</source>
        <translation>窓口へ差し戻す</translation>
    </message>
    <message>
        <source>Spoiled sheet</source>
        <translation>書損</translation>
    </message>
    <message>
        <source>The line is down. Requests can be taken for later (F2, F5); nothing can be issued.</source>
        <translation>回線が止まっています。受付のみできます（F2 のあと F5、後日交付）。照会と発行はできません。</translation>
    </message>
    <message>
        <source>being written down</source>
        <translation>聞き取り中</translation>
    </message>
    <message>
        <source>taken, waits for the line</source>
        <translation>受付済み・回線待ち</translation>
    </message>
    <message>
        <source>taken, to go on with</source>
        <translation>受付票あり・続きから</translation>
    </message>
    <message>
        <source>given back, to be mended</source>
        <translation>差し戻し</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認されました</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>差し戻されました</translation>
    </message>
    <message>
        <source>Please look</source>
        <translation>確認してください</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>Cancel printing</source>
        <translation>印刷を中止</translation>
    </message>
    <message>
        <source>See the page (while held)</source>
        <translation>紙面を見る（押している間）</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>もう1件</translation>
    </message>
    <message>
        <source>Practice card</source>
        <translation>練習用カード</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>一覧へ</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>差し戻す</translation>
    </message>
    <message>
        <source>Training: F12 shows the practice cards to put on the reader.</source>
        <translation>訓練：F12を押すと、読み取り機に置く練習用カードを選べます。</translation>
    </message>
    <message>
        <source>Training: F12, then 0 takes the practice card away.</source>
        <translation>訓練：F12、つづけて0で、練習用カードを取り除きます。</translation>
    </message>
    <message>
        <source>Training: F12, then 8 scans the next printed sheet.</source>
        <translation>訓練：F12、つづけて8で、印刷した次の紙を読み取ります。</translation>
    </message>
    <message>
        <source>Training: number B of this practice card is %1.</source>
        <translation>訓練：このカードの照合番号Bは %1 です。</translation>
    </message>
    <message>
        <source>Training: the PIN of this practice card is %1.</source>
        <translation>訓練：このカードの暗証番号は %1 です。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>New reception</source>
        <translation>新しい受付</translation>
    </message>
    <message>
        <source>On to identity</source>
        <translation>本人確認へ進む</translation>
    </message>
    <message>
        <source>Read the card</source>
        <translation>カードを読み取る</translation>
    </message>
    <message>
        <source>Use the last try</source>
        <translation>最後の1回で読み取る</translation>
    </message>
    <message>
        <source>Find the person</source>
        <translation>住民記録を探す</translation>
    </message>
    <message>
        <source>On with this person</source>
        <translation>この方で進む</translation>
    </message>
    <message>
        <source>On to persons</source>
        <translation>対象者へ進む</translation>
    </message>
    <message>
        <source>On to items</source>
        <translation>項目・通数へ進む</translation>
    </message>
    <message>
        <source>On to the form</source>
        <translation>請求書へ進む</translation>
    </message>
    <message>
        <source>On to the check</source>
        <translation>確認へ進む</translation>
    </message>
    <message>
        <source>On to the issue</source>
        <translation>発行へ進む</translation>
    </message>
    <message>
        <source>Record as held</source>
        <translation>担当者に引き継ぐ</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>On to collation</source>
        <translation>照合へ進む</translation>
    </message>
    <message>
        <source>On to the fee</source>
        <translation>手数料へ進む</translation>
    </message>
    <message>
        <source>On to hand-over</source>
        <translation>交付へ進む</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>交付した</translation>
    </message>
    <message>
        <source>Record the answers</source>
        <translation>答えを記録する</translation>
    </message>
    <message>
        <source>Record as spoiled</source>
        <translation>書損を記録する</translation>
    </message>
    <message>
        <source>Record as withdrawn</source>
        <translation>取下げを記録する</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>終わる</translation>
    </message>
    <message>
        <source>The visitor comes again</source>
        <translation>再来庁</translation>
    </message>
    <message>
        <source>By telephone first</source>
        <translation>電話でお知らせ</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>郵送</translation>
    </message>
    <message>
        <source>The slip is being printed. If it does not come out, press F3.</source>
        <translation>受付票を印刷しています。出てこないときは F3 を押してください。</translation>
    </message>
    <message>
        <source>Please hand the slip to the visitor.</source>
        <translation>受付票を来庁者へお渡しください。</translation>
    </message>
    <message>
        <source>The slip was not printed. Please write this number down for the visitor, or press F3.</source>
        <translation>受付票は印刷されませんでした。この番号を書いてお渡しするか、F3 を押してください。</translation>
    </message>
    <message>
        <source>If the visitor has no slip yet, press F3.</source>
        <translation>受付票をまだお渡ししていないときは F3 を押してください。</translation>
    </message>
    <message>
        <source>The line is back. The request is being sent.</source>
        <translation>回線が戻りました。請求を送っています。</translation>
    </message>
</context>
</TS>
