/** How the script of an Action is addressed as a file: `komodo-action://file/folder/actions.toml/restart.ts`. */

/** The scheme of scripts that stand in TOML files. */
export const actionScheme = 'komodo-action';

/** The parts of an address that count here, as VS Code's Uri has them. */
export interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** An Action and the TOML file in which it stands. */
export interface ActionPlace {
  readonly toml: Address;
  readonly name: string;
}

/** The address of a script. It has no query, since TypeScript's own server knows files by their path alone. */
export function addressOf({ toml, name }: ActionPlace): Address {
  const authority = toml.authority === '' ? toml.scheme : `${toml.scheme}+${toml.authority}`;
  const folder = toml.path.startsWith('/') ? toml.path : `/${toml.path}`;
  // A name may hold what would make two parts of a path of it.
  const file = name.replace(/[%/\\]/g, encodeURIComponent);
  return { scheme: actionScheme, authority, path: `${folder}/${file}.ts` };
}

/** Which Action an address means; undefined for a folder of such files. */
export function actionAt({ authority, path }: Address): ActionPlace | undefined {
  const [, folder, file] = /^(.*)\/([^/]+)\.ts$/.exec(path) ?? [];
  if (folder === undefined || file === undefined) return undefined;
  const [scheme = '', ...rest] = authority.split('+');
  const isFile = scheme !== 'untitled';
  return {
    toml: { scheme, authority: rest.join('+'), path: isFile ? folder : folder.slice(1) },
    name: file.replace(/%(?:25|2F|5C)/gi, decodeURIComponent),
  };
}
