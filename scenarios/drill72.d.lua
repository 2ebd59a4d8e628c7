---@meta
-- The language of scenarios, for editors with LuaLS (lua-language-server): hints and warnings while you type.
-- drill72 never reads this file; scenarios/README.md is the reference, and `make test` holds both against the program.

-- Values -------------------------------------------------------------------------------------------------------------

---A text, or texts by language: { en = "...", zh = "..." }. {crm} and the like stand for the names of systems.
---@alias drill72.text string|table<string, string>
---A text or a list of them.
---@alias drill72.texts drill72.text|drill72.text[]
---A time such as "30m", "2h", "9h30" or "3d"; never a lone number.
---@alias drill72.time string
---Lower-case letters, digits and hyphens, at most 48.
---@alias drill72.id string
---An id or a list of ids, none of them twice.
---@alias drill72.ids string|string[]
---An action of actions.yaml.
---@alias drill72.action string
---| "suspend-account" # Switch the account off without deleting it
---| "delete-account" # Delete the account and everything stored under it
---| "revoke-sessions" # Sign the account out everywhere, on every device and browser
---| "revoke-tokens" # Withdraw the API keys, app connections and access tokens that the account created
---| "rotate-passwords" # Change the passwords of staff and admin accounts on the systems concerned
---| "rotate-shared-logins" # Change every login that more than one person knew, and hand out the new one by name
---| "enable-mfa" # Turn on two-step sign-in for every admin account
---| "remove-partner-access" # Take the agency or partner out of your business accounts
---| "remove-system-users" # Remove system users and connected apps that nobody in the team can name
---| "report-takeover" # Report to the platform that the account was taken, with your own proof that it is yours
---| "reclaim-admin" # Get your own admin role back through the platform's recovery process
---| "pay-recovery" # Pay a stranger who promises to get the account back
---| "freeze-card" # Freeze the company card that the account spends from
---| "cap-spend" # Have the bank or the platform lower what the account can spend
---| "pause-ads" # Pause every running ad, and delete none
---| "report-scam-ads" # Report the false ads to the platform, with their ids
---| "delete-scam-ads" # Delete the false ads from the ad account
---| "block-address" # Block an internet address or network at the system concerned
---| "close-public-links" # Close every public link to customer files, after saving who opened them
---| "isolate-device" # Take a laptop or phone off every network, and leave it switched on
---| "pause-exports" # Switch off customer exports for everybody, admins too
---| "resume-exports" # Allow customer exports again, for named people only
---| "pause-order-sync" # Stop the order feed between the shop, the marketplace and other tools
---| "resume-order-sync" # Start the order feed again, after checking who receives it
---| "reset-customer-logins" # Make every customer choose a new password at the next sign-in
---| "open-log" # Start one incident log that says when, who and what, and where each fact comes from
---| "preserve-logs" # Copy the sign-in, export and audit logs before they lapse, and store the copy read-only
---| "hold-log-purge" # Stop the deletion of old logs until counsel releases it
---| "resume-log-purge" # Let old logs be deleted again, on counsel's word
---| "capture-screens" # Save full screenshots with the address bar, the date and the time zone in view
---| "secure-device" # Put the device away untouched, locked up, with a label and a signature
---| "image-device" # Have a specialist take a full copy of the device, with its hash
---| "wipe-device" # Reset the device to factory settings
---| "hash-evidence" # Write down the SHA-256 of every evidence file, and who took it when
---| "legal-hold" # Tell everybody in writing to delete nothing, chats and personal phones included
---| "record-custody" # Note every hand-over of a device or a file, with both names
---| "preservation-demand" # Demand in writing that a vendor, agency or platform keeps its logs
---| "identify-data" # List the fields in the file or view concerned, column by column
---| "count-people" # Count people, not rows, and write down how they were counted and by whom
---| "map-countries" # Split the people by the country they live in
---| "check-refund-data" # Look for bank account numbers, also in note and refund fields
---| "check-tokens" # List every API key and connected app, with its owner and its last use
---| "check-shared-drives" # Search shared drives and public links for copies of customer lists
---| "check-mailbox" # Look for customer lists in sent mail, drafts and forwarding rules
---| "check-page-inbox" # Read the shop page's message inbox for replies that you did not write
---| "check-address-books" # Look for gift recipients and other third parties in saved address books
---| "check-ad-audiences" # List the customer lists uploaded to ad accounts, and who can download them
---| "check-sign-ins" # Read the sign-in history for addresses and hours that do not fit
---| "verify-sample" # Compare a published sample with your own records, row by row, without downloading more of it
---| "search-misuse" # Search for misuse, and write down what was searched, over which dates and when
---| "open-incident" # Declare an incident, name one lead and a deputy
---| "log-aware" # Write down the moment when you became reasonably certain, and on what grounds
---| "log-assessed" # Write down the moment when you decided whether the law asks for a notice, and why
---| "engage-counsel" # Call outside counsel and give them the facts so far
---| "notify-insurer" # Report to the cyber insurer before you spend money on experts
---| "notify-acquirer" # Tell the card acquirer what is known about payment data
---| "dispute-charges" # Dispute the charges with the card's bank in writing, each with its time and what it paid for
---| "alert-bank" # Tell the banks whose customers' account numbers are in the file
---| "notify-marketplace" # Tell the marketplace under its notice clause
---| "notify-partners" # Tell the partners whose data or systems are concerned, each about its own part
---| "police-report" # Make a police report, and keep its number
---| "counsel-letter" # Have counsel write to the person suspected
---| "contact-suspect" # Contact the person suspected yourselves
---| "pay-leaver" # Pay the person suspected for a promise to delete the data
---| "notify-authority" # File the notice with the data protection authority
---| "notify-pdpc" # File with Singapore's Personal Data Protection Commission
---| "notify-pipc" # File with Korea's Personal Information Protection Commission, or with KISA for it
---| "call-authority" # Call the authority for guidance; a call is not a filing
---| "follow-up-filing" # Send the authority what was missing from the first filing, marked as new or changed
---| "notify-individuals" # Send the people concerned the notice that the law asks for
---| "notice-hold" # Hold the notice to individuals because the police or the authority said so in writing
---| "release-notices" # Send notices again, once the police or the authority has lifted its hold in writing
---| "publish-holding" # Publish the holding line, without a count or a cause, and with the next time
---| "publish-notice" # Publish the notice on the website, where it stays visible
---| "publish-correction" # Say openly what you said before, what is right now, and why it changed
---| "publish-scam-warning" # Warn customers of a scam in your name, with one clear sign to know it by
---| "warn-recipients" # Tell each person who got a false message that it was not yours, and what to do now
---| "brief-director" # Give the director the facts, the clocks and what is not to be said yet
---| "brief-staff" # Tell all staff what is known, what to say and whom to send questions to
---| "brief-support" # Give support a script, the words to avoid and the escalation path
---| "press-line" # Give the press one line and the time of the next one
---| "update-faq" # Make the FAQ and the help pages agree with the notice
---| "remove-claims" # Take safe-checkout and similar promises out of ads, banners and mail footers
---| "pause-retargeting" # Pause retargeting to the customers concerned
---| "pause-promo-email" # Pause promotional email, automatic series too
---| "resume-marketing" # Start retargeting and promotional email again, on the incident lead's word
---| "resume-ads" # Start advertising again, on the incident lead's word
---| "set-next-update" # Promise a time for the next update, and put it in two calendars
---| "publish-update" # Give the promised update on time, even if nothing has changed
---| "open-helpline" # Open one phone line and one address for questions about the incident
---| "care-offer" # Offer the customers concerned help that fits their loss
---| "fix-offboarding" # Put every system on the leavers' list, with a name and a same-day deadline
---| "review-access" # Go through who can see customer data, and take away what the job does not need
---| "restrict-exports" # Make customer exports need an approval, and send an alert on each one
---| "vendor-terms" # Write incident notice times, log access and hand-over into vendor contracts
---| "retention-limits" # Set how long each kind of customer data is kept, and delete what is over it
---| "map-data" # Draw the one page that shows where customer data lives and who can reach it
---| "train-staff" # Train staff with what happened here
---| "debrief" # Hold the debrief, and write down each change with an owner and a date
---An action or a list of them.
---@alias drill72.actions drill72.action|drill72.action[]
---What can be paused, by actions.yaml.
---@alias drill72.pause string
---| "log-purge" # The nightly deletion of old audit logs
---| "exports" # Customer exports from the CRM, the shop and the mail tool
---| "retargeting" # Ads that follow known customers and visitors
---| "promo-email" # Promotional email and automatic series such as abandoned baskets
---| "ads" # All running advertising
---| "order-sync" # The order feed between shop, marketplace and other tools
---| "notices" # Notices to customers and the public, while the police or an authority asks you to wait
---A kind of notice, by actions.yaml.
---@alias drill72.notice string
---| "customer-holding" # First word while you investigate; no count and no cause, and the time of the next word
---| "customer-confirmed" # The notice to each person concerned, with every field that the law asks for
---| "customer-correction" # What was said before, what is right now, and what that changes for the reader
---| "customer-update" # The promised update, sent on time even if nothing has changed
---| "customer-sms" # One fact, one thing to do, no link
---| "customer-inapp" # One fact, one thing to do, and where the notice is
---| "website-notice" # The public version; stays visible and agrees with ads and FAQ
---| "press-line" # One line for journalists and the time of the next one
---| "staff-brief" # What staff may know, say and do, and whom to send questions to
---| "partner-notice" # What concerns the partner's data, and under which clause
---| "agency-demand" # Demand that an agency keeps its logs and answers questions by a set time
---| "support-script" # Answers for support, words to avoid, when to escalate
---| "authority-kr-pipa" # The filing in Korea, with confirmed, estimated and unknown apart, and reasons if it is late
---| "authority-sg-pdpa" # The filing in Singapore, with confirmed, estimated and unknown apart, and reasons if it is late
---| "authority-eu-gdpr" # The filing in the EU, with confirmed, estimated and unknown apart, and reasons if it is late
---| "authority-my-pdpa" # The filing in Malaysia, with confirmed, estimated and unknown apart, and reasons if it is late
---A moment of the incident.
---@alias drill72.moment "occurred"|"detected"|"aware"|"assessed"
---One of the seven dimensions of the score.
---@alias drill72.dimension
---| "containment" # The way out is closed
---| "evidence" # What happened can be proved later
---| "scoping" # Whose data, what kind, which countries
---| "timeliness" # Laws and contracts inside their clocks; the engine's own
---| "communications" # Nothing is said that has to be taken back
---| "adherence" # The team follows its playbook; the engine's own
---| "care" # The people concerned are told what helps them
---Whether something comes: asked once, when it is due. true, false or nil.
---@alias drill72.when fun(w: drill72.view): boolean?
---What data can't say: returns further effects, or nothing.
---@alias drill72.run fun(w: drill72.view): drill72.effects?

