import type { LoggedStep } from './procedureLog.ts';
import { procedureOperator } from './run.ts';
import type { RunLink } from './run.ts';
import type { CoreUpdate } from './update.ts';

/** An execution that began, and when an Update of it can have started. */
export interface Slot {
  readonly stage: number;
  readonly step: LoggedStep;
  readonly earliest: number;
  /** Infinity while nothing bounds it. */
  readonly latest: number;
  /** The whole stage ended well, so this did too. */
  readonly succeeded: boolean;
  /** Core itself named this Update in an error. */
  readonly named?: string | undefined;
}

export interface Child {
  readonly update: CoreUpdate;
  readonly link: RunLink;
}

/** Name of a resource by kind (as Updates write it) and id, where somebody knows it. */
export type NameOf = (kind: string, id: string) => string | undefined;

/**
 * Finds the Update of each execution of one Procedure. What can be told is told first: an Update that Core names, then
 * whatever is the only one that fits, as long as that settles anything; equal executions may have theirs in any order.
 * The rest goes by time and is doubtful.
 * @param claimed the Updates of the tree found so far, with how sure that was; those found here are added
 */
export function findChildren(
  slots: readonly Slot[],
  updates: readonly CoreUpdate[],
  claimed: Map<string, RunLink>,
  nameOf: NameOf,
): Map<Slot, Child> {
  const found = new Map<Slot, Child>();
  const claim = (slot: Slot, update: CoreUpdate, link: RunLink): void => {
    found.set(slot, { update, link });
    claimed.set(update._id!.$oid, link);
  };
  const candidates = new Map(slots.map((slot) => [slot, candidatesOf(slot, updates, nameOf)]));
  const open = (): Slot[] => slots.filter((slot) => !found.has(slot));
  const optionsOf = (slot: Slot): Candidate[] =>
    candidates.get(slot)!.filter(({ update }) => claimed.get(update._id!.$oid) !== 'certain');

  for (const slot of slots) {
    const update = updates.find((each) => each._id?.$oid === slot.named);
    if (slot.named !== undefined && update && !claimed.has(slot.named))
      claim(slot, update, 'certain');
  }
  for (let settled = true; settled;) {
    settled = false;
    for (const slot of open()) {
      if (found.has(slot)) continue;
      const equal = open().filter((each) => interchangeable(each, slot));
      const options = optionsOf(slot);
      const sure = options.every(({ update, byName }) => byName && !claimed.has(update._id!.$oid));
      if (!sure || options.length === 0 || options.length > equal.length) continue;
      options.forEach(({ update }, i) => claim(equal[i]!, update, 'certain'));
      settled = true;
    }
  }
  for (const slot of open()) {
    const option = optionsOf(slot).find(({ update }) => !claimed.has(update._id!.$oid));
    if (option) claim(slot, option.update, 'doubtful');
  }
  return found;
}

interface Candidate {
  readonly update: CoreUpdate;
  /** Its target is known to be the execution's; otherwise only the kind agrees. */
  readonly byName: boolean;
}

/** The Updates that may be of this execution, the earliest first. */
function candidatesOf(
  slot: Slot,
  updates: readonly CoreUpdate[],
  nameOf: NameOf,
): readonly Candidate[] {
  const { type, kind, target } = slot.step;
  return updates
    .filter(
      (update) =>
        update._id !== undefined &&
        update.operator === procedureOperator &&
        update.target.type === kind &&
        operationsOf(type).includes(update.operation) &&
        update.start_ts >= Math.floor(slot.earliest) &&
        update.start_ts <= slot.latest &&
        !(slot.succeeded && update.status === 'Complete' && !update.success),
    )
    .flatMap((update) => {
      const name = nameOf(update.target.type, update.target.id);
      const byName = target === undefined || [update.target.id, name].includes(target);
      // A batch logs names. Where an id's name is unknown it may be the one; an id is never a name.
      const possible = byName || (name === undefined && !/^[0-9a-f]{24}$/.test(target));
      return possible ? [{ update, byName }] : [];
    })
    .sort((a, b) => a.update.start_ts - b.update.start_ts);
}

/** Core's operations for an execution: mostly of the same name, but a stack's services have their own. */
function operationsOf(type: string): string[] {
  const base = type.replace(/IfChanged$/, '');
  return [base, `${base}Service`];
}

function interchangeable(a: Slot, b: Slot): boolean {
  return a.stage === b.stage && a.step.text === b.step.text;
}
