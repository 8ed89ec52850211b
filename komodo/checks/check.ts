import type { ResourceNode, Resources } from '../resources/index.ts';
import type { TomlDocument } from '../toml/index.ts';
import { deployedKinds } from './block/deployedKinds.ts';
import { deploysAll } from './block/deploysAll.ts';
import { emptyPatterns } from './block/emptyPatterns.ts';
import { enabledInDisabledStage } from './block/enabledInDisabledStage.ts';
import { idleStages } from './block/idleStages.ts';
import { literalSecrets } from './block/literalSecrets.ts';
import { maintenanceWindows } from './block/maintenanceWindows.ts';
import { permissionLevels } from './block/permissionLevels.ts';
import { repoAddresses } from './block/repoAddresses.ts';
import { runsItself } from './block/runsItself.ts';
import { sleeps } from './block/sleeps.ts';
import { syncSources } from './block/syncSources.ts';
import { unclosedVariables } from './block/unclosedVariables.ts';
import { uninterpolatedVariables } from './block/uninterpolatedVariables.ts';
import { variableValues } from './block/variableValues.ts';
import type { Finding } from './finding.ts';
import { withoutIgnored } from './ignored.ts';
import { alerterTargets } from './names/alerterTargets.ts';
import { bareRegexes } from './names/bareRegexes.ts';
import { busyResources } from './names/busyResources.ts';
import { commentsUnseen } from './names/commentsUnseen.ts';
import { groupTargets } from './names/groupTargets.ts';
import { ignoredTags } from './names/ignoredTags.ts';
import { patternAsName } from './names/patternAsName.ts';
import { patternMatches } from './names/patternMatches.ts';
import { picksItself } from './names/picksItself.ts';
import { redundantItems } from './names/redundantItems.ts';
import { scriptNames } from './names/scriptNames.ts';
import { scriptPatterns } from './names/scriptPatterns.ts';
import { splitPatterns } from './names/splitPatterns.ts';
import { unknownNames } from './names/unknownNames.ts';
import { unknownTags } from './names/unknownTags.ts';
import { unknownTargets } from './names/unknownTargets.ts';
import { unknownVariables } from './names/unknownVariables.ts';
import { quotesInComments } from './quotesInComments.ts';
import type { BlockRule, FileRule, NameRule, WorkspaceRule } from './rule.ts';
import { withoutGuesses } from './unreadable.ts';
import { sayingVersions } from './versions.ts';
import { actionArgs } from './workspace/actionArgs.ts';
import { busyWithin } from './workspace/busyWithin.ts';
import { cycles } from './workspace/cycles.ts';
import { deployOrder } from './workspace/deployOrder.ts';
import { deploysOnce } from './workspace/deploysOnce.ts';
import { disabledBuilds } from './workspace/disabledBuilds.ts';
import { duplicateNames } from './workspace/duplicateNames.ts';
import { idleRuns } from './workspace/idleRuns.ts';
import { leftOutOfSync } from './workspace/leftOutOfSync.ts';
import { linkedScripts } from './workspace/linkedScripts.ts';
import { partialSyncs } from './workspace/partialSyncs.ts';
import { refusedNames } from './workspace/refusedNames.ts';
import { rewrittenNames } from './workspace/rewrittenNames.ts';
import { skippedFile } from './workspace/skippedFile.ts';
import { schedules } from './workspace/schedules.ts';
import { unknownServices } from './workspace/unknownServices.ts';
import type { Names, Surroundings } from './world.ts';

const blockRules: readonly BlockRule[] = [
  deployedKinds,
  deploysAll,
  emptyPatterns,
  enabledInDisabledStage,
  idleStages,
  literalSecrets,
  maintenanceWindows,
  permissionLevels,
  repoAddresses,
  runsItself,
  sleeps,
  syncSources,
  unclosedVariables,
  uninterpolatedVariables,
  variableValues,
];
const nameRules: readonly NameRule[] = [
  alerterTargets,
  bareRegexes,
  busyResources,
  commentsUnseen,
  groupTargets,
  ignoredTags,
  patternAsName,
  patternMatches,
  picksItself,
  redundantItems,
  scriptNames,
  scriptPatterns,
  splitPatterns,
  unknownNames,
  unknownTags,
  unknownTargets,
  unknownVariables,
];
const workspaceRules: readonly WorkspaceRule[] = [
  actionArgs,
  busyWithin,
  cycles,
  deployOrder,
  deploysOnce,
  disabledBuilds,
  duplicateNames,
  idleRuns,
  linkedScripts,
  partialSyncs,
  refusedNames,
  rewrittenNames,
  schedules,
  unknownServices,
];
const fileRules: readonly FileRule[] = [leftOutOfSync, skippedFile];