-- Effects ------------------------------------------------------------------------------------------------------------

---@class drill72.effects
---@field moment? drill72.moment|drill72.moment[]|table<drill72.moment, drill72.time> Logged now, or at a time from T+0
---@field sets? table<string, boolean|integer|string> Variables and their new values
---@field claims? table<string, integer|drill72.time|string> Facts that somebody says are so
---@field verifies? table<string, integer|drill72.time|string> Facts that are now proved
---@field does? drill72.actions Actions that are done with it
---@field cancels? drill72.ids Injects that will not come
---@field delivers? drill72.ids Injects that come now
---@field opens? drill72.ids Decisions that open now
---@field ends? boolean EndEx, now

---@class drill72.outcome: drill72.effects
---@field score? drill72.score Points, -2 to 3
---@field critical? drill72.id A critical failure by name: it caps the grade
---@field run? drill72.run What data can't say
---@field because? drill72.text Why, in at most 40 words: what the players learn

---@class drill72.score
---@field containment? integer
---@field evidence? integer
---@field scoping? integer
---@field communications? integer
---@field care? integer

-- Declarations -------------------------------------------------------------------------------------------------------

---@class drill72.scenario
---@field title drill72.text
---@field synopsis drill72.text What players may know beforehand, in two sentences
---@field company drill72.company
---@field terms? table<string, drill72.text> What {crm} and the like stand for; a playbook's systems come first
---@field starts string Local time of T+0: "2026-03-05 21:40"
---@field roles drill72.ids Who can be written to, and who can decide
---@field pace drill72.pace[] How the story's hours become minutes in the room; the last `to` is EndEx
---@field truth drill72.truth When a careful team could be certain

