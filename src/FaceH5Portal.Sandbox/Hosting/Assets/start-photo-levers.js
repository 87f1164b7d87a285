import { beijing, byId, control, fromTemplate, isNews, onClick, onSubmit } from "/assets/start-page.js";
import { showFaults } from "/assets/start-faults.js";

const most = 50;

export async function showPhotoScripts() {
  listScripts(await control("script"));
}

export function wirePhotoLevers() {
  byId("photo-vendor").addEventListener("change", offerAnswers);
  byId("photo-act").addEventListener("change", askForMore);
  offerAnswers();
  onSubmit("photo-form", arm);
}

/** The vendor's own books, which know of a check even where its answer was lost. */
export function showPhotoChecks({ photo_checks: checks }) {
  if (!isNews("photo-checks", checks)) return;
  byId("photo-received").textContent = checks.length;
  byId("photo-charged").textContent = checks.filter(check => check.charged).length;
  byId("photo-checks").replaceChildren(...checks.slice(-most).reverse().map(checkLine));
  byId("photo-checks-empty").hidden = checks.length > 0;
}

function offerAnswers() {
  const all = byId("photo-every-answer").content.cloneNode(true);
  byId("photo-answers").replaceChildren(...all.querySelectorAll(`[data-vendor="${byId("photo-vendor").value}"]`));
  byId("photo-act").value = byId("photo-answers").firstElementChild.value;
  askForMore();
}

const chosen = () => byId("photo-act").selectedOptions[0];

function askForMore() {
  const isFault = chosen().dataset.fault !== undefined;
  byId("photo-count-label").hidden = !isFault;
  byId("photo-number-label").hidden = isFault;
}

async function arm() {
  const { fault } = chosen().dataset;
  if (fault) {
    await control("faults", { path: byId("photo-vendor").selectedOptions[0].dataset.path, kind: fault, count: byId("photo-count").valueAsNumber });
    await showFaults();
  } else {
    const script = { vendor: byId("photo-vendor").value, answer: JSON.parse(chosen().value) };
    const number = byId("photo-number").value.trim();
    await tell(number ? { ...script, id_no: number } : script);
  }
}

async function tell(script) {
  await control("script", script);
  await showPhotoScripts();
}

function listScripts(scripts) {
  if (!isNews("photo-scripts", scripts)) return;
  byId("photo-scripts").replaceChildren(...scripts.map(scriptLine));
  byId("photo-scripts-empty").hidden = scripts.length > 0;
}

function scriptLine({ vendor, id_no: number, answer }) {
  const row = fromTemplate("photo-script-row", { vendor, whom: number ?? "everybody 所有人", answer: JSON.stringify(answer) });
  const remove = row.querySelector("button");
  remove.ariaLabel = `Remove 删除 ${vendor} ${number ?? "everybody 所有人"}`;
  onClick(remove, () => tell(number ? { vendor, id_no: number, answer: null } : { vendor, answer: null }));
  return row;
}

function checkLine(check) {
  const row = fromTemplate("photo-check-row", {
    time: beijing(check.time).slice("yyyy-".length),
    vendor: check.vendor,
    answer: check.answer,
    charged: check.charged ? "yes 是" : "no 否",
    id: check.request_id,
  });
  row.dataset.charged = check.charged;
  row.querySelector("time").dateTime = check.time;
  row.querySelector(".answer").classList.toggle("well", check.answer === "success");
  return row;
}
