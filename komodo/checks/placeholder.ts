/** Whether a text is to be filled in by a template engine (Jinja, Cookiecutter, envsubst), before Core sees it. */
export function hasPlaceholder(text: string): boolean {
  return /\{\{|\{%|<%|\$\{/.test(text);
}
