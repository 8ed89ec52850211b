/** The order of versions of Komodo. */

/** The numbers of `1.18.4`, `v2.3.2` or `2.4.0-dev-1`; what follows them, and a missing number, counts as nothing. */
function numbersOf(version: string): readonly number[] {
  const [, major = 0, minor = 0, patch = 0] =
    /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version.trim()) ?? [];
  return [Number(major), Number(minor), Number(patch)];
}

/** Less than zero where `a` is the older one, zero where they are the same release. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : left[at]! - right[at]!;
}

/** Whether a text names a version at all. */
export function isVersion(text: string): boolean {
  return /^\s*v?\d/.test(text);
}
