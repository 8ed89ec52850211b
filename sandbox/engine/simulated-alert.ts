/** SendAlert and TestAlerter: no alert leaves the sandbox. */
import type { Core } from '../core.ts';
import { CoreError } from '../errors.ts';
import type { Resource } from '../store/resources.ts';
import type { Update } from '../wire.ts';
import type { Execution } from './execution.ts';
import { fails, simulatedFailure } from './simulate-failure.ts';
import { addLog } from './updates.ts';

export async function simulateAlert(
  core: Core,
  { type, params }: Execution,
  update: Update,
): Promise<void> {
  if (type === 'TestAlerter') {
    const alerter = core.resources.get('Alerter', update.target.id);
    if (isEnabled(alerter)) {
      tell(core, update, 'Test Alerter', alerter);
      return;
    }
    const stderr = 'Alerter is disabled. Enable the Alerter to send alerts.';
    addLog(core, update, 'Test Alerter', { stderr, success: false });
    return;
  }
  const wanted = params.alerters as string[];
  const alerters = core.resources
    .list('Alerter')
    .filter(
      ({ _id, name }) => wanted.length === 0 || wanted.some((w) => w === _id.$oid || w === name),
    )
    .filter(isEnabled);
  if (alerters.length === 0) {
    throw new CoreError(
      'Could not find any valid alerters to send to, this required Execute permissions on the Alerter',
    );
  }
  addLog(core, update, 'Send alert', { stdout: alertText(core, params) });
  for (const alerter of alerters) {
    if (fails(core, alerter)) tell(core, update, 'Send Error', alerter);
  }
  return Promise.resolve();
}

function isEnabled({ config }: Resource): boolean {
  return config.enabled === true;
}

function tell(core: Core, update: Update, stage: string, alerter: Resource): void {
  if (fails(core, alerter)) {
    addLog(core, update, stage, { stderr: simulatedFailure, success: false });
    return;
  }
  addLog(core, update, stage, { stdout: `simulated: nothing was sent to ${alerter.name}` });
}

/** The alert as Core logs it, with a line that says that it stays here. */
function alertText(core: Core, { level, message, details }: Execution['params']): string {
  const ts = core.clock.now();
  const alert = {
    ts,
    resolved: true,
    level,
    target: { type: 'System', id: 'system' },
    data: { type: 'Custom', data: { message, details } },
    resolved_ts: ts,
  };
  return `simulated: nothing was sent\n${JSON.stringify(alert, null, 2)}`;
}
