/**
 * Runs `work` when its module is the program that was started, and not when another one imports it.
 * A failure is told in its own words and makes the exit code 1.
 */
export async function whenStarted(
  meta: ImportMeta,
  work: () => void | Promise<void>,
): Promise<void> {
  if (process.argv[1] !== meta.filename) return;
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
