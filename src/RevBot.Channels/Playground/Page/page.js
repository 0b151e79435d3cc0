import { el, readState, renderBlocks } from "./blocks.js";

const $ = id => document.getElementById(id);
const store = {
  get: (key, fallback) => { try { return JSON.parse(localStorage.getItem(`revbot.${key}`)) ?? fallback; } catch { return fallback; } },
  set: (key, value) => localStorage.setItem(`revbot.${key}`, JSON.stringify(value)),
};

const tries = [
  "where is the pipeline by stage?",
  "win rate by source last quarter vs the one before",
  "top 5 reps by won amount this year",
  "what's stuck?",
  "Acme closed lost",
  "help",
];

let start = { people: [], rooms: [] };
let me = null;
let room = null;
let thread = null;
let source = null;
let messages = new Map();
let unread = new Map();
let waiting = new Set();
let view = null;
let opener = null;

const direct = () => `D${me.email}`;
const post = async (path, body) => {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json", "X-RevBot-Page": "1" }, body: JSON.stringify(body) });
  const json = await answer.json().catch(() => ({ error: `The bot answered ${answer.status}.` }));
  if (!answer.ok) throw new Error(json.error ?? `The bot answered ${answer.status}.`);
  return json;
};

// --- Who and where -------------------------------------------------------------------------------------------------

const roles = { rep: "Rep", manager: "Manager", executive: "Executive", operations: "Operations" };

const fillPeople = () => {
  const groups = Object.entries(roles).map(([role, label]) => {
    const people = start.people.filter(person => person.role.toLowerCase() === role);
    return people.length ? el("optgroup", { label }, ...people.map(person =>
      el("option", { value: person.email, selected: person.email === me?.email }, person.team ? `${person.name}, ${person.team}` : person.name))) : null;
  });
  $("person").replaceChildren(...groups.filter(Boolean));
};

const roomsOf = () => [{ id: direct(), name: "Direct chat with RevBot", direct: true }, ...start.rooms];

const fillRooms = () => $("rooms").replaceChildren(...roomsOf().map(entry => {
  const count = unread.get(entry.id) ?? 0;
  const node = el("button", { type: "button", "aria-current": entry.id === room ? "true" : null, "data-room": entry.id },
    el("span", { "aria-hidden": "true", class: "sign" }, entry.direct ? "@" : "#"), entry.name,
    count ? el("span", { class: "unread", "aria-label": `${count} new` }, String(count)) : null);
  node.addEventListener("click", () => enter(entry.id));
  return el("li", {}, node);
}));

const become = email => {
  me = start.people.find(person => person.email === email) ?? start.people[0];
  store.set("person", me.email);
  messages = new Map();
  unread = new Map();
  for (const mine of store.get(`said.${me.email}`, [])) messages.set(mine.id, mine);
  enter(direct());
  connect();
};

const enter = id => {
  room = id;
  thread = null;
  unread.delete(id);
  $("room-name").textContent = roomsOf().find(entry => entry.id === id)?.name ?? id;
  document.title = `${$("room-name").textContent} · RevBot`;
  fillRooms();
  draw();
};

// --- Messages -------------------------------------------------------------------------------------------------------

const connect = () => {
  source?.close();
  source = new EventSource(`/page/stream?as=${encodeURIComponent(me.email)}`);
  let live = false;
  source.addEventListener("hello", () => { $("link").textContent = "connected"; setTimeout(() => { live = true; }, 400); });
  source.onerror = () => { $("link").textContent = "reconnecting …"; live = false; };
  source.onmessage = event => {
    const message = JSON.parse(event.data);
    if (message.is_update && replace(message)) { draw(); return; }
    if (messages.has(message.id)) return;
    messages.set(message.id, { ...message, bot: true });
    waiting.delete(message.thread ?? message.room);
    if (live && message.room !== room) { unread.set(message.room, (unread.get(message.room) ?? 0) + 1); fillRooms(); }
    draw();
  };
};

// A new face stands where the old one stood.
const replace = update => {
  for (const [id, message] of messages) {
    if (message.bot && (id === update.replaces || (!update.replaces && update.card_key && message.card_key === update.card_key))) {
      if (message.face === update.id) return true;
      messages.set(id, { ...message, text: update.text, messages: update.messages, face: update.id, edited: true });
      return true;
    }
  }
  return false;
};

const time = at => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

