/** Waits until something is so, looking again after whatever is under way. Gives up with the test it stands in. */
export async function until(condition: () => boolean): Promise<void> {
  for (let looks = 0; !condition(); looks++) {
    if (looks > 5000) throw new Error(`never: ${String(condition)}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
