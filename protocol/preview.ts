/** What the preview panel shows, what it asks the language server, and what it and its host say to each other. */
import type { ResourceKind } from '../komodo/inventory/inventory.ts';
import type { PatternMode } from '../komodo/patterns/index.ts';
import type { PatternPreview, SchedulePreview } from '../komodo/preview/index.ts';
import type { ScheduleFinding, ScheduleFormat } from '../komodo/schedules/index.ts';

export interface PatternSubject {
  readonly about: 'pattern';
  /** What it picks from. */
  readonly kind: ResourceKind;
  readonly text: string;
  /** A list of a Batch execution, or the target of a user group's permission, which is one item. */
  readonly mode: PatternMode;
}

export interface ScheduleSubject {
  readonly about: 'schedule';
  readonly text: string;
  readonly format: ScheduleFormat;
  /** A name of IANA's; empty for that of Core. */
  readonly timezone: string;
}

/** What is previewed: as somebody types it, or as it stands in a file. */
export type PreviewSubject = PatternSubject | ScheduleSubject;

export interface PreviewQuestion {
  readonly subject: PreviewSubject;
  /** Whose names; left out for those of Core where one is connected. */
  readonly names?: 'core' | 'workspace';
  /** IANA name of the zone of the person who looks. */
  readonly localTimezone: string;
}

export type PreviewAnswer =
  | {
      readonly about: 'pattern';
      readonly preview: PatternPreview;
      /** The kinds that a pattern of its mode can pick from. */
      readonly kinds: readonly ResourceKind[];
      /** Whose names these are, in words. */
      readonly source: string;
      /** What the connected Core is called, so that its names can be asked for; left out while there is none. */
      readonly core?: string;
    }
  | {
      readonly about: 'schedule';
      readonly preview: SchedulePreview;
      /** What is to be said of it, and what would mend that. */
      readonly remarks: readonly ScheduleFinding[];
      /** In whose zone the times are, in words; left out where there are none. */
      readonly zone?: string;
    };

/** Where "Insert into file" would go. */
export interface PreviewTarget {
  /** The file's name. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What stands there; of the same sort it is replaced. */
  readonly replaces?: PreviewSubject['about'];
}

export type ToPreviewPanel =
  /** Shows something else; without a subject what was shown last, of this sort. */
  | {
      readonly type: 'show';
      readonly about: PreviewSubject['about'];
      readonly subject?: PreviewSubject;
    }
  /** The answer to the question of this number, or why there is none. */
  | { readonly type: 'answer'; readonly id: number; readonly answer: PreviewAnswer }
  | { readonly type: 'failed'; readonly id: number; readonly why: string }
  /** Names have changed: ask again. */
  | { readonly type: 'changed' }
  | { readonly type: 'target'; readonly target: PreviewTarget | null };

export type FromPreviewPanel =
  /** The panel was made, or made again. */
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly id: number; readonly question: PreviewQuestion }
  | { readonly type: 'insert'; readonly subject: PreviewSubject };
