#compdef evenkeel
# evenkeel: completion for zsh. How it asks is told in the script for bash.
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
_evenkeel() {
  local kind line about
  local -a told answers shown
  told=("${(@f)$("${(Q)words[1]}" complete "${(@Q)words[2,CURRENT-1]}" ":${(Q)words[CURRENT]}" 2>/dev/null </dev/null)}")
  kind=$told[1]
  if [[ $kind == files ]]; then
    [[ $PREFIX == --*=* ]] && compset -P 1 '*='
    _files
    return
  fi
  for line in "${(@)told[2,-1]}"; do
    answers+=("${line%%$'\t'*}")
    about=${line#*$'\t'}
    shown+=("${${line%%$'\t'*}//:/\\:}${about:+:$about}")
  done
  (( $#answers )) && _describe -V evenkeel shown answers
}
if [[ $funcstack[1] == _evenkeel ]]; then _evenkeel "$@"; else compdef _evenkeel evenkeel; fi
