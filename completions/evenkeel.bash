# evenkeel: completion for bash 3.2 and newer.
#
# The words before the cursor go to "evenkeel complete", and behind them the word at the cursor with a colon in front.
# The answer is a line "words" or "files", then one word a line with its meaning behind a tab. Nothing is written to
# the terminal, whatever goes wrong.
_evenkeel() {
  # bash parts words at = and : too; here they are put together again.
  local words word glue='' i
  words=()
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [ ${#words[@]} -gt 0 ] && { [ "$word" = = ] || [ "$word" = : ] || [ -n "$glue" ]; }; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    case $word in = | :) glue=1 ;; *) glue='' ;; esac
  done
  local last=$((${#words[@]} - 1)) kind='' line shown=''
  local current=${words[last]}
  COMPREPLY=()
  # What stands before the last = or : is on the line already.
  case $current in *[=:]*) shown=${current%"${current##*[=:]}"} ;; esac
  while IFS= read -r line; do
    if [ -n "$kind" ]; then
      line=${line%%$'\t'*}
      COMPREPLY+=("${line#"$shown"}")
    else
      kind=$line
    fi
  done < <("$1" complete ${words[@]+"${words[@]:0:last}"} ":$current" 2>/dev/null </dev/null)
  if [ "$kind" = files ]; then
    type compopt >/dev/null 2>&1 && compopt -o filenames
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "${current#"$shown"}")
  else
    type compopt >/dev/null 2>&1 && compopt -o nosort 2>/dev/null
  fi
  return 0
}
complete -F _evenkeel evenkeel
