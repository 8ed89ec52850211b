import type { Writes } from './index.ts';

export const tagWrites: Writes = {
  CreateTag: (core, { name, color }, caller) => core.tags.create(name, caller.id, color ?? 'Slate'),
  RenameTag: (core, { id, name }) => core.tags.rename(id, name),
  UpdateTagColor(core, { tag, color }) {
    const found = core.tags.get(tag);
    found.color = color;
    return found;
  },
  /** The tag goes from the resources that have it, too. */
  DeleteTag(core, { id }) {
    const tag = core.tags.delete(id);
    core.resources.dropTag(id);
    return tag;
  },
};
