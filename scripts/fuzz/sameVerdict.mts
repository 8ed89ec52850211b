import { differInOrderAlone } from './unordered.mts';

interface Verdict {
  readonly ok?: boolean;
  readonly message?: string;
  readonly line?: number;
}

/** serde's words for what is wrong with a value; all others are about TOML. */
const aboutValues =
  /^(invalid (type|value: (integer|map)|length)|unknown variant|missing field|duplicate field|wanted |expected (empty|table, found)|Matching variant|\w+ version must|integer number|JSON number)/;

/** Whether two verdicts on a resource file say the same. Of what TOML forbids only the line must be: we say it in words of ours. */
export function sameVerdict(ours: string, oracles: string): boolean {
  return refuseAsToml(ours, oracles) || differInOrderAlone(ours, oracles);
}

/** Both refuse the file as no TOML, at the same line or without one. */
function refuseAsToml(ours: string, oracles: string): boolean {
  const [we, they] = [ours, oracles].map((line) => JSON.parse(line) as Verdict);
  const areAboutToml = [we, they].every(
    (verdict) => verdict?.ok === false && !aboutValues.test(verdict.message ?? ''),
  );
  return areAboutToml && (they?.line === undefined || we?.line === they.line);
}
