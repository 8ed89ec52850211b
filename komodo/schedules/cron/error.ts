/** Why an expression cannot be read, or never comes due, in croner's words. */
export class CronError extends Error {
  override name = 'CronError';
}
