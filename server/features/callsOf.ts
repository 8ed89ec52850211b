import { callsIn, type EmbeddedScript, type KomodoCall } from '../../komodo/actions/index.ts';

const known = new WeakMap<EmbeddedScript, readonly KomodoCall[]>();

/** The calls of the `komodo` client in a script. They are looked for once: several who are asked at a place want them. */
export function callsOf(script: EmbeddedScript): readonly KomodoCall[] {
  const calls = known.get(script) ?? callsIn(script.text).calls;
  known.set(script, calls);
  return calls;
}
