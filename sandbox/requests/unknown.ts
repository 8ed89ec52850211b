import { oneOf } from '../../komodo/resources/rustText.ts';

/** serde's words for a name that is none of those it knows. */
export function unknownVariant(name: string, known: readonly string[]): string {
  return `unknown variant \`${name}\`, expected ${oneOf(known)}`;
}
