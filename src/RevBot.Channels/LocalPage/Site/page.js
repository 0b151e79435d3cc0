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
let shown = new Map();
let seen = new Set();
let refocus = null;
const waiting = new Set();
let view = null;
// What stood in the form when it was opened or last kept; null when there is nothing to keep.
let untouched = null;
let opener = null;

const typing = el("p", { class: "typing", role: "status" }, "RevBot is looking …");
const direct = () => `D${me.email}`;
const post = async (path, body) => {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json", "X-RevBot-Page": "1" }, body: JSON.stringify(body) })
    .catch(() => { throw new Error("The bot does not answer. Is it running?"); });
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

const roomsOf = () => [{ id: direct(), name: "Direct chat", direct: true }, ...start.rooms];

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
  shown = new Map();
  seen = new Set();
  const mine = entry => entry.room === direct() || start.rooms.some(other => other.id === entry.room);
  for (const entry of store.get("said", []).filter(mine)) messages.set(entry.id, entry);
  connect();
  enter(direct());
};

const enter = id => {
  room = id;
  thread = null;
  unread.delete(id);
  $("room-name").textContent = roomsOf().find(entry => entry.id === id)?.name ?? id;
  document.title = `${$("room-name").textContent} · RevBot`;
  fillRooms();
  draw();
  $("log").scrollTop = $("log").scrollHeight;
};

// --- Messages -------------------------------------------------------------------------------------------------------

// The stream tells everything once more after each connection: what has been seen is passed over.
const connect = () => {
  source?.close();
  source = new EventSource(`/page/stream?as=${encodeURIComponent(me.email)}`);
  let live = false;
  source.onerror = () => { $("link").textContent = "reconnecting …"; live = false; };
  source.addEventListener("caught-up", () => { $("link").textContent = "connected"; live = true; draw(); $("log").scrollTop = $("log").scrollHeight; });
  source.onmessage = event => {
    const message = JSON.parse(event.data);
    if (seen.has(message.id)) return;
    seen.add(message.id);
    waiting.delete(message.thread ?? message.room);
    if (!(message.is_update && replace(message))) {
      messages.set(message.id, { ...message, bot: true });
      if (live && message.room !== room) { unread.set(message.room, (unread.get(message.room) ?? 0) + 1); fillRooms(); }
    }
    if (live) draw();
  };
};

// A new face stands where the old one stood.
const replace = update => {
  const isFace = message => message.bot && (message.id === update.replaces || (!update.replaces && update.card_key && message.card_key === update.card_key));
  const old = [...messages.values()].filter(isFace);
  for (const message of old) messages.set(message.id, { ...message, text: update.text, messages: update.messages, edited: true });
  return old.length > 0;
};

const time = at => {
  const moment = new Date(at);
  const clock = moment.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return moment.toDateString() === new Date().toDateString() ? clock : `${moment.toLocaleDateString([], { day: "numeric", month: "short" })}, ${clock}`;
};

const bubble = message => {
  const who = message.bot ? "RevBot" : message.who;
  const body = el("div", { class: "body" }, ...(!message.bot
    ? [el("p", {}, message.text)]
    : message.asText
      ? [el("pre", { class: "plain" }, message.text)]
      : message.messages.flatMap(part => renderBlocks(part.blocks, (element, node) => press(message, element, node)))));
  const faces = message.bot ? el("div", { class: "faces", role: "group", "aria-label": "Shown as" }, ...["Slack", "Text"].map(name => {
    const asText = name === "Text";
    const face = el("button", { type: "button", "aria-pressed": String(asText === Boolean(message.asText)) }, name);
    face.addEventListener("click", () => { messages.set(message.id, { ...messages.get(message.id), asText }); draw(); });
    return face;
  })) : null;
  return el("article", { class: message.bot ? "bot" : "mine", "data-id": message.id, "aria-label": `${who}, ${time(message.at)}` },
    el("div", { class: "who" }, el("b", {}, who), el("time", { datetime: message.at }, time(message.at)),
      message.only_you ? el("span", { class: "flag" }, "only you see this") : null,
      message.edited ? el("span", { class: "flag" }, "edited") : null, faces),
    body);
};

