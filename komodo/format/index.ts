/** Resource files laid out: as Core writes them, or by taplo; and parts of them written anew, with their comments. */
export { commentsOf, differenceBetween } from './difference.ts';
export { inCoreStyle } from './coreStyle.ts';
export { formatted, type FormatOptions, type Formatted } from './format.ts';
export { lineBreakOf } from './lineBreak.ts';
export { arrayText, inlineArray, linesInBrackets, separator, tableText } from './notation.ts';
export { Notes } from './notes.ts';
export { procedureOrder } from './order.ts';
export { taploOptions, type LayOut, type LayOutOptions } from './taploStyle.ts';
export { Writer, type WriterOptions } from './writer.ts';
