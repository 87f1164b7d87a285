import { byId, control, fromTemplate, isNews, onClick, onSubmit } from "/assets/start-page.js";

export async function showFaults() {
  listFaults(await control("faults"));
}

export async function showLatencies() {
  listLatencies(await control("latency"));
}

export function wireFaults() {
  byId("latency-path").append(...[...byId("fault-path").options].map(option => option.cloneNode(true)));
  byId("fault-kind").addEventListener("change", askForCode);
  // A browser that goes back brings the choice with it.
  askForCode();
  onSubmit("fault-form", async () => listFaults(await control("faults", armed())));
  onClick(byId("fault-clear"), async () => listFaults(await control("faults", { clear: true })));
  onSubmit("latency-form", () => delay(byId("latency-path").value, byId("latency-span").valueAsNumber));
}

function askForCode() {
  byId("fault-code-label").hidden = byId("fault-kind").value !== "error";
}

function armed() {
  const kind = byId("fault-kind").value;
  const fault = {
    path: byId("fault-path").value,
    kind: kind === "error" ? kind + byId("fault-code").value.trim() : kind,
    count: byId("fault-count").valueAsNumber,
  };
  const processed = byId("fault-processed").value;
  return processed ? { ...fault, processed: processed === "true" } : fault;
}

function listFaults(faults) {
  if (!isNews("faults", faults)) return;
  byId("fault-list").replaceChildren(...faults.map(faultLine));
  byId("fault-empty").hidden = faults.length > 0;
  byId("fault-clear").hidden = faults.length === 0;
}

function faultLine(fault) {
  const work = fault.processed ? "the work is done, the answer lost" : "the work is not done";
  const row = fromTemplate("fault-row", { path: fault.path, what: `${fault.kind} × ${fault.count}: ${work}` });
  row.dataset.kind = fault.kind;
  row.dataset.count = fault.count;
  return row;
}

async function delay(path, milliseconds) {
  listLatencies(await control("latency", { path, milliseconds }));
}

function listLatencies(latencies) {
  if (!isNews("latencies", latencies)) return;
  byId("latency-list").replaceChildren(...latencies.map(latencyLine));
  byId("latency-empty").hidden = latencies.length > 0;
}

function latencyLine({ path, milliseconds }) {
  const row = fromTemplate("latency-row", { path, what: `${milliseconds} ms` });
  const remove = row.querySelector("button");
  remove.ariaLabel = `Remove 删除 ${path}`;
  onClick(remove, () => delay(path, 0));
  return row;
}