// A message that has not changed keeps its element, so that focus stays and a screen reader reads what is new alone.
const articleOf = message => {
  const known = shown.get(message.id);
  if (known?.message === message) return known.article;
  const article = bubble(message);
  if (known?.article.contains(document.activeElement)) {
    const place = [...known.article.querySelectorAll("button")].indexOf(document.activeElement);
    refocus = () => { const buttons = article.querySelectorAll("button"); (buttons[place] ?? buttons[buttons.length - 1])?.focus({ preventScroll: true }); };
  }
  shown.set(message.id, { message, article });
  return article;
};

const arrange = (parent, nodes) => {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, place) => { if (parent.children[place] !== node) parent.insertBefore(node, parent.children[place] ?? null); });
};

const threads = new Map();
const threadOf = (root, replies) => {
  const id = root.thread ?? root.id;
  if (!threads.has(id)) {
    const answer = el("button", { type: "button", class: "reply" }, "Reply in thread");
    answer.addEventListener("click", () => { thread = id; draw(); $("say").focus(); });
    threads.set(id, { node: el("div", { class: "thread" }), answer });
  }
  const { node, answer } = threads.get(id);
  node.classList.toggle("open", replies.length > 0 || thread === id);
  answer.hidden = thread === id;
  arrange(node, [...replies.map(articleOf), answer]);
  return node;
};

const draw = () => {
  const log = $("log");
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  refocus = null;
  const here = [...messages.values()].filter(message => message.room === room).sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  const ids = new Set(here.map(message => message.id));
  const roots = here.filter(message => room === direct() || !message.thread || message.thread === message.id || !ids.has(message.thread));
  const replies = Map.groupBy(here, message => message.thread);
  const nodes = roots.flatMap(root => room === direct()
    ? [articleOf(root)]
    : [articleOf(root), threadOf(root, (replies.get(root.id) ?? []).filter(message => message !== root))]);
  if ([...waiting].some(key => key === room || ids.has(key))) nodes.push(typing);
  if (!here.length) {
    nodes.push(el("p", { class: "empty" }, room === direct()
      ? "Nothing said yet. Ask in your own words, or start with one of these:"
      : "Alerts for this team land here. What you say here is answered in a thread."));
  }
  arrange(log, nodes);
  refocus?.();
  $("thread-hint").hidden = thread === null;
  $("tries").hidden = here.length > 0 || room !== direct();
  if (atEnd) log.scrollTop = log.scrollHeight;
};

const say = async text => {
  $("problem").textContent = "";
  try {
    const accepted = await post("/page/say", { as: me.email, room, thread, text });
    const mine = { id: accepted.id, at: accepted.at, who: me.name, room, thread, text };
    messages.set(mine.id, mine);
    store.set("said", [...store.get("said", []), mine].slice(-300));
    // Over a short way the answer may have come before the acknowledgement.
    const key = room === direct() ? room : thread ?? mine.id;
    if (![...messages.values()].some(message => message.bot && message.at >= mine.at && (message.thread ?? message.room) === key)) {
      waiting.add(key);
      setTimeout(() => { waiting.delete(key); draw(); }, 8000);
    }
    draw();
    (thread ? shown.get(mine.id)?.article : $("log").lastElementChild)?.scrollIntoView({ block: "end" });
    return true;
  } catch (error) {
    $("problem").textContent = error.message;
    return false;
  }
};

// --- Buttons and forms ------------------------------------------------------------------------------------------------

// A disabled button would lose the focus; one that is at work only ignores a second press.
const busy = new WeakSet();
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
  if (busy.has(node)) return;
  busy.add(node);
  node.setAttribute("aria-busy", "true");
  opener = { node, message: message.id };
  $("problem").textContent = "";
  try {
    const thread = message.thread ?? (message.room === direct() ? null : message.id);
    await act({
      type: "block_actions", trigger_id: unique(), user: { id: me.email }, channel: { id: message.room },
      container: { type: "message", message_ts: message.id, channel_id: message.room, thread_ts: thread, is_ephemeral: message.only_you },
      message: { ts: message.id, thread_ts: thread },
      actions: [{ type: "button", action_id: element.action_id, value: element.value, action_ts: unique() }],
    });
  } catch (error) {
    $("problem").textContent = error.message;
  } finally {
    busy.delete(node);
    node.removeAttribute("aria-busy");
  }
};

