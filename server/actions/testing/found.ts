import { diagnose } from '../diagnose.ts';
import { Scripts } from '../scripts.ts';
import { bundledTypings } from './typings.ts';

const services = new Map<string | undefined, Scripts>();

/** The findings in a script, with what they stand at and what the script is after the first mend of each. */
export async function found(text: string, core?: string) {
  let scripts = services.get(core);
  if (!scripts) services.set(core, (scripts = new Scripts(await bundledTypings(), core)));
  scripts.set('a', text);
  return diagnose(scripts, 'a').map(({ code, class: kind, message, start, end, mends }) => ({
    code,
    kind,
    message,
    text: text.slice(start, end),
    mended: mends?.[0]?.changes.reduceRight(
      (all, change) => all.slice(0, change.start) + change.text + all.slice(change.end),
      text,
    ),
  }));
}

export const codes = async (text: string, core?: string) =>
  (await found(text, core)).map(({ code }) => code);
