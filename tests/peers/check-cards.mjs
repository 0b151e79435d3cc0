// Reads every card of a folder with Microsoft's own renderer, in Node and in a headless Chromium, as Teams would at schema 1.5.
// Prints what it complains about; the last line is "N cards, N problems". node check-cards.mjs FOLDER [CHROMIUM]
import { readFileSync, readdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

// What Teams draws and this renderer does not know: it shows their fallback, which must be there.
const onlyInTeams = ["Chart.HorizontalBar"];
// What Teams documents for cards of any version and this renderer counts as 1.6.
const earlyInTeams = ["choices.data"];

const [folder, chromium] = process.argv.slice(2);
const names = readdirSync(folder).filter(name => name.endsWith(".json")).sort();
const cards = names.map(name => ({ name, json: JSON.parse(readFileSync(join(folder, name), "utf8")) }));

function check(AC, cards, onlyInTeams, known, draw) {
  const problems = [];
  for (const { name, json } of cards) {
    const complain = what => problems.push(`${name}: ${what}`);
    const context = new AC.SerializationContext(AC.Versions.v1_5);
    const card = new AC.AdaptiveCard();
    card.parse(json, context);
    for (let i = 0; i < context.eventCount; i++) {
      const { message } = context.getEventAt(i);
      if (!known.some(word => message.includes(word))) complain(message);
    }
    for (const { message } of card.validateProperties().validationEvents) complain(message);
    if (json.type !== "AdaptiveCard" || json.version !== "1.5") complain("is not an Adaptive Card 1.5");
    if (!json.fallbackText) complain("has no text for clients that cannot draw it");
    walk(json, part => {
      if (onlyInTeams.includes(part.type) && !part.fallback) complain(`${part.type} has no fallback`);
      if (part.type === "TextBlock" && typeof part.text !== "string") complain("a TextBlock without text");
    });
    if (draw) {
      const drawn = card.render();
      if (!drawn) { complain("was not drawn"); continue; }
      draw(name, drawn);
      if (drawn.getBoundingClientRect().height < 10) complain("is empty when drawn");
    }
  }
  return problems;

  function walk(part, visit) {
    if (Array.isArray(part)) part.forEach(item => walk(item, visit));
    else if (part && typeof part === "object") { visit(part); Object.values(part).forEach(item => walk(item, visit)); }
  }
}

const library = createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.js");
globalThis.window = globalThis;
const problems = check(createRequire(import.meta.url)(library), cards, onlyInTeams, [...onlyInTeams, ...earlyInTeams], null);
// A page of many cards lays all of them out again for each: a thousand at a time take a tenth of the time.
for (let first = 0; chromium && first < cards.length; first += 1000) problems.push(...draw(cards.slice(first, first + 1000)));
problems.forEach(problem => console.log(problem));
console.log(`${cards.length} cards, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);

function draw(cards) {
  const place = mkdtempSync(join(tmpdir(), "cards-"));
  try {
    const page = join(place, "page.html");
    const data = JSON.stringify(cards).replaceAll("<", "\\u003c");
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><body style="width:700px"><script>${readFileSync(library, "utf8").replaceAll("</script", "<\\/script")}</script>
<script>let problems; try { problems = (${check})(AdaptiveCards, ${data}, ${JSON.stringify(onlyInTeams)}, ${JSON.stringify([...onlyInTeams, ...earlyInTeams])}, (name, drawn) => document.body.append(drawn)); } catch (e) { problems = [String(e)]; }
document.body.textContent = ""; document.body.append(Object.assign(document.createElement("output"), { textContent: encodeURIComponent(JSON.stringify(problems)) }));</script>`);
    const dom = execFileSync(chromium, [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--disable-dev-shm-usage", `--user-data-dir=${join(place, "profile")}`, "--dump-dom", `file://${page}`,
    ], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 120_000, maxBuffer: 1 << 26 });
    const told = /<output>(.*?)<\/output>/s.exec(dom);
    return told ? JSON.parse(decodeURIComponent(told[1])).map(problem => `in Chromium: ${problem}`) : ["Chromium drew nothing"];
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 3 });
  }
}
