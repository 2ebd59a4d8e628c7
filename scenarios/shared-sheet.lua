-- The shared sheet: a quarter of an hour for one person, with a sandwich.
--
-- In December 2024 Kopi & Kain let people send a friend a coaster. The form behind it wrote into a spreadsheet that
-- anyone with the link could open, and it still does. Nobody broke in; nobody has looked since. Everything here is
-- core, and one person takes every decision: a first try, before the 60 minutes of ex-employee-export.
--
-- Blocks stand in story order. T+0 is Tuesday 9 June 2026, 12:10 in Singapore; EndEx is when Singapore's third
-- calendar day is over.

scenario "shared-sheet" {
  title    = "The shared sheet",
  synopsis = "A man who never bought from you finds his address in your spreadsheet. It has been open for eighteen months. Fifteen minutes, one person.",
  company  = {
    name      = "Kopi & Kain Pte Ltd",
    timezone  = "Asia/Singapore",
    customers = { SG = 41200, KR = 7010 },
    contact   = "privacy@kopikain.example",
  },
  terms = {
    brand       = "Kopi & Kain",
    crm         = "HubNest CRM",
    drive       = "Cloudshelf",
    mail        = "Postlane",
    marketplace = "Pasar+",
  },
  starts = "2026-06-09 12:10",
  roles  = { "incident-lead" },
  pace   = { { to = "1h", takes = "2m" }, { to = "6h", takes = "3m" }, { to = "84h", takes = "5m" } },
  truth  = { aware = "40m", assessed = "4h" },
}

-- What is scored ------------------------------------------------------------------------------------------------------

objective "containment"    { "The sheet is shut, and so is what fills it", weight = 20 }
objective "evidence"       { "Who opened it, and since when, can still be shown", weight = 15 }
objective "scoping"        { "People counted, not rows, and what nobody can know is said to be so", weight = 15 }
objective "timeliness"     { "Laws and contracts are answered inside their own clocks", weight = 15 }
objective "communications" { "Nothing is said that has to be taken back", weight = 15 }
objective "adherence"      { "The playbook was used, or the reason written down", weight = 10 }
objective "care"           { "People who never were customers are treated like the ones who are", weight = 10 }

-- What the story remembers --------------------------------------------------------------------------------------------

var "form_live" (true)   -- the campaign's form still takes entries, and puts them where anybody can read them

-- What is true (players find it out; nobody is told) -----------------------------------------------------------------

fact "people_listed"   { kind = "count", label = "People in the sheet",                  unit = "people", verb = "published", says = "N", truth = 3870 }
fact "people_korea"    { kind = "count", label = "Of them, people in Korea",             unit = "people", verb = "published", truth = 1260 }
fact "friends_listed"  { kind = "count", label = "Of them, friends who never bought",    unit = "people", verb = "published", truth = 1960 }
fact "rows_listed"     { kind = "count", label = "Rows in the sheet",                    unit = "rows",   verb = "published", truth = 2310 }
fact "opens_logged"    { kind = "count", label = "Openings on record, the last 30 days", unit = "views",  verb = "viewed",    truth = 46 }

fact "contact_details" { kind = "data", category = "contact",    label = "Names and mobile numbers",     truth = "involved" }
fact "home_addresses"  { kind = "data", category = "addresses",  label = "Delivery addresses",           truth = "involved" }
fact "friends"         { kind = "data", category = "recipients", label = "Friends who got a coaster",    truth = "involved" }
fact "notes"           { kind = "data", category = "messages",   label = "Private notes to the friends", truth = "involved" }
fact "card_numbers"    { kind = "data", category = "payments",   label = "Card numbers",                 truth = "not_held" }

fact "became_aware"    { kind = "time", label = "When we were reasonably certain", truth = "40m" }
fact "open_since"      { kind = "text", label = "How long the sheet stood open",   says = "WHEN", truth = "11 Dec 2024 to 9 Jun 2026" }
fact "way_out"         { kind = "text", label = "How the data came to be public",  says = { "WHAT", "HOW" },
                         truth = "A spreadsheet of an old campaign, open to anyone who had its link, was still being filled by its form" }

-- Tuesday lunch, T+0 to T+2h: a stranger writes ----------------------------------------------------------------------

