import { byId } from "/assets/start-page.js";
import { faceprint } from "/assets/start-vendor.js";

const comparing = "283451";
const pause = 1000;
const patience = 60;
const most = 20_000;

export function clearVerdict() {
  const verdict = byId("verdict");
  verdict.replaceChildren();
  delete verdict.dataset.outcome;
  byId("answer-box").hidden = true;
}

/** Asks until the vendor has compared, and says how the last attempt ended. */
export async function showVerdict(access, token) {
  const { value, text } = await compared(access, token);
  const last = value.result?.verify_result?.at(-1);
  const passed = last?.is_verify_passed === true;
  byId("verdict").dataset.outcome = passed ? "passed" : "failed";
  byId("verdict").textContent = [passed ? "✓ Passed 通过" : "✗ Not passed 未通过", last?.code, last?.message, score(last)].filter(Boolean).join(" · ");
  byId("answer").textContent = text.slice(0, most);
  byId("answer-box").hidden = false;
}

function score(attempt) {
  const detail = attempt?.verify_detail;
  return detail?.score ? `score ${Number(detail.score).toFixed(1)} of ${Number(detail.threshold)} needed` : null;
}

async function compared(access, token) {
  for (let asked = 1; ; asked++) {
    try {
      return await faceprint("result/getall", access, { verify_token: token });
    } catch (failure) {
      if (failure.code !== comparing || asked === patience) throw failure;
      if (asked === 1) byId("verdict").textContent = "The vendor is still comparing 比对中…";
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }
}
