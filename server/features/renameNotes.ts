import type { ChangeAnnotation } from 'vscode-languageserver';
import type { NameKind } from '../../komodo/names/index.ts';
import { inWords, oneOf } from './context.ts';

/** Why a person has to look at a change before it is made. */
export type Note = ChangeAnnotation;

const note = (label: string, description: string): Note => {
  return { label, description, needsConfirmation: true };
};

export const notes = {
  taken: (kind: NameKind, name: string, where: string) =>
    note(
      `There is ${oneOf(kind)} “${name}” already`,
      `In ${where}. Both would be one and the same to Core.`,
    ),
  twin: (kind: NameKind, name: string) =>
    note(`Another ${inWords(kind)} “${name}”`, 'It is defined twice. Core makes one of both.'),
  ofTwin: (kind: NameKind, name: string) =>
    note(`May mean the other ${inWords(kind)} “${name}”`, 'It is defined twice.'),
  made: (kind: NameKind, name: string) =>
    note(`A script makes something of the name “${name}”`, `It may be another ${inWords(kind)}.`),
  literal: (name: string) =>
    note(`“${name}” in a script`, 'The same text, which may be something else.'),
  noLonger: (kind: NameKind, name: string, newName: string) =>
    note(
      `Patterns that will not pick “${newName}”`,
      `They pick the ${inWords(kind)} “${name}” now. What is ticked gets “${newName}” as one more item.`,
    ),
  dropped: (kind: NameKind, name: string, newName: string) =>
    note(
      `Permissions that will not be for “${newName}”`,
      `They pick the ${inWords(kind)} “${name}” now. A permission has one pattern: change it by hand, or add another.`,
    ),
  newly: (kind: NameKind, name: string, newName: string) =>
    note(
      `Patterns that will pick “${newName}”`,
      `They do not pick the ${inWords(kind)} “${name}” now. They are shown to be looked at and stay as they are.`,
    ),
  misses: (kind: NameKind, name: string, newName: string) =>
    note(
      `Patterns that do not pick “${newName}”`,
      `They pick “${name}”, which no ${inWords(kind)} on Core is called. What is ticked gets “${newName}” as one more item.`,
    ),
  byHand: (name: string) =>
    note(`Where “${name}” cannot be written`, 'Shown to be changed by hand; stays as it is.'),
};
