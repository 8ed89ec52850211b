/**
 * All codes of diagnostics, each with what it is about in half a sentence. They never change: people write them into
 * settings and `# komodo: ignore[…]`. Each has a page, docs/diagnostics/<code>.md; `npm run docs` makes the index of the
 * pages and the setting's list of codes.
 */
export const codes = {
  // What reading a file tells; see komodo/resources.
  'toml-syntax': 'what TOML forbids',
  'merge-conflict': 'both sides of a merge that git left to a person',
  'wrong-type': 'a value of another type than Core takes',
  'wrong-value': 'a value that Core refuses',
  'wrong-length': 'an array with too few or too many values',
  'unknown-variant': 'a word that is none of those Core knows there',
  'missing-field': 'a key that Core insists on and that is missing',
  'duplicate-field': 'a field given under two of its names',
  'unknown-key': 'a key that Core does not know and drops',
  'misplaced-key': 'a key that Core drops because it belongs in another table',
  'wrong-case-key': 'a key that Core drops because it is spelled in another way',
  'key-of-another-version': 'a key that only other versions of Komodo know',
  'dropped-kind': 'a kind of resource that this version of Core reads and drops',
  'dropped-part': 'a part of a value that Core drops',
  // What no rule is about but the file itself.
  'unreadable-file': 'a file that Core, or this extension, cannot read',
  'unused-ignore': 'a comment that ignores a code which is not found there',
  // What is found in the scripts of Actions; see server/actions.
  'enum-as-text': 'a text where the client of Komodo has a name for it',
  'missing-await': 'a call of Core that a script does not wait for',
  'script-hint': 'what a script has no use for, or should not use any more',
  'script-syntax': 'what Deno refuses to run',
  'script-type': 'types that do not fit; Core does not look at them',
  'script-unchecked': 'a script that is not checked',
  'static-import': '`import` or `export` in a script, where Core has neither',
  'unchecked-update': 'an execution of which nobody looks whether it failed',
  'unfinished-update': 'the outcome of an execution that has only begun',
  'unknown-request': 'a request that this version of Komodo does not know',
  // What rules find; see README.md.
  'alerter-target': 'a resource that an alerter names otherwise than by its id',
  'bare-regex': 'a regex without backslashes around it, which Core takes for a wildcard',
  'busy-resource': 'executions that start at the same time on one resource',
  'deploy-cycle': 'deploys that wait for each other',
  'deploys-undeployed': 'a deployment of all stacks, the never deployed ones too',
  'disabled-build':
    'a deployment of a build that an earlier stage would build, were it not disabled',
  'duplicate-name': 'a name that two of a kind have',
  'empty-pattern': 'a pattern with nothing in it',
  'empty-regex': 'a regex with nothing in it, which picks everything',
  'enabled-in-disabled-stage': 'an execution that says it is enabled, in a stage that is not',
  'endless-sleep': 'a Sleep that never ends',
  'idle-run': 'a run of a Procedure that does nothing',
  'idle-schedule': 'a schedule of a Procedure that does nothing',
  'idle-sleep': 'a Sleep that does not wait',
  'idle-stage': 'a stage that does nothing',
  'ignored-after': 'an order of deploys that Core does not keep',
  'ignored-deploy': '`deploy` or `after` on what a sync does not deploy',
  'ignored-tags': 'tags beside a pattern, which Core ignores in a Procedure',
  'left-out-of-sync': 'Variables and user groups that the sync of their file does not include',
  'literal-secret': 'a secret that stands in the file',
  'pattern-as-name': 'a pattern where Core takes the name of one resource',
  'pattern-without-match': 'a pattern, or an item of one, that picks nothing',
  'procedure-cycle': 'Procedures that run each other in a circle',
  'redundant-pattern-item': 'an item of a pattern that another one makes superfluous',
  'refused-name': 'a name that Core refuses',
  'refused-pattern': 'a pattern that Core refuses when it runs it',
  'rewritten-name': 'a name that Core writes otherwise',
  'schedule-both-days': 'cron with a day of the month and a weekday, which must both fit',
  'schedule-clock-change': 'a run in an hour that clocks skip or show twice',
  'schedule-cron-as-english': 'cron where the format is English',
  'schedule-disabled': 'a schedule that is disabled',
  'schedule-english-as-cron': 'English where the format is Cron',
  'schedule-every-second': 'cron that runs each second of a time',
  'schedule-five-fields': 'cron without seconds',
  'schedule-last-hour': 'a part of the day whose last hour Core takes in whole',
  'schedule-never': 'a schedule for a day that never comes',
  'schedule-not-understood':
    'a schedule in English of which Core understands so little that it is every minute',
  'schedule-other-meaning': 'a schedule in English that Core takes for something else than it says',
  'schedule-refused': 'a schedule that Core cannot read and never runs',
  'schedule-uneven': 'an interval that begins anew with each hour, day, month or year',
  'schedule-unknown-timezone': 'a time zone that Core does not know',
  'schedule-unknown-words': 'words of a schedule that Core passes over',
  'schedule-zone-in-text': 'a time zone in the text of a schedule',
  'self-reference': 'a Procedure that runs itself',
  'skipped-file': 'a file that Core passes over for how its name ends',
  'split-regex': 'a regex that Core splits before it sees it',
  'sync-without-source': 'a ResourceSync that a sync leaves out',
  'unclosed-variable': 'the beginning of a Variable’s name, `[[`, without its end',
  'uninterpolated-variable': 'a Variable where Core fills in none',
  'unknown-resource': 'the name of a resource that is not there',
  'unknown-tag': 'a tag that a sync asks for and that nothing has',
  'unknown-variable': 'a Variable that there is none of',
  'unseen-comment': 'a comment in a pattern that Core takes for a part of a name',
  'variable-value': 'the value of a Variable that Core refuses',
} as const satisfies Record<string, string>;

export type Code = keyof typeof codes;

export function isCode(text: string): text is Code {
  return Object.hasOwn(codes, text);
}
