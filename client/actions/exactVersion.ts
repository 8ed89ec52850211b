/** Whether a text is a whole version and nothing besides, so that a file can be called like it: a Core may say anything. */
export function isExactVersion(text: string): boolean {
  return /^v?\d+(?:\.\d+){1,3}(?:[-+][\w.+-]*)?$/.test(text);
}
