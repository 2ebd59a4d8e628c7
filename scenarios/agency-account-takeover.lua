-- The agency account takeover: the second drill, for teams that let others hold a key.
--
-- Kopi & Kain lets an agency run its ads. One laptop there was infected on Tuesday night; by morning our admins are out
-- and our name sells what we don't have. The core cut (60 minutes) is every block without `extra = true`; the rest comes
-- with --extended and in train, and nothing in the core leans on it.
--
-- Blocks stand in story order. T+0 is Wednesday 2 December 2026, 07:10 in Singapore; sections name their hours.

scenario "agency-account-takeover" {
  title    = "Agency account takeover",
  synopsis = "Ads you never made ran all night on your card, and the agency asks you to leave it to them. How far does it go, and whose is it to tell?",
  company  = {
    name      = "Kopi & Kain Pte Ltd",
    timezone  = "Asia/Singapore",
    customers = { SG = 41200, KR = 7010 },
    contact   = "privacy@kopikain.example",
  },
  terms = {
    brand  = "Kopi & Kain",
    agency = "Kerbau Kite",
    bank   = "Pulau Bank",
    ads    = "Adpilot",
    crm    = "HubNest CRM",
    drive  = "Cloudshelf",
  },
  starts = "2026-12-02 07:10",
  roles  = { "incident-lead", "it-admin", "marketing", "finance", "support", "legal", "director" },
  pace   = { { to = "4h", takes = "6m" }, { to = "16h", takes = "6m" }, { to = "34h", takes = "4m" },
             { to = "58h", takes = "3m" }, { to = "68h", takes = "2m" }, { to = "90h", takes = "1m" } },
  -- Aware is the moment when a leak is possible: since September 2026 Korea asks no more than that.
  truth  = { aware = "2h40", assessed = "12h" },
}

-- What is scored ------------------------------------------------------------------------------------------------------

objective "containment"    { "Every key the agency held is taken back, and the money stops", weight = 20 }
objective "evidence"       { "Ads, logs and laptops can still be read a year from now, theirs too", weight = 15 }
objective "scoping"        { "Past the ads: which data, in whose hands, how many people", weight = 15 }
objective "timeliness"     { "Laws, bank, platform and insurer are answered inside their own clocks", weight = 15 }
objective "communications" { "Our own words, proved, and on time", weight = 15 }
objective "adherence"      { "The team used its own playbook, or said why not", weight = 10 }
objective "care"           { "People who may be cheated next are told how to tell", weight = 10 }

-- What the story remembers --------------------------------------------------------------------------------------------

var "ids_lost"  (false)                                     -- the false ads were deleted before anybody noted their ids
var "way_back"  { "none", "ours", "agency", "expert", "fresh" } -- how the team asked for its account
var "joint_ran" (false)                                     -- the joint statement went out with our logo on it
var "laptop"    { "there", "carried" }                      -- whether somebody of ours fetched the agency's laptop

-- What is true (players find it out; nobody is told) ------------------------------------------------------------------

fact "people_concerned" { kind = "count", label = "People in the export or in the open file", unit = "people", verb = "involved",  says = "N", truth = 6720 }
fact "people_exported"  { kind = "count", label = "People in the exported list",              unit = "people", verb = "exported",  truth = 6200 }
fact "people_korea"     { kind = "count", label = "Of them, people in Korea",                 unit = "people", verb = "exported",  truth = 690 }
fact "people_in_file"   { kind = "count", label = "People in the agency's open file",         unit = "people", verb = "opened",    truth = 2310 }
fact "people_messaged"  { kind = "count", label = "People who got a false message",           unit = "people", verb = "messaged",  truth = 388 }
fact "false_ads"        { kind = "count", label = "False ads in our name",                    unit = "ads",    verb = "published", truth = 14 }
fact "sample_matches"   { kind = "count", label = "Rows of the post that match ours",         unit = "rows",   verb = "published", truth = 4 }

fact "contact_details" { kind = "data", category = "contact",    label = "Name, mobile and email",     truth = "involved" }
fact "order_history"   { kind = "data", category = "orders",     label = "Last order and its amount",  truth = "involved" }
fact "birth_dates"     { kind = "data", category = "birthdates", label = "Birth dates",                truth = "involved" }
fact "page_messages"   { kind = "data", category = "messages",   label = "Messages in the page inbox", truth = "involved" }
fact "home_addresses"  { kind = "data", category = "addresses",  label = "Delivery addresses of orders", truth = "not_involved",
                         searched = "the columns of {crm}'s export log and of the agency's file", over = "1 to 2 Dec 2026" }
fact "passwords"       { kind = "data", category = "logins",     label = "Shop passwords",             truth = "not_involved",
                         searched = "the columns of {crm}'s export log and of the agency's file", over = "1 to 2 Dec 2026" }
fact "card_numbers"    { kind = "data", category = "payments",   label = "Card numbers",               truth = "not_held" }

fact "became_aware"    { kind = "time", label = "When we knew that a leak was possible", truth = "2h40" }
fact "export_time"     { kind = "text", label = "When the list was exported",            says = "WHEN", truth = "Tue 1 Dec 2026, 23:52 SGT" }
fact "way_in"          { kind = "text", label = "How they came in",                      says = { "WHAT", "HOW" }, truth = "Logins saved on an infected laptop at our advertising agency" }
fact "false_site"      { kind = "text", label = "The false shop",                        truth = "kopikain-sale.example" }

-- Wednesday morning, T+0 to T+4h: whose account is it? ----------------------------------------------------------------

