import { similarNames } from '../../../komodo/resources/index.ts';
import { compareVersions } from '../../../komodo/schema/index.ts';
import { inWords, shortVersion } from '../otherVersions.ts';
import type { RequestKind, Typings } from '../typings.ts';
import { clientCall, requestKindOf, type ScriptRule } from './rule.ts';

/** A request that the version of Komodo does not know: Core refuses the call. */
export const unknownRequest: ScriptRule = (node, { typings, version, source }) => {
  const call = clientCall(node);
  const kind = call && requestKindOf(call.method.text);
  if (!call?.request || kind === undefined) return undefined;
  const { text } = call.request;
  const known = typings.requests[version]![kind];
  if (known.includes(text)) return undefined;
  const start = call.request.getStart(source) + 1;
  const end = call.request.end - 1;
  const instead = successorOf(text, known);
  const other = otherKind(text, kind, typings, version);
  return {
    code: 'unknown-request',
    class: 'fails',
    message: messageOf(text, kind, { typings, version, instead, other }),
    start,
    end,
    mends: [
      ...(other === undefined
        ? []
        : [replacing(other, call.method.getStart(source), call.method.end)]),
      ...(instead === undefined ? [] : [replacing(instead, start, end)]),
    ],
  };
};

function replacing(text: string, start: number, end: number) {
  return { title: `Change to \`${text}\``, changes: [{ start, end, text }] };
}

interface Facts {
  readonly typings: Typings;
  readonly version: string;
  readonly instead: string | undefined;
  readonly other: RequestKind | undefined;
}

function messageOf(text: string, kind: RequestKind, facts: Facts): string {
  const { typings, version, instead, other } = facts;
  if (other !== undefined) return `\`${text}\` is no ${kind}: write \`komodo.${other}\`.`;
  const having = Object.keys(typings.requests)
    .filter((each) => typings.requests[each]![kind].includes(text))
    .sort(compareVersions);
  const has = having.length > 0 ? ` (${inWords(having)} has)` : '';
  const write = instead === undefined ? '' : ` Write \`${instead}\`.`;
  return `Komodo ${shortVersion(version)} has no ${kind} \`${text}\`${has}: the call fails.${write}`;
}

function otherKind(
  text: string,
  kind: RequestKind,
  { requests }: Typings,
  version: string,
): RequestKind | undefined {
  const kinds: readonly RequestKind[] = ['read', 'write', 'execute'];
  return kinds.find((each) => each !== kind && requests[version]![each].includes(text));
}

/** What took the place of requests that Komodo 2 renamed. */
const renamed: Readonly<Record<string, string>> = {
  GetPeripheryVersion: 'GetPeripheryInformation',
};

function successorOf(text: string, known: readonly string[]): string | undefined {
  const candidates = [
    renamed[text],
    text.replace('Docker', ''),
    text.replace('Docker', 'Image'),
    text.replace('Image', 'Docker'),
  ];
  return (
    candidates.find((name) => name !== undefined && known.includes(name)) ??
    similarNames(text, known)[0]
  );
}
