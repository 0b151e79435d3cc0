// Talks to the bot through a running Agents Playground without a browser: what its page would send, and what the bot makes of it.
// node --experimental-websocket playground.mjs ADDRESS LOSABLE_DEAL ANOTHER WON_DEAL
// Says each step and ends with "N passed, N failed"; exit code 1 when one failed.

const [address, losable, other, won] = process.argv.slice(2);
const patience = 15_000;
let passed = 0;

const { config } = await (await fetch(new URL('/_internal/v1/testConfig', address))).json();
const messages = new Map(); // by conversation: messages in order, each with its newest face
const socket = new WebSocket(new URL('/_ws_conversation/v1/conversations/stream', address.replace('http', 'ws')));
await new Promise((opened, failed) => { socket.onopen = opened; socket.onerror = failed; });
socket.onmessage = ({ data }) => {
  const { action, actionConversationId: conversation, message } = JSON.parse(data);
  if (!message || message.from?.id !== config.bot.id) {
    return;
  }

  const known = messages.get(conversation) ?? [];
  const at = known.findIndex(one => one.messageId === message.messageId);
  if (action === 'updateMessage' && at >= 0) {
    known[at] = { ...message, conversation, isEdited: true };
  } else if (action === 'createMessage') {
    known.push({ ...message, conversation });
  }

  messages.set(conversation, known);
};

async function post(path, body) {
  const answer = await fetch(new URL(path, address), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const text = await answer.text();
  check(answer.ok, `${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  return text ? JSON.parse(text) : null;
}

function check(isTrue, problem) {
  if (!isTrue) {
    throw new Error(problem);
  }
}

async function until(find, what) {
  const started = Date.now();
  for (;;) {
    const found = find();
    if (found) {
      return found;
    }

    check(Date.now() - started < patience, `waited in vain for ${what}`);
    await new Promise(again => setTimeout(again, 40));
  }
}

const cardOf = message => message.attachments?.find(one => one.contentType === 'application/vnd.microsoft.card.adaptive')?.content;
const textOf = card => JSON.stringify(card);

/** All elements of a card of one type, at any depth. */
function elements(card, type) {
  const found = [];
  (function walk(node) {
    if (Array.isArray(node)) {
      node.forEach(walk);
    } else if (node && typeof node === 'object') {
      if (node.type === type) {
        found.push(node);
      }

      Object.values(node).forEach(walk);
    }
  })(card);
  return found;
}

async function say(conversation, text, { mention = false } = {}) {
  const before = new Set([...messages.values()].flat().map(one => one.messageId));
  await post(`/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`, {
    from: { id: config.currentUser.id },
    text: mention ? `<at>${config.bot.name}</at> ${text}` : text,
    textFormat: 'plain',
    mentions: mention ? [{ mentioned: { id: config.bot.id }, text: `<at>${config.bot.name}</at>` }] : undefined,
  });
  return until(() => [...messages.values()].flat().find(one => !before.has(one.messageId)), `an answer to “${text}”`);
}

/** Presses a button of a message, with what is filled in; the card that is shown then, or the banner. */
async function press(message, title, inputs = {}) {
  const action = elements(cardOf(message), 'Action.Execute').find(one => one.title === title);
  check(action, `there is no button “${title}”, but ${elements(cardOf(message), 'Action.Execute').map(one => one.title)}`);
  const answer = await post('/_conversation/v1/invoke', {
    name: 'adaptiveCard/action',
    from: { id: config.currentUser.id },
    conversation: { id: message.conversation },
    replyToId: message.messageId,
    value: { action: { type: action.type, title, verb: action.verb, data: { ...action.data, ...inputs } }, trigger: 'manual' },
  });
  check(answer?.type && !answer.type.includes('error'), `“${title}” answered ${JSON.stringify(answer)}`);
  return answer;
}

async function step(name, work) {
  try {
    await work();
    passed++;
    console.log(`ok      ${name}`);
  } catch (failure) {
    console.log(`FAILED  ${name}: ${failure.message}`);
    console.log(`${passed} passed, 1 failed`);
    process.exit(1);
  }
}

const chat = config.personalChat.id;
const channel = config.teams[0].channels[0].id;
let shown;

await step('an answer with a table and bars', async () => {
  const card = cardOf(await say(chat, 'where is the pipeline by stage?'));
  check(textOf(card).includes('Open pipeline'), textOf(card));
  check(elements(card, 'Table').length > 0, 'there is no table');
  const [chart] = elements(card, 'Chart.HorizontalBar');
  check(chart?.fallback, 'there is no chart with a fallback');
});

await step('a form in the message', async () => {
  shown = await say(chat, `move #${losable} to Closed Lost`);
  check(elements(cardOf(shown), 'Input.ChoiceSet').some(input => input.label === 'Loss reason'), textOf(cardOf(shown)));
});

await step('an empty reason is an error', async () => {
  const { type, value } = await press(shown, 'Mark as lost');
  check(type === 'application/vnd.microsoft.card.adaptive' && textOf(value).includes('Loss reason is needed'), textOf(value));
});

await step('a reason closes the deal, and the message shows it to everybody', async () => {
  const reason = elements(cardOf(shown), 'Input.ChoiceSet').find(input => input.label === 'Loss reason');
  const { title, value } = reason.choices.find(choice => choice.title.includes('Price'));
  const answer = await press(shown, 'Mark as lost', { [reason.id]: value });
  check(textOf(answer.value).includes('moved to Closed Lost'), `${title}: ${textOf(answer.value)}`);
  await until(() => messages.get(chat).some(one => one.messageId === shown.messageId && one.isEdited && textOf(cardOf(one)).includes('moved to Closed Lost')), 'the new face of the message');
});

await step('the process refuses what it forbids', async () => {
  const card = cardOf(await say(chat, `move #${won} to Closed Lost`));
  check(textOf(card).includes('Reopen it first'), textOf(card));
});

await step('a mention is answered in a group chat', async () => {
  const card = cardOf(await say(config.groupChats[0].id, 'won amount this year', { mention: true }));
  check(textOf(card).includes('Won amount'), textOf(card));
});

await step('a mention in a channel is answered in its thread', async () => {
  const card = cardOf(await say(channel, 'top 5 reps by won amount this year', { mention: true }));
  check(textOf(card).includes('Won amount by owner'), textOf(card));
});

await step('a form in a channel shows its fields to whoever asked, and to nobody else', async () => {
  shown = await say(channel, `move #${other} to Closed Lost`, { mention: true });
  check(elements(cardOf(shown), 'Input.ChoiceSet').length === 0, 'the room sees the fields');
  const { value: form } = await press(shown, 'Give loss reason');
  const reason = elements(form, 'Input.ChoiceSet').find(input => input.label === 'Loss reason');
  check(reason, textOf(form));
  const opened = { ...shown, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: form }] };
  const empty = await press(opened, 'Mark as lost');
  check(textOf(empty.value).includes('Loss reason is needed'), textOf(empty.value));
  const lost = await press(opened, 'Mark as lost', { [reason.id]: reason.choices.find(choice => choice.title.includes('Price')).value });
  check(textOf(lost.value).includes('moved to Closed Lost'), textOf(lost.value));
  await until(() => [...messages.values()].flat().some(one => one.messageId === shown.messageId && one.isEdited && textOf(cardOf(one)).includes('moved to Closed Lost')), 'the new face in the room');
});

console.log(`${passed} passed, 0 failed`);
process.exit(0);
