import { chromium } from "playwright-core";
import { mkdirSync } from "node:fs";
const base = "http://127.0.0.1:3300";
const out = "/tmp/shots";
mkdirSync(out, { recursive: true });
const [, , list] = process.argv;
const pages = JSON.parse(list);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [name, path, opts = {}] of pages) {
  for (const width of opts.widths ?? [1440])
    for (const theme of opts.themes ?? ["light"]) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: theme,
        timezoneId: "Europe/Berlin",
      });
      const page = await context.newPage();
      page.on("console", (m) => m.type() === "error" && console.log(name, "console:", m.text()));
      page.on("pageerror", (e) => console.log(name, "error:", e.message));
      const t = Date.now();
      const r = await page.goto(base + path, { waitUntil: "networkidle" });
      console.log(
        name,
        width,
        theme,
        r.status(),
        Date.now() - t,
        "ms",
        await page.evaluate(() =>
          [document.documentElement.scrollWidth, document.documentElement.scrollHeight].join("x"),
        ),
      );
      await page.screenshot({
        path: `${out}/${name}-${width}-${theme}.png`,
        fullPage: opts.full ?? true,
        clip: undefined,
      });
      await context.close();
    }
}
await browser.close();
