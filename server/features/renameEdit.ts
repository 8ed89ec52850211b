/** A renaming as an editor takes it. */
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Document } from '../workspace/document.ts';
import { rewritten, writing } from './nameWriting.ts';
import type { Editor } from '../workspace/workspace.ts';
import { fileName } from './fileName.ts';
import type { Renaming, RenamePlace } from './rename.ts';
import { notes, type Note } from './renameNotes.ts';

type ChangeSupport = Pick<Editor, 'documentChanges' | 'changeNotes'>;

export interface FileAccess {
  /** A file as it is in the editor. */
  readonly open: (uri: string) => Document | undefined;
  /** A file as it is in the editor or else on disk; undefined where it can't be read. */
  readonly read: (uri: string) => Promise<Document | undefined>;
}

interface Change {
  readonly edit: TextEdit;
  readonly note?: Note;
}

/**
 * The edits of a renaming, and what is to be told besides. An editor that can show no notes gets only the edits of which
 * there is no doubt.
 */
export async function editOf(
  { newName, places, remarks }: Renaming,
  files: FileAccess,
  editor: ChangeSupport,
): Promise<{ readonly edit: WorkspaceEdit; readonly remarks: readonly string[] }> {
  const changes = new Map<string, readonly Change[]>();
  for (const [uri, inFile] of byFile(places)) {
    changes.set(uri, await changesIn(uri, inFile, newName, files));
  }
  if (editor.documentChanges && editor.changeNotes) {
    const asked = askedInWords([...changes.values()].flat());
    return { edit: withNotes(changes, files), remarks: [...remarks, ...asked] };
  }
  return {
    edit: withoutNotes(changes, files, editor),
    remarks: [...remarks, ...leftInWords(changes)],
  };
}

/** Editors show what a person is asked about, and hide why. */
function askedInWords(changes: readonly Change[]): string[] {
  const labels = new Set(changes.flatMap(({ note }) => (note ? [note.label] : [])));
  return labels.size > 0 ? [`Tick what is to be changed. ${[...labels].join('. ')}.`] : [];
}

function byFile(places: readonly RenamePlace[]): ReadonlyMap<string, readonly RenamePlace[]> {
  const files = new Map<string, RenamePlace[]>();
  for (const place of places) {
    const known = files.get(place.uri);
    if (known) known.push(place);
    else files.set(place.uri, [place]);
  }
  return files;
}

async function changesIn(
  uri: string,
  places: readonly RenamePlace[],
  newName: string,
  files: FileAccess,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  const escaped: { readonly range: Range; readonly text: string; readonly note?: Note }[] = [];
  for (const { range, where, note, written } of places) {
    const { how, text } = writing(newName, where);
    const isShown = how === 'impossible' || written === 'nowhere' || (written && how === 'escaped');
    if (isShown) changes.push(shown(range, note ?? notes.byHand(newName)));
    else if (written) changes.push(changeOf({ ...range, start: range.end }, `, ${text}`, note));
    else if (how === 'plain') changes.push(changeOf(range, text, note));
    else escaped.push({ range, text, ...(note && { note }) });
  }
  const document = escaped.length > 0 ? await files.read(uri) : undefined;
  if (!document) return changes;
  for (const { range, newText } of rewritten(document, escaped)) {
    const change =
      newText === undefined
        ? shown(range, notes.byHand(newName))
        : changeOf(range, newText, escaped[0]?.note);
    changes.push(change);
  }
  return changes;
}

/** A place that a person is shown and at which nothing is changed. */
function shown({ start }: Range, note: Note): Change {
  return changeOf({ start, end: start }, '', note);
}

function changeOf(range: Range, newText: string, note: Note | undefined): Change {
  return { edit: { range, newText }, ...(note && { note }) };
}

function withNotes(
  changes: ReadonlyMap<string, readonly Change[]>,
  files: FileAccess,
): WorkspaceEdit {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const annotated = ({ edit, note }: Change): TextEdit | AnnotatedTextEdit => {
    if (!note) return edit;
    changeAnnotations[note.label] = note;
    return { ...edit, annotationId: note.label };
  };
  const documentChanges = [...changes].map(([uri, inFile]) =>
    documentEdit(uri, inFile.map(annotated), files),
  );
  return { documentChanges, changeAnnotations };
}

function withoutNotes(
  changes: ReadonlyMap<string, readonly Change[]>,
  files: FileAccess,
  { documentChanges }: ChangeSupport,
): WorkspaceEdit {
  const sure = [...changes].flatMap(([uri, inFile]): [string, TextEdit[]][] => {
    const edits = inFile.filter(({ note }) => !note).map(({ edit }) => edit);
    return edits.length > 0 ? [[uri, edits]] : [];
  });
  if (!documentChanges) return { changes: Object.fromEntries(sure) };
  return { documentChanges: sure.map(([uri, edits]) => documentEdit(uri, edits, files)) };
}

function documentEdit(
  uri: string,
  edits: (TextEdit | AnnotatedTextEdit)[],
  { open }: FileAccess,
): TextDocumentEdit {
  return { textDocument: { uri, version: open(uri)?.version ?? null }, edits };
}

/** How many places are named one by one. */
const MOST_PLACES = 5;

/** What a person would have been asked about, by what there is to ask. */
function leftInWords(changes: ReadonlyMap<string, readonly Change[]>): string[] {
  const byLabel = new Map<string, string[]>();
  for (const [uri, inFile] of changes) {
    for (const { edit, note } of inFile) {
      if (!note) continue;
      const place = `${fileName(uri)}:${edit.range.start.line + 1}`;
      byLabel.set(note.label, [...(byLabel.get(note.label) ?? []), place]);
    }
  }
  return [...byLabel].map(([label, places]) => {
    const more = places.length > MOST_PLACES ? ' and others' : '';
    return `Not changed. ${label}: ${places.slice(0, MOST_PLACES).join(', ')}${more}.`;
  });
}
