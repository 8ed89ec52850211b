import type * as vscode from 'vscode';
import type { Connection } from '../connection.ts';
import { lazyBundle } from '../lazyBundle.ts';
import type { ProfileCommands } from './profileCommands.ts';
import type { ProfileStore } from './profileStore.ts';

/** The commands for profiles, a bundle of its own: they are loaded when the first of them is given. */
export function lazyProfileCommands(
  profiles: ProfileStore,
  connection: Connection,
  context: vscode.ExtensionContext,
): () => ProfileCommands {
  let loaded: ProfileCommands | undefined;
  return () => {
    const load = (): typeof import('./profileCommands.ts') =>
      lazyBundle(context, 'profiles.js') as typeof import('./profileCommands.ts');
    return (loaded ??= new (load().ProfileCommands)(profiles, connection));
  };
}
