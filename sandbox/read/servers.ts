/** What one asks of Servers beside their config: nobody stands behind the Servers of the sandbox. */
import { CoreError } from '../errors.ts';
import type { Reads } from './index.ts';

export const serverReads: Reads = {
  GetServerState(core, { server }) {
    const { config } = core.resources.get('Server', server);
    return { status: config.enabled === true ? 'Ok' : 'Disabled' };
  },
  GetPeripheryInformation(core, { server }) {
    core.resources.get('Server', server);
    throw new CoreError('Server status missing Periphery Info. The Server may be disconnected.');
  },
};
