-- What a scenario may call (`make lint`); the same list as the engine's sandbox.
std = {
   globals = {},
   read_globals = {
      "scenario", "objective", "var", "fact", "inject", "decision", "on", "at", "include",
      "assert", "error", "ipairs", "pairs", "select", "tonumber", "type", "tostring",
      string = { other_fields = true }, table = { other_fields = true }, math = { other_fields = true },
      utf8 = { other_fields = true },
   },
}
-- A scenario's texts are prose: each paragraph is one line.
max_line_length = false
unused_args = false
