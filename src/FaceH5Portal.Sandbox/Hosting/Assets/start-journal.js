import { beijing, byId, control, fromTemplate, isNews } from "/assets/start-page.js";

const prefix = "/rpc/2.0/brain/solution/faceprint/";

/** Draws the newest calls first; says whether there was one since the last time. */
export async function showJournal() {
  const calls = await control("calls?newest=50");
  if (!isNews("calls", calls)) return false;
  byId("calls").replaceChildren(...calls.reverse().map(line));
  byId("journal-empty").hidden = calls.length > 0;
  return true;
}

function line(call) {
  const row = fromTemplate("call-row", {
    time: beijing(call.time).slice("yyyy-".length),
    path: call.path.replace(prefix, "…/"),
    token: call.verify_token,
    answer: call.answer,
  });
  row.dataset.answer = call.answer;
  row.querySelector("time").dateTime = call.time;
  row.querySelector(".answer").classList.toggle("well", call.answer === "success");
  return row;
}
