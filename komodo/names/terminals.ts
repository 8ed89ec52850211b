/** The names of terminals that a script gives to the `komodo` client. */
import type { KomodoCall, ScriptText, ScriptValue } from '../actions/index.ts';
import type { Terminal, TerminalTarget } from '../inventory/terminal.ts';

/** What a terminal is to run on, as far as a script says it. */
export interface TerminalPlace {
  readonly target?: TerminalTarget;
  /** As in {@link Terminal}; what only running the script would tell is left out. */
  readonly params: Readonly<Record<string, string>>;
}

export interface TerminalInCall {
  /** The name, where it stands. */
  readonly text: ScriptText;
  readonly place: TerminalPlace;
}

type Entries = ReadonlyMap<string, ScriptValue>;

/**
 * The terminal that a call names: `komodo.execute_terminal({ target, terminal: "deploy", … })`, and so each other method for
 * terminals, of Core 1 too; `komodo.write("DeleteTerminal", { target, terminal: "deploy" })`.
 */
export function terminalInCall(call: KomodoCall): TerminalInCall | undefined {
  const [first] = call.arguments;
  const creates = first?.kind === 'text' && first.value === 'CreateTerminal';
  for (const given of call.arguments) {
    if (given.kind !== 'object') continue;
    // Those that connect one have a query around it.
    const query = given.entries.get('query');
    const entries = query?.kind === 'object' ? query.entries : given.entries;
    const text = entries.get(creates ? 'name' : 'terminal');
    if (text?.kind === 'text') return { text, place: placeIn(entries) };
  }
  return undefined;
}

/** `target: { type: "Stack", params: { stack: "web" } }`, or as the methods for one kind of target have it: `stack: "web"`. */
function placeIn(entries: Entries): TerminalPlace {
  const target = entries.get('target');
  if (target?.kind !== 'object') return place(targetBy(entries), entries);
  const type = target.entries.get('type');
  const params = target.entries.get('params');
  return place(
    type?.kind === 'text' && isTarget(type.value) ? type.value : undefined,
    params?.kind === 'object' ? params.entries : new Map(),
  );
}

/** By what is said; undefined where that is nothing. */
function targetBy(entries: Entries): TerminalTarget | undefined {
  if (entries.has('deployment')) return 'Deployment';
  if (entries.has('stack')) return 'Stack';
  if (entries.has('container')) return 'Container';
  return entries.has('server') ? 'Server' : undefined;
}

function place(target: TerminalTarget | undefined, said: Entries): TerminalPlace {
  return { ...(target && { target }), params: textsOf(said) };
}

const params = ['server', 'container', 'stack', 'service', 'deployment'];

function textsOf(entries: Entries): Record<string, string> {
  return Object.fromEntries(
    params.flatMap((param) => {
      const value = entries.get(param);
      return value?.kind === 'text' ? [[param, value.value]] : [];
    }),
  );
}

const isTarget = (type: string): type is TerminalTarget =>
  ['Server', 'Container', 'Stack', 'Deployment'].includes(type);

/** Whether a terminal is one of those on a place: what the place does not say can be anything. */
export function runsOn(terminal: Terminal, { target, params: wanted }: TerminalPlace): boolean {
  if (target !== undefined && terminal.target !== target) return false;
  return Object.entries(wanted).every(([param, value]) => terminal.params[param] === value);
}

/** `terminal on Server main`, `terminal on db of Stack web` */
export function terminalInWords({
  target,
  params: { server, container, ...on },
}: Terminal): string {
  switch (target) {
    case 'Container':
      return `terminal in container ${container ?? '?'} on Server ${server ?? '?'}`;
    case 'Stack': {
      const service = on.service === undefined ? '' : `${on.service} of `;
      return `terminal on ${service}Stack ${on.stack ?? '?'}`;
    }
    case 'Deployment':
      return `terminal on Deployment ${on.deployment ?? '?'}`;
    default:
      return `terminal on Server ${server ?? '?'}`;
  }
}
