import { Taplo } from '@taplo/lib';
import type { LayOut } from '../taploStyle.ts';

let taplo: Promise<Taplo> | undefined;

/** taplo as npm has it, in this process. */
export const layOut: LayOut = async (text, { indent, eol }) =>
  (await (taplo ??= Taplo.initialize())).format(text, {
    options: { indentString: indent, crlf: eol === '\r\n' },
  });
