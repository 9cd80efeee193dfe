<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="en_CA">
<context>
    <name>AskForm</name>
    <message numerus="yes">
        <source>%n number(s) are too many at once; ask for up to 200.</source>
        <translation>
            <numerusform>%n number is too many; ask for up to 200.</numerusform>
            <numerusform>%n numbers are too many at once; ask for up to 200.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message numerus="yes">
        <source>Saved as {file}: %n line(s).</source>
        <translation>
            <numerusform>Saved as {file}: %n line.</numerusform>
            <numerusform>Saved as {file}: %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n&#xa0;minute ago</numerusform>
            <numerusform>%n&#xa0;minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n&#xa0;hour ago</numerusform>
            <numerusform>%n&#xa0;hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n&#xa0;day ago</numerusform>
            <numerusform>%n&#xa0;days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many requests in a short time. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many requests in a short time. Try again in %n&#xa0;second.</numerusform>
            <numerusform>Too many requests in a short time. Try again in %n&#xa0;seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Use at least %n&#xa0;character.</numerusform>
            <numerusform>Use at least %n&#xa0;characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n character(s).</source>
        <translation>
            <numerusform>Use at most %n&#xa0;character.</numerusform>
            <numerusform>Use at most %n&#xa0;characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) need a correction.</source>
        <translation>
            <numerusform>%n&#xa0;field needs a correction.</numerusform>
            <numerusform>%n&#xa0;fields need a correction.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed %n day(s) ago</source>
        <translation>
            <numerusform>changed %n&#xa0;day ago</numerusform>
            <numerusform>changed %n&#xa0;days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), the newest first.</source>
        <translation>
            <numerusform>%n&#xa0;line, the newest first.</numerusform>
            <numerusform>%n&#xa0;lines, the newest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s), without the access code. A few words in a row make a good password.</source>
        <translation>
            <numerusform>At least %n&#xa0;character, without the access code. A few words in a row make a good password.</numerusform>
            <numerusform>At least %n&#xa0;characters, without the access code. A few words in a row make a good password.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s) found.</source>
        <translation>
            <numerusform>%n&#xa0;shipment found.</numerusform>
            <numerusform>%n&#xa0;shipments found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n&#xa0;number</numerusform>
            <numerusform>%n&#xa0;numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) were blank.</source>
        <translation>
            <numerusform>%n&#xa0;cell was blank.</numerusform>
            <numerusform>%n&#xa0;cells were blank.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n watched shipment(s) changed</source>
        <translation>
            <numerusform>%n watched shipment changed</numerusform>
            <numerusform>%n watched shipments changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Watching %n number(s).</source>
        <translation>
            <numerusform>Watching %n&#xa0;number.</numerusform>
            <numerusform>Watching %n&#xa0;numbers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The watch list is full: it holds %Ln number(s). Stop watching some first.</source>
        <translation>
            <numerusform>The watch list is full: it holds %Ln&#xa0;number. Stop watching some first.</numerusform>
            <numerusform>The watch list is full: it holds %Ln&#xa0;numbers. Stop watching some first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server cannot be reached. %n number(s) are shown as they were last known, the oldest {age}.</source>
        <translation>
            <numerusform>The server cannot be reached. %n&#xa0;number is shown as it was last known, {age}.</numerusform>
            <numerusform>The server cannot be reached. %n&#xa0;numbers are shown as they were last known, the oldest {age}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server answers from a copy for the moment. %n number(s) are shown as the copy knew them, the oldest {age}.</source>
        <translation>
            <numerusform>The server answers from a copy for the moment. %n&#xa0;number is shown as the copy knew it, {age}.</numerusform>
            <numerusform>The server answers from a copy for the moment. %n&#xa0;numbers are shown as the copy knew them, the oldest {age}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with several shipments</source>
        <translation>
            <numerusform>%n with several shipments</numerusform>
            <numerusform>%n with several shipments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not found</source>
        <translation>
            <numerusform>%n not found</numerusform>
            <numerusform>%n not found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s) left out.</source>
        <translation>
            <numerusform>%n&#xa0;duplicate left out.</numerusform>
            <numerusform>%n&#xa0;duplicates left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n access request(s)</source>
        <translation>
            <numerusform>%n access request</numerusform>
            <numerusform>%n access requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n forgotten password(s)</source>
        <translation>
            <numerusform>%n forgotten password</numerusform>
            <numerusform>%n forgotten passwords</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not fully imported</source>
        <translation>
            <numerusform>%n file not fully imported</numerusform>
            <numerusform>%n files not fully imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent e-mail(s)</source>
        <translation>
            <numerusform>%n unsent e-mail</numerusform>
            <numerusform>%n unsent e-mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) not sent yet</source>
        <translation>
            <numerusform>%n&#xa0;request not sent yet</numerusform>
            <numerusform>%n&#xa0;requests not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) could not be sent for more than two days. They are safe on this computer; see “not sent yet” at the bottom of the window.</source>
        <translation>
            <numerusform>%n&#xa0;request could not be sent for more than two days. It is safe on this computer; see “not sent yet” at the bottom of the window.</numerusform>
            <numerusform>%n&#xa0;requests could not be sent for more than two days. They are safe on this computer; see “not sent yet” at the bottom of the window.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid</source>
        <translation>
            <numerusform>%n invalid</numerusform>
            <numerusform>%n invalid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown sender(s)</source>
        <translation>
            <numerusform>%n unknown sender</numerusform>
            <numerusform>%n unknown senders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies), by name</source>
        <translation>
            <numerusform>%n entry, by name</numerusform>
            <numerusform>%n entries, by name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same for %n more of this sender</source>
        <translation>
            <numerusform>The same for %n more of this sender</numerusform>
            <numerusform>The same for %n more of this sender</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) of invoices</source>
        <translation>
            <numerusform>%n dispute of an invoice</numerusform>
            <numerusform>%n disputes of invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} and %n more</source>
        <translation>
            <numerusform>{number} and %n more</numerusform>
            <numerusform>{number} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) imported.</source>
        <translation>
            <numerusform>%n part imported.</numerusform>
            <numerusform>%n parts imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) still cannot be imported.</source>
        <translation>
            <numerusform>%n part still cannot be imported.</numerusform>
            <numerusform>%n parts still cannot be imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) would be imported.</source>
        <translation>
            <numerusform>%n part would be imported.</numerusform>
            <numerusform>%n parts would be imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) would be set aside.</source>
        <translation>
            <numerusform>%n part would be set aside.</numerusform>
            <numerusform>%n parts would be set aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) to look at</source>
        <translation>
            <numerusform>%n claim to look at</numerusform>
            <numerusform>%n claims to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left for the notice: until {day}.</source>
        <translation>
            <numerusform>%n day left for the notice: until {day}.</numerusform>
            <numerusform>%n days left for the notice: until {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late: the last day for the notice was {day}. Send it all the same.</source>
        <translation>
            <numerusform>%n day late: the last day for the notice was {day}. Send it all the same.</numerusform>
            <numerusform>%n days late: the last day for the notice was {day}. Send it all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left for the claim: until {day}.</source>
        <translation>
            <numerusform>%n day left for the claim: until {day}.</numerusform>
            <numerusform>%n days left for the claim: until {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late: the last day for the claim was {day}. Send it all the same.</source>
        <translation>
            <numerusform>%n day late: the last day for the claim was {day}. Send it all the same.</numerusform>
            <numerusform>%n days late: the last day for the claim was {day}. Send it all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) saved.</source>
        <translation>
            <numerusform>%n paper saved.</numerusform>
            <numerusform>%n papers saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved as {file}: %n line(s).</source>
        <translation>
            <numerusform>Saved as {file}: %n line.</numerusform>
            <numerusform>Saved as {file}: %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message numerus="yes">
        <source>Saved in {place}: %n document(s).</source>
        <translation>
            <numerusform>Saved in {place}: %n document.</numerusform>
            <numerusform>Saved in {place}: %n documents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missing, with the reason in the list: %n.</source>
        <translation>
            <numerusform>Missing, with the reason in the list: %n.</numerusform>
            <numerusform>Missing, with the reason in the list: %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropState</name>
    <message numerus="yes">
        <source>%n file(s) waiting in {folder}.</source>
        <translation>
            <numerusform>%n file waiting in {folder}.</numerusform>
            <numerusform>%n files waiting in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) put aside; each lies in “rejected” with its reason.</source>
        <translation>
            <numerusform>%n file put aside; it lies in “rejected” with its reason.</numerusform>
            <numerusform>%n files put aside; each lies in “rejected” with its reason.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueNotices</name>
    <message numerus="yes">
        <source>%n shipment(s) came damaged or short: give notice in time</source>
        <translation>
            <numerusform>%n shipment came damaged or short: give notice in time</numerusform>
            <numerusform>%n shipments came damaged or short: give notice in time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message numerus="yes">
        <source>Trace %n number(s)</source>
        <translation>
            <numerusform>Trace %n number</numerusform>
            <numerusform>Trace %n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoodsEditor</name>
    <message numerus="yes">
        <source>{first} and %n more</source>
        <translation>
            <numerusform>{first} and %n more</numerusform>
            <numerusform>{first} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinesEditor</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n&#xa0;line</numerusform>
            <numerusform>%n&#xa0;lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) did not fit and were left out.</source>
        <translation>
            <numerusform>%n&#xa0;line did not fit and was left out.</numerusform>
            <numerusform>%n&#xa0;lines did not fit and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapTab</name>
    <message numerus="yes">
        <source>%n shipment(s) not drawn: the carrier has not told the coordinates of where they were last seen.</source>
        <translation>
            <numerusform>%n&#xa0;shipment not drawn: the carrier has not told the coordinates of where it was last seen.</numerusform>
            <numerusform>%n&#xa0;shipments not drawn: the carrier has not told the coordinates of where they were last seen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message numerus="yes">
        <source>{place} and %n more place(s)</source>
        <translation>
            <numerusform>{place} and %n&#xa0;more place</numerusform>
            <numerusform>{place} and %n&#xa0;more places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{what}: %n shipment(s)</source>
        <translation>
            <numerusform>{what}: %n&#xa0;shipment</numerusform>
            <numerusform>{what}: %n&#xa0;shipments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NarrowedLine</name>
    <message numerus="yes">
        <source>{part}: %n shipment(s)</source>
        <translation>
            <numerusform>{part}: %n shipment</numerusform>
            <numerusform>{part}: %n shipments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message numerus="yes">
        <source>Paper: %n page(s)</source>
        <translation>
            <numerusform>Paper: %n page</numerusform>
            <numerusform>Paper: %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickupCounts</name>
    <message numerus="yes">
        <source>%n pickup(s)</source>
        <translation>
            <numerusform>%n&#xa0;pickup</numerusform>
            <numerusform>%n&#xa0;pickups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handling unit(s)</source>
        <translation>
            <numerusform>%n&#xa0;handling unit</numerusform>
            <numerusform>%n&#xa0;handling units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointsPanel</name>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuoteCounts</name>
    <message numerus="yes">
        <source>%n service day(s)</source>
        <translation>
            <numerusform>%n&#xa0;service day</numerusform>
            <numerusform>%n&#xa0;service days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s)</source>
        <translation>
            <numerusform>%n&#xa0;shipment</numerusform>
            <numerusform>%n&#xa0;shipments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n priced</source>
        <translation>
            <numerusform>%n&#xa0;priced</numerusform>
            <numerusform>%n&#xa0;priced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportByMail</name>
    <message numerus="yes">
        <source>Report sent with %n shipment(s).</source>
        <translation>
            <numerusform>Report sent with %n&#xa0;shipment.</numerusform>
            <numerusform>Report sent with %n&#xa0;shipments.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RouteStrip</name>
    <message numerus="yes">
        <source>after %n more place(s)</source>
        <translation>
            <numerusform>after %n&#xa0;more place</numerusform>
            <numerusform>after %n&#xa0;more places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShipmentReportPage</name>
    <message numerus="yes">
        <source>%n shipment(s) so far…</source>
        <translation>
            <numerusform>%n&#xa0;shipment so far…</numerusform>
            <numerusform>%n&#xa0;shipments so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n shipment(s)</source>
        <translation>
            <numerusform>{shown} of %n shipment</numerusform>
            <numerusform>{shown} of %n shipments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s). Press Enter to open one.</source>
        <translation>
            <numerusform>%n&#xa0;shipment. Press Enter to open it.</numerusform>
            <numerusform>%n&#xa0;shipments. Press Enter to open one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableBar</name>
    <message numerus="yes">
        <source>Copied, with headings: %n line(s).</source>
        <translation>
            <numerusform>%n&#xa0;line copied, with headings.</numerusform>
            <numerusform>%n&#xa0;lines copied, with headings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TariffsPanel</name>
    <message numerus="yes">
        <source>Nothing was imported. %n fault(s):</source>
        <translation>
            <numerusform>Nothing was imported. %n&#xa0;fault:</numerusform>
            <numerusform>Nothing was imported. %n&#xa0;faults:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message numerus="yes">
        <source>%n shipment(s) arriving today</source>
        <translation>
            <numerusform>%n shipment arriving today</numerusform>
            <numerusform>%n shipments arriving today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late shipment(s)</source>
        <translation>
            <numerusform>%n late shipment</numerusform>
            <numerusform>%n late shipments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s) with an exception</source>
        <translation>
            <numerusform>%n shipment with an exception</numerusform>
            <numerusform>%n shipments with an exception</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s) without news for 24 h</source>
        <translation>
            <numerusform>%n shipment without news for 24 h</numerusform>
            <numerusform>%n shipments without news for 24 h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pickup(s) today</source>
        <translation>
            <numerusform>%n pickup today</numerusform>
            <numerusform>%n pickups today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) past due</source>
        <translation>
            <numerusform>%n invoice past due</numerusform>
            <numerusform>%n invoices past due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) due within 7 days</source>
        <translation>
            <numerusform>%n claim due within 7 days</numerusform>
            <numerusform>%n claims due within 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s) of claim to give within 7 days</source>
        <translation>
            <numerusform>%n notice of claim to give within 7 days</numerusform>
            <numerusform>%n notices of claim to give within 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted among your newest %n shipment(s).</source>
        <translation>
            <numerusform>Counted among your newest %n shipment.</numerusform>
            <numerusform>Counted among your newest %n shipments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pickup(s) to dispatch today</source>
        <translation>
            <numerusform>%n pickup to dispatch today</numerusform>
            <numerusform>%n pickups to dispatch today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TracingPage</name>
    <message numerus="yes">
        <source>%n number(s) are too many at once; trace up to 10,000.</source>
        <translation>
            <numerusform>%n&#xa0;number is too many at once; trace up to 10,000.</numerusform>
            <numerusform>%n&#xa0;numbers are too many at once; trace up to 10,000.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with the %n number(s) left</source>
        <translation>
            <numerusform>Go on with the %n&#xa0;number left</numerusform>
            <numerusform>Go on with the %n&#xa0;numbers left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransitCounts</name>
    <message numerus="yes">
        <source>%n service day(s)</source>
        <translation>
            <numerusform>%n service day</numerusform>
            <numerusform>%n service days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weekend day(s)</source>
        <translation>
            <numerusform>%n weekend day</numerusform>
            <numerusform>%n weekend days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s)</source>
        <translation>
            <numerusform>%n destination</numerusform>
            <numerusform>%n destinations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UploadArea</name>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>%n file added.</numerusform>
            <numerusform>%n files added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) refused; the table says why.</source>
        <translation>
            <numerusform>%n file refused; the table says why.</numerusform>
            <numerusform>%n files refused; the table says why.</numerusform>
        </translation>
    </message>
</context>
</TS>
