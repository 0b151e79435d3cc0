// Block Kit as DOM: the blocks RevBot sends to Slack, nothing else. Text is only ever set as text.

const el = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
};

const unescape = text => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").replaceAll("\u200b", "");

// Bold, struck and fixed width are what RevBot writes. A mark inside a word, or one with the breaker behind it, is meant as it stands, as in Slack.
const marks = /(```[\s\S]*?```|(?<![\p{L}\p{N}])(?:\*(?!\u200b)(?:[^*\n]|\*\u200b)+\*(?!\u200b)|~(?!\u200b)(?:[^~\n]|~\u200b)+~(?!\u200b))(?![\p{L}\p{N}]))/u;
const mrkdwn = text => {
  const out = document.createDocumentFragment();
  // Splitting by a pattern with a group puts what it matched at the odd places.
  text.split(marks).forEach((part, place) => {
    if (place % 2 === 0) out.append(unescape(part));
    else if (part.startsWith("```")) out.append(el("pre", {}, unescape(part.slice(3, -3).trim())));
    else out.append(el(part.startsWith("*") ? "strong" : "s", {}, unescape(part.slice(1, -1))));
  });
  return out;
};

const textOf = text => text.type === "mrkdwn" ? mrkdwn(text.text) : document.createTextNode(text.text);

const cellText = cell => cell.text ?? (cell.elements ?? []).flatMap(section => section.elements ?? []).map(part => part.text ?? "").join("");

const table = block => {
  const [head, ...rows] = block.rows;
  const align = index => block.column_settings?.[index]?.align === "right" ? "number" : null;
  return el("div", { class: "table", tabindex: "0", role: "region", "aria-label": "Table" }, el("table", {},
    el("thead", {}, el("tr", {}, ...head.map((cell, index) => el("th", { scope: "col", class: align(index) }, cellText(cell))))),
    el("tbody", {}, ...rows.map(row => el("tr", {}, ...row.map((cell, index) => el("td", { class: align(index) }, cellText(cell))))))));
};

const shape = (name, attributes, ...children) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};

// One series, as RevBot draws it: bars lie, so that their labels can be read; a line goes through time. The figures stand below the chart as text.
const chart = block => {
  const points = block.chart.series[0].data;
  const most = Math.max(...points.map(point => point.value));
  const drawing = block.chart.type === "line" ? line(points, most) : bars(points, most);
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", block.title);
  return el("figure", { class: "chart" }, el("figcaption", {}, block.title), drawing);
};

const bars = (points, most) => {
  const [row, from, to] = [24, 150, 470];
  return shape("svg", { viewBox: `0 0 480 ${points.length * row}` }, ...points.flatMap((point, index) => [
    shape("text", { x: from - 8, y: index * row + 16, "text-anchor": "end" }, point.label),
    shape("rect", { x: from, y: index * row + 4, height: row - 8, width: point.value > 0 ? Math.max(1, (to - from) * point.value / most) : 0, rx: 2 })]));
};

const line = (points, most) => {
  const [left, right, top, bottom] = [36, 444, 12, 132];
  const at = (point, index) => [left + (right - left) * index / (points.length - 1), bottom - (bottom - top) * point.value / most];
  const every = Math.ceil(points.length / 7);
  return shape("svg", { viewBox: "0 0 480 160" },
    shape("line", { class: "axis", x1: left, x2: right, y1: bottom, y2: bottom }),
    shape("polyline", { points: points.map((point, index) => at(point, index).join(",")).join(" ") }),
    ...points.map((point, index) => shape("circle", { cx: at(point, index)[0], cy: at(point, index)[1], r: 3 })),
    ...points.flatMap((point, index) => index % every === 0 ? [shape("text", { x: at(point, index)[0], y: bottom + 18, "text-anchor": "middle" }, point.label)] : []));
};

const button = (element, press) => {
  const node = el("button", { type: "button", class: element.style, "data-action": element.action_id }, element.text.text);
  node.addEventListener("click", () => press(element, node));
  return node;
};

// `find` asks for the options of a long list: element, block and what was typed, to groups of options.
export const renderBlocks = (blocks, press, find) => blocks.map(block => {
  switch (block.type) {
    case "header": return el("h3", {}, block.text.text);
    case "section": return el("div", { class: "section" },
      block.text ? el("p", {}, textOf(block.text)) : null,
      block.fields ? el("div", { class: "fields" }, ...block.fields.map(field => el("p", {}, textOf(field)))) : null);
    case "context": return el("p", { class: "context" }, ...block.elements.map(textOf));
    case "divider": return el("hr");
    case "actions": return el("div", { class: "actions" }, ...block.elements.map(element => button(element, press)));
    case "table": return table(block);
    case "data_visualization": return chart(block);
    case "input": return input(block, press, find);
    default: return el("p", { class: "unknown" }, `[${block.type}]`);
  }
});

const option = (entry, initial) => el("option", { value: entry.value, selected: entry.value === initial?.value }, entry.text.text);

