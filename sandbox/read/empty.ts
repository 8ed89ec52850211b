/** Lists of what the sandbox never has: providers, accounts, alerts, terminals, containers. */
import { CoreError } from '../errors.ts';
import { objectIdProblem } from '../ids.ts';
import type { Reads } from './index.ts';

const none = () => [];

export const emptyReads: Reads = {
  ListSecrets: none,
  ListGitProvidersFromConfig: none,
  ListImageRegistriesFromConfig: none,
  ListGitProviderAccounts: none,
  ListImageRegistryAccounts: none,
  ListOnboardingKeys: none,
  ListPermissions: none,
  ListTerminals: none,
  ListAllContainers: none,
  ListAllStackServices: none,
  ListStackServices(core, { stack }) {
    core.resources.get('Stack', stack);
    return [];
  },
  ListAlerts: () => ({ alerts: [], next_page: null }),
  GetAlert(_core, { id }) {
    const problem = objectIdProblem(id);
    if (problem === undefined) throw new CoreError('no alert found with given id');
    throw new CoreError('failed to query db for alert', { trace: ['id is not ObjectId', problem] });
  },
  GetContainersSummary: () => ({ total: 0, running: 0, stopped: 0, unhealthy: 0, unknown: 0 }),
};
