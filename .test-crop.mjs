import { chromium } from "playwright-core";
const [,, url, out, w, h, theme, y] = process.argv;
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const c = await b.newContext({ viewport: { width: +w, height: +h }, colorScheme: theme, deviceScaleFactor: 2 });
const p = await c.newPage(); await p.goto(url, { waitUntil: "networkidle" });
if (y) await p.evaluate((v) => window.scrollTo(0, v), +y);
await p.waitForTimeout(200); await p.screenshot({ path: out }); await b.close();
