-- The ex-employee export: the first drill most teams play.
--
-- A marketer left Kopi & Kain after Chinese New Year. Her login to the CRM did not. The core cut (60 minutes) is every
-- block without `extra = true`; the rest comes with --extended and in train, and nothing in the core leans on it.
--
-- Blocks stand in story order. T+0 is Thursday 5 March 2026, 21:40 in Singapore; sections name their hours.

scenario "ex-employee-export" {
  title    = "The ex-employee export",
  synopsis = "A customer forwards a rival's message that quotes her last order. By midnight you know how; by Monday everyone asks what you did about it.",
  company  = {
    name      = "Kopi & Kain Pte Ltd",
    timezone  = "Asia/Singapore",
    customers = { SG = 41200, KR = 7010 },
    contact   = "privacy@kopikain.example",
  },
  terms = {
    brand       = "Kopi & Kain",
    rival       = "Lorong Linen",
    crm         = "HubNest CRM",
    shop        = "the web shop",
    marketplace = "Pasar+",
    mail        = "Postlane",
  },
  starts = "2026-03-05 21:40",
  roles  = { "incident-lead", "it-admin", "marketing", "support", "legal", "director" },
  -- drill72: allow same-minute-extended: the pace is made for the core cut; whoever extends it holds the clock
  pace   = { { to = "4h", takes = "9m" }, { to = "24h", takes = "7m" }, { to = "100h", takes = "6m" } },
  truth  = { aware = "1h30", assessed = "8h" },
}

-- What is scored ------------------------------------------------------------------------------------------------------

objective "containment"    { "Her access is cut, all of it, without destroying a trace", weight = 20 }
objective "evidence"       { "What happened can still be proved a year from now", weight = 15 }
objective "scoping"        { "Which data, how many people, which countries: each number with its proof", weight = 15 }
objective "timeliness"     { "Laws and contracts are answered inside their own clocks", weight = 15 }
objective "communications" { "Nothing is said that has to be taken back", weight = 15 }
objective "adherence"      { "The team used its own playbook, or said why not", weight = 10 }
objective "care"           { "The people in the file are told what helps them", weight = 10 }

-- What the story remembers --------------------------------------------------------------------------------------------

var "history_lost" (false)   -- the log of Wednesday night was gone before anybody copied it

-- What is true (players find it out; nobody is told) -----------------------------------------------------------------
-- says: which contents of a notice it gives (N how many people, WHAT, WHEN, HOW). Whoever finds data not involved says what
-- was searched and over which dates: so does the story.

fact "people_exported" { kind = "count", label = "People in the exported file",         unit = "people", verb = "exported",  says = "N", truth = 9870 }
fact "people_korea"    { kind = "count", label = "Of them, people in Korea",            unit = "people", verb = "exported",  truth = 1750 }
fact "rows_exported"   { kind = "count", label = "Rows in the exported file",           unit = "rows",   verb = "exported",  truth = 12400 }
fact "refund_people"   { kind = "count", label = "People with a bank account in it",    unit = "people", verb = "exported",  truth = 140 }
fact "sample_matches"  { kind = "count", label = "Rows of the sample that match ours",  unit = "rows",   verb = "published", truth = 17 }

fact "contact_details" { kind = "data", category = "contact",     label = "Name, mobile, email, address", truth = "involved" }
fact "order_history"   { kind = "data", category = "orders",      label = "Last order and its amount",    truth = "involved" }
fact "bank_details"    { kind = "data", category = "bank",        label = "Refund bank details",          truth = "involved" }
fact "passwords"       { kind = "data", category = "logins",      label = "Shop passwords",               truth = "not_involved",
                         searched = "the columns of every export in {crm}'s log", over = "4 to 5 Mar 2026" }
fact "card_numbers"    { kind = "data", category = "payments",    label = "Card numbers",                 truth = "not_held" }

fact "became_aware"    { kind = "time", label = "When we were reasonably certain",  truth = "1h30" }
fact "export_time"     { kind = "text", label = "When the export finished",         says = "WHEN", truth = "Wed 4 Mar 2026, 22:18 SGT" }
fact "way_out"         { kind = "text", label = "How the file left",                says = { "WHAT", "HOW" }, truth = "Export by a former employee whose CRM login was still open" }
fact "addresses"       { kind = "text", label = "Addresses that opened the file",   truth = "203.0.113.77 and 198.51.100.24" }

-- Thursday night, T+0 to T+2h: whose problem is it? -------------------------------------------------------------------

