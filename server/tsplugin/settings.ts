/** What a workspace's settings say of scripts, for as long as the extension has not been started and tells it itself. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type ts from 'typescript';
import type { PluginConfig } from '../../protocol/tsPlugin.ts';

/** Reads the `.vscode/settings.json` of a folder, or of the nearest one above it that has one. */
export function settingsAbove(
  folder: string,
  { parseConfigFileTextToJson }: Pick<typeof ts, 'parseConfigFileTextToJson'>,
): PluginConfig {
  const file = join(folder, '.vscode', 'settings.json');
  if (!existsSync(file)) {
    const above = dirname(folder);
    return above === folder ? {} : settingsAbove(above, { parseConfigFileTextToJson });
  }
  try {
    const { config } = parseConfigFileTextToJson(file, readFileSync(file, 'utf8')) as {
      config?: Readonly<Record<string, unknown>>;
    };
    const include = config?.['komodo.actions.include'];
    const version = config?.['komodo.core.version'];
    return {
      folders: [folder.replaceAll('\\', '/')],
      include: Array.isArray(include) ? include.filter((glob) => typeof glob === 'string') : [],
      ...(typeof version === 'string' && /^\d/.test(version) && { version }),
    };
  } catch {
    return {};
  }
}
