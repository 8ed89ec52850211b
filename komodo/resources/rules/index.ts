/** What is to be said of a key that Core passes over: the first rule that knows something says it. */
import type { PassedOver, Rule } from './rule.ts';
import { dateAsTable } from './dateAsTable.ts';
import { keyOfAnotherVersion } from './keyOfAnotherVersion.ts';
import { misplacedAndMisspelt } from './misplacedAndMisspelt.ts';
import { misplacedKey } from './misplacedKey.ts';
import { olderRegistry } from './olderRegistry.ts';
import { targetByAnotherKey } from './targetByAnotherKey.ts';
import { unknownKey } from './unknownKey.ts';
import { wrongCaseKey } from './wrongCaseKey.ts';

const rules: readonly Rule[] = [
  dateAsTable,
  olderRegistry,
  keyOfAnotherVersion,
  targetByAnotherKey,
  misplacedKey,
  wrongCaseKey,
  misplacedAndMisspelt,
  unknownKey,
];

export function judge(passed: PassedOver) {
  for (const rule of rules) {
    const problem = rule(passed);
    if (problem) return problem;
  }
  return undefined;
}
