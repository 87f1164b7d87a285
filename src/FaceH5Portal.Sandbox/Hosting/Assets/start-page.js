/** A failure whose message is a sentence for the reader of the page. */
export class Told extends Error {
  constructor(message, code = null) {
    super(message);
    this.code = code;
  }
}

const timeout = 30_000;
const shown = new Map();
const error = document.getElementById("error");

export const byId = id => document.getElementById(id);

/** A copy of a template, its places for text filled by name. */
export function fromTemplate(id, texts) {
  const copy = byId(id).content.firstElementChild.cloneNode(true);
  for (const place of copy.querySelectorAll("[data-text]")) place.textContent = texts[place.dataset.text] ?? "";
  return copy;
}

/** Whether a part of the page would look different now; drawing it all the same would undo a selection. */
export function isNews(part, value) {
  const text = JSON.stringify(value);
  if (shown.get(part) === text) return false;
  shown.set(part, text);
  return true;
}

/** The vendor speaks Beijing time everywhere. */
export const beijing = time => new Date(time).toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" });

export async function send(address, options) {
  try {
    const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(timeout) });
    const isJson = answer.headers.get("content-type")?.startsWith("application/json") ?? false;
    return { status: answer.status, ok: answer.ok, isJson, text: await answer.text() };
  } catch (failure) {
    if (failure.name === "TimeoutError") throw new Told(`No answer within ${timeout / 1000} seconds.`);
    if (failure instanceof TypeError) throw new Told("The connection broke without an answer.");
    throw failure;
  }
}

export const asJson = body => ({ method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** A control call: GET without a body, POST with one. */
export async function control(name, body) {
  const answer = await send(`/_sandbox/${name}`, body && asJson(body));
  if (!answer.isJson) throw new Told(`The sandbox answered HTTP ${answer.status} without JSON.`);
  const value = JSON.parse(answer.text);
  if (!answer.ok) throw new Told(value.error);
  return value;
}

/** Runs what a form or button asks for, once at a time; a failure is told right below it. */
export async function act(source, work) {
  if (source.ariaBusy === "true") return;
  error.hidden = true;
  source.ariaBusy = "true";
  try {
    await work();
  } catch (failure) {
    if (!(failure instanceof Told)) throw failure;
    tell(failure.message, source);
  } finally {
    source.ariaBusy = "false";
  }
}

// Not inside a list, whose items are drawn anew.
function tell(message, source) {
  const cell = source.closest("td");
  if (cell) cell.append(error);
  else source.closest("form, .ready, ul, p").after(error);
  error.textContent = message;
  error.hidden = false;
}

export function onSubmit(id, work) {
  byId(id).addEventListener("submit", event => {
    event.preventDefault();
    act(event.currentTarget, work);
  });
}

export function onClick(button, work) {
  button.addEventListener("click", () => act(button, work));
}
