import {
  configOf,
  flagOf,
  memberOf,
  similarNames,
  tablesIn,
  textOf,
} from '../../resources/index.ts';
import { isZoneName, zoneNames } from '../../schedules/index.ts';
import type { StructDefinition } from '../../schema/index.ts';
import type { Place, TableDatum, TomlDocument } from '../../toml/index.ts';
import type { Finding, Mend } from '../finding.ts';
import { rewritingText, writing } from '../mends.ts';
import type { BlockRule } from '../rule.ts';

/**
 * Windows of maintenance that Core takes anything for, and then opens at other times than they say, or never. So it is
 * since they exist (1.18.2): it looks at the day first, with Monday for a word that it does not know, and then at the time
 * of the day alone.
 */
export const maintenanceWindows: BlockRule = (resource, toml) => {
  const config = configOf(resource);
  const definition = resource.schema.types.get('MaintenanceWindow');
  if (!config || definition?.kind !== 'struct') return [];
  const list = memberOf(config.table, config.definition, 'maintenance_windows')?.value;
  return tablesIn(list).flatMap((table) => {
    const window = new Window(table, definition, toml);
    return window.isEnabled
      ? [...window.day(), ...window.start(), ...window.length(), ...window.zone()]
      : [];
  });
};

/** The words that Core has for each day. `Sunday` and the like, which its own UI writes, are not among them. */
const days: readonly (readonly [day: string, ...words: string[]])[] = [
  ['Monday', 'monday', 'Mon', 'mon'],
  ['Tuesday', 'tuesday', 'Tue', 'tue'],
  ['Wednesday', 'wednesday', 'Wed', 'wed'],
  ['Thursday', 'thursday', 'Thurs', 'thurs'],
  ['Friday', 'friday', 'Fri', 'fri'],
  ['Saturday', 'saturday', 'Sat', 'sat'],
  ['Sunday', 'sunday', 'Sun', 'sun'],
];

const minutesOfDay = 1440;

class Window {
  readonly #table: TableDatum;
  readonly #definition: StructDefinition;
  readonly #toml: TomlDocument;

  constructor(table: TableDatum, definition: StructDefinition, toml: TomlDocument) {
    this.#table = table;
    this.#definition = definition;
    this.#toml = toml;
  }

  get isEnabled(): boolean {
    return flagOf(this.#member('enabled')?.value, true);
  }

  day(): readonly Finding[] {
    const kind = this.#kind;
    if (kind?.text === 'OneTime') return this.#date(kind.place);
    const day = this.#text('day_of_week');
    if (kind?.text !== 'Weekly' || !day) return [];
    if (day.text === 'Monday' || days.some((words) => words.indexOf(day.text) > 0)) return [];
    const wanted = day.text.trim().toLowerCase();
    const meant = days.find(([name]) => wanted.length > 1 && name.toLowerCase().startsWith(wanted));
    const [word] = meant
      ? [meant[1]!]
      : similarNames(
          wanted,
          days.map((words) => words[1]!),
        );
    const advice = word === undefined ? '' : ` Write \`${word}\`.`;
    // Then it is as it should be.
    if (meant?.[0] === 'Monday') return [];
    return [
      surprising(
        `Core has no day \`${day.text}\` and takes Monday for it.${advice}`,
        day.place,
        word === undefined
          ? []
          : rewritingText(this.#toml, day.place, word, `Change to \`${word}\``),
      ),
    ];
  }

  #date(place: Place): readonly Finding[] {
    const date = this.#text('date');
    if (date && isDate(date.text)) return [];
    const message = 'Core never opens this window: it needs a day as `date = "2027-01-31"`.';
    return [surprising(message, date?.place ?? place)];
  }

  start(): readonly Finding[] {
    const found = (['hour', 'minute'] as const).find((name) => this.#number(name) > limits[name]);
    if (!found) return [];
    const message = `There is no ${found} ${this.#number(found)}: Core takes midnight for the beginning.`;
    return [surprising(message, this.#member(found)!.value.place)];
  }

  length(): readonly Finding[] {
    const place = this.#member('duration_minutes')?.value.place;
    if (!place) return [];
    const duration = this.#number('duration_minutes');
    if (duration === 0) return [surprising('This window is over when it begins.', place)];
    if (duration >= minutesOfDay) {
      const rest = duration % minutesOfDay;
      const open = rest === 0 ? 'is over when it begins' : `is open for ${rest} minutes`;
      return [
        surprising(
          `Core leaves whole days out: this window ${open}. It can be 1439 minutes long.`,
          place,
          writing(place, '1439', 'Change to `1439`'),
        ),
      ];
    }
    const start = this.#number('hour') * 60 + this.#number('minute');
    const beyond = start + duration - minutesOfDay;
    const kind = this.#kind?.text;
    if (start >= minutesOfDay || beyond <= 0 || (kind !== 'Weekly' && kind !== 'OneTime'))
      return [];
    return [
      surprising(
        `What lies behind midnight Core counts to the same day: the window is open from 00:00 to ${clock(beyond)} before it begins. Make two windows of it.`,
        place,
      ),
    ];
  }

  zone(): readonly Finding[] {
    const zone = this.#text('timezone');
    if (!zone || zone.text === '' || isZoneName(zone.text)) return [];
    const [meant] = similarNames(zone.text, zoneNames);
    const advice = meant === undefined ? '' : ` Write \`${meant}\`.`;
    return [
      surprising(
        `Core knows no time zone \`${zone.text}\` and never opens this window.${advice}`,
        zone.place,
        meant === undefined
          ? []
          : rewritingText(this.#toml, zone.place, meant, `Change to \`${meant}\``),
      ),
    ];
  }

  get #kind() {
    return this.#text('schedule_type');
  }

  #member(name: string) {
    return memberOf(this.#table, this.#definition, name);
  }

  #text(name: string) {
    return textOf(this.#member(name)?.value);
  }

  /** 0 where it is left out, as in Core, or is no whole number. */
  #number(name: string): number {
    const value = this.#member(name)?.value;
    return value?.kind === 'scalar' && value.node.kind === 'integer' ? Number(value.node.value) : 0;
  }
}

const limits = { hour: 23, minute: 59 } as const;

function surprising(message: string, place: Place, mends: readonly Mend[] = []): Finding {
  return { code: 'maintenance-window', class: 'surprising', message, place, mends };
}

/** Whether Core reads a day in it. */
function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':');
}