const bubble = message => {
  const who = message.bot ? "RevBot" : me.name;
  const body = el("div", { class: "body" });
  const show = asText => {
    body.replaceChildren(...(asText
      ? [el("pre", { class: "plain" }, message.text)]
      : message.messages.flatMap(part => renderBlocks(part.blocks, (element, node) => press(message, element, node)))));
  };
  if (message.bot) show(message.asText); else body.append(el("p", {}, message.text));
  const tabs = message.bot ? el("div", { class: "tabs", role: "tablist", "aria-label": "Shown as" }, ...["Slack", "Text"].map(name => {
    const asText = name === "Text";
    const tab = el("button", { type: "button", role: "tab", "aria-selected": String(asText === Boolean(message.asText)) }, name);
    tab.addEventListener("click", () => { message.asText = asText; draw(); });
    return tab;
  })) : null;
  return el("article", { class: message.bot ? "bot" : "mine", "data-id": message.id, "aria-label": `${who}, ${time(message.at)}` },
    el("div", { class: "who" }, el("b", {}, who), el("time", { datetime: message.at }, time(message.at)),
      message.only_you ? el("span", { class: "flag" }, "only you see this") : null,
      message.edited ? el("span", { class: "flag" }, "edited") : null, tabs),
    body);
};

const draw = () => {
  const log = $("log");
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const here = [...messages.values()].filter(message => message.room === room).sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  const roots = here.filter(message => !message.thread || message.thread === message.id || !here.some(other => other.id === message.thread));
  log.replaceChildren(...roots.map(root => {
    const replies = here.filter(message => message !== root && message.thread === root.id);
    const node = bubble(root);
    if (room !== direct()) {
      const answer = el("button", { type: "button", class: "reply" }, "Reply in thread");
      answer.addEventListener("click", () => { thread = root.thread ?? root.id; draw(); $("say").focus(); });
      node.append(el("div", { class: "thread" }, ...replies.map(bubble), answer));
    }
    return node;
  }));
  if (waiting.size && [...waiting].some(key => key === room || here.some(message => message.id === key))) {
    log.append(el("p", { class: "typing", role: "status" }, "RevBot is looking …"));
  }
  if (!here.length) {
    log.append(el("p", { class: "empty" }, room === direct()
      ? "Nothing said yet. Ask in your own words, or start with one of these:"
      : "Alerts for this team land here. Mentioning RevBot here answers in a thread."));
  }
  $("thread-hint").hidden = thread === null;
  $("tries").hidden = here.length > 0 || room !== direct();
  if (atEnd) log.scrollTop = log.scrollHeight;
};

const say = async text => {
  $("problem").textContent = "";
  try {
    const accepted = await post("/page/say", { as: me.email, room, thread, text });
    const mine = { id: accepted.id, room, thread, text, at: new Date().toISOString() };
    messages.set(mine.id, mine);
    store.set(`said.${me.email}`, [...store.get(`said.${me.email}`, []), mine].slice(-200));
    waiting.add(room === direct() ? room : thread ?? mine.id);
    setTimeout(() => { waiting.clear(); draw(); }, 8000);
    draw();
    $("log").scrollTop = $("log").scrollHeight;
    return true;
  } catch (error) {
    $("problem").textContent = error.message;
    return false;
  }
};

// --- Buttons and forms ------------------------------------------------------------------------------------------------

const unique = () => crypto.randomUUID();

const confirmed = confirm => new Promise(resolve => {
  if (!confirm) { resolve(true); return; }
  const box = $("confirm");
  $("confirm-title").textContent = confirm.title.text;
  $("confirm-text").textContent = confirm.text.text;
  $("confirm-deny").textContent = confirm.deny.text;
  $("confirm-accept").textContent = confirm.confirm.text;
  box.returnValue = "";
  $("confirm-deny").onclick = () => box.close("");
  $("confirm-accept").onclick = () => box.close("yes");
  box.onclose = () => resolve(box.returnValue === "yes");
  box.showModal();
});

const press = async (message, element, node) => {
  if (!await confirmed(element.confirm)) return;
  node.disabled = true;
  opener = node;
  try {
    const thread = message.thread ?? (room === direct() ? null : message.id);
    await act({
      type: "block_actions", trigger_id: unique(), user: { id: me.email }, channel: { id: message.room },
      container: { type: "message", message_ts: message.id, channel_id: message.room, thread_ts: thread, is_ephemeral: message.only_you },
      message: { ts: message.id, thread_ts: thread },
      actions: [{ type: "button", action_id: element.action_id, value: element.value, action_ts: unique() }],
    });
  } catch (error) {
    $("problem").textContent = error.message;
  } finally {
    node.disabled = false;
  }
};

