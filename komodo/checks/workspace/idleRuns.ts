import type { Finding } from '../finding.ts';
import { doesNothing, whyIdle } from '../idle.ts';
import type { WorkspaceRule } from '../rule.ts';
import { whereInWords } from '../world.ts';
import { targetsIn } from '../written.ts';

/** A run of another Procedure in which nothing runs. */
export const idleRuns: WorkspaceRule = (resource, toml, { procedureNamed, definitionsOf, names }) =>
  targetsIn(resource, toml)
    .filter(({ execution, runs }) => runs && execution.type?.text === 'RunProcedure')
    .flatMap(({ name, place }): Finding[] => {
      const procedure = procedureNamed(name);
      if (!procedure || !doesNothing(procedure)) return [];
      const elsewhere = definitionsOf('procedure', name).map((definition) => {
        return { message: `\`${name}\` does nothing.`, ...definition };
      });
      const where = elsewhere.length > 0 ? '' : ` ${whereInWords(names)}`;
      const message = `This runs \`${name}\`, which does nothing${where}: ${whyIdle(procedure)}.`;
      return [{ code: 'idle-run', class: 'surprising', message, place, elsewhere }];
    });
