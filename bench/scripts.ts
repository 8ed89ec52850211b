/** Scripts of Actions to measure with: what people write them for, as often as it takes. */
import { actionTemplates } from '../komodo/actions/index.ts';

/** Two names on one line: without the sign that stands at {@link togglePlace} they are one, which Deno refuses. */
const toggled = 'let one = 1; let one2 = 2; console.log(one, one2);';

/** A script of about so many lines; its first one is that of {@link togglePlace}. */
export function scriptOf(lines: number): string {
  const examples = actionTemplates
    .filter(({ id }) => id !== 'empty')
    // What they `return` from is a function here.
    .map(({ script, id }) => (number: number) => {
      const name = `${id.replaceAll('-', '_')}_${number}`;
      return `async function ${name}() {\n${script}}\nawait ${name}();`.split('\n');
    });
  const all = [toggled];
  for (let number = 0; all.length < lines; number++)
    all.push(...examples[number % examples.length]!(number));
  return all.join('\n');
}

/** An Action with a script. */
export const actionOf = (script: string): string =>
  `[[action]]\nname = "bench"\n[action.config]\narguments = "tag = web"\nfile_contents = """\n${script}\n"""\n`;

/** Where a sign in the first line of the script makes it right or wrong. */
export const togglePlace = { line: 5, character: toggled.indexOf('2 = 2') } as const;
export const toggledSign = '2';
