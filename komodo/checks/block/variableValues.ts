import { memberOf, textOf } from '../../resources/index.ts';
import { compareVersions } from '../../schema/index.ts';
import { quotedFor, spanOf, utf8Length, type Place, type TomlDocument } from '../../toml/index.ts';
import type { Finding, Mend } from '../finding.ts';
import type { BlockRule } from '../rule.ts';

/** Bytes of UTF-8. */
const LONGEST = 10_000;

/** The value of a Variable that Core refuses, since 2.0.0: one with control characters, or too long. */
export const variableValues: BlockRule = (resource, toml) => {
  const { kind, datum, definition, schema } = resource;
  if (kind !== 'variable' || compareVersions(schema.version, '2.0.0') < 0) return [];
  const value = textOf(memberOf(datum, definition, 'value')?.value);
  if (!value) return [];
  const { text, place } = value;
  if (utf8Length(text, 0, text.length) > LONGEST)
    return [
      refused(`Core refuses the value of a Variable that is longer than ${LONGEST} bytes.`, place),
    ];
  const [control] = /\p{Cc}/u.exec(text) ?? [];
  if (control === undefined) return [];
  const what = named[control] ?? 'a control character';
  const message = `Core refuses ${what} in the value of a Variable.`;
  return [
    {
      ...refused(message, place),
      get mends() {
        return onOneLine(text.trim(), place, toml);
      },
    },
  ];
};

const named: Readonly<Record<string, string>> = {
  '\n': 'a line break',
  '\r': 'a line break',
  '\t': 'a tab',
};

function refused(message: string, place: Place): Finding {
  return { code: 'variable-value', class: 'fails', message, place };
}

/** The value without the line breaks around it, where that is all. */
function onOneLine(text: string, place: Place, toml: TomlDocument): Mend[] {
  if (/\p{Cc}/u.test(text)) return [];
  const written = quotedFor(toml, spanOf(toml, place), text);
  return written === undefined
    ? []
    : [{ title: 'Write it on one line', edits: [{ place, text: written }] }];
}
