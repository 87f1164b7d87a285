import { beijing, byId, fromTemplate, isNews } from "/assets/start-page.js";

const most = 50;

export function showBill(truth) {
  if (!isNews("bill", truth)) return;
  for (const type of ["verify", "match", "ocr"])
    byId(`bill-${type}`).textContent = truth.charges.filter(charge => charge.type === type).length;
  byId("bill-attempts").textContent = truth.tokens.reduce((sum, token) => sum + token.attempts.length, 0);
  byId("bill-tokens").textContent = truth.tokens.length;
  const newest = truth.charges.toSorted((one, other) => other.time.localeCompare(one.time)).slice(0, most);
  byId("charges").replaceChildren(...newest.map(line));
  byId("bill-empty").hidden = newest.length > 0;
}

function line(charge) {
  const row = fromTemplate("charge-row", {
    time: beijing(charge.time).slice("yyyy-".length),
    type: charge.type,
    token: charge.verify_token,
    attempt: charge.order === 0 ? "none followed" : `attempt ${charge.order}`,
  });
  row.querySelector("time").dateTime = charge.time;
  return row;
}
