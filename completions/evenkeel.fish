# evenkeel: completion for fish 3 and newer. How it asks is told in the script for bash.
function __evenkeel_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l answers ($before[1] complete $before[2..-1] ":$current" 2>/dev/null </dev/null)
    test (count $answers) -gt 0; or return
    if test $answers[1] = files
        set -l head (string match -r -- '^--[\w-]+=' $current)
        set -l typed (string replace -r -- '^--[\w-]+=' '' $current)
        for file in (__fish_complete_path "$typed")
            echo -- "$head$file"
        end
        return
    end
    test (count $answers) -gt 1; and printf '%s\n' $answers[2..-1]
end
complete -c evenkeel -e
complete -c evenkeel -f -k -a '(__evenkeel_complete)'