---@class drill72.company
---@field name drill72.text
---@field timezone drill72.text Such as "Asia/Singapore"
---@field customers table<string, integer> How many in each country: { SG = 41200, KR = 7010 }
---@field contact? drill72.text Where people write to about privacy

---@class drill72.pace
---@field to drill72.time Up to here, from T+0
---@field takes drill72.time Minutes in the room

---@class drill72.truth
---@field occurred? drill72.time Only "0h": nothing lies before T+0
---@field detected? drill72.time Only "0h": it is T+0
---@field aware? drill72.time
---@field assessed? drill72.time

---@class drill72.objective
---@field [1] drill72.text What good looks like, in one line
---@field weight? integer At most 100

---@class drill72.fact
---@field kind "count"|"data"|"time"|"text"
---@field label drill72.text What it is called in lists and notices
---@field unit? drill72.text Of a count: "people", "rows"; needed there
---@field verb? drill72.text Of a count: "exported", "viewed"
---@field category? drill72.id Of data: "contact", "bank"; needed there
---@field says? drill72.texts What it gives a notice: "N", "WHAT", "WHEN", "HOW" and so on
---@field searched? drill72.text Of data not involved: what was looked through
---@field over? drill72.text Of data not involved: the dates looked through
---@field truth integer|drill72.time|drill72.text What is so, in the kind's own way