const act = async interaction => {
  const answer = await post("/page/interactivity", interaction);
  // The form may have been closed while the bot was asked.
  if (interaction.view && view?.id !== interaction.view.id) return;
  switch (answer.response_action) {
    case "open": case "update": show(answer.view); break;
    case "errors": showErrors(answer.errors); break;
    default: if (interaction.type === "view_submission") { untouched = null; $("modal").close(); }
  }
};

// A form that grows while it is filled in keeps the fields that stay as they are: what was typed meanwhile, and the focus.
const faceOf = block => JSON.stringify(block, (key, value) => key.startsWith("initial_") ? undefined : value);
const show = next => {
  const isOpen = $("modal").open;
  const kept = new Map(isOpen ? view.blocks.map((block, place) => [faceOf(block), $("modal-body").children[place]]) : []);
  view = { ...next, id: isOpen ? view.id : unique() };
  $("modal-title").textContent = next.title.text;
  $("modal-submit").textContent = next.submit.text;
  $("modal-close").textContent = next.close.text;
  $("modal-problem").textContent = "";
  arrange($("modal-body"), next.blocks.map(block => kept.get(faceOf(block)) ?? renderBlocks([block], element => changed(element), suggest)[0]));
  if (!isOpen) $("modal").showModal();
  if (!isOpen) untouched = JSON.stringify(readState($("modal-body")));
  if (!isOpen || !$("modal").contains(document.activeElement)) ($("modal-body").querySelector("[data-type]") ?? $("modal-submit")).focus();
};

const viewNow = () => ({ id: view.id, callback_id: view.callback_id, private_metadata: view.private_metadata, hash: unique(), state: readState($("modal-body")) });

const changed = element => act({ type: "block_actions", trigger_id: unique(), user: { id: me.email }, container: { type: "view" }, view: viewNow(), actions: [{ action_id: element.action_id, action_ts: unique() }] })
  .catch(error => { $("modal-problem").textContent = error.message; });

// As in Slack: what stands in the other fields is not sent along.
const suggest = async (element, block, typed) => {
  try {
    const answer = await post("/page/interactivity", {
      type: "block_suggestion", user: { id: me.email }, action_id: element.action_id, block_id: block.block_id, value: typed,
      container: { type: "view" }, view: { ...viewNow(), state: { values: {} } },
    });
    return answer.option_groups ?? (answer.options.length ? [{ options: answer.options }] : []);
  } catch (error) {
    $("modal-problem").textContent = error.message;
    return [];
  }
};

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
    await act({ type: "view_submission", trigger_id: unique(), user: { id: me.email }, view: viewNow() });
  } catch (error) {
    $("modal-problem").textContent = error.message;
  } finally {
    $("modal-submit").disabled = false;
  }
});
$("modal-close").addEventListener("click", () => $("modal").close());
$("modal").addEventListener("close", () => {
  // What was typed is not lost with the window.
  if (untouched && JSON.stringify(readState($("modal-body"))) !== untouched) changed({ action_id: "forms.keep" });
  view = untouched = null;
  // Back to the button that opened it, or to what stands in its message's place by now.
  const button = opener?.node.isConnected ? opener.node : shown.get(opener?.message)?.article.querySelector(".actions button");
  (button ?? $("say")).focus();
});

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
const fit = () => {
  if (!$("say").value) { $("say").style.height = ""; return; }
  $("say").style.height = "auto";
  $("say").style.height = `${Math.min($("say").scrollHeight + 2, 160)}px`;
};
$("say").addEventListener("input", fit);
$("leave-thread").addEventListener("click", () => { thread = null; draw(); $("say").focus(); });
$("person").addEventListener("change", () => become($("person").value));
$("tries").replaceChildren(...tries.map(text => {
  const chip = el("button", { type: "button" }, text);
  chip.addEventListener("click", () => say(text));
  return chip;
}));

// A page that is left may be kept for the way back, with its stream: six of those, and the browser opens no further connection to the bot.
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", event => { if (event.persisted && me) connect(); });

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
