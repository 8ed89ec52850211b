/** Why a phrase cannot be read, in the words Core shows: its parser's error as Rust prints it for debugging. */
export class EnglishError extends Error {
  override name = 'EnglishError';
}

/** @param state the parser's name for the kind of word it was at */
export function numberError(state: string, value: string): EnglishError {
  return new EnglishError(`ParseToNumber { state: "${state}", value: "${value}" }`);
}

/** @param state the parser's name for the kind of word it was at */
export function valueError(state: string, error: string): EnglishError {
  return new EnglishError(`IncorrectValue { state: "${state}", error: "${error}" }`);
}
