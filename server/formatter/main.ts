/**
 * The formatter: a thread of its own, as taplo takes its time and 170 MB. It ends when it is no longer needed, or when
 * taplo has failed: its WebAssembly is of no use then.
 */
import { parentPort } from 'node:worker_threads';
import { formatted, taploOptions, type LayOut } from '../../komodo/format/index.ts';
import { schemaFor } from '../../komodo/schema/index.ts';
import { parse } from '../../komodo/toml/index.ts';
import type { FormatOrder, FormatOutcome } from './messages.ts';

const layOut: LayOut = async (text, options) => {
  const { Taplo } = await import('@taplo/lib');
  const taplo = await Taplo.initialize();
  return taplo.format(text, { options: taploOptions(options) });
};

async function answer({ id, text, core, style, indent }: FormatOrder): Promise<FormatOutcome> {
  const schema = schemaFor(core);
  try {
    const document = parse(text, { version: schema.toml });
    return { id, outcome: await formatted(document, schema, { style, indent, layOut }) };
  } catch (error) {
    return { id, outcome: { error: error instanceof Error ? error.message : String(error) } };
  }
}

parentPort?.on('message', (order: FormatOrder) => {
  void answer(order).then((outcome) => parentPort?.postMessage(outcome));
});
