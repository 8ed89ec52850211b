/** Variables, by name. */
import { CoreError } from '../errors.ts';
import { byBytes } from './resources.ts';

export interface Variable {
  readonly name: string;
  description: string;
  value: string;
  is_secret: boolean;
}

export class VariableStore {
  readonly #variables = new Map<string, Variable>();

  list(): Variable[] {
    return [...this.#variables.values()].sort((a, b) => byBytes(a.name, b.name));
  }

  get(name: string): Variable {
    const variable = this.#variables.get(name);
    if (!variable) throw new CoreError(`no variable found with given name: ${name}`);
    return variable;
  }

  create(variable: Variable): void {
    refuseName(variable.name);
    refuseValue(variable.value);
    if (this.#variables.has(variable.name)) {
      const trace = ['the name of a Variable is unique'];
      throw new CoreError('Failed to create Variable on db', { trace });
    }
    this.put(variable);
  }

  /** As it stands in a file: made or written over. */
  put(variable: Variable): void {
    this.#variables.set(variable.name, variable);
  }

  setValue(name: string, value: string): void {
    refuseValue(value);
    this.get(name).value = value;
  }

  delete(name: string): Variable {
    const variable = this.get(name);
    this.#variables.delete(name);
    return variable;
  }
}

/** Empty descriptions are left out of answers. */
export function answerOf({ name, description, value, is_secret }: Variable) {
  return { name, ...(description === '' ? {} : { description }), value, is_secret };
}

function refuseName(name: string): void {
  const trace =
    name === ''
      ? ['Input too short. Must be at least 1 characters.']
      : ['Invalid characters in input', 'Only alphanumeric characters and underscores are allowed'];
  if (!/^[A-Za-z0-9_]+$/.test(name)) {
    throw new CoreError('Failed to validate variable name', { status: 400, trace });
  }
}

function refuseValue(value: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are what Core refuses
  const at = value.search(/[\u0000-\u001f\u007f-\u009f]/);
  if (at < 0) return;
  const trace = [`Control character at index ${at}. Input: "${value}"`];
  throw new CoreError('Failed to validate variable value', { status: 400, trace });
}
