import { act, byId, control, fromTemplate, onClick, onSubmit } from "/assets/start-page.js";
import { drawnFace } from "/assets/start-picture.js";
import { accessToken, faceprint } from "/assets/start-vendor.js";
import { clearVerdict, showVerdict } from "/assets/start-verdict.js";

const person = { id_name: "张三", id_no: "110101199003070011" };
const designated = ["1", "1001", "1006", "1007", "2001"];
const ownImage = ["1004"];

/** What was begun last: the verify_token, and the place of its application in the list. */
let current;

export function wireTry() {
  const texts = row => [...row.cells].map(cell => cell.textContent.trim());
  byId("try-plan").append(...rowsOf("plan-rows").map(texts).map(([id, title]) => new Option(`${id} ${title}`, id)));
  byId("try-plan").value = "1001";
  byId("try-app").append(...rowsOf("apps").map((row, place) => new Option(appOf(place).apiKey, place)));
  byId("try-outcome").append(...rowsOf("codes").map(texts).map(([code, , english]) => new Option(`${code} ${english}`, code)));
  onSubmit("try-form", start);
  onClick(byId("try-complete"), complete);
  onClick(byId("try-ask"), ask);
  welcomeBack();
}

const rowsOf = body => [...byId(body).rows];

function appOf(place) {
  const [, apiKey, secretKey] = [...rowsOf("apps")[place].cells].map(cell => cell.querySelector("code")?.textContent);
  return { apiKey, secretKey };
}

async function start() {
  byId("try-steps").replaceChildren();
  byId("try-ready").hidden = byId("try-returned").hidden = true;
  clearVerdict();
  const [plan, app, outcome] = ["try-plan", "try-app", "try-outcome"].map(id => byId(id).value);
  const access = await accessToken(appOf(app));
  note("POST /oauth/2.0/token", "→ an access token for 30 days");
  const { value } = await faceprint("verifyToken/generate", access, { plan_id: plan });
  current = { app, token: value.result.verify_token };
  note("POST …/verifyToken/generate", `→ ${current.token}`);
  await prepare(plan, access, outcome);
  byId("try-open").href = captureAddress();
  byId("try-ready").hidden = false;
}

async function prepare(plan, access, outcome) {
  const verify_token = current.token;
  if (designated.includes(plan)) {
    await faceprint("idcard/submit", access, { verify_token, ...person });
    note("POST …/idcard/submit", `${person.id_name}, ${person.id_no}`);
  }
  if (ownImage.includes(plan)) {
    await faceprint("uploadMatchImage", access, { verify_token, image: drawnFace() });
    note("POST …/uploadMatchImage", "a drawn face");
  }
  if (outcome) {
    await control("script", { verify_token, attempts: [{ code: Number(outcome) }] });
    note("POST /_sandbox/script", `every attempt ends with ${outcome}`);
  }
}

function note(call, gave) {
  byId("try-steps").append(fromTemplate("step-row", { call, gave }));
}

function captureAddress() {
  const back = returned => `${location.origin}/?${new URLSearchParams({ returned, ...current })}#try`;
  return `/face/print/?${new URLSearchParams({ token: current.token, successUrl: back("successUrl"), failedUrl: back("failedUrl") })}`;
}

async function complete() {
  await control("complete", { verify_token: current.token });
  note("POST /_sandbox/complete", "the person went through the capture");
  await ask();
}

async function ask() {
  clearVerdict();
  const access = await accessToken(appOf(current.app));
  await showVerdict(access, current.token);
}

/** The capture page sends people back here; its word is only a hint, so the vendor is asked. */
function welcomeBack() {
  const { returned, app, token } = Object.fromEntries(new URLSearchParams(location.search));
  if (!returned || !token || !rowsOf("apps")[app]) return;
  current = { app, token };
  history.replaceState(null, "", "/#try");
  byId("returned-by").textContent = returned;
  byId("try-returned").hidden = false;
  act(byId("try-form"), ask);
}
