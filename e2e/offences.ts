import type { Page } from "@playwright/test";

/** What a page has that it must not have. */
export function offences(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if ("hostile" in globalThis) found.push("a script of a record ran");
    const hidden = /(?![\t\r\n])[\p{Control}\p{Bidi_Control}]/u;
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) found.push(`<${element.localName} ${name}>`);
        if (hidden.test(value)) found.push(`<${element.localName} ${name}> hides characters: ${JSON.stringify(value)}`);
      }
      if (element instanceof HTMLImageElement && element.getAttribute("src") === "x") found.push("<img src=x>");
      if (element instanceof HTMLAnchorElement && !["http:", "https:", "blob:"].includes(element.protocol)) {
        found.push(`a link to ${element.href}`);
      }
      if (element instanceof HTMLScriptElement && element.nonce === "" && element.src === "")
        found.push("a script without nonce");
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      const isShown = parent?.closest("script, style, template, .hidden-character") == null;
      if (isShown && hidden.test(node.textContent ?? ""))
        found.push(`hidden characters in ${JSON.stringify(node.textContent)}`);
    }
    return found;
  });
}
