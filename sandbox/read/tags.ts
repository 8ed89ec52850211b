import type { Json } from '../json/tree.ts';
import { mongoTest } from '../store/mongo-query.ts';
import type { Reads } from './index.ts';

export const tagReads: Reads = {
  GetTag: (core, { tag }) => core.tags.get(tag),
  ListTags(core, { query }) {
    const wanted = mongoTest(query as Json, 'failed to get tags from db');
    return core.tags.list().filter((tag) => wanted(tag as unknown as Json));
  },
};
