/** What `komodo-procedures --help` says. */
import { keyVariable, secretVariable } from './core.ts';

export const usage = `Checks, previews and runs Komodo's Procedures and resource files.

  komodo-procedures check [PATH…]       Core's verdict on resource files; PATH is a file or a folder (default: .)
      --format json                     for programs instead of people
      --core URL                        … and whether that Core has what the files name
      --core-version VERSION            whose rules count, 1.18.0 to 2.3.2 (default: that Core's, else the newest)
  komodo-procedures plan NAME           what a run of a Procedure would do
  komodo-procedures preview PATTERN     which names a pattern picks
      --kind KIND                       stack (default), deployment, build, repo, procedure, action …
      --permission                      PATTERN is the target of a user group's permission: one item, no list
      --schedule TEXT                   in place of PATTERN: when a schedule runs next, and the cron that English becomes
      --cron                            … TEXT is cron
      --zone ZONE                       … in this time zone, e.g. Europe/Berlin
  komodo-procedures run NAME --core URL starts a Procedure on a Core and follows it to its end
      --action                          NAME is an Action
  komodo-procedures rehearse-action NAME --core URL
                                        runs an Action here, under Deno: it reads that Core, and what it would change
                                        is listed and not done
      --args JSON                       joined with the Action's own arguments
      --script FILE                     a file with the script, in place of the one that Core has
      --allow-host HOST                 a host that it may reach beside Core, where all is really done; as often as needed
  komodo-procedures sandbox [FOLDER]    an embedded Core over the resource files of a folder; it simulates deployments
  komodo-procedures lsp --stdio         the language server, for any editor

  plan and preview read the resource files of the current folder.
      --in PATH                         … of another folder or file; may be given more than once
      --core URL                        … what that Core has, instead of files

A Core's API key is taken from ${keyVariable} and ${secretVariable}.

Exit codes: 0 all is well; 1 Core refuses something, or the run failed; 2 the command could not be carried out;
3 the run was cancelled; 130 left with Ctrl-C while the run goes on.`;
