/** When a zone's clocks are changed. */
import type { Zone } from './zone.ts';

/** Moments in seconds since 1970-01-01T00:00:00Z, local times as if they ran on UTC. */
export interface ZoneChange {
  /** The first moment with the new offset. */
  readonly moment: number;
  /** Local times from here to `end` are skipped, or come twice. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'skipped' | 'repeated';
}

/** Two changes are never nearer to each other than this. */
const stride = 7 * 86_400;

/** The changes of clocks in a span of time, in their order. Where the clocks stay right nothing is reported. */
export function zoneChanges(zone: Zone, from: number, to: number): readonly ZoneChange[] {
  const offsetAt = (moment: number) => zone.localOf(moment) - moment;
  const changes: ZoneChange[] = [];
  for (let start = from; start < to; start += stride) {
    let [before, after] = [start, Math.min(start + stride, to)];
    const [oldOffset, newOffset] = [offsetAt(before), offsetAt(after)];
    if (oldOffset === newOffset) continue;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offsetAt(middle) === oldOffset) before = middle;
      else after = middle;
    }
    changes.push({
      moment: after,
      start: after + Math.min(oldOffset, newOffset),
      end: after + Math.max(oldOffset, newOffset),
      kind: newOffset > oldOffset ? 'skipped' : 'repeated',
    });
  }
  return changes;
}