---@class drill72.inject: drill72.effects
---@field at? drill72.time From T+0; one of `at`, `after`, `by` or none
---@field after? drill72.id Another inject
---@field delay? drill72.time After that one came
---@field by? drill72.time Looked at then, from T+0
---@field unless? drill72.action With `by`: what keeps it away when it is done
---@field when? drill72.when
---@field extra? boolean true: only with --extended and in train
---@field from drill72.text Who writes or calls
---@field to drill72.id A role, or "all"
---@field channel "email"|"chat"|"phone"|"alert"|"press"|"letter"
---@field subject? drill72.text
---@field text drill72.text The message, at most 90 words
---@field read_aloud? drill72.text The same for the room, at most 60 words
---@field expects? drill72.actions What a team that is awake does about it

---@class drill72.decision
---@field [integer] drill72.option Two to six
---@field owner drill72.id The role that decides
---@field within? drill72.time After that it is late
---@field closes? drill72.time After that it can't be answered; later than `within`
---@field default? drill72.id The option that is taken when it closes
---@field discuss? drill72.time How long the room talks while the clock stands still; 3m
---@field objective drill72.dimension What it is mostly about
---@field ask drill72.text The question
---@field hint? drill72.text What the facilitator may say
---@field probes? drill72.texts What the facilitator may ask on
---@field listen_for? drill72.text What a good talk has in it
---@field extra? boolean true: only with --extended and in train
---@field late? drill72.late What happens at `within` without an answer

---@class drill72.option: drill72.outcome
---@field [1] drill72.text What is on the screen, at most 16 words
---@field id drill72.id
---@field takes? drill72.time The effects land so much later; the points count now

---@class drill72.late: drill72.outcome

---@class drill72.on: drill72.outcome
---@field extra? boolean true: only with --extended and in train

---@class drill72.at: drill72.outcome
---@field when? drill72.when
---@field extra? boolean true: only with --extended and in train

---The one head of a file: whose story it is, when it begins, how long it takes.
---@param id drill72.id
---@return fun(body: drill72.scenario)
function scenario(id) end

---What one of the seven dimensions means in this story, and how much it weighs.
---@param dimension drill72.dimension
---@return fun(body: drill72.objective)
function objective(dimension) end

---What the story remembers: var "door_open" (true). Named values: var "mood" { "calm", "angry" }, the first to begin with.
---@param id drill72.id
---@return fun(initial: boolean|integer|string[])
function var(id) end

---What is true, and has to be found out.
---@param id drill72.id
---@return fun(body: drill72.fact)
function fact(id) end

---A message that reaches the team.
---@param id drill72.id
---@return fun(body: drill72.inject)
function inject(id) end

