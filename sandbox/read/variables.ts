import { answerOf } from '../store/variables.ts';
import type { Reads } from './index.ts';

export const variableReads: Reads = {
  GetVariable: (core, { name }) => answerOf(core.variables.get(name)),
  ListVariables: (core) => core.variables.list().map(answerOf),
};
