/** Resource files laid out: as Core writes them, or by taplo. */
export { commentsOf, differenceBetween } from './difference.ts';
export { inCoreStyle } from './coreStyle.ts';
export { formatted, type FormatOptions, type Formatted } from './format.ts';
export { arrayText, inlineArray, separator, tableText } from './notation.ts';
export { procedureOrder } from './order.ts';
export type { LayOut, LayOutOptions } from './taploStyle.ts';
