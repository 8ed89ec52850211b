import { CoreError } from '../errors.ts';
import { objectIdProblem } from '../ids.ts';
import type { Json } from '../json/tree.ts';
import type { Reads } from './index.ts';

export const updateReads: Reads = {
  GetUpdate(core, { id }) {
    const problem = objectIdProblem(id);
    if (problem !== undefined) {
      throw new CoreError('failed to query to db', { trace: ['id is not ObjectId', problem] });
    }
    const update = core.updates.get(id);
    if (!update) throw new CoreError('no update exists with given id');
    return update;
  },
  ListUpdates: (core, { query, page }) => core.updates.page(query as Json, page ?? 0),
};
