import { clientCall, type ScriptRule } from './rule.ts';

/**
 * `execute_and_poll` of a DeployStackIfChanged. Core gives out the Update of one before that has an id, as there may never
 * be one, and so the client has nothing to ask for: of a single one it hands back what it has got, of a batch it asks for
 * no id, which Core refuses. Before Komodo 2 it did so of a single one, too. Tried on a Core 2.3.2.
 */
export const updateWithoutId: ScriptRule = (node, { source, version }) => {
  const call = clientCall(node);
  if (call?.method.text !== 'execute_and_poll') return undefined;
  const request = call.request?.text;
  const isBatch = request === 'BatchDeployStackIfChanged';
  if (!isBatch && request !== 'DeployStackIfChanged') return undefined;
  const fails = isBatch || version.startsWith('1.');
  const { method } = call;
  const place = { start: method.getStart(source), end: method.end };
  return {
    code: 'unfinished-update',
    class: fails ? 'fails' : 'surprising',
    message: fails
      ? `Core answers \`${request}\` without the id of an Update, and \`execute_and_poll\` fails on that: “missing field \`id\`”. Write \`execute\`, which does not wait.`
      : `Core answers \`${request}\` without the id of an Update, so \`execute_and_poll\` does not wait: what it returns says success, however it ends.`,
    ...place,
    ...(fails && {
      mends: [{ title: 'Change to `execute`', changes: [{ ...place, text: 'execute' }] }],
    }),
  };
};
