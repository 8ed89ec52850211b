export { dataOf } from './assemble.ts';
export { fits64Bits } from './numbers.ts';
export { parse } from './parse.ts';
export type * from './tree.ts';
