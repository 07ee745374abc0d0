#compdef dateline
# Completion of dateline for zsh. It asks the program itself: what --help shows is what can be typed.
# Held by tests/install/completion_test.py.

# The commands, or the options, that a help text shows, a line each; to be read with ${(f)…}.
_dateline_commands() { awk '/^[A-Z][a-z]*:/ { inside = $1 == "Subcommands:"; next } inside && NF { print $1 }' <<<"$1" }
_dateline_options() { awk '/^  -/ { count = split($1, names, ","); for (i = 1; i <= count; ++i) print names[i] }' <<<"$1" }

# What an option can be, where its help says so: TEXT:{marker,span}.
_dateline_values() { awk -v option="$2" '$1 ~ "(^|,)" option "$" && match($2, /{.*}/) { values = substr($2, RSTART + 1, RLENGTH - 2); gsub(",", "\n", values); print values }' <<<"$1" }

_dateline() {
  local program=$words[1] current=$words[CURRENT] before=$words[CURRENT-1] word shown
  local -a command options commands values
  shown=$($program --help 2>/dev/null) || return
  options=(${(f)"$(_dateline_options $shown)"})
  for word in ${words[2,CURRENT-1]}; do
    commands=(${(f)"$(_dateline_commands $shown)"})
    (( ${commands[(Ie)$word]} )) || continue
    command+=($word)
    shown=$($program $command --help 2>/dev/null)
    options+=(${(f)"$(_dateline_options $shown)"})
  done
  commands=(${(f)"$(_dateline_commands $shown)"})
  [[ $before != -* ]] || values=(${(f)"$(_dateline_values $shown $before)"})
  if (( $#values )); then
    compadd -a values
  elif [[ $current == -* ]]; then
    compadd -a options
  else
    (( $#commands )) && compadd -a commands || _files
  fi
}

_dateline "$@"
