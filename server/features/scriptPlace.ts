/** Where a place of the module stands that Core has made of an Action's script, and has run. */
import type { Location } from 'vscode-languageserver';
import { EmbeddedScript } from '../../komodo/actions/index.ts';
import { actionScriptOf } from '../../komodo/names/index.ts';
import { compareVersions, type Schema } from '../../komodo/schema/index.ts';
import type { PlaceOnCore } from '../../protocol/scripts.ts';
import { actionNamed } from './actionScript.ts';
import type { Document } from '../workspace/document.ts';

/** How many lines Core puts before a script, as `full_contents` of its execute/action.rs has them; those of 1.19 add `ARGS`. */
const linesBefore = (core: string): number => (compareVersions(core, '1.19.0') < 0 ? 24 : 26);

/**
 * The place in the first of the files that define the Action in which it has the script that Core has.
 * @throws Error in words for people, where there is none
 */
export function scriptPlace(
  { name, script, line, column, core }: PlaceOnCore,
  documents: readonly Document[],
  schema: Schema,
): Location {
  const wanted = line - linesBefore(core);
  if (wanted < 1 || wanted > script.split('\n').length) {
    throw new Error(`Core itself puts line ${line} around the script.`);
  }
  for (const document of documents) {
    const action = actionNamed(document, name, schema);
    const place = action && actionScriptOf(action)?.place;
    const embedded = place && EmbeddedScript.at(document.toml, place);
    if (embedded?.text.trimEnd() !== script.trimEnd()) continue;
    const start = embedded.text.split('\n', wanted - 1).join('\n').length + (wanted > 1 ? 1 : 0);
    const [text = ''] = embedded.text.slice(start).split('\n', 1);
    // Behind a Variable the columns are those of its value.
    const before = text.slice(0, column - 1);
    const at = start + (before.includes('[[') ? 0 : before.length);
    const source = embedded.sourceOf({ start: at, end: at });
    return { uri: document.uri, range: document.lines.range(source.start, source.end) };
  }
  throw new Error(
    documents.length > 0
      ? `Line ${wanted} of the script of “${name}” on Core. The file has another script.`
      : `No TOML file of this workspace defines the Action “${name}”.`,
  );
}
