/** The paths of Core's API. */
import { version } from '../core.ts';
import type { ApiName } from '../requests/index.ts';
import { apiNames } from '../requests/index.ts';

export type Route =
  | {
      readonly kind: 'call';
      readonly method: 'POST';
      readonly api: ApiName;
      /** Of `/read/Type`. */
      readonly type?: string;
      readonly needsCaller: boolean;
    }
  | {
      readonly kind: 'other';
      readonly method: 'GET' | 'POST';
      readonly path: (typeof others)[number]['path'];
      readonly needsCaller: boolean;
    };

const others = [
  { path: '/user', method: 'GET', needsCaller: true },
  { path: '/version', method: 'GET', needsCaller: false },
  { path: '/auth/version', method: 'GET', needsCaller: false },
  { path: '/ws/update', method: 'GET', needsCaller: false },
  { path: '/terminal/execute', method: 'POST', needsCaller: true },
] as const;

/** The versions that Core tells as plain text. */
export const versionTexts: Readonly<Record<string, string>> = {
  '/version': version,
  '/auth/version': '1.8.0',
};

/** The route of a path; undefined for what Core has no route for. */
export function routeOf(path: string): Route | undefined {
  const other = others.find((known) => known.path === path);
  if (other) return { kind: 'other', ...other };
  for (const api of apiNames) {
    const needsCaller = api !== 'auth/login';
    if (path === `/${api}`) return { kind: 'call', method: 'POST', api, needsCaller };
    const type = path.startsWith(`/${api}/`) ? path.slice(api.length + 2) : '';
    if (/^[^/]+$/.test(type)) return { kind: 'call', method: 'POST', api, type, needsCaller };
  }
  return undefined;
}