const act = async interaction => {
  const answer = await post("/page/interactivity", interaction);
  switch (answer.response_action) {
    case "open": case "update": show(answer.view); break;
    case "errors": showErrors(answer.errors); break;
    default: if (interaction.type === "view_submission") $("modal").close();
  }
};

const show = next => {
  const focused = document.activeElement?.id;
  view = { ...next, id: view && $("modal").open ? view.id : unique() };
  $("modal-title").textContent = next.title.text;
  $("modal-submit").textContent = next.submit.text;
  $("modal-close").textContent = next.close.text;
  $("modal-problem").textContent = "";
  $("modal-body").replaceChildren(...renderBlocks(next.blocks, () => changed()));
  if (!$("modal").open) $("modal").showModal();
  ((focused && $("modal-body").querySelector(`#${CSS.escape(focused)}`)) ?? $("modal-body").querySelector("select, input, textarea"))?.focus();
};

const viewNow = () => ({ id: view.id, callback_id: view.callback_id, private_metadata: view.private_metadata, hash: unique(), state: readState($("modal-body")) });

const changed = () => act({ type: "block_actions", trigger_id: unique(), user: { id: me.email }, container: { type: "view" }, view: viewNow(), actions: [{ action_id: "v", action_ts: unique() }] })
  .catch(error => { $("modal-problem").textContent = error.message; });

const showErrors = errors => {
  for (const node of $("modal-body").querySelectorAll("[data-block]")) {
    const error = errors[node.dataset.block] ?? "";
    node.querySelector(".error").textContent = error;
    const field = node.querySelector("[data-type]");
    if (error) field.setAttribute("aria-invalid", "true"); else field.removeAttribute("aria-invalid");
  }
  const elsewhere = Object.entries(errors).filter(([block]) => !$("modal-body").querySelector(`[data-block="${CSS.escape(block)}"]`)).map(([, text]) => text);
  $("modal-problem").textContent = elsewhere.join(" ");
  $("modal-body").querySelector("[aria-invalid]")?.focus();
};

$("modal-form").addEventListener("submit", async event => {
  event.preventDefault();
  $("modal-submit").disabled = true;
  try {
    showErrors({});
    const missing = {};
    for (const block of view.blocks.filter(block => block.type === "input" && !block.optional)) {
      const field = $("modal-body").querySelector(`[data-block="${CSS.escape(block.block_id)}"] [data-type]`);
      if (!field.value.trim()) missing[block.block_id] = "Please complete this required field.";
    }
    // Slack's own client checks required fields before it sends; so does the page.
    if (Object.keys(missing).length) { showErrors(missing); return; }
    await act({ type: "view_submission", trigger_id: unique(), user: { id: me.email }, view: viewNow() });
  } catch (error) {
    $("modal-problem").textContent = error.message;
  } finally {
    $("modal-submit").disabled = false;
  }
});
$("modal-close").addEventListener("click", () => $("modal").close());
$("modal").addEventListener("close", () => { view = null; if (opener?.isConnected) opener.focus(); else $("say").focus(); });

// --- Composer ---------------------------------------------------------------------------------------------------------

$("composer").addEventListener("submit", async event => {
  event.preventDefault();
  const text = $("say").value.trim();
  if (text && await say(text)) { $("say").value = ""; fit(); }
  $("say").focus();
});
$("say").addEventListener("keydown", event => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); $("composer").requestSubmit(); }
});
const fit = () => { $("say").style.height = "auto"; $("say").style.height = `${Math.min($("say").scrollHeight, 160)}px`; };
$("say").addEventListener("input", fit);
$("leave-thread").addEventListener("click", () => { thread = null; draw(); $("say").focus(); });
$("person").addEventListener("change", () => become($("person").value));
$("tries").replaceChildren(...tries.map(text => {
  const chip = el("button", { type: "button" }, text);
  chip.addEventListener("click", () => say(text));
  return chip;
}));

start = await (await fetch("/page/start")).json();
if (start.people.length) {
  const wanted = new URLSearchParams(location.search).get("as") ?? store.get("person", null);
  me = start.people.find(person => person.email === wanted) ?? start.people.find(person => person.role.toLowerCase() === "manager") ?? start.people[0];
  fillPeople();
  become(me.email);
  const wantedRoom = new URLSearchParams(location.search).get("room");
  if (wantedRoom && roomsOf().some(entry => entry.id === wantedRoom)) enter(wantedRoom);
} else {
  $("problem").textContent = "There are no people yet: import them with `revbot import people FILE.csv`.";
}
