/** `komodo-procedures plan`: what a run of a Procedure would do, on the names of files or of a Core. */
import type { RegexEngine } from '../komodo/patterns/index.ts';
import { definitionOfResource } from '../komodo/plan/from-resource.ts';
import {
  definitionOfCore,
  planInWords,
  planProcedure,
  type PlanLine,
  type ProcedureDefinition,
} from '../komodo/plan/index.ts';
import { CommandError, type Output } from './output.ts';
import { sourceInWords, type World } from './world.ts';

/**
 * Writes the stages with their executions and targets, nested Procedures in place.
 * @returns the exit code: 1 when the plan shows that the run would fail
 * @throws CommandError when there is no such Procedure
 */
export async function plan(
  name: string,
  world: World,
  engine: RegexEngine,
  { say, paint }: Output,
): Promise<number> {
  const procedures = await definitionsIn(world);
  const procedure = procedures.find((each) => each.name === name);
  if (!procedure) {
    const known = procedures.map((each) => each.name).join(', ') || 'none at all';
    throw new CommandError(`There is no Procedure ${name}. There are: ${known}.`, 2);
  }
  const { resources } = world.inventory;
  const lines = planInWords(planProcedure(procedure, { resources, procedures, engine }));
  const shades: Record<PlanLine['tone'], (text: string) => string> = {
    plain: (text) => text,
    muted: paint.dim,
    warning: paint.yellow,
    error: paint.red,
  };
  for (const { depth, text, tone } of lines) say('  '.repeat(depth) + shades[tone](text));
  say(paint.dim(`(${sourceInWords(world)})`));
  return lines.some(({ tone }) => tone === 'error') ? 1 : 0;
}

async function definitionsIn(world: World): Promise<readonly ProcedureDefinition[]> {
  if ('client' in world) {
    return (await world.client.read('ListFullProcedures', {})).map(definitionOfCore);
  }
  return world.resources.filter(({ kind }) => kind === 'procedure').map(definitionOfResource);
}
