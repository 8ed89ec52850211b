import { Taplo } from '@taplo/lib';
import { taploOptions, type LayOut } from '../taploStyle.ts';

let taplo: Promise<Taplo> | undefined;

/** taplo as npm has it, in this process. */
export const layOut: LayOut = async (text, options) =>
  (await (taplo ??= Taplo.initialize())).format(text, { options: taploOptions(options) });
