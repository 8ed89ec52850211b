/** What the rehearsal panel (a webview) and its host in the extension say to each other. */
import type { LogLine } from './runPanel.ts';

/** One request that a rehearsed script made and that was not done, for people. */
export interface RehearsedRequest {
  /** `UpdateBuild`, `RunBuild`. */
  readonly type: string;
  /** Fields with their old (`-`) and new (`+`) values. */
  readonly lines: readonly { readonly sign: '-' | '+'; readonly text: string }[];
  /** What there is to say in place of fields. */
  readonly note?: string;
}

/** What a rehearsed script would have changed or started, with all requests about it. */
export interface RehearsedThing {
  readonly key: string;
  /** `Build komodo-core-x86-dev` */
  readonly title: string;
  readonly requests: readonly RehearsedRequest[];
  /** It would be started, and not changed. */
  readonly isExecution: boolean;
  /** Both states can be shown as a diff. */
  readonly canCompare: boolean;
}

/** A rehearsal as its panel shows it. The lines of its log travel apart. */
export interface ShownRehearsal {
  readonly id: number;
  /** Name of the Action, or of the file. */
  readonly title: string;
  /** Where the script is from, in words: `script of actions.toml`. */
  readonly source: string;
  /** Name of the profile whose Core is read. */
  readonly profile: string;
  /** Address and version of that Core. */
  readonly core: string;
  readonly isSandbox: boolean;
  /** What `ARGS` are, as JSON; missing where there are none. */
  readonly args?: string;
  /** `not begun`: something kept it from its beginning, see `trouble`. */
  readonly status: 'running' | 'ok' | 'failed' | 'cancelled' | 'too long' | 'not begun';
  /** Milliseconds since 1970, as is `end`. */
  readonly start: number;
  readonly end?: number;
  /** Seconds until it is ended. */
  readonly limit: number;
  /** What kept it from its beginning. */
  readonly trouble?: string;
  /** What the script does not get as it would on Core. */
  readonly notes: readonly string[];
  readonly things: readonly RehearsedThing[];
}

export type ToRehearsalPanel =
  | { readonly type: 'rehearsal'; readonly shown: ShownRehearsal }
  /** Lines from number `from` on (0 first). */
  | { readonly type: 'lines'; readonly from: number; readonly lines: readonly LogLine[] };

export type FromRehearsalPanel =
  /** The panel was made, or made again: send everything. */
  | { readonly type: 'ready' }
  | { readonly type: 'cancel' | 'again' | 'openScript' | 'openLog' }
  | { readonly type: 'compare'; readonly key: string };
