/** The words for a placeholder, or null when the record doesn't have them. */
export type Lookup = (placeholder: string) => string | null;

/** An action in words: `deleted project shop`, and `delete project shop` for behind "tried to". */
export type Predicate = { done: string; tried: string };

const VERB = /^([^ |]+)\|([^ ]+)/;

/**
 * Fills a template such as `deleted|delete {project|a project}[ after {reason}]`. The verb's two forms come first;
 * `{name|words}` says what to write when the record doesn't have it, `{name}` then fails the template or, in square
 * brackets, drops the bracket; `{?name}` asks for it without writing it. Values are never read as templates.
 */
export function fillSentence(template: string, lookup: Lookup): Predicate | null {
  const verb = VERB.exec(template);
  const rest = fill(verb ? template.slice(verb[0].length) : template, lookup);
  if (rest === null) return null;
  return { done: `${verb?.[1] ?? ""}${rest}`, tried: `${verb?.[2] ?? ""}${rest}` };
}

function fill(template: string, lookup: Lookup): string | null {
  let isComplete = true;
  const text = template.replace(/\[([^\]]*)\]|\{([^}]*)\}/g, (_, optional?: string, placeholder = "") => {
    if (optional !== undefined) return fill(optional, lookup) ?? "";
    const [name = "", words] = placeholder.split("|");
    const isAsked = name.startsWith("?");
    const value = lookup(isAsked ? name.slice(1) : name) ?? words;
    if (value === undefined) isComplete = false;
    return isAsked ? "" : (value ?? "");
  });
  return isComplete ? text : null;
}
