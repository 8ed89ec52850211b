import type { ExtensionContext } from 'vscode';

/**
 * Loads a bundle of its own: what few people use does not slow the start of the others.
 *
 * @param name of the file in dist/
 */
export function lazyBundle(context: ExtensionContext, name: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- It is loaded when it is wanted, and by its path.
  return require(context.asAbsolutePath(`dist/${name}`)) as unknown;
}