inject "card-alert" {
  at = "0h", from = "{bank} card alerts <alerts@pulaubank.example>", to = "finance", channel = "alert",
  subject = "Company card ending 4471: unusual spending",
  text = [[02:14   ADPILOT*ADS    S$2,000.00
03:31   ADPILOT*ADS    S$2,000.00
04:40   ADPILOT*ADS    S$2,000.00
05:52   ADPILOT*ADS    S$2,000.00
06:58   ADPILOT*ADS    S$2,000.00
Card limit             S$25,000.00

Is this you? Answer YES. If not, answer BLOCK and the card is blocked; subscriptions on it will fail. Without an answer the card stays open.]],
  read_aloud = [[Wednesday, 07:10. The bank's app: {ads} has charged the company card five times since two in the morning, S$10,000 in all. On a normal day we spend 180.]],
  expects = { "freeze-card", "open-incident", "open-log", "capture-screens" },
}

at "0h" { extra = true, opens = "the-spend", because = "The bank waits for a YES or a BLOCK." }

decision "the-spend" {
  extra = true, owner = "finance", within = "40m", discuss = "3m", objective = "containment",
  ask = "Five charges in one night, and the card is open. Which answer does the bank get?",
  hint = "What does another hour cost, each way?",
  probes = { "What else is paid with that card this week?", "Who may block it without asking, and is that written down?", "Which of the five charges could be our own?" },
  listen_for = "Blocked first, questions after; somebody lists the subscriptions that will fail",

  { id = "ask", "Ring the agency first; perhaps it started the 12.12 campaign early",
    score = { containment = -1 },
    because = "A fair thought, and their office opens at nine. At this pace, that is two more charges." },
  { id = "refund", "YES, to keep our real ads alive, and ask {ads} for a refund",
    score = { containment = -2, evidence = 1 },
    because = "The claim is on record early. So is your answer to the bank that it was you, and the card is still open." },
  { id = "cap", "Leave it open, with its limit lowered by the bank to S$12,000",
    does = { "cap-spend" }, score = { containment = 1 },
    because = "The loss has a ceiling and the web host gets paid. One more charge fits under it, and comes at about eight." },
  { id = "block", "BLOCK: some failed subscriptions cost less than one more charge",
    does = { "freeze-card" }, score = { containment = 3 },
    because = "Money is the one thing you can stop alone, at once, with no login to anything. Two late subscriptions are a phone call." },
  late = { score = { containment = -1 }, because = "Nobody answered, so the card stayed open." },
}

inject "admin-removed" {
  at = "40m", from = "{ads} account notices <notices@adpilot.example>", to = "marketing", channel = "alert",
  subject = "Changes to your business account",
  text = [[07:46   marketing@kopikain.example   Admin, removed
07:46   it@kopikain.example          Admin, removed
By      a partner admin ({agency})
Partner admins: 1 before, 3 now

Still here: huimin@kopikain.example, Advertiser. Advertisers can edit, pause and delete ads. They can't manage people, partners or cards.

Not what you expected? Please ask another admin of this account.]],
  read_aloud = [[07:50. Four minutes ago both our admins were removed, from inside the agency's account. The agency now has three. What we have left is Hui Min's login: it reaches the ads, and nothing else.]],
  expects = { "capture-screens", "report-takeover", "open-incident" },
}

inject "agency-handles-it" {
  at = "1h20", from = "Terence, account director, {agency}", to = "incident-lead", channel = "phone",
  text = [[Morning. Yes, we've seen it, one of our laptops caught something last night. We're handling it. Our tech is on the line with {ads} already.

Honestly, it goes quicker if you leave it with us. We run forty accounts, we have a person there. You would only be a second voice on the ticket. Give me till one o'clock, and please don't write to anybody yet, so that there's one story. I'll send you an update. Can?]],
  read_aloud = [[08:30. The agency's account director rings. One of their laptops "caught something". They are handling it, they know somebody at {ads}, and until one o'clock they would like you to write to nobody.]],
  expects = { "open-incident", "report-takeover", "engage-counsel" }, opens = "who-leads",
}

decision "who-leads" {
  owner = "incident-lead", within = "30m", discuss = "3m", objective = "containment",
  ask = "The agency offers to run this, and does know somebody at {ads}. Who leads, and what is the other side's part?",
  hint = "Whose name is on the ads?",
  probes = { "What does the agency want to come out of today? And you?", "If they lead, how do you learn what they don't say?", "Who signs off a message that has our name in it?" },
  listen_for = "One of us, by name, with a deputy; the agency helps and answers questions, in writing, by the hour",

  { id = "agency", "The agency, until one; they have done this forty times and we have not", takes = "4h40",
    does = { "open-incident" }, score = { containment = -2 },
    because = "They know the platform. They are also the way in, and what they fix first is their own name. One o'clock came without an update." },
  { id = "together", "Both, in one shared call all day, so that neither side misses a thing", takes = "2h",
    does = { "open-incident" }, score = { containment = 1, evidence = 1 },
    because = "Two companies take notes, so nothing gets lost. And nothing gets decided: every step waits for two nods." },
  { id = "marketing", "Marketing, as always: it is an ad account, no customer is touched",
    score = { containment = -1, scoping = -1 },
    because = "It began in the ads because that is where the card is. Nobody has looked anywhere else yet." },
  { id = "ours", "One of us, by name: they can help from the second seat",
    does = { "open-incident" }, score = { containment = 3 },
    because = "The customers, the card and the duty are yours, so the lead is too. Their contact at the platform answers their call just the same." },
  late = { score = { containment = -1 }, because = "While you thought, the agency led, and told the platform so." },
}

inject "fake-sale" {
  at = "2h", from = "Hui Min, marketing executive", to = "marketing", channel = "chat",
  text = [[Boss I found where the money goes. 14 new ads, on again since 8.50, who pays now I can't see, "{brand} 12.12 CLEARANCE 90% OFF", our own photos. The button opens kopikain-sale.example. It copies our checkout and asks for the card AND the bank's code. 61,000 people saw it so far

My login still works. I can pause or delete. Delete is one click, and Madam Koh keeps asking why they are still up. If nobody tells me by 10 I just delete, ok? Scared they kick me out also]],
  read_aloud = [[09:10. Fourteen false sale ads in our name lead to a copy of our checkout that asks for card and bank code. 61,000 people have seen them. Hui Min can pause or delete them, and at ten she will delete.]],
  expects = { "capture-screens", "pause-ads", "report-scam-ads" }, opens = "the-ads",
}

decision "the-ads" {
  owner = "marketing", within = "30m", closes = "50m", default = "delete", discuss = "3m", objective = "evidence",
  ask = "Fourteen false ads, and one login that may die any minute. What does Hui Min press, and what does she do before?",
  hint = "Who will ask you for the ids, and in how many days?",
  probes = { "What can a bank, a platform or the police do with an ad that is gone?", "How long does it take to save fourteen pages, really?", "What do people see who clicked an hour ago?" },
  listen_for = "Ids and pictures first, at most a few minutes, then pause; pausing is not deleting",

  { id = "delete", "Delete all fourteen: every minute somebody else types in a card",
    does = { "delete-scam-ads" }, score = { containment = 1, evidence = -2 },
    because = "Right about the minutes. Pausing is as quick, and leaves what the bank, the platform and the police will all ask you for." },
  { id = "leave", "Report them and touch nothing, so that {ads} finds the proof whole",
    does = { "report-scam-ads" }, score = { containment = -2, evidence = 1 },
    because = "The proof stays whole, and so does the fraud. The platform answers in two working days; people are paying now." },
  { id = "capture", "Save pages and ids, then pause: six minutes, if two people do it",
    does = { "capture-screens", "pause-ads", "report-scam-ads" }, score = { containment = 2, evidence = 3 },
    because = "One saves, one pauses behind her. Each id is a line in the dispute, in the police report and in the platform's case." },
  { id = "at-once", "Pause all of them this second, and look for proof when it is quiet",
    does = { "pause-ads" }, score = { containment = 2 },
    because = "It stops, and nothing is lost yet. But whoever holds the admin role can delete them before you come back with a camera." },
  late = { score = { containment = -1 }, because = "Half an hour of a live false shop, and Hui Min's finger is over the button." },
}

on "delete-scam-ads" {
  run = function(w)
    if w:done "capture-screens" then return {} end
    return { sets = { ids_lost = true } }
  end,
  because = "Deleted ads take their ids, their targets and their spending with them.",
}

at "4h" {
  when = function(w) return w.ids_lost end,
  critical = "evidence-destroyed",
  because = "The false ads were deleted and nobody had noted an id. Who was shown them, and what they cost, can't be proved now.",
}

inject "shared-login" {
  at = "2h40", from = "Bryan, media buyer, {agency}", to = "it-admin", channel = "chat",
  text = [[Hi, Terence said no messages to clients but I can't sit still. It was my laptop. I opened a "campaign brief" zip at 11 last night. My browser keeps all my passwords: {ads}, your page, and your {crm} too, the agency@ one that we all share. Same password since 2024

I told Terence at 3 am. I think nobody told you the {crm} part. Laptop is off now. Sorry, really. Please don't say it came from me]],
  read_aloud = [[09:50. The agency's media buyer writes, though he was told not to. The browser on his infected laptop had saved the login to our page, and the CRM login that we share with them. His boss has known since three.]],
  expects = { "log-aware", "revoke-sessions", "revoke-tokens", "rotate-shared-logins", "remove-partner-access", "check-sign-ins" },
}

at "2h40" { extra = true, opens = "the-access", because = "A stranger may hold every key that the agency holds." }

decision "the-access" {
  extra = true, owner = "it-admin", within = "1h", discuss = "3m", objective = "containment",
  ask = "In {ads} we are locked out. In the CRM, the drive and the shop we are not. What do we take back now, and from whom?",
  hint = "List what the agency can open without you.",
  probes = { "Which of these doors has no password at all?", "What does the agency need in order to help, and what not?", "What must you copy before you change it?" },
  listen_for = "Sessions, tokens, shared logins, partner links: all of the agency's, not only the attacker's; logs first",

  { id = "strangers", "Sign out the odd sessions only, so that the agency can go on repairing this",
    score = { containment = -1 },
    because = "Which ones are odd? Whoever took the browser signs in as the agency does, and the agency can't tell either." },
  { id = "later", "Change nothing until {ads} is back; two fires at once is one too many",
    score = { containment = -2, evidence = 1 },
    because = "Nothing is disturbed, which whoever reads the traces will like. But this is a door, and behind it are 48,000 people." },
  { id = "password", "New CRM password now, given to the agency by phone",
    does = { "rotate-passwords" }, score = { containment = 1 },
    because = "It helps. A session that is open stays open, a token never asks for it, and the agency writes it into the same browser." },
  { id = "everything", "All the agency's doors, tokens too: nobody can tell it from the thief",
    does = { "revoke-sessions", "revoke-tokens", "rotate-shared-logins", "remove-partner-access" }, score = { containment = 3 },
    because = "A partner can be let in again tomorrow, by name, one door at a time. A copied list does not come back." },
  late = { score = { containment = -1 }, because = "An hour later the shared login still opened the CRM, for whoever had it." },
}

inject "card-again" {
  by = "3h20", unless = "freeze-card", when = function(w) return not w:done "cap-spend" end,
  from = "{bank} card alerts <alerts@pulaubank.example>", to = "finance", channel = "alert",
  text = [[08:06   ADPILOT*ADS    S$2,000.00
09:12   ADPILOT*ADS    S$2,000.00
10:21   ADPILOT*ADS    S$2,000.00

Since 02:14: 8 charges, S$16,000.00. We asked at 07:10, and the card has not been blocked. Under card terms 11 we can only look into charges up to the time at which you could have stopped them.]],
  read_aloud = [[10:30. The card is still open. Three more charges, S$16,000 so far. What was spent after 07:10, says the bank, may be yours to bear.]],
  expects = { "freeze-card", "cap-spend", "dispute-charges" },
}

-- Wednesday, T+5h to T+17h: it was never only the ads -----------------------------------------------------------------

inject "public-sheet" {
  at = "5h", from = "Jun Wei, IT contractor", to = "it-admin", channel = "email",
  subject = "Their folder for us",
  text = [[The agency's folder with our stuff on {drive} was shared with "anyone with the link". Inside is KK_birthday_FINAL2.csv, there since August. 2,400 rows, name, mobile, email, birth date, all Singapore numbers. 31 opens since Sunday: 4 us, 6 them, 21 I don't know. The link is also in the brief they mail to freelancers.

Terence says the file is theirs, so not our problem. Me, I closed nothing, haven't copied the list of opens. If nobody did, say and I do. Is there more? I only looked at one folder.]],
  read_aloud = [[12:10. The agency's folder has been open to anyone with the link. Since August it has held 2,400 rows of our customers, birth dates too. Of 31 opens since Sunday, 21 are by nobody we know. Jun Wei looked at one folder only.]],
  expects = { "close-public-links", "capture-screens", "check-shared-drives", "check-sign-ins" }, opens = "the-scope",
}

decision "the-scope" {
  owner = "it-admin", within = "1h30", discuss = "3m", objective = "scoping",
  ask = "So it is not only ads. Where do we look next, in which order, and who looks?",
  hint = "Put a finger on each thing that Bryan's browser could open.",
  probes = { "Which of these logs lapses first?", "What would you rather find today than read on Saturday?", "Who can look without changing what they look at?" },
  listen_for = "CRM, drive, page inbox and audiences at once, a person each, and a time when all report",

  { id = "report", "Ask the agency what was where; they put it there, they know it best",
    score = { scoping = -2 },
    because = "They do know, and they have known since three in the morning. Ask, by all means, and look for yourselves." },
  { id = "four", "CRM, drives, page inbox, audiences: a person each, all report by three", takes = "3h",
    does = { "check-sign-ins", "check-shared-drives", "check-page-inbox", "check-ad-audiences", "close-public-links" }, score = { scoping = 3, evidence = 1 },
    because = "Four people, three hours, and every later question has an answer that you found yourselves." },
  { id = "ads", "Finish the ad account first: half a search in four places finds nothing",
    score = { scoping = -1 },
    because = "Thorough, in the one place where you are locked out. What can be copied was never in the ads." },
  { id = "crm", "The CRM alone, thirty days of sign-ins: nothing else holds that much", takes = "1h",
    does = { "check-sign-ins" }, score = { scoping = 1 },
    because = "The right first place. The page inbox has no export button and needs none: people tell it everything." },
  late = { score = { scoping = -1 }, because = "Ninety minutes passed, and nobody had said who looks where." },
}

inject "platform-proof" {
  at = "7h", extra = true, from = "{ads} business integrity, forwarded by Hui Min", to = "marketing", channel = "email",
  subject = "Fwd: Case 559012, prove that this business is yours",
  text = [["Two parties have written to us about this account, so we have limited it. To give back the admin role we need from one named person: the company's registration, a card statement that shows our charge, and a record at your domain. A partner's word is no proof. Two working days."

Two days. In my ads group there's a guy, Recovery Ray, 4.9 stars. S$800 and we are admin by 6 pm, he only wants my sign-in code. Also could just open a new account, one hour?]],
  read_aloud = [[14:10. {ads} wants proof that the business is ours: registration, card statement, a record at our domain. Two working days. Hui Min has found somebody who does it by six for S$800. He only needs her sign-in code.]],
  expects = { "report-takeover", "reclaim-admin" }, opens = "the-way-back",
}

decision "the-way-back" {
  extra = true, owner = "marketing", within = "2h", discuss = "3m", objective = "evidence",
  ask = "Ten days to 12.12. How do we get our own account back?",
  hint = "Which of these would you show to the bank?",
  probes = { "What could a stranger do with Hui Min's code?", "Who in the house can put a record at our domain today?", "What stays behind in the old account if you open a new one?" },
  listen_for = "Our own papers, one named person, the case number in the log; no codes to anybody",

  { id = "expert", "Ray, for S$800: a day without ads costs us over seven times that",
    does = { "pay-recovery" }, sets = { way_back = "expert" }, score = { containment = -2, evidence = -1 },
    because = "The sum is right and the man is not. You gave the only login you had left to a name in a chat group." },
  { id = "partner", "The agency files for us, and its contact pulls our case from the pile",
    sets = { way_back = "agency" }, score = { evidence = 1 },
    because = "Not a bad card to play, but the letter says it: a partner's word is no proof. Two days later you start again." },
  { id = "papers", "Our own papers, through the form: slow, and nobody can prove it better",
    does = { "report-takeover" }, sets = { way_back = "ours" }, score = { containment = 1, evidence = 3 },
    because = "One named person, the record at the domain by tonight, the case number in the log. The bank will ask when you told the platform, and you can show it." },
  { id = "fresh", "A new account, clean and ours alone, selling again by evening",
    sets = { way_back = "fresh" }, score = { containment = -1 },
    because = "It would sell again. The old one keeps your page, your customers' messages and your card, with a stranger at the desk." },
  late = { score = { evidence = -1 }, because = "Two hours went by, and the agency answered the platform in your name." },
}

inject "export-found" {
  from = "Jun Wei, IT contractor", to = "it-admin", channel = "chat",
  text = [[You asked to look, so I looked. {crm}, agency@ signed in Tue 23:41 from 198.51.100.60. That is a hosting company, never seen before. 23:52 it exported "Active 90 days". 6,200 contacts, one per person. 5,510 with +65, 690 with +82. Columns are name, mobile, email, last order, amount. No address, no password, no birthday

Export log is only 3 days there so I copied it first, hash is in our log]],
  read_aloud = [[The team that went to look has found something. On Tuesday at 23:52 the shared login exported 6,200 customers from the CRM, from a network never seen before. 690 of them are in Korea.]],
  expects = { "preserve-logs", "count-people", "map-countries", "identify-data" },
}

inject "their-breach" {
  at = "10h", from = "Terence, account director, {agency}", to = "legal", channel = "email",
  subject = "Who tells whom: please countersign",
  text = [[Dear all,

Our lawyer's view, for your comfort. The laptop is ours, so the incident is ours, and whether anybody must be told is ours to decide. Clause 9 says that {agency} "manages data incidents". He has a full week and will assess it properly on Monday.

Until he has, nobody has assessed anything, so no clock runs for either of us. Let's not start one by accident. Attached is one page that says this. A countersignature by six keeps everybody safe.]],
  read_aloud = [[17:10. The agency's lawyer says the breach is theirs, and theirs to assess, on Monday. Until then, they say, no clock runs. They would like your signature by six.]],
  expects = { "engage-counsel", "log-aware", "log-assessed" }, opens = "the-duty",
}

decision "the-duty" {
  owner = "legal", within = "2h", discuss = "3m", objective = "scoping",
  ask = "The agency says the breach is theirs, and so is the deciding. Who assesses it, when, and who signs?",
  hint = "Whose customers are they?",
  probes = { "What can a contract change about a law? And what not?", "What do you know already that makes it likely?", "Which of your clocks has been running since this morning?" },
  listen_for = "We assess for ourselves, tonight, with counsel, from what we know; aware and assessed written down apart",

  { id = "theirs", "Countersign: their laptop, their clause, and they have a lawyer for it",
    score = { scoping = -2, evidence = 1, care = -1 },
    because = "You hold a page on which they call it theirs; it may help with the bill. It also says that you knew, and agreed to wait." },
  { id = "monday", "Let their lawyer assess on Monday, and read closely what he writes",
    score = { scoping = -1 },
    because = "Under Singapore's PDPA 26C an agency tells you, and then you assess, for yourselves. His Monday is after Korea's 72 hours (PIPA 34)." },
  { id = "tonight", "Us, tonight: 2,400 rows in an open file are enough to decide on",
    moment = { aware = "2h40" }, does = { "engage-counsel", "log-aware", "log-assessed" }, score = { scoping = 3 },
    because = "Singapore asks from 500 people (PDPA 26B). Possible since 09:50, decided tonight with counsel: two times, each with its grounds, in your log and not in theirs." },
  { id = "whole", "Ourselves, once {ads} and the bank have reported and the picture is whole",
    score = { scoping = 1 },
    because = "Rightly yours, and too late. 'Likely' is enough for PDPC (PDPA 26B), 'possible' for Korea since September (PIPA 34). Both have been true since noon." },
  late = { score = { scoping = -1 }, because = "Six o'clock passed without a signature, which was luck. The agency still has no word on who decides." },
}

inject "laptop-tonight" {
  at = "12h", extra = true, from = "Faiz, tech support, {agency}", to = "legal", channel = "chat",
  text = [[Hello, Faiz here, I do their computers. Terence wants Bryan's laptop fresh for a pitch tomorrow, so at 11 tonight I reinstall it, from home. Their mail trash and the folder log empty by themselves after 7 days, I never touch that.

You people need anything from it first? He says no. He says if some letter came it is for the lawyer, not for me. I'm asking because last time somebody asked after. I leave the office at 10.]],
  read_aloud = [[19:10. The man who looks after the agency's computers writes. At eleven tonight he reinstalls the infected laptop from home, on orders. Do you need anything from it first? He leaves the office at ten.]],
  expects = { "preservation-demand", "engage-counsel", "legal-hold" }, opens = "the-agency",
}

decision "the-agency" {
  extra = true, owner = "legal", within = "2h", discuss = "3m", objective = "evidence",
  ask = "Their laptop, their logs, their seven days. How do we keep what we need and do not own?",
  hint = "What would make Faiz able to say no to Terence?",
  probes = { "To whom exactly do you write: Terence, his lawyer, or the owner?", "What do you ask for, by name and by date?", "What do you lose if the agency takes offence?" },
  listen_for = "In writing, from counsel, to the company, naming laptop, logs and span, with an hour to confirm; Faiz gets a copy",

  { id = "fetch", "Jun Wei collects the laptop before eleven; Faiz would hand it over",
    sets = { laptop = "carried" }, score = { evidence = -2 },
    because = "It isn't his to give, and he left at ten. What you carry off without a paper is the first thing their lawyer attacks." },
  { id = "ring", "Ring Terence, a partner of six years, and ask him to leave it be",
    score = { evidence = 1 },
    because = "He said yes, warmly, and nobody told Faiz. A call is worth making, and worth nothing on Friday." },
  { id = "await", "Wait for their report: a lawyer's letter ends the only help we have",
    score = { evidence = -1 },
    because = "Their help has so far been a request to keep quiet. The report will be written from a laptop that was reinstalled." },
  { id = "written", "A letter from counsel by nine: Faiz needs a paper to say no",
    does = { "engage-counsel", "preservation-demand" }, score = { evidence = 3 },
    because = "It names laptop, logs and an hour to confirm, with a copy to Faiz. An agency may forget; one that was told in writing may not." },
  late = { score = { evidence = -1 }, because = "Nine came and went. Faiz leaves at ten, with no answer from anybody." },
}

inject "page-inbox" {
  at = "14h30", from = "Nadia, evening support", to = "support", channel = "chat",
  text = [[This is NOT me. Somebody is answering customers in our page inbox. Since 8 pm: "Hi dear, your 12.12 parcel is on hold, pay S$3.90 to release", link is kopikain-sale.example. I counted 388 people. It comes under their own old question so it looks like our reply. About 40 wrote back thank you

I can read but I can't kick them out. What do I tell people? My script has no line for this.]],
  read_aloud = [[21:40. Somebody answers our customers from our own page inbox: parcel on hold, pay S$3.90. 388 people so far, each under a question they once asked us. About forty have said thank you.]],
  expects = { "check-page-inbox", "publish-scam-warning", "brief-support", "warn-recipients", "notify-pdpc" }, opens = "the-warning",
}

decision "the-warning" {
  owner = "support", within = "1h30", discuss = "3m", objective = "care",
  ask = "It is nearly ten at night and people are paying. Who hears what from us, through which channel, before midnight?",
  hint = "What would have stopped the fortieth person?",
  probes = { "Which channels does the stranger not read?", "What is the one sign that tells false from true?", "Which authority should not learn of it from a newspaper?" },
  listen_for = "A warning with the false address in it, on shop, email and SMS, not only the page; first filings tonight; support briefed",

  { id = "careful", "A post on the page: beware of scams, we never ask for passwords",
    score = { care = 1, communications = -1 },
    because = "Quick, true, and about nothing. It names no site, and the stranger can take it down: it is his page tonight too." },
  { id = "quiet", "Nothing before we are admin again, or they learn that we have noticed",
    score = { care = -2 },
    because = "They have known since this morning. Those who don't know are the 348 who have not answered yet." },
  { id = "plain", "File what we know, then warn by shop and email, with the false address", takes = "1h",
    does = { "notify-pdpc", "notify-pipc", "publish-scam-warning", "brief-support", "set-next-update" },
    verifies = { people_messaged = 388 }, score = { care = 3, communications = 2 },
    because = "Both authorities have a first filing, and everybody has the one fact that helps: that address is not ours. The full notice comes after." },
  { id = "reply", "Nadia answers all 388 in the inbox tonight, since that is where people look",
    score = { care = 1 },
    because = "Kind, and one by one. But it comes from the same page as the lie, a stranger can answer after her, and by three she is at 120." },
  late = { score = { care = -2 }, because = "By eleven some sixty had said thank you, and the page had no other word on it." },
}

-- Whoever read the inbox at noon found no false message in it; what a step counts can't be older than the thing itself.
at "16h" {
  when = function(w) return w:done "check-page-inbox" or w:done "warn-recipients" end,
  verifies = { people_messaged = 388 },
  because = "Counted in the inbox, thread by thread, by two of us.",
}

inject "ray-again" {
  after = "platform-proof", delay = "9h30", extra = true, when = function(w) return w.way_back == "expert" end,
  from = "Recovery Ray, to Hui Min", to = "marketing", channel = "chat",
  text = [["Hi sis, almost done. Platform side very strict this time so need another S$1,500 and one more code, they send to your phone now. Do fast, 10 minutes only. Don't tell your boss first, later they delay."

Boss I gave the first code and now my own login says wrong password. I think I did something stupid.]],
  read_aloud = [[23:40. The helper wants S$1,500 more and another code. Hui Min's own login, the last one we had, no longer works.]],
  expects = { "report-takeover", "police-report", "capture-screens" },
}

inject "laptop-gone" {
  after = "laptop-tonight", delay = "5h", extra = true,
  when = function(w) return not w:done "preservation-demand" and w.laptop == "there" end,
  from = "Faiz, tech support, {agency}", to = "legal", channel = "chat",
  text = [[Done, fresh like new, he can pitch. Nobody answered so I followed the order. I kept nothing because nobody said what.

Before I clicked I saw the download folder, there was more than one zip from that "campaign brief" person, back to October. I didn't take a picture. Sorry if that was important.]],
  read_aloud = [[Thursday, 00:10. The laptop has been reinstalled. Before that, says Faiz, he saw more of those files, back to October. He took no picture.]],
  expects = { "preservation-demand", "record-custody" },
}

-- Thursday, T+24h30 to T+41h: two stories -----------------------------------------------------------------------------

inject "lost-900" {
  at = "24h30", extra = true, from = "Mrs Sarojini, customer", to = "support", channel = "email",
  subject = "You wrote to me",
  text = [[Last night you answered my question about the blue runner: parcel on hold. So I paid the S$3.90. This morning S$900 has gone to a phone shop I have never heard of. The bank says I typed the code, so it was me.

It came from your page, under my own words. I have bought from you since 2019. My pension comes on the 12th. I am not asking who did it. I am asking what you will do now, for me and for whoever is next.]],
  read_aloud = [[Thursday, 07:40. Mrs Sarojini paid the S$3.90, because the message came from our page. This morning S$900 is gone from her card. She asks what we will do for her, and for whoever is next.]],
  expects = { "care-offer", "police-report", "alert-bank", "notify-individuals", "open-helpline" },
}

inject "joint-statement" {
  at = "29h", from = "Terence, account director, {agency}", to = "marketing", channel = "email",
  subject = "Joint line, sign-off by 14:00 please",
  text = [["{brand} and {agency} noticed unusual activity in an advertising account. It was quickly contained. No customer data was affected. We take security seriously."

Two logos, one line, finished. Harbour Daily is ringing both of us, and your Madam Koh likes it. I have other clients watching, so it has to be today. If you say something different, people will ask which of us is lying, and that helps neither.]],
  read_aloud = [[Thursday, 12:10. The agency has written a joint statement: unusual activity, quickly contained, no customer data affected. Two logos. They want your sign-off by two.]],
  expects = { "press-line", "publish-holding", "engage-counsel", "set-next-update" }, opens = "the-joint-line",
}

decision "the-joint-line" {
  owner = "director", within = "1h50", discuss = "3m", objective = "communications",
  ask = "A reporter waits, and the agency holds out a pen. What goes out in our name by two o'clock, and what does not?",
  hint = "Go through their line word by word: who proved it?",
  probes = { "Which words of it are true today?", "What will somebody say who paid the S$3.90 on Wednesday night?", "Who gains from one story, and who pays for it?" },
  listen_for = "No joint line; our own, of proved facts only, with the time of the next word; the agency told why",

  { id = "hedge", "Sign, with one change: 'no evidence that customer data was affected'",
    sets = { joint_ran = true }, does = { "press-line" }, score = { communications = -1, care = -1 },
    because = "It sounds careful. There is a file with 21 strange opens; 'no evidence' means only that you would rather not call it that." },
  { id = "own", "Our own line: what is proved, what is not, next word Saturday ten",
    does = { "press-line", "publish-holding", "set-next-update" }, score = { communications = 3, care = 1 },
    because = "You can stand behind each word alone, without needing the agency's to be true as well." },
  { id = "sign", "Sign; with one calm voice from two companies, nobody digs further",
    sets = { joint_ran = true }, does = { "press-line" }, claims = { contact_details = "not_involved" }, score = { communications = -2, care = -1 }, critical = "false-statement-published",
    because = "Nobody digs until somebody does. Since Wednesday noon you had known of an open file with your customers in it." },
  { id = "leave", "Sign nothing and say nothing: it is their laptop, so let them explain it",
    score = { communications = -1 },
    because = "You kept your name off a false line. Then it ran with their logo, above a photo of your shop." },
  late = { sets = { joint_ran = true }, score = { communications = -2, care = -1 },
           because = "At two the agency sent it out with both logos, and took silence for a yes. Whoever reads it reads your word." },
}

inject "petty-cash" {
  by = "31h", unless = "brief-support", extra = true, from = "Reza, support", to = "support", channel = "chat",
  text = [[Update from my side. 71 people asked for the S$3.90 back so I send it from the float. To do it I ask for their card number and name in the chat, then I paste in the shared sheet so Nadia can see who is done. Everyone very happy with the fast service

Somebody said their bank told them never give card number in chat. But this one is for refund so should be ok right?]],
  read_aloud = [[Thursday, 14:10. Nobody briefed support, so support has been helpful in its own way: Reza refunds S$3.90, and for that asks people to write their card number into the chat. 71 of them. It is all in a shared sheet.]],
  expects = { "brief-support", "close-public-links", "care-offer" },
}

inject "odd-network" {
  by = "33h", unless = "check-sign-ins", from = "{crm} weekly review <alerts@hubnest.example>", to = "it-admin", channel = "alert",
  subject = "1 unusual event in 7 days",
  text = [[SIGN-IN   agency@kopikain.example, Tue 1 Dec 2026, 23:41 SGT
From      198.51.100.60, hosting network, first time seen
EXPORT    "Active 90 days", CSV, finished 23:52
Rows      6,200 contacts, merged: one per person
Prefixes  +65 5,510, +82 690
Columns   name, mobile, email, last_order, amount

Export records are kept for 72 hours. These lapse tomorrow at 23:52.]],
  read_aloud = [[Thursday, 16:10. The CRM's weekly review. On Tuesday night the shared login exported 6,200 customers from a network never seen before, 690 of them in Korea. The record of it lapses tomorrow night.]],
  expects = { "preserve-logs", "hold-log-purge", "count-people", "map-countries", "identify-data" },
}

at "33h" { cancels = "export-found", because = "Whoever looks from now on finds what the review has told." }

at "34h" { extra = true, opens = "how-many", because = "Three lists, and everybody wants one number." }

decision "how-many" {
  extra = true, owner = "incident-lead", within = "3h", discuss = "3m", objective = "scoping",
  ask = "6,200 exported, 2,400 rows in the open file, 388 messaged. How many people is that, and who says so?",
  hint = "Could one person be in all three?",
  probes = { "What do the three lists have in common that you can match on?", "Which of the three is not about the same thing?", "What will you say if it turns out to be more?" },
  listen_for = "Merged on mobile, overlap named; messages counted apart, since page names match nothing; method and counter written down",

  { id = "sum", "8,988, all three added: nobody can blame us for a number too high",
    claims = { people_concerned = 8988 }, score = { scoping = -2, communications = -1 },
    because = "Somebody in all three lists is counted three times. Corrected later, it reads as if 2,268 people had been hidden." },
  { id = "largest", "6,200: the export is the newest list and surely holds the others",
    claims = { people_concerned = 6200 }, score = { scoping = -1 },
    because = "Close, and nobody checked. 520 people were only in the birthday file, with a birth date, and would never hear of it." },
  { id = "merge", "Merge export and file on mobile; the 388 get their own line", takes = "2h",
    verifies = { people_concerned = 6720, people_in_file = 2310, people_messaged = 388 },
    does = { "count-people", "map-countries" }, score = { scoping = 3 },
    because = "6,200 and 2,310, less 1,790 who are in both: 6,720 people. The 388 have page names only, so they can't be matched, and you say so." },
  { id = "hold-back", "None until the agency's logs are in: they may have had more files",
    score = { scoping = -1 },
    because = "They may. 'So far' is a word for exactly that, and both authorities accept it." },
  late = { score = { scoping = -2, communications = -1 },
           because = "By evening three colleagues had given three numbers, each of them right about something, and all three yours to take back." },
}

inject "laptop-back" {
  after = "laptop-tonight", delay = "23h", extra = true, when = function(w) return w.laptop == "carried" end,
  from = "Counsel for {agency}", to = "legal", channel = "letter",
  subject = "A laptop that is not yours",
  text = [[Last night your contractor left our client's office with a laptop. No paper was shown and none was left. Our technician had gone at ten; the cleaner held the door.

The device holds the files of eleven other clients. Please return it by 20:00, unopened, with the name of everybody who has had it. Whatever you say was found on it, we shall say was put there. We have told those clients.]],
  read_aloud = [[Thursday, 18:10. The agency's lawyer wants its laptop back by eight, unopened. Eleven other clients' files are on it, and whatever you find there, he will say you put there.]],
  expects = { "record-custody", "engage-counsel" },
}

inject "quoted" {
  after = "joint-statement", delay = "8h", extra = true, when = function(w) return w.joint_ran end,
  from = "Aaron Nair, Harbour Daily, consumer desk", to = "director", channel = "press",
  subject = "A file called FINAL2",
  text = [[Your joint statement is set for tomorrow's edition. Since then a freelancer has shown me a file of your customers, which he opened from a link in your agency's brief. My colleague is row 1,112, and the birthday is right. I haven't kept a copy.

As your statement reads, customers' data has no part in this. Which of you wrote that, who approved it, and when did you first see this file? We print at ten.]],
  read_aloud = [[Thursday, 20:10. A reporter has been shown the open file. His colleague is in it. He would like to know who approved the statement, and when you first saw the file.]],
  expects = { "publish-correction", "press-line", "engage-counsel" },
}

inject "seoul-asks" {
  by = "39h", unless = "notify-pipc", extra = true, from = "Han Seo-yeon, customer, Incheon", to = "legal", channel = "email",
  subject = "A text in Korean that you did not send",
  text = [[Hello, I bought two cushions in October. Yesterday I got a text in good Korean: my parcel is on hold, pay first. It had my name and the amount of my order. I asked at 118, they have no report from your company.

Here you must tell us when a leak is possible, within 72 hours. You may not know this because you are abroad. My mother also ordered, and she pays such things. Please answer in Korean if you can.]],
  read_aloud = [[Thursday, 22:10. A customer in Incheon got a false message with her order's amount in it. She has asked the authority's line: no report from us. There, the clock is 72 hours from when a leak is possible.]],
  expects = { "notify-pipc", "notify-individuals", "map-countries" },
}

inject "refund-closed" {
  at = "41h", extra = true, when = function(w) return w.ids_lost end,
  from = "{ads} billing", to = "finance", channel = "email",
  subject = "Case 559012: no refund for 2 December",
  text = [[We looked at the charges of 2 December and could not match them to any ad. The account's history shows that 14 ads were deleted on Wednesday by huimin@kopikain.example. Ads deleted by an advertiser are treated as the advertiser's own.

To have this looked at again, send the ad ids, or the pages as they were shown. Kind regards, Billing]],
  read_aloud = [[Friday, 00:10. {ads} will refund nothing. Fourteen ads were deleted by your own colleague, so they count as your own. To have it looked at again, send the ids.]],
  expects = { "dispute-charges", "police-report" },
}

-- Friday and Saturday, T+50h to T+90h: what you kept, and what you promised -------------------------------------------

inject "bank-evidence" {
  by = "50h", unless = "dispute-charges", extra = true, from = "Disputes desk, {bank}", to = "finance", channel = "email",
  subject = "Card 4471: what we need by 17:10 today",
  text = [[You were asked about these charges on Wednesday. To dispute them we need by 17:10 today: each charge that is not yours, with its time; the ids of the ads that it paid for; when you first noticed, and when you told the platform; a police report number.

Any charge after 07:10 on Wednesday is looked at apart, since a block would have stopped it. Please send no screenshots of chats, only the pages with the address and the time in view.]],
  read_aloud = [[Friday, 09:10. The bank's disputes desk wants four things by ten past five: the charges, the ids of the ads behind them, when you noticed and told the platform, and a police report number.]],
  expects = { "dispute-charges", "police-report", "capture-screens" },
}

inject "admin-back" {
  at = "58h", extra = true, when = function(w) return w:done "report-takeover" end,
  from = "{ads} business integrity", to = "marketing", channel = "email",
  subject = "Case 559012: your admin role is back",
  text = [[The company register names you, so marketing@kopikain.example is admin again.

People        2 (1 admin)
Partners      {agency}, limited
System users  kk-feed-sync, made 2 Dec 03:12, token never ends
Ads           9 of your own, stopped
Audiences     "KK birthday 2026", uploaded by partner
Card          none

To start again, choose Resume all.]],
  read_aloud = [[Friday, 17:10. We are admin again. The account shows a system user called kk-feed-sync, made at 03:12 on Wednesday, whose token never ends. Below it is a button: Resume all.]],
  expects = { "reclaim-admin", "remove-system-users", "remove-partner-access", "enable-mfa" }, opens = "the-return",
}

inject "admin-not-back" {
  at = "58h", extra = true, when = function(w) return not w:done "report-takeover" end,
  from = "{ads} business integrity", to = "marketing", channel = "email",
  subject = "Case 559012: nothing from you yet",
  text = [[Two working days are over. From kopikain.example we have no registration, no card statement and no record at the domain. A partner's word is no proof.

The account stays limited: no ads run in it, and nobody is made admin. The two days begin again when your papers are here. After 30 days without them the case is closed.]],
  read_aloud = [[Friday, 17:10. Two working days are over, and {ads} has had no papers from us. The account stays limited. The two days begin again when we send them.]],
  expects = { "report-takeover" },
}

decision "the-return" {
  extra = true, owner = "marketing", within = "3h", discuss = "3m", objective = "containment",
  ask = "Eight days to 12.12, and the button is blue. What do we do in the account before anything runs?",
  hint = "Who in this list never sleeps and has no face?",
  probes = { "Where were you on Wednesday at 03:12?", "What breaks if kk-feed-sync is removed, and who would tell you?", "Who should be the second admin, and who never again?" },
  listen_for = "System user noted, then removed; two admins of our own; the partner out; ads restarted one by one",

  { id = "sweep", "Note and remove system user and partner, then restart our ads singly", takes = "2h",
    does = { "reclaim-admin", "remove-system-users", "remove-partner-access", "enable-mfa" }, score = { containment = 3, evidence = 1 },
    because = "People were the front door. The token was the one they left on the latch for a quieter day." },
  { id = "resume", "Resume all today: each dark day before 12.12 costs S$6,000",
    score = { containment = -2 },
    because = "All means all, kk-feed-sync with it. The false shop was selling again within the hour, on your word." },
  { id = "sign-in", "Two-step sign-in for everybody, then our nine ads: the people are clean",
    does = { "reclaim-admin", "enable-mfa" }, score = { containment = 1 },
    because = "Good for people. A system user signs in with a token, and a token is never asked for a second step." },
  { id = "feed", "Keep kk-feed-sync till the agency says whose it is: our feed may need it",
    does = { "reclaim-admin" }, score = { containment = -1 },
    because = "Feeds can be mended on Monday. It was born at 03:12 on the night itself; that is its birth certificate." },
  late = { score = { containment = -2 }, because = "By evening the button had been pressed, by a colleague who meant well." },
}

inject "pdpc-rings" {
  by = "58h30", unless = "notify-pdpc", extra = true, from = "Case officer, PDPC", to = "legal", channel = "phone",
  text = [[Good afternoon. A customer of yours lost S$900 on Thursday morning and has complained to us. We also have a letter from your agency, which says that it is managing a data incident for you.

An agency tells its client, and the client assesses. Have you? On which date? If you found on Wednesday that it is notifiable, the third calendar day ends tomorrow at 23:59. The form takes parts. Whom may I note as your contact?]],
  read_aloud = [[Friday, 17:40. A PDPC officer rings. She has a complaint, and a letter from your agency. She asks whether you have assessed it yourselves, and on which date.]],
  expects = { "notify-pdpc", "log-assessed" },
}

inject "lawyer-refuses" {
  at = "59h", extra = true, when = function(w) return not w:done "preservation-demand" end,
  from = "Counsel for {agency}", to = "legal", channel = "letter",
  subject = "Your wish for logs",
  text = [[We act for {agency}. We hear that you would like to see logs. Our client was under no demand to keep any, and carries on in the ordinary way. Sign-in records of its mail are kept for seven days; those of Friday 27 November lapse tonight.

Our client will consider a written request that names what is sought, and for which period. It admits nothing.]],
  read_aloud = [[Friday, 18:10. The agency's lawyer: nobody has demanded in writing that anything be kept, and the mail logs lapse day by day. He will consider a written request.]],
  expects = { "preservation-demand", "engage-counsel" },
}

inject "logs-arrive" {
  at = "59h", extra = true, when = function(w) return w:done "preservation-demand" end,
  from = "Counsel for {agency}", to = "legal", channel = "letter",
  subject = "Your demand to preserve: first part",
  text = [[As demanded, our client has stopped all deletion. We attach the mail and folder logs as they stood when your letter came, with a checksum for each file and our technician's note of the time.

Please note: folder times are UTC, and the mail server runs seven minutes fast. Three freelancers had the link; two have confirmed in writing that they deleted the file, one has not answered. We admit nothing, and thank you for the clear letter.]],
  read_aloud = [[Friday, 18:10. Because you wrote, the agency kept its logs, and sends them with checksums. Some times are in UTC, others seven minutes fast. Of three freelancers who had the link, one has not answered.]],
  expects = { "hash-evidence", "record-custody", "follow-up-filing" },
}

inject "fifty-thousand" {
  at = "64h", from = "Nadia, evening support", to = "support", channel = "chat",
  text = [[A page called Kampung Scam Watch posted at 10: "50,000 {brand} customers hacked, shop is hiding it", with a picture of 12 rows. 2,300 shares already, people tag us every minute.

We don't even have 50,000 customers I think? And the rows show a home address, did they take that? One row is a lady I know, her birthday is right, but the street is wrong. Do I write "not true" under it? Everybody is waiting.]],
  read_aloud = [[Friday, 23:10. A post claims 50,000 hacked customers, and shows twelve rows with home addresses. One row looks partly right. 2,300 shares. Support asks whether to write "not true" under it.]],
  expects = { "verify-sample", "capture-screens", "search-misuse", "brief-support" },
}

at "66h" {
  when = function(w) return w:done "verify-sample" end,
  verifies = { sample_matches = 4 },
  because = "Four of the twelve are rows of the birthday file with an address made up. The other eight are nobody's.",
}

inject "update-due" {
  at = "73h", from = "Hui Min, marketing executive", to = "incident-lead", channel = "chat",
  text = [[Morning. 214 questions on the page since last night, all the same: is the 50,000 true. Ten o'clock is the time people are waiting for, Nadia has been telling them so since Thursday.

For customers not much is new though. The post we can't prove wrong in two hours, and the agency's report comes Monday. Madam Koh says put up the 12.12 code instead, give people something nice. I can have any of it ready by 9.45. Which?]],
  read_aloud = [[Saturday, 08:10. 214 people ask about the 50,000. At ten they expect to hear from us. For customers not much is new, the agency's report comes on Monday, and the CEO would rather post a discount code.]],
  expects = { "publish-update", "publish-correction", "notify-individuals", "follow-up-filing" }, opens = "the-update",
}

decision "the-update" {
  owner = "incident-lead", within = "1h50", discuss = "3m", objective = "communications",
  ask = "Ten o'clock is in under two hours, and a number is loose that is not ours. What do we publish, and when?",
  hint = "What can you say about 50,000 without proving anything?",
  probes = { "What has changed since your last word, for the reader?", "Which numbers of yours are proved, with unit and verb?", "Who must hear a new fact before the public does?" },
  listen_for = "On time; what is confirmed, what is still being checked, the post named without repeating its claim as fact; the next time set",

  { id = "monday", "One complete update on Monday, with the agency's report: better whole than twice",
    score = { communications = -1, care = -1 },
    because = "It would be a better text, for the few who still read you. The post has the weekend to itself." },
  { id = "deny", "At ten: the 50,000 is a lie, we have fewer customers than that",
    does = { "publish-update" }, score = { communications = -1, care = -1 },
    because = "True arithmetic, and a trap: four of the twelve rows are yours. Someone with her birthday in that picture reads 'a lie'." },
  { id = "ten", "At ten: confirmed so far, the post being checked, next word Monday", takes = "1h50",
    does = { "publish-update", "set-next-update", "verify-sample" }, verifies = { sample_matches = 4 }, score = { communications = 3, care = 1 },
    because = "A promise kept with little in it is worth more than a full one that came late. People learn when you speak, and wait for it." },
  { id = "code", "The code today, our word on Monday: little is new, and people smile",
    does = { "set-next-update" }, score = { communications = -2, care = -2 },
    because = "It would have been liked. The second comment is by somebody who paid on Wednesday, with a picture of her bank statement." },
  { id = "line", "At ten, one line: no change, we are still working on it",
    does = { "publish-update" }, score = { communications = 1 },
    because = "On time, which is most of it. But 214 people asked one thing, and the line does not mention it." },
  late = { score = { communications = -1, care = -1 }, because = "Ten o'clock came, and the only word on the page was a stranger's." },
}

-- What the team's own steps set off -----------------------------------------------------------------------------------
-- Points here are a bonus, and rare: the decisions above carry the score.

on "open-incident"        { score = { evidence = 1 }, because = "From this minute there is a record of your own, not the agency's." }
on "log-aware"            { moment = "aware", because = "A leak is possible: written once, with its grounds. Korea's 72 hours (PIPA 34) begin with it." }
on "log-assessed"         { moment = "assessed", because = "Deciding that it is notifiable is your act, not the agency's. Singapore's three days (PDPA 26D) begin with it." }
on "engage-counsel"       { score = { evidence = 1 }, because = "The agency has a lawyer. Now you have one as well." }

on "report-scam-ads" {
  run = function(w)
    if w.ids_lost then return {} end
    return { verifies = { false_ads = 14, false_site = "kopikain-sale.example" } }
  end,
  because = "The platform has your report. It can act on ids and pages, and only on those you kept.",
}
on "freeze-card"          { score = { containment = 1 }, because = "No login was needed, and no platform: one call to the bank, and the money stopped." }
on "revoke-sessions"      { score = { containment = 1 }, because = "A stolen browser carries sessions, and those need no password at all." }
on "rotate-shared-logins" { score = { containment = 1 }, because = "A login that two companies share belongs to whichever is careless." }
on "remove-partner-access" { score = { containment = 1 }, because = "Whoever sits in the agency's browser lost your keys together with the agency." }
on "preserve-logs"        { score = { evidence = 1 }, because = "The export log is kept for three days. Yours is kept until you say so." }
on "preservation-demand"  { score = { evidence = 1 }, because = "What the agency holds is kept because you asked in writing, by name and by date." }
on "report-takeover"      { score = { evidence = 1 }, because = "The platform has the case in your name, with your papers, and its clock is running." }
on "dispute-charges"      { score = { evidence = 1 }, because = "Each charge with its time, in writing: what the bank can work with." }
on "pay-recovery"         { score = { evidence = -1 }, because = "Who promises an account back for a code wants the code." }

on "check-sign-ins"       { verifies = { people_exported = 6200, export_time = "Tue 1 Dec 2026, 23:52 SGT", way_in = "Logins saved on an infected laptop at our advertising agency" }, delivers = "export-found",
                            because = "You looked before anybody told you to: that night's export stands in the log, with its address." }
on "check-shared-drives"  { verifies = { people_in_file = 2310, birth_dates = "involved" }, because = "2,400 rows in the folder, 2,310 people once merged; no second file." }
on "check-page-inbox"     { verifies = { page_messages = "involved" }, because = "Old conversations can be read from that inbox, and somebody did." }
on "check-ad-audiences"   { score = { scoping = 1 }, because = "The audience that the agency uploaded is the same birthday list once more." }
on "identify-data"        { verifies = { contact_details = "involved", order_history = "involved", home_addresses = "not_involved", passwords = "not_involved", card_numbers = "not_held" },
                            because = "Read column by column, in the export log and in the file. The acquirer holds the cards; we never did." }
on "count-people"         { verifies = { people_concerned = 6720, people_exported = 6200 }, because = "Merged on mobile, then again on email: 6,720 both times." }
on "map-countries"        { verifies = { people_korea = 690 }, because = "Under Korea's 1,000, but taken from outside and without right: its authority is to be told all the same (PIPA 34)." }

on "brief-support"        { score = { care = 1 }, because = "Support knows the false address and the next time, and asks nobody for a card number." }
on "warn-recipients"      { score = { care = 1 }, because = "Those who had the false message in their hands heard from you in person." }
on "notify-individuals"   { score = { care = 1 }, because = "They know which data of theirs is out, and what a stranger can do with it." }
