export { dataOf } from './assemble.ts';
export { byteOffset, utf8Length } from './bytes.ts';
export { edit, editTo } from './edit.ts';
export { indexAt, nodesAt, spanOf, startOf } from './locate.ts';
export type { Node, Path } from './locate.ts';
export { parse } from './parse.ts';
export { refusalOf } from './refusal.ts';
export { StringMap, stringMap } from './stringMap.ts';
export type * from './tree.ts';
