# Sourced by the tests/*.sh, each called with BUILD: an empty folder of their own, a home in it, and the counting.
# What a command said goes to $folder/said, whose end is shown when a verdict is not 0.
set -u
build=$(cd "${1:?usage: $0 BUILD}" && pwd)
cd "$(dirname "$0")/.." || exit 2
root=$PWD
drill72=$build/drill72
folder=$(cd "$(mktemp -d)" && pwd -P) || exit 2
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
XDG_STATE_HOME=$folder/state
export XDG_STATE_HOME
unset WSL_DISTRO_NAME
: >"$folder/said"
passed=0 failed=0
limit= # a guard against a hang, not a measure: machines differ, and a Mac has no timeout
command -v timeout >/dev/null && limit='timeout -s KILL 60'

verdict() { # verdict WHAT STATUS
	if [ "$2" = 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED: $1"
		tail -n 40 "$folder/said" | sed 's/^/    /'
	fi
}

conclude() { # the last line of each; one that looked at nothing has not passed
	echo "$passed passed, $failed failed"
	[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
