/** jsr.io, from where Core takes `YAML` and `TOML` of scripts when it runs them. */

/** Deno's own variable for another registry in its place. */
const jsrVariable = 'JSR_URL';

/** Where Deno looks for `jsr:` imports. */
export const jsrUrl = (): URL => new URL(process.env[jsrVariable] ?? 'https://jsr.io');

/** How long it may take to answer, in milliseconds: a rehearsal waits for it. */
const PATIENCE = 3000;

/** Whether a script uses what comes from there, by its text. */
export const usesFormats = (script: string): boolean => /\b(?:YAML|TOML)\b/.test(script);

/** Whether it answers, so that a script can have what it would have on Core. */
export async function jsrAnswers(signal?: AbortSignal): Promise<boolean> {
  const time = AbortSignal.timeout(PATIENCE);
  try {
    const { ok } = await fetch(new URL('/@std/yaml/meta.json', jsrUrl()), {
      signal: signal ? AbortSignal.any([signal, time]) : time,
    });
    return ok;
  } catch {
    return false;
  }
}

/** What is told where others stand in. */
export const standInNote =
  'YAML, TOML: jsr.io can’t be reached, so js-yaml and smol-toml stand in for the @std/yaml and @std/toml that Core takes from there. They read some texts otherwise, and lay them out otherwise.';
