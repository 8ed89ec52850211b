/** Texts to choose from that are no names: time zones, days, and what holds where nothing is written. */
import { CompletionItemKind } from 'vscode-languageserver';
import type { Meaning } from '../../komodo/resources/index.ts';
import { zoneNames } from '../../komodo/schedules/index.ts';
import { literally, quoted, type Proposal } from './completionItem.ts';

/** In small letters: Core has no `Sunday`, see the rule on maintenance windows. */
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export function texts({ owner, field }: Meaning): readonly Proposal[] {
  if (field?.name === 'schedule_timezone') return zoneNames.map(zone);
  if (owner?.name === 'MaintenanceWindow') {
    if (field?.name === 'timezone') return zoneNames.map(zone);
    if (field?.name === 'day_of_week') return days.map(text);
  }
  const value = field?.default;
  return typeof value === 'string' && value !== '' && field?.type.kind === 'scalar'
    ? [{ ...text(value), detail: 'default' }]
    : [];
}

/** A text that can be chosen as a value. */
export function text(label: string): Proposal {
  return { label, kind: CompletionItemKind.Constant, snippet: literally(quoted(label)) };
}

function zone(name: string): Proposal {
  return { ...text(name), data: { zone: name } };
}
