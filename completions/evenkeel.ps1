# evenkeel: completion for PowerShell 5.1 and newer. How it asks is told in the script for bash.
Register-ArgumentCompleter -Native -CommandName evenkeel -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $last = $words.Count - 1
  if ($wordToComplete -ne '') { $last-- }
  $before = @()
  if ($last -ge 1) { $before = @($words[1..$last]) }
  $answers = @(& $words[0] complete @before ":$wordToComplete" 2>$null)
  # Nothing given back: PowerShell offers the names of files.
  if ($answers.Count -lt 2 -or $answers[0] -ne 'words') { return }
  foreach ($answer in $answers[1..($answers.Count - 1)]) {
    $word, $about = $answer -split "`t", 2
    if (-not $about) { $about = $word }
    [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
  }
}