// A list that is searched as one types: what was chosen stands in it, and whatever else was typed is gone when it is left.
const picker = (element, block, common, find) => {
  const list = el("ul", { id: `${common.id}-options`, role: "listbox", hidden: true });
  const field = el("input", { ...common, type: "text", role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, placeholder: element.placeholder?.text });
  let asked = 0, waiting = null, at = -1;
  const take = choice => {
    field.dataset.value = choice?.value ?? "";
    field.dataset.label = field.value = choice?.text.text ?? "";
  };
  const close = () => {
    asked++;
    clearTimeout(waiting);
    list.hidden = true;
    list.replaceChildren();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = choice => {
    const before = field.dataset.value;
    take(choice);
    close();
    if (field.dataset.value !== before) field.dispatchEvent(new Event("picked"));
  };
  const point = place => {
    const rows = [...list.querySelectorAll("[role=option]")];
    if (!rows.length) return;
    at = (place + rows.length) % rows.length;
    rows.forEach((row, index) => row.setAttribute("aria-selected", index === at));
    rows[at].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", rows[at].id);
  };
  const row = (choice, place) => {
    const node = el("li", { id: `${list.id}-${place}`, role: "option", "aria-selected": "false" }, choice.text.text);
    node.addEventListener("mousedown", event => { event.preventDefault(); choose(choice); });
    node.choice = choice;
    return node;
  };
  const search = async () => {
    const mine = ++asked;
    const groups = await find(element, block, field.value === field.dataset.label ? "" : field.value.trim());
    // Another letter was typed meanwhile, or the field was left.
    if (mine !== asked) return;
    let place = 0;
    const rows = groups.flatMap(group => [...(group.label ? [el("li", { class: "heading", role: "presentation" }, group.label.text)] : []), ...group.options.map(choice => row(choice, place++))]);
    list.replaceChildren(...(rows.length ? rows : [el("li", { class: "heading", role: "presentation" }, "Nothing found")]));
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    at = -1;
    if (field.value !== field.dataset.label) point(0);
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  field.addEventListener("click", () => { if (list.hidden) search(); });
  field.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) search(); else point(at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      const chosen = list.querySelector("[aria-selected=true]")?.choice;
      if (chosen) choose(chosen);
    } else if (event.key === "Escape" && !list.hidden) {
      // Closes the list, not the form.
      event.preventDefault();
      event.stopPropagation();
      take(field.dataset.value ? { value: field.dataset.value, text: { text: field.dataset.label } } : null);
      close();
    }
  });
  field.addEventListener("blur", () => {
    if (!field.value.trim()) choose(null);
    else if (field.value !== field.dataset.label) field.value = field.dataset.label;
    close();
  });
  take(element.initial_option);
  return el("div", { class: "picker" }, field, list);
};

const control = (element, block, id, described, find) => {
  const common = { id, "data-type": element.type, "data-action": element.action_id, "aria-describedby": described };
  switch (element.type) {
    case "static_select": return el("select", common,
      el("option", { value: "" }, element.placeholder?.text ?? "Choose …"),
      ...(element.options ?? []).map(entry => option(entry, element.initial_option)),
      ...(element.option_groups ?? []).map(group => el("optgroup", { label: group.label.text }, ...group.options.map(entry => option(entry, element.initial_option)))));
    case "external_select": return picker(element, block, common, find);
    case "datepicker": return el("input", { ...common, type: "date", value: element.initial_date });
    case "number_input": return el("input", { ...common, type: "text", inputmode: "decimal", value: element.initial_value });
    default: {
      if (!element.multiline) return el("input", { ...common, type: "text", value: element.initial_value, maxlength: element.max_length });
      return el("textarea", { ...common, rows: 3, maxlength: element.max_length }, element.initial_value ?? "");
    }
  }
};

const input = (block, change, find) => {
  const id = `field-${block.block_id}`;
  const node = el("div", { class: "input", "data-block": block.block_id },
    el("label", { for: id }, block.label.text, block.optional ? el("span", { class: "optional" }, " (optional)") : null),
    control(block.element, block, id, `${id}-hint ${id}-error`, find),
    el("p", { class: "hint", id: `${id}-hint` }, block.hint?.text ?? ""),
    el("p", { class: "error", id: `${id}-error`, role: "alert" }));
  if (block.dispatch_action) node.querySelector("[data-type]").addEventListener(block.element.type === "external_select" ? "picked" : "change", () => change(block.element, node));
  return node;
};

// What Slack calls view.state: block id, action id, and the value in the field of its kind.
export const readState = root => {
  const values = {};
  for (const node of root.querySelectorAll("[data-block]")) {
    const field = node.querySelector("[data-type]");
    const { type, action } = field.dataset;
    const value = field.value.trim();
    const state = { type };
    if (type === "static_select") state.selected_option = value ? { text: { type: "plain_text", text: field.selectedOptions[0].textContent }, value } : null;
    else if (type === "external_select") state.selected_option = field.dataset.value ? { text: { type: "plain_text", text: field.dataset.label }, value: field.dataset.value } : null;
    else if (type === "datepicker") state.selected_date = value || null;
    else state.value = value || null;
    values[node.dataset.block] = { [action]: state };
  }
  return { values };
};

export { el };
