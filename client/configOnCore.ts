import type { Core } from './connection.ts';
import type { RunnableKind } from './runnable.ts';

/** The config of a Procedure or Action as Core has it stored; it names resources by their ids. */
export async function configOnCore(
  { client }: Core,
  kind: RunnableKind,
  id: string,
): Promise<unknown> {
  const { config } =
    kind === 'Procedure'
      ? await client.read('GetProcedure', { procedure: id })
      : await client.read('GetAction', { action: id });
  return config;
}