/**
 * Everything that is to be said of a file: the problems of reading it, which come first and in Core's order, and what
 * the rules find. What a comment of the file says to ignore is left out.
 *
 * @param inScripts what TypeScript has found in the scripts of Actions
 */
export function check(
  read: Resources,
  toml: TomlDocument,
  surroundings: Surroundings,
  inScripts: readonly Finding[] = [],
): readonly Finding[] {
  const { problems, byKind, resources, schema } = read;
  const { names } = surroundings;
  const found = problems.map((problem) => sayingVersions(problem, names, schema));
  for (const blocks of byKind)
    for (const finding of foundInAll(blocks, toml, surroundings)) found.push(finding);
  for (const rule of fileRules) found.push(...rule(resources, surroundings));
  found.push(...quotesInComments(toml));
  return withoutIgnored([...withoutGuesses(problems, found, toml), ...inScripts], toml, read);
}

/**
 * Looks at one block after the other, before each of those that are still to be looked at. What is found is kept, so that
 * `check` has little left to do afterwards: work that can be left off at any time.
 */
export function* blockByBlock(
  { byKind }: Resources,
  toml: TomlDocument,
  surroundings: Surroundings,
): Generator<void> {
  for (const blocks of byKind) {
    if (isKept(keptOfAll.get(blocks), surroundings)) continue;
    for (const block of blocks) {
      if (isKept(kept.get(block), surroundings)) continue;
      yield;
      foundIn(block, toml, surroundings);
    }
  }
}

/** What was found is found again as long as nothing that rules look at is another. */
function isKept(
  before: Pick<Kept, 'names' | 'state'> | undefined,
  { names, state }: Surroundings,
): boolean {
  return before?.names === names && before.state === state;
}

/** What was found in a list of blocks, none of which has changed if it is the same list, and what it was found with. */
interface KeptOfAll {
  readonly names: Names;
  readonly state: object;
  readonly found: readonly Finding[];
}

const keptOfAll = new WeakMap<readonly ResourceNode[], KeptOfAll>();

function foundInAll(
  blocks: readonly ResourceNode[],
  toml: TomlDocument,
  surroundings: Surroundings,
): readonly Finding[] {
  const { names, state } = surroundings;
  const before = keptOfAll.get(blocks);
  if (before && isKept(before, surroundings)) return before.found;
  const found: Finding[] = [];
  let canBeKept = true;
  for (const block of blocks) {
    const here = foundIn(block, toml, surroundings);
    canBeKept &&= here.state === state;
    for (const finding of here.all) found.push(finding);
  }
  if (canBeKept) keptOfAll.set(blocks, { names, state, found });
  return found;
}

/** What was found in a block, by what it was found with. */
interface Kept {
  readonly alone: readonly Finding[];
  readonly names: Names;
  readonly withNames: readonly Finding[];
  /** Left out where places in other blocks are told: those move with what is typed before them. */
  readonly state: object | undefined;
  readonly all: readonly Finding[];
}

const kept = new WeakMap<ResourceNode, Kept>();

/** Most keys change one block and nothing that the rules of others look at. */
function foundIn(resource: ResourceNode, toml: TomlDocument, surroundings: Surroundings): Kept {
  const { names, state } = surroundings;
  const before = kept.get(resource);
  if (before && isKept(before, surroundings)) return before;
  const hasSameNames = before?.names === names;
  const alone = before?.alone ?? blockRules.flatMap((rule) => [...rule(resource, toml)]);
  const withNames = hasSameNames
    ? before.withNames
    : nameRules.flatMap((rule) => [...rule(resource, toml, names)]);
  const around = workspaceRules.flatMap((rule) => [...rule(resource, toml, surroundings)]);
  const tellsPlaces = around.some(({ elsewhere = [] }) => elsewhere.length > 0);
  const now: Kept = {
    alone,
    names,
    withNames,
    state: tellsPlaces ? undefined : state,
    all: [...alone, ...withNames, ...around],
  };
  kept.set(resource, now);
  return now;
}
