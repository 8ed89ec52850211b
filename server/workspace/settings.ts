/** The settings below `komodo.`, as package.json contributes them. */
export interface Settings {
  /** A version of Core, or undefined for that of the connected one. */
  readonly coreVersion?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** `.ts` files that are scripts of Actions. */
  readonly scripts: readonly string[];
  readonly diagnostics: boolean;
  /** Problems of the class *style* too. */
  readonly hints: boolean;
  /** How diagnostics of some codes are shown, where a person wants them otherwise. */
  readonly severities: ReadonlyMap<string, SeverityWord>;
  /** Inlay hints behind patterns. */
  readonly patternHints: boolean;
  /** Inlay hints behind schedules. */
  readonly scheduleHints: boolean;
  /** Inlay hints behind the params of executions. */
  readonly defaultHints: boolean;
  /** Inlay hints in the scripts of Actions. */
  readonly scriptHints: boolean;
  /** Whether scripts of Actions are checked by TypeScript’s option `strict`. */
  readonly strictScripts: boolean;
  /** Code lenses that say how often something is used. */
  readonly referenceLenses: boolean;
  /** Code lenses to try patterns and schedules in the preview panel. */
  readonly previewLenses: boolean;
  /** Whether the editor may format Komodo's files by us; by the command it can in any case. */
  readonly formatEnabled: boolean;
  readonly formatStyle: 'taplo' | 'core';
}

/** Reads what an editor gives for the section `komodo`; whatever is missing or of another type has its default. */
export function readSettings(section: unknown): Settings {
  const at = (path: string): unknown =>
    path.split('.').reduce((value: unknown, name) => propertyOf(value, name), section);
  const version = at('core.version');
  return {
    ...(typeof version === 'string' && /^\d/.test(version) && { coreVersion: version }),
    include: strings(at('files.include')),
    exclude: strings(at('files.exclude')),
    scripts: strings(at('actions.include')),
    diagnostics: at('diagnostics.enabled') !== false,
    hints: at('diagnostics.hints') !== false,
    severities: severitiesOf(at('diagnostics.severity')),
    patternHints: at('inlayHints.patterns') !== false,
    scheduleHints: at('inlayHints.schedules') !== false,
    defaultHints: at('inlayHints.defaults') === true,
    strictScripts: at('actions.strict') === true,
    scriptHints: at('inlayHints.scripts') === true,
    referenceLenses: at('codeLens.references') !== false,
    previewLenses: at('codeLens.preview') !== false,
    formatEnabled: at('format.enable') === true,
    formatStyle: at('format.style') === 'core' ? 'core' : 'taplo',
  };
}

export const defaultSettings = readSettings(undefined);

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

const severityWords = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type SeverityWord = (typeof severityWords)[number];

function severitiesOf(value: unknown): ReadonlyMap<string, SeverityWord> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(
    entries.flatMap(([code, given]) => {
      const word = severityWords.find((each) => each === given);
      return word ? [[code, word] as const] : [];
    }),
  );
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