inject "forwarded-message" {
  at = "0h", from = "Yvonne Seet, customer", to = "support", channel = "email",
  subject = "How does {rival} know what I bought from you?",
  text = [[Hi, tonight I got this on WhatsApp from a shop I never bought from:

"Hello Yvonne! Still loving your two indigo parang runners and the Toraja sampler? Show us the {brand} receipt, 25% off."

Your parcel only reached me on 27 February. I gave my mobile number for delivery, not for this. Two friends from my pottery class got the same thing, each with her own order inside. I don't mean to scold, but please answer before I ask in our group. There are ninety of us.]],
  read_aloud = [[Thursday, 21:40. A customer writes: a rival shop sent her a WhatsApp that quotes her last order from us. Two friends from her pottery class got one too.]],
  expects = { "open-incident", "open-log", "capture-screens" }, opens = "who-leads",
}

decision "who-leads" {
  owner = "incident-lead", within = "30m", discuss = "3m", objective = "containment",
  ask = "Madam Koh, the CEO, is over the Pacific until 09:40. Who runs this tonight, and how do the others find out?",
  hint = "Whose name would you write on a form that asks for one?",
  probes = { "And if that person is asleep at two in the morning?", "Who may say yes to shutting a system down, without asking?", "Who is still in the chat group you would use, and shouldn't be?" },
  listen_for = "One name and one deputy, not a group; a fresh chat group with only the people needed",

  { id = "chat", "Put everybody in one group chat now, so all see the same thing", takes = "2h",
    does = { "open-incident" }, score = { containment = 1 },
    because = "Everybody informed, nobody in charge: two hours pass before somebody says 'I'll do it'. A group is a good place to report, a poor one to decide." },
  { id = "named", "Name one lead and one deputy; they decide, everyone else reports",
    does = { "open-incident" }, score = { containment = 3 },
    because = "One owner can act at midnight on half the facts. The deputy is there because people sleep." },
  { id = "ceo", "Hold everything until Madam Koh lands: it is her company", takes = "12h",
    does = { "open-incident", "brief-director" }, score = { containment = -2 },
    because = "It is her company, and she would want somebody at the wheel. Twelve hours went by with the way in wide open." },
  { id = "morning", "Support replies in the morning; one odd WhatsApp is not an incident yet",
    score = { containment = -1, care = -1 },
    because = "Three customers, each with her own order quoted, is a pattern. Opening an incident costs one line; you can close it just as fast." },
  late = { score = { containment = -1 }, because = "Half an hour in, nobody was in charge. Your playbook should answer this one before the day." },
}

inject "export-digest" {
  at = "40m", from = "{crm} digest <alerts@hubnest.example>", to = "it-admin", channel = "alert",
  subject = "Daily digest for kopikain.example: 1 item",
  text = [[EXPORT FINISHED   "Buyers since Aug SG+KR", CSV, 12,400 rows
Requested by      dana.k@kopikain.example (Marketing admin)
From              203.0.113.77, first time seen
When              Wed 4 Mar 2026, 22:18 SGT
Downloaded        yes

Exports above 5,000 rows are reported once a day, at 22:20 for the 24 hours to 22:00. To be told at once, or to ask for an approval, see Settings > Exports.]],
  read_aloud = [[22:20. The CRM's daily digest: last night somebody signed in as Dana, exported 12,400 rows and downloaded them. Dana left the company on 21 February.]],
  expects = { "suspend-account", "preserve-logs", "capture-screens", "pause-exports" },
}

inject "not-on-the-list" {
  at = "1h30", from = "Siti, HR and office (part-time)", to = "incident-lead", channel = "chat",
  text = [[Sorry, just back from terawih. Yes Dana's last day was Sat 21 Feb, eleven days before that export. I did her checklist the same day: email off, door card back, laptop back, final pay. {crm} is not on my list, nobody told me it is a thing to switch off

Her laptop is in my drawer. Jun Wei wants to reformat it tomorrow for the new girl, can?]],
  read_aloud = [[23:10. HR: Dana's last day was 21 February, and the CRM was never on the leavers' list. Her laptop is in the drawer. IT wants to wipe it for the new hire.]],
  expects = { "log-aware", "secure-device", "review-access", "legal-hold" },
}

inject "delete-offer" {
  at = "2h", from = "Jun Wei, IT contractor", to = "it-admin", channel = "phone",
  text = [[I'm looking at {crm} now. Her user is still in the list, Marketing admin, last seen Wednesday night. Suspended or not, a user you can switch on again. You want, I delete it. Ten seconds, gone, then everybody can sleep.

I haven't copied anything, nobody asked me to. I've a seven o'clock job in Tuas, so tell me, can or not? If I hear nothing by 02:30 I just delete, safer.]],
  read_aloud = [[23:40. Your IT contractor rings. Dana's user is still in the CRM. He can delete it in ten seconds, for good. He has copied nothing, and if he hears nothing by 02:30 he will.]],
  expects = { "suspend-account", "preserve-logs", "revoke-sessions", "revoke-tokens" }, opens = "the-account",
}

decision "the-account" {
  owner = "it-admin", within = "40m", closes = "2h50", default = "delete", discuss = "3m", objective = "evidence",
  ask = "Dana's user is still in the CRM, and Jun Wei is on the line. What does he do with it, and in what order?",
  hint = "Which of these can you undo tomorrow?",
  probes = { "What goes away with the account when it is deleted?", "Who watches him do it, and writes down the time?", "What else signs in as Dana besides Dana?" },
  listen_for = "Suspend, not delete; logs copied before anything else is touched; somebody notes the time",

  { id = "delete", "Delete it now: nothing more can leave, and it is ten seconds' work",
    does = { "delete-account" }, score = { evidence = -2 },
    because = "The door shuts, and the record of who went through it goes too. Suspending shuts it just as tight." },
  { id = "watch", "Copy the logs and leave it live, so we catch her in the act",
    does = { "preserve-logs" }, score = { containment = -1, evidence = 1 },
    because = "Saving the logs was right. An open door with 48,000 customers behind it is no trap; it is a second export waiting to happen." },
  { id = "suspend", "Suspend it, then copy its sign-in and export history",
    does = { "suspend-account", "preserve-logs" }, score = { containment = 2, evidence = 3 },
    because = "Suspended is as shut as deleted, and every trace stays. Stay on the phone: two people on the line give the times a witness." },
  late = { score = { containment = -1 }, because = "Nobody gave Jun Wei an answer, so the only plan left is his: to delete it at 02:30." },
}

-- The CRM removes a user's history together with the user. Harmless if the logs were copied first; so the critical
-- failure waits until T+4h50 has passed, when the decision closes and Jun Wei stops waiting.
on "delete-account" {
  run = function(w)
    if w:done "preserve-logs" then return {} end
    return { sets = { history_lost = true } }
  end,
  because = "Deleting a user deletes what the user did.",
}

at "6h" {
  when = function(w) return w.history_lost end,
  critical = "evidence-destroyed",
  because = "The account was deleted before its history was copied. The CRM's maker can't bring it back; nobody can now prove who exported what.",
}

-- Friday before dawn, T+3h to T+8h: what do we know, and since when? --------------------------------------------------

inject "logs-lapse" {
  after = "delete-offer", delay = "1h", from = "Wei Ting, {crm} night desk", to = "it-admin", channel = "email",
  subject = "Ticket 88213: how long do you keep the records?",
  text = [[Thank you for writing in. On the Growth plan we keep sign-ins for 90 days, but export and download records for 72 hours. The nightly job at 02:30 SGT removes them; Wednesday night's go in the run of Sunday 8 March.

To keep them, download them, or return the attached hold form. Please fill in every field, including field 4, "Date and time you became aware of the incident". We can't process a form with field 4 blank.]],
  read_aloud = [[Friday, 00:40. The CRM's maker deletes Wednesday night's export records in Sunday's 02:30 run. A hold form stops that. Field 4 asks when you became aware.]],
  expects = { "hold-log-purge", "preserve-logs", "log-aware" }, opens = "which-clock",
}

-- A team that has logged a moment earlier, by a playbook step, keeps its time: the first logging stands.
decision "which-clock" {
  owner = "incident-lead", within = "1h30", discuss = "3m", objective = "evidence",
  ask = "Field 4 has room for one time. Which time goes in, and which others go in our own log?",
  hint = "A customer told you at 21:40. When could you have sworn to it?",
  probes = { "What had you seen at 22:20, and what only at 23:10?", "Who decides that it must be notified, and when will you say so?", "Would two of you write down the same time?" },
  listen_for = "Detected, aware and assessed as three times with three reasons, written tonight and not remembered on Monday",

  { id = "split", "Aware 23:10, with the reason; 'assessed' gets its own line later",
    moment = { aware = "1h30" }, does = { "log-aware", "hold-log-purge" }, score = { evidence = 2, scoping = 2 },
    because = "Korea's 72 hours (PIPA 34) run from aware, Singapore's three days (PDPA 26D) from assessed. Two times, each with its reason, is what an investigator asks to see. The form goes back with 23:10 in it." },
  -- drill72: allow dominated: what speaks for it is that nobody has to decide tonight
  { id = "report", "Leave it open: we only know once an outside report says so",
    score = { evidence = -2, scoping = -1 },
    because = "A report takes weeks; certainty came at 23:10 with HR's message. A clock you refuse to start is started for you, by somebody less kind." },
  { id = "one", "21:40 for everything, aware and assessed: nobody can ever say we hid it",
    moment = { aware = "0h", assessed = "0h" }, does = { "log-aware", "log-assessed", "hold-log-purge" },
    score = { evidence = 1 },
    because = "Honest, and it costs you: a WhatsApp is a suspicion, and nothing was assessed at 21:40. You gave away hours and wrote down something that is not so." },
  late = { score = { evidence = -1 }, because = "For ninety minutes nobody would say which time belongs in field 4. It gets no easier to swear to one." },
}

inject "sticky-note" {
  at = "3h45", extra = true, from = "Devi, warehouse night shift", to = "it-admin", channel = "chat",
  text = [[Boss you asked who knew the shared password. The one on the label printer, Batik2024! It was for {mail}, Instagram and the ads, all same same. Six of us used. Dana made it, she also got the ads on her own phone, for the approve button.

I never change anything ah. Johor parcels go out at 6, I need the label login to still work then.]],
  read_aloud = [[01:25. The warehouse: one password on a sticky note opened the mail tool, Instagram and the ads. Six people used it. Dana chose it.]],
  expects = { "rotate-shared-logins", "enable-mfa", "revoke-sessions" }, opens = "the-access",
}

decision "the-access" {
  extra = true, owner = "it-admin", within = "1h30", discuss = "3m", objective = "containment",
  ask = "The account is one door. Which other doors did Dana have a key to, and which do we change before the 06:00 parcels?",
  hint = "Count what signs in without anybody typing a password.",
  probes = { "What breaks at 06:00 if you change it now?", "Which tool has a token with Dana's name on it?", "Where will the new password be written?" },
  listen_for = "Sessions, then tokens, then shared logins, in that order; the warehouse told before its printer stops",

  { id = "all", "Sessions, API tokens, then every shared login, with Devi on the line",
    does = { "revoke-sessions", "revoke-tokens", "rotate-shared-logins" }, score = { containment = 3 },
    because = "A password change closes one of four doors. Doing it with the warehouse on the line costs ten minutes and no parcels." },
  { id = "watch", "Leave them, and watch what signs in: a trap needs an open door",
    does = { "check-sign-ins" }, score = { containment = -2 },
    because = "Nobody is sitting at the trap. Six people share that login, so whatever signs in looks like all of them." },
  { id = "password", "New CRM password tonight, the shared ones after the Johor parcels have gone",
    does = { "rotate-passwords" }, score = { containment = 1 },
    because = "Kind to the warehouse, but a CRM password stops neither a token nor a phone that is already signed in to the ads." },
  late = { score = { containment = -1 }, because = "It is nearly three. The parcels leave at 06:00, and so can anything else." },
}

inject "token-still-works" {
  by = "5h", unless = "revoke-tokens", from = "{crm} API monitor", to = "it-admin", channel = "alert",
  text = [[TOKEN "dana-promo-sheet", created 3 Nov 2025, never expires
Scope    contacts.read
02:31    50 contacts read from 203.0.113.77
02:36    50 contacts read from 203.0.113.77

Tokens do not depend on the state of the user who made them. No limit is set. No action has been taken.]],
  read_aloud = [[02:40. A token called "dana-promo-sheet" is reading customers, fifty at a time. It does not care whether Dana's account is open.]],
  expects = { "revoke-tokens", "check-tokens" },
}

inject "rows-and-people" {
  at = "8h", from = "Hui Min, marketing executive", to = "incident-lead", channel = "email",
  subject = "12,400 is not 12,400",
  text = [[Morning, couldn't sleep, so I counted on my own from the locked copy, without anybody's number in front of me. 12,400 rows are not 12,400 customers: one row for each delivery address, and Korean buyers get another for the name in Hangul. Matched by email it is 9,870 people, 8,120 Singapore, 1,750 Korea.

That's one method, by me, on no sleep. Matching by mobile takes ninety minutes. There's name, mobile, email, address, last order. No card or password column. One is called "notes", I haven't read it.]],
  read_aloud = [[Friday, 05:40. A colleague has counted: 12,400 rows, but 9,870 people, 1,750 of them in Korea. One method, no sleep. And a column called "notes" that nobody has read.]],
  expects = { "count-people", "map-countries", "identify-data", "log-assessed" }, opens = "how-many",
}

decision "how-many" {
  owner = "incident-lead", within = "3h", discuss = "3m", objective = "scoping",
  ask = "Soon everybody will ask how many. Which number goes in our record, and what do we say when they ask?",
  hint = "Say the number with its unit, its verb and who checked it.",
  probes = { "Rows of what? People, accounts or deliveries?", "Who counted it a second time, another way?", "What do you do if it is higher tomorrow?" },
  listen_for = "People, not rows; a second count; the word 'confirmed' used for confirmed things only",

  { id = "rows", "12,400 customers: it is the CRM's own number, nobody can call it low",
    claims = { people_exported = 12400 }, score = { scoping = -2, communications = -1 },
    because = "Too high is wrong as well. 12,400 counts rows; when you correct it to 9,870 it will look as if you are hiding 2,530 people." },
  { id = "range", "Between 8,000 and 12,400 people, marked as an estimate",
    does = { "log-assessed" }, score = { scoping = 1 },
    because = "Fair, because it is labelled. Still, you held a better number and a way to prove it in ninety minutes." },
  { id = "silent", "No number in writing until a forensic firm has signed one",
    score = { scoping = -1 },
    because = "Caution that stops the work. At 500 people PDPC must hear of it (PDPA 26B), at 1,000 Korea's PIPC (PIPA 34): you are past both already." },
  { id = "so-far", "9,870 people so far; recount by mobile before it is published", takes = "90m",
    verifies = { people_exported = 9870, people_korea = 1750 },
    does = { "count-people", "map-countries", "log-assessed" }, score = { scoping = 3, communications = 1 },
    because = "A number with its unit, its method and a second count can be printed, filed and corrected without blushing." },
  late = { score = { scoping = -1 }, because = "With no agreed number, each person who is asked makes up one of their own." },
}

-- Friday, T+10h to T+20h: everybody has a view -----------------------------------------------------------------------

inject "raya-promo" {
  at = "10h", extra = true, when = function(w) return not w:paused "promo-email" end, from = "{mail} scheduler", to = "marketing", channel = "alert",
  subject = "Sending at 10:00: Raya Early Bird, 20% off placemats",
  text = [[38,600 contacts will receive this campaign at 10:00.
Signed     "Dana from {brand}"
Built by   dana.k@kopikain.example, 18 Feb
Audience   {crm} list "Newsletter SG+KR", synced hourly

Your retargeting audience "left a basket" is live: S$180 a day, banner "Safe checkout, always". To hold either one, open the campaign before 09:55.]],
  read_aloud = [[07:40. In two hours and twenty minutes a Raya promotion goes to 38,600 people. It is signed "Dana from {brand}".]],
  expects = { "pause-promo-email", "pause-retargeting", "pause-exports", "hold-log-purge" }, opens = "the-pause",
}

decision "the-pause" {
  extra = true, owner = "marketing", within = "2h15", discuss = "3m", objective = "care",
  ask = "Raya is two weeks off. What do we pause, who does it, and who may start it again?",
  hint = "Read the banner aloud as if you were Yvonne.",
  probes = { "What would it cost to send it on Tuesday instead?", "Which automatic job can hurt you most this weekend?", "Who is allowed to press resume?" },
  listen_for = "The log purge named among the pauses; a date and a name for each resume",

  { id = "exports", "Stop the exports only: S$60,000 of Raya sales ride on that mail",
    does = { "pause-exports", "restrict-exports" }, score = { containment = 1 },
    because = "Exports are the right tap to close. But a mail from Dana, today of all days, will be the screenshot under the story." },
  { id = "four", "Exports, the purge, the mail and retargeting, each with a resume date",
    does = { "pause-exports", "hold-log-purge", "pause-promo-email", "pause-retargeting" },
    score = { containment = 1, evidence = 1, care = 2 },
    because = "A pause with a date and a name is cheap and gets undone. The purge belongs on the list: it is the one you can't restart." },
  -- drill72: allow dominated: what speaks for it is the two weeks before Raya
  { id = "nothing", "Pause nothing: a shop that goes quiet before Raya looks guilty",
    score = { containment = -1, care = -2 },
    because = "Nobody misses a promotion that comes on Tuesday. Everybody remembers 'Safe checkout, always' beside their own stolen order." },
  late = { score = { care = -2 }, because = "Nobody had opened the campaign by 09:55. At 10:00 it goes out, signed by Dana." },
}

inject "ceo-landed" {
  at = "12h", extra = true, from = "Madam Koh, founder and CEO, Los Angeles", to = "director", channel = "phone",
  text = [[I've landed, forty-one messages, my sister-in-law also got the WhatsApp. Listen. Say it is a few customers, it is contained, we're sorry. People forget by Raya. I don't want the word "investigation" in writing, {marketplace} renews in April.

I can approve it from the taxi queue. And who has talked to Dana? I hired that girl, she made the dumplings for my mother's eightieth. Let me call her myself.]],
  read_aloud = [[09:40. The CEO lands in Los Angeles and rings from the taxi queue. She wants to say "a few customers, contained", and to call Dana herself.]],
  expects = { "brief-staff", "press-line", "engage-counsel" },
}

inject "dana-says-200" {
  at = "16h", from = "Dana K., from her own number", to = "marketing", channel = "chat",
  text = [[Hi, long time! I heard got some drama. I only took like 200, my own regulars that I built up since 2022, for my portfolio. Already deleted, honest. The {rival} thing is not me, maybe they bought a list somewhere.

I can sign a paper to say 200 and deleted. Please don't make it big, I just started the new job. Can settle between us, no need lawyers?]],
  read_aloud = [[Friday, 13:40. A message from Dana: only about 200, already deleted, and she will sign. Somebody has told her what is going on here.]],
  expects = { "engage-counsel", "counsel-letter", "legal-hold", "record-custody" },
}

at "16h" { extra = true, opens = "the-leaver", because = "Dana's message waits for an answer." }

decision "the-leaver" {
  extra = true, owner = "legal", within = "3h", discuss = "3m", objective = "evidence",
  ask = "Dana sees two blue ticks and no answer. Who replies to her, and what for?",
  hint = "What will this message look like as an exhibit?",
  probes = { "What do you want her to keep, rather than delete?", "Who told her? Which chat group is she still in?", "What is her word worth against the log?" },
  listen_for = "Nobody from the shop replies; counsel asks her to preserve, not to delete; her number stays a claim",

  { id = "hr", "Siti rings her as a friend: they always got on, she will talk",
    does = { "contact-suspect" }, score = { evidence = -1, scoping = 1 },
    because = "She did talk: a friend at {rival} has it too. Now Siti is a witness, no two people recall the call alike, and what Dana deletes next she deletes forewarned." },
  { id = "offer", "S$2,000 for a signed deletion, the police if she refuses",
    does = { "contact-suspect" }, score = { evidence = -2 }, critical = "leaver-paid-or-threatened",
    because = "It feels like closing the matter by dinner. You would be paying her to destroy evidence, under a threat, in writing." },
  { id = "counsel", "Silence from us; counsel asks her to keep everything",
    does = { "engage-counsel", "counsel-letter" }, score = { evidence = 3 },
    because = "A lawyer's letter tells her to preserve, and gets an answer that can be used. '200, deleted' is a claim until the log agrees." },
  late = { does = { "contact-suspect" }, score = { evidence = -2 },
           because = "By teatime three colleagues had each answered her, kindly and differently. That makes three witnesses and three stories." },
}

inject "journalist" {
  at = "20h", from = "Aaron Nair, Harbour Daily, consumer desk", to = "all", channel = "press",
  subject = "Customer data, for tonight",
  text = [[Four of your customers have shown me messages from {rival} that quote what they bought from you. One person who used to work with you says it was "about 200, since deleted". Another says it is everybody.

We publish at 21:00. How many people, and is their data still out there? A line by 19:00, please. Otherwise I'll write that {brand} declined to comment.]],
  read_aloud = [[Friday, 17:40. A reporter has four customers and two numbers: 200, or everybody. He publishes at nine tonight and wants a line by seven.]],
  expects = { "press-line", "publish-holding", "brief-support", "set-next-update", "update-faq" }, opens = "the-press-line",
}

decision "the-press-line" {
  owner = "marketing", within = "1h20", closes = "3h20", default = "no-comment", discuss = "3m", objective = "communications",
  ask = "Aaron wants a number by 19:00. What do we send him, and who has seen it before he does?",
  hint = "Which words in it will still be true on Tuesday?",
  probes = { "Who signs it off, by name?", "What will support say to the customer who reads it at nine?", "Which word in your line can you not prove?" },
  listen_for = "What happened, what is being done, when the next word comes; no number, no 'contained'; support has it first",

  { id = "two-hundred", "About 200 customers, since deleted: we have that in writing",
    claims = { people_exported = 200 }, does = { "press-line" }, score = { communications = -2, scoping = -1 }, critical = "false-statement-published",
    because = "On 25 December 2025 Coupang relayed a former employee's word: some 3,000 saved, since deleted. The ministry called it a one-sided claim. Print Dana's word and it becomes yours." },
  { id = "holding", "A customer list was taken; we're checking it; next word Saturday noon",
    does = { "press-line", "publish-holding", "set-next-update", "brief-support" }, score = { communications = 3, care = 2 },
    because = "Every word is proved, and the time of the next one is a promise you can keep. Support read it before the readers did." },
  { id = "no-comment", "No comment while this is under investigation: whatever we say gets twisted",
    score = { care = -1 },
    because = "Nothing false, nothing useful. The story is then told by Dana, and your customers learn of it from a newspaper." },
  { id = "contained", "A few customers, fully contained, and we are sorry: it calms people down",
    does = { "press-line" }, score = { communications = -2, care = -1 }, critical = "false-statement-published",
    because = "It does calm people, for a day. 9,870 is not a few, and nothing is contained while the file sits on somebody's phone." },
  late = { score = { communications = -1 }, because = "At 19:00 he began to write it without you." },
}

inject "dana-posts" {
  at = "22h", extra = true, from = "Dana K., Instagram story, sent on by a customer", to = "director", channel = "chat",
  when = function(w) return w:done "contact-suspect" end,
  text = [["So this is how {brand} treats the girl who built their list from zero. Two weeks not one word, then suddenly 'between us, what did you take?' I kept all of it. My friend at {rival} says keep quiet and clear my phone. Should I?"

Poll: Clear it 71%, Keep it 29%. 1,140 votes.]],
  read_aloud = [[Friday, 19:40. Dana has posted about what she was told and asked. She asks her followers whether to clear her phone. 71 per cent say yes.]],
  expects = { "engage-counsel", "police-report", "capture-screens" },
}

-- The weekend, T+24h to T+60h: it gets bigger -------------------------------------------------------------------------

inject "line-comes-back" {
  after = "journalist", delay = "4h", extra = true, from = "Aaron Nair, Harbour Daily", to = "marketing", channel = "press",
  when = function(w)
    local line = w:chose "the-press-line"
    return line == "contained" or line == "two-hundred"
  end,
  subject = "Do you stand by it?",
  text = [[Since we put your line up at 21:00, 187 readers have written in with the same WhatsApp, each with a different order inside. One is a district judge. One is our own sub-editor, who bought a sarong cushion in January.

Do you stand by your statement? I'm happy to print a correction tonight if you send me one. The next edition closes at midnight.]],
  read_aloud = [[Friday, 21:40. Your line has been up for forty minutes. 187 readers say they got the same message. The reporter asks whether you stand by it.]],
  expects = { "publish-correction", "press-line" },
}

inject "your-data-is-safe" {
  by = "26h", unless = "brief-support", extra = true, from = "Nadia, evening support", to = "support", channel = "chat",
  text = [[63 chats since dinner about the {rival} thing. No script came, so I told my two to say "your data is safe with us, no worries". Reza also gave five of them S$20 vouchers so they will calm down, hope ok.

One auntie screenshot it and posted in the Tiong Bahru mums group. Is that the right line? I knock off at midnight.]],
  read_aloud = [[Friday, 23:40. Nobody briefed support, so support has been telling customers their data is safe. One reply is now in a mums' group.]],
  expects = { "brief-support", "publish-correction", "care-offer" },
}

inject "refund-notes" {
  at = "34h", from = "Kelvin Chia, accounts", to = "legal", channel = "email",
  subject = "That notes column",
  text = [[Sorry to spoil Saturday; maybe somebody told you already. I read the notes column in the export. In the year-end sale some refunds couldn't go back to the card, so support typed the bank details there for me to pay by hand. 140 customers: full name, bank, account number. 128 local, 12 Korean. Smallest S$14.90, biggest KRW 412,000.

It was for two weeks only. I asked marketing in January to clear it, got the email to prove. Does this change what we tell PDPC?]],
  read_aloud = [[Saturday, 07:40. Accounts has read the notes column. 140 customers' bank account numbers are in the file, 12 of them Korean.]],
  expects = { "check-refund-data", "notify-pdpc", "notify-pipc", "notify-individuals" }, opens = "the-authority",
}

decision "the-authority" {
  owner = "legal", within = "8h", discuss = "3m", objective = "communications",
  ask = "Some of it is firm, some is not, and it is the weekend. What does each authority hear from us now, whatever has gone out already?",
  hint = "Sort what you know into three heaps before you talk about forms.",
  probes = { "Which clock ends first, and in which country?", "What may you leave out of a first filing?", "What changed with the bank account numbers?" },
  listen_for = "Both authorities, this weekend; confirmed, estimated and unknown kept apart; somebody named to send the rest",

  { id = "ring", "Ring both offices first thing Monday, ask what they want, then fill it in",
    score = { communications = 1 },
    because = "Asking is good. By Monday morning Korea's 72 hours are over, and its online form was open all weekend." },
  { id = "certain", "Wait till every number is final: a wrong filing is worse than a late one",
    score = { communications = -2 },
    because = "It sounds like diligence. A first filing may say 'not yet known' and be completed later; a late one has to explain itself on page one." },
  { id = "both", "File both today: confirmed, estimated, unknown apart, the rest to follow", takes = "6h",
    does = { "notify-pdpc", "notify-pipc" }, score = { communications = 3, scoping = 1, care = 1 },
    because = "An honest first filing has gaps with labels on them. It stops the clock, and what you add later reads as work and not as excuse." },
  { id = "home", "PDPC now, Korea later: we have no office there and no lawyer", takes = "3h",
    does = { "notify-pdpc" }, score = { communications = -1, care = -1 },
    because = "Korea's law follows its customers, not your office. 1,750 people there are past the 1,000 of PIPA 34, and its clock is the shorter one." },
  late = { score = { communications = -1 }, because = "Half of Saturday is gone, and with it the calm hours in which to write a good filing." },
}

at "34h" { extra = true, opens = "the-140", because = "The bank details need an answer of their own." }

decision "the-140" {
  extra = true, owner = "support", within = "8h", discuss = "3m", objective = "care",
  ask = "140 people refunded by hand, their account numbers in a stranger's file. How do they hear of it, and when?",
  hint = "Which of them would want a call, and from whom?",
  probes = { "What can they do today that helps?", "Who speaks Korean to the twelve?", "What has to be sent before you call the first one?" },
  listen_for = "Each one told in person, after the filing is in, with what to say to the bank",

  { id = "now", "Message all 140 this minute, before any form: they come first",
    score = { care = 1, communications = -1 },
    because = "The heart is right, the order is not: in Singapore (PDPA 26D) people are told with or after PDPC, never before. Filing takes an hour." },
  { id = "quiet", "Nothing yet: with an account number alone nobody can empty an account",
    score = { care = -2 },
    because = "It is enough to sound like the bank on the phone. A name with a bank account number counts as significant harm under Singapore's 2021 breach regulations; have counsel confirm." },
  { id = "page", "Put it in the website notice, so that everybody reads the same words",
    does = { "update-faq" }, score = { care = -1 },
    because = "9,730 people are frightened for nothing, and the 140 don't know that they are the 140." },
  { id = "each", "File, then a call and a letter each, with steps for the bank",
    does = { "open-helpline", "care-offer" }, score = { care = 3 },
    because = "They hear it from you, in order, with something to do. 140 calls is one day for three people." },
  late = { score = { care = -2 },
           because = "One of the 140 got a call from 'the bank' before she got one from you. It had her account number right, so she read out the code." },
}

inject "marketplace-clause" {
  by = "44h", unless = "notify-marketplace", extra = true, from = "{marketplace} partner desk", to = "legal", channel = "email",
  subject = "Shop KK-2207: notice under Seller terms 14.2",
  text = [[Dear Partner,

We have learned from a buyer, not from you, of a security incident that concerns your customers. Seller terms 14.2 ask for notice within 48 hours of becoming aware, with the number of {marketplace} orders affected. We have none on file.

Without it by tonight your listings will be hidden from the Raya page, as a precaution, from 00:00. Order sync may be switched off at our side.

Kind regards, Partner Integrity]],
  read_aloud = [[Saturday, 17:40. {marketplace} has heard of it from a buyer, not from you. Your contract gives you 48 hours to tell them. They will hide your listings from midnight.]],
  expects = { "notify-marketplace", "notify-partners" },
}

inject "preserve-request" {
  at = "52h", extra = true, from = "PDPC, investigations", to = "legal", channel = "letter",
  subject = "Request to preserve records",
  text = [[We have received a complaint from an individual about marketing messages that quote purchases made from your organisation.

Please preserve all records that relate to this matter, including system logs, messages with any former employee and any device they used, and confirm by Monday 9 March, 12:00. Please also state when your organisation first had reason to believe that a data breach had occurred.

(Sent Friday 17:48 to privacy@. Nobody reads that box at weekends. Opened now, 01:40.)]],
  read_aloud = [[Sunday, 01:40. Somebody opens the privacy@ mailbox. Since Friday it has held a letter from PDPC: preserve all records, the logs too.]],
  expects = { "hold-log-purge", "legal-hold", "image-device" },
}

-- The CRM's nightly job, Sunday 02:30, unless somebody returned the form that came at T+3h.
at "52h50" {
  when = function(w) return not w:paused "log-purge" end,
  delivers = "purge-ran",
  because = "Nobody had sent the hold form back.",
}

at "52h50" {
  when = function(w) return not w:paused "log-purge" and not w:done "preserve-logs" end,
  sets = { history_lost = true },
  critical = "evidence-destroyed",
  because = "Wednesday night's export records were the only proof of what left, and when. You were warned two nights before; they were neither copied nor held.",
}

inject "purge-ran" {
  from = "{crm} retention service", to = "it-admin", channel = "alert",
  text = [[NIGHTLY JOB 02:30 finished
Removed    export and download records older than 72 hours, 612 entries
Newest     Thu 5 Mar 2026, 02:29 SGT
Holds      none on file for kopikain.example

Removed records can't be restored. This is an automatic message; the night desk can't help.]],
  read_aloud = [[Sunday, 02:30. The nightly job has run. Wednesday night is gone from the CRM's export log.]],
  expects = { "record-custody", "hold-log-purge" },
}

inject "telegram-sample" {
  -- drill72: allow same-minute: the purge runs only where nobody held it, and takes one line to read
  at = "60h", from = "Jasmine Lau, customer", to = "support", channel = "email",
  subject = "Is this your list?",
  text = [[My nephew showed me a Telegram channel, "SG home shoppers, fresh". Twenty rows free, S$300 for the lot. I'm row 6: my unit number, my S$148 order, all correct. But row 11 is Mr Goh downstairs and he swears he has never heard of you. Two others give a Tampines postcode that doesn't exist.

So is it yours or not? My mother is row 7. She is 81 and she picks up every call.]],
  read_aloud = [[Sunday, 09:40. Twenty rows are on Telegram, the rest for S$300. A customer finds herself in row 6 and her mother in row 7. Three rows look wrong.]],
  expects = { "verify-sample", "publish-correction", "capture-screens", "search-misuse", "police-report" }, opens = "the-sample",
}

decision "the-sample" {
  owner = "incident-lead", within = "6h", discuss = "3m", objective = "communications",
  ask = "Some rows are surely ours, three may not be. What do we check, and what do we tell people today?",
  hint = "What do people believe since Friday, and from whom?",
  probes = { "How do you compare the rows without mailing them around?", "What does Jasmine's mother need to know this morning?", "Who tells the authorities that this changed?" },
  listen_for = "Compare first; then 'we said X, now Y' in the open, dated; the people in the sample told directly",

  { id = "match", "Match all twenty, then say in the open what it changes", takes = "3h",
    does = { "verify-sample", "publish-correction" },
    score = { communications = 3, scoping = 2, care = 1 },
    because = "17 of 20 match: sellers pad their samples. A dated word of your own, correcting what needs it, is what people still believe afterwards." },
  { id = "buy", "Pay the S$300: then we know for certain what is out there",
    score = { scoping = -1, evidence = -2 },
    because = "Cheap, and you would hold stolen data, bought from a seller, with no proof of where it came from. You have the original already." },
  { id = "edit", "Update the website page with the new facts, quietly, no second alarm",
    score = { communications = -1 },
    because = "The facts are right, but somebody always has Friday's screenshot. A change without a date looks like a cover-up of something true." },
  { id = "deny", "Say it is fake: three wrong rows prove it did not come from us",
    score = { communications = -2, scoping = -1, care = -2 }, critical = "false-statement-published",
    because = "Three wrong rows prove three wrong rows. Row 6 can hold up her receipt, and on Sunday evening she will." },
  late = { score = { communications = -1, care = -2 },
           because = "By afternoon row 7 had taken a call from 'the shop's refund department'. Her daughter had written to you that morning." },
}

-- The last stretch, T+68h to T+100h ----------------------------------------------------------------------------------

inject "second-address" {
  at = "68h", extra = true, when = function(w) return w:done "preserve-logs" and not w.history_lost end,
  from = "Jun Wei, IT contractor", to = "it-admin", channel = "chat",
  text = [[Went through the log copy again, good thing we got it. The same export link was opened two times. 203.0.113.77 at 22:19, that's her. Then 198.51.100.24 at 22:27, other phone, other telco. So she has two phones, or she sent the link to somebody.

That second one also signed in twice in Feb when she was still with us. I told nobody. Do we have to change the filing?]],
  read_aloud = [[Sunday, 17:40. The logs you copied show a second address. Eight minutes after Dana, another phone opened the same file.]],
  expects = { "follow-up-filing", "record-custody", "block-address" },
}

inject "pdpc-rings" {
  by = "84h30", unless = "notify-pdpc", extra = true, from = "Case officer, PDPC", to = "legal", channel = "phone",
  text = [[Good morning. I'm calling about a complaint that reached us on Friday. I've read the news reports, and I see no notification from your organisation.

Have you assessed it? On what date? If you decided on Friday that it is notifiable, your three calendar days end tonight at 23:59. The form is online and it takes parts, so please don't wait for a complete picture. May I have a name and a direct number?]],
  read_aloud = [[Monday, 10:10. A PDPC officer rings. She sees no notification from you, and asks for a name.]],
  expects = { "notify-pdpc", "log-assessed" },
}

-- What the team's own steps set off -----------------------------------------------------------------------------------
-- Points here are a bonus, and rare: the decisions above carry the score.

on "open-incident"        { score = { evidence = 1 }, because = "From this minute there is a record, and a minute that it starts from." }
on "log-aware"            { moment = "aware", because = "Written once, with its reason; Korea's 72 hours (PIPA 34) begin with it." }
on "log-assessed"         { moment = "assessed", because = "Deciding that it is notifiable is an act, and Singapore's three days (PDPA 26D) begin with it." }
on "engage-counsel"       { score = { evidence = 1 }, because = "From here on somebody can write to Dana, and what you ask a lawyer stays between you." }

on "revoke-tokens"        { score = { containment = 1 }, because = "Tokens outlive the people who made them. Hers had no end date." }
on "rotate-shared-logins" { score = { containment = 1 }, because = "A login that six people share keeps letting in whoever has left." }
on "hold-log-purge"       { score = { evidence = 1 }, because = "The nightly job can be held with a form. Nobody can run it backwards." }
on "secure-device"        { score = { evidence = 1 }, because = "The laptop stays in a sealed bag, switched off, with a name and a time on it." }
on "wipe-device"          { score = { evidence = -2 }, critical = "evidence-destroyed",
                            because = "The new hire could have had another laptop. This one showed what Dana did in her last week." }
on "contact-suspect"      { score = { evidence = -1 }, because = "Whoever speaks to her first becomes a witness, and tells her what you know." }

on "identify-data"        { verifies = { contact_details = "involved", order_history = "involved", passwords = "not_involved", card_numbers = "not_held" },
                            because = "Read column by column. The shop keeps the passwords and the acquirer the cards; neither was in the file." }
on "count-people"         { verifies = { people_exported = 9870, rows_exported = 12400 }, because = "Two methods, email and mobile, gave the same 9,870." }
on "map-countries"        { verifies = { people_korea = 1750 }, because = "Past 1,000 people, Korea's regulator is to be told as well as the people (PIPA 34)." }
on "check-refund-data"    { verifies = { refund_people = 140, bank_details = "involved" }, because = "Free-text columns are where the worst data hides." }
on "verify-sample"        { verifies = { sample_matches = 17 }, because = "Compared row by row at one desk, without mailing the rows to anybody." }
-- drill72: allow actions-missing: a step for teams to find, and to write into their playbook
on "check-address-books"  { score = { scoping = 1 }, because = "A phone's synced address book holds people who never bought from you." }

on "brief-support"        { score = { care = 1 }, because = "Customers ask support first. Now support has words that are true." }
on "brief-staff"          { score = { communications = 1 }, because = "A short, clear word to all staff keeps this from reaching whoever has left." }
on "notify-individuals"   { score = { care = 1 }, because = "People can only protect themselves from what they have been told." }
