# Completion of dateline for bash. It asks the program itself: what --help shows is what can be typed.
# Held by tests/install/completion_test.py.

# The commands, or the options, that a help text shows.
_dateline_commands() { awk '/^[A-Z][a-z]*:/ { inside = $1 == "Subcommands:"; next } inside && NF { print $1 }' <<<"$1"; }
_dateline_options() { awk '/^  -/ { count = split($1, names, ","); for (i = 1; i <= count; ++i) print names[i] }' <<<"$1"; }

# What an option can be, where its help says so: TEXT:{marker,span}.
_dateline_values() { awk -v option="$2" '$1 ~ "(^|,)" option "$" && match($2, /{.*}/) { values = substr($2, RSTART + 1, RLENGTH - 2); gsub(",", "\n", values); print values }' <<<"$1"; }

_dateline() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=() shown options word values
  shown=$("$1" --help 2>/dev/null) || return
  options=$(_dateline_options "$shown")
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    grep -qxF -e "$word" <<<"$(_dateline_commands "$shown")" || continue
    command+=("$word")
    shown=$("$1" "${command[@]}" --help 2>/dev/null)
    options+=$'\n'$(_dateline_options "$shown")
  done
  values=$([[ $before != -* ]] || _dateline_values "$shown" "$before")
  if [[ -n $values ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current")
  elif [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -W "$(_dateline_commands "$shown")" -- "$current")
  fi
}

# Where there is nothing to offer, a file may follow.
complete -o default -F _dateline dateline
