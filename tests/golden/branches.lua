-- A small story for tests/golden.sh: what may come, what may not, what goes wrong on the way. Not a drill for people.

scenario "branches" {
  title    = { en = "The lost phone", zh = "遗失的手机" },
  synopsis = { en = "A courier's phone is gone, and the delivery app was open.", zh = "送货员的手机不见了，送货应用还开着。" },
  company  = { name = "Kopi & Kain Pte Ltd", timezone = "Asia/Singapore", customers = { SG = 900, KR = 1200 } },
  terms    = { app = "Parcelo" },
  starts   = "2026-04-10 18:00",
  roles    = { "incident-lead", "it-admin", "support" },
  pace     = { { to = "30h", takes = "10m" } },
  truth    = { aware = "1h", assessed = "6h" },
}

objective "containment" { "The phone shows nothing more", weight = 50 }
objective "care"        { "The people on the route are told", weight = 50 }

var "found"  (false)
var "calls"  (0)
var "mood"   { "calm", "angry", "gone" }

fact "stops" { kind = "count", label = { en = "Addresses on the phone", zh = "手机里的地址" }, unit = "addresses", verb = "held", truth = 64 }

inject "phone-gone" {
  at = "0h", from = { en = "Hafiz, courier", zh = "哈菲兹，送货员" }, to = "support", channel = "chat",
  text = { en = [[Boss, my phone is gone, at the kopitiam I think. {app} was open, all my stops inside.]],
           zh = [[老板，我的手机不见了，应该是在咖啡店。{app} 还开着，今天要送的地址都在里面。]] },
  read_aloud = { en = "A courier has lost his phone, with the day's addresses open.", zh = "送货员丢了手机，当天的地址都开着。" },
  expects = { "open-incident", "revoke-sessions" }, opens = "the-phone",
}

decision "the-phone" {
  owner = "it-admin", within = "1h", closes = "2h", default = "wait", discuss = "2m", objective = "containment",
  ask  = { en = "The phone rings and nobody answers. What first?", zh = "电话响了，没有人接。先做什么？" },
  hint = { en = "What can whoever holds it see right now?", zh = "拿着手机的人现在看得到什么？" },
  probes = { { en = "Who can sign it out from here?", zh = "谁可以从这里让它退出登录？" } },
  listen_for = { en = "Signed out first", zh = "先退出登录" },
  { id = "sign-out", { en = "Sign {app} out everywhere, then ring again", zh = "先让 {app} 在所有设备退出，再打一次" },
    takes = "30m", does = { "revoke-sessions" }, sets = { calls = 1 }, score = { containment = 3 },
    because = { en = "Signed out is closed, wherever the phone lies.", zh = "退出登录以后，手机在哪里都打不开了。" } },
  { id = "ring", { en = "Keep ringing: somebody honest will pick up", zh = "一直打，总会有好心人接" },
    run = function(w) return { sets = { calls = w.calls + 3, mood = w.now < 3600 and "angry" or "gone" } } end,
    score = { containment = 1 },
    because = { en = "Kind, and the list stays open meanwhile.", zh = "好意，但是名单一直开着。" } },
  { id = "wait", { en = "Wait until the shop closes and look there", zh = "等店关门以后再去找" },
    score = { containment = -2 },
    because = { en = "Hours with the list open on a table.", zh = "名单在桌上开了几个小时。" } },
  late = { sets = { mood = "angry" }, score = { containment = -1 },
           because = { en = "An hour on, it still lay open.", zh = "一个小时以后，它还开着。" } },
}

-- Only where the option's own effects have landed; a contingency; one that a choice calls off.
inject "stranger-calls" {
  by = "3h", unless = "revoke-sessions", from = { en = "Unknown number", zh = "陌生号码" }, to = "support", channel = "phone",
  text = { en = "I have a phone here with your parcels on it. What is it worth to you?", zh = "我这里有一部手机，里面都是你们的包裹。你们愿意出多少钱？" },
  expects = { "police-report" },
}

inject "found-it" {
  after = "phone-gone", delay = "4h", when = function(w) return w:done "revoke-sessions" and w.calls < 3 end,
  from = { en = "Auntie Rosnah, kopitiam", zh = "咖啡店罗斯娜阿姨" }, to = "all", channel = "phone",
  text = { en = "Your boy's phone is under my fridge. It says signed out.", zh = "你们那位小弟的手机在我的冰箱底下，屏幕写着已退出登录。" },
  sets = { found = true }, cancels = { "customer-asks" },
}

inject "customer-asks" {
  at = "6h", from = "Mdm Ho", to = "support", channel = "email",
  subject = { en = "Who has my address?", zh = "谁有我的地址？" },
  text = { en = "Somebody rang me about a parcel that came last week. How does he know?", zh = "有人打电话问我上个星期的包裹。他怎么会知道？" },
  opens = "tell-them",
}

decision "tell-them" {
  owner = "support", within = "2h", discuss = "2m", objective = "care",
  ask  = { en = "What does Mdm Ho hear tonight?", zh = "今晚怎么回复何女士？" },
  hint = { en = "What do you know, and what not?", zh = "哪些已经知道，哪些还不知道？" },
  probes = { { en = "And the other 63?", zh = "其他六十三位呢？" } },
  listen_for = { en = "All 64, not one", zh = "六十四位，不只一位" },
  { id = "truth", { en = "What happened, and that all 64 will be told", zh = "说明情况，并且通知全部六十四位" },
    does = { "notify-individuals" }, delivers = "thanks", score = { care = 3 },
    because = { en = "She asked first; the others would have.", zh = "她第一个问，其他人也会问。" } },
  { id = "later", { en = "That we are looking into it", zh = "告诉她我们正在了解" },
    score = { care = 0 }, because = { en = "True, and no help.", zh = "是真的，但没有帮助。" } },
  late = { score = { care = -1 }, because = { en = "She heard nothing that night.", zh = "她当晚没有收到任何回复。" } },
}

inject "thanks" {
  from = "Mdm Ho", to = "support", channel = "email", subject = { en = "Thank you", zh = "谢谢" },
  text = { en = "Thank you for telling me straight. I will be careful with calls.", zh = "谢谢你们直接告诉我。我接电话会小心。" },
}

-- Hooks that fail: one that says yes by failing, one whose effects are left out.
inject "printer" {
  at = "8h", when = function(w) return w.calls + nil end, from = { en = "Label printer", zh = "标签打印机" }, to = "it-admin", channel = "alert",
  text = { en = "PAPER LOW", zh = "纸张不足" },
}

at "9h" { run = function(w) return { sets = { calls = w.now / w.mood } } end,
          because = { en = "A hook that fails.", zh = "一个会失败的函数。" } }

at "10h" { when = function(w) return w.mood == "angry" and not w.found end, delivers = "note-on-door",
           because = { en = "Nobody came for it.", zh = "没有人来拿。" } }

inject "note-on-door" {
  from = { en = "A note on the shop's door", zh = "店门上的字条" }, to = "all", channel = "letter",
  text = { en = "Found a phone. Your staff were rude. It is with the police at Bedok.", zh = "捡到一部手机。你们的人很没礼貌。已交给勿洛警局。" },
}

on "police-report" { critical = "too-late-for-police", because = { en = "The report came after the list was sold.", zh = "报案的时候，名单已经卖掉了。" } }
on "revoke-sessions" { verifies = { stops = 64 }, because = { en = "The app's log lists its stops.", zh = "应用的记录里有全部地址。" } }
at "24h" { ends = true, because = { en = "The parcels are out.", zh = "包裹都送出去了。" } }