inject "own-number" {
  at = "0h", from = "Hafiz R., not a customer", to = "incident-lead", channel = "email",
  subject = "Why is my phone number on Google?",
  text = [[Hi, I get scam calls every day, so I searched my own mobile number. First result is your spreadsheet, "Send a friend a coaster LIVE". My name, my block and unit, my number, and a note from my cousin: "may the new place be less lonely". Thousands of people above me, new ones below.

I never bought anything from {brand} in my life. It opens without a login, try the link. At three I'm telling my estate's group, so everybody can check. Since when is this there?]],
  read_aloud = [[Tuesday, 12:10. A man who never bought from you finds himself in your spreadsheet: name, address, a private note. At three he will tell his estate's group.]],
  expects = { "open-incident", "open-log", "capture-screens" }, opens = "first-hour",
}

decision "first-hour" {
  owner = "incident-lead", within = "30m", closes = "2h", default = "shut", discuss = "1m", objective = "containment",
  ask = "The link opens for you, too. The newest row is from this morning. What do you do first?",
  hint = "Where does this morning's row come from?",
  probes = { "Which of these can you undo after lunch?", "What does the access report show once its file is gone?", "Who else holds the link?" },
  listen_for = "A picture first, the link closed and nothing deleted; the form stopped, not only the sheet; then the next open one",

  { id = "shut", "Close the link now, and look into the rest after lunch",
    does = { "open-incident" }, score = { containment = 1 },
    because = "Right, and quick. But a card in every parcel leads to the form, and the form puts its next answer into the same open folder." },
  { id = "delete", "Delete the sheet: what is not there can't be read by anybody",
    does = { "open-incident" }, score = { containment = -1, evidence = -1 },
    because = "Empty the drive's bin, and the access report, your one witness, goes too. The form finds no sheet, makes one and shares it with everybody." },
  { id = "both", "Screenshot, close the link, stop the form behind it, search for others", takes = "20m",
    sets = { form_live = false }, does = { "open-incident", "capture-screens", "check-shared-drives" },
    score = { containment = 2, evidence = 1 },
    because = "Twenty minutes, and nothing lost. A leak has a hole and a tap, and seldom comes alone; most close the hole and go to lunch." },
  { id = "agency", "Ring the agency that built the campaign: they know every setting", takes = "90m",
    does = { "open-incident" }, score = { containment = -1 },
    because = "They do, and their freelancer rang back from the gym an hour and a half later. You had the drive's admin rights all along." },
  late = { score = { containment = -1 }, because = "Half an hour of looking at it, and one more coaster was ordered." },
}

inject "access-report" {
  at = "40m", from = "{drive} access report", to = "incident-lead", channel = "alert",
  subject = "The report you asked for: Send a friend a coaster LIVE",
  text = [[SHARED     anyone with the link, from 11 Dec 2024
OWNER      promo@kopikain.example (closed 2 Feb 2025)
OPENED     46 times in the last 30 days, nobody signed in
FROM       31 networks; 9 openings by a search engine
EARLIER    not kept on your plan
FILLED BY  form "coaster", 11 new rows in June

This mail is a summary. The full report, with times and networks, lapses in 30 days, and at once when its file is removed for good.]],
  read_aloud = [[12:50. The drive's report: opened to anyone in December 2024. 46 openings in the last 30 days, none with a name. What came before was not kept.]],
  expects = { "preserve-logs", "log-aware" }, opens = "who-saw-it",
}

decision "who-saw-it" {
  owner = "incident-lead", within = "1h", discuss = "1m", objective = "scoping",
  ask = "Your director wants one line for the log before the next meeting: who has seen it? What do you write?",
  hint = "Eighteen months. How many of them does the report cover?",
  probes = { "Is an opening a person?", "What would the search engine's copy show?", "Which word in your line could you not prove?" },
  listen_for = "Openings, not people; the days that the report covers; what nobody can know, said in so many words",

  { id = "record", "46 openings in 30 days, names unknown; nothing was kept before 10 May",
    verifies = { opens_logged = 46, open_since = "11 Dec 2024 to 9 Jun 2026" }, does = { "preserve-logs", "log-aware" },
    score = { scoping = 3, evidence = 1 },
    because = "What is known, over which days, and what nobody will ever know. Now save the report itself: it lapses sooner than the questions." },
  { id = "nobody", "Nobody that we know of, and there is no sign of misuse",
    score = { scoping = -1, communications = -1 },
    because = "No sign, because nobody looked. Those words need a search behind them: what was searched, over which dates, by whom." },
  { id = "forty-six", "At most 46 people: the report counts every single time that it was opened",
    score = { scoping = -2 },
    because = "One opening can be a whole office, and thirty days are not eighteen months. It is a guess in your favour that looks like a fact." },
  { id = "everybody", "Everybody: let us assume that the whole internet has read it",
    does = { "log-aware" }, score = { scoping = 1, care = 1 },
    because = "A careful way to decide, and the kindest to those listed. On paper it is a guess: an authority will ask what the record shows." },
  late = { score = { scoping = -1 }, because = "The meeting heard 'a handful', since nobody had said anything else." },
}

inject "two-a-row" {
  at = "2h30", from = "Hui Min, marketing executive", to = "incident-lead", channel = "chat",
  text = [[Counted from a locked copy. 2,310 rows, but each row is two people, who sent the coaster and who got it. Some sent five. Without the doubles 3,870 people: 2,610 here, 1,260 Korea, from our pop-up in Seongsu. 1,960 of them never bought from us.

Mobile and address for both. No card numbers, the form never asked. And a box "a word to your friend". I read ten and stopped: a divorce, a due date, which ward.

It's not hacking right? We left it open ourselves.]],
  read_aloud = [[14:40. A colleague has counted: 2,310 rows, but two people in each. 3,870 people, 1,260 of them in Korea. More than half never bought from you. And there are private notes.]],
  expects = { "count-people", "map-countries", "identify-data", "log-assessed" }, opens = "the-duty",
}

decision "the-duty" {
  owner = "incident-lead", within = "3h", discuss = "1m", objective = "communications",
  ask = "A door left open, and nobody broke in. Who has to hear of it from us, and when?",
  hint = "Does the law ask who opened the door?",
  probes = { "Which clock ends first, and since when does it run?", "Is a friend of a customer a person in the count?", "Whose contract mentions incidents?" },
  listen_for = "Left open counts; 3,870 is past 500 and past 1,000; a first filing with gaps; the contracts' own clocks",

  { id = "report", "PDPC, as soon as the agency's report explains how it could happen",
    score = { communications = -1 },
    because = "You know how: a link, a form, eighteen months. A first filing may say 'not yet known'; Friday midnight does not wait for an agency." },
  { id = "all", "PDPC and Korea's PIPC tonight, with gaps; then whoever our contracts name", takes = "6h",
    moment = { assessed = "4h" }, does = { "notify-pdpc", "notify-pipc", "notify-insurer", "notify-marketplace", "notify-acquirer" },
    verifies = { people_listed = 3870, people_korea = 1260 }, score = { communications = 3, scoping = 1 },
    because = "PDPC from 500 people (PDPA 26B), PIPC from 1,000 (PIPA 34), whoever opened the door. The contracts' own hours run from the same noon." },
  { id = "none", "Nobody yet: it was our own mistake, not an attack, and it is closed",
    score = { communications = -2, scoping = -1 },
    because = "PDPA 26A calls unauthorised disclosure a breach, whoever's mistake it was. For eighteen months anybody could read it." },
  { id = "home", "PDPC tonight; the Seoul pop-up closed long ago, we have no office there", takes = "3h",
    moment = { assessed = "4h" }, does = { "notify-pdpc" }, score = { communications = 1, care = -1 },
    because = "Half done. The pop-up went home, the 1,260 people live there still, and Korea's 72 hours (PIPA 34) are the shorter clock." },
  late = { score = { communications = -1 }, because = "By evening everybody believed that somebody else had rung a lawyer." },
}

-- Tuesday evening to Wednesday, T+5h to T+36h: what do they hear? ----------------------------------------------------

inject "the-estate-group" {
  at = "5h", from = "Hafiz R., not a customer", to = "incident-lead", channel = "email",
  subject = "Re: Why is my phone number on Google?",
  text = [[At three I told the group. 212 of us searched, eleven found themselves. The search page still shows the first lines, with my cousin's note.

They ask me, not you. Who has seen it? Is my unit number out there for good? My aunt is row 841. She's 74, she lives alone, and her note says on which days nobody comes by.

Give me a line before seven. I'll paste it exactly as you write it.]],
  read_aloud = [[17:10. Eleven neighbours have found themselves. He wants a line before seven, and will paste it word for word. His aunt is 74, and her note says when she is alone.]],
  expects = { "publish-holding", "set-next-update", "brief-support", "search-misuse" }, opens = "the-line",
}

decision "the-line" {
  owner = "incident-lead", within = "1h50", discuss = "1m", objective = "communications",
  ask = "212 people wait for one line from you, pasted as you write it. Which one?",
  hint = "Which of these is still true if a second sheet turns up?",
  probes = { "What can his aunt do with it tonight?", "Who else should have it before it is pasted?", "What have you promised, and who keeps the promise?" },
  listen_for = "What stood open and since when, what was done, when the next word comes; no count, no comfort",

  { id = "views", "Only 46 people ever opened it, so for nearly all there is no risk",
    does = { "brief-support" }, score = { communications = -2, care = -1 }, critical = "false-statement-published",
    because = "46 openings in thirty days, and you wrote 'people' and 'ever'. It comforts 212 readers with a number that nobody can prove." },
  { id = "sorry", "It is fixed, no harm was done, and we are truly sorry for the worry",
    score = { communications = -1 },
    because = "The apology is good. But nobody has looked for harm yet, and 'no harm' is his aunt's to say." },
  { id = "voucher", "S$50 for each of the eleven, and could he take the post down?",
    does = { "care-offer" }, score = { communications = -2 },
    because = "Well meant, and pasted exactly as you wrote it, it reads like hush money. The other 3,859 learn what silence costs." },
  { id = "since-when", "This sheet was open from December 2024 to today; next word Thursday noon",
    does = { "publish-holding", "set-next-update", "brief-support" }, score = { communications = 3, care = 1 },
    because = "Short, and every word holds. It admits the worst part first, eighteen months, so nobody else gets to reveal it." },
  late = { score = { communications = -2, care = -1 },
           because = "At seven he wrote that you had read his mail and said nothing. 212 people had only that to go by." },
}

inject "the-form-again" {
  at = "14h", when = function(w) return w.form_live end,
  from = "{drive} forms", to = "incident-lead", channel = "alert",
  subject = "2 new answers since noon",
  text = [[FORM       "coaster", open to everybody
ANSWERS    2 since Tuesday noon, the last at 01:52
SAVED TO   folder "Campaigns 2024"
SHARING    anyone with the link (set for the folder)
SOURCE     QR code "parcel card", 9,000 printed

Is this form still needed? You can close it to new answers at any time.]],
  read_aloud = [[Wednesday, 02:10. Two people have filled in the form since noon. Their answers went into the same open folder. The card is in every parcel.]],
  expects = { "check-shared-drives" },
}

on "check-shared-drives" { sets = { form_live = false }, score = { scoping = 1 },
                           because = "One search for 'anyone with the link' shows a second sheet: 'Mooncake VIP 2023', 640 people. It's shut now, and counted apart." }

inject "never-customers" {
  at = "30h", from = "Nadia, evening support", to = "incident-lead", channel = "chat",
  text = [[The 1,960 who never bought: they are not in {crm}, I only have a mobile and an address. {mail} can text them all in one go, S$96. Marketing says put 15% inside so it's not so sad.

Reza says let the senders tell their own friends, softer like that. And a lady wrote in Korean, I put it through the translator, she asks who read about her ward.

I can send anything tonight. What do I send, and to who?]],
  read_aloud = [[Wednesday, 18:10. 1,960 people in the sheet never bought from you. Support can text them all tonight. Marketing wants a discount in it. A woman in Korea asks who has read her note.]],
  expects = { "notify-individuals", "open-helpline" }, opens = "the-friends",
}

decision "the-friends" {
  owner = "incident-lead", within = "8h", discuss = "1m", objective = "care",
  ask = "1,960 people gave you nothing; somebody who likes them did. How do they hear of it?",
  hint = "Read the text aloud as if you had never heard of the shop.",
  probes = { "What has to be sent before the first text goes out?", "Who reads Korean, a person and not a translator?", "How does an honest text from a shop you don't know differ from a scam?" },
  listen_for = "After the filing; plain, in their language, no link and nothing to sell; a number where a person answers",

  { id = "senders", "Let the senders tell them: a friend's word is kinder than a shop's",
    score = { care = -1 },
    because = "Kind, and it makes 1,910 customers deliver your bad news. Some have fallen out with that friend; one of the notes says why." },
  { id = "discount", "Text all of them tonight, with the 15%: at least something nice comes of it",
    score = { care = -1, communications = -1 },
    because = "An advertisement to people who never agreed to one, built on the data you leaked. That is the screenshot people would share." },
  { id = "plain", "PDPC first if nobody has filed, then a plain text each, a number to ring", takes = "6h",
    does = { "notify-pdpc", "notify-individuals", "open-helpline" }, verifies = { friends_listed = 1960 }, score = { care = 3 },
    because = "What was open, since when, what to watch for, and a person who answers, in Korean as well. You hold their address, so the call is yours." },
  { id = "leave", "Leave it: they are no customers, and a text out of nowhere frightens people",
    score = { care = -2 },
    because = "It would frighten some. But the law counts people, not buyers, and the scam calls reach them with or without your text." },
  late = { score = { care = -2, communications = -1 },
           because = "Nobody answered Nadia. The eleven neighbours spread it first, with details of their own, and support could confirm none of it." },
}

-- Thursday and Friday, T+46h to T+84h: what you left undone ----------------------------------------------------------

inject "nearly-noon" {
  at = "46h", when = function(w) return w:chose "the-line" == "since-when" and not w:done "publish-update" end,
  from = "Hafiz R., not a customer", to = "incident-lead", channel = "email",
  subject = "Thursday noon",
  text = [[You wrote "next word on Thursday noon". It's ten past ten, and the group has it in its calendar, I'm not joking, 212 reminders.

If nothing is new, say that nothing is new. My aunt has slept at ours since Tuesday, and she asks if she can go home.]],
  read_aloud = [[Thursday, 10:10. In two hours your next word is due. The group has put it into its calendar.]],
  expects = { "publish-update", "search-misuse" },
}

inject "mooncake-list" {
  by = "62h", unless = "check-shared-drives",
  from = "Hafiz R., not a customer", to = "incident-lead", channel = "email",
  subject = "There is another one",
  text = [[Couldn't sleep. I took the folder name from your first sheet and searched for that. "Mooncake VIP 2023", 640 people, also open, with a column "pays late". Opened it once, copied nothing, here is the link.

It took me four minutes. Didn't anybody on your side try?]],
  read_aloud = [[Friday, 02:10. The same man has found a second open sheet. It took him four minutes.]],
  expects = { "check-shared-drives", "follow-up-filing", "publish-correction" },
}

inject "case-officer" {
  by = "78h", unless = "notify-pdpc", from = "Case officer, PDPC", to = "incident-lead", channel = "phone",
  text = [[Good evening. A gentleman has sent us a link to a search page with your company's name on it. I see no notification from you.

Since when have you known, and on which day did you assess it? If that was Tuesday, your third calendar day ends tonight at 23:59. The form is online, and it takes a first filing with gaps. May I have a name and a direct number?]],
  read_aloud = [[Friday, 18:10. A PDPC officer rings. He has the link, and no notification from you. If you assessed it on Tuesday, your time ends at midnight.]],
  expects = { "notify-pdpc", "log-assessed" },
}

-- What your own steps set off ----------------------------------------------------------------------------------------

on "log-aware"          { moment = "aware", because = "You opened the link yourself and read the report: that is certainty. Korea's 72 hours (PIPA 34) begin here." }
on "log-assessed"       { moment = "assessed", because = "Deciding that it must be notified is an act of its own. Singapore counts three calendar days from it (PDPA 26D)." }
on "preserve-logs"      { score = { evidence = 1 }, because = "The access report, saved where it does not lapse." }
on "identify-data"      { verifies = { contact_details = "involved", home_addresses = "involved", friends = "involved", notes = "involved", card_numbers = "not_held" },
                          because = "Column by column, with ten notes read and no more. That was enough to know what they are." }
on "count-people"       { verifies = { people_listed = 3870, friends_listed = 1960, rows_listed = 2310 }, because = "Here there are more people than rows. Counted twice, by mobile and by address." }
on "map-countries"      { verifies = { people_korea = 1260 }, because = "The pop-up was in Seoul, and a third of them live in Korea." }
on "search-misuse"      { score = { scoping = 1 }, because = "Only now may anybody write 'we found no sign', with the places and the dates beside it." }
on "publish-update"     { score = { communications = 1 }, because = "On time. 'Nothing new' is news to whoever waits." }
on "brief-support"      { score = { care = 1 }, because = "Support has the line before the calls come." }
on "notify-individuals" { score = { care = 1 }, because = "People can only protect themselves from what they have been told." }
