/** How somebody makes a simulated execution fail: by a tag on the resource that it acts on. */
import type { Core } from '../core.ts';
import type { Resource } from '../store/resources.ts';

export const failureTag = 'simulate-failure';
export const simulatedFailure = `simulated: failed, as the resource has the tag ${failureTag}`;

export function fails(core: Core, resource: Resource): boolean {
  const tag = core.tags.find(failureTag);
  return tag !== undefined && resource.tags.includes(tag._id.$oid);
}
