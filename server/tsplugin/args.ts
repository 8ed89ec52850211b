/** What a script may read of `ARGS`, by the comment that says which arguments it takes. */
import type ts from 'typescript';
import { argsOfComment, typeOfArgs } from '../../komodo/actions/argsAsType.ts';

/** `ARGS.`, and what of a name stands behind it. */
const access = /\bARGS(?:\?\.|\.)\s*([\w$]*)$/;

/** The types of the arguments that can be named at an offset, by name; nothing elsewhere. */
export function argsAt(text: string, offset: number): ReadonlyMap<string, string> {
  const isBehind = access.test(text.slice(Math.max(0, offset - 200), offset));
  const args = isBehind ? argsOfComment(text) : undefined;
  const named = Object.entries(args ?? {}).filter(([name]) =>
    /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name),
  );
  return new Map(named.map(([name, value]) => [name, typeOfArgs(value)]));
}

/** Completions with the arguments, which stand first. */
export function withArgs(
  found: ts.WithMetadata<ts.CompletionInfo> | undefined,
  args: ReadonlyMap<string, string>,
  kind: ts.ScriptElementKind,
): ts.WithMetadata<ts.CompletionInfo> | undefined {
  if (args.size === 0) return found;
  const own = [...args.keys()].map((name) => ({ name, kind, sortText: '10' }));
  const others = (found?.entries ?? []).filter(({ name }) => !args.has(name));
  const none = {
    isGlobalCompletion: false,
    isMemberCompletion: true,
    isNewIdentifierLocation: true,
  };
  return { ...(found ?? none), entries: [...own, ...others] };
}