---A question with two to six options.
---@param id drill72.id
---@return fun(body: drill72.decision)
function decision(id) end

---What follows when an action is done for the first time.
---@param action drill72.action
---@return fun(body: drill72.on)
function on(action) end

---What happens at a time of the story, from T+0.
---@param time drill72.time
---@return fun(body: drill72.at)
function at(time) end

---Reads another file below the scenario's folder, once: include "lib/name".
---@param name string Without .lua
function include(name) end

-- What a hook may see ------------------------------------------------------------------------------------------------

---The story as it stands: variables by name, and what follows. Nothing in it can be changed.
---@class drill72.view
---@field now integer Seconds since T+0
---@field [string] boolean|integer|string A variable
local view = {}

---Whether an action is done.
---@param action drill72.action
---@return boolean
function view:done(action) end

---The id of the option that was chosen, nil while it is open.
---@param decision drill72.id
---@return string?
function view:chose(decision) end

---What was verified: a number, seconds from T+0, "involved" and so on, true for a text; nil while nobody has.
---@param fact drill72.id
---@return integer|string|boolean|nil
function view:fact(fact) end

---Whether something is paused now.
---@param pause drill72.pause
---@return boolean
function view:paused(pause) end

---Whether a notice of this kind went out.
---@param notice drill72.notice
---@return boolean
function view:published(notice) end

---A whole number from 1 to n: w.random(6). The same for the same seed, hook and call.
---@param n integer
---@return integer
function view.random(n) end

-- What there is of Lua -----------------------------------------------------------------------------------------------

---@generic T
---@param value? T
---@param message? string
---@return T
function assert(value, message, ...) end

---@param message string
function error(message, level) end

---@generic V
---@param list V[]
---@return fun(list: V[], i?: integer): integer, V
---@return V[] list
---@return integer i
function ipairs(list) end

---In the order of the keys: numbers first, then names.
---@generic K, V
---@param map table<K, V>
---@return fun(map: table<K, V>, key?: K): K, V
---@return table<K, V> map
function pairs(map) end

---@param n integer|"#"
function select(n, ...) end

---@param value string|number
---@param base? integer
---@return number?
function tonumber(value, base) end

---@param value nil|boolean|number|string
---@return string
function tostring(value) end

---@return "nil"|"number"|"string"|"boolean"|"table"|"function"|"userdata"
function type(value) end

---@class stringlib
string = {}
---@return integer ...
function string.byte(s, i, j) end
---@return string
function string.char(...) end
---@return integer?, integer?, string ...
function string.find(s, pattern, init, plain) end
---@return string
function string.format(format, ...) end
---@return fun(): string, ...
function string.gmatch(s, pattern) end
---@return string, integer
function string.gsub(s, pattern, replacement, n) end
---@return integer
function string.len(s) end
---@return string
function string.lower(s) end
---@return string? ...
function string.match(s, pattern, init) end
---@return string
function string.rep(s, n, between) end
---@return string
function string.reverse(s) end
---@return string
function string.sub(s, i, j) end
---@return string
function string.upper(s) end

table = {}
---@return string
function table.concat(list, between, i, j) end
function table.insert(list, i, value) end
function table.remove(list, i) end
function table.sort(list, less) end
function table.unpack(list, i, j) end

math = {}
---@type integer
math.maxinteger = nil
---@type integer
math.mininteger = nil
---@return number
function math.abs(x) end
---@return integer
function math.ceil(x) end
---@return integer
function math.floor(x) end
---@return number
function math.fmod(x, y) end
---@return number
function math.max(x, ...) end
---@return number
function math.min(x, ...) end
---@return integer?
function math.tointeger(x) end
---@return "integer"|"float"|nil
function math.type(x) end
---@return boolean
function math.ult(m, n) end

utf8 = {}
---@type string
utf8.charpattern = nil
---@return string
function utf8.char(...) end
---@return integer ...
function utf8.codepoint(s, i, j) end
---@return fun(s: string, i?: integer): integer, integer
function utf8.codes(s) end
---@return integer?
function utf8.len(s, i, j) end
---@return integer?
function utf8.offset(s, n, i) end
