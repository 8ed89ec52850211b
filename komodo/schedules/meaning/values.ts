import { hasPlain } from '../cron/field.ts';
import type { CronField } from '../cron/field.ts';

/** The values that a field of an expression means, from the smallest on. */
export function valuesOf(field: CronField): readonly number[] {
  const values: number[] = [];
  field.marks.forEach((_, value) => {
    if (hasPlain(field, value)) values.push(value);
  });
  return values;
}
