import { debugText } from '../../komodo/resources/rustText.ts';
import type { Caller, Core } from '../core.ts';
import { recordDone } from '../engine/updates.ts';
import type { Variable } from '../store/variables.ts';
import { answerOf } from '../store/variables.ts';
import type { Operation, Target } from '../wire.ts';
import type { Writes } from './index.ts';

const system: Target = { type: 'System', id: 'system' };

function record(core: Core, operation: Operation, stage: string, stdout: string, { id }: Caller) {
  recordDone(core, operation, system, id, [{ stage, stdout }]);
}

/** A Variable as Rust's Debug shows it on several lines. */
function shown({ name, description, value, is_secret }: Variable): string {
  return [
    'Variable {',
    `    name: ${debugText(name)},`,
    `    description: ${debugText(description)},`,
    `    value: ${debugText(value)},`,
    `    is_secret: ${is_secret},`,
    '}',
  ].join('\n');
}

const styled = (style: string, text: string) => `<span class="${style}">${text}</span>`;

export const variableWrites: Writes = {
  CreateVariable(core, { name, value, description, is_secret }, caller) {
    const variable: Variable = {
      name,
      description: description ?? '',
      value: value ?? '',
      is_secret: is_secret ?? false,
    };
    core.variables.create(variable);
    record(core, 'CreateVariable', 'Create Variable', shown(variable), caller);
    return answerOf(variable);
  },
  UpdateVariableValue(core, { name, value }, caller) {
    const variable = core.variables.get(name);
    const before = variable.value;
    core.variables.setValue(name, value);
    // Core hides the old value of a secret, and shows the new one.
    const from = variable.is_secret ? '#'.repeat(before.length) : before;
    const stdout = [
      `${styled('text-muted-foreground', 'variable')}: '${name}'`,
      `${styled('text-muted-foreground', 'from')}: ${styled('text-red-500', from)}`,
      `${styled('text-muted-foreground', 'to')}:   ${styled('text-green-500', value)}`,
    ].join('\n');
    record(core, 'UpdateVariableValue', 'Update Variable Value', stdout, caller);
    return answerOf(variable);
  },
  UpdateVariableDescription(core, { name, description }) {
    const variable = core.variables.get(name);
    variable.description = description;
    return answerOf(variable);
  },
  UpdateVariableIsSecret(core, { name, is_secret }) {
    const variable = core.variables.get(name);
    variable.is_secret = is_secret;
    return answerOf(variable);
  },
  DeleteVariable(core, { name }, caller) {
    const variable = core.variables.delete(name);
    record(core, 'DeleteVariable', 'Delete Variable', shown(variable), caller);
    return answerOf(variable);
  },
};
