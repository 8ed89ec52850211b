/** A stage as a Procedure of its own, and a `RunProcedure` in its place. */
import { CodeActionKind, type TextEdit } from 'vscode-languageserver';
import { Notes } from '../../../komodo/format/index.ts';
import type { Block } from '../../../komodo/toml/index.ts';
import { effectiveInventory, itemsOf } from '../context.ts';
import { replacing } from '../pairEdits.ts';
import { blocksUnder } from './blocks.ts';
import type { Rewrite } from './rewrite.ts';
import type { Site } from './site.ts';

export const extractStage: Rewrite = (site) => {
  const { document, resource, stage } = site;
  if (!resource?.name?.text || !stage?.name?.text || stage.datum.form !== 'header') return [];
  // One that is switched off would then have to be switched on in two places.
  if (!stage.enabled || stage.executions.length === 0) return [];
  const name = newName(site, `${resource.name.text}-${stage.name.text}`);
  const edits = (): TextEdit[] => {
    const notes = new Notes(document.toml);
    const { block } = stage.place;
    const [kind] = block.header!.key.parts;
    const endOf = (each: Block) => notes.extentOf(blocksUnder(document, each).at(-1) ?? each).end;
    const { nearStart: start } = notes.extentOf(block);
    const end = endOf(block);
    const endOfAll = endOf(resource.datum.place.block);
    const header = document.textOf({ block, ...block.header! });
    const call = `{ execution.type = "RunProcedure", execution.params.procedure = "${name}" }`;
    const title = document.textOf(stage.name!.place);
    const stays = `${header}\nname = ${title}\nexecutions = [\n  ${call}\n]`;
    const moved = document.text.slice(start, end);
    const extracted = `\n\n[[${document.textOf({ block, ...kind! })}]]\nname = "${name}"\n\n${moved}`;
    if (end === endOfAll) return [replacing(document, { start, end }, stays + extracted)];
    return [
      replacing(document, { start, end }, stays),
      replacing(document, { start: endOfAll, end: endOfAll }, extracted),
    ];
  };
  return [
    {
      title: `Extract this stage into the Procedure \`${name}\``,
      kind: CodeActionKind.RefactorExtract,
      edits,
      changes: /^procedure\/[^/]*(\/config\/stages\/\d+\/executions\b.*)?$/,
    },
  ];
};

/** A name that no Procedure has yet, of letters that every Core keeps. */
function newName({ context }: Site, wished: string): string {
  const plain = wished
    .toLowerCase()
    .replace(/[^a-z0-9_.]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const taken = new Set(
    [effectiveInventory(context), context.workspace].flatMap((inventory) =>
      itemsOf(inventory, 'procedure').map(({ name }) => name),
    ),
  );
  let name = plain;
  for (let number = 2; taken.has(name); number++) name = `${plain}-${number}`;
  return name;
}
